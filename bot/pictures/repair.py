"""Files that are slightly off, put right: where the pixels are whole, so is the picture.

Decoders differ in what they forgive. What is mended here is a copy, so that all of them read the
same: their caps and checks hold for it as for any file.
"""

import contextlib
import mmap
import shutil
import struct
import zlib
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from bot.pictures.bomb_checks import JPEG_END, MAX_PIECES, jpeg_markers

LEADING: Final = b"\xef\xbb\xbf\r\n\t "
"""What may stand before a file that went through a text editor: a byte order mark, line breaks."""

VAGUE_BRANDS: Final = frozenset({
    b"mif2", b"mif3", b"miaf", b"1pic", b"avio", b"MA1A", b"MA1B", b"MiHA", b"MiHB", b"MiHE",
    b"MiCm", b"MiPr",
})  # fmt: skip
"""How a HEIF or AVIF may call itself first without saying which of them it is.

ISO/IEC 23008-12 and 23000-22 and the AVIF specification. `mif1` says no more, and all know it.
"""

_KNOWN_BRAND = b"mif1"
_LEADING_BYTES = 64
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"

# Chunks of a PNG that change no pixel's place among the others or its transparency.
_MAY_GO = frozenset({
    b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"pHYs", b"oFFs", b"bKGD", b"hIST", b"sPLT",
    b"cHRM", b"gAMA", b"sRGB", b"iCCP", b"sBIT",
})  # fmt: skip
_MOST_CHUNKS = MAX_PIECES + 1
_PIXELS, _TURN, _END = b"IDAT", b"eXIf", b"IEND"


def mended(source: Path, aside: Path) -> Path:
    """Return the file itself, or `aside` with a copy in which is put right what was slightly off.

    A byte order mark or line breaks before it go, and so do chunks of a PNG whose checksum is wrong
    and that no pixel needs; its orientation is read wherever it stands. A JPEG gets the end that it
    lacks: whether its pixels are whole, its decoder tells. A HEIF or AVIF that calls itself by a
    name that decoders don't know gets one that they do.
    """
    with source.open("rb") as file:
        start = file.read(_LEADING_BYTES)
        skip = len(start) - len(start.lstrip(LEADING))
        signature = start[skip:]
        if signature.startswith(_PNG):
            return _png(source, aside, skip)
        if signature[4:8] == b"ftyp" and signature[8:12] in VAGUE_BRANDS:
            return _renamed(file, aside, skip)
        ends = not signature.startswith(_JPEG) or _ends(source)
        if ends and not skip:
            return source
        file.seek(skip)
        with aside.open("xb") as copy:
            shutil.copyfileobj(file, copy)
            if not ends:
                copy.write(bytes((0xFF, JPEG_END)))
    return aside


def _renamed(file: BinaryIO, aside: Path, skip: int) -> Path:
    file.seek(skip)
    with aside.open("xb") as copy:
        copy.write(file.read(8) + _KNOWN_BRAND)
        file.seek(skip + 12)
        shutil.copyfileobj(file, copy)
    return aside


def _ends(source: Path) -> bool:
    """Tell whether a JPEG's own end is there, whatever follows it."""
    markers: deque[int] = deque(maxlen=1)
    with (
        source.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        contextlib.suppress(IndexError, struct.error),
    ):
        markers.extend(islice(jpeg_markers(data, data.find(_JPEG)), MAX_PIECES + 1))
    return JPEG_END in markers


def _png(source: Path, aside: Path, skip: int) -> Path:
    with source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        chunks = list(_chunks(data, skip + len(_PNG)))
        bad = {at for name, at, end in chunks if name in _MAY_GO and not _is_right(data, at, end)}
        pixels = next((at for name, at, _ in chunks if name == _PIXELS), 0)
        late = [
            (at, end) for name, at, end in chunks if name == _TURN and at not in bad and at > pixels
        ]
        if not (skip or bad or late):
            return source
        with aside.open("xb") as copy:
            copy.write(_PNG)
            for _, at, end in chunks:
                if at == pixels:
                    for first, last in late:
                        copy.write(data[first:last])
                if at not in bad and (at, end) not in late:
                    copy.write(data[at:end])
    return aside


def _chunks(data: mmap.mmap, at: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield the name of each chunk, and where it starts and ends; of a last half one what is there.

    As many as no picture may have are not gone through: what comes after them is one.
    """
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(data):
            return
        length, name = struct.unpack_from(">I4s", data, at)
        end = min(at + 12 + length, len(data))
        yield name, at, end
        at = end
        if name == _END:
            return
    yield b"", at, len(data)


def _is_right(data: mmap.mmap, at: int, end: int) -> bool:
    with memoryview(data) as view:
        return zlib.crc32(view[at + 4 : end - 4]) == int.from_bytes(view[end - 4 : end])
