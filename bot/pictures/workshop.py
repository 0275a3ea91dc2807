"""The workshop: a small pool of threads in which pictures are looked at and worked on."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from bot.domain.picture import IntakeLimits, ModelLimits
from bot.pictures import transform
from bot.pictures.header import Header, check, read_header

__all__ = ["Header", "Workshop"]

T = TypeVar("T")


class Workshop:
    """Work on picture files off the event loop, at most `workers` at a time.

    Every method raises UnusablePicture, its key the reason. What a failure leaves of a `target` is
    the caller's to delete.
    """

    def __init__(self, intake: IntakeLimits | None = None, *, workers: int = 2) -> None:
        self._intake = intake or IntakeLimits()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="pictures")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def examine(self, path: Path) -> Header:
        """Read the header alone; refuse what is no known picture or too large to decode."""

        def work() -> Header:
            header = read_header(path)
            check(header, self._intake)
            return header

        return await self._run(work)

    async def normalise(self, source: Path, target: Path, limits: ModelLimits) -> Header:
        """Write what a model may get of a member's picture; return the header of `target`.

        Upright, sRGB, 8 bits, without metadata, the first frame alone, within the limits.
        """
        return await self._run(lambda: transform.normalise(source, target, self._intake, limits))

    async def fit(self, source: Path, target: Path, max_bytes: int) -> Header:
        """Write a picture so that it takes at most `max_bytes`; return the header of `target`."""
        return await self._run(lambda: transform.fit(source, target, self._intake, max_bytes))

    async def close(self) -> None:
        """Finish what is being worked on, and drop what waits."""
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)

    async def _run(self, work: Callable[[], T]) -> T:
        """Run in the pool; when cancelled, return only once no thread touches the files."""
        job = self._pool.submit(work)
        future = asyncio.wrap_future(job)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            if not job.cancel():
                await asyncio.wait([future])
            raise
