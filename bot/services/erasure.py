"""Forget what was deleted in Discord, what a member wants forgotten, and what is kept long enough.

The rows go first, in steps that hold nobody up. The files follow when it is tidied up: a process
that dies in between leaves files that no row names, never a row without its files.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.consent import ASKED_FOR
from bot.domain.counting import counted
from bot.domain.errors import StorageFailed
from bot.domain.job import Forgotten
from bot.domain.references import KEPT_FOR
from bot.services.background import in_background
from bot.services.ports.blobs import Blobs
from bot.services.ports.forgetting import Forgetting

log = logging.getLogger(__name__)

STEP: Final = 200
"""How many jobs are forgotten before others may write."""

AN_HOUR: Final = timedelta(hours=1)
"""How often it is tidied up, and how long bytes may wait for the row that will name them."""


A_MONTH: Final = timedelta(days=30)
"""How long what failed can be tried again."""


class Erasure:
    """Forget what was said and made."""

    def __init__(self, forgetting: Forgetting) -> None:
        self._forgetting = forgetting

    async def messages(self, message_ids: Collection[int]) -> None:
        """Forget what only these messages showed."""
        await self._forgetting.forget_messages(message_ids)

    async def channel(self, channel_id: int) -> Forgotten:
        """Forget what was asked and shown in a channel and its threads."""
        return await _to_the_last(lambda: self._forgetting.forget_channel(channel_id, most=STEP))

    async def guild(self, guild_id: int, *, then: datetime, now: datetime) -> Forgotten:
        """Forget what was asked in a server until then, and shown there."""
        return await _to_the_last(
            lambda: self._forgetting.forget_guild(guild_id, then=then, now=now, most=STEP)
        )

    async def member(self, member_id: int, *, then: datetime, now: datetime) -> Forgotten:
        """Forget a member and what they asked for until then.

        What they used on a day stays until that is over; see `Forgetting.forget_member`.
        """
        return await _to_the_last(
            lambda: self._forgetting.forget_member(member_id, then=then, now=now, most=STEP)
        )

    async def before(self, then: datetime) -> int:
        """Forget what nothing came of any more since then, and return how many turns that were."""
        return (await _to_the_last(lambda: self._forgetting.forget_before(then, most=STEP))).turns

    async def before_in(self, guild_id: int, then: datetime) -> int:
        """Forget the same of what was asked in a server, and return how many turns that were."""
        forgotten = await _to_the_last(
            lambda: self._forgetting.forget_before_in(guild_id, then, most=STEP)
        )
        return forgotten.turns

    async def fruitless(self, then: datetime) -> None:
        """Forget what was asked before then and of which nothing came: no message shows it."""
        await _to_the_last(lambda: self._forgetting.forget_fruitless(then, most=STEP))


class Housekeeping:
    """Forget what is older than `keep_for`, and delete the files that no row names any more.

    `guild_days` returns for how many days servers keep what was asked in them, by their ids; what
    is to be kept longer than `keep_for` goes all the same.
    """

    def __init__(
        self,
        forgetting: Forgetting,
        blobs: Blobs,
        *,
        keep_for: timedelta | None,
        guild_days: Callable[[], Mapping[int, int]] = dict[int, int],
    ) -> None:
        self._forgetting = forgetting
        self._blobs = blobs
        self._erasure = Erasure(forgetting)
        self._keep_for = keep_for
        self._guild_days = guild_days

    def running(self) -> AbstractAsyncContextManager[None]:
        """Tidy up at once and every hour, as long as this is held."""
        return in_background(self._run)

    async def tidy(self, *, age: timedelta = AN_HOUR) -> None:
        """Do all that is due; a file goes if it is `age` old at least."""
        now, turns = datetime.now(UTC), 0
        if self._keep_for is not None:
            turns += await self._erasure.before(now - self._keep_for)
        for guild_id, days in self._guild_days().items():
            turns += await self._erasure.before_in(guild_id, now - timedelta(days=days))
        if turns:
            log.info("kept long enough, and forgotten: %s", counted(turns, "turn"))
        await self._erasure.fruitless(datetime.now(UTC) - A_MONTH)
        await self._forgetting.forget_collected(datetime.now(UTC) - KEPT_FOR)
        await self._forgetting.forget_questions(datetime.now(UTC) - ASKED_FOR)
        await self._forgetting.forget_tallies(datetime.now(UTC))
        await self._forgetting.forget_reports(datetime.now(UTC) - A_MONTH)
        files = 0
        async for keys in self._blobs.old(age):
            # Asked after they were listed: who names one of them from now on renews it first.
            named = await self._forgetting.named(keys)
            files += await self._blobs.delete([key for key in keys if key not in named], age=age)
        if files:
            log.info("named by nothing any more, and deleted: %s", counted(files, "file"))

    async def _run(self) -> None:
        while True:
            try:
                await self.tidy()
            except StorageFailed as error:
                log.warning("could not tidy up, which is tried again in an hour: %s", error.detail)
            except Exception:
                log.exception("could not tidy up, which is tried again in an hour")
            await asyncio.sleep(AN_HOUR.total_seconds())


async def _to_the_last(step: Callable[[], Awaitable[Forgotten]]) -> Forgotten:
    """Repeat a step until nothing is left, and return what went in all."""
    jobs = turns = 0
    while (last := await step()).jobs:
        jobs += last.jobs
        turns += last.turns
    return Forgotten(jobs, turns, at_work=last.at_work)
