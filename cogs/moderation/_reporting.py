import re
from datetime import UTC, datetime
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import Blocked, Gone, NotAllowed
from bot.domain.job import POINTS, Shown
from bot.interface.jobs.posted import PostedPictures
from bot.interface.messages.forms import reason_form, reason_of
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.messages.log_channel import LogChannel
from bot.interface.permissions import server_of
from bot.interface.texts import Texts, localised
from bot.services.guild_book import GuildBook
from bot.services.ports.conversations import Conversations
from bot.services.ports.reports import Reports
from bot.services.stored import stored_turn

FORM: Final = r"atl:report-form:(?P<message>\d{1,19})"
"""Says which message it is about."""


class Reporting(commands.Cog):
    """Take what members tell moderators of the bot's posts, where their server wants that."""

    def __init__(
        self,
        guild_book: GuildBook,
        reports: Reports,
        posted_pictures: PostedPictures,
        conversations: Conversations,
        log_channel: LogChannel,
        texts: Texts,
    ) -> None:
        """Take what is needed; `menu` is what stands in a message's Apps menu."""
        self._guild_book = guild_book
        self._reports = reports
        self._posted_pictures = posted_pictures
        self._conversations = conversations
        self._log_channel = log_channel
        self._texts = texts
        menu = app_commands.ContextMenu(name=localised("report-menu"), callback=self.chosen)
        self.menu = app_commands.guild_install()(app_commands.guild_only()(menu))

    async def chosen(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Ask what is wrong with a message."""
        await self.ask(interaction, message.id)

    async def ask(self, interaction: discord.Interaction, message_id: int) -> None:
        """Ask the same about the post whose More was pressed."""
        self._check_open(interaction)
        locale = interaction.locale.value
        form = reason_form(
            f"atl:report-form:{message_id}",
            title=self._texts.get("form-report-title", locale),
            question=self._texts.get("form-report-reason", locale),
            placeholder=self._texts.get("form-report-placeholder", locale),
        )
        await interaction.response.send_modal(form)

    async def submitted(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Tell the moderators, once of each post by each member; and the member that it is done."""
        guild_id = self._check_open(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        shown, author_id = await self._about(interaction, int(match["message"]))
        member_id = interaction.user.id
        await self._reports.report(guild_id, shown.message_id, member_id, datetime.now(UTC))
        self._log_channel.reported(
            guild_id, member_id, shown, author_id, reason=reason_of(interaction)
        )
        await answer.show(line(self._texts.get("report-done", answer.locale)))

    async def _about(self, interaction: discord.Interaction, message_id: int) -> tuple[Shown, int]:
        """Return what a message shows to all here, and who asked for it."""
        found = await self._posted_pictures.shown_in(message_id, None)
        shown = next((each for each in found if each.position != POINTS), None)
        if shown is None:
            raise Gone(key="error-nothing-to-report")
        if shown.channel_id != interaction.channel_id:
            raise NotAllowed(key="error-elsewhere" if shown.channel_id else "error-private")
        author_id = (await stored_turn(self._conversations, shown.turn_id)).author_id
        if author_id == interaction.user.id:
            raise NotAllowed(key="error-report-own")
        return shown, author_id

    def _check_open(self, interaction: discord.Interaction) -> int:
        """Return the server; raise NotAllowed where nobody would read a report."""
        guild_id, guild = server_of(interaction), interaction.guild
        if guild_id is None or guild is None:
            raise NotAllowed(key="error-reports-off")
        if self._guild_book.blocks(guild_id, interaction.user.id):
            raise Blocked
        reads = self._log_channel.listen(guild_id)
        reads = reads and not self._log_channel.problem(guild, interaction.locale.value)
        if not self._guild_book.of(guild_id).reports or not reads:
            raise NotAllowed(key="error-reports-off")
        return guild_id
