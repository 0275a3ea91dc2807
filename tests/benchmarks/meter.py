"""What work costs the process that does it: CPU, memory, and how long it keeps the event loop.

Memory is the growth of what the process holds at its peak (proc(5): `VmHWM`, set back by writing 5
to `clear_refs`), so Linux only. Every figure is taken in a fresh process, see `fresh`.
"""

import asyncio
import ctypes
import gc
import time
from asyncio.events import Handle
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final, Self

MIB: Final = 2**20

Work = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Figures:
    """Hold what one run of some work cost.

    `cpu` and `wall` are seconds of one run, all threads together. `held` is in bytes. `callback` is
    the CPU of the longest callback of the event loop, `stall` how late a task woke that asked for
    every millisecond, both in seconds. `extra` holds what only one benchmark tells.
    """

    cpu: float = 0.0
    wall: float = 0.0
    held: float = 0.0
    callback: float = 0.0
    stall: float = 0.0
    extra: dict[str, float] = field(default_factory=dict[str, float])

    def flat(self) -> dict[str, float]:
        """Return all of it by name."""
        fields: dict[str, Any] = asdict(self)
        return fields | fields.pop("extra")


async def measure(work: Work, *, warm_up: Work | None = None, runs: int = 5) -> Figures:
    """Do some work several times and tell what one time costs.

    Warming up is done with something small of the same kind. Between the runs what is free goes
    back to the system, as it does in a process that has something else to do meanwhile: otherwise
    only the first run would pay for its memory. The clocks that time callbacks and stalls run by
    themselves afterwards, because they cost CPU.
    """
    await (warm_up or work)()
    cpu: list[float] = []
    wall: list[float] = []
    held: list[float] = []
    for _ in range(runs):
        give_back()
        before = start_peak()
        began = time.process_time(), time.perf_counter()
        await work()
        cpu.append(time.process_time() - began[0])
        wall.append(time.perf_counter() - began[1])
        held.append(peak() - before)
    with timed_callbacks() as callbacks:
        await work()
    async with Ticker() as ticker:
        await work()
    return Figures(median(cpu), median(wall), max(held), max(callbacks, default=0), ticker.latest)


def give_back() -> None:
    """Return to the system what is free."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)


def start_peak() -> float:
    """Set the peak of held memory back to what is held now, and return that in bytes."""
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


def peak() -> float:
    """Return the most bytes that this process held since `start_peak`."""
    return _status("VmHWM")


def held_now() -> float:
    """Return the bytes that this process holds."""
    return _status("VmRSS")


def _status(name: str) -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{name}:")[2].split()[0]) * 1024


@contextmanager
def timed_callbacks() -> Generator[list[float]]:
    """Collect the CPU seconds of every callback that the event loop of this thread runs."""
    seconds: list[float] = []
    run = Handle._run

    def timed(handle: Handle) -> None:
        began = time.thread_time()
        run(handle)
        seconds.append(time.thread_time() - began)

    Handle._run = timed
    try:
        yield seconds
    finally:
        Handle._run = run


class Ticker:
    """Ask to be woken every millisecond, and note how late that comes at worst."""

    def __init__(self) -> None:
        self.latest = 0.0

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._tick())
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])

    async def _tick(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            self.latest = max(self.latest, time.perf_counter() - before - 0.001)
