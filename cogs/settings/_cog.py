import discord
from discord import app_commands
from discord.ext import commands

from bot.interface.options import described_options
from bot.interface.texts import localised
from cogs.settings._file import SettingsFile
from cogs.settings._panel import SettingsPanel


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class SettingsCommands(
    commands.GroupCog,
    group_name=localised("settings-name"),
    group_description=localised("settings-description"),
):
    """Take `/settings panel`, `export` and `import`."""

    def __init__(self, panel: SettingsPanel, file: SettingsFile) -> None:
        self._panel = panel
        self._file = file

    @app_commands.command(
        name=localised("settings-panel-name"),
        description=localised("settings-panel-description"),
    )
    async def panel(self, interaction: discord.Interaction) -> None:
        """Show what the server decided, to whoever asks alone."""
        await self._panel.show(interaction)

    @app_commands.command(
        name=localised("settings-export-name"),
        description=localised("settings-export-description"),
    )
    async def hand_out(self, interaction: discord.Interaction) -> None:
        """Hand out what the server decided as a file, to whoever asks alone."""
        await self._file.hand_out(interaction)

    @app_commands.command(
        name=localised("settings-import-name"),
        description=localised("settings-import-description"),
    )
    @described_options(file="settings-import-file")
    async def take(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Say what a file would change, and ask whether it shall."""
        await self._file.look_at(interaction, file)
