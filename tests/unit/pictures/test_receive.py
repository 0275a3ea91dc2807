"""What a relay made, as it is taken: mended where it is slightly off, told where it is half."""

from pathlib import Path

import pytest
from PIL import Image

from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits, ModelLimits
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures.made_files import PNG, encoded, png_of_bad_sums

NOISE = Image.effect_noise((320, 240), 80).convert("RGB")
JPEG = encoded(NOISE, "JPEG")
PLAIN = encoded(NOISE, "PNG")


def put(folder: Path, data: bytes) -> tuple[Path, Path]:
    """Write a file, and name another beside it."""
    (folder / "a").write_bytes(data)
    return folder / "a", folder / "mended"


@pytest.mark.parametrize("data", [JPEG, PLAIN, JPEG + bytes(99)], ids=["jpeg", "png", "more"])
async def test_a_whole_picture_is_kept_as_it_came(
    image_pool: ImagePool, tmp_path: Path, data: bytes
) -> None:
    """Nothing is written, and nothing decoded."""
    source, target = put(tmp_path, data)
    header = await image_pool.examine(source, target)
    assert not header.is_mended
    assert not header.is_half
    assert not target.exists()


@pytest.mark.parametrize(
    "data",
    [
        JPEG[:-2],
        b"\xef\xbb\xbf" + JPEG,
        b"\r\n" + JPEG,
        b"\n" + PLAIN,
        png_of_bad_sums(NOISE, b"tEXt"),
    ],
    ids=["no end", "byte order mark", "line break", "line break before PNG", "checksum"],
)
async def test_what_is_slightly_off_is_kept_as_it_should_be(
    image_pool: ImagePool, tmp_path: Path, data: bytes
) -> None:
    """The copy opens everywhere, and has all pixels."""
    source, target = put(tmp_path, data)
    header = await image_pool.examine(source, target)
    assert header.is_mended
    assert not header.is_half
    with Image.open(target) as image:
        image.load()
        assert image.size == (header.width, header.height) == (320, 240)


@pytest.mark.parametrize("part", [0.3, 0.95])
@pytest.mark.parametrize(
    "data", [JPEG, encoded(NOISE, "JPEG", progressive=True), PLAIN], ids=["plain", "slow", "png"]
)
async def test_a_half_picture_is_told(
    image_pool: ImagePool, tmp_path: Path, data: bytes, part: float
) -> None:
    """Where pixels lack, it is a picture all the same, and known to be a part of one."""
    source, target = put(tmp_path, data[: int(len(data) * part)])
    header = await image_pool.examine(source, target)
    assert header.is_half
    assert not (tmp_path / "mended.decoded").exists()


@pytest.mark.parametrize("data", [JPEG, PLAIN], ids=["jpeg", "png"])
async def test_a_half_picture_can_be_worked_on(
    image_pool: ImagePool, tmp_path: Path, data: bytes
) -> None:
    """It is kept with an end, so it is shown, made to fit, and gone on from."""
    source, target = put(tmp_path, data[: len(data) // 2])
    assert (await image_pool.examine(source, target)).is_mended
    assert (await image_pool.fit(target, tmp_path / "b", 9_000)).size <= 9_000
    assert (await image_pool.normalise(target, tmp_path / "c", ModelLimits())).width == 320


@pytest.mark.parametrize("data", [b"words", b"", PNG, b"\n\n"])
async def test_what_is_no_picture_is_not_made_one(
    image_pool: ImagePool, tmp_path: Path, data: bytes
) -> None:
    """Mending is for pictures."""
    with pytest.raises(UnusablePicture):
        await image_pool.examine(*put(tmp_path, data))


async def test_what_is_mended_is_held_to_the_limits(tmp_path: Path) -> None:
    """A line break is no way around them."""
    async with ImagePool(IntakeLimits(max_side=300)) as small:
        with pytest.raises(UnusablePicture):
            await small.examine(*put(tmp_path, b"\n" + JPEG))
