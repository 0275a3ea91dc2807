"""Threads are called after what they are about."""

import logging

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import AtelierError
from bot.interface.discord_retry import PASSING
from bot.services.access import Access
from bot.services.titles import Titles

log = logging.getLogger(__name__)


class ThreadTitles:
    """Call a thread after what it is about, once its first answer is there."""

    def __init__(self, titles: Titles | None, access: Access) -> None:
        """Take what makes names; without it each thread keeps its first one."""
        self._access = access
        self._titles = titles

    async def give(self, thread: discord.Thread, opened_as: str, first: Turn | None = None) -> None:
        """Rename a thread that nobody has renamed since; what fails leaves its name.

        It is about the `first` turn, which may stand above it, else about the first one in it.

        A name costs a little that no ledger holds, so where money is counted there is none. Who
        opened a thread may rename it (Discord docs, Threads, Editing & Deleting Threads).
        """
        if self._titles is None or self._access.counts_money(thread.guild.id):
            return
        try:
            titles, guild_id = self._titles, thread.guild.id
            title = await (
                titles.about(first, guild_id) if first else titles.of(thread.id, guild_id)
            )
            present = await thread.guild.fetch_channel(thread.id)
            if title and present.name == opened_as:
                await thread.edit(name=title)
        except (AtelierError, discord.HTTPException, *PASSING) as error:
            log.warning("thread %d keeps its first name: %s", thread.id, type(error).__name__)
