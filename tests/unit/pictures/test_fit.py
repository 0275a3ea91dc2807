"""Pictures that are made to fit an upload."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.domain.errors import UnusablePicture
from bot.pictures.image_pool import ImagePool


def detailed(size: tuple[int, int], *, alpha: bool = False) -> Image.Image:
    """Draw a picture with about as much detail as a photo."""
    grain = Image.effect_noise((size[0] // 3, size[1] // 3), 60).resize(
        size, Image.Resampling.BICUBIC
    )
    slope = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", [grain, slope, ImageChops.add(grain, slope, 2)])
    if alpha:
        image.putalpha(slope)
    return image


async def test_a_picture_that_fits_as_a_jpeg_keeps_its_pixels(
    image_pool: ImagePool, tmp_path: Path
):
    """A PNG that is too large becomes a JPEG of the same size, hardly different to look at."""
    source, target = tmp_path / "a.png", tmp_path / "b"
    picture = detailed((1024, 1024))
    picture.save(source)
    header = await image_pool.fit(source, target, 800_000)
    assert header.media_type == "image/jpeg"
    assert (header.width, header.height) == (1024, 1024)
    assert header.size == target.stat().st_size <= 800_000
    with Image.open(target) as image:
        difference = ImageStat.Stat(ImageChops.difference(picture, image))
    assert max(difference.mean) < 8


async def test_the_jpeg_is_plain(image_pool: ImagePool, tmp_path: Path):
    """Progressive JPEGs stall the process while they are made."""
    detailed((256, 256)).save(tmp_path / "a.png")
    await image_pool.fit(tmp_path / "a.png", tmp_path / "b", 100_000)
    with Image.open(tmp_path / "b") as image:
        assert "progressive" not in image.info


@pytest.mark.parametrize("max_bytes", [2_000, 9_000, 30_000, 90_000, 200_000, 400_000])
@pytest.mark.parametrize("alpha", [False, True])
async def test_every_limit_is_kept_and_used(
    image_pool: ImagePool, tmp_path: Path, *, max_bytes: int, alpha: bool
):
    """The result is never over the limit, and a good part of it where there is enough to keep."""
    detailed((900, 600), alpha=alpha).save(tmp_path / "a.png")
    header = await image_pool.fit(tmp_path / "a.png", tmp_path / "b", max_bytes)
    assert max_bytes * 0.25 < header.size <= max_bytes or header.width == 900
    assert header.width / header.height == pytest.approx(1.5, rel=0.05)
    assert header.has_alpha is alpha


async def test_alpha_makes_a_webp(image_pool: ImagePool, tmp_path: Path):
    """What is seen through stays so."""
    detailed((300, 300), alpha=True).save(tmp_path / "a.png")
    header = await image_pool.fit(tmp_path / "a.png", tmp_path / "b", 50_000)
    assert header.media_type == "image/webp"
    with Image.open(tmp_path / "b") as image:
        assert image.convert("RGBA").getpixel((150, 2))[3] < 10
        assert image.convert("RGBA").getpixel((150, 297))[3] > 245


async def test_an_alpha_channel_that_hides_nothing_makes_a_jpeg(
    image_pool: ImagePool, tmp_path: Path
):
    """Many PNGs carry an alpha channel of nothing but opaque pixels."""
    detailed((300, 300)).convert("RGBA").save(tmp_path / "a.png")
    header = await image_pool.fit(tmp_path / "a.png", tmp_path / "b", 50_000)
    assert header.media_type == "image/jpeg"


async def test_a_picture_too_wide_for_webp_is_shrunk(image_pool: ImagePool, tmp_path: Path):
    """WebP has 14 bits for a side."""
    Image.new("RGBA", (16_384, 8), (9, 9, 9, 99)).save(tmp_path / "a.png")
    header = await image_pool.fit(tmp_path / "a.png", tmp_path / "b", 50_000)
    assert (header.media_type, header.width) == ("image/webp", 16_383)


async def test_what_can_never_fit_is_refused(image_pool: ImagePool, tmp_path: Path):
    """No picture takes ten bytes."""
    detailed((300, 300)).save(tmp_path / "a.png")
    with pytest.raises(UnusablePicture) as caught:
        await image_pool.fit(tmp_path / "a.png", tmp_path / "b", 10)
    assert caught.value.message_key == "error-picture-too-large"


async def test_a_broken_picture_is_refused(image_pool: ImagePool, tmp_path: Path):
    """A file that was cut off is not made to look whole."""
    source = tmp_path / "a.png"
    detailed((300, 300)).save(source)
    source.write_bytes(source.read_bytes()[:20_000])
    with pytest.raises(UnusablePicture) as caught:
        await image_pool.fit(source, tmp_path / "b", 50_000)
    assert caught.value.message_key == "error-picture-broken"
