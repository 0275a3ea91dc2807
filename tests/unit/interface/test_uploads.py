from collections.abc import AsyncGenerator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.domain.job import Place
from bot.interface.answers import Answer
from bot.interface.delivery import Delivery, Exhibit
from bot.interface.faces import OutFile
from bot.interface.orders import Asking
from bot.interface.uploads import Uploads
from bot.pictures.workshop import Workshop
from bot.storage.blobs import FileBlobs
from tests.unit.interface.test_delivery import noise

SAID = 60_000
"""Bytes that discord.py says, in the place of 10 MiB."""

SMALL, LARGE, HUGE = 64, 256, 512
"""Sides in pixels: of 12,000, 160,000 and 630,000 bytes."""

TAKEN = 300_000


class Somewhere(Answer):
    """A place in a server, of which discord.py alone says how much it takes."""

    def __init__(self, guild_id: int | None = 1) -> None:
        self.upload_limit = SAID
        self.asking = Asking(Place(guild_id, 1, None), 2, 3, "en-US")

    lacking = show = deliver = add = fail = whisper = cast("Any", None)


class Told(Somewhere):
    """A place of which Discord itself says it."""

    says_limit = True


class Discord:
    """Takes files of so many bytes and says 413 to larger ones; notes each try."""

    def __init__(self, takes: int, status: int = 413) -> None:
        self._takes = takes
        self._status = status
        self.tries: list[list[int]] = []
        self.fitted: list[int] = []

    async def post(self, files: list[OutFile], fitted: int) -> int:
        """Return an id, or raise what discord.py does."""
        sizes = [file.path.stat().st_size for file in files]
        self.tries.append(sizes)
        self.fitted.append(fitted)
        if max(sizes) > self._takes:
            response = cast("Any", SimpleNamespace(status=self._status, reason="refused"))
            raise discord.HTTPException(response, {"code": 0, "message": "refused"})
        return 7


class Studio:
    """Pictures of three sizes, and what posts them."""

    def __init__(self, blobs: FileBlobs, workshop: Workshop) -> None:
        self.uploads = Uploads(Delivery(blobs, workshop))
        self._blobs = blobs

    async def picture(self, side: int) -> Exhibit:
        """Return a picture that hardly compresses."""
        return await noise(self._blobs, side)


@pytest.fixture
async def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Studio]:
    """Give pictures, and limits that are as small as they are."""
    monkeypatch.setattr("bot.interface.uploads.TAKEN", TAKEN)
    monkeypatch.setattr("bot.interface.uploads.SMALLEST", 10_000)
    async with FileBlobs.open(tmp_path) as blobs, Workshop() as workshop:
        yield Studio(blobs, workshop)


async def test_more_than_is_said_is_tried(studio: Studio) -> None:
    """What Discord has come to take arrives byte for byte."""
    discord_, picture = Discord(takes=TAKEN), await studio.picture(LARGE)
    assert await studio.uploads.post(Somewhere(), [picture], discord_.post) == 7
    assert discord_.tries == [[picture.picture.blob.size]]
    assert discord_.fitted == [0]


async def test_what_is_larger_still_is_made_to_fit_that(studio: Studio) -> None:
    """It is not made smaller than what may be taken."""
    discord_ = Discord(takes=TAKEN)
    await studio.uploads.post(Somewhere(), [await studio.picture(HUGE)], discord_.post)
    ((size,),) = discord_.tries
    assert SAID < size <= TAKEN
    assert discord_.fitted == [1]


async def test_a_server_that_refuses_more_is_remembered(studio: Studio) -> None:
    """It gets what is said, and the next picture at once."""
    discord_, picture = Discord(takes=SAID), await studio.picture(LARGE)
    await studio.uploads.post(Somewhere(), [picture], discord_.post)
    await studio.uploads.post(Somewhere(), [picture], discord_.post)
    assert [size > SAID for (size,) in discord_.tries] == [True, False, False]


@pytest.mark.parametrize("other", [2, None])
async def test_another_place_is_tried_anew(studio: Studio, other: int | None) -> None:
    """What one server refuses, another may take; direct messages are a place of their own."""
    picture = await studio.picture(LARGE)
    await studio.uploads.post(Somewhere(1), [picture], Discord(takes=SAID).post)
    elsewhere = Discord(takes=TAKEN)
    await studio.uploads.post(Somewhere(other), [picture], elsewhere.post)
    assert elsewhere.tries == [[picture.picture.blob.size]]


async def test_what_discord_says_is_not_exceeded(studio: Studio) -> None:
    """An interaction says its limit: more is not tried."""
    discord_ = Discord(takes=SAID)
    await studio.uploads.post(Told(), [await studio.picture(LARGE)], discord_.post)
    assert len(discord_.tries) == 1


async def test_what_is_refused_though_it_fits_is_made_smaller(studio: Studio) -> None:
    """Each try has smaller files than the one before; that a server takes less is not noted."""
    discord_, picture = Discord(takes=SAID // 3), await studio.picture(LARGE)
    await studio.uploads.post(Told(), [picture], discord_.post)
    sizes = [size for (size,) in discord_.tries]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes) > 1
    taking = Discord(takes=TAKEN)
    await studio.uploads.post(Somewhere(), [picture], taking.post)
    assert len(taking.tries) == 1


async def test_the_smallest_is_the_end(studio: Studio) -> None:
    """What is never taken is raised, and not tried for ever."""
    discord_ = Discord(takes=0)
    with pytest.raises(discord.HTTPException):
        await studio.uploads.post(Somewhere(), [await studio.picture(LARGE)], discord_.post)
    assert len(discord_.tries) == 4


async def test_another_refusal_is_not_about_size(studio: Studio) -> None:
    """Whatever else Discord says is raised at once."""
    discord_ = Discord(takes=0, status=403)
    with pytest.raises(discord.HTTPException):
        await studio.uploads.post(Somewhere(), [await studio.picture(LARGE)], discord_.post)
    assert len(discord_.tries) == 1
