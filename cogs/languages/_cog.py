import discord
from discord.ext import commands

from bot.interface.texts import DEFAULT, Texts, nearest
from bot.services.locales import Locales


class Languages(commands.Cog):
    """Listen to the language of whoever does something: their messages don't tell it."""

    def __init__(self, locales: Locales, texts: Texts) -> None:
        self._locales = locales
        self._texts = texts

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Remember it, where it is not the one that would be taken anyway."""
        if interaction.type is discord.InteractionType.autocomplete:
            return
        own, around = interaction.locale.value, interaction.guild_locale
        public = self._texts.public(interaction.guild_id, around.value if around else DEFAULT)
        usual = nearest(own) == nearest(public) == DEFAULT
        await self._locales.note(interaction.user.id, own, usual=usual)
