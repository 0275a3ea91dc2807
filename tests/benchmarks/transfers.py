"""What a picture of 10 MB costs on its way to Discord and back from its CDN, by discord.py's HTTP.

Beside ours stands what most bots write: `discord.File(BytesIO(data))`, and `Attachment.read()`.
"""

import io
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import aiohttp
import discord
import discord.http

from bot.interface.messages.bodies import OutgoingFile
from bot.relay.media import MediaFetcher
from bot.storage.blobs import FileBlobs
from tests.benchmarks import far_side
from tests.benchmarks.fresh import alternating, middle, ratio
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB, Figures, measure

SIZE: Final = 10_000_000
SMALL: Final = 100_000
CHANNEL: Final = 7


async def up(*, url: str) -> Figures:
    """Upload a file as the bot does."""
    with TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.png" for size in (SIZE, SMALL)}
        for size, path in paths.items():
            path.write_bytes(far_side.png(size))
        return await _posted(url, lambda size: OutgoingFile(paths[size], "a.png").open())


async def up_from_memory(*, url: str) -> Figures:
    """Upload bytes that are in memory, as a bot has them that read a whole reply."""
    data = {size: far_side.png(size) for size in (SIZE, SMALL)}
    return await _posted(url, lambda size: discord.File(io.BytesIO(data[size]), "a.png"))


async def _posted(url: str, file: Callable[[int], discord.File]) -> Figures:
    async with _logged_in(url) as client:
        channel = client.get_partial_messageable(CHANNEL)

        async def post(size: int) -> None:
            await channel.send(file=file(size))

        return await measure(lambda: post(SIZE), warm_up=lambda: post(SMALL))


async def down(*, url: str) -> Figures:
    """Fetch an attachment as the bot does: into a file, hashed."""
    with TemporaryDirectory() as folder:
        async with (
            FileBlobs.open(Path(folder)) as blobs,
            MediaFetcher(private_origins=frozenset([url])) as fetcher,
        ):

            async def fetch(size: int) -> None:
                spool = blobs.spool()
                await fetcher.fetch(_address(url, size), spool, max_bytes=2 * SIZE)
                await spool.finish()
                await spool.discard()

            return await measure(lambda: fetch(SIZE), warm_up=lambda: fetch(SMALL))


async def down_to_memory(*, url: str) -> Figures:
    """Fetch it with what `Attachment.read` calls."""
    async with _logged_in(url) as client:

        async def fetch(size: int) -> None:
            assert len(await client.http.get_from_cdn(_address(url, size))) == size

        return await measure(lambda: fetch(SIZE), warm_up=lambda: fetch(SMALL))


async def dropped(*, url: str) -> Figures:
    """Receive it and do nothing with it."""
    async with aiohttp.ClientSession() as session:

        async def fetch(size: int) -> None:
            async with session.get(_address(url, size)) as response:
                async for _ in response.content.iter_any():
                    pass

        return await measure(lambda: fetch(SIZE), warm_up=lambda: fetch(SMALL))


def _address(url: str, size: int) -> str:
    return f"{url}/files/{size}"


@asynccontextmanager
async def _logged_in(url: str) -> AsyncGenerator[discord.Client]:
    discord.http.Route.BASE = f"{url}/api/v10"
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login("token")
        yield client


async def goals(*, light: bool) -> list[Goal]:
    """Measure both ways, and return what was reached."""
    ways = {
        "up": up,
        "up from memory": up_from_memory,
        "down": down,
        "down to memory": down_to_memory,
        "dropped": dropped,
    }
    async with far_side.far_side() as url:
        rows = await alternating(ways, rounds=3, url=url)

    def ms(way: str) -> float:
        return 1_000 * middle(rows[way], "callback")

    def held(way: str) -> float:
        return middle(rows[way], "held") / MIB

    up_note = f"`BytesIO`: {held('up from memory'):.1f} MiB, {ms('up from memory'):.1f} ms"
    down_note = f"`read()`: {held('down to memory'):.1f} MiB, {ms('down to memory'):.1f} ms"
    return [
        Goal("10 MB to Discord, held", held("up"), 0.1 * SIZE / MIB, "MiB", up_note),
        Goal("10 MB to Discord, longest callback", ms("up"), 2, "ms"),
        Goal("10 MB to Discord, CPU / `BytesIO`", ratio(rows["up"], rows["up from memory"])),
        Goal("10 MB from Discord, held", held("down"), None if light else 1, "MiB", down_note),
        Goal(
            "10 MB from Discord, held beyond receiving and dropping",
            held("down") - held("dropped"),
            1,
            "MiB",
        ),
        Goal("10 MB from Discord, longest callback", ms("down"), 2, "ms"),
        Goal("10 MB from Discord into a file, CPU / dropped", ratio(rows["down"], rows["dropped"])),
    ]
