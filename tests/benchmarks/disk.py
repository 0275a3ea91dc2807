"""How long the disk keeps the event loop when eight pictures of 25 MB are stored at once.

An iteration is one pass of the loop over what is ready, without the wait for it: nobody else is
served meanwhile. The control receives the same eight answers with the same client and keeps
nothing. Both run in turns, because on a machine with other work everything is late now and then.
"""

import asyncio
import time
from asyncio.base_events import BaseEventLoop
from collections.abc import Generator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

import aiohttp

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import GenerationOptions
from bot.pictures.image_pool import ImagePool
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.storage.blobs import FileBlobs
from tests.benchmarks.far_side import far_side
from tests.benchmarks.fresh import Row, alternating, middle
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import Figures, Ticker, give_back
from tests.benchmarks.replies import Nowhere

SIZE: Final = 25_000_000
SMALL: Final = 100_000
AT_ONCE: Final = 8
RUNS: Final = 3
OVER_CONTROL_MS: Final = 10


@contextmanager
def timed_iterations() -> Generator[list[float]]:
    """Collect the seconds of every iteration of the running event loop, without its waits."""
    loop: Any = asyncio.get_running_loop()
    seconds: list[float] = []
    selector, run_once = loop._selector, BaseEventLoop._run_once
    select, waited = selector.select, 0.0

    def timed_select(timeout: float | None = None) -> Any:
        nonlocal waited
        began = time.perf_counter()
        ready = select(timeout)
        waited += time.perf_counter() - began
        return ready

    def timed_run_once(self: BaseEventLoop) -> None:
        nonlocal waited
        waited, began = 0.0, time.perf_counter()
        run_once(self)
        seconds.append(time.perf_counter() - began - waited)

    selector.select, BaseEventLoop._run_once = timed_select, timed_run_once
    try:
        yield seconds
    finally:
        BaseEventLoop._run_once = run_once
        del selector.select


async def stored(*, url: str) -> Figures:
    """Receive into the store of the bot."""
    async with AsyncExitStack() as house:
        folder = Path(house.enter_context(TemporaryDirectory()))
        blobs = await house.enter_async_context(FileBlobs.open(folder))
        image_pool = await house.enter_async_context(ImagePool())
        session = await house.enter_async_context(relay_session())

        async def examine(blob: BlobRef) -> Picture:
            async with blobs.scratch() as target:
                header = await image_pool.examine(blobs.path(blob), target)
            return Picture(blob, header.media_type, header.width, header.height)

        relay = RelayClient(
            session, url, "key", open_spool=blobs.spool, blob_path=blobs.path, examine=examine
        )
        return await _measured(relay)


async def received(*, url: str) -> Figures:
    """Receive and keep nothing."""

    def no_file(_: BlobRef) -> Path:
        raise AssertionError("nothing is stored")

    async def no_look(blob: BlobRef) -> Picture:
        return Picture(blob, "image/png", 64, 64)

    async with aiohttp.ClientSession() as session:
        relay = RelayClient(
            session, url, "key", open_spool=Nowhere, blob_path=no_file, examine=no_look
        )
        return await _measured(relay)


async def _measured(relay: RelayClient) -> Figures:
    async def read(size: int) -> None:
        model = ModelProfile(f"reply-{size}", ModelKind.IMAGE)
        asked = (Part(text="a fox"),)
        options = GenerationOptions(budget=2**20)
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(relay.generate(model, TurnPath(), asked, options))

    await read(SMALL)
    longest: list[float] = []
    for _ in range(RUNS):
        give_back()
        with timed_iterations() as seconds:
            await read(SIZE)
        longest.append(max(seconds))
    async with Ticker() as ticker:
        await read(SIZE)
    return Figures(stall=ticker.latest, extra={"iteration": median(longest)})


async def goals(*, light: bool) -> list[Goal]:
    """Measure both in turns, and return what was reached."""
    async with far_side() as url:
        rows = await alternating(
            {"stored": stored, "received": received}, rounds=3 if light else 7, url=url
        )
    over = median(
        ours["iteration"] - control["iteration"]
        for ours, control in zip(rows["stored"], rows["received"], strict=True)
    )
    note = " · ".join(f"{name} {_told(rows[name])}" for name in rows)
    return [
        Goal(
            f"{AT_ONCE} replies of {SIZE / 1e6:g} MB stored at once: longest iteration over the"
            " control",
            1_000 * over,
            OVER_CONTROL_MS,
            "ms",
            note=note,
        )
    ]


def _told(rows: list[Row]) -> str:
    iteration, stall = (1_000 * middle(rows, figure) for figure in ("iteration", "stall"))
    return f"{iteration:.1f} ms (a ticker woke {stall:.1f} ms late)"
