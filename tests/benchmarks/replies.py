"""What reading an answer costs: ours beside the SDK, the plain way, and the floor.

The floor receives the body and drops it, and decodes the picture's base64 once. `decoded` is our
client without a disk; `stored` is what the bot does: file written, content hash taken, synced.
"""

import asyncio
import base64
import json
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import aiohttp
import pybase64

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import GenerationOptions
from bot.pictures.image_pool import ImagePool
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.storage.blobs import FileBlobs
from tests.benchmarks import far_side
from tests.benchmarks.fresh import Row, alternating, middle, ratio
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB, Figures, measure

SMALL: Final = 100_000
SIZES: Final = (1.5, 6, 25)
"""Megabytes: pictures of 1K, 2K and 4K."""

CALLBACK_MS: Final = 2

PEERS: Final = {"plain": "`json()` and `b64decode`", "sdk": "google-genai, which stores nothing"}


class Nowhere:
    """Take bytes and keep none."""

    def __init__(self) -> None:
        self._size = 0

    def write(self, data: bytes) -> None:
        self._size += len(data)

    async def drain(self) -> None:
        pass

    async def commit(self) -> BlobRef:
        return BlobRef("b3-" + "0" * 64, self._size)

    async def discard(self) -> None:
        pass


async def _no_look(blob: BlobRef) -> Picture:
    return Picture(blob, "image/png", 64, 64)


async def decoded(*, url: str, size: int, at_once: int = 1) -> Figures:
    """Read with our client into nowhere."""
    async with relay_session() as session:
        relay = RelayClient(
            session, url, "key", open_spool=Nowhere, blob_path=_no_file, examine=_no_look
        )
        return await _measured(relay, size, at_once)


def _no_file(_: BlobRef) -> Path:
    raise AssertionError("nothing is stored")


async def stored(*, url: str, size: int, at_once: int = 1) -> Figures:
    """Read with our client into the store of the bot."""
    async with _house() as (blobs, image_pool), relay_session() as session:

        async def examine(blob: BlobRef) -> Picture:
            async with blobs.scratch() as target:
                header = await image_pool.examine(blobs.path(blob), target)
            return Picture(blob, header.media_type, header.width, header.height)

        relay = RelayClient(
            session, url, "key", open_spool=blobs.spool, blob_path=blobs.path, examine=examine
        )
        return await _measured(relay, size, at_once)


@asynccontextmanager
async def _house() -> AsyncGenerator[tuple[FileBlobs, ImagePool]]:
    async with AsyncExitStack() as house:
        folder = Path(house.enter_context(TemporaryDirectory()))
        blobs = await house.enter_async_context(FileBlobs.open(folder))
        yield blobs, await house.enter_async_context(ImagePool())


async def _measured(relay: RelayClient, size: int, at_once: int) -> Figures:
    async def read(size: int) -> None:
        model = ModelProfile(f"reply-{size}", ModelKind.IMAGE)
        asked = (Part(text="a fox"),)
        options = GenerationOptions(budget=2**20)
        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(relay.generate(model, TurnPath(), asked, options))

    return await measure(lambda: read(size), warm_up=lambda: read(SMALL))


async def with_the_sdk(*, url: str, size: int) -> Figures:
    """Read with google-genai, which stores nothing."""
    from google import genai  # noqa: PLC0415 (of the `bench` group alone)

    client = genai.Client(
        api_key="key", http_options=genai.types.HttpOptions(base_url=url, api_version="v1beta")
    )

    async def read(size: int) -> None:
        answer: Any = await client.aio.models.generate_content(
            model=f"reply-{size}", contents="a fox"
        )
        data = answer.candidates[0].content.parts[0].inline_data.data
        assert len(data) == size

    return await measure(lambda: read(size), warm_up=lambda: read(SMALL))


async def plainly(*, url: str, size: int) -> Figures:
    """Read with aiohttp's `json()` and the standard library's base64."""
    async with aiohttp.ClientSession() as session:

        async def read(size: int) -> None:
            async with session.post(_address(url, size), data=b"{}") as response:
                answer = await response.json()
            part = answer["candidates"][0]["content"]["parts"][0]
            assert len(base64.b64decode(part["inlineData"]["data"])) == size

        return await measure(lambda: read(size), warm_up=lambda: read(SMALL))


async def floor(*, url: str, size: int) -> Figures:
    """Receive and drop, and decode the same picture once."""
    texts: dict[int, bytes] = {}
    for each in (size, SMALL):
        part = json.loads(far_side.reply(each))["candidates"][0]["content"]["parts"][0]
        texts[each] = part["inlineData"]["data"].encode()
    async with aiohttp.ClientSession() as session:

        async def read(size: int) -> None:
            async with session.post(_address(url, size), data=b"{}") as response:
                async for _ in response.content.iter_any():
                    pass
            pybase64.b64decode(texts[size], validate=True)

        return await measure(lambda: read(size), warm_up=lambda: read(SMALL))


def _address(url: str, size: int) -> str:
    return f"{url}/v1beta/models/reply-{size}:generateContent"


async def goals(*, light: bool) -> list[Goal]:
    """Measure all, and return what was reached; the light version leaves the SDK out."""
    ways = {"decoded": decoded, "stored": stored, "plain": plainly, "floor": floor}
    if not light:
        ways["sdk"] = with_the_sdk
    reached: list[Goal] = []
    async with far_side.far_side() as url:
        for megabytes in SIZES[1:2] if light else SIZES:
            size = int(megabytes * 1e6)
            rows = await alternating(ways, url=url, size=size)
            reached += _speed(f"reply of {megabytes:g} MB", rows, whole=megabytes >= SIZES[1])
            reached += _weight(f"reply of {megabytes:g} MB", rows["stored"], size)
        size = int(SIZES[-1] * 1e6)
        eight = await alternating({"stored": stored}, rounds=1, url=url, size=size, at_once=8)
        reached += _weight(f"8 replies of {SIZES[-1]:g} MB", eight["stored"], size, number=8)
    return reached


def _speed(name: str, rows: dict[str, list[Row]], *, whole: bool) -> list[Goal]:
    floor, decoded, stored = rows["floor"], rows["decoded"], rows["stored"]

    def beside(peer: str, limit: float | None) -> Goal:
        note = f"the floor itself: {ratio(floor, rows[peer]):.2g} x"
        if peer == "sdk":
            held, callback = middle(rows[peer], "held"), middle(rows[peer], "callback")
            note += f"; the SDK holds {held / MIB:.0f} MiB, callback {1_000 * callback:.0f} ms"
        what = f"{name}, decoded, CPU / {PEERS[peer]}"
        return Goal(what, ratio(decoded, rows[peer]), limit if whole else None, note=note)

    reached = [
        Goal(
            f"{name}, decoded, CPU / floor",
            ratio(decoded, floor),
            1.6 if whole else None,
            note=f"the floor: {1_000 * middle(floor, 'cpu'):.1f} ms",
        ),
        beside("plain", 0.1 if "sdk" in rows else None),
        Goal(f"{name}, stored, CPU / floor", ratio(stored, floor), 4),
    ]
    if "sdk" in rows:
        reached += [
            beside("sdk", 0.15),
            Goal(f"{name}, stored, CPU / {PEERS['sdk']}", ratio(stored, rows["sdk"]), 0.35),
        ]
    return reached


def _weight(name: str, rows: list[Row], size: int, *, number: int = 1) -> list[Goal]:
    whole = number * (size + far_side.signature_of(size))
    return [
        Goal(f"{name}, held", middle(rows, "held") / MIB, 4 + 0.05 * whole / MIB, "MiB"),
        Goal(f"{name}, longest callback", 1_000 * middle(rows, "callback"), CALLBACK_MS, "ms"),
    ]
