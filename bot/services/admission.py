"""Who may go next: one request at a time in a conversation, a bounded number in the process."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.domain.errors import QueueFull, Restarting


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class Lines:
    """Let those who come for the same thing through one after the other, in order of arrival."""

    def __init__(self) -> None:
        self._lines: dict[int, _Line] = {}

    @asynccontextmanager
    async def turn(self, key: int) -> AsyncGenerator[None]:
        """Wait until all who came before for this key have left, and hold it."""
        line = self._lines.setdefault(key, _Line())
        line.length += 1
        try:
            async with line.lock:
                yield
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[key]


class Admission:
    """Let jobs through in the order in which they came.

    `running` is how many requests may be under way at once; `waiting` is how many jobs may be
    present, from their acceptance to their answer, before a new one is refused at once. In each of
    the `conversations` one job is at work at a time.
    """

    def __init__(self, *, running: int, waiting: int = 200) -> None:
        self._slots = asyncio.Semaphore(running)
        self._room = waiting
        self._present = 0
        self._closed = False
        self._empty = asyncio.Event()
        self._empty.set()
        self.conversations = Lines()

    @asynccontextmanager
    async def visit(self) -> AsyncGenerator[None]:
        """Be present for a whole job; raise QueueFull or Restarting instead of letting it wait."""
        if self._closed:
            raise Restarting
        if self._present >= self._room:
            raise QueueFull
        self._present += 1
        self._empty.clear()
        try:
            yield
        finally:
            self._present -= 1
            if not self._present:
                self._empty.set()

    @asynccontextmanager
    async def slot(self) -> AsyncGenerator[None]:
        """Wait for one of the process's places for a request under way, and hold it."""
        async with self._slots:
            yield

    async def close(self, seconds: float) -> int:
        """Let nobody in any more, wait for those present, and return how many still are."""
        self._closed = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._empty.wait(), seconds)
        return self._present
