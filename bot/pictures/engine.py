"""Pixels in and out: decoding to upright 8-bit sRGB, and encoding without any metadata.

libvips does the work: from file to file, a few lines of the picture at a time, with a fifth of
Pillow's memory. Some kinds it can't read: HEIC is decoded by libheif (pillow-heif) into one buffer;
BMP, AVIF sequences and TIFFs of rare codecs by Pillow, into a hardly compressed PNG (for inks, a
plain TIFF) that libvips goes on with.

No time limit can be set on a thread: what bounds the work is that nothing is decoded that is larger
than the caps of `bot.pictures.header`, or in more pieces than those of `bot.pictures.bomb_checks`.
"""

import contextlib
import ctypes
import functools
import logging
import math
import os
import sys
import threading
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain.errors import StorageFailed, UnusablePicture
from bot.domain.picture import IntakeLimits
from bot.pictures.header import (
    MAX_HELD,
    MIB,
    PARSER_ERRORS,
    TURNED_ON_ITS_SIDE,
    Header,
    check_pixels,
    lacking,
    pillow,
)

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
    "RGBa": (4, "uchar", "srgb"),
    "I;16": (1, "ushort", "grey16"),
}

# What Pillow writes as PNG.
_PNG_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})

_PROFILE = "icc-profile-data"
_OPAQUE, _DEEPEST = 255, 65_535
_KEEP_NOTHING = 0

# Opened by their source these cost a fraction. Of others `thumbnail_source` takes a smaller picture
# out of the file where there is one, a page of a TIFF or a preview, and that may show anything.
_SHRUNK_WHILE_DECODED = frozenset({"image/jpeg", "image/webp"})

# How much of the side that was asked for is enough.
_NEARLY = 0.95

# By how much a JPEG can be shrunk while it is decoded. Of a side of fewer pixels nothing would
# stay, and libvips would go on with that.
_MOST_PARTS = 8

# WebP's sides have 14 bits (RFC 9649, section 2.5), and its encoder holds 16 bytes of each pixel.
_WEBP_MAX_SIDE = 16_383
_WEBP_MAX_PIXELS = 4_096 * 4_096

# What is worked on for each pixel where a decoder holds nothing: at most, with 16 bits and alpha.
_WORKED_ON = 3

# mallopt(3), and malloc.h of glibc.
_M_TRIM_THRESHOLD = -1
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8

_setting_up = threading.Lock()


class _Room:
    """Share memory out among threads, so that the sum of what they decode is bounded."""

    def __init__(self, size: int) -> None:
        self._free = size
        self._changed = threading.Condition()

    @contextlib.contextmanager
    def taken(self, size: int) -> Generator[None]:
        """Wait until so many bytes are free, and keep them meanwhile."""
        with self._changed:
            self._changed.wait_for(lambda: self._free >= size)
            self._free -= size
        try:
            yield
        finally:
            with self._changed:
                self._free += size
                self._changed.notify_all()


_room = _Room(MAX_HELD)


@contextlib.contextmanager
def decoding(header: Header) -> Generator[None]:
    """Turn what fails inside into UnusablePicture; wait for room in memory beforehand."""
    size = max(header.held, header.width * header.height * _WORKED_ON)
    with _room.taken(min(size, MAX_HELD)):
        try:
            yield
        except (_vips().Error, *PARSER_ERRORS) as error:
            detail = f"{header.media_type}: {error}"
            if codec := lacking(detail):
                raise UnusablePicture(detail, key="error-picture-codec", codec=codec) from error
            raise UnusablePicture(detail, key="error-picture-broken") from error


def load(
    source: Path,
    header: Header,
    limits: IntakeLimits,
    *,
    box: tuple[int, int],
    aside: Path,
    strict: bool = False,
) -> "pyvips.Image":
    """Return the first frame, upright, in 8-bit sRGB, shrunk to fit the box (width, height).

    Most of the decoding happens when the result is used: wrap both in `decoding`. `aside` is a
    file that may be written, and must then stay as long as the result. `strict`: what a decoder
    only wonders at is damage, too.
    """
    image = _vips().Image
    # Below "error" a TIFF that was cut off passes.
    fail_on = "warning" if strict else "error"
    if header.media_type in {"image/heic", "image/heif"}:
        opened = _decode_heif(source)
    else:
        is_sequence = header.media_type == "image/avif" and header.animated
        if header.media_type == "image/bmp" or is_sequence or header.rare:
            _rewrite(source, aside)
            source = aside
        opened = image.new_from_source(_open(source), "", access="sequential", fail_on=fail_on)
        if header.premultiplied and not is_sequence:
            opened = opened.unpremultiply().rint().cast(opened.format)
        if header.drawn and not opened.hasalpha():
            opened = _clear_around(opened, header.drawn)
    # Two parsers have read the header by now: the one that decodes has the last word.
    check_pixels(opened.width, opened.height, limits)
    width, height = _upright(opened, header, box)
    # Asked to convert what is sRGB already, libvips does, for six times the time of all the rest.
    foreign = opened.get_typeof(_PROFILE)
    to_srgb: dict[str, Any] = {"output_profile": "srgb"} if foreign else {}
    part = _decoded_part(header, box)
    if part > 1:
        opened = image.new_from_source(
            _open(source), "", access="sequential", fail_on=fail_on, shrink=part
        )
    bare_inks = opened.interpretation == "cmyk" and not foreign
    if bare_inks:
        opened = _without_paper(opened)
    if header.media_type in _SHRUNK_WHILE_DECODED and part == 1 and not bare_inks:
        shrunk = image.thumbnail_source(
            _open(source),
            width,
            height=height,
            size="down",
            # `thumbnail_source` takes a `fail_on` of its own and does not pass it on.
            option_string=f"fail_on={fail_on}",
            **to_srgb,
        )
    else:
        shrunk = opened.thumbnail_image(width, height=height, size="down", **to_srgb)
    return shrunk.colourspace("srgb").cast("uchar")


def _upright(opened: "pyvips.Image", header: Header, box: tuple[int, int]) -> tuple[int, int]:
    """Return the box as the decoder reads the picture's turn, where the header was read otherwise.

    The box was made for the header's sides: what one of two parsers takes for lying has to be lying
    for both, or a picture would be shrunk to its short side.
    """
    tag = opened.get("orientation") if opened.get_typeof("orientation") else 1
    sides = (opened.width, opened.height)
    upright = sides[::-1] if tag in TURNED_ON_ITS_SIDE else sides
    is_same = (upright[0] > upright[1]) == (header.width > header.height)
    return box if is_same else (box[1], box[0])


def _decoded_part(header: Header, box: tuple[int, int]) -> int:
    """Return by how much a JPEG may be shrunk while it is decoded: 1, 2, 4 or 8.

    libvips itself leaves more to do afterwards. Most photos of phones are just under twice as wide
    as what a model is sent: decoded to half the side they cost half the time and memory.
    """
    if header.media_type != "image/jpeg":
        return 1
    scale = min(box[0] / header.width, box[1] / header.height) * _NEARLY
    parts = (8, 4, 2) if min(header.width, header.height) >= _MOST_PARTS else ()
    return next((part for part in parts if part * scale <= 1), 1)


def save_png(image: "pyvips.Image", target: Path) -> None:
    """Write a PNG without metadata."""
    with _writing():
        image.pngsave(str(target), keep=_KEEP_NOTHING)


def save_jpeg(image: "pyvips.Image", target: Path, quality: int) -> None:
    """Write a plain JPEG without metadata.

    Neither progressive nor optimised: both stall the whole process while they gain a few percent.
    """
    with _writing():
        image.jpegsave(str(target), Q=quality, keep=_KEEP_NOTHING)


def save_webp(image: "pyvips.Image", target: Path, quality: int) -> None:
    """Write a WebP without metadata: the one small format that keeps an alpha channel."""
    with _writing():
        image.webpsave(str(target), Q=quality, keep=_KEEP_NOTHING)


@contextlib.contextmanager
def _writing() -> Generator[None]:
    """Raise StorageFailed where the disk is at fault: most is decoded while it is encoded."""
    try:
        yield
    except _vips().Error as error:
        if "write error" in error.detail:
            reason = error.detail.strip().rpartition("system error: ")[2]
            raise StorageFailed(f"disk: {reason}") from error
        raise


def save_svg(svg: bytes, target: Path, *, font: Path) -> None:
    """Write a PNG of a drawing of the bot's own, whose words are in the family of a font."""
    _know(font)
    try:
        drawn = _vips().Image.svgload_buffer(svg)
        save_png(drawn, target)
    except _vips().Error as error:
        raise UnusablePicture(f"svg: {error}") from error


@functools.cache
def _know(font: Path) -> None:
    """Let librsvg find a font: one that libvips wrote with is known to the whole process."""
    _vips().Image.text("a", fontfile=str(font))


def save_rest(source: Path, target: Path) -> None:
    """Write a PNG of what there is of a picture that is cut off; nothing is where the rest was."""
    rest = _vips().Image.new_from_source(_open(source), "", access="sequential", fail_on="none")
    save_png(rest, target)


def look_through(image: "pyvips.Image") -> None:
    """Decode every pixel; raise what that raises."""
    image.avg()


def shrink(image: "pyvips.Image", width: int, height: int) -> "pyvips.Image":
    """Return a picture in memory at most as large as the box."""
    return image.thumbnail_image(width, height=height, size="down")


def stretched(image: "pyvips.Image", width: int, height: int) -> "pyvips.Image":
    """Return a picture in memory of exactly this size, whatever its shape was."""
    return image.thumbnail_image(width, height=height, size="force").copy_memory()


def black(width: int, height: int) -> "pyvips.Image":
    """Return one band of nothing."""
    return _vips().Image.black(width, height).copy(interpretation="b-w")


def interpolation(name: str) -> Any:
    """Return how pixels are made up that lie between those which there are."""
    return _vips().Interpolate.new(name)


def webp_reach(width: int, height: int) -> float:
    """Return the factor, at most 1, by which a picture must shrink to become a WebP."""
    return min(
        1.0, _WEBP_MAX_SIDE / max(width, height), math.sqrt(_WEBP_MAX_PIXELS / (width * height))
    )


def has_alpha_at_work(image: "pyvips.Image") -> bool:
    """Tell whether any pixel is seen through. Reads every pixel of a picture with alpha."""
    return image.hasalpha() and image.extract_band(image.bands - 1).min() != _OPAQUE


def alpha_of(image: "pyvips.Image") -> "pyvips.Image | None":
    """Return its alpha channel where any pixel is seen through."""
    return image.extract_band(image.bands - 1) if has_alpha_at_work(image) else None


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
        image.set_type(vips.GValue.blob_type, _PROFILE, profile)
    return image.unpremultiply().cast("uchar") if heif.mode == "RGBa" else image


def _clear_around(image: "pyvips.Image", drawn: tuple[int, int, int, int]) -> "pyvips.Image":
    """Return a picture that is seen through outside of this part: libvips has that black."""
    left, top, right, bottom = drawn
    inside = black(right - left, bottom - top).invert()
    return image.bandjoin(inside.embed(left, top, image.width, image.height))


def _without_paper(inks: "pyvips.Image") -> "pyvips.Image":
    """Return the colours of inks of which no profile says how they look on which paper.

    Browsers let each take away its part of the light, and so does Discord.
    """
    light = inks.invert()
    most = _OPAQUE if inks.format == "uchar" else _DEEPEST
    colours = (light[:3] * light[3]).linear([_OPAQUE / most**2], [0], uchar=True)
    if inks.hasalpha():
        colours = colours.bandjoin(inks[4].linear([_OPAQUE / most], [0], uchar=True))
    return colours.copy(interpretation="srgb")


def _rewrite(source: Path, aside: Path) -> None:
    with pillow().open(source) as opened:
        exif = opened.info.get("exif", b"")
        if opened.mode == "CMYK":
            # PNG has no inks, nor room for what their profile says of them.
            opened.save(aside, "TIFF", compression="raw")
            return
        image = opened if opened.mode in _PNG_MODES else opened.convert("RGB")
        image.save(aside, "PNG", compress_level=1, exif=exif)


def _open(path: Path) -> Any:
    """Open a file for libvips, whose file names would be searched for options in brackets."""
    return _vips().Source.new_from_file(str(path))


def _vips() -> Any:
    """Import libvips at first use, and take away what it doesn't need here."""
    with _setting_up:
        return _set_up()


def _give_memory_back() -> None:
    """Keep glibc from holding on to what large pictures needed (mallopt(3)).

    Left alone it raises the size from which memory goes back to the system at once, up to 32 MiB:
    after a few large pictures the process held 400 MB of nothing. It must stay above the quarter
    of a MiB in which answers are received: those would be asked of the system each time, and
    reading would cost five times as much. What is smaller stays in a heap, of which each thread
    would have one of its own.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_MMAP_THRESHOLD, 288 * 1024)
            mallopt(_M_TRIM_THRESHOLD, MIB)
            mallopt(_M_ARENA_MAX, 2)


@functools.cache
def _set_up() -> Any:
    _give_memory_back()
    # It warns of every damaged tile, on stderr and by logging; what matters is raised.
    os.environ.setdefault("VIPS_WARNING", "0")
    pyvips = import_module("pyvips")
    logging.getLogger("pyvips").setLevel(logging.ERROR)
    pyvips.operation_block_set("VipsForeignLoad", True)
    for decoder in _DECODERS:
        pyvips.operation_block_set(f"VipsForeignLoad{decoder}", False)
    # Drawings of the bot's own come from memory, which no file from outside does.
    pyvips.operation_block_set("VipsForeignLoadSvgBuffer", False)
    # No picture is worked on twice, and each worker of the pool brings two threads of its own.
    pyvips.cache_set_max(0)
    pyvips.voperation.concurrency_set(2)
    return pyvips
