"""What somebody may see: decided by their own permissions, never by the bot's."""

from typing import Any

import discord

from bot.domain.job import Shown
from bot.domain.version import Node


class Sight:
    """See with the eyes of whoever started an interaction."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        channel = interaction.channel
        above = channel.parent_id if isinstance(channel, discord.Thread) else None
        self._here = {interaction.channel_id, above}
        self._guild = interaction.guild
        self._member = interaction.user

    def sees(self, node: Node, shown: Shown) -> bool:
        """Tell whether they may see what a message shows; what is private, only its author may."""
        if not shown.channel_id:
            return node.author_id == self._member.id
        return self.is_here(shown) or self._may_view(shown.channel_id)

    def is_here(self, shown: Shown) -> bool:
        """Tell whether everybody here sees it: in this channel, or in the one above this thread."""
        return shown.channel_id in self._here

    def link(self, shown: Shown) -> str:
        """Return the address that jumps to a message."""
        place = self._guild.id if self._guild else "@me"
        return f"https://discord.com/channels/{place}/{shown.channel_id}/{shown.message_id}"

    def _may_view(self, channel_id: int) -> bool:
        """Tell whether they may view another channel of this server, and read what was said there.

        A private thread is seen by its members, whom the bot does not know, and by moderators.
        """
        channel = self._guild.get_channel_or_thread(channel_id) if self._guild else None
        if channel is None or not isinstance(self._member, discord.Member):
            return False
        allowed = channel.permissions_for(self._member)
        if isinstance(channel, discord.Thread) and channel.is_private():
            return allowed.manage_threads
        return allowed.view_channel and allowed.read_message_history
