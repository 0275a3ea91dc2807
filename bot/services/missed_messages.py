"""Which messages were dealt with, so that none is answered twice and none is passed over.

All up to one message were dealt with: that is written down, every few seconds at most. It lies
below each message that is still listened to, and below all that may have been said while nothing
was heard, until that was looked for. What was dealt with and lies above it when a process dies is
known otherwise: by its job, or by the reply that it got.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final

from bot.domain.errors import StorageFailed
from bot.services.background import in_background
from bot.services.ports.members import Heard

log = logging.getLogger(__name__)

EVERY: Final = 5.0
"""Seconds between two times at which is written up to where all was heard."""

MOST_TAKEN: Final = 10_000
"""How many messages are known to be answered already: more than can be meant for the bot while they
are young enough to be looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """Stand for a time in which nothing was heard: messages above `since` may have been missed."""

    since: int


class MissedMessages:
    """Know which messages were dealt with."""

    def __init__(self, memory: Heard) -> None:
        self._memory = memory
        self._newest: int | None = None
        self._written: int | None = None
        self._listened = dict[object, int]()
        self._taken = dict[int, None]()
        self._gap: Gap | None = None
        self._closed = False
        self._news = asyncio.Event()

    @property
    def gap(self) -> Gap | None:
        """Return the time in which nothing was heard, as long as nobody looked what was said."""
        return self._gap

    @contextmanager
    def of(self, message_id: int) -> Generator[Callable[[], None]]:
        """Listen to a message: dealt with at the end, or as soon as what is yielded is called.

        Who is cancelled in the middle has not dealt with it.
        """
        listening = object()
        self._listened[listening] = message_id
        self._newest = max(self._newest or 0, message_id)

        def dealt_with() -> None:
            if not self._closed:
                self._listened.pop(listening, None)
                self._news.set()

        try:
            yield dealt_with
        except Exception:
            dealt_with()
            raise
        dealt_with()

    def take(self, message_id: int) -> bool:
        """Take a message to answer it; False where somebody did so before."""
        if message_id in self._taken:
            return False
        self._taken[message_id] = None
        if len(self._taken) > MOST_TAKEN:
            del self._taken[next(iter(self._taken))]
        return True

    def begin_anew(self) -> None:
        """Note that Discord has begun to tell anew, and does not tell what was said before."""
        up_to = self._up_to()
        self._gap = None if up_to is None else Gap(up_to)

    def caught_up(self, gap: Gap) -> None:
        """Note that what was missed was looked for, unless something was missed again meanwhile."""
        if self._gap is gap:
            self._gap = None
            self._news.set()

    def close(self) -> None:
        """Take nothing for dealt with from now on: who is answered as we leave may not get it."""
        self._closed = True

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Go on from what was written, and write on while this is held; raise StorageFailed."""
        self._newest = self._written = await self._memory.heard_up_to()
        try:
            async with in_background(self._run):
                yield
        finally:
            await self._write()

    def _up_to(self) -> int | None:
        """Return the message up to which all were dealt with; None where nothing was ever heard."""
        if self._newest is None:
            return None
        missed = [] if self._gap is None else [self._gap.since]
        return min([self._newest, *missed, *(each - 1 for each in self._listened.values())])

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            await self._write()
            await asyncio.sleep(EVERY)

    async def _write(self) -> None:
        up_to = self._up_to()
        if up_to is None or up_to == self._written:
            return
        try:
            await self._memory.hear_up_to(up_to)
        except StorageFailed as error:
            log.warning("up to where all was heard can't be written: %s", error.detail)
        except Exception:
            log.exception("up to where all was heard could not be written")
        else:
            self._written = up_to
