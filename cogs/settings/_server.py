import discord

from bot.interface.messages.answers import MessageableChannel
from bot.interface.permissions import lacking, to_write


class KnownServer:
    """A server as discord.py knows it."""

    def __init__(self, guild: discord.Guild) -> None:
        self._guild = guild

    def has_channel(self, channel_id: int) -> bool:
        """Tell whether there is such a channel or category; threads go with their channel."""
        return self._guild.get_channel(channel_id) is not None

    def takes_posts(self, channel_id: int) -> bool:
        """Tell whether the bot can post in this channel."""
        channel = self._guild.get_channel(channel_id)
        if not isinstance(channel, MessageableChannel):
            return False
        return not lacking(channel.permissions_for(self._guild.me), *to_write(channel))

    def has_role(self, role_id: int) -> bool:
        """Tell whether there is such a role. Everybody has @everyone, so that says nothing."""
        role = self._guild.get_role(role_id)
        return role is not None and not role.is_default()
