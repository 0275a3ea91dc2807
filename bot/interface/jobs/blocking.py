"""Whom a server lets in no more."""

from datetime import UTC, datetime

from bot.interface.messages.log_channel import LogChannel
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook


class Blocking:
    """Block members of a server, and let them in again; its log channel is told of both."""

    def __init__(
        self, guild_book: GuildBook, generation: Generation, log_channel: LogChannel
    ) -> None:
        self._guild_book = guild_book
        self._generation = generation
        self._log_channel = log_channel

    async def block(
        self, guild_id: int, member_id: int, *, author_id: int, reason: str = ""
    ) -> bool:
        """Block a member, and cancel what they have waiting; False if they were blocked before."""
        now = datetime.now(UTC)
        is_new = await self._guild_book.block(guild_id, member_id, author_id=author_id, now=now)
        if is_new:
            self._log_channel.member_blocked(guild_id, author_id, member_id, reason=reason)
        await self._generation.cancel_waiting(guild_id, member_id)
        return is_new

    async def unblock(self, guild_id: int, member_id: int, *, author_id: int) -> bool:
        """Let a member in again; False if they were not blocked."""
        was_blocked = await self._guild_book.unblock(guild_id, member_id)
        if was_blocked:
            self._log_channel.member_unblocked(guild_id, author_id, member_id)
        return was_blocked
