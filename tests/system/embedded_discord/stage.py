"""What the tests of the embedded Discord share: pictures, waiting, a running bot."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import discord
import pytest
from PIL import Image

from demo.discord import Channel, EmbeddedDiscord, Guild, Member
from tests.system.embedded_discord.painter import Painter, point_at

TOKEN = "a.bot.token"

WITHIN = 20.0
"""Seconds after which a test gives up waiting."""


def png(width: int = 30, height: int = 20, colour: str = "red") -> bytes:
    """Paint a picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


async def until(probe: Callable[[], object]) -> None:
    """Wait for something on the bot's side, of which the server cannot tell."""
    for _ in range(int(WITHIN * 100)):
        if probe():
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"The bot did not get there within {WITHIN:g} s")


def content_intents() -> discord.Intents:
    """Ask for the message content besides the usual events."""
    intents = discord.Intents.default()
    intents.message_content = True
    return intents


@contextlib.asynccontextmanager
async def running(
    server: EmbeddedDiscord, intents: discord.Intents | None = None
) -> AsyncIterator[Painter]:
    """Run the small bot against a server and put discord.py's addresses back afterwards."""
    before = (
        discord.http.Route.BASE,
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY,
        discord.asset.Asset.BASE,
    )
    point_at(server.url)
    bot = Painter(intents or content_intents())
    task = asyncio.create_task(bot.start(TOKEN))
    try:
        ready = asyncio.create_task(bot.ready.wait())
        await asyncio.wait({task, ready}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            ready.cancel()
            await task
        yield bot
    finally:
        await bot.close()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        discord.http.Route.BASE = before[0]
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = before[1]
        discord.asset.Asset.BASE = before[2]


@dataclass
class Stage:
    """One server with a channel and a member, and the bot in it."""

    discord: EmbeddedDiscord
    guild: Guild
    channel: Channel
    anna: Member
    bot: Painter
