"""A whole turn over the wire: the real bot beside a careful one that does not stream.

Somebody replies to the last of eight pictures with an upload of 10 MB. The bot fetches and cleans
that, sends it with the eight pictures and their signatures, receives a picture of 25 MB, stores it,
and posts it as it is. Discord and the relay are other processes. Each figure is that of the first
such turn of a process that is warm from small ones. What is held is looked at every 2 ms, without
the pages of files that libvips maps.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from io import BytesIO
from random import Random
from statistics import median
from typing import Final

import aiohttp
from PIL import Image

from tests.benchmarks import far_side
from tests.benchmarks.bot_process import BOT, WATCHED, BotProcess, running
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB
from tests.benchmarks.small_discord import Asked, SmallDiscord

WAYS: Final = {"ours": BOT, "careful": ("tests.benchmarks.careful_bot",)}
BOTS: Final = WAYS | {"watched": WATCHED}
HISTORY: Final = 8
OLD: Final = 1_500_000
NEW: Final = 25_000_000
UPLOAD_SIDE: Final = 4_000
SMALL_SIDE: Final = 400
WITHIN: Final = 120.0
CPU: Final = 0.4
PAIRS: Final = 5
"""How often both take a turn: one pair alone was seen to be off by half its ratio."""


def photo(side: int) -> bytes:
    """Return a photo as a phone takes it: of about 10 MB for 4,000 pixels a side."""
    noise = Image.frombytes("L", (side // 2, side // 2), Random(1).randbytes(side * side // 4))
    out = BytesIO()
    Image.merge("RGB", [noise.resize((side, side))] * 3).save(out, "JPEG", quality=94)
    return out.getvalue()


class Conversations:
    """Hold conversations with one bot, all of the same length."""

    def __init__(self, bot: BotProcess, discord: SmallDiscord, relay: str) -> None:
        self.bot = bot
        self._discord = discord
        self._relay = relay
        self._newest: list[Asked] = []
        self._upload = discord.attachment(photo(UPLOAD_SIDE), "image/jpeg")
        self._small = discord.attachment(photo(SMALL_SIDE), "image/jpeg")

    async def begin(self, at_once: int) -> None:
        """Make eight pictures in each of so many servers, out of small uploads."""
        await self._make_pictures_of(OLD)
        for number in range(at_once):
            asked = await self._discord.slash("imagine", prompt="a fox", **_who(number))
            await asked.until(lambda this: this.answered, within=WITHIN)
            for _ in range(HISTORY - 1):
                asked = await self._discord.reply(
                    asked, "a red sky", attachments=[self._small], **_who(number)
                )
                await asked.until(lambda this: this.answered, within=WITHIN)
            self._newest.append(asked)
        await self._make_pictures_of(NEW)

    async def turn(self) -> tuple[float, float]:
        """Edit the last picture of each; return CPU seconds and bytes held, of all together."""
        before, held = self.bot.cpu, self.bot.own
        peaks = [held]
        sampling = asyncio.create_task(self._sample(peaks))
        async with asyncio.TaskGroup() as group:
            for number, newest in enumerate(self._newest):
                group.create_task(self._edit(newest, number))
        await asyncio.sleep(0.3)
        sampling.cancel()
        return self.bot.cpu - before, max(peaks) - held

    async def _sample(self, peaks: list[int]) -> None:
        while True:
            await asyncio.sleep(0.002)
            peaks.append(self.bot.own)

    async def _edit(self, newest: Asked, number: int) -> None:
        asked = await self._discord.reply(
            newest, "with this in it", attachments=[self._upload], **_who(number)
        )
        await asked.until(lambda this: this.answered, within=WITHIN)
        assert asked.files == 1, asked.message

    async def _make_pictures_of(self, size: int) -> None:
        async with aiohttp.ClientSession() as session:
            await session.post(f"{self._relay}/sizes/{size}")


def _who(number: int) -> dict[str, int]:
    return {"server": number, "author": number}


@asynccontextmanager
async def conversations(way: str, at_once: int) -> AsyncGenerator[Conversations]:
    """Run a bot, and begin conversations with it."""
    async with (
        far_side.far_side() as relay,
        SmallDiscord(servers=at_once) as discord,
        running(BOTS[way], discord=discord.url, relay=relay, ATELIER_BODY_BUDGET_MB="64") as bot,
    ):
        await bot.ready()
        begun = Conversations(bot, discord, relay)
        await begun.begin(at_once)
        yield begun
        assert not bot.errors, bot.errors


async def goals(*, light: bool) -> list[Goal]:
    """Take turns with both bots, and return what was reached."""
    reached: list[Goal] = []
    for at_once in (1,) if light else (1, 8):
        cpu: dict[str, list[float]] = {way: [] for way in WAYS}
        held: dict[str, list[float]] = {way: [] for way in WAYS}
        for _ in range(PAIRS):
            for way in WAYS:
                async with conversations(way, at_once) as begun:
                    seconds, size = await begun.turn()
                cpu[way].append(seconds)
                held[way].append(size)
        name = "a whole turn" if at_once == 1 else f"{at_once} whole turns at once"
        ratios = [ours / theirs for ours, theirs in zip(*cpu.values(), strict=True)]
        theirs = f"{median(held['careful']) / MIB:.0f} MiB"
        reached += [
            Goal(
                f"{name}, CPU / a careful bot that does not stream",
                median(ratios),
                CPU,
                note=f"{1_000 * median(cpu['ours']) / at_once:.0f} ms a turn",
            ),
            Goal(f"{name}, held", median(held["ours"]) / MIB, 20, "MiB", f"careful: {theirs}"),
        ]
    return reached
