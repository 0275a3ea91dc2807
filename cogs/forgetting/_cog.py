import asyncio
from collections.abc import Collection

import discord
from discord.ext import commands

from bot.domain.deletion import Deleted, Deletion
from bot.interface.jobs.pending import PendingMessages
from bot.interface.lookup import ClientLookup
from bot.services.deletion_queue import DeletionQueue
from bot.services.sweep import Known, Sweep


class DeletionEvents(commands.Cog):
    """Listen to what goes; without a message cache the raw events alone tell of messages."""

    def __init__(
        self,
        client: discord.Client,
        deletions: DeletionQueue,
        sweep: Sweep,
        pending: PendingMessages,
    ) -> None:
        self._client = client
        self._deletions = deletions
        self._sweep = sweep
        self._pending = pending

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
        """Forget a thread."""
        self._deletions.add([Deletion(Deleted.CHANNEL, payload.thread_id)])

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget a channel of any kind, and its threads: Discord tells only of the channel."""
        self._deletions.add([Deletion(Deleted.CHANNEL, channel.id)])

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that the bot was removed from; one that is out of order stays."""
        self._deletions.add([Deletion(Deleted.GUILD, guild.id)])

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Look into this server as well, from now on."""
        self._sweep.join(guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Look what was deleted while nothing was heard: a session that is resumed tells itself."""
        guilds = self._client.guilds
        parents = {thread.id: thread.parent_id for guild in guilds for thread in guild.threads}
        self._sweep.begin_anew(Known({guild.id for guild in guilds}, parents))

    async def _forget(self, message_ids: Collection[int]) -> None:
        """Forget what these messages show; what is still being made is waited for."""

        async def forget(message_id: int) -> None:
            await self._pending.wait(message_id)
            self._deletions.add([Deletion(Deleted.MESSAGE, message_id)])

        await asyncio.gather(*map(forget, message_ids))


async def look_around(client: discord.Client, sweep: Sweep) -> None:
    """Look what was deleted in Discord while nobody listened, once channels are known."""
    await client.wait_until_ready()
    await sweep.run(ClientLookup(client))
