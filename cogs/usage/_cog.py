from datetime import UTC, datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.guild_settings import MOST_ALLOWANCE
from bot.domain.usage import Used
from bot.interface.messages.answers import asker_of
from bot.interface.options import MOST_CHOICES, anywhere, described_options
from bot.interface.permissions import is_guest
from bot.interface.texts import Texts, localised
from bot.services.usage_report import PERIODS, UsageReports
from cogs.usage._granting import Granting
from cogs.usage._panel import UsagePanel

Count = app_commands.Range[int, 1, MOST_ALLOWANCE]


class UsageCommands(commands.Cog):
    """Take `/usage` and `/grant`."""

    def __init__(
        self, panel: UsagePanel, granting: Granting, reports: UsageReports, texts: Texts
    ) -> None:
        self._panel = panel
        self._granting = granting
        self._reports = reports
        self._texts = texts

    @app_commands.command(name=localised("usage-name"), description=localised("usage-description"))
    @described_options(period="usage-period")
    @anywhere
    async def usage(self, interaction: discord.Interaction, period: str = "") -> None:
        """Show what was used, to whoever asks alone."""
        await self._panel.show(interaction, period)

    @app_commands.command(name=localised("grant-name"), description=localised("grant-description"))
    @described_options(member="grant-member", pictures="grant-pictures", answers="grant-answers")
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def grant(
        self,
        interaction: discord.Interaction,
        member: discord.User,
        pictures: Count | None = None,
        answers: Count | None = None,
    ) -> None:
        """Give a member more for today."""
        await self._granting.give(interaction, member, Used(pictures or 0, answers or 0))

    @usage.autocomplete("period")
    async def offer_periods(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer today, this month, the last one, and the months before."""
        locale = interaction.locale.value
        words = {self._texts.get(f"period-{name}", locale): name for name in PERIODS}
        guild = None if is_guest(interaction) else interaction.guild
        asker = asker_of(interaction.channel, guild, interaction.user)
        months = self._reports.months(asker, datetime.now(UTC))
        choices = words | {month.name: month.name for month in months[2:]}
        found = [
            app_commands.Choice(name=name, value=value)
            for name, value in choices.items()
            if typed.casefold() in name.casefold()
        ]
        return found[:MOST_CHOICES]
