"""What sending a conversation costs, with its pictures and signatures: ours beside the floor.

The floor sends a body that was built beforehand. The SDK and `json.dumps` are handed pictures that
are in memory already; ours reads them from its store.
"""

import base64
import json
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import aiohttp

from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.conversation import Turn, TurnPath
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import GenerationOptions
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.storage.blobs import FileBlobs
from tests.benchmarks import far_side
from tests.benchmarks.fresh import Row, alternating, middle, ratio
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB, Figures, measure
from tests.unit.domain.builders import turn

PICTURE: Final = 1_000_000
SIGNATURE: Final = "c2lnbmF0dXJl" * 8_000
COUNTS: Final = (1, 4, 14)
MODEL: Final = ModelProfile("sink", ModelKind.IMAGE, max_references=14, signs=True)


async def ours(*, url: str, count: int) -> Figures:
    """Stream from the store, as the bot does."""
    async with AsyncExitStack() as house:
        folder = Path(house.enter_context(TemporaryDirectory()))
        blobs = await house.enter_async_context(FileBlobs.open(folder))
        session = await house.enter_async_context(relay_session())
        relay = RelayClient(
            session, url, "key", open_spool=blobs.spool, blob_path=blobs.path, examine=_no_picture
        )
        turns = [
            turn(number, Part(picture=picture, memory=Memory(signature)), family=MODEL.family)
            for number, (picture, signature) in enumerate(
                [await _stored(blobs, number) for number in range(count)]
            )
        ]

        async def send(turns: Sequence[Turn]) -> None:
            asked = (Part(text="a red sky"),)
            options = GenerationOptions(budget=2**30)
            await relay.generate(MODEL, TurnPath(tuple(turns)), asked, options)

        return await measure(partial(send, turns), warm_up=partial(send, ()))


async def _stored(blobs: FileBlobs, number: int) -> tuple[Picture, BlobRef]:
    kept: list[BlobRef] = []
    for content in (far_side.png(PICTURE + number), SIGNATURE.encode()):
        spool = blobs.spool()
        spool.write(content)
        kept.append(await spool.commit())
    return Picture(kept[0], "image/png", 64, 64), kept[1]


async def _no_picture(_: BlobRef) -> Picture:
    raise AssertionError("the answer has no picture")


async def floor(*, url: str, count: int) -> Figures:
    """Send what was built beforehand."""
    return await _posted(url, count, ready=True)


async def dumped(*, url: str, count: int) -> Figures:
    """Encode with the standard library, and send."""
    return await _posted(url, count, ready=False)


async def _posted(url: str, count: int, *, ready: bool) -> Figures:
    pictures = [far_side.png(PICTURE + number) for number in range(count)]
    body = _body(pictures)

    async with aiohttp.ClientSession() as session:

        async def send(pictures: Sequence[bytes]) -> None:
            data = body if ready and pictures else _body(pictures)
            address = f"{url}/v1beta/models/sink:generateContent"
            headers = {"Connection": "close"}
            async with session.post(address, data=data, headers=headers) as response:
                await response.read()

        return await measure(partial(send, pictures), warm_up=partial(send, ()))


def _body(pictures: Sequence[bytes]) -> bytes:
    contents = [
        {
            "role": "model",
            "parts": [
                {
                    "inlineData": {
                        "mimeType": "image/png",
                        "data": base64.b64encode(picture).decode(),
                    },
                    "thoughtSignature": SIGNATURE,
                }
            ],
        }
        for picture in pictures
    ]
    return json.dumps({"contents": contents}).encode()


async def with_the_sdk(*, url: str, count: int) -> Figures:
    """Send with google-genai."""
    from google import genai  # noqa: PLC0415 (of the `bench` group alone)

    client = genai.Client(
        api_key="key", http_options=genai.types.HttpOptions(base_url=url, api_version="v1beta")
    )
    pictures = [far_side.png(PICTURE + number) for number in range(count)]

    async def send(pictures: Sequence[bytes]) -> None:
        parts = [
            genai.types.Part(
                inline_data=genai.types.Blob(data=picture, mime_type="image/png"),
                thought_signature=base64.b64decode(SIGNATURE),
            )
            for picture in pictures
        ]
        turns = [genai.types.Content(role="model", parts=[part]) for part in parts]
        asked = genai.types.Content(role="user", parts=[genai.types.Part(text="a red sky")])
        await client.aio.models.generate_content(model="sink", contents=[*turns, asked])

    return await measure(partial(send, pictures), warm_up=partial(send, ()))


async def goals(*, light: bool) -> list[Goal]:
    """Measure all, and return what was reached; the light version leaves the SDK out."""
    ways = {"ours": ours, "floor": floor, "dumped": dumped}
    if not light:
        ways["sdk"] = with_the_sdk
    reached: list[Goal] = []
    async with far_side.far_side() as url:
        for count in COUNTS[1:2] if light else COUNTS:
            rows = await alternating(ways, url=url, count=count)
            reached += _goals(f"request with {count} pictures", rows)
    return reached


def _goals(name: str, rows: dict[str, list[Row]]) -> list[Goal]:
    mine = rows["ours"]
    note = f"the floor: {1_000 * middle(rows['floor'], 'cpu'):.1f} ms"
    reached = [
        Goal(f"{name}, CPU / a body that is ready", ratio(mine, rows["floor"]), 1.5, note=note),
        Goal(f"{name}, CPU / `json.dumps`", ratio(mine, rows["dumped"])),
        Goal(f"{name}, held", middle(mine, "held") / MIB, 1, "MiB"),
        Goal(f"{name}, longest callback", 1_000 * middle(mine, "callback"), 2, "ms"),
    ]
    if "sdk" in rows:
        held = f"the SDK holds {middle(rows['sdk'], 'held') / MIB:.0f} MiB"
        reached.append(Goal(f"{name}, CPU / google-genai", ratio(mine, rows["sdk"]), note=held))
    return reached
