from collections.abc import Iterator
from typing import Any, Final

import discord
from discord import ui

from bot.domain.privacy import Kept
from bot.domain.usage import NOTHING
from bot.interface.markup import Markup, escaped
from bot.interface.messages.buttons import Button
from bot.interface.messages.consents import take_back
from bot.interface.messages.layouts import Layout, line, with_buttons
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.privacy import Files

EXPORT: Final = r"atl:privacy:export"
FORGET: Final = r"atl:privacy:forget"
ERASE: Final = r"atl:privacy:erase"
"""About whoever presses."""

MOST_NAMED: Final = 10
"""How many servers are named in a line, and how many avatars have a button."""

NAME_CHARACTERS: Final = 50


class PrivacyView:
    """Lay out what is kept of a member, and what they can do about it.

    `keep_days` is after how many days what was made is forgotten; None where it is kept.
    """

    def __init__(self, texts: Texts, *, keep_days: int | None) -> None:
        self._texts = texts
        self._keep_days = keep_days

    def kept(self, client: discord.Client, kept: Kept, files: Files, locale: str) -> Layout:
        """Say in numbers what is kept, and in words how long and who sees it."""
        title = self._texts.get("privacy-title", locale)
        layout = line("\n".join([title, *self._lines(client, kept, files, locale)]))
        for guild_id in [each.guild_id for each in kept.decisions if each.allows][:MOST_NAMED]:
            if guild := client.get_guild(guild_id):
                name = shorten(guild.name, NAME_CHARACTERS)
                said = self._texts.get("privacy-avatar", locale, server=name)
                button = take_back(self._texts, locale, guild_id)
                layout.add_item(ui.Section[Any](said, accessory=button))
        days = self._keep_days
        how_long = (
            self._texts.get("privacy-how-long", locale)
            if days is None
            else self._texts.get("privacy-how-long-days", locale, count=days)
        )
        who = self._texts.get("privacy-who", locale)
        layout.add_item(ui.TextDisplay[Any](f"{how_long}\n{who}"))
        layout.add_item(ui.ActionRow[Any](self._export(locale), self._forget(locale)))
        return layout

    def question(self, locale: str) -> Layout:
        """Ask whether a member is to be forgotten."""
        confirm = Button(
            label=self._texts.get("button-forget-confirm", locale),
            style=discord.ButtonStyle.danger,
            custom_id=ERASE,
        )
        said = self._texts.get("privacy-ask", locale)
        return with_buttons(said, confirm, self._export(locale))

    def _lines(
        self, client: discord.Client, kept: Kept, files: Files, locale: str
    ) -> Iterator[str]:
        def say(key: str, **values: str | int) -> str:
            return self._texts.get(f"privacy-{key}", locale, **values)

        yield say("asked", requests=kept.requests, answers=kept.answers)
        if files.number:
            megabytes = Markup(f"{files.size / 2**20:.1f}")
            yield say("files", count=files.number, megabytes=megabytes)
        if kept.requests:
            yield say("where", places=self._places(client, kept, locale))
        counts = {
            "waiting": kept.waiting,
            "styles": kept.styles,
            "references": kept.references,
            "decisions": len(kept.decisions),
            "changes": kept.changes,
        }
        for key, count in counts.items():
            if count:
                yield say(key, count=count)
        if months := [each for each in kept.used if not each.period.is_day]:
            used = sum((each.used for each in months), NOTHING)
            since = Markup(months[0].period.name)
            yield say("used", month=since, pictures=used.pictures, answers=used.answers)
        if kept.locale is not None:
            yield say("language", language=kept.locale)
        if kept.blocked_in:
            yield say("blocked", count=len(kept.blocked_in))

    def _places(self, client: discord.Client, kept: Kept, locale: str) -> Markup:
        guilds = filter(None, map(client.get_guild, kept.guild_ids[:MOST_NAMED]))
        names = [escaped(shorten(guild.name, NAME_CHARACTERS)) for guild in guilds]
        if others := len(kept.guild_ids) - len(names):
            names.append(self._texts.get("privacy-others", locale, count=others))
        if kept.directly:
            names.append(self._texts.get("privacy-directly", locale))
        return Markup(self._texts.listed(names, locale))

    def _export(self, locale: str) -> Button:
        label = self._texts.get("button-export-mine", locale)
        return Button(label=label, emoji="📦", custom_id=EXPORT)

    def _forget(self, locale: str) -> Button:
        label = self._texts.get("button-forget", locale)
        return Button(label=label, emoji="🗑️", custom_id=FORGET)
