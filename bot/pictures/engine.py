"""Pixels in and out: decoding to upright 8-bit sRGB, and encoding without any metadata.

libvips does the work: from file to file, a few lines of the picture at a time, with a fifth of
Pillow's memory. Three kinds it can't read: HEIC is decoded by libheif (pillow-heif) into one
buffer; BMP and AVIF sequences by Pillow, into a hardly compressed PNG that libvips goes on with.

No time limit can be set on a thread: what bounds the work is that nothing larger than the caps of
`bot.pictures.header` is decoded.
"""

import contextlib
import functools
import logging
import math
import threading
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits
from bot.pictures.header import MIB, PARSER_ERRORS, Header, check_pixels, pillow

if TYPE_CHECKING:
    import pyvips

# The only decoders of libvips that a file from outside may reach.
_DECODERS = ("Png", "Jpeg", "Webp", "Nsgif", "Tiff", "Heif")

# How libvips is to read what pillow-heif calls: bands, format, interpretation.
_HEIF_MODES = {
    "L": (1, "uchar", "b-w"),
    "LA": (2, "uchar", "b-w"),
    "RGB": (3, "uchar", "srgb"),
    "RGBA": (4, "uchar", "srgb"),
    "I;16": (1, "ushort", "grey16"),
}

_OPAQUE = 255
_KEEP_NOTHING = 0

# For the loader: `thumbnail_source` takes a `fail_on` of its own and does not pass it on. Below
# "error" a TIFF that was cut off passes.
_REFUSE_DAMAGE = "fail_on=error"

# WebP's sides have 14 bits (RFC 9649, section 2.5), and its encoder holds 16 bytes of each pixel.
_WEBP_MAX_SIDE = 16_383
_WEBP_MAX_PIXELS = 4_096 * 4_096

# Pictures that must be held whole are decoded one after the other, so that their sum is bounded.
_HELD_IS_MUCH = 64 * MIB
_one_at_a_time = threading.Lock()
_setting_up = threading.Lock()


@contextlib.contextmanager
def decoding(header: Header) -> Generator[None]:
    """Turn what fails inside into UnusablePicture; let large pictures in one at a time."""
    turn = _one_at_a_time if header.held > _HELD_IS_MUCH else contextlib.nullcontext()
    with turn:
        try:
            yield
        except (_vips().Error, *PARSER_ERRORS) as error:
            raise UnusablePicture(
                f"{header.media_type}: {error}", key="error-picture-broken"
            ) from error


def load(
    source: Path, header: Header, limits: IntakeLimits, *, box: tuple[int, int], aside: Path
) -> "pyvips.Image":
    """Return the first frame, upright, in 8-bit sRGB, shrunk to fit the box (width, height).

    Most of the decoding happens when the result is used: wrap both in `decoding`. `aside` is a
    file that may be written, and must then stay as long as the result.
    """
    image = _vips().Image
    width, height = box
    if header.media_type in {"image/heic", "image/heif"}:
        shrunk = _decode_heif(source).thumbnail_image(
            width, height=height, size="down", output_profile="srgb"
        )
    else:
        if header.media_type == "image/bmp" or (
            header.media_type == "image/avif" and header.animated
        ):
            _rewrite(source, aside)
            source = aside
        opened = image.new_from_source(_open(source), "", access="sequential")
        # Two parsers have read the header by now: the one that decodes has the last word.
        check_pixels(opened.width, opened.height, limits)
        shrunk = image.thumbnail_source(
            _open(source),
            width,
            height=height,
            size="down",
            output_profile="srgb",
            option_string=_REFUSE_DAMAGE,
        )
    return shrunk.colourspace("srgb").cast("uchar")


def save_png(image: "pyvips.Image", target: Path) -> None:
    """Write a PNG without metadata."""
    image.pngsave(str(target), keep=_KEEP_NOTHING)


def save_jpeg(image: "pyvips.Image", target: Path, quality: int) -> None:
    """Write a plain JPEG without metadata.

    Neither progressive nor optimised: both stall the whole process while they gain a few percent.
    """
    image.jpegsave(str(target), Q=quality, keep=_KEEP_NOTHING)


def save_webp(image: "pyvips.Image", target: Path, quality: int) -> None:
    """Write a WebP without metadata: the one small format that keeps an alpha channel."""
    image.webpsave(str(target), Q=quality, keep=_KEEP_NOTHING)


def shrink(image: "pyvips.Image", width: int, height: int) -> "pyvips.Image":
    """Return a picture in memory at most as large as the box."""
    return image.thumbnail_image(width, height=height, size="down")


def webp_reach(width: int, height: int) -> float:
    """Return the factor, at most 1, by which a picture must shrink to become a WebP."""
    return min(
        1.0, _WEBP_MAX_SIDE / max(width, height), math.sqrt(_WEBP_MAX_PIXELS / (width * height))
    )


def has_alpha_at_work(image: "pyvips.Image") -> bool:
    """Tell whether any pixel is seen through. Reads every pixel of a picture with alpha."""
    return image.hasalpha() and image.extract_band(image.bands - 1).min() != _OPAQUE


def without_alpha(image: "pyvips.Image") -> "pyvips.Image":
    """Return the picture without its alpha channel, if it has one."""
    return image.extract_band(0, n=image.bands - 1) if image.hasalpha() else image


def _decode_heif(source: Path) -> "pyvips.Image":
    heif = import_module("pillow_heif").open_heif(source)
    bands, number, interpretation = _HEIF_MODES[heif.mode]
    vips = _vips()
    image = vips.Image.new_from_memory(heif.data, *heif.size, bands, number)
    image = image.copy(interpretation=interpretation)
    if profile := heif.info.get("icc_profile"):
        image.set_type(vips.GValue.blob_type, "icc-profile-data", profile)
    return image


def _rewrite(source: Path, aside: Path) -> None:
    with pillow().open(source) as image:
        image.save(aside, "PNG", compress_level=1, exif=image.info.get("exif", b""))


def _open(path: Path) -> Any:
    """Open a file for libvips, whose file names would be searched for options in brackets."""
    return _vips().Source.new_from_file(str(path))


def _vips() -> Any:
    """Import libvips at first use, and take away what it doesn't need here."""
    with _setting_up:
        return _set_up()


@functools.cache
def _set_up() -> Any:
    pyvips = import_module("pyvips")
    pyvips.operation_block_set("VipsForeignLoad", True)
    for decoder in _DECODERS:
        pyvips.operation_block_set(f"VipsForeignLoad{decoder}", False)
    # It warns of every damaged tile; what matters arrives as an exception.
    logging.getLogger("pyvips").setLevel(logging.ERROR)
    # No picture is worked on twice, and each worker of the pool brings two threads of its own.
    pyvips.cache_set_max(0)
    pyvips.voperation.concurrency_set(2)
    return pyvips
