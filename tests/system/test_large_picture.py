"""A 4K picture of 26 MB on a server that takes 10 MB a file."""

import asyncio
import base64
import hashlib
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pyvips

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, imagine
from tests.benchmarks.pictures import ssim
from tests.worlds import Join

LIMIT = 10 * 1024 * 1024


def painted(data: bytes) -> faults.Fault:
    """Return what a relay answers whose picture has these bytes."""
    encoded = base64.b64encode(data).decode()

    def change(document: Any) -> None:
        for part in document["candidates"][0]["content"]["parts"]:
            if "inlineData" in part:
                part["inlineData"]["data"] = encoded

    return faults.each_document(change)


def photo(side: int) -> pyvips.Image:
    """Draw soft shapes with a grain, of which a PNG takes about 1.6 bytes a pixel."""
    bands = [
        pyvips.Image.gaussnoise(side // 32, side // 32, mean=128, sigma=50).resize(32)
        + pyvips.Image.gaussnoise(side, side, mean=0, sigma=3)
        for _ in range(3)
    ]
    return bands[0].bandjoin(bands[1:]).cast("uchar").copy(interpretation="srgb")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw a photo of 4096 pixels a side as a PNG."""
    path = tmp_path_factory.mktemp("original") / "photo.png"
    photo(4096).pngsave(str(path), compression=1)
    return path


async def test_it_is_posted_smaller_and_kept_whole(
    world: Stack, join: Join, original: Path
) -> None:
    """What hangs fits and looks the same; the original comes byte for byte, in parts."""
    await join()
    data = await asyncio.to_thread(original.read_bytes)
    assert len(data) > 25_000_000
    world.relay.next(painted(data))
    done = await imagine(world, "a photo", size="4K")
    (shown,) = done.pictures
    assert "Made smaller" in done.text
    assert len(shown.bytes()) <= LIMIT
    assert (shown.width, shown.height) == (4096, 4096)
    decoded = pyvips.Image.new_from_buffer(shown.bytes(), "")
    alike = await asyncio.to_thread(ssim, pyvips.Image.new_from_file(str(original)), decoded)
    assert alike > 0.95

    panel = await answered(world, await world.anna.press(done, label="More"))
    pressed = await world.anna.press(panel, label="Download original")
    explained = await world.discord.wait_for(
        lambda: next((m for m in pressed.followups if "numbered parts" in m.text), None),
        within=WITHIN,
    )
    assert explained.ephemeral
    handed = [await pressed.result(within=WITHIN), *pressed.followups]
    files = [file for message in handed for file in message.attachments]
    async with aiohttp.ClientSession() as session:
        parts = [await (await session.get(file["url"])).read() for file in files]
    assert all(len(part) <= LIMIT for part in parts)
    assert hashlib.sha256(b"".join(parts)).digest() == hashlib.sha256(data).digest()
