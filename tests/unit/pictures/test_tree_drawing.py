"""The picture of a page of versions."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bot.pictures.image_pool import ImagePool
from bot.pictures.tree_drawing import Tile

SIDE, BESIDE, BELOW = 160, 92, 36
EMPTY = (64, 66, 73)


async def drawn(image_pool: ImagePool, folder: Path, tiles: list[Tile]) -> Image.Image:
    """Draw the tiles."""
    await image_pool.draw_tree(folder / "tree.jpg", tiles)
    with Image.open(folder / "tree.jpg") as picture:
        return picture.copy()


def corner(column: int, row: int = 0) -> tuple[int, int]:
    """Return the upper left corner of a tile."""
    return BESIDE + column * (SIDE + BESIDE), BELOW + row * (SIDE + BELOW)


def differs(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two pictures differ by more than a codec makes of them."""
    difference = ImageChops.difference(one, other).convert("L")
    return difference.point(lambda value: 255 if value > 40 else 0).getbbox() is not None


def is_green(picture: Image.Image, at: tuple[int, int]) -> bool:
    """Tell whether a pixel is as green as the thumbnail."""
    _, green, _ = picture.crop((*at, at[0] + 1, at[1] + 1)).getextrema()
    return green[0] > 180


async def test_each_version_shows_its_thumbnail(image_pool: ImagePool, tmp_path: Path) -> None:
    """In the middle of its tile, whatever its shape is, and seen through where it is."""
    Image.new("RGB", (160, 90), (0, 200, 0)).save(tmp_path / "wide.png")
    Image.new("RGBA", (90, 160), (200, 0, 0, 0)).save(tmp_path / "high.png")
    tiles = [
        Tile("1", thumbnail=tmp_path / "wide.png"),
        Tile("2", 0, "1", tmp_path / "high.png"),
    ]
    picture = await drawn(image_pool, tmp_path, tiles)
    left, top = corner(0)
    assert is_green(picture, (left + 150, top + 80))
    assert not is_green(picture, (left + 150, top + 10))
    left, top = corner(1)
    assert not differs(
        picture.crop((left, top, left + SIDE, top + 100)), Image.new("RGB", (SIDE, 100), EMPTY)
    )


async def test_the_present_one_is_known_without_colour(
    image_pool: ImagePool, tmp_path: Path
) -> None:
    """Its number is dark on light, with a pointer; the others' are light on dark."""
    plain = (await drawn(image_pool, tmp_path, [Tile("7")])).convert("L")
    present = (await drawn(image_pool, tmp_path, [Tile("7", is_present=True)])).convert("L")
    left, top = corner(0)
    at = (left + 4, top + SIDE - 25)
    light, dark = present.getpixel(at), plain.getpixel(at)
    assert isinstance(light, int)
    assert isinstance(dark, int)
    assert light - dark > 100


async def test_what_is_continued_is_told_where_no_line_leads(
    image_pool: ImagePool, tmp_path: Path
) -> None:
    """By its number beside the tile; what begins anew has nothing there."""
    anew = await drawn(image_pool, tmp_path, [Tile("8")])
    beside = (0, 0, BESIDE - 2, SIDE)
    for source in ("3", "12", "1003", ""):
        told = await drawn(image_pool, tmp_path, [Tile("8", source=source)])
        assert differs(told.crop(beside), anew.crop(beside))


@pytest.mark.parametrize("number", ["1", "12", "99999999", ""])
async def test_a_number_stays_in_its_tile(
    image_pool: ImagePool, tmp_path: Path, number: str
) -> None:
    """However long it is; what has none shows a lock."""
    blank = await drawn(image_pool, tmp_path, [Tile("")])
    for is_present in (False, True):
        picture = await drawn(image_pool, tmp_path, [Tile(number, is_present=is_present)])
        right_of = (BESIDE + SIDE + 8, 0, picture.width, picture.height)
        assert not differs(picture.crop(right_of), blank.crop(right_of))


async def test_words_look_like_words(image_pool: ImagePool, tmp_path: Path) -> None:
    """And what can't be shown like nothing."""
    assert differs(
        await drawn(image_pool, tmp_path, [Tile("1", is_words=True)]),
        await drawn(image_pool, tmp_path, [Tile("1")]),
    )


async def test_it_fits_a_phone(image_pool: ImagePool, tmp_path: Path) -> None:
    """Nine in a chain: four beside each other, and less than 100 kB."""
    tiles = [Tile("1"), *[Tile(str(n + 1), n - 1, str(n)) for n in range(1, 9)]]
    picture = await drawn(image_pool, tmp_path, tiles)
    assert picture.size == (4 * (SIDE + BESIDE) + BELOW, 3 * (SIDE + BELOW) + BELOW)
    assert (tmp_path / "tree.jpg").stat().st_size < 100_000
