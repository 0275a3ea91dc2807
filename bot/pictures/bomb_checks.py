"""How much there is to go through in a file: counted before any decoder goes through it.

The caps on bytes and pixels don't bound the work alone: 25 MB hold a million empty frames, and 70
KB a JPEG that goes over its pixels a thousand times. What is counted here is what decoders were
seen to take seconds or gigabytes for; everything about a file's pixels is left to them.
"""

import contextlib
import mmap
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.errors import UnusablePicture
from bot.pictures.tile_checks import boxes, contents

# Chunks, segments, frames, pages with their tags. WebP's demuxer is quadratic: 20,000 frames take
# it 2 s, 60,000 take 13 s. A PNG of 8 KiB chunks, as libpng writes them, may have 160 MB.
MAX_PIECES = 20_000

# Encoders use about ten. A hundred over the most pixels that are let through take 0.7 s.
MAX_SCANS = 100

# Nearly twice what any HEIF that is let through needs. Tiles may be used many times, and lie
# outside of the picture; libde265 decodes 80 million pixels a second.
MAX_DECODED_PIXELS = 100_000_000

# A GIF's data come in blocks of up to 255 bytes. So many need no counting: the file's size does it.
_LONG_BLOCK = 128
_GIF_EXTENSION, _GIF_FRAME, _GIF_END = b"!,;"
_GIF_TABLE = 0x80

# A marker that a length follows, or the last. What lies before it is a scan's data, or padding.
_JPEG_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd8\xff]", re.DOTALL)
_JPEG_SCAN, JPEG_END = 0xDA, 0xD9

_ISO_TYPES = frozenset({"image/heic", "image/heif", "image/avif"})
_OTHER = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """Say how many pieces a file has, and how many of them are scans of a JPEG."""

    pieces: int
    scans: int


def survey(path: Path, media_type: str) -> Survey:
    """Count a file's pieces; raise UnusablePicture over a cap, struct.error on a broken HEIF.

    A file that ends too early is counted up to there: its decoder refuses it.
    """
    pieces = scans = 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        with contextlib.suppress(IndexError, struct.error):
            for kind in _WALKS.get(media_type, _one_piece)(data):
                pieces += 1
                scans += kind == _JPEG_SCAN
                if pieces > MAX_PIECES or scans > MAX_SCANS:
                    raise _too_many_parts("pieces")
        if media_type in _ISO_TYPES and contents(data).pixels > MAX_DECODED_PIXELS:
            raise _too_many_parts("tiles")
    return Survey(pieces, scans)


def _too_many_parts(of_what: str) -> UnusablePicture:
    return UnusablePicture(of_what, key="error-picture-too-many-parts")


def _one_piece(_: mmap.mmap) -> Iterator[int]:
    yield _OTHER


def _png(data: mmap.mmap) -> Iterator[int]:
    at = 8
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        yield _OTHER
        if name == b"IEND":
            return
        at += 12 + length


def jpeg_markers(data: mmap.mmap, start: int = 0) -> Iterator[int]:
    """Yield each segment's marker; bytes of padding between segments count one by one."""
    at, marker = start + 2, 0
    while found := _JPEG_MARKER.search(data, at):
        if marker != _JPEG_SCAN:
            yield from bytes(min(found.start() - at, MAX_PIECES + 1))
        marker = data[found.start() + 1]
        yield marker
        if marker == JPEG_END:
            return
        (length,) = struct.unpack_from(">H", data, found.end())
        at = found.end() + length


def _webp(data: mmap.mmap) -> Iterator[int]:
    at = 12
    while True:
        (length,) = struct.unpack_from("<I", data, at + 4)
        yield _OTHER
        at += 8 + length + length % 2


def _gif(data: mmap.mmap) -> Iterator[int]:
    """Yield the blocks, and short blocks of data; bytes between them count one by one."""
    at = 13 + _colour_table(data[10])
    while True:
        start = data[at]
        yield _OTHER
        if start == _GIF_END:
            return
        if start == _GIF_EXTENSION:
            at += 2
        elif start == _GIF_FRAME:
            at += 11 + _colour_table(data[at + 9])
        else:
            at += 1
            continue
        while length := data[at]:
            if length < _LONG_BLOCK:
                yield _OTHER
            at += 1 + length
        at += 1


def _colour_table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & _GIF_TABLE else 0


def _tiff(data: mmap.mmap) -> Iterator[int]:
    """Yield each page's tags; a chain of pages that closes to a ring never ends."""
    order = "<" if data[:1] == b"I" else ">"
    (at,) = struct.unpack_from(f"{order}I", data, 4)
    while at:
        (tags,) = struct.unpack_from(f"{order}H", data, at)
        yield from bytes(1 + tags)
        (at,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * tags)


def _iso(data: mmap.mmap) -> Iterator[int]:
    """Yield the outermost boxes: those in them, libheif and libavif count themselves."""
    for _ in boxes(data, 0, len(data)):
        yield _OTHER


_WALKS: dict[str, Callable[[mmap.mmap], Iterator[int]]] = {
    "image/png": _png,
    "image/jpeg": jpeg_markers,
    "image/webp": _webp,
    "image/gif": _gif,
    "image/tiff": _tiff,
    "image/heic": _iso,
    "image/heif": _iso,
    "image/avif": _iso,
}
