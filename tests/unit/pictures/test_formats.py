"""The table of formats: what each one, in each of its oddities, comes out as.

`python -m pytest tests/unit/pictures/test_formats.py -s` prints it.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
import pytest
import pyvips
from PIL import Image, ImageCms
from PIL.Image import Transpose

from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures import made_files

pillow_heif.register_heif_opener()

Colour = tuple[int, ...]

SIZE = (96, 64)
COLOURS: tuple[Colour, ...] = ((200, 40, 40), (40, 160, 60), (20, 40, 200), (220, 200, 40))
"""Upper left, upper right, lower left, lower right: none changes places with another unseen."""

GREYS: tuple[Colour, ...] = ((88,) * 3, (113,) * 3, (52,) * 3, (188,) * 3)
"""The light of these colours (BT.601)."""

HALF = 128
ORIENTATION = 0x0112
METADATA = {"exif", "xmp", "comment", "icc_profile", "photoshop", "XML:com.adobe.xmp"}

# How a picture lies in a file that says of it 1 to 8 (EXIF 2.32, section 4.6.4).
LYING = (
    None,
    Transpose.FLIP_LEFT_RIGHT,
    Transpose.ROTATE_180,
    Transpose.FLIP_TOP_BOTTOM,
    Transpose.TRANSPOSE,
    Transpose.ROTATE_90,
    Transpose.TRANSVERSE,
    Transpose.ROTATE_270,
)

# The same as HEIF says it: quarters of a turn to the left, then a mirror.
TURNS = (
    [],
    [(made_files.IMIR, 1)],
    [(made_files.IROT, 2)],
    [(made_files.IMIR, 0)],
    [(made_files.IROT, 3), (made_files.IMIR, 1)],
    [(made_files.IROT, 3)],
    [(made_files.IROT, 1), (made_files.IMIR, 1)],
    [(made_files.IROT, 1)],
)


@dataclass(frozen=True, slots=True)
class Row:
    """Name a format and its oddity, write such a file, and say what comes out of it.

    `colours` have a fourth value where something is seen through; each is met within `within`.
    """

    extension: str
    oddity: str
    write: Callable[[Path], object]
    colours: Sequence[Colour] = COLOURS
    size: tuple[int, int] = SIZE
    media_type: str = "image/jpeg"
    within: int = 4
    frames_dropped: bool = False


def quadrants() -> Image.Image:
    """Draw a picture of four colours."""
    image = Image.new("RGB", (2, 2))
    for number, colour in enumerate(COLOURS):
        image.putpixel((number % 2, number // 2), colour)
    return image.resize(SIZE, Image.Resampling.NEAREST)


def veiled() -> Image.Image:
    """Draw the four colours, half seen through on the right."""
    image = quadrants()
    alpha = Image.new("L", SIZE, 255)
    alpha.paste(HALF, (SIZE[0] // 2, 0, *SIZE))
    image.putalpha(alpha)
    return image


PLAIN, VEILED = quadrants(), veiled()
GREY, FEW = PLAIN.convert("L"), PLAIN.quantize(4)


def behind_veil(colours: Sequence[Colour]) -> list[Colour]:
    """Return the colours with the alpha that they have there."""
    return [(*colour, HALF if number % 2 else 255) for number, colour in enumerate(colours)]


def saved(image: Image.Image, **options: object) -> Callable[[Path], None]:
    """Let Pillow write a picture in the format of the path's extension."""
    return lambda path: image.save(path, **options)


def forged(data: bytes) -> Callable[[Path], object]:
    """Write bytes that were put together by hand."""
    return lambda path: path.write_bytes(data)


def vips(image: Image.Image, *, deep: bool = False) -> pyvips.Image:
    """Hand a picture over to libvips, in 8 or 16 bits."""
    bands = len(image.getbands())
    copy = pyvips.Image.new_from_memory(image.tobytes(), *SIZE, bands, "uchar")
    names = ("rgb16", "grey16") if deep else ("srgb", "b-w")
    copy = (copy * 257).cast("ushort") if deep else copy
    return copy.copy(interpretation=names[bands < 3])


def of_vips(image: pyvips.Image, **options: object) -> Callable[[Path], None]:
    """Let libvips write a picture in the format of the path's extension."""
    return lambda path: image.write_to_file(str(path), **options)


def of_libheif(mode: str, image: pyvips.Image) -> Callable[[Path], None]:
    """Let libheif write pixels that Pillow has no name for."""
    heif = pillow_heif.from_bytes(mode, SIZE, bytes(image.write_to_memory()))
    return lambda path: heif.save(path, quality=95)


def of_frames(*pictures: Image.Image, **options: object) -> Callable[[Path], None]:
    """Let Pillow write several pictures into one file."""
    return lambda path: pictures[0].save(path, save_all=True, append_images=pictures[1:], **options)


def lying(value: int) -> Image.Image:
    """Return the picture as it lies in a file that gives this EXIF orientation."""
    transpose = LYING[value - 1]
    return PLAIN if transpose is None else PLAIN.transpose(transpose)


def turned(value: int) -> Callable[[Path], None]:
    """Write a picture that is to be turned before it is looked at."""
    exif = Image.Exif()
    exif[ORIENTATION] = value
    return saved(lying(value), exif=exif, quality=95)


def without_adobe(jpeg: bytes) -> bytes:
    """Take away the segment by which Adobe marks a JPEG whose inks are inverted, as all are."""
    start = jpeg.index(b"\xff\xee")
    return jpeg[:start] + jpeg[start + 16 :]


def swapped_profile() -> bytes:
    """Return an sRGB profile whose red and blue primaries have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for place in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        name = bytes(profile[place : place + 4])
        if name in {b"rXYZ", b"bXYZ"}:
            profile[place : place + 4] = b"bXYZ" if name == b"rXYZ" else b"rXYZ"
    return bytes(profile)


def multiplied(image: Image.Image) -> Image.Image:
    """Return a picture whose colours are multiplied by its alpha."""
    dark = vips(image).premultiply().cast("uchar")
    return Image.frombytes("RGBA", SIZE, bytes(dark.write_to_memory()))


def sideways(value: int) -> dict[str, object]:
    """Return the parts of a picture that lies, and of what says so."""
    exif = Image.Exif()
    exif[ORIENTATION] = value
    return {"image": lying(value), "exif": exif}


def converted(colour: Colour) -> Colour:
    """Return what a colour of that profile is in sRGB, as LittleCMS has it."""
    foreign = ImageCms.ImageCmsProfile(io.BytesIO(SWAPPED))
    image = Image.new("RGB", (1, 1), colour)
    pixel = ImageCms.profileToProfile(image, foreign, ImageCms.createProfile("sRGB"))
    return pixel.getpixel((0, 0))


SWAPPED = swapped_profile()
INKS = vips(PLAIN).icc_transform("cmyk", input_profile="srgb")
# Blue can't be printed: what paper makes of it is what is seen.
PRINTED = (*COLOURS[:1], COLOURS[1], (42, 66, 140), COLOURS[3])
KEYED = ((*COLOURS[0], 0), *((*colour, 255) for colour in COLOURS[1:]))
UPPER_HALF = Image.new("1", SIZE)
UPPER_HALF.paste(1, (0, 0, SIZE[0], SIZE[1] // 2))
ONE_BIT = ((255,) * 3, (255,) * 3, (0,) * 3, (0,) * 3)
LARGE = tuple(
    Image.new("RGB", (5_000 >> number, 2_500 >> number), colour)
    for number, colour in enumerate(COLOURS[:3])
)
VEIL, VEIL_GREY = behind_veil(COLOURS), behind_veil(GREYS)
ANIMATED = (PLAIN, PLAIN.transpose(Transpose.ROTATE_180))

ROWS = [
    Row("png", "8 bits", saved(PLAIN), media_type="image/png", within=0),
    Row("png", "palette", saved(FEW), media_type="image/png", within=0),
    Row("png", "palette of 2 bits", saved(FEW, bits=2), media_type="image/png", within=0),
    Row("png", "palette, veiled", saved(VEILED.quantize(8)), VEIL, media_type="image/png"),
    Row("png", "veiled", saved(VEILED), VEIL, media_type="image/png", within=0),
    Row("png", "idle alpha", saved(PLAIN.convert("RGBA")), media_type="image/png", within=0),
    Row(
        "png",
        "one colour is clear",
        saved(PLAIN, transparency=COLOURS[0]),
        KEYED,
        media_type="image/png",
        within=0,
    ),
    Row("png", "grey", saved(GREY), GREYS, media_type="image/png", within=1),
    Row("png", "grey, veiled", saved(VEILED.convert("LA")), VEIL_GREY, media_type="image/png"),
    Row("png", "1 bit", saved(UPPER_HALF), ONE_BIT, media_type="image/png", within=0),
    Row("png", "16 bits", of_vips(vips(PLAIN, deep=True)), media_type="image/png", within=1),
    Row("png", "16 bits, veiled", of_vips(vips(VEILED, deep=True)), VEIL, media_type="image/png"),
    Row("png", "16 bits, grey", of_vips(vips(GREY, deep=True)), GREYS, media_type="image/png"),
    Row("png", "interlaced", of_vips(vips(PLAIN), interlace=True), media_type="image/png"),
    Row(
        "png",
        "colour profile",
        saved(PLAIN, icc_profile=SWAPPED),
        [*map(converted, COLOURS)],
        media_type="image/png",
        within=12,
    ),
    Row("png", "animated", of_frames(*ANIMATED), media_type="image/png", frames_dropped=True),
    Row(
        "png",
        "a text's sum is wrong",
        forged(made_files.png_of_bad_sums(PLAIN, b"tEXt", b"zTXt", b"tIME")),
        media_type="image/png",
        within=0,
    ),
    Row("png", "no end", forged(made_files.encoded(PLAIN, "PNG")[:-12]), media_type="image/png"),
    *(
        Row(
            "png",
            f"orientation {value} after its pixels",
            forged(made_files.png_turned_late(**sideways(value))),
            media_type="image/png",
        )
        for value in range(1, 9)
    ),
    Row("jpg", "baseline", saved(PLAIN, quality=95)),
    Row("jpg", "no end", forged(made_files.encoded(PLAIN, "JPEG", quality=95)[:-2])),
    Row("jpg", "half an end", forged(made_files.encoded(PLAIN, "JPEG", quality=95)[:-1])),
    Row(
        "jpg",
        "progressive, no end",
        forged(made_files.encoded(PLAIN, "JPEG", quality=95, progressive=True)[:-2]),
    ),
    Row(
        "jpg",
        "after a mark",
        forged(b"\xef\xbb\xbf" + made_files.encoded(PLAIN, "JPEG", quality=95)),
    ),
    Row(
        "jpg",
        "after a line break",
        forged(b"\r\n" + made_files.encoded(PLAIN, "JPEG", quality=95)),
    ),
    Row(
        "jpg",
        "what looks like 12 bits beside the pixels",
        forged(
            made_files.jpeg_after_start(
                made_files.encoded(PLAIN, "JPEG", quality=95),
                b"\xff\xec\0\x0a\xff\xc1\0\x0b\x0c\0\0\0",
            )
        ),
    ),
    Row(
        "jpg",
        "damaged EXIF",
        forged(
            made_files.jpeg_after_start(
                made_files.encoded(PLAIN, "JPEG", quality=95), b"\xff\xe1\0\x10Exif\0\0garbage!"
            )
        ),
    ),
    Row("jpg", "progressive", saved(PLAIN, quality=95, progressive=True)),
    Row("jpg", "a scan for each plane", forged(made_files.jpeg_of_planes(PLAIN)), within=8),
    Row("jpg", "grey", saved(GREY, quality=95), GREYS),
    Row("jpg", "CMYK of Adobe", saved(PLAIN.convert("CMYK"), quality=95), COLOURS, within=12),
    Row(
        "jpg",
        "CMYK without Adobe's mark",
        forged(without_adobe(made_files.encoded(PLAIN.convert("CMYK"), "JPEG", quality=95))),
        COLOURS,
        within=12,
    ),
    Row("jpg", "CMYK with profile", of_vips(INKS, Q=95), PRINTED, within=12),
    Row(
        "jpg",
        "colour profile",
        saved(PLAIN, icc_profile=SWAPPED, quality=95),
        [*map(converted, COLOURS)],
        within=12,
    ),
    Row("webp", "lossy", saved(PLAIN, quality=95)),
    Row("webp", "lossless", saved(PLAIN, lossless=True)),
    Row("webp", "veiled", saved(VEILED, quality=95), VEIL, media_type="image/png"),
    Row(
        "webp",
        "colour profile",
        saved(PLAIN, icc_profile=SWAPPED, quality=95),
        [*map(converted, COLOURS)],
        within=12,
    ),
    Row("webp", "animated", of_frames(*ANIMATED, lossless=True), frames_dropped=True),
    Row("gif", "still", saved(FEW), media_type="image/png", within=0),
    Row("gif", "interlaced", saved(FEW, interlace=1), media_type="image/png", within=0),
    Row(
        "gif",
        "one colour is clear",
        saved(FEW, transparency=FEW.getpixel((0, 0))),
        ((0, 0, 0, 0), *KEYED[1:]),
        media_type="image/png",
        within=0,
    ),
    Row("gif", "animated", of_frames(*ANIMATED), media_type="image/png", frames_dropped=True),
    Row("bmp", "24 bits", saved(PLAIN)),
    Row("bmp", "palette", saved(FEW)),
    Row("bmp", "grey", saved(GREY), GREYS),
    Row("bmp", "1 bit", saved(UPPER_HALF), ONE_BIT),
    Row("bmp", "16 bits, from the top", forged(made_files.bmp_5_6_5(PLAIN)), within=10),
    Row("bmp", "veiled", forged(made_files.bmp_with_alpha(VEILED)), VEIL, media_type="image/png"),
    Row("tiff", "uncompressed", saved(PLAIN)),
    Row("tiff", "LZW", saved(PLAIN, compression="tiff_lzw")),
    Row("tiff", "deflate, tiled", of_vips(vips(PLAIN), tile=True, compression="deflate")),
    Row("tiff", "JPEG inside", saved(PLAIN, compression="jpeg", quality=95)),
    Row("tiff", "Zstandard", saved(PLAIN, compression="zstd")),
    Row("tiff", "LZMA", saved(PLAIN, compression="lzma")),
    Row(
        "tiff", "Zstandard, veiled", saved(VEILED, compression="zstd"), VEIL, media_type="image/png"
    ),
    Row(
        "tiff",
        "Zstandard, CMYK",
        saved(PLAIN.convert("CMYK"), compression="zstd"),
        COLOURS,
        within=12,
    ),
    Row("tiff", "big-endian", saved(PLAIN, big_endian=True)),
    Row("tiff", "palette", saved(FEW)),
    Row("tiff", "fax", saved(UPPER_HALF, compression="group4"), ONE_BIT),
    Row("tiff", "grey, white is 0", of_vips(vips(GREY), miniswhite=True), GREYS),
    Row("tiff", "veiled", saved(VEILED), VEIL, media_type="image/png"),
    Row(
        "tiff",
        "veiled, premultiplied",
        of_vips(vips(VEILED), premultiply=True),
        VEIL,
        media_type="image/png",
    ),
    Row("tiff", "16 bits", of_vips(vips(PLAIN, deep=True))),
    Row("tiff", "16 bits, veiled", of_vips(vips(VEILED, deep=True)), VEIL, media_type="image/png"),
    Row("tiff", "CMYK", saved(PLAIN.convert("CMYK")), COLOURS, within=12),
    Row("tiff", "CMYK with profile", of_vips(INKS), PRINTED, within=12),
    Row(
        "tiff",
        "colour profile",
        saved(PLAIN, icc_profile=SWAPPED),
        [*map(converted, COLOURS)],
        within=12,
    ),
    Row(
        "tiff",
        "smaller pages of other colours",
        of_frames(*LARGE),
        COLOURS[:1] * 4,
        size=(2048, 1024),
        frames_dropped=True,
    ),
    Row("avif", "8 bits", saved(PLAIN, quality=95)),
    Row("avif", "10 bits", of_vips(vips(PLAIN, deep=True), bitdepth=10, Q=95)),
    Row("avif", "grey", saved(GREY, quality=95), GREYS),
    Row("avif", "veiled", saved(VEILED, quality=95), VEIL, media_type="image/png"),
    Row(
        "avif",
        "veiled, premultiplied",
        forged(
            made_files.avif_premultiplied(
                made_files.encoded(multiplied(VEILED), "AVIF", quality=100)
            )
        ),
        VEIL,
        media_type="image/png",
        within=8,
    ),
    Row(
        "avif",
        "the fifth of its brands",
        forged(
            made_files.avif_of_brands(
                made_files.encoded(PLAIN, "AVIF", quality=95),
                *(b"mif1", b"mif1", b"miaf", b"MA1B", b"MiHB", b"avif"),
            )
        ),
    ),
    *(
        Row(
            "avif",
            f"calls itself {brand.decode()} first",
            forged(
                made_files.avif_of_brands(
                    made_files.encoded(PLAIN, "AVIF", quality=95), brand, b"avif"
                )
            ),
        )
        for brand in (b"miaf", b"MA1B", b"mif2", b"1pic")
    ),
    Row(
        "avif",
        "no brand of its own",
        forged(
            made_files.avif_of_brands(
                made_files.encoded(PLAIN, "AVIF", quality=95), b"mif1", b"mif1", b"miaf"
            )
        ),
    ),
    Row(
        "avif",
        "colour profile",
        saved(PLAIN, icc_profile=SWAPPED, quality=95),
        [*map(converted, COLOURS)],
        within=12,
    ),
    Row("avif", "animated", of_frames(*ANIMATED, quality=95), frames_dropped=True),
    Row("heic", "8 bits", saved(PLAIN, quality=95)),
    Row("heic", "10 bits", of_libheif("RGB;16", vips(PLAIN, deep=True))),
    Row("heic", "grey", saved(GREY, quality=95), GREYS),
    Row("heic", "16 bits, grey", saved(Image.new("I;16", SIZE, 40_000)), [(156,) * 3] * 4),
    Row("heic", "veiled", saved(VEILED, quality=95), VEIL, media_type="image/png"),
    Row(
        "heic",
        "veiled, premultiplied",
        of_libheif("RGBa", vips(VEILED).premultiply().cast("uchar")),
        VEIL,
        media_type="image/png",
    ),
    Row(
        "heic",
        "grid of tiles",
        forged(made_files.heic(PLAIN, rows=2, columns=3)),
        size=(288, 128),
    ),
    Row(
        "heic",
        "colour profile",
        saved(PLAIN, icc_profile=SWAPPED, quality=95),
        [*map(converted, COLOURS)],
        within=12,
    ),
    Row("heic", "several pictures", of_frames(*ANIMATED, quality=95), frames_dropped=True),
    *(
        Row(
            extension,
            f"orientation {value}",
            turned(value),
            media_type="image/png" if extension == "png" else "image/jpeg",
        )
        for extension in ("jpg", "png", "webp", "tiff", "avif")
        for value in range(1, 9)
    ),
    *(
        Row("heic", f"orientation {value}", forged(made_files.heic(lying(value), turn=turn)))
        for value, turn in enumerate(TURNS, 1)
    ),
]


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """Collect a line for each row, and print them."""
    lines = [f"{'format':6} {'oddity':31} {'comes out as':24} colours"]
    yield lines
    print("", *lines, sep="\n")  # noqa: T201 (shown with `-s`)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.extension} {row.oddity}")
async def test_what_comes_out(image_pool: ImagePool, tmp_path: Path, table: list[str], row: Row):
    """Each file comes out upright in the right colours, in 8-bit sRGB and without metadata."""
    source, target = tmp_path / f"a.{row.extension}", tmp_path / "out"
    row.write(source)
    header = await image_pool.normalise(source, target, ModelLimits())
    with Image.open(target) as image:
        mode = "RGBA" if header.has_alpha else "RGB"
        assert image.mode == mode
        assert not METADATA & image.info.keys()
        width, height = image.size
        places = [(x * width // 8, y * height // 8) for y in (1, 7) for x in (1, 7)]
        colours = [image.getpixel(place) for place in places]
    table.append(
        f"{row.extension:6} {row.oddity:31} {header.media_type} {mode:4} {width}x{height}"
        f"{', first frame' if header.frames_dropped else '':14} {colours}"
    )
    assert (header.media_type, header.width, header.height) == (row.media_type, *row.size)
    assert (width, height) == row.size
    assert header.frames_dropped is row.frames_dropped
    for colour, expected in zip(colours, row.colours, strict=True):
        assert colour == pytest.approx(expected, abs=row.within)
