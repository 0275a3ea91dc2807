import discord
from discord.ext import commands

from bot.interface.texts import DEFAULT, nearest
from bot.services.locales import Locales


class Languages(commands.Cog):
    """Listen to the language of whoever does something: their messages don't tell it."""

    def __init__(self, locales: Locales) -> None:
        self._locales = locales

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Remember it, where it is not the one that would be taken anyway."""
        if interaction.type is discord.InteractionType.autocomplete:
            return
        own, around = interaction.locale.value, interaction.guild_locale
        usual = nearest(own) == nearest(around.value if around else DEFAULT) == DEFAULT
        await self._locales.note(interaction.user.id, own, usual=usual)
