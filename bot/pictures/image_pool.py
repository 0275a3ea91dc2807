"""A small pool of threads in which pictures are looked at and worked on."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from bot.domain.area import Box
from bot.domain.picture import IntakeLimits, ModelLimits
from bot.pictures import box_drawing, chart_drawing, composing, transform, tree_drawing
from bot.pictures.header import Header, sniff

T = TypeVar("T")


class _Bench:
    """Hand places out in order of arrival, to all who are `first` before any other.

    A place that is free is worth more than one that is kept for somebody: who is not first may have
    all of them, and who is waits for one piece of work at most.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        self._first = deque[asyncio.Future[None]]()
        self._then = deque[asyncio.Future[None]]()

    @asynccontextmanager
    async def place(self, *, first: bool) -> AsyncGenerator[None]:
        """Wait for a place, and hold it."""
        if self._free:
            self._free -= 1
        else:
            await self._wait(self._first if first else self._then)
        try:
            yield
        finally:
            self._give()

    def clear(self) -> None:
        """Send all away who wait."""
        for waiter in (*self._first, *self._then):
            waiter.cancel()

    async def _wait(self, line: deque[asyncio.Future[None]]) -> None:
        waiter = asyncio.get_running_loop().create_future()
        line.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if not waiter.cancelled():
                self._give()  # who gave the place does not know that its taker has left
            raise

    def _give(self) -> None:
        for line in (self._first, self._then):
            while line:
                waiter = line.popleft()
                if not waiter.done():
                    waiter.set_result(None)
                    return
        self._free += 1


class ImagePool:
    """Work on picture files off the event loop, at most `workers` at a time.

    What a relay made is paid for, and somebody waits for it: that goes first.

    Every method raises UnusablePicture, its key the reason. What a failure leaves of a `target` is
    the caller's to delete.
    """

    def __init__(self, intake: IntakeLimits | None = None, *, workers: int = 2) -> None:
        self._intake = intake or IntakeLimits()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="pictures")
        self._bench = _Bench(workers)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def is_picture(self, start: bytes) -> bool:
        """Tell whether a file with these first SIGNATURE_BYTES is a picture.

        Some words begin as one does, and have no null byte.
        """
        return sniff(start) is not None and b"\0" in start

    async def examine(self, path: Path, target: Path) -> Header:
        """Read the header of what a relay made; refuse no known picture, or one too large.

        Where it was slightly off, `target` is written, to be kept instead: the header `is_mended`.
        """
        return await self._run(lambda: transform.receive(path, target, self._intake), first=True)

    async def normalise(self, source: Path, target: Path, limits: ModelLimits) -> Header:
        """Write what a model may get of a member's picture; return the header of `target`.

        Upright, sRGB, 8 bits, without metadata, the first frame alone, within the limits.
        """
        return await self._run(
            lambda: transform.normalise(source, target, self._intake, limits), first=False
        )

    async def fit(self, source: Path, target: Path, max_bytes: int) -> Header:
        """Write what a relay made in at most `max_bytes`; return the header of `target`."""
        return await self._run(
            lambda: transform.fit(source, target, self._intake, max_bytes), first=True
        )

    async def compose(
        self,
        original: Path,
        result: Path,
        target: Path,
        *,
        boxes: Sequence[Box] = (),
        mask: Path | None = None,
    ) -> Header | None:
        """Write the original with the result in place of what is inside boxes, or white in a mask.

        Return the header of `target`; None, nothing written, where the two don't lie on each other.
        """
        return await self._run(
            lambda: composing.compose(
                original, result, target, self._intake, boxes=boxes, mask=mask
            ),
            first=True,
        )

    async def make_mask(self, source: Path, target: Path, size: tuple[int, int]) -> Header:
        """Write a member's mask in black and white, as wide and high as the picture it is for."""
        return await self._run(
            lambda: composing.make_mask(source, target, self._intake, size), first=False
        )

    async def draw_boxes(
        self, source: Path, target: Path, boxes: Sequence[Box], chosen: Collection[int]
    ) -> Header:
        """Write a small picture with numbered boxes over it, some of them chosen."""
        return await self._run(
            lambda: box_drawing.draw_boxes(source, target, self._intake, boxes, chosen), first=False
        )

    async def draw_tree(self, target: Path, tiles: Sequence[tree_drawing.Tile]) -> Header:
        """Write a picture of versions and of what each continues."""
        return await self._run(lambda: tree_drawing.draw_tree(target, tiles), first=False)

    async def draw_chart(self, target: Path, chart: chart_drawing.Chart) -> Header:
        """Write a picture of bars."""
        return await self._run(lambda: chart_drawing.draw_chart(target, chart), first=False)

    async def close(self) -> None:
        """Finish what is being worked on, and drop what waits."""
        self._bench.clear()
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)

    async def _run(self, work: Callable[[], T], *, first: bool) -> T:
        """Run in the pool; when cancelled, return only once no thread touches the files."""
        async with self._bench.place(first=first):
            job = self._pool.submit(work)
            future = asyncio.wrap_future(job)
            try:
                return await asyncio.shield(future)
            except asyncio.CancelledError:
                if not job.cancel():
                    await asyncio.wait([future])
                raise
