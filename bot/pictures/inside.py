"""What a file is beyond its signature: a raw file, another container's picture, a rare codec.

Read from its boxes, tags and segments before any decoder sees it. TIFF: TIFF 6.0, section 2, and
the DNG specification; JPEG: ITU-T T.81, section B.2.2.
"""

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.errors import UnusablePicture
from bot.pictures.bomb_checks import MAX_PIECES
from bot.pictures.tile_checks import contents

ISO_TYPES: Final = frozenset({"image/heic", "image/heif", "image/avif"})

MAX_TILE: Final = 16 * 2**20
"""Pixels of one tile of a TIFF, where Pillow makes room for it before it reads it."""

_SUBFILE, _BITS, _COMPRESSION, _PHOTOMETRIC = 254, 258, 259, 262
_SAMPLES, _TILE_WIDTH, _TILE_LENGTH, _SAMPLE_FORMAT = 277, 322, 323, 339
_SIZES = frozenset({256, 257})
_SUB_PAGES, _DNG_VERSION = 330, 50706
_REDUCED = 1

# Of raw files: what a sensor's page says of its colours, how Sony, Epson, Samsung, Nikon, Kodak and
# Pentax compress it (ExifTool, Tag Names, EXIF), and how Canon's and Phase One's go on.
_OF_SENSORS = frozenset({32_803, 34_892})
_OF_CAMERAS = frozenset({32_767, 32_769, 32_770, 34_713, 65_000, 65_535})
_CAMERAS = (b"CR", b"IIII", b"MMMM")

# How far pages are looked through: a raw file has about five, one of them the sensor's.
_MOST_PAGES = 64

_COLOURS = {5: "CMYK", 6: "YCbCr", 8: "CIELAB", 9: "CIELAB", 10: "CIELAB"}
_FORMATS = {2: "signed", 3: "float", 5: "complex", 6: "complex"}

# Compressions of TIFF: those that Pillow's libtiff reads and that of libvips does not, all that are
# known to both, and the names of some that are not. Whether one was built in, decoders say.
_RARE = frozenset({34_925, 50_000})
_KNOWN = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 32_771, 32_773, 32_809, 32_946, 34_676, 34_677}) | _RARE
_NAMES = {
    34_661: "JBIG",
    34_712: "JPEG 2000",
    34_887: "LERC",
    50_001: "WebP",
    50_002: "JPEG XL",
    52_546: "JPEG XL",
}

# What a tag's values are, by the number of their type: bytes, shorts, longs, places of pages.
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I"}
_INLINE = 4
_MOST_VALUES = 16

# Everything from C0 to CF that is no table and no extension; and where the pixels begin.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN = 0xDA
_BITS_READ, _MOST_BITS = 8, 16
_UNREAD_FRAMES = dict.fromkeys((0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF), "hierarchical JPEG") | {
    0xF7: "JPEG-LS"
}


@dataclass(frozen=True, slots=True)
class Inside:
    """Say what a file is, and what is to be known before its pixels are read.

    `premultiplied`: colours come out multiplied by alpha. `rare`: libvips lacks its codec. `form`
    names how a TIFF holds its pixels, for when that is what nobody here reads.
    """

    media_type: str
    premultiplied: bool = False
    rare: bool = False
    form: str = ""


def look_inside(path: Path, media_type: str) -> Inside:
    """Return what a file is; raise UnusablePicture for a raw file and for what nobody can read.

    Raise struct.error or LookupError on a table of contents that ends too early.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if media_type == "image/tiff":
            return _inside_tiff(data)
        if media_type == "image/jpeg":
            _check_frame(data)
        elif media_type in ISO_TYPES:
            found = contents(data)
            is_avif = media_type == "image/avif" or found.codecs == {b"av01"}
            return Inside("image/avif" if is_avif else media_type, found.premultiplied)
    return Inside(media_type)


def _inside_tiff(data: mmap.mmap) -> Inside:
    if data[8:12].startswith(_CAMERAS):
        raise UnusablePicture(key="error-picture-raw")
    first, *further = _pages(data)
    if any(map(_is_raw, (first, *further))):
        raise UnusablePicture(key="error-picture-raw")
    if first.number(_SUBFILE) & _REDUCED:
        if _SUB_PAGES in first.tags:
            raise UnusablePicture(key="error-picture-raw")
        if not all(page.number(_SUBFILE) & _REDUCED for page in further):
            raise _unread("preview first")
    compression = first.number(_COMPRESSION, 1)
    if compression not in _KNOWN:
        raise _unread(_NAMES.get(compression, str(compression)))
    if compression not in _RARE:
        return Inside("image/tiff", form=first.form)
    if first.number(_TILE_WIDTH) * first.number(_TILE_LENGTH) > MAX_TILE:
        raise UnusablePicture("tile", key="error-picture-too-many-parts")
    return Inside("image/tiff", rare=True, form=first.form)


def _unread(what: str) -> UnusablePicture:
    return UnusablePicture(key="error-picture-codec", codec=f"TIFF, {what}")


@dataclass(frozen=True, slots=True)
class _Page:
    """Hold the first values of each of a page's tags, and where the next page is."""

    tags: dict[int, tuple[int, ...]]
    after: int

    def number(self, tag: int, default: int = 0) -> int:
        return next(iter(self.tags.get(tag, ())), default)

    @property
    def form(self) -> str:
        """Name how the pixels are held; nothing where there seem to be none."""
        if not self.tags.keys() >= _SIZES:
            return ""
        bits = f"TIFF, {self.number(_SAMPLES, 1)} × {self.number(_BITS, 1)}-bit"
        names = _FORMATS.get(self.number(_SAMPLE_FORMAT)), _COLOURS.get(self.number(_PHOTOMETRIC))
        return " ".join(filter(None, [bits, *names]))


def _is_raw(page: _Page) -> bool:
    return (
        _DNG_VERSION in page.tags
        or page.number(_PHOTOMETRIC) in _OF_SENSORS
        or page.number(_COMPRESSION) in _OF_CAMERAS
    )


def _pages(data: mmap.mmap) -> Iterator[_Page]:
    """Yield the pages of a TIFF and those below them, as far as they can be read.

    Raise struct.error where that is not even so of the first.
    """
    order = "<" if data[:1] == b"I" else ">"
    places, seen, tags = list(struct.unpack_from(f"{order}I", data, 4)), set[int](), 0
    page = _page(data, order, places[0])
    while len(seen) < _MOST_PAGES and tags <= MAX_PIECES:
        seen.add(places.pop(0))
        yield page
        tags += len(page.tags)
        places += [page.after, *page.tags.get(_SUB_PAGES, ())]
        places = [place for place in places if place and place not in seen]
        if not places:
            return
        try:
            page = _page(data, order, places[0])
        except struct.error:
            return


def _page(data: mmap.mmap, order: str, at: int) -> _Page:
    (count,) = struct.unpack_from(f"{order}H", data, at)
    tags: dict[int, tuple[int, ...]] = {}
    end = at + 2 + 12 * count
    for entry in range(at + 2, end, 12):
        tag, kind, many = struct.unpack_from(f"{order}HHI", data, entry)
        values = struct.Struct(f"{order}{min(many, _MOST_VALUES)}{_NUMBERS.get(kind, 's')}")
        (place,) = struct.unpack_from(f"{order}I", data, entry + 8)
        where = entry + 8 if many * struct.calcsize(_NUMBERS.get(kind, "s")) <= _INLINE else place
        is_there = kind in _NUMBERS and where + values.size <= len(data)
        tags[tag] = values.unpack_from(data, where) if is_there else ()
    after = struct.unpack_from(f"{order}I", data, end)[0] if end + _INLINE <= len(data) else 0
    return _Page(tags, after)


def _check_frame(data: mmap.mmap) -> None:
    """Raise UnusablePicture for a kind of JPEG that no decoder here reads, or other than 8 bits.

    What lies between segments, and how many there are, is left to the survey and the decoders.
    """
    at = 2
    for _ in range(MAX_PIECES):
        if at + 5 > len(data) or data[at] != 0xFF or data[at + 1] == _JPEG_SCAN:  # noqa: PLR2004 (what begins every marker)
            return
        marker, bits = data[at + 1], data[at + 4]
        if unread := _UNREAD_FRAMES.get(marker):
            raise UnusablePicture(key="error-picture-codec", codec=unread)
        if marker in _JPEG_FRAMES and bits != _BITS_READ and 1 < bits <= _MOST_BITS:
            raise UnusablePicture(key="error-picture-codec", codec=f"{bits}-bit JPEG")
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
