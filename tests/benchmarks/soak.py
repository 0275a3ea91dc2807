"""Thousands of jobs through the real bot: what each leaves behind in memory.

Turns of chats, pictures and edits by reply, a few at a time, with pictures so small that it is the
bot that works. What is held is taken after every hundred jobs, once the process has given back what
is free. Before that it warms up: SQLite keeps up to 2 MB of pages for each of the bot's four
connections (SQLite docs, PRAGMA cache_size), which are full after some thousand jobs.
"""

import asyncio
from itertools import count
from statistics import linear_regression
from typing import Any, Final

from tests.benchmarks.bot_process import WATCHED, BotProcess, running
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB
from tests.benchmarks.small_discord import Asked, SmallDiscord
from tests.benchmarks.small_relay import SmallRelay

KINDS: Final = ("talk", "picture", "edit")
AT_ONCE: Final = 4
CROWD: Final = 16
"""How many go first together, so that every pool has all its threads."""

MEMBERS: Final = 40
EVERY: Final = 100
SETTLING: Final = 2.0
KIB_A_JOB: Final = 0.5
LIGHT_KIB_A_JOB: Final = 8
"""SQLite's pages are part of it; a picture or a body that stays would be more."""


class Members:
    """Give the bot jobs of all kinds, one after the other for each of a few callers."""

    def __init__(self, discord: SmallDiscord) -> None:
        self._discord = discord
        self._numbers = count()

    async def ask(self, jobs: int, *, at_once: int = AT_ONCE) -> None:
        """Ask for so many jobs in all, and return once all are done."""
        left = iter(range(jobs))

        async def one_after_the_other() -> None:
            picture: Asked | None = None
            for _ in left:
                picture = await self._job(next(self._numbers), picture)

        async with asyncio.TaskGroup() as callers:
            for _ in range(at_once):
                callers.create_task(one_after_the_other())
        self._discord.forget()

    async def _job(self, number: int, picture: Asked | None) -> Asked | None:
        """Talk, make a picture or edit the newest one, in turns; return the newest one then."""
        author = number % MEMBERS
        kind = KINDS[number % len(KINDS)]
        if kind == "talk":
            asked = await self._discord.write(f"What about {number}?", author=author)
        elif kind == "edit" and picture is not None:
            asked = await self._discord.reply(picture, "make it blue", author=author)
        else:
            asked = await self._discord.slash("imagine", author=author, prompt=f"fox {number}")
        await asked.until(lambda it: it.answered)
        assert asked.files or (kind == "talk" and asked.message["content"]), asked.message
        return asked if asked.files else picture


async def goals(*, light: bool) -> list[Goal]:
    """Ask for all jobs and return what was reached."""
    warm_up, jobs, every = (150, 150, 15) if light else (6_000, 2_000, EVERY)
    held: dict[int, int] = {}
    async with (
        SmallDiscord() as discord,
        SmallRelay() as relay,
        running(WATCHED, discord=discord.url, relay=relay.url) as bot,
    ):
        await bot.ready()
        members = Members(discord)
        await members.ask(10 * CROWD, at_once=CROWD)
        await members.ask(warm_up)
        before = await _open(bot)
        for done in range(every, jobs + 1, every):
            await members.ask(every)
            held[done] = (await bot.seen())["held"]
        after = await _open(bot)
        errors = bot.errors
        assert not discord.unknown, discord.unknown
    name = f"{jobs:,} jobs"
    slope = linear_regression(list(held), list(held.values())).slope
    first, *_, last = held.values()
    return [
        Goal(
            f"{name}: memory that each adds (slope by least squares)",
            slope / 1024,
            LIGHT_KIB_A_JOB if light else KIB_A_JOB,
            "KiB",
            note=f"{first / MIB:.1f} MiB after the first {every}, {last / MIB:.1f} MiB at the end",
        ),
        *(
            Goal(f"{name}: more {what} than before", after[what] - before[what], 0, "")
            for what in before
        ),
        Goal(f"{name}: errors in the log", len(errors), 0, "", note="; ".join(errors[:3])),
    ]


async def _open(bot: BotProcess) -> dict[str, Any]:
    """Return how much a process that rests has open and under way."""
    await asyncio.sleep(SETTLING)
    seen = await bot.seen()
    return {
        "files and connections": bot.descriptors,
        "threads": bot.threads,
        "tasks": seen["tasks"],
        "messages": seen["messages"],
    }
