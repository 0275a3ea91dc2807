"""Only a part changes: the result inside, the original outside, where the two lie on each other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from bot.domain.area import Box, Grid
from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits
from bot.pictures.composing import compose, make_mask
from bot.pictures.image_pool import ImagePool

SIZE = (480, 360)
BOXES = (Box(200, 250, 600, 750),)
PLACE = (96, 90, 288, 270)

Change = Callable[[Image.Image], Image.Image]


def scene(size: tuple[int, int] = SIZE) -> Image.Image:
    """Draw something with edges, slopes and a little grain."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for step in range(12):
        left, top = step * size[0] // 12, (step * 5 % 12) * size[1] // 12
        colour = (20 * step, 255 - 18 * step, 60 + 12 * step)
        pen.ellipse((left, top, left + size[0] // 6, top + size[1] // 5), fill=colour)
    grain = Image.effect_noise(size, 12).convert("RGB")
    return ImageChops.add(picture, grain, offset=-128)


@pytest.fixture(scope="module")
def original() -> Image.Image:
    """Give the picture of which a part is to change."""
    return scene()


def painted(original: Image.Image) -> Image.Image:
    """Return what a perfect model would: the part inverted, and nothing else."""
    result = original.copy()
    result.paste(ImageChops.invert(original.crop(PLACE)), PLACE[:2])
    return result


def zoomed(picture: Image.Image, factor: float) -> Image.Image:
    """Return the picture grown from its middle, in the same frame."""
    width, height = picture.size
    grown = picture.resize(
        (round(width * factor), round(height * factor)), Image.Resampling.LANCZOS
    )
    left, top = (grown.width - width) // 2, (grown.height - height) // 2
    return grown.crop((left, top, left + width, top + height))


def composed(
    folder: Path, original: Image.Image, result: Image.Image, **inside: object
) -> Image.Image | None:
    """Compose two pictures, of which the model's comes as a JPEG."""
    original.save(folder / "original.png")
    result.convert("RGB").save(folder / "result.jpg", quality=90)
    names = [folder / name for name in ("original.png", "result.jpg", "target")]
    header = compose(*names, IntakeLimits(), **(inside or {"boxes": BOXES}))  # type: ignore[arg-type]
    if header is None:
        assert not (folder / "target").exists()
        return None
    assert header.media_type == "image/png"
    with Image.open(folder / "target") as whole:
        return whole.copy()


def outside(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether all is the same but what lies in the part."""
    difference = ImageChops.difference(one, other)
    difference.paste(0 if len(difference.getbands()) == 1 else (0,) * len(one.getbands()), PLACE)
    return difference.getbbox() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda picture: picture,
        lambda picture: picture.resize((960, 720), Image.Resampling.LANCZOS),
        lambda picture: picture.resize((360, 270), Image.Resampling.LANCZOS),
        lambda picture: picture.resize((496, 360), Image.Resampling.LANCZOS),
        lambda picture: ImageChops.offset(picture, 4, -3),
        lambda picture: zoomed(picture, 1.02),
        lambda picture: ImageChops.offset(zoomed(picture, 1.02), -3, 4),
        lambda picture: picture.crop((0, 6, 480, 354)),
        lambda picture: ImageEnhance.Brightness(picture).enhance(1.06),
        lambda picture: picture.filter(ImageFilter.GaussianBlur(0.8)),
    ],
    ids=["same", "larger", "smaller", "wider", "moved", "grown", "both", "cut", "tinted", "soft"],
)
def test_outside_each_pixel_is_the_originals(
    tmp_path: Path, original: Image.Image, change: Change
) -> None:
    """However a model's answer came back, as long as it shows the same scene."""
    whole = composed(tmp_path, original, change(painted(original)))
    assert whole is not None
    assert whole.size == original.size
    assert outside(whole, original)
    middle = (140, 130, 240, 230)
    wanted = ImageChops.invert(original.crop(middle))
    off = ImageChops.difference(whole.crop(middle), wanted).convert("L")
    assert sum(value * count for value, count in enumerate(off.histogram())) / 10_000 < 16


@pytest.mark.parametrize(
    "change",
    [
        ImageChops.invert,
        lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        lambda picture: ImageChops.offset(picture, 60, 0),
        lambda picture: ImageEnhance.Brightness(picture).enhance(0.5),
        lambda picture: picture.resize((360, 360)),
        lambda picture: picture.rotate(8),
        lambda _: Image.effect_noise(SIZE, 90).convert("RGB"),
    ],
    ids=["other colours", "mirrored", "far off", "night", "another shape", "turned", "noise"],
)
def test_what_does_not_lie_on_the_original_is_not_composed(
    tmp_path: Path, original: Image.Image, change: Change
) -> None:
    """A seam that everybody sees is worse than the model's own picture."""
    assert composed(tmp_path, original, change(painted(original))) is None


def test_what_is_larger_than_models_paint_is_not_composed(
    tmp_path: Path, original: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There would be no room for two of them."""
    monkeypatch.setattr("bot.pictures.composing._MOST_PIXELS", SIZE[0] * SIZE[1])
    assert composed(tmp_path, original, painted(original)) is not None
    (tmp_path / "target").unlink()
    assert composed(tmp_path, original, painted(original).resize((481, 361))) is None


def test_the_border_is_soft_and_lies_inside(tmp_path: Path) -> None:
    """From the border on, each pixel is a little more the model's."""
    plain = Image.new("RGB", SIZE, (100, 100, 100))
    result = plain.copy()
    result.paste((200, 200, 200), PLACE)
    whole = composed(tmp_path, plain, result)
    assert whole is not None
    row = [whole.getpixel((x, 180))[0] for x in range(PLACE[0] - 4, PLACE[0] + 16)]
    assert row[:4] == [100] * 4
    assert row == sorted(row)
    assert 100 < row[6] < 200
    assert row[-1] > 195


def test_a_corner_that_points_inwards_stays_outside(tmp_path: Path, original: Image.Image) -> None:
    """What two sides of the part surround is no part of it."""
    boxes = Grid(5, 5).boxes([6, 11, 12])
    whole = composed(tmp_path, original, original, boxes=boxes)
    assert whole is not None
    result = ImageChops.invert(original)
    result.paste(original.crop((192, 72, 480, 144)), (192, 72))
    corner = (193, 73, 480, 143)
    assert ImageChops.difference(whole.crop(corner), original.crop(corner)).getbbox() is None


def test_what_is_seen_through_stays_so(tmp_path: Path, original: Image.Image) -> None:
    """Outside the alpha is the original's, inside the model painted something."""
    seen_through = original.copy()
    seen_through.putalpha(Image.new("L", SIZE, 255))
    seen_through.paste((0, 0, 0, 0), (0, 0, 200, 120))
    whole = composed(tmp_path, seen_through, painted(original))
    assert whole is not None
    assert whole.mode == "RGBA"
    assert outside(whole, seen_through)
    assert whole.getpixel((130, 110))[3] > 250


def test_a_mask_says_which_part(tmp_path: Path, original: Image.Image) -> None:
    """A part of any shape: white is what may change."""
    mask = Image.new("1", SIZE, 0)
    left, top, right, bottom = PLACE
    ImageDraw.Draw(mask).ellipse((left, top, right - 1, bottom - 1), fill=1)
    mask.save(tmp_path / "mask.png")
    whole = composed(tmp_path, original, painted(original), mask=tmp_path / "mask.png")
    assert whole is not None
    assert outside(whole, original)
    assert (
        ImageChops.difference(whole, original).convert("L").crop((97, 91, 110, 100)).getbbox()
        is None
    )
    assert whole.getpixel((192, 180)) != original.getpixel((192, 180))


def drawn(mode: str = "L", size: tuple[int, int] = SIZE, ground: object = 0) -> Image.Image:
    """Return a mask of one tone."""
    return Image.new(mode, size, ground)  # type: ignore[arg-type]


def white_part(tmp_path: Path, mask: Image.Image) -> tuple[int, int, int, int] | None:
    """Make a mask of 240 x 180 pixels of a file, and return what of it is white."""
    mask.save(tmp_path / "mask.png")
    header = make_mask(tmp_path / "mask.png", tmp_path / "made", IntakeLimits(), (240, 180))
    assert (header.media_type, header.width, header.height) == ("image/png", 240, 180)
    with Image.open(tmp_path / "made") as made:
        assert set(made.convert("L").tobytes()) == {0, 255}
        return made.convert("L").getbbox()


def test_white_is_what_may_change(tmp_path: Path) -> None:
    """A mask is stretched to the picture's size."""
    mask = drawn()
    mask.paste(255, (0, 0, 240, 360))
    assert white_part(tmp_path, mask) == (0, 0, 120, 180)


def test_opaque_is_what_may_change(tmp_path: Path) -> None:
    """Of a mask that is seen through the colours say nothing."""
    mask = drawn("RGBA", ground=(255, 255, 255, 0))
    mask.paste((0, 0, 0, 255), (240, 0, 480, 360))
    assert white_part(tmp_path, mask) == (120, 0, 240, 180)


@pytest.mark.parametrize(
    ("mask", "why"),
    [
        (drawn(), "error-mask-empty"),
        (drawn(ground=255), "error-mask-all"),
        (drawn(size=(360, 360)), "error-mask-shape"),
        (Image.linear_gradient("L").resize(SIZE), "error-mask-none"),
    ],
    ids=["black", "white", "square", "photo"],
)
def test_what_is_no_mask_is_refused(tmp_path: Path, mask: Image.Image, why: str) -> None:
    """With a reason that can be mended."""
    with pytest.raises(UnusablePicture) as refused:
        white_part(tmp_path, mask)
    assert refused.value.message_key == why
    assert not (tmp_path / "made").exists()


def test_a_mask_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    """As any other picture that is not whole."""
    Image.effect_noise(SIZE, 90).save(tmp_path / "whole.png")
    (tmp_path / "mask.png").write_bytes((tmp_path / "whole.png").read_bytes()[:20_000])
    with pytest.raises(UnusablePicture) as refused:
        make_mask(tmp_path / "mask.png", tmp_path / "made", IntakeLimits(), (240, 180))
    assert refused.value.message_key == "error-picture-broken"
    assert not (tmp_path / "made").exists()


async def test_the_pool_composes_off_the_loop(
    image_pool: ImagePool, tmp_path: Path, original: Image.Image
) -> None:
    """As it does all that is done to pictures."""
    original.save(tmp_path / "a.png")
    painted(original).save(tmp_path / "b.png")
    header = await image_pool.compose(
        tmp_path / "a.png", tmp_path / "b.png", tmp_path / "c", boxes=BOXES
    )
    assert header is not None
    assert not (tmp_path / "c.decoded").exists()
