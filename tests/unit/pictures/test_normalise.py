"""What a model gets of a member's picture: how large, of which type, and what stays behind."""

import resource
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.domain.errors import StorageFailed, UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures import made_files

pillow_heif.register_heif_opener()

LIMITS = ModelLimits()
RED, BLUE = (200, 40, 40), (20, 40, 200)
CLEAR_FRAME = b"!\xf9\x04\x01\0\0\0\0" + b"\x2c\0\0\0\0\1\0\1\0\0\x02\x02\x44\x01\0"
"""A frame of a GIF of one pixel, which is seen through."""
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
async def test_metadata_stays_behind(image_pool: ImagePool, tmp_path: Path, extension: str):
    """Position, description, XMP, comments and what is glued to the end are gone."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    with_secrets(lambda **options: two_coloured().save(source, **options), extension)
    with source.open("ab") as file:
        file.write(b"SECRET tail")
    assert b"SECRET" in source.read_bytes()
    await image_pool.normalise(source, target, LIMITS)
    assert b"SECRET" not in target.read_bytes()
    with Image.open(target) as image:
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()


async def test_a_still_picture_drops_no_frames(image_pool: ImagePool, tmp_path: Path):
    """Nothing is said about frames where there is one."""
    two_coloured().save(tmp_path / "a.webp")
    assert not (
        await image_pool.normalise(tmp_path / "a.webp", tmp_path / "b", LIMITS)
    ).frames_dropped


async def test_a_large_picture_is_shrunk_to_the_longest_side(image_pool: ImagePool, tmp_path: Path):
    """Both sides shrink by the same factor."""
    two_coloured(size=(3000, 1500)).save(tmp_path / "a.jpg")
    header = await image_pool.normalise(
        tmp_path / "a.jpg", tmp_path / "b", ModelLimits(max_side=1000)
    )
    assert (header.width, header.height) == (1000, 500)


@pytest.mark.parametrize("size", [(1, 16_000), (16_000, 1), (7, 16_384)])
async def test_the_thinnest_photo_is_no_damage(
    image_pool: ImagePool, tmp_path: Path, size: tuple[int, int]
):
    """A side of a few pixels can't be shrunk while it is decoded."""
    two_coloured(size=size).save(tmp_path / "in.jpg")
    header = await image_pool.normalise(tmp_path / "in.jpg", tmp_path / "out", LIMITS)
    assert (min(header.width, header.height), max(header.width, header.height)) == (1, 2_048)


@pytest.mark.parametrize(
    ("side", "made"),
    [
        (4_032, 2_016),  # a phone's: half of it is near enough
        (3_860, 2_048),  # half of it would be too little
        (4_400, 2_048),  # half of it is still too much
        (8_064, 2_016),  # a quarter
        (2_048, 2_048),
    ],
)
async def test_a_photo_is_decoded_to_what_is_near_enough(
    image_pool: ImagePool, tmp_path: Path, side: int, made: int
):
    """A JPEG is shrunk while it is decoded, turned on its side or not, to 95 % at least."""
    exif = Image.Exif()
    exif[0x0112] = 6
    two_coloured(size=(side, side // 2)).save(tmp_path / "in.jpg", exif=exif)
    header = await image_pool.normalise(tmp_path / "in.jpg", tmp_path / "out", LIMITS)
    assert (header.width, header.height) == (made // 2, made)
    with Image.open(tmp_path / "out") as out:
        assert near(out.getpixel((made // 4, made // 8)), RED)
        assert near(out.getpixel((made // 4, made // 8 * 7)), BLUE)


async def test_a_small_picture_is_not_enlarged(image_pool: ImagePool, tmp_path: Path):
    """A picture within the limits keeps its pixels."""
    Image.new("RGB", (1, 1)).save(tmp_path / "a.png")
    header = await image_pool.normalise(tmp_path / "a.png", tmp_path / "b", LIMITS)
    assert (header.width, header.height) == (1, 1)


async def test_a_photo_becomes_a_jpeg_and_a_drawing_stays_a_png(
    image_pool: ImagePool, tmp_path: Path
):
    """JPEG would smear a drawing's edges, and a photo as PNG is large for nothing."""
    noise((300, 300)).save(tmp_path / "photo.png")
    two_coloured(size=(300, 300)).save(tmp_path / "drawing.png")
    photo = await image_pool.normalise(tmp_path / "photo.png", tmp_path / "a", LIMITS)
    drawing = await image_pool.normalise(tmp_path / "drawing.png", tmp_path / "b", LIMITS)
    assert (photo.media_type, drawing.media_type) == ("image/jpeg", "image/png")


@pytest.mark.parametrize(("alpha", "media_type"), [(False, "image/jpeg"), (True, "image/webp")])
async def test_the_limit_of_bytes_is_kept(
    image_pool: ImagePool, tmp_path: Path, *, alpha: bool, media_type: str
):
    """What is too large for a model is written smaller, with its alpha if it has one."""
    noise((600, 600), alpha=alpha).save(tmp_path / "a.png")
    limits = ModelLimits(max_bytes=60_000)
    header = await image_pool.normalise(tmp_path / "a.png", tmp_path / "b", limits)
    assert header.size == (tmp_path / "b").stat().st_size <= 60_000
    assert (header.media_type, header.has_alpha) == (media_type, alpha)


@pytest.mark.parametrize("extension", FORMATS)
async def test_a_file_that_was_cut_off_is_refused(
    image_pool: ImagePool, tmp_path: Path, extension: str
):
    """Half a picture is not taken for a whole one, in any format."""
    source, target = tmp_path / f"a.{extension}", tmp_path / "out"
    noise((256, 256)).save(source)
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    with pytest.raises(UnusablePicture) as caught:
        await image_pool.normalise(source, target, LIMITS)
    assert caught.value.message_key in {"error-picture-broken", "error-picture-unreadable"}
    assert not target.exists()
    assert names(tmp_path) == {source.name}


async def test_padding_is_no_transparency(image_pool: ImagePool, tmp_path: Path):
    """A TIFF may have a fourth byte for each pixel that means nothing."""
    Image.new("RGBX", (64, 64), (*RED, 0)).save(tmp_path / "a.tiff")
    header = await image_pool.normalise(tmp_path / "a.tiff", tmp_path / "b", LIMITS)
    assert not header.has_alpha
    with Image.open(tmp_path / "b") as out:
        assert near(out.convert("RGB").getpixel((32, 32)), RED)


async def test_a_full_disk_is_not_the_pictures_fault(image_pool: ImagePool, tmp_path: Path):
    """The member hears that nothing could be stored, and not that their picture is broken."""
    noise((600, 600)).save(tmp_path / "a.jpg", quality=95)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(StorageFailed, match="disk: "):
            await image_pool.normalise(tmp_path / "a.jpg", tmp_path / "b", LIMITS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert names(tmp_path) == {"a.jpg"}


@pytest.mark.parametrize("progressive", [False, True])
async def test_half_a_jpeg_is_refused_whatever_its_end(
    image_pool: ImagePool, tmp_path: Path, *, progressive: bool
):
    """A JPEG without its end is taken where its pixels are whole, and nowhere else."""
    noise((256, 256)).save(tmp_path / "a.jpg", progressive=progressive)
    whole = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) - 20])
    with pytest.raises(UnusablePicture) as caught:
        await image_pool.normalise(tmp_path / "a.jpg", tmp_path / "b", LIMITS)
    assert caught.value.message_key == "error-picture-broken"
    assert names(tmp_path) == {"a.jpg"}


async def test_a_mended_picture_leaves_no_copy(image_pool: ImagePool, tmp_path: Path):
    """What was put right for the decoder is gone again, and the file itself as it was."""
    given = b"\r\n" + made_files.encoded(noise((64, 64)), "JPEG")[:-2]
    (tmp_path / "a.jpg").write_bytes(given)
    await image_pool.normalise(tmp_path / "a.jpg", tmp_path / "b", LIMITS)
    assert names(tmp_path) == {"a.jpg", "b"}
    assert (tmp_path / "a.jpg").read_bytes() == given


async def test_a_sum_that_pixels_need_is_not_forgiven(image_pool: ImagePool, tmp_path: Path):
    """What says which pixels are clear has to be right."""
    (tmp_path / "a.png").write_bytes(made_files.png_of_bad_sums(two_coloured(), b"tRNS"))
    with pytest.raises(UnusablePicture):
        await image_pool.normalise(tmp_path / "a.png", tmp_path / "b", LIMITS)


async def test_a_turn_that_is_read_in_two_ways_is_one(image_pool: ImagePool, tmp_path: Path):
    """Where the parsers of header and pixels differ, the latter decides, also how large it is."""
    jpeg = made_files.encoded(two_coloured(size=(4_096, 2_048)), "JPEG")
    lying = made_files.jpeg_after_start(jpeg, made_files.exif_of(1, b"\6"))
    (tmp_path / "a.jpg").write_bytes(lying)
    header = await image_pool.normalise(tmp_path / "a.jpg", tmp_path / "b", LIMITS)
    assert (header.width, header.height) == (1_024, 2_048)


async def test_what_is_lost_can_be_told(image_pool: ImagePool, tmp_path: Path):
    """It is known how large a picture was before it was made to fit."""
    two_coloured(size=(108, 1_600)).save(tmp_path / "a.png")
    header = await image_pool.normalise(
        tmp_path / "a.png", tmp_path / "b", ModelLimits(max_side=160)
    )
    assert (header.made_from, header.width, header.height) == ((108, 1_600), 11, 160)


@pytest.mark.parametrize("background", [0, 1])
@pytest.mark.parametrize(
    ("at", "further"), [((30, 20), b""), ((0, 0), b""), ((30, 20), CLEAR_FRAME), ((64, 36), b"")]
)
async def test_what_a_gif_leaves_free_is_seen_through(
    image_pool: ImagePool, tmp_path: Path, at: tuple[int, int], background: int, further: bytes
):
    """Around its first frame there is nothing, whatever background it names."""
    frame = two_coloured("P", (96, 64))
    drawn = made_files.gif_on_canvas(frame, (160, 100), at, background=background, further=further)
    (tmp_path / "a.gif").write_bytes(drawn)
    await image_pool.normalise(tmp_path / "a.gif", tmp_path / "b", LIMITS)
    with Image.open(tmp_path / "b") as image:
        assert (image.mode, image.size) == ("RGBA", (160, 100))
        alpha = image.getchannel("A")
        assert alpha.getbbox() == (*at, at[0] + 96, at[1] + 64)
        assert alpha.histogram()[255] == 96 * 64
        assert image.getpixel(at)[:3] == pytest.approx(RED, abs=2)
    header = await image_pool.fit(tmp_path / "a.gif", tmp_path / "c", 10**6)
    assert header.has_alpha
