from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

import discord
from discord import ui

from bot.domain.style import Style
from bot.interface.markup import Markup, escaped
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.buttons import Button
from bot.interface.messages.layouts import SMALL, Layout, small, with_thumbnail
from bot.interface.messages.thumbnails import Likeness, Thumbnails
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.models import Models

ON_A_PAGE: Final = 5
"""With a thumbnail and two buttons each they are 30 of the 40 components of a message."""

SAID_CHARACTERS: Final = 120
"""Escaped they are twice as many at most, and five of them still fit in a message."""


class StyleView:
    """Lay out styles: what each is called, what it says, and its first picture."""

    def __init__(self, models: Models, thumbnails: Thumbnails, texts: Texts) -> None:
        self._models = models
        self._thumbnails = thumbnails
        self._texts = texts

    @asynccontextmanager
    async def card(
        self, said: str, style: Style, locale: str, *buttons: Button, notes: Sequence[str] = ()
    ) -> AsyncGenerator[tuple[Layout, list[OutgoingFile]]]:
        """Yield one style below what is said of it, with its files."""
        async with self.previews([style], locale) as (preview,):
            layout = Layout(ui.TextDisplay[Any](said))
            layout.add_item(with_thumbnail(self.told(style, locale), preview))
            if notes:
                layout.add_item(ui.TextDisplay[Any](small(notes, self._texts, locale)))
            layout.add_item(ui.ActionRow[Any](*buttons))
            yield layout, [preview] if preview else []

    @asynccontextmanager
    async def previews(
        self, styles: Sequence[Style], locale: str
    ) -> AsyncGenerator[list[OutgoingFile | None]]:
        """Yield the first picture of each of these, small; None for one that has none."""
        firsts = [
            # Alt text is read as it stands, so nothing in it is escaped.
            Likeness(
                style.pictures[0],
                f"style-{style.id}",
                self._texts.get("style-alt", locale, name=Markup(style.name)),
            )
            for style in styles
            if style.pictures
        ]
        async with self._thumbnails.of(firsts) as files:
            made = iter(files)
            yield [next(made) if style.pictures else None for style in styles]

    def told(self, style: Style, locale: str) -> str:
        """Tell of a style in three lines at most: whose it is, its words, and what else it has."""
        owner = "style-own" if style.guild_id is None else "style-of-server"
        lines = [f"**{escaped(style.name)}** · {self._texts.get(owner, locale)}"]
        if style.words:
            lines.append(escaped(shorten(style.words, SAID_CHARACTERS)))
        if facts := self._facts(style, locale):
            lines.append(SMALL + " · ".join(facts))
        return "\n".join(lines)

    def use_button(self, style: Style, locale: str) -> Button:
        """Return the button that asks what to paint in a style."""
        return Button(
            label=self._texts.get("button-use", locale),
            emoji="🎨",
            style=discord.ButtonStyle.primary,
            custom_id=f"atl:2:style-use:{style.id}",
        )

    def delete_button(self, style: Style, locale: str) -> Button:
        """Return the button that asks whether a style is to be deleted."""
        return Button(
            label=self._texts.get("button-delete", locale),
            emoji="🗑️",
            custom_id=f"atl:2:style-delete:{style.id}",
        )

    def _facts(self, style: Style, locale: str) -> list[str]:
        facts = [*filter(None, (style.aspect, style.size))]
        if style.pictures:
            count = len(style.pictures)
            facts.insert(0, self._texts.get("style-pictures", locale, count=count))
        if style.model is not None:
            facts.append(escaped(self._models.name(style.model)))
        if style.thinking is not None:
            length = self._texts.get(f"thinking-{style.thinking}", locale)
            facts.append(self._texts.get("details-thinking", locale, length=length))
        return facts
