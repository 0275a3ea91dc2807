import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.domain.errors import ChangedMeanwhile
from bot.interface.messages.forms import fields_of
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.presses import chosen_in
from bot.interface.messages.sentences import Sentences
from bot.interface.permissions import managed
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook
from bot.services.settings_check import SettingsCheck
from cogs.settings._forms import SettingForms
from cogs.settings._keeping import SettingsKeeper
from cogs.settings._pages import EMOJI, SettingPages
from cogs.settings._server import KnownServer
from cogs.settings._topics import OVERVIEW, topic_of


class SettingsPanel:
    """Show what a server decided, and change it: for those alone who may manage the server."""

    def __init__(
        self,
        book: GuildBook,
        check: SettingsCheck,
        pages: SettingPages,
        forms: SettingForms,
        keeper: SettingsKeeper,
        sentences: Sentences,
        texts: Texts,
    ) -> None:
        self._book = book
        self._check = check
        self._pages = pages
        self._forms = forms
        self._keeper = keeper
        self._sentences = sentences
        self._texts = texts

    async def show(self, interaction: discord.Interaction) -> None:
        """Show the overview."""
        guild = managed(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        await answer.show(self._pages.page(OVERVIEW, guild, answer.locale))

    async def turn_to(self, interaction: discord.Interaction) -> None:
        """Show the page of the topic that was chosen, as it is by now."""
        guild = managed(interaction)
        topic = next((each for each in chosen_in(interaction) if each in EMOJI), OVERVIEW)
        answer = await self._in_place(interaction)
        await answer.show(self._pages.page(topic, guild, answer.locale))

    async def chosen(self, name: str, interaction: discord.Interaction, revision: int) -> None:
        """Keep what was chosen in the menu of a setting."""
        guild = managed(interaction)
        chosen = chosen_in(interaction)
        is_one = name in {"editors", "image_model", "chat_model", "log_channel"}
        entered = next(iter(chosen), None) if is_one else chosen
        answer = await self._in_place(interaction)
        await self._change(answer, guild, topic_of(name), {name: entered}, revision)

    async def open(self, topic: str, interaction: discord.Interaction, _revision: int) -> None:
        """Open the form of a page, with what holds now."""
        guild = managed(interaction)
        now = self._book.versioned(guild.id)
        locale = interaction.locale.value
        form = self._forms.of(topic, now.settings, now.revision, locale)
        await interaction.response.send_modal(form)

    async def submitted(self, interaction: discord.Interaction, form: re.Match[str]) -> None:
        """Keep what was entered in a form."""
        guild = managed(interaction)
        topic, revision = form["topic"], int(form["revision"])
        answer = await self._in_place(interaction)
        entered = self._forms.entered(
            topic, fields_of(interaction), self._book.of(guild.id), KnownServer(guild)
        )
        await self._change(answer, guild, topic, entered, revision)

    async def _in_place(self, interaction: discord.Interaction) -> InteractionAnswer:
        """Answer in place of the panel; what comes from none gets one of its own."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=interaction.message is not None)
        return answer

    async def _change(
        self,
        answer: InteractionAnswer,
        guild: discord.Guild,
        topic: str,
        entered: Mapping[str, Any],
        seen: int,
    ) -> None:
        """Keep what is right of what was entered, all or nothing, and show the page again."""
        locale = answer.locale
        values, wrong = await self._check.read(entered, KnownServer(guild))
        notes = [self._sentences.sentence(error, locale) for error in wrong]
        if not wrong:
            try:
                names = await self._keeper.keep(
                    guild.id, values, seen=seen, author_id=answer.author.id
                )
            except ChangedMeanwhile as error:
                notes = [self._sentences.sentence(error, locale)]
            else:
                notes = [self._pages.changed(names, locale)] if names else []
        await answer.show(self._pages.page(topic, guild, locale, notes=notes))
