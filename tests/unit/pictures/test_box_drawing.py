"""The picture on which a member points at cells."""

from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from bot.domain.area import Grid
from bot.pictures.image_pool import ImagePool


async def drawn(
    image_pool: ImagePool, folder: Path, size: tuple[int, int], chosen: set[int]
) -> Image.Image:
    """Draw the grid over a grey picture."""
    Image.new("RGB", size, (128, 128, 128)).save(folder / "a.png")
    grid = Grid.over(*size)
    await image_pool.draw_boxes(folder / "a.png", folder / "b.jpg", grid.all_boxes, chosen)
    with Image.open(folder / "b.jpg") as picture:
        return picture.copy()


async def test_the_picture_is_small(image_pool: ImagePool, tmp_path: Path) -> None:
    """As large as clients show it, whatever the picture is."""
    assert (await drawn(image_pool, tmp_path, (3000, 2000), set())).size == (1024, 683)
    assert (await drawn(image_pool, tmp_path, (40, 30), set())).size == (40, 30)


async def test_every_cell_has_a_line_and_a_number(image_pool: ImagePool, tmp_path: Path) -> None:
    """Each is told apart from its neighbours, and has something dark and light in its corner."""
    picture = (await drawn(image_pool, tmp_path, (1000, 1000), set())).convert("L")
    for cell in range(25):
        row, column = divmod(cell, 5)
        corner = picture.crop((column * 200 + 6, row * 200 + 6, column * 200 + 70, row * 200 + 60))
        assert ImageStat.Stat(corner).extrema[0][0] < 60
        assert ImageStat.Stat(corner).extrema[0][1] > 220
        assert picture.getpixel((column * 200 + 1, row * 200 + 100)) > 200


async def test_chosen_cells_look_otherwise(image_pool: ImagePool, tmp_path: Path) -> None:
    """And no other cell does."""
    plain = await drawn(image_pool, tmp_path, (1000, 1000), set())
    chosen = await drawn(image_pool, tmp_path, (1000, 1000), {7})
    difference = ImageChops.difference(plain, chosen).convert("L")
    changed = difference.point(lambda value: 255 if value > 24 else 0).getbbox()
    assert changed is not None
    left, top, right, bottom = changed
    assert (round(left, -1), round(top, -1), round(right, -1), round(bottom, -1)) == (
        400,
        200,
        600,
        400,
    )
