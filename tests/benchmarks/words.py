"""How long the words of others keep the event loop of the real bot, at worst.

Words of every kind that is hard on what reads them, each as long as Discord takes: a member writes
them with ten files of as long a name, and gives them as a prompt and as a model's name. The model
says them at more length, and a relay in an error. What is told is the CPU of the one callback that
kept the loop longest; nobody else is served for so long.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

from tests.benchmarks.bot_process import WATCHED, BotProcess, running
from tests.benchmarks.goals import Goal
from tests.benchmarks.small_discord import SmallDiscord
from tests.benchmarks.small_relay import SmallRelay

KINDS: Final = {
    "words": "word ",
    "one word": "x",
    "Chinese": "图",
    "lines": "a\n",
    "brackets": "[",
    "masked links": "[a](http://a) ",
    "addresses": "http://a.b/c ",
    "code blocks": "```\n",
    "named code blocks": "```py\n",
    "marks of code": "`",
    "stars": "*",
    "backslashes": "\\",
    "mentions": "<@1>",
    "tags": "<",
    "titles": "<title",
    "runs of names": "a-",
    "dots": "a.",
    "numbers": "1:",
    "data URIs": "![a](data:image/png;base64,#1 ",
    "keys": "api_key ",
}
MESSAGE: Final = 4_000
"""Characters: what a member writes at most, with Nitro."""

ANSWER: Final = 100_000
"""Characters: more than a model says."""

BODY: Final = 65_536
"""Bytes of an error that are read at most."""

FILES: Final = 10
NAME: Final = 255
"""Characters of a file's name at most."""

CALLBACK_MS: Final = 50


def of(piece: str, length: int) -> str:
    """Return so many characters of a kind."""
    return (piece * (length // len(piece) + 1))[:length]


@asynccontextmanager
async def _bot() -> AsyncGenerator[tuple[BotProcess, SmallDiscord, SmallRelay]]:
    async with (
        SmallRelay() as relay,
        SmallDiscord() as discord,
        running(WATCHED, discord=discord.url, relay=relay.url) as bot,
    ):
        await bot.ready()
        yield bot, discord, relay


async def longest(kinds: dict[str, str]) -> dict[str, float]:
    """Return the CPU seconds of the longest callback, by what was said."""
    reached: dict[str, float] = {}
    async with _bot() as (bot, discord, relay):
        await _say("a fox ", discord, relay)
        for kind, piece in kinds.items():
            await bot.longest_callback()
            await _say(piece, discord, relay)
            reached[kind] = await bot.longest_callback()
        assert not bot.errors, bot.errors
    return reached


async def _say(piece: str, discord: SmallDiscord, relay: SmallRelay) -> None:
    """Let everybody say it, and return once all of it was answered."""
    files = [
        discord.attachment(b"no picture", "text/plain", name=of(piece, NAME)) for _ in range(FILES)
    ]
    said = of(piece, MESSAGE)
    relay.says, relay.breaks = of(piece, ANSWER), b""
    talked = await discord.write(said, attachments=files)
    await talked.until(lambda this: this.answered)
    relay.breaks = of(piece, BODY).encode()[:BODY]
    asked = [
        await discord.write(said, attachments=files),
        await discord.slash("imagine", prompt=said),
        await discord.slash("imagine", prompt=said, model=said),
    ]
    for each in asked:
        await each.until(lambda this: this.answered)


async def goals(*, light: bool) -> list[Goal]:
    """Say all of it, and return what was reached."""
    del light
    reached = await longest(KINDS)
    worst = max(reached, key=lambda kind: reached[kind])
    name = f"{MESSAGE:,} characters and {FILES} files' names of any kind, longest callback"
    return [Goal(name, 1_000 * reached[worst], CALLBACK_MS, "ms", f"the worst: {worst}")]
