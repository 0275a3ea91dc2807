import discord
from discord import app_commands
from discord.ext import commands

from bot.interface.jobs.runner import JobRunner
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.texts import Texts, localised
from cogs.history._view import HistoryView


class History(commands.Cog):
    """Take `/history` and `/undo`."""

    def __init__(self, view: HistoryView, runner: JobRunner, texts: Texts) -> None:
        self._view = view
        self._runner = runner
        self._texts = texts

    @app_commands.command(
        name=localised("history-name"), description=localised("history-description")
    )
    async def history(self, interaction: discord.Interaction) -> None:
        """List the versions of this conversation; choosing one goes on from it."""
        await self._view.show(interaction)
        await self._runner.offer_kept(InteractionAnswer(interaction, self._texts))

    @app_commands.command(name=localised("undo-name"), description=localised("undo-description"))
    async def undo(self, interaction: discord.Interaction) -> None:
        """Go back one version."""
        await self._view.undo(interaction)
