from typing import Any, Final

import discord
from discord import ui

from bot.domain.errors import NotAllowed
from bot.interface.jobs.removal import Removal
from bot.interface.markup import Markup
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout
from bot.interface.permissions import check_moderates
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook

DELETE: Final = r"atl:report-delete:(?P<channel>\d{1,19}):(?P<message>\d{1,19})"
DISMISS: Final = r"atl:report-dismiss:(?P<message>\d{1,19})"


class ReportButtons:
    """Do what moderators decide about a report, and say so below it."""

    def __init__(self, removal: Removal, guild_book: GuildBook, texts: Texts) -> None:
        self._removal = removal
        self._guild_book = guild_book
        self._texts = texts

    async def delete(
        self, interaction: discord.Interaction, channel_id: int, message_id: int
    ) -> None:
        """Delete what was reported, for whoever may manage messages where it is."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        await self._removal.remove_reported(interaction, channel_id, message_id)
        await self._end(interaction, answer, "report-deleted")

    async def dismiss(self, interaction: discord.Interaction, _message_id: int) -> None:
        """Leave what was reported as it is."""
        check_moderates(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        await self._end(interaction, answer, "report-dismissed")

    async def _end(
        self, interaction: discord.Interaction, answer: InteractionAnswer, key: str
    ) -> None:
        """Say below the report what was done, in place of its buttons."""
        report = interaction.message
        guild = interaction.guild
        if report is None or guild is None:
            raise NotAllowed(key="error-moderators")
        own = self._guild_book.of(guild.id).locale
        moderator = Markup(interaction.user.mention)
        said = self._texts.get(key, own or guild.preferred_locale.value, moderator=moderator)
        told = [each.content for each in report.components if isinstance(each, discord.TextDisplay)]
        await answer.show(Layout(ui.TextDisplay[Any]("\n".join([*told, said]))))
