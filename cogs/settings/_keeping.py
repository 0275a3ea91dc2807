from collections.abc import Mapping
from typing import Any

import discord

from bot.interface.messages.log_channel import LogChannel
from bot.services.guild_book import GuildBook


class SettingsKeeper:
    """Keep what somebody changed, and tell the server's log channel of it."""

    def __init__(self, book: GuildBook, log_channel: LogChannel) -> None:
        self._book = book
        self._log_channel = log_channel

    async def keep(
        self, guild_id: int, values: Mapping[str, Any], *, seen: int, author_id: int
    ) -> list[str]:
        """Keep values that are checked, and return the names of what changed.

        `seen` is the revision that they looked at; raise ChangedMeanwhile, nothing kept.
        """
        now = discord.utils.utcnow()
        changes = await self._book.change(guild_id, values, seen=seen, author_id=author_id, now=now)
        self._log_channel.settings_changed(guild_id, author_id, changes)
        return [change.name for change in changes]
