import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import ui

from bot.domain.version import Version
from bot.interface.markup import Markup, escaped
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.layouts import Layout, media_gallery, with_thumbnail
from bot.interface.permissions import Viewer
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.versions import Entry, VersionHistory
from cogs.history._buttons import VersionMenu, choice_of, page_button

ON_A_PAGE: Final = 9
"""With their tree as many as a message has files; they are 34 of its 40 components."""

PROMPT_CHARACTERS: Final = 80
"""Escaped they are twice as many at most, and a page of them still fits in a message."""

SEARCHES_CHARACTERS: Final = 700
"""What the searches of a page take at most; the longest of its other words leave so much."""

LABEL_CHARACTERS: Final = 100
"""Discord docs, Components: the label of a choice."""


def pages(versions: Sequence[Version]) -> int:
    """Return how many pages a list has, at least one."""
    return max(1, math.ceil(len(versions) / ON_A_PAGE))


def on_page(versions: Sequence[Version], page: int) -> Sequence[Version]:
    """Return the versions of a page; page 0 has the newest ones, each page its oldest first."""
    end = len(versions) - page * ON_A_PAGE
    return versions[max(0, end - ON_A_PAGE) : end]


def name_of(version: Version) -> str:
    """Return how a version is called: by its number, or by the sign of what is private."""
    return "🔒" if version.number is None else str(version.number)


def prompt_of(entry: Entry, texts: Texts, locale: str) -> Markup:
    """Return what was asked for, in short and as plain words."""
    words = shorten(entry.turn.prompt, PROMPT_CHARACTERS)
    return escaped(words) or texts.get("version-wordless", locale)


@dataclass(frozen=True, slots=True)
class VersionList:
    """One page of a conversation's versions, with a thumbnail for each that has one.

    Where there is a picture of their tree, it stands above them. `searched` links to what was found
    for each.
    """

    history: VersionHistory
    page: int
    entries: Sequence[Entry]
    thumbnails: Sequence[OutgoingFile | None]
    searched: Sequence[str]
    tree: OutgoingFile | None
    viewer: Viewer

    def layout(self, texts: Texts, locale: str) -> Layout:
        """Lay the page out."""
        versions = self.history.tree.versions
        count = pages(versions)
        title = texts.get(
            "version-title", locale, count=len(versions), page=self.page + 1, pages=count
        )
        layout = Layout(ui.TextDisplay[Any](title))
        if self.tree:
            layout.add_item(media_gallery([self.tree]))
        shown = zip(self.entries, self.thumbnails, self.searched, strict=True)
        for entry, thumbnail, found in shown:
            told = filter(None, [self._told(entry, texts, locale), found])
            layout.add_item(with_thumbnail("\n".join(told), thumbnail))
        if options := self._options(texts, locale):
            menu = VersionMenu(
                self.history.conversation_id,
                self.page,
                options,
                texts.get("version-choose", locale),
            )
            layout.add_item(ui.ActionRow[Any](menu))
        turns = [("version-older", self.page + 1), ("version-newer", self.page - 1)]
        buttons = [
            page_button(self.history.conversation_id, page, texts.get(key, locale))
            for key, page in turns
            if 0 <= page < count
        ]
        if buttons:
            layout.add_item(ui.ActionRow[Any](*buttons))
        return layout

    def _told(self, entry: Entry, texts: Texts, locale: str) -> str:
        """Tell of one version in three lines: which it is, what was asked, and by whom."""
        version = entry.version
        marks = [f"**{name_of(version)}**"]
        if entry.before is None and entry.is_branch:
            marks.append(texts.get("version-anew", locale))
        elif entry.before is not None and entry.is_branch:
            marks.append(texts.get("version-from", locale, version=name_of(entry.before)))
        if version == self.history.present:
            marks.append(texts.get("version-now", locale))
        elif version.turn_id in self.history.undone:
            marks.append(texts.get("version-undone", locale))
        source = [f"<@{version.author_id}>"]
        if version.shown.channel_id:
            jump = texts.get("version-jump", locale)
            source.append(f"[{jump}]({self.viewer.link(version.shown)})")
        else:
            source.append(texts.get("version-private", locale))
        prompt = prompt_of(entry, texts, locale)
        return f"{' · '.join(marks)}\n{prompt}\n-# {' · '.join(source)}"

    def _options(self, texts: Texts, locale: str) -> list[discord.SelectOption]:
        """Offer what everybody here sees: all of them go on from what one chooses."""
        return [
            discord.SelectOption(
                label=shorten(
                    f"{name_of(entry.version)} · "
                    f"{entry.turn.prompt or texts.get('version-wordless', locale)}",
                    LABEL_CHARACTERS,
                ),
                value=choice_of(entry.version.turn_id, entry.version.part),
            )
            for entry in self.entries
            if self.viewer.is_here(entry.version.shown) and entry.version != self.history.present
        ]
