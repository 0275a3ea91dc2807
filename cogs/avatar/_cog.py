import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import Gone
from bot.interface.messages.consents import decided
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.texts import Texts, localised
from bot.services.avatars import Avatars


class Avatar(commands.Cog):
    """Let members decide, for each server, whether others may use their avatar there."""

    def __init__(self, avatars: Avatars, texts: Texts) -> None:
        self._avatars = avatars
        self._texts = texts

    @app_commands.command(
        name=localised("avatar-name"), description=localised("avatar-description")
    )
    @app_commands.guild_only()
    async def avatar(self, interaction: discord.Interaction) -> None:
        """Say what the caller decided for this server, and let them change it."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        guild = interaction.guild
        if guild is None:
            raise Gone(key="error-server-gone")
        allows = await self._avatars.allows(interaction.user.id, guild.id)
        await answer.show(decided(self._texts, answer.locale, guild, allows=allows))

    async def decide(self, interaction: discord.Interaction, guild_id: int, allows: int) -> None:
        """Write what whoever presses decides for themselves, and say so in place of the question.

        It is about a server that the bot is in, wherever it is pressed: mostly in direct messages.
        """
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        guild = interaction.client.get_guild(guild_id)
        if guild is None:
            raise Gone(key="error-server-gone")
        await self._avatars.decide(interaction.user.id, guild.id, allows=bool(allows))
        await answer.show(decided(self._texts, answer.locale, guild, allows=bool(allows)))
