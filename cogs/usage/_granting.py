from datetime import UTC, datetime

import discord

from bot.domain.errors import NotAllowed
from bot.domain.usage import Used
from bot.interface.markup import Markup
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.messages.log_channel import LogChannel
from bot.interface.permissions import manages_server, server_of
from bot.interface.texts import Texts
from bot.services.usage_report import UsageReports
from cogs.usage._words import used_in_words


class Granting:
    """Give a member more for today, and note that in the server's log channel."""

    def __init__(self, reports: UsageReports, log_channel: LogChannel, texts: Texts) -> None:
        self._reports = reports
        self._log_channel = log_channel
        self._texts = texts

    async def give(
        self, interaction: discord.Interaction, member: discord.Member | discord.User, given: Used
    ) -> None:
        """Give it; raise NotAllowed for who may not manage the server, GrantTooLarge for much."""
        guild_id = server_of(interaction)
        if guild_id is None or not manages_server(interaction):
            raise NotAllowed(key="error-grant-server")
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        now, asker = datetime.now(UTC), answer.origin.asker
        locale = answer.locale
        if not given:
            await answer.show(line(self._texts.get("grant-nothing", locale)))
            return
        total = await self._reports.grant(asker, guild_id, member.id, given, now)
        self._log_channel.granted(
            guild_id,
            interaction.user.id,
            member.id,
            pictures=given.pictures,
            answers=given.answers,
        )
        said = self._texts.get(
            "grant-done",
            locale,
            member=Markup(f"<@{member.id}>"),
            total=used_in_words(total, self._texts, locale, cost=False),
            resets=int(self._reports.resets(asker, now).timestamp()),
        )
        await answer.show(line(said))
