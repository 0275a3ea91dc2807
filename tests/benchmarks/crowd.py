"""Everybody at once: who is acknowledged when, and whether all are answered.

The relay takes its time, and the bot asks it for a quarter of the pictures at once: the others
wait, and read every two seconds at most how many are before them. Beside it stands a bot of
discord.py alone that acknowledges as many, and does nothing else.
"""

import asyncio
from typing import Final

from tests.benchmarks.bot_process import BOT, BotProcess, running
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB
from tests.benchmarks.small_discord import Asked, SmallDiscord
from tests.benchmarks.small_relay import SmallRelay
from tests.benchmarks.starting import BARE

SERVERS: Final = 8
"""So that no server is fuller than the limit of 50 jobs."""

ACKNOWLEDGED_SECONDS: Final = 1.0
BESIDE_BARE: Final = 3.0
GROWTH_MIB: Final = 4
"""Half of all pictures come in this time, and none is to be held: room for the allocator."""


async def goals(*, light: bool) -> list[Goal]:
    """Let the crowd in and return what was reached."""
    members, seconds = (60, 2.0) if light else (200, 20.0)
    bare = await _acknowledged_by_bare(members)
    async with (
        SmallDiscord(servers=SERVERS) as discord,
        SmallRelay() as relay,
        running(
            BOT,
            discord=discord.url,
            relay=relay.url,
            ATELIER_MAX_CONCURRENT=str(members // 4),
        ) as bot,
    ):
        await bot.ready()
        await _warm_up(discord)
        before, relay.seconds = bot.held, seconds
        asked = await _come(discord, members)
        middle = await _answered(asked, bot, within=20 * seconds)
        growth, whole = bot.held - middle, middle - before
        errors = bot.errors
    last = max(_seconds_to_acknowledge(asked))
    answers = [each.answered - each.at for each in asked if each.answered]
    refused = sum(1 for each in asked if each.answered and not each.files)
    name = f"{members} members at once, relay at {seconds:g} s"
    waited = f"pictures came after {min(answers):.1f} to {max(answers):.1f} s"
    return [
        Goal(
            f"{name}: the last is acknowledged after",
            last,
            None if light else ACKNOWLEDGED_SECONDS,
            "s",
            note=f"a bot that only acknowledges: {bare:.2f} s",
        ),
        Goal(f"{name}: that / a bot of discord.py alone", last / bare, BESIDE_BARE),
        Goal(f"{name}: not answered", members - len(answers), 0, "", note=waited),
        Goal(f"{name}: refused", refused, 0, ""),
        Goal(
            f"{name}: memory grows from half time to the end",
            growth / MIB,
            GROWTH_MIB,
            "MiB",
            note=f"from nobody to half time: {whole / MIB:.1f} MiB",
        ),
        Goal(f"{name}: errors in the log", len(errors), 0, "", note="; ".join(errors[:3])),
    ]


async def _acknowledged_by_bare(members: int) -> float:
    async with (
        SmallDiscord(servers=SERVERS) as discord,
        running(BARE, discord=discord.url) as bot,
    ):
        await bot.ready()
        await (await discord.slash("imagine", prompt="a fox")).until(lambda it: it.acknowledged)
        asked = await _come(discord, members)
        await asyncio.gather(*(each.until(lambda it: it.acknowledged) for each in asked))
        return max(_seconds_to_acknowledge(asked))


async def _warm_up(discord: SmallDiscord) -> None:
    for server in range(SERVERS):
        asked = await discord.slash("imagine", server=server, author=server, prompt="a fox")
        await asked.until(lambda it: it.answered)


async def _come(discord: SmallDiscord, members: int) -> list[Asked]:
    return [
        await discord.slash("imagine", server=number % SERVERS, author=number, prompt="a fox")
        for number in range(members)
    ]


async def _answered(asked: list[Asked], bot: BotProcess, *, within: float) -> int:
    """Wait for all answers, or as long as is fair; return what the bot held at half time."""
    answers = [
        asyncio.create_task(each.until(lambda it: it.answered, within=within)) for each in asked
    ]
    half = None
    for number, answer in enumerate(asyncio.as_completed(answers), 1):
        try:
            await answer
        except TimeoutError:
            continue
        if number == len(asked) // 2:
            half = bot.held
    return half or bot.held


def _seconds_to_acknowledge(asked: list[Asked]) -> list[float]:
    return [each.acknowledged - each.at for each in asked if each.acknowledged is not None]
