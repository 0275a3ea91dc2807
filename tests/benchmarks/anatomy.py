"""Where the CPU of a whole turn goes: which threads use it, and what the event loop does with its.

The turn is that of `turns`: eight pictures and an upload of 10 MB in, a picture of 25 MB out. The
event loop is looked at in another turn, by a profiler that counts CPU and adds some of its own.
"""

from statistics import median
from typing import Final

from tests.benchmarks.goals import Goal
from tests.benchmarks.turns import Conversations, conversations

ROUNDS: Final = 3
TOLD: Final = 0.01
"""The least share that is worth a row."""

THREADS: Final = {
    "MainThread": "the event loop",
    "blobs": "writing and hashing files",
    "pictures": "cleaning the upload",
    "libvips worker": "cleaning the upload",
    "database-writer": "database, writing",
    "database-reader": "database, reading",
    "asyncio": "reading files to be sent",
}


async def goals(*, light: bool) -> list[Goal]:
    """Take turns, and return what used how much."""
    del light
    async with conversations("watched", 1) as begun:
        await begun.turn()
        turns = [await _by_thread(begun) for _ in range(ROUNDS)]
        await begun.bot.profile()
        await begun.turn()
        loop = await begun.bot.profile()
    names = sorted({name for turn in turns for name in turn})
    threads = {name: median(turn.get(name, 0.0) for turn in turns) for name in names}
    return [
        *_rows("a whole turn, CPU", threads, 1_000 * sum(threads.values())),
        *_rows("its event loop, CPU", loop, 1_000 * threads[THREADS["MainThread"]]),
    ]


async def _by_thread(begun: Conversations) -> dict[str, float]:
    """Return the CPU seconds of one turn by what they were for."""
    before = await begun.bot.threads_cpu()
    await begun.turn()
    used: dict[str, float] = {}
    for (name, thread_id), seconds in (await begun.bot.threads_cpu()).items():
        kind = THREADS.get(name.rpartition("_")[0] or name, "all else")
        used[kind] = used.get(kind, 0.0) + seconds - before.get((name, thread_id), 0.0)
    return used


def _rows(name: str, parts: dict[str, float], milliseconds: float) -> list[Goal]:
    whole = sum(parts.values())
    shares = sorted(((part / whole, kind) for kind, part in parts.items()), reverse=True)
    return [
        Goal(f"{name}: {kind}", 100 * share, unit="%", note=f"{share * milliseconds:.0f} ms")
        for share, kind in shares
        if share >= TOLD
    ]
