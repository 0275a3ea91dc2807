from collections.abc import Iterator, Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.domain.errors import Gone, InvalidSetting
from bot.domain.guild_settings import GuildSettings
from bot.interface.attachments import pictures_of, uploads
from bot.interface.messages.bodies import OutgoingText
from bot.interface.messages.buttons import Button
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout, line
from bot.interface.messages.sentences import Sentences
from bot.interface.permissions import managed
from bot.interface.setting_words import setting_name
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.guild_book import GuildBook
from bot.services.intake import Intake, Upload
from bot.services.settings_check import SettingsCheck
from bot.services.settings_file import FILENAME, read, written
from cogs.settings._keeping import SettingsKeeper
from cogs.settings._pages import MOST_NAMED, SettingPages
from cogs.settings._server import KnownServer

MOST_TOLD: Final = 20
"""How many mistakes of a file are told."""


class SettingsFile:
    """Hand out what a server decided as a file, and take it from one.

    What is to be taken hangs on the message that asks whether it shall be: so it is there still
    after a restart, and is checked once more.
    """

    def __init__(
        self,
        book: GuildBook,
        check: SettingsCheck,
        pages: SettingPages,
        intake: Intake,
        admission: Admission,
        keeper: SettingsKeeper,
        sentences: Sentences,
        texts: Texts,
    ) -> None:
        self._book = book
        self._check = check
        self._pages = pages
        self._intake = intake
        self._admission = admission
        self._keeper = keeper
        self._sentences = sentences
        self._texts = texts

    async def hand_out(self, interaction: discord.Interaction) -> None:
        """Show the file, to whoever asks alone."""
        guild = managed(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        settings = self._book.of(guild.id)
        text = written(settings, lambda name: self._remarks(name, settings, guild, answer.locale))
        said = self._texts.get("settings-exported", answer.locale)
        await answer.show(*_with_file(said, text))

    async def look_at(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Say what a file would change, and ask whether it shall; or all that is wrong with it."""
        guild = managed(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        (upload,) = uploads([file])
        text, values, wrong = await self._taken(upload, guild, answer.author.id)
        if wrong:
            await answer.show(line("\n".join(self._told(wrong, answer.locale))))
            return
        now = self._book.versioned(guild.id)
        changes = [
            f"**{setting_name(name, self._texts, answer.locale)}**: "
            f"{self._value(name, before, answer.locale)} → "
            f"{self._value(name, value, answer.locale)}"
            for name, value in values.items()
            if value != (before := getattr(now.settings, name))
        ]
        if not changes:
            await answer.show(line(self._texts.get("settings-import-same", answer.locale)))
            return
        asked = self._texts.get("settings-import-ask", answer.locale)
        confirm = Button(
            label=self._texts.get("button-settings-import", answer.locale),
            style=discord.ButtonStyle.primary,
            custom_id=f"atl:2:set-import:{now.revision}",
        )
        layout, files = _with_file("\n".join([asked, *changes]), text)
        layout.add_item(ui.ActionRow[Any](confirm))
        await answer.show(layout, files)

    async def confirmed(self, interaction: discord.Interaction, revision: int) -> None:
        """Take what the file on the message says, all or nothing."""
        guild = managed(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        shown = interaction.message
        upload = next(iter(pictures_of(shown, links=False, unlikely=True)), None) if shown else None
        if upload is None:
            raise Gone
        _, values, wrong = await self._taken(upload, guild, answer.author.id)
        if wrong:
            await answer.show(line("\n".join(self._told(wrong, answer.locale))))
            return
        author_id = answer.author.id
        if names := await self._keeper.keep(guild.id, values, seen=revision, author_id=author_id):
            said = self._pages.changed(names, answer.locale)
        else:
            said = self._texts.get("settings-import-same", answer.locale)
        await answer.show(line(said))

    async def _taken(
        self, upload: Upload, guild: discord.Guild, member_id: int
    ) -> tuple[str, dict[str, Any], list[InvalidSetting]]:
        """Return a file's words, what it sets, and what is wrong with it."""
        async with self._admission.look(author_id=member_id):
            text = await self._intake.read(upload)
            return text, *await self._check.read(await read(text), KnownServer(guild))

    def _told(self, wrong: Sequence[InvalidSetting], locale: str) -> Iterator[str]:
        yield self._texts.get("settings-import-wrong", locale)
        for error in wrong[:MOST_TOLD]:
            yield f"- {self._sentences.sentence(error, locale)}"
        if (more := len(wrong) - MOST_TOLD) > 0:
            yield self._texts.get("note-more", locale, count=more)

    def _value(self, name: str, value: Any, locale: str) -> str:
        return self._pages.told(name, value, locale, most=MOST_NAMED)

    def _remarks(
        self, name: str, settings: GuildSettings, guild: discord.Guild, locale: str
    ) -> Iterator[str]:
        """Say what a setting means, what it can be, and what the ids in it are called."""
        yield setting_name(name, self._texts, locale)
        yield self._texts.get(f"about-{name}", locale)
        if allowed := self._check.allowed(name):
            yield ", ".join(allowed)
        match name:
            case "channels":
                named = map(guild.get_channel, settings.channels)
            case "log_channel":
                named = [guild.get_channel(settings.log_channel or 0)]
            case "roles":
                named = map(guild.get_role, settings.roles)
            case "more":
                named = map(guild.get_role, settings.more)
            case _:
                return
        for each in filter(None, named):
            yield f"{each.id}: {each.name}"


def _with_file(said: str, text: str) -> tuple[Layout, list[OutgoingText]]:
    layout = line(said)
    layout.add_item(ui.File[Any](f"attachment://{FILENAME}"))
    return layout, [OutgoingText(text, FILENAME)]
