import logging

import discord

from bot.domain.errors import AtelierError
from bot.interface.discord_retry import PASSING
from bot.services.access import Access
from bot.services.titles import Titles

log = logging.getLogger(__name__)


class ThreadTitles:
    """Call a thread after what it is about, once its first answer is there."""

    def __init__(self, titles: Titles, access: Access) -> None:
        self._access = access
        self._titles = titles

    async def give(self, thread: discord.Thread, opened_as: str) -> None:
        """Rename a thread that nobody has renamed since; what fails leaves its name.

        A name costs a little that no ledger holds, so where money is counted there is none. Who
        opened a thread may rename it (Discord docs, Threads, Editing & Deleting Threads).
        """
        if self._access.counts_money(thread.guild.id):
            return
        try:
            title = await self._titles.of(thread.id, thread.guild.id)
            present = await thread.guild.fetch_channel(thread.id)
            if title and present.name == opened_as:
                await thread.edit(name=title)
        except (AtelierError, discord.HTTPException, *PASSING) as error:
            log.warning("thread %d keeps its first name: %s", thread.id, type(error).__name__)
