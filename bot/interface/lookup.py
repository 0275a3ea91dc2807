"""Looking what is still there in Discord."""

from typing import Final

import discord

from bot.domain.deletion import Page, Seen, Sight
from bot.services.sweep import PAGE

UNKNOWN_CHANNEL: Final = 10003
UNKNOWN_MESSAGE: Final = 10008
"""Discord docs, JSON Error Codes. Any other 404 is none of Discord's words about this."""

TROUBLE: Final = (discord.DiscordException, OSError, TimeoutError)
"""What a question to Discord may end with otherwise: it, or the way to it, broke down."""


class ClientLookup:
    """Look through discord.py: first at what it knows, then by asking."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    def reaches(self, guild_id: int | None) -> bool:
        """Tell whether looking makes sense: a server that is out of order can't be looked into."""
        guild = self._client.get_guild(guild_id) if guild_id is not None else None
        return guild is None or not guild.unavailable

    def knows(self, channel_id: int) -> Seen | None:
        """Return what discord.py knows of a channel; it is told of each that is deleted."""
        channel = self._client.get_channel(channel_id)
        return None if channel is None else _there(channel)

    async def channel(self, channel_id: int) -> Seen:
        """Ask for a channel or thread."""
        try:
            return _there(await self._client.fetch_channel(channel_id))
        except TROUBLE as error:
            return Seen(_said_by(error))

    async def page(self, channel_id: int, *, below: int) -> Page | Sight:
        """Ask for the newest messages of a channel below an id; else return why not."""
        channel = self._client.get_partial_messageable(channel_id)
        try:
            found = [
                message.id
                async for message in channel.history(limit=PAGE, before=discord.Object(below))
            ]
        except TROUBLE as error:
            return _said_by(error)
        return Page(frozenset(found), lowest=min(found) if len(found) == PAGE else 0)

    async def message(self, channel_id: int, message_id: int) -> Sight:
        """Ask for one message."""
        try:
            await self._client.get_partial_messageable(channel_id).fetch_message(message_id)
        except TROUBLE as error:
            return _said_by(error, unknown=UNKNOWN_MESSAGE)
        return Sight.THERE


def _there(channel: object) -> Seen:
    return Seen(Sight.THERE, channel.parent_id if isinstance(channel, discord.Thread) else None)


def _said_by(error: Exception, *, unknown: int = UNKNOWN_CHANNEL) -> Sight:
    """Return what an error says of what was asked for."""
    if isinstance(error, discord.Forbidden):
        return Sight.CLOSED
    is_gone = isinstance(error, discord.NotFound) and error.code == unknown
    return Sight.GONE if is_gone else Sight.UNSURE
