"""Whether a picture carries content credentials: a manifest of C2PA, told by its place in a file.

C2PA Technical Specification 2.2, appendix A.3, Embedding manifests into assets. Who signed what,
and whether that holds, is not looked at: it takes a list of who is trusted, and another library.
"""

import mmap
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from bot.pictures.bomb_checks import MAX_PIECES
from bot.pictures.tile_checks import boxes

_PNG_CHUNK, _WEBP_CHUNK, _JPEG_SEGMENT = b"caBX", b"C2PA", 0xEB
_ISO_BOX = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")

# Of a segment, behind its length: the kind of box and its number, then the superbox, its
# description, and in that the kind of what it holds (JPEG XT, ISO/IEC 18477-3; JUMBF, 19566-5).
_OF_JUMBF = b"JP"
_MANIFESTS = b"c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71"
_NEAR = 64
_JPEG_SCAN = 0xDA


def has_credentials(path: Path, media_type: str) -> bool:
    """Tell whether a file whose header was read carries a manifest."""
    find = _FINDERS.get(media_type)
    if find is None:
        return False
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        suppress(IndexError, struct.error),
    ):
        return any(islice(find(data), MAX_PIECES))
    return False


def _png(data: mmap.mmap) -> Iterator[bool]:
    at = 8
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        yield name == _PNG_CHUNK
        at += 12 + length


def _jpeg(data: mmap.mmap) -> Iterator[bool]:
    at = 2
    while data[at] == 0xFF and data[at + 1] != _JPEG_SCAN:  # noqa: PLR2004 (what begins a marker)
        start = data[at + 4 : at + 4 + _NEAR]
        of_jumbf = data[at + 1] == _JPEG_SEGMENT and start.startswith(_OF_JUMBF)
        yield of_jumbf and _MANIFESTS in start
        at += 2 + int.from_bytes(data[at + 2 : at + 4])


def _webp(data: mmap.mmap) -> Iterator[bool]:
    at = 12
    while True:
        name, length = struct.unpack_from("<4sI", data, at)
        yield name == _WEBP_CHUNK
        at += 8 + length + length % 2


def _iso(data: mmap.mmap) -> Iterator[bool]:
    for name, start, _ in boxes(data, 0, len(data)):
        yield name == b"uuid" and data[start : start + len(_ISO_BOX)] == _ISO_BOX


_FINDERS: Mapping[str, Callable[[mmap.mmap], Iterator[bool]]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "image/heic": _iso,
    "image/heif": _iso,
    "image/avif": _iso,
}
