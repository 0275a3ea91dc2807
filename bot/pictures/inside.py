"""What a file is beyond its signature: a raw file, another container's picture, a rare codec.

Read from its boxes, tags and segments before any decoder sees it. TIFF: TIFF 6.0, section 2, and
the DNG specification; JPEG: ITU-T T.81, section B.2.2.
"""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.errors import UnusablePicture
from bot.pictures.survey import MAX_PIECES
from bot.pictures.tiles import contents

ISO_TYPES: Final = frozenset({"image/heic", "image/heif", "image/avif"})

MAX_TILE: Final = 16 * 2**20
"""Pixels of one tile of a TIFF, where Pillow makes room for it before it reads it."""

_SUBFILE, _COMPRESSION, _PHOTOMETRIC, _TILE_WIDTH, _TILE_LENGTH = 254, 259, 262, 322, 323
_SUB_PAGES, _DNG_VERSION = 330, 50706
_REDUCED = 1
_OF_SENSORS = frozenset({32803, 34892})
_CANON = b"CR"

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

# Values of a tag that lie in it: their number and type by the type's own number.
_NUMBERS = {1: "B", 3: "H", 4: "I"}

# Everything from C0 to CF that is no table and no extension; and where the pixels begin.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN = 0xDA
_UNREAD_BITS = frozenset({12, 16})


@dataclass(frozen=True, slots=True)
class Inside:
    """Say what a file is, and what is to be known before its pixels are read.

    `premultiplied`: colours come out multiplied by alpha. `rare`: libvips lacks its codec.
    """

    media_type: str
    premultiplied: bool = False
    rare: bool = False


def look_inside(path: Path, media_type: str) -> Inside:
    """Return what a file is; raise UnusablePicture for a raw file and for what nobody can read.

    Raise struct.error or LookupError on a table of contents that ends too early.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if media_type == "image/tiff":
            return Inside(media_type, rare=_has_rare_codec(data))
        if media_type == "image/jpeg":
            _check_bits(data)
        elif media_type in ISO_TYPES:
            found = contents(data)
            is_avif = media_type == "image/avif" or found.codecs == {b"av01"}
            return Inside("image/avif" if is_avif else media_type, found.premultiplied)
    return Inside(media_type)


def _has_rare_codec(data: mmap.mmap) -> bool:
    tags = _first_page(data)
    previews = tags.get(_SUBFILE, 0) & _REDUCED and _SUB_PAGES in tags
    of_sensor = tags.get(_PHOTOMETRIC) in _OF_SENSORS
    if previews or of_sensor or _DNG_VERSION in tags or data[8:10] == _CANON:
        raise UnusablePicture(key="error-picture-raw")
    compression = tags.get(_COMPRESSION, 1)
    if compression not in _KNOWN:
        codec = f"TIFF, {_NAMES.get(compression, compression)}"
        raise UnusablePicture(key="error-picture-codec", codec=codec)
    if compression not in _RARE:
        return False
    if tags.get(_TILE_WIDTH, 0) * tags.get(_TILE_LENGTH, 0) > MAX_TILE:
        raise UnusablePicture("tile", key="error-picture-too-many-parts")
    return True


def _first_page(data: mmap.mmap) -> dict[int, int]:
    """Return the first page's tags that are one number, and of others that they are there."""
    order = "<" if data[:1] == b"I" else ">"
    (at,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, at)
    tags: dict[int, int] = {}
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, kind, many = struct.unpack_from(f"{order}HHI", data, entry)
        number = _NUMBERS.get(kind) if many == 1 else None
        tags[tag] = struct.unpack_from(f"{order}{number}", data, entry + 8)[0] if number else 0
    return tags


def _check_bits(data: mmap.mmap) -> None:
    """Raise UnusablePicture for a JPEG of 12 or 16 bits, which no decoder here reads.

    What lies between segments, and how many there are, is left to the survey and the decoders.
    """
    at = 2
    for _ in range(MAX_PIECES):
        if at + 5 > len(data) or data[at] != 0xFF or data[at + 1] == _JPEG_SCAN:  # noqa: PLR2004 (what begins every marker)
            return
        bits = data[at + 4]
        if data[at + 1] in _JPEG_FRAMES and bits in _UNREAD_BITS:
            raise UnusablePicture(key="error-picture-codec", codec=f"{bits}-bit JPEG")
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
