"""Hostile and merely large pictures stay under 300 MB, measured in a process of their own."""

import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

pillow_heif.register_heif_opener()

LIMIT_MB = 300

WORK = r"""
import asyncio, pathlib, re, sys
from bot.domain.errors import UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.workshop import Workshop

async def main(source, target):
    async with Workshop() as workshop:
        try:
            header = await workshop.normalise(source, target, ModelLimits())
        except UnusablePicture as error:
            return error.message_key
        return header.media_type

outcome = asyncio.run(main(*map(pathlib.Path, sys.argv[1:])))
status = pathlib.Path("/proc/self/status").read_text()
print(outcome, int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) // 1024)
"""


def png(path: Path, width: int, height: int, *, depth: int, color: int, interlace: int = 0) -> None:
    """Write a whole PNG of nothing but zeros: a few KB for any number of pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    samples = {0: 1, 2: 3, 6: 4}[color]
    line = bytes(1 + (width * depth * samples + 7) // 8)
    pack = zlib.compressobj(9)
    body = b"".join(pack.compress(line) for _ in range(height)) + pack.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def picture(path: Path, mode: str, side: int, kind: str, **options: object) -> None:
    """Write a square picture of one colour."""
    Image.new(mode, (side, side)).save(path, kind, **options)


TOO_MANY = "error-picture-too-many-pixels"

FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "one bit": (lambda path: png(path, 9_000, 9_000, depth=1, color=0), TOO_MANY),
    "wide": (lambda path: png(path, 60_000, 60_000, depth=1, color=0), TOO_MANY),
    "one bit, allowed": (lambda path: png(path, 7_000, 7_000, depth=1, color=0), "image/"),
    "deep": (lambda path: png(path, 7_000, 7_000, depth=16, color=6), "image/"),
    "woven": (lambda path: png(path, 7_000, 7_000, depth=16, color=6, interlace=1), TOO_MANY),
    "gif": (lambda path: picture(path, "P", 7_000, "GIF"), TOO_MANY),
    "gif, allowed": (lambda path: picture(path, "P", 6_400, "GIF"), "image/"),
    "bmp": (lambda path: picture(path, "1", 7_000, "BMP"), "image/"),
    "webp": (lambda path: picture(path, "RGB", 7_000, "WEBP", method=0), "image/"),
    "heic": (lambda path: picture(path, "RGB", 3_000, "HEIF"), "image/"),
    "avif": (lambda path: picture(path, "RGB", 3_600, "AVIF", speed=10), "image/"),
    "tiff": (lambda path: picture(path, "RGB", 7_000, "TIFF", compression="tiff_lzw"), "image/"),
    "jpeg": (lambda path: picture(path, "RGB", 7_000, "JPEG"), "image/"),
    "progressive": (
        lambda path: picture(path, "RGB", 5_000, "JPEG", progressive=True, subsampling=0),
        "image/",
    ),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's peak figure")
@pytest.mark.parametrize("name", FILES)
def test_no_picture_takes_more_than_its_share(tmp_path: Path, name: str):
    """A few KB that unfold to gigabytes are refused; what is let through is bounded."""
    write, outcome = FILES[name]
    source = tmp_path / "bomb"
    write(source)
    done = subprocess.run(  # noqa: S603 (this interpreter, with our own words)
        [sys.executable, "-c", WORK, str(source), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    result, peak = done.stdout.split()
    assert result.startswith(outcome)
    assert int(peak) < LIMIT_MB
