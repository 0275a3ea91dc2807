import discord
from discord.ext import commands

from bot.services.own_relays import OwnRelays


class Leaving(commands.Cog):
    """Forget a server's key at once where the bot leaves it: all else of it may take a while."""

    def __init__(self, own_relays: OwnRelays) -> None:
        self._own_relays = own_relays

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget the key of a server that the bot was removed from."""
        await self._own_relays.remove(guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Forget what a server had before: the bot may have left it while nothing was heard."""
        await self._own_relays.remove(guild.id)
