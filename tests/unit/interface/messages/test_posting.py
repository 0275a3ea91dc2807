from collections.abc import AsyncGenerator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.domain.access import Asker
from bot.domain.job import Place
from bot.interface.messages.answers import Answer, Origin
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.files import Delivery, ShownPicture
from bot.interface.messages.posting import PicturePoster
from bot.pictures.image_pool import ImagePool
from bot.storage.blobs import FileBlobs
from tests.unit.interface.messages.test_files import noise

SAID = 60_000
"""Bytes that discord.py says, in the place of 10 MiB."""

SMALL, LARGE, HUGE = 64, 256, 512
"""Sides in pixels: of 12,000, 160,000 and 630,000 bytes."""

TAKEN = 300_000


class Somewhere(Answer):
    """A place in a server, of which discord.py alone says how much it takes."""

    def __init__(self, guild_id: int | None = 1) -> None:
        self.upload_limit = SAID
        self.origin = Origin(Place(guild_id, 1, None), 2, 3, "en-US", Asker(guild_id, (1,), 2))

    channel = author_moderates = lacking = show = deliver = add = below = fail = whisper = cast(
        "Any", None
    )


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

    async def post(self, files: list[OutgoingFile], fitted: int) -> int:
        """Return an id, or raise what discord.py does."""
        sizes = [file.path.stat().st_size for file in files]
        self.tries.append(sizes)
        self.fitted.append(fitted)
        if max(sizes) > self._takes:
            response = cast("Any", SimpleNamespace(status=self._status, reason="refused"))
            raise discord.HTTPException(response, {"code": 0, "message": "refused"})
        return 7


class Posts:
    """Pictures of three sizes, and what posts them."""

    def __init__(self, blobs: FileBlobs, image_pool: ImagePool) -> None:
        self.poster = PicturePoster(Delivery(blobs, image_pool))
        self._blobs = blobs

    async def picture(self, side: int) -> ShownPicture:
        """Return a picture that hardly compresses."""
        return await noise(self._blobs, side)


@pytest.fixture
async def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Posts]:
    """Give pictures, and limits that are as small as they are."""
    monkeypatch.setattr("bot.interface.messages.posting.TAKEN", TAKEN)
    monkeypatch.setattr("bot.interface.messages.posting.SMALLEST", 10_000)
    async with FileBlobs.open(tmp_path) as blobs, ImagePool() as image_pool:
        yield Posts(blobs, image_pool)


async def test_more_than_is_said_is_tried(posts: Posts) -> None:
    """What Discord has come to take arrives byte for byte."""
    discord_, picture = Discord(takes=TAKEN), await posts.picture(LARGE)
    assert await posts.poster.post(Somewhere(), [picture], discord_.post) == 7
    assert discord_.tries == [[picture.picture.blob.size]]
    assert discord_.fitted == [0]


async def test_what_is_larger_still_is_made_to_fit_that(posts: Posts) -> None:
    """It is not made smaller than what may be taken."""
    discord_ = Discord(takes=TAKEN)
    await posts.poster.post(Somewhere(), [await posts.picture(HUGE)], discord_.post)
    ((size,),) = discord_.tries
    assert SAID < size <= TAKEN
    assert discord_.fitted == [1]


async def test_a_server_that_refuses_more_is_remembered(posts: Posts) -> None:
    """It gets what is said, and the next picture at once."""
    discord_, picture = Discord(takes=SAID), await posts.picture(LARGE)
    await posts.poster.post(Somewhere(), [picture], discord_.post)
    await posts.poster.post(Somewhere(), [picture], discord_.post)
    assert [size > SAID for (size,) in discord_.tries] == [True, False, False]


@pytest.mark.parametrize("other", [2, None])
async def test_another_place_is_tried_anew(posts: Posts, other: int | None) -> None:
    """What one server refuses, another may take; direct messages are a place of their own."""
    picture = await posts.picture(LARGE)
    await posts.poster.post(Somewhere(1), [picture], Discord(takes=SAID).post)
    elsewhere = Discord(takes=TAKEN)
    await posts.poster.post(Somewhere(other), [picture], elsewhere.post)
    assert elsewhere.tries == [[picture.picture.blob.size]]


async def test_what_discord_says_is_not_exceeded(posts: Posts) -> None:
    """An interaction says its limit: more is not tried."""
    discord_ = Discord(takes=SAID)
    await posts.poster.post(Told(), [await posts.picture(LARGE)], discord_.post)
    assert len(discord_.tries) == 1


async def test_what_is_refused_though_it_fits_is_made_smaller(posts: Posts) -> None:
    """Each try has smaller files than the one before; that a server takes less is not noted."""
    discord_, picture = Discord(takes=SAID // 3), await posts.picture(LARGE)
    await posts.poster.post(Told(), [picture], discord_.post)
    sizes = [size for (size,) in discord_.tries]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes) > 1
    taking = Discord(takes=TAKEN)
    await posts.poster.post(Somewhere(), [picture], taking.post)
    assert len(taking.tries) == 1


async def test_the_smallest_is_the_end(posts: Posts) -> None:
    """What is never taken is raised, and not tried for ever."""
    discord_ = Discord(takes=0)
    with pytest.raises(discord.HTTPException):
        await posts.poster.post(Somewhere(), [await posts.picture(LARGE)], discord_.post)
    assert len(discord_.tries) == 4


async def test_another_refusal_is_not_about_size(posts: Posts) -> None:
    """Whatever else Discord says is raised at once."""
    discord_ = Discord(takes=0, status=403)
    with pytest.raises(discord.HTTPException):
        await posts.poster.post(Somewhere(), [await posts.picture(LARGE)], discord_.post)
    assert len(discord_.tries) == 1
