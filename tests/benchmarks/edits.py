"""How often a message is edited while its answer is made: a picture of 30 s, words of 60 s.

The real bot stands between the embedded Discord and relay. Three pictures come first, from which it
knows how long one takes; the counted one and the words come at the same time.
"""

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bot.interface.messages.chat import ChatPresenter
from bot.interface.messages.pictures import PicturePresenter
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack, local_stack
from tests.acting import at_work
from tests.benchmarks.goals import Goal

PICTURE_SECONDS: Final = 30.0
STREAM_SECONDS: Final = 60.0
CHUNK_SECONDS: Final = 0.2
WORD: Final = "word"
WITHIN: Final = 60.0
"""Seconds that an answer may come late on a busy machine."""

CELLS: Final = 10
"""Of the bar: a picture that takes long has no more to say of itself."""

FIRST_AND_LAST: Final = 2
"""The line that it begins with, and what comes of it."""


async def goals(*, light: bool) -> list[Goal]:
    """Let a picture and an answer in words be made, and count the edits of each."""
    picture, stream = (6.0, 5.0) if light else (PICTURE_SECONDS, STREAM_SECONDS)
    with TemporaryDirectory() as folder:
        async with (
            local_stack(Path(folder), chunk_delay=CHUNK_SECONDS, sketches=True) as world,
            world.bot() as bot,
        ):
            await world.ready(within=WITHIN)
            counted, written = await _counted(world, picture, stream)
            await bot.stop()
    cells = min(CELLS, counted.seconds // PicturePresenter.every)
    return [
        Goal(
            f"edits while a picture is made for {picture:g} s",
            counted.edits,
            FIRST_AND_LAST + cells,
            "",
        ),
        Goal(
            f"edits while words come for {stream:g} s",
            written.edits,
            FIRST_AND_LAST + written.seconds // ChatPresenter.every,
            "",
        ),
    ]


@dataclass(frozen=True, slots=True)
class _Edits:
    """Count the edits of a message, and the seconds that its answer took."""

    edits: int
    seconds: float


async def _counted(world: Stack, picture: float, stream: float) -> tuple[_Edits, _Edits]:
    """Return the edits of the picture's message, and of the one that the words are in."""
    world.relay.next(*[faults.slow(picture)] * 3)
    known = await world.anna.slash(world.art, "imagine", prompt="three kites", count=3)
    await _pictures(world, await known.result(within=WITHIN), 3, picture)
    before = _edits(world, "/webhooks/")
    world.relay.next(faults.slow(picture))
    sent = len(world.relay.requests)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    await at_work(world, requests=sent + 1)
    words = (f"{WORD} ",) * int(stream / CHUNK_SECONDS)
    world.relay.next(faults.says(words))
    told = await world.ben.send(world.art, f"{world.discord.bot_mention} Talk!")
    growing = await world.art.wait_for_message(after=told, within=WITHIN)
    painted, written = await asyncio.gather(
        _seconds(_pictures(world, line, 1, picture)),
        _seconds(
            world.discord.message_changed(
                growing, lambda seen: seen.text.count(WORD) == len(words), within=stream + WITHIN
            )
        ),
    )
    return (
        _Edits(_edits(world, "/webhooks/") - before, painted),
        _Edits(_edits(world, f"/messages/{growing.id}"), written),
    )


async def _seconds(waiting: Awaitable[object]) -> float:
    began = time.monotonic()
    await waiting
    return time.monotonic() - began


async def _pictures(world: Stack, line: Message, number: int, seconds: float) -> None:
    await world.discord.message_changed(
        line, lambda seen: len(seen.pictures) == number, within=seconds + WITHIN
    )


def _edits(world: Stack, path: str) -> int:
    return sum(call.method == "PATCH" and path in call.path for call in world.discord.calls)
