import discord
from discord import app_commands
from discord.ext import commands

from bot.interface.client import AtelierClient
from bot.interface.messages.answers import InteractionAnswer
from bot.interface.texts import words


class History(commands.Cog):
    """Take `/history` and `/undo`."""

    def __init__(self, bot: AtelierClient) -> None:
        self._bot = bot

    @app_commands.command(name=words("history-name"), description=words("history-description"))
    async def history(self, interaction: discord.Interaction[AtelierClient]) -> None:
        """List the versions of this conversation; choosing one goes on from it."""
        await self._bot.history_view.show(interaction)
        await self._bot.runner.offer_kept(InteractionAnswer(interaction, self._bot.texts))

    @app_commands.command(name=words("undo-name"), description=words("undo-description"))
    async def undo(self, interaction: discord.Interaction[AtelierClient]) -> None:
        """Go back one version."""
        await self._bot.history_view.undo(interaction)
