"""What a HEIF or AVIF makes its decoder decode, as its boxes tell.

Such a picture may be put together from tiles, and a tile used again and again, at full cost each
time and whether or not it shows. That a tile is as large as its box says, libheif makes sure of.
Boxes: ISO/IEC 14496-12, sections 4.2 and 8.11; ISO/IEC 23008-12, sections 6.5.3 and 6.6.
"""

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from bot.domain.errors import UnusablePicture

# The table of contents of a picture of a thousand tiles takes 50 KB, colour profiles some more.
_MAX_META = 4 * 2**20

_FLAGS = 0xFFFFFF

# Items that no codec decodes: what is put together from others, and what is said about them.
_NO_CODECS = frozenset({b"grid", b"iovl", b"iden", b"tmap", b"Exif", b"mime", b"uri "})
_SHORT_IDS = 2


def boxes(data: bytes | mmap.mmap, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield the name of each box, and where its content starts and ends."""
    while at + 8 <= end:
        length, name = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, start)
            start += 8
        after = min(at + length, end) if length else end
        yield name, start, after
        at = max(after, start)


@dataclass(slots=True)
class Contents:
    """Say what a file asks for: the `pixels` of its costliest picture, decoded, and its codecs.

    `premultiplied`: a picture's colours are multiplied by their alpha.
    """

    pixels: int = 0
    codecs: set[bytes] = field(default_factory=set[bytes])
    premultiplied: bool = False


def contents(data: mmap.mmap) -> Contents:
    """Return what is asked of a decoder.

    Raise struct.error or LookupError on a table of contents that ends too early, RecursionError on
    a picture that is a tile of itself.
    """
    found = Contents()
    sizes: dict[int, int] = {}
    tiles: dict[int, list[int]] = {}
    for name, start, end in boxes(data, 0, len(data)):
        if name == b"meta":
            if end - start > _MAX_META:
                raise UnusablePicture("meta", key="error-picture-too-many-parts")
            _read_meta(bytes(data[start + 4 : end]), found, sizes, tiles)

    @cache
    def cost(item: int) -> int:
        parts = tiles.get(item)
        return sum(map(cost, parts)) if parts else sizes.get(item, 0)

    found.pixels = max(map(cost, {*sizes, *tiles}), default=0)
    return found


def _read_meta(
    meta: bytes, found: Contents, sizes: dict[int, int], tiles: dict[int, list[int]]
) -> None:
    for name, start, end in boxes(meta, 0, len(meta)):
        if name == b"iref":
            _read_references(meta[start:end], found, tiles)
        elif name == b"iinf":
            found.codecs |= set(_kinds(meta[start:end])) - _NO_CODECS
        elif name == b"iprp":
            _read_sizes(meta[start:end], sizes)


def _kinds(iinf: bytes) -> Iterator[bytes]:
    """Yield what kind each item is (ISO/IEC 14496-12, section 8.11.6)."""
    for name, start, _ in boxes(iinf, 8 if iinf[0] else 6, len(iinf)):
        if name == b"infe":
            at = start + (10 if iinf[start] > _SHORT_IDS else 8)
            yield iinf[at : at + 4]


def _read_references(iref: bytes, found: Contents, tiles: dict[int, list[int]]) -> None:
    """Note which items each derived item is made from, and whether one is premultiplied."""
    number = "I" if iref[0] else "H"
    width = struct.calcsize(number)
    for name, start, _ in boxes(iref, 4, len(iref)):
        if name == b"prem":
            found.premultiplied = True
        elif name == b"dimg":
            item, count = struct.unpack_from(f">{number}H", iref, start)
            made_from = struct.unpack_from(f">{count}{number}", iref, start + width + 2)
            tiles.setdefault(item, []).extend(made_from)


def _read_sizes(iprp: bytes, sizes: dict[int, int]) -> None:
    """Note the pixels of each item: the most where several sizes are claimed."""
    properties: list[int] = []
    for name, start, end in boxes(iprp, 0, len(iprp)):
        if name == b"ipco":
            for kind, at, _ in boxes(iprp, start, end):
                is_size = kind == b"ispe"
                width, height = struct.unpack_from(">II", iprp, at + 4) if is_size else (0, 0)
                properties.append(width * height)
        elif name == b"ipma":
            for item, index in _associations(iprp, start):
                if 0 < index <= len(properties):
                    sizes[item] = max(sizes.get(item, 0), properties[index - 1])


def _associations(iprp: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of an item and the number of a property that it has, from 1."""
    head, entries = struct.unpack_from(">II", iprp, at)
    entry = struct.Struct(">IB" if head > _FLAGS else ">HB")
    one = struct.Struct(">H" if head & 1 else ">B")
    mask = 0x7FFF if head & 1 else 0x7F
    at += 8
    for _ in range(entries):
        item, count = entry.unpack_from(iprp, at)
        at += entry.size
        for _ in range(count):
            yield item, one.unpack_from(iprp, at)[0] & mask
            at += one.size
