import discord
from discord import app_commands
from discord.ext import commands

from bot.interface.texts import localised
from cogs.settings._panel import SettingsPanel


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class SettingsCommands(
    commands.GroupCog,
    group_name=localised("settings-name"),
    group_description=localised("settings-description"),
):
    """Take `/settings panel`."""

    def __init__(self, panel: SettingsPanel) -> None:
        self._panel = panel

    @app_commands.command(
        name=localised("settings-panel-name"),
        description=localised("settings-panel-description"),
    )
    async def panel(self, interaction: discord.Interaction) -> None:
        """Show what the server decided, to whoever asks alone."""
        await self._panel.show(interaction)
