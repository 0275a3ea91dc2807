"""What the bot itself does for a slash command, beside what discord.py does for any.

Bots in processes of their own take the same `/imagine` commands one after another. The first
defers: this is what discord.py costs. The second also edits its answer, with a button, and asks the
relay with aiohttp: this is what any bot that makes pictures has to do. The last is the real one.
What it costs beyond the second is its own work: reading the request, limits, queue, conversation,
the rows of the job, and composing the request. For comparison, the third does what the second does
and commits two rows with sqlite3 alone, which is the least that a bot does that forgets no job.

The relay answers nobody while the clock runs, and refuses all of a batch after it.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count
from statistics import median
from typing import Final

from tests.benchmarks.bot_process import BOT, BotProcess, running
from tests.benchmarks.goals import Goal
from tests.benchmarks.small_discord import Asked, SmallDiscord
from tests.benchmarks.small_relay import SmallRelay

BARE: Final = "tests.benchmarks.bare_bots"
WAYS: Final = {
    **{kind: (BARE, kind) for kind in ("deferring", "painting", "keeping")},
    "ours": BOT,
}

BATCH: Final = 40
"""Commands that wait for the relay together: fewer than a server may have, or aiohttp connect."""

SETTLING: Final = 0.3
OWN: Final = 0.5

REACHED: Final = 8.5
"""What it is today: the light version sees to it that it does not become more.

It was 5.5 on the same machine before a job had an owner, and each member was counted first.
"""


class Counter:
    """Give commands to one bot and tell what each costs it."""

    def __init__(self, way: str, bot: BotProcess, discord: SmallDiscord, relay: SmallRelay) -> None:
        self._way = way
        self._bot = bot
        self._discord = discord
        self._relay = relay
        self._authors = count()

    async def batch(self) -> float:
        """Give a batch of commands; return the CPU seconds of one."""
        if self._way != "deferring":
            self._relay.hold()
        began = self._bot.cpu
        asked = [await self._one() for _ in range(BATCH)]
        # What follows the last request or answer by a moment belongs to its command.
        await asyncio.sleep(SETTLING)
        took = self._bot.cpu - began
        if self._way != "deferring":
            self._relay.let_go()
            for each in asked:
                await each.until(lambda this: this.answered)
            await asyncio.sleep(SETTLING)
        self._discord.forget()
        return took / BATCH

    async def _one(self) -> Asked:
        before = self._relay.asked
        asked = await self._discord.slash(
            "imagine", author=next(self._authors), prompt="a fox in the snow"
        )
        await asked.until(lambda this: this.acknowledged)
        if self._way != "deferring":
            await self._relay.until_asked(before + 1)
            await asked.until(lambda this: this.message["components"])
        return asked


@asynccontextmanager
async def counter(way: str) -> AsyncGenerator[Counter]:
    """Run a bot that is warm, and yield what gives it commands."""
    async with (
        SmallDiscord() as discord,
        SmallRelay() as relay,
        running(
            WAYS[way], discord=discord.url, relay=relay.url, ATELIER_MAX_CONCURRENT="256"
        ) as bot,
    ):
        await bot.ready()
        warm = Counter(way, bot, discord, relay)
        await warm.batch()
        yield warm
        assert not bot.errors, bot.errors


async def goals(*, light: bool) -> list[Goal]:
    """Give commands to all three in turns, and return what was reached."""
    costs: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(3 if light else 5):
        for way in WAYS:
            async with counter(way) as bot:
                costs[way].append(median([await bot.batch() for _ in range(3 if light else 5)]))
    base, painting, keeping, ours = (1_000 * median(costs[way]) for way in WAYS)
    name = "CPU beside discord.py's for dispatch and defer"
    return [
        Goal(
            f"own work of a slash command, {name}",
            _beyond_painting(costs, "ours"),
            REACHED if light else OWN,
            note=f"defer {base:.2f} ms, with painting line and request {painting:.2f} ms, the real"
            f" bot {ours:.2f} ms",
        ),
        Goal(
            f"two rows committed by sqlite3 alone, {name}",
            _beyond_painting(costs, "keeping"),
            note=f"with painting line and request {keeping:.2f} ms",
        ),
    ]


def _beyond_painting(costs: dict[str, list[float]], way: str) -> float:
    return median(
        (each - painting) / deferring
        for each, painting, deferring in zip(
            costs[way], costs["painting"], costs["deferring"], strict=True
        )
    )
