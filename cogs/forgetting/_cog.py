from collections.abc import Collection

import discord
from discord.ext import commands

from bot.interface.client import AtelierClient


class Deletions(commands.Cog):
    """Listen to what goes; without a message cache the raw events alone tell of messages."""

    def __init__(self, bot: AtelierClient) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Forget what a message showed."""
        await self._forget([payload.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Forget what messages showed that somebody deleted together."""
        await self._forget(payload.message_ids)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Forget a thread; discord.py tells of each that it knows when its channel is deleted."""
        await self._bot.forgetting.channel(payload.thread_id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget a channel."""
        await self._bot.forgetting.channel(channel.id)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that the bot was removed from; one that is out of order stays."""
        await self._bot.forgetting.guild(guild.id)

    async def _forget(self, message_ids: Collection[int]) -> None:
        """Forget what these messages show; what is still being made is waited for."""
        ours = [each for each in message_ids if await self._bot.desk.shown_in(each, None)]
        if ours:
            await self._bot.forgetting.messages(ours)
