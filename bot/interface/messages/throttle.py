"""Keep a message up to date: edited when there is news, and never more often than is polite."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

log = logging.getLogger(__name__)


class Throttle:
    """Call `edit` after each `news`, and after `every` seconds without any, while this is entered.

    It tells whether there was anything to edit; if so, the next time is as many seconds later at
    the earliest. What fails is let go: the final message makes it good. An edit that is under way
    at the end is let end, for cut off, what it did would not be known.
    """

    def __init__(self, edit: Callable[[], Awaitable[bool]], *, every: float) -> None:
        self._edit = edit
        self._every = every
        self._news = asyncio.Event()
        self._ended = asyncio.Event()

    def news(self) -> None:
        """Note that there is something new to show."""
        self._news.set()

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._news.set()
        await self._task

    async def _run(self) -> None:
        while True:
            # Some of what is shown changes with the clock alone.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), self._every)
            self._news.clear()
            if self._ended.is_set():
                return
            try:
                if not await self._edit():
                    continue
            except Exception as error:  # noqa: BLE001 (no way to show progress may cost a picture)
                log.warning("progress could not be shown: %s", type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), self._every)
