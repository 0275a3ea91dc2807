"""Carry out what was deleted in Discord, or is to be forgotten, until nothing of it is left.

A deletion is noted first, and forgotten as such when it is done. In between, the disk may be full,
the process may end, or a job may be at work that still needs what was deleted: it is carried out
again until none of this is in its way. Carrying it out twice does nothing the second time.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.deletion import DAY_IS_OVER, Deleted, Deletion, Pending
from bot.domain.errors import StorageFailed
from bot.domain.job import Forgotten
from bot.services.background import in_background
from bot.services.erasure import Erasure
from bot.services.guild_book import GuildBook
from bot.services.ports.forgetting import PendingDeletions

log = logging.getLogger(__name__)

AT_ONCE: Final = 100
"""How many deletions are read at once."""

SOONEST: Final = timedelta(seconds=5)
LATEST: Final = timedelta(minutes=10)
"""How long a deletion waits for a job that is at work: as long again as it did, within these."""

A_LOOK: Final = timedelta(hours=1)
"""How often it is looked what another process wrote down: `python -m bot forget`."""

HAVE_DAYS: Final = frozenset({Deleted.GUILD, Deleted.MEMBER})
"""What is forgotten for good once the day of whoever used something is over."""

PAUSES: Final = (1.0, 5.0, 30.0, 300.0)
"""Seconds after which it is tried again where the database fails, again and again."""


class DeletionQueue:
    """Take deletions, and forget what they are about."""

    def __init__(self, pending: PendingDeletions, erasure: Erasure, guild_book: GuildBook) -> None:
        self._pending = pending
        self._erasure = erasure
        self._guild_book = guild_book
        self._heard: dict[Deletion, None] = {}
        self._news = asyncio.Event()

    def add(self, deletions: Iterable[Deletion]) -> None:
        """Take what was deleted; it stays in memory until it can be written down."""
        self._heard |= dict.fromkeys(deletions)
        self._news.set()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Carry out what comes, as long as this is held; the rest is written down at the end."""
        try:
            async with in_background(self._run):
                yield
        finally:
            with suppress(StorageFailed):  # what can't be written is found by looking at Discord
                await self._note(datetime.now(UTC))

    async def forget_member(self, member_id: int, now: datetime) -> Forgotten:
        """Forget a member at once, and what is left of them later; return what went.

        It is written down first: what can't be done now is done though the process ends. Raise
        StorageFailed where some of it is still to be done.
        """
        pending = Pending(Deletion(Deleted.MEMBER, member_id), now)
        await self._pending.note_deletions([pending.deletion], now)
        try:
            return await self._forget(pending, now)
        finally:
            self._news.set()

    async def carry_out(self, now: datetime) -> None:
        """Do all that is due; raise StorageFailed where it can't be, and nothing of it is lost."""
        await self._note(now)
        while due := await self._pending.due_deletions(now, most=AT_ONCE):
            messages = [each.deletion for each in due if each.deletion.what is Deleted.MESSAGE]
            if messages:
                await self._erasure.messages([each.id for each in messages])
                await self._pending.deletions_done(messages)
            for each in due:
                if each.deletion.what is not Deleted.MESSAGE:
                    await self._forget(each, now)

    async def _note(self, now: datetime) -> None:
        """Write down what was heard; messages that show nothing are most of what is deleted."""
        heard = list(self._heard)
        messages = [each.id for each in heard if each.what is Deleted.MESSAGE]
        showing = await self._pending.showing(messages) if messages else set[int]()
        ours = [each for each in heard if each.what is not Deleted.MESSAGE or each.id in showing]
        if ours:
            await self._pending.note_deletions(ours, now)
        for each in heard:
            del self._heard[each]

    async def _forget(self, pending: Pending, now: datetime) -> Forgotten:
        deletion, then = pending.deletion, pending.noted_at
        match deletion.what:
            case Deleted.CHANNEL:
                forgotten = await self._erasure.channel(deletion.id)
            case Deleted.GUILD:
                forgotten = await self._erasure.guild(deletion.id, then=then, now=now)
                await self._guild_book.forget(deletion.id, then=then)
            case _:
                forgotten = await self._erasure.member(deletion.id, then=then, now=now)
        if forgotten.at_work:
            waited = min(max(now - then, SOONEST), LATEST)
            await self._pending.postpone_deletion(deletion, now + waited)
        elif deletion.what in HAVE_DAYS and now < then + DAY_IS_OVER:
            await self._pending.postpone_deletion(deletion, then + DAY_IS_OVER)
        else:
            await self._pending.deletions_done([deletion])
        return forgotten

    async def _run(self) -> None:
        failed = 0
        while True:
            self._news.clear()
            try:
                await self.carry_out(datetime.now(UTC))
                due_at = await self._pending.next_deletion_due()
            except Exception as error:
                pause = PAUSES[min(failed, len(PAUSES) - 1)]
                failed += 1
                if isinstance(error, StorageFailed):
                    log.warning("deletions wait, again in %d s: %s", pause, error.detail)
                else:
                    log.exception("deletions wait, again in %d s", pause)
                await asyncio.sleep(pause)
            else:
                failed = 0
                soon = datetime.now(UTC) + A_LOOK if due_at is None else due_at
                left = min(soon - datetime.now(UTC), A_LOOK)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), left.total_seconds())
