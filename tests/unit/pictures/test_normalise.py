"""What a model gets of a member's picture."""

import io
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from bot.domain.errors import UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.workshop import Workshop

pillow_heif.register_heif_opener()

LIMITS = ModelLimits()
RED, BLUE = (200, 40, 40), (20, 40, 200)
FORMATS = ["png", "jpg", "webp", "gif", "bmp", "tiff", "avif", "heic"]


def two_coloured(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Draw a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.quantize(4) if mode == "P" else image.convert(mode)


def names(folder: Path) -> set[str]:
    """Return the names of the files in a folder."""
    return {path.name for path in folder.iterdir()}


def near(pixel: object, colour: tuple[int, ...], tolerance: int = 12) -> bool:
    """Tell whether a pixel has about this colour."""
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour, strict=True))


def noise(size: tuple[int, int], *, alpha: bool = False) -> Image.Image:
    """Draw a picture that no encoder can make small."""
    bands = [Image.effect_noise(size, 90) for _ in range(3)]
    if alpha:
        return Image.merge("RGBA", [*bands, Image.linear_gradient("L").resize(size)])
    return Image.merge("RGB", bands)


@pytest.mark.parametrize("extension", FORMATS)
async def test_every_accepted_format_comes_out_as_it_looks(
    workshop: Workshop, tmp_path: Path, extension: str
):
    """All eight formats are decoded to the same picture."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    two_coloured().save(source)
    header = await workshop.normalise(source, target, LIMITS)
    assert header.media_type in {"image/png", "image/jpeg"}
    with Image.open(target) as image:
        assert image.size == (header.width, header.height) == (96, 64)
        assert near(image.convert("RGB").getpixel((8, 8)), RED)
        assert near(image.convert("RGB").getpixel((88, 8)), BLUE)


@pytest.mark.parametrize(
    ("mode", "extension"),
    [
        ("P", "png"),
        ("P", "bmp"),
        ("RGBA", "png"),
        ("RGBA", "heic"),
        ("RGBX", "tiff"),
        ("P", "tiff"),
    ],
)
async def test_palettes_and_idle_alpha_become_plain_colours(
    workshop: Workshop, tmp_path: Path, mode: str, extension: str
):
    """How the pixels were kept makes no difference to what a model sees."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    two_coloured(mode).save(source)
    header = await workshop.normalise(source, target, LIMITS)
    assert not header.has_alpha
    with Image.open(target) as image:
        assert image.mode == "RGB"
        assert near(image.getpixel((8, 8)), RED, 20)


@pytest.mark.parametrize("extension", ["jpg", "tiff"])
async def test_cmyk_becomes_rgb(workshop: Workshop, tmp_path: Path, extension: str):
    """Print colours come out in the hue that they have in print."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    two_coloured("CMYK").save(source)
    await workshop.normalise(source, target, LIMITS)
    with Image.open(target) as image:
        assert image.mode == "RGB"
        red, green, blue = image.getpixel((8, 8))
        assert red > 2 * max(green, blue)


@pytest.mark.parametrize("extension", ["png", "tiff"])
async def test_sixteen_bits_become_eight(workshop: Workshop, tmp_path: Path, extension: str):
    """A grey of two thirds of the 16-bit scale stays one, and is not cut off to white."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    Image.new("I;16", (32, 32), 40_000).save(source)
    await workshop.normalise(source, target, LIMITS)
    with Image.open(target) as image:
        assert near(image.convert("RGB").getpixel((8, 8)), (156, 156, 156), 3)


async def test_grey_and_one_bit_pictures_keep_their_light(workshop: Workshop, tmp_path: Path):
    """Pictures without colours come out in RGB."""
    for mode, white in (("L", 180), ("1", 255), ("LA", 180)):
        source, target = tmp_path / f"{mode}.png", tmp_path / f"{mode}.out"
        Image.new("L", (32, 32), white).convert(mode).save(source)
        await workshop.normalise(source, target, LIMITS)
        with Image.open(target) as image:
            assert near(image.convert("RGB").getpixel((8, 8)), (white,) * 3, 3)


@pytest.mark.parametrize(("mode", "value"), [("L", 156), ("I;16", 40_000)])
async def test_a_grey_heic_is_decoded(workshop: Workshop, tmp_path: Path, mode: str, value: int):
    """HEIC without colours is as good as with them, in 8 bits and in more."""
    Image.new(mode, (64, 64), value).save(tmp_path / "a.heic")
    await workshop.normalise(tmp_path / "a.heic", tmp_path / "out", LIMITS)
    with Image.open(tmp_path / "out") as image:
        assert near(image.getpixel((8, 8)), (156, 156, 156), 4)


@pytest.mark.parametrize("extension", ["png", "webp", "heic", "tiff"])
async def test_what_is_seen_through_stays_so(workshop: Workshop, tmp_path: Path, extension: str):
    """Alpha is kept, in a PNG."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    image = two_coloured("RGBA")
    image.putalpha(128)
    image.save(source)
    header = await workshop.normalise(source, target, LIMITS)
    assert (header.media_type, header.has_alpha) == ("image/png", True)
    with Image.open(target) as image:
        assert near(image.getpixel((8, 8)), (*RED, 128))


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "tiff", "avif"])
async def test_orientation_is_applied_and_forgotten(
    workshop: Workshop, tmp_path: Path, extension: str
):
    """A photo taken on its side stands upright, and says nothing about it any more."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    exif = Image.Exif()
    exif[0x0112] = 6
    two_coloured().save(source, exif=exif)
    header = await workshop.normalise(source, target, LIMITS)
    with Image.open(target) as image:
        assert image.size == (header.width, header.height) == (64, 96)
        assert near(image.convert("RGB").getpixel((32, 8)), RED)
        assert near(image.convert("RGB").getpixel((32, 88)), BLUE)
        assert not image.getexif()


def with_secrets(save: Callable[..., None], extension: str) -> None:
    """Save a picture that tells where it was taken in every way that its format has."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "SECRET-N"
    exif[0x010E] = "SECRET description"
    options: dict[str, object] = {"exif": exif, "xmp": b"<x:xmpmeta>SECRET</x:xmpmeta>"}
    if extension == "png":
        text = PngInfo()
        text.add_text("Comment", "SECRET")
        text.add_itxt("XML:com.adobe.xmp", "SECRET")
        options = {"exif": exif, "pnginfo": text}
    elif extension in {"jpg", "gif"}:
        options["comment"] = "SECRET"
    save(**options)


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "tiff", "avif", "heic", "gif"])
async def test_metadata_stays_behind(workshop: Workshop, tmp_path: Path, extension: str):
    """Position, description, XMP, comments and what is glued to the end are gone."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    with_secrets(lambda **options: two_coloured().save(source, **options), extension)
    with source.open("ab") as file:
        file.write(b"SECRET tail")
    assert b"SECRET" in source.read_bytes()
    await workshop.normalise(source, target, LIMITS)
    assert b"SECRET" not in target.read_bytes()
    with Image.open(target) as image:
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "tiff", "avif", "heic"])
async def test_a_colour_profile_is_applied_and_left_out(
    workshop: Workshop, tmp_path: Path, extension: str
):
    """Colours that a profile gives another meaning are turned to sRGB."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    profile = io.BytesIO(SWAPPED_PROFILE)
    expected = ImageCms.profileToProfile(
        two_coloured(), ImageCms.ImageCmsProfile(profile), ImageCms.createProfile("sRGB")
    )
    two_coloured().save(source, icc_profile=SWAPPED_PROFILE)
    await workshop.normalise(source, target, LIMITS)
    with Image.open(target) as image:
        assert "icc_profile" not in image.info
        assert near(image.convert("RGB").getpixel((8, 8)), expected.getpixel((8, 8)))
        assert not near(image.convert("RGB").getpixel((8, 8)), RED)


def swapped_profile() -> bytes:
    """Return an sRGB profile whose red and blue primaries have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for place in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        name = bytes(profile[place : place + 4])
        if name in {b"rXYZ", b"bXYZ"}:
            profile[place : place + 4] = b"bXYZ" if name == b"rXYZ" else b"rXYZ"
    return bytes(profile)


SWAPPED_PROFILE = swapped_profile()


@pytest.mark.parametrize("extension", ["gif", "webp", "png", "tiff", "avif", "heic"])
async def test_of_an_animation_the_first_frame_is_used_and_that_is_told(
    workshop: Workshop, tmp_path: Path, extension: str
):
    """Whoever uploads an animation can be told that one picture of it is used."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    frames = [Image.new("RGB", (64, 64), colour) for colour in (RED, BLUE)]
    frames[0].save(source, save_all=True, append_images=frames[1:])
    header = await workshop.normalise(source, target, LIMITS)
    assert header.frames_dropped
    assert not header.animated
    with Image.open(target) as image:
        assert near(image.convert("RGB").getpixel((8, 8)), RED)
    assert names(tmp_path) == {source.name, "out"}


async def test_a_still_picture_drops_no_frames(workshop: Workshop, tmp_path: Path):
    """Nothing is said about frames where there is one."""
    two_coloured().save(tmp_path / "a.webp")
    assert not (
        await workshop.normalise(tmp_path / "a.webp", tmp_path / "b", LIMITS)
    ).frames_dropped


async def test_a_large_picture_is_shrunk_to_the_longest_side(workshop: Workshop, tmp_path: Path):
    """Both sides shrink by the same factor."""
    two_coloured(size=(3000, 1500)).save(tmp_path / "a.jpg")
    header = await workshop.normalise(
        tmp_path / "a.jpg", tmp_path / "b", ModelLimits(max_side=1000)
    )
    assert (header.width, header.height) == (1000, 500)


async def test_a_small_picture_is_not_enlarged(workshop: Workshop, tmp_path: Path):
    """A picture within the limits keeps its pixels."""
    Image.new("RGB", (1, 1)).save(tmp_path / "a.png")
    header = await workshop.normalise(tmp_path / "a.png", tmp_path / "b", LIMITS)
    assert (header.width, header.height) == (1, 1)


async def test_a_photo_becomes_a_jpeg_and_a_drawing_stays_a_png(workshop: Workshop, tmp_path: Path):
    """JPEG would smear a drawing's edges, and a photo as PNG is large for nothing."""
    noise((300, 300)).save(tmp_path / "photo.png")
    two_coloured(size=(300, 300)).save(tmp_path / "drawing.png")
    photo = await workshop.normalise(tmp_path / "photo.png", tmp_path / "a", LIMITS)
    drawing = await workshop.normalise(tmp_path / "drawing.png", tmp_path / "b", LIMITS)
    assert (photo.media_type, drawing.media_type) == ("image/jpeg", "image/png")


@pytest.mark.parametrize(("alpha", "media_type"), [(False, "image/jpeg"), (True, "image/webp")])
async def test_the_limit_of_bytes_is_kept(
    workshop: Workshop, tmp_path: Path, *, alpha: bool, media_type: str
):
    """What is too large for a model is written smaller, with its alpha if it has one."""
    noise((600, 600), alpha=alpha).save(tmp_path / "a.png")
    limits = ModelLimits(max_bytes=60_000)
    header = await workshop.normalise(tmp_path / "a.png", tmp_path / "b", limits)
    assert header.size == (tmp_path / "b").stat().st_size <= 60_000
    assert (header.media_type, header.has_alpha) == (media_type, alpha)


@pytest.mark.parametrize("extension", FORMATS)
async def test_a_file_that_was_cut_off_is_refused(
    workshop: Workshop, tmp_path: Path, extension: str
):
    """Half a picture is not taken for a whole one, in any format."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    noise((256, 256)).save(source)
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    with pytest.raises(UnusablePicture) as caught:
        await workshop.normalise(source, target, LIMITS)
    assert caught.value.message_key in {"error-picture-broken", "error-picture-unreadable"}
    assert not target.exists()
    assert names(tmp_path) == {source.name}
