"""What a file is, told from its own bytes: its type by signature, its sizes by its header.

Nothing here decodes pixels, and no name or declared type is believed. Pillow reads the headers of
every type but is only ever told the one that the signature shows, so that a file that is several
things at once is read as what it starts as, or not at all.
"""

import functools
import logging
import math
import re
import struct
import warnings
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain.errors import UnusablePicture
from bot.domain.picture import SIGNATURE_BYTES, IntakeLimits
from bot.pictures.bomb_checks import survey
from bot.pictures.inside import Inside, look_inside
from bot.pictures.repair import LEADING, VAGUE_BRANDS
from bot.pictures.tile_checks import boxes

if TYPE_CHECKING:
    from PIL.Image import Image

MIB = 2**20

# What a decoder may hold of one picture at once: with the process around it, under 300 MB.
MAX_HELD = 200 * MIB

RAW = "image/x-raw"
"""What a camera keeps for itself; it may hold a small preview, which nobody means."""

_SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (8, b"WEBP", "image/webp"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"BM", "image/bmp"),
    # Of cameras: Fujifilm, Panasonic, Olympus, Sigma, Minolta. Most others' look like TIFF.
    (0, b"FUJIFILMCCD-RAW", RAW),
    (0, b"IIU\0", RAW),
    (0, b"IIRO", RAW),
    (0, b"IIRS", RAW),
    (0, b"MMOR", RAW),
    (0, b"FOVb", RAW),
    (0, b"\0MRM", RAW),
    (6, b"HEAPCCDR", RAW),
    # What a member may take for a picture, and nobody here reads.
    (0, b"\xff\x0a", "image/jxl"),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", "image/jp2"),
    (0, b"\xff\x4f\xff\x51", "image/jp2"),
    (0, b"II+\0", "image/x-bigtiff"),
    (0, b"MM\0+", "image/x-bigtiff"),
    (0, b"8BPS\0", "image/vnd.adobe.photoshop"),
    (0, b"\0\0\1\0", "image/vnd.microsoft.icon"),
    (0, b"v/1\1", "image/x-exr"),
)

_UNREAD = {
    "image/jxl": "JPEG XL",
    "image/jp2": "JPEG 2000",
    "image/x-bigtiff": "BigTIFF",
    "image/vnd.adobe.photoshop": "Photoshop",
    "image/vnd.microsoft.icon": "ICO",
    "image/x-exr": "OpenEXR",
}
_ORIENTATION_TAG = 0x0112
TURNED_ON_ITS_SIDE = frozenset({5, 6, 7, 8})

# ISO/IEC 23008-12 and the AVIF specification: the brand of the file's first box.
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_HEIF_BRANDS = frozenset({b"mif1", b"msf1"}) | VAGUE_BRANDS
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_RAW_BRAND = b"crx "

_PILLOW_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
    "image/avif": "AVIF",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}

# Of TIFF: measurements as 32-bit numbers, of which nobody knows which is white; and colours that
# libvips takes for others, or for none.
_UNUSABLE_MODES = frozenset({"F", "I", "LAB", "YCbCr"})

# How libvips, libheif, libtiff, libjpeg and Pillow say that they lack a codec, or a kind of it.
_LACKING = re.compile(
    r"format has not been built in: ([^(\n]+)"
    r"|([\w -]+) compression support is not configured"
    r"|Unsupported (BMP (?:bitfields|compression|pixel)[^\n]+|JPEG process[^\n]*|color conversion)"
)

# What the parsers of Pillow and pillow-heif raise on hostile bytes.
PARSER_ERRORS = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class Header:
    """Say what a picture file is.

    `width` and `height` are upright, in pixels; `size` and `held` in bytes, where `held` is what a
    decoder must keep in memory at once (0: it works line by line). `animated`: there are frames
    after the first. `frames_dropped`: this file was made from the first of several; `made_from`:
    how large that was. `premultiplied` and `rare`: see `bot.pictures.inside`. `is_mended`: this is
    of a copy in which something was put right; `is_half`: some of the pixels are not there.
    `drawn`: left, top, right and bottom of what a GIF's first frame covers, if that is not all.
    `has_credentials`: see `bot.pictures.credentials`; known of what a relay made alone.
    """

    media_type: str
    width: int
    height: int
    size: int
    has_alpha: bool
    animated: bool
    held: int
    frames_dropped: bool = False
    made_from: tuple[int, int] | None = None
    premultiplied: bool = False
    rare: bool = False
    is_mended: bool = False
    is_half: bool = False
    drawn: tuple[int, int, int, int] | None = None
    has_credentials: bool = False


def sniff(start: bytes) -> str | None:
    """Return the media type that the first bytes of a file show; None for all others."""
    start = start.lstrip(LEADING)
    for name, at, end in boxes(start, 0, len(start)):
        if name == b"ftyp":
            return _sniff_brand(start[at:end])
        break
    for offset, signature, media_type in _SIGNATURES:
        if start.startswith(signature, offset):
            return media_type
    return None


def read_header(path: Path) -> Header:
    """Read what a file is, whatever its sizes; raise UnusablePicture if it is no known picture."""
    size = path.stat().st_size
    if not size:
        raise UnusablePicture(key="error-picture-empty")
    with path.open("rb") as file:
        media_type = sniff(file.read(SIGNATURE_BYTES))
    if media_type is None:
        raise UnusablePicture(key="error-picture-type")
    if media_type == RAW:
        raise UnusablePicture(key="error-picture-raw")
    if unread := _UNREAD.get(media_type):
        raise UnusablePicture(key="error-picture-codec", codec=unread)
    form = ""
    try:
        inside = look_inside(path, media_type)
        form = inside.form
        reader, media_type = _PILLOW_FORMATS[media_type], inside.media_type
        scans = survey(path, media_type).scans
        with pillow().open(path, formats=(reader,)) as image:
            if image.mode in _UNUSABLE_MODES:
                raise UnusablePicture(key="error-picture-codec", codec=form)
            width, height = image.size
            drawn = _drawn(image, media_type)
            if _orientation(image) in TURNED_ON_ITS_SIDE:
                width, height = height, width
            return Header(
                media_type,
                width,
                height,
                size,
                has_alpha=image.has_transparency_data or drawn is not None,
                # A JPEG's further pictures are previews and gain maps, not frames.
                animated=media_type != "image/jpeg" and getattr(image, "is_animated", False),
                held=width * height * _held_per_pixel(inside, image, scans),
                premultiplied=inside.premultiplied,
                rare=inside.rare,
                drawn=drawn,
            )
    except PARSER_ERRORS as error:
        detail = f"{media_type}: {error}"
        if codec := lacking(detail) or form:
            raise UnusablePicture(detail, key="error-picture-codec", codec=codec) from error
        raise UnusablePicture(detail, key="error-picture-unreadable") from error


def check(header: Header, limits: IntakeLimits) -> None:
    """Raise UnusablePicture if a picture is larger than may be decoded.

    Its bytes are no matter here: they are capped where they arrive.
    """
    check_pixels(header.width, header.height, limits)
    if header.held > MAX_HELD:
        limit = header.width * header.height * MAX_HELD // header.held
        raise _too_many_pixels(
            header.width, header.height, limit, "error-picture-too-many-pixels-held"
        )


def check_pixels(width: int, height: int, limits: IntakeLimits) -> None:
    """Raise UnusablePicture if there are more pixels, or longer sides, than may be decoded."""
    if width * height > limits.max_pixels:
        raise _too_many_pixels(width, height, limits.max_pixels)
    if max(width, height) > limits.max_side:
        raise UnusablePicture(
            key="error-picture-too-long", width=width, height=height, limit=limits.max_side
        )


def lacking(detail: str) -> str:
    """Return which codec lacks, as a decoder says; nothing where it says that a file is damaged."""
    found = _LACKING.search(detail)
    return next(filter(None, found.groups())).strip() if found else ""


@functools.cache
def pillow() -> Any:
    """Import Pillow at first use, with HEIF.

    Its own alarm for large pictures is off: it raises before the size can be told, and `check`
    stands before every decode.
    """
    heif = import_module("pillow_heif")
    heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    # It tells a file's private tags at DEBUG, and at ERROR that a file is hostile, which is normal;
    # and it warns of each damaged tag.
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module=r"PIL\.")
    image: Any = import_module("PIL.Image")
    image.MAX_IMAGE_PIXELS = None
    return image


def _too_many_pixels(
    width: int, height: int, limit: int, key: str = "error-picture-too-many-pixels"
) -> UnusablePicture:
    """Name the limit in megapixels, rounded down, and the picture's, rounded up."""
    return UnusablePicture(
        key=key,
        width=width,
        height=height,
        megapixels=f"{math.ceil(width * height / 100_000) / 10:g}",
        limit=f"{limit // 100_000 / 10:g}",
    )


def _sniff_brand(content: bytes) -> str | None:
    """Read the brands of a file's first box: its own, and behind a version all that it fits."""
    major = content[:4]
    compatible = {content[at : at + 4] for at in range(8, len(content), 4)}
    if major == _RAW_BRAND:
        return RAW
    if major in _AVIF_BRANDS:
        return "image/avif"
    if major in _HEIC_BRANDS:
        return "image/heic"
    if major in _HEIF_BRANDS:
        return "image/avif" if compatible & _AVIF_BRANDS else "image/heif"
    return None


def _orientation(image: "Image") -> int:
    """Return the EXIF orientation, 1 where there is none or Pillow has applied it (TIFF, HEIF).

    Not by `getexif`: on a PNG without EXIF it decodes the picture. What is damaged says nothing: no
    pixel needs it, and the decoder has the last word.
    """
    exif = pillow().Exif()
    try:
        exif.load(image.info.get("exif", b""))
        return exif.get(_ORIENTATION_TAG, 1)
    except PARSER_ERRORS:
        return 1


def _drawn(image: Any, media_type: str) -> tuple[int, int, int, int] | None:
    """Return what the first frame of a GIF covers, where it leaves some of the canvas free.

    That is seen through, whatever background the file names: browsers have it so, and Discord.
    """
    if media_type != "image/gif":
        return None
    extents: tuple[int, int, int, int] = image.tile[0].extents
    return None if extents == (0, 0, *image.size) else extents


def _held_per_pixel(inside: Inside, image: "Image", scans: int) -> int:
    """Return the bytes of each pixel that its decoder holds until the last one is read.

    Measured as the growth of the process at the largest pictures that this lets through.
    """
    match inside.media_type:
        case "image/png":
            return 12 if image.info.get("interlace") else 0
        case "image/jpeg":
            return 8 if image.info.get("progressive") or scans > 1 else 0
        case "image/webp":
            return 8 if getattr(image, "is_animated", False) else 4
        case "image/avif":
            return 16
        case "image/gif":
            return 5
        case _:
            return 8 if inside.rare else 4
