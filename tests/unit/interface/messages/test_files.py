import asyncio
from dataclasses import replace
from pathlib import Path

from PIL import Image

from bot.domain.content import Part
from bot.domain.job import Shown
from bot.domain.picture import Picture
from bot.interface.messages.alt_text import alt_text
from bot.interface.messages.files import (
    MOST_PICTURES,
    Delivery,
    ShownPicture,
    hidden,
    originals,
    positions,
    shown_pictures,
)
from bot.pictures.image_pool import ImagePool
from bot.storage.blobs import FileBlobs
from tests.unit.domain.builders import painted, turn


async def test_a_picture_that_fits_is_posted_byte_for_byte(tmp_path: Path) -> None:
    """Within the limit the file is the stored one, named by its real type."""
    async with FileBlobs.open(tmp_path) as blobs, ImagePool() as image_pool:
        shown_picture = await noise(blobs, 64)
        limit = shown_picture.picture.blob.size
        async with Delivery(blobs, image_pool).files([shown_picture], upload_limit=limit) as (
            files,
            fitted,
        ):
            assert not fitted
            assert files[0].filename == "atelier-1-0.png"
            assert files[0].description == alt_text(shown_picture.turn) == "wish 1"
            stored = blobs.path(shown_picture.picture.blob)
            assert files[0].path == stored


async def test_a_picture_over_the_limit_is_made_to_fit(tmp_path: Path) -> None:
    """Over the limit a smaller file is posted, and nothing is left behind of it."""
    async with FileBlobs.open(tmp_path) as blobs, ImagePool() as image_pool:
        shown_picture = await noise(blobs, 512)
        limit = shown_picture.picture.blob.size // 3
        async with Delivery(blobs, image_pool).files([shown_picture], upload_limit=limit) as (
            files,
            fitted,
        ):
            assert fitted == 1
            assert files[0].filename == "atelier-1-0.jpg"
            size = await asyncio.to_thread(lambda: files[0].path.stat().st_size)
            assert size <= limit
        left = await asyncio.to_thread(lambda: list((tmp_path / "spool").iterdir()))
        assert left == []


def test_a_message_shows_ten_pictures_at_most() -> None:
    """More than a gallery takes are not posted in it."""
    turns = [turn(number, painted(str(number))) for number in range(12)]
    assert len(shown_pictures(turns)) == MOST_PICTURES
    assert [left_out.turn.id for left_out in hidden(turns)] == [10, 11]


def test_drafts_are_left_out_of_the_gallery() -> None:
    """They are there for whoever asks for more."""
    turns = [turn(1, painted("draft"), painted("final")), turn(2, painted("other"))]
    assert [(shown.turn.id, shown.part) for shown in shown_pictures(turns)] == [(1, 1), (2, 0)]
    assert [(shown.turn.id, shown.part) for shown in hidden(turns)] == [(1, 0)]


def test_words_alone_are_one_position() -> None:
    """A reply to a message without pictures goes on from the first of its turns."""
    turns = [turn(1), turn(2)]
    assert positions(7, turns, 5) == [Shown(7, 0, 1, None, 5)]


async def test_only_an_original_over_the_limit_comes_in_parts(tmp_path: Path) -> None:
    """What just fits is the stored file itself, whatever comes before or behind it."""
    async with FileBlobs.open(tmp_path) as blobs, ImagePool() as image_pool:
        small, large = await noise(blobs, 64), await noise(blobs, 128)
        limit = small.picture.blob.size
        async with Delivery(blobs, image_pool).originals(
            [small, large, small], upload_limit=limit
        ) as files:
            paths = [file.path for file in files]
            names = [file.filename for file in files]
            assert paths[0] == paths[-1] == blobs.path(small.picture.blob)
            assert names[0] == names[-1] == "atelier-1-0.png"
            assert names[1:3] == ["atelier-1-0.png.001", "atelier-1-0.png.002"]
            parts = await asyncio.to_thread(lambda: b"".join(p.read_bytes() for p in paths[1:-1]))
            whole = await asyncio.to_thread(blobs.path(large.picture.blob).read_bytes)
            assert parts == whole


async def noise(blobs: FileBlobs, side: int) -> ShownPicture:
    """Store a PNG that hardly compresses, as the answer of a turn."""
    async with blobs.scratch() as path:
        image = Image.effect_noise((side, side), 90).convert("RGB")
        await asyncio.to_thread(image.save, path, "PNG")
        picture = Picture(await blobs.adopt(path), "image/png", side, side)
    return ShownPicture(turn(1, Part(picture=picture)), 0, picture)


def test_behind_a_composed_picture_the_models_own_is_handed_out() -> None:
    """It is paid for, and a draft before it is none of it."""
    own, whole = painted("own"), painted("whole", signature=None)
    assert whole.picture
    composed = Part(picture=replace(whole.picture, is_composed=True))
    turns = [turn(1, painted("draft"), own, composed), turn(2, painted("other"))]
    assert [each.picture for each in shown_pictures(turns)] == [
        composed.picture,
        painted("other").picture,
    ]
    assert [(each.turn.id, each.part) for each in originals(turns)] == [(1, 2), (2, 0), (1, 1)]
