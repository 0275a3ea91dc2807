"""The table of hostile and merely large files: what is said of each, in how much memory and time.

`python -m pytest tests/security/test_picture_hostile.py -s` prints it. Each file is looked at in a
process of its own: a peak is only ever told of a whole process.
"""

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures import made_files

LIMIT_MB = 300
LIMIT_SECONDS = 20
"""Four times what the slowest takes where nothing else runs."""

WORK = r"""
import asyncio, pathlib, re, sys, time
from bot.domain.errors import UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool

async def look(image_pool, source):
    try:
        target = source.with_suffix(".out")
        header = await image_pool.normalise(source, target, ModelLimits())
    except UnusablePicture as error:
        return error.message_key
    return header.media_type

async def main(sources):
    async with ImagePool() as image_pool:
        return await asyncio.gather(*(look(image_pool, source) for source in sources))

began = time.perf_counter()
outcomes = asyncio.run(main([pathlib.Path(name) for name in sys.argv[1:]]))
seconds = time.perf_counter() - began
status = pathlib.Path("/proc/self/status").read_text()
print(",".join(outcomes), int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) // 1024, seconds)
"""

TAKEN = "image/"
EMPTY, NO_PICTURE = "error-picture-empty", "error-picture-type"
UNREADABLE, BROKEN = "error-picture-unreadable", "error-picture-broken"
PIXELS, PARTS = "error-picture-too-many-pixels", "error-picture-too-many-parts"

LONG, CODEC, RAW = "error-picture-too-long", "error-picture-codec", "error-picture-raw"

PHONE = (8_160, 6_144)
"""Pixels of the sensors that are sold as 50 megapixels."""

MANY = 1_000_000
SMALL = Image.linear_gradient("L").resize((96, 64)).convert("RGB")
NOISE = Image.effect_noise((256, 256), 80).convert("RGB")

Write = Callable[[Path], object]


def of(make: Callable[[], bytes]) -> Write:
    """Write bytes that are made only when they are needed."""
    return lambda path: path.write_bytes(make())


def plain(mode: str, side: int, kind: str, **options: object) -> Write:
    """Write a square picture of one colour."""
    return lambda path: Image.new(mode, (side, side)).save(path, kind, **options)


def phone(kind: str, **options: object) -> Write:
    """Write a picture as large as phones make them."""
    return lambda path: Image.new("RGB", PHONE, "teal").save(path, kind, **options)


def frames(side: int, kind: str, **options: object) -> Write:
    """Write an animation of two frames that fill it."""

    def write(path: Path) -> None:
        first, second = (Image.new("RGB", (side, side), colour) for colour in ("red", "blue"))
        first.save(path, kind, save_all=True, append_images=[second], **options)

    return write


def cut(kind: str) -> Write:
    """Write the first half of a picture."""

    def half() -> bytes:
        whole = made_files.encoded(NOISE, kind)
        return whole[: len(whole) // 2]

    return of(half)


def turned() -> dict[str, object]:
    """Return the option that lays a picture on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return {"exif": exif}


def compressed(size: int) -> bytes:
    """Return zeros, packed a thousand to one."""
    return zlib.compress(bytes(size), 9)


def strip(pages: int, *, ring: bool = False) -> bytes:
    """Return a small TIFF of so many pages."""
    data = zlib.compress(bytes(64))
    return made_files.tiff(made_files.grey_tags(8, len(data)), pages=pages, data=data, ring=ring)


def vast_tile(compression: int = 8) -> bytes:
    """Return a TIFF of 64 pixels a side, cut from a tile of 40,000."""
    data = compressed(2**26)
    tags = made_files.grey_tags(64, len(data))
    tags[3] = (259, 3, 1, compression)
    tags = [tag for tag in tags if tag[0] not in {273, 278, 279}]
    tile = [(322, 4, 1, 40_000), (323, 4, 1, 40_000), (324, 4, 1, 8), (325, 4, 1, len(data))]
    return made_files.tiff(tags + tile, data=data)


def repeated_data() -> bytes:
    """Return a TIFF of 2,000 tags, each of which claims half of the file for its value."""
    data = bytes(2**20)
    tags = [*made_files.grey_tags(8, 64), *((tag, 7, 2**19, 8) for tag in range(1_000, 3_000))]
    return made_files.tiff(tags, data=data)


JPEG = made_files.encoded(SMALL, "JPEG")

FILES: dict[str, tuple[Write, str]] = {
    # What is no picture.
    "nothing": (of(bytes), EMPTY),
    "SVG": (of(lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>'), NO_PICTURE),
    "PDF": (of(lambda: b"%PDF-1.7\n" + bytes(99)), NO_PICTURE),
    "HTML": (of(lambda: b"<!doctype html><script>alert(1)</script>"), NO_PICTURE),
    "PNG in name alone": (of(lambda: made_files.PNG + b"%PDF-1.7\n"), UNREADABLE),
    # Pictures cut off.
    **{f"{kind}, cut off": (cut(kind), BROKEN) for kind in ("PNG", "JPEG", "GIF", "TIFF", "HEIF")},
    **{f"{kind}, cut off": (cut(kind), UNREADABLE) for kind in ("WEBP", "AVIF")},
    "BMP, cut off": (cut("BMP"), BROKEN),
    # More pixels than may be decoded, and as many as may be.
    "PNG, 81 megapixels": (of(lambda: made_files.png(9_000, 9_000, depth=1, colour=0)), PIXELS),
    "PNG, 3,600 megapixels": (
        of(lambda: made_files.png(60_000, 60_000, depth=1, colour=0)),
        PIXELS,
    ),
    "PNG, 1 bit": (of(lambda: made_files.png(7_000, 7_000, depth=1, colour=0)), TAKEN),
    "PNG, 64 bits": (of(lambda: made_files.png(7_000, 7_000, depth=16, colour=6)), TAKEN),
    "PNG, 70 megapixels": (of(lambda: made_files.png(8_366, 8_366, depth=16, colour=6)), TAKEN),
    "PNG, tall": (of(lambda: made_files.png(1_080, 18_000)), LONG),
    "PNG, 64 bits, interlaced": (
        of(lambda: made_files.png(7_000, 7_000, depth=16, colour=6, interlace=1)),
        PIXELS,
    ),
    "PNG, on its side": (plain("RGB", 7_000, "PNG", **turned()), TAKEN),
    "GIF, too large to hold": (plain("P", 7_000, "GIF"), PIXELS),
    "GIF, large": (plain("P", 6_400, "GIF"), TAKEN),
    "GIF, large, one pixel drawn": (of(lambda: made_files.gif(6_400, 6_400, frames=1)), TAKEN),
    "BMP, runs of one pixel": (
        of(lambda: made_files.bmp_of_runs(5_000, 2_500, 12 * MANY)),
        BROKEN,
    ),
    "BMP, 1 bit": (plain("1", 7_000, "BMP"), TAKEN),
    "WebP, large": (plain("RGB", 7_000, "WEBP", method=0), TAKEN),
    "WebP, of a phone": (phone("WEBP", method=0), TAKEN),
    "WebP, large, animated": (frames(5_000, "WEBP", method=0), TAKEN),
    "WebP, huge canvas": (of(lambda: made_files.webp(7_000, 7_000, frames=2)), PIXELS),
    "HEIC, large": (plain("RGB", 3_000, "HEIF"), TAKEN),
    "HEIC, as large as may be": (plain("RGB", 7_000, "HEIF"), TAKEN),
    "HEIC, of a phone": (phone("HEIF"), TAKEN),
    "AVIF, of a phone": (phone("AVIF", speed=10), PIXELS),
    "AVIF, large": (plain("RGB", 3_600, "AVIF", speed=10), TAKEN),
    "AVIF, large, on its side": (plain("RGB", 3_600, "AVIF", speed=10, **turned()), TAKEN),
    "TIFF, large": (plain("RGB", 7_000, "TIFF", compression="tiff_lzw"), TAKEN),
    "TIFF, Zstandard": (plain("RGB", 5_000, "TIFF", compression="zstd"), TAKEN),
    "TIFF, Zstandard, too large to hold": (
        plain("RGB", 7_000, "TIFF", compression="zstd"),
        PIXELS,
    ),
    "TIFF, Zstandard, one strip": (
        plain("RGB", 5_000, "TIFF", compression="zstd", strip_size=2**28),
        TAKEN,
    ),
    "TIFF, Zstandard, vast tile": (of(lambda: vast_tile(50_000)), PARTS),
    "TIFF, CMYK in one strip": (
        plain("CMYK", 7_000, "TIFF", compression="tiff_adobe_deflate", strip_size=2**28),
        TAKEN,
    ),
    "TIFF, vast tile": (of(vast_tile), BROKEN),
    "JPEG, large": (plain("RGB", 7_000, "JPEG"), TAKEN),
    "JPEG, of a phone": (phone("JPEG"), TAKEN),
    "JPEG, of a phone, on its side": (phone("JPEG", **turned()), TAKEN),
    "JPEG, of a phone, without its end": (
        of(lambda: made_files.encoded(Image.new("RGB", PHONE), "JPEG")[:-2]),
        TAKEN,
    ),
    "JPEG, 12 bits": (of(lambda: made_files.jpeg_of_bits(SMALL.convert("L"), 12)), CODEC),
    "DNG": (of(lambda: made_files.dng(SMALL)), RAW),
    "JPEG, progressive": (
        plain("RGB", 5_000, "JPEG", progressive=True, subsampling=0),
        TAKEN,
    ),
    "JPEG, progressive, too large": (plain("RGB", 7_000, "JPEG", progressive=True), PIXELS),
    "JPEG, planes, too large to hold": (
        of(lambda: made_files.jpeg_of_planes(Image.new("RGB", (7_000, 7_000)))),
        PIXELS,
    ),
    # More pieces than anybody needs.
    "PNG, text, sums wrong": (
        of(
            lambda: made_files.png(
                8, 8, more=(made_files.png_chunk(b"tEXt", b"a\0b")[:-4] + b"oops") * MANY
            )
        ),
        PARTS,
    ),
    "PNG, text": (
        of(lambda: made_files.png(8, 8, more=made_files.png_chunk(b"tEXt", b"a\0b") * MANY)),
        PARTS,
    ),
    "PNG, text of 500 MB": (
        of(
            lambda: made_files.png(
                8, 8, more=made_files.png_chunk(b"zTXt", b"a\0\0" + compressed(2**29))
            )
        ),
        UNREADABLE,
    ),
    "PNG, profile of 500 MB": (
        of(
            lambda: made_files.png(
                8, 8, more=made_files.png_chunk(b"iCCP", b"a\0\0" + compressed(2**29))
            )
        ),
        UNREADABLE,
    ),
    "JPEG, segments": (
        of(lambda: made_files.jpeg_after_start(JPEG, b"\xff\xe1\0\x08Exif\0\0" * MANY)),
        PARTS,
    ),
    "JPEG, padding": (of(lambda: made_files.jpeg_after_start(JPEG, b"\xff" * 20 * MANY)), PARTS),
    "JPEG, 90 scans": (of(lambda: made_files.jpeg_of_scans(4_900, 90)), TAKEN),
    "JPEG, 10,000 scans": (of(lambda: made_files.jpeg_of_scans(4_900, 10_000)), PARTS),
    "GIF, frames": (of(lambda: made_files.gif(6_000, 6_000, frames=MANY)), PARTS),
    "GIF, comment in bits": (
        of(lambda: made_files.gif(8, 8, frames=1, before=b"!\xfe" + b"\1a" * 10 * MANY + b"\0")),
        PARTS,
    ),
    "WebP, 5,000 frames": (of(lambda: made_files.webp(8, 8, frames=5_000)), TAKEN),
    "WebP, frames": (of(lambda: made_files.webp(8, 8, frames=500_000)), PARTS),
    "TIFF, 1,000 pages": (of(lambda: strip(1_000)), TAKEN),
    "TIFF, pages": (of(lambda: strip(200_000)), PARTS),
    "TIFF, ring of pages": (of(lambda: strip(3, ring=True)), PARTS),
    "TIFF, tags of the same data": (of(repeated_data), BROKEN),
    "HEIC, boxes": (
        of(lambda: made_files.heic(SMALL) + made_files.free_boxes(3 * MANY)),
        PARTS,
    ),
    "AVIF, boxes": (
        of(lambda: made_files.encoded(SMALL, "AVIF") + made_files.free_boxes(3 * MANY)),
        PARTS,
    ),
    "HEIC, boxes in the table": (
        of(lambda: made_files.heic(SMALL, more=made_files.free_boxes(MANY))),
        PARTS,
    ),
    "HEIC, 400 tiles": (
        of(lambda: made_files.heic(SMALL.resize((64, 64)), rows=20, columns=20)),
        TAKEN,
    ),
    "HEIC, tiles out of sight": (
        of(
            lambda: made_files.heic(
                NOISE.resize((2_048, 2_048)), rows=10, columns=10, size=(64, 64)
            )
        ),
        PARTS,
    ),
}


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """Collect a line for each file, and print them."""
    lines = [f"{'file':31} {'bytes':>11} {'peak MB':>8} {'seconds':>8}  what comes of it"]
    yield lines
    print("", *lines, sep="\n")  # noqa: T201 (shown with `-s`)


def looked_at(*sources: Path) -> tuple[str, int, float]:
    """Look at files at once in a new process: return the outcomes, the peak in MB, the seconds."""
    done = subprocess.run(  # noqa: S603 (this interpreter, with our own words)
        [sys.executable, "-c", WORK, *map(str, sources)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    outcomes, peak, seconds = done.stdout.split()
    return outcomes, int(peak), float(seconds)


needs_linux = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="needs Linux's peak figure"
)


@needs_linux
@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_more_than_its_share(tmp_path: Path, table: list[str], name: str):
    """Each file is refused for its reason or taken, and nothing is left of what was refused."""
    write, expected = FILES[name]
    source = tmp_path / "source"
    write(source)
    outcome, peak, seconds = looked_at(source)
    table.append(f"{name:31} {source.stat().st_size:11,} {peak:8} {seconds:8.2f}  {outcome}")
    assert outcome.startswith(expected)
    assert peak < LIMIT_MB
    assert seconds < LIMIT_SECONDS
    left = {source, source.with_suffix(".out")} if expected == TAKEN else {source}
    assert set(tmp_path.iterdir()) == left


@needs_linux
@pytest.mark.slow
def test_many_large_pictures_take_no_more_than_one(tmp_path: Path, table: list[str]):
    """They share the memory that there is, and what one has used goes back before the next."""
    large = ("PNG, 64 bits", "AVIF, large", "GIF, large", "PNG, 64 bits", "WebP, large")
    sources = [tmp_path / str(number) for number in range(2 * len(large))]
    for source, name in zip(sources, large * 2, strict=True):
        FILES[name][0](source)
    outcomes, peak, seconds = looked_at(*sources)
    size = sum(source.stat().st_size for source in sources)
    table.append(f"{'ten large pictures at once':31} {size:11,} {peak:8} {seconds:8.2f}  {TAKEN}")
    assert all(outcome.startswith(TAKEN) for outcome in outcomes.split(","))
    assert peak < LIMIT_MB


def zip_file() -> bytes:
    """Return a ZIP, which is read from its end."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as pack:
        pack.writestr("PAYLOAD.txt", "PAYLOAD")
    return file.getvalue()


HTML = b"<script>PAYLOAD</script>"


@pytest.mark.parametrize(
    "content",
    [
        made_files.encoded(SMALL, "PNG") + zip_file(),
        made_files.encoded(SMALL, "PNG") + b"%PDF-1.7 PAYLOAD",
        made_files.png(8, 8, more=made_files.png_chunk(b"tEXt", b"Comment\0" + HTML)),
        made_files.jpeg_after_start(JPEG, b"\xff\xfe" + struct.pack(">H", len(HTML) + 2) + HTML),
        # A GIF as wide as "/*" says, whose comment is closed in its tail: also a script.
        made_files.gif(0x2A2F, 1, frames=1) + b"*/=1;PAYLOAD()",
    ],
    ids=["PNG and ZIP", "PNG and PDF", "PNG and HTML", "JPEG and HTML", "GIF and script"],
)
async def test_a_file_that_is_two_things_goes_on_as_one(tmp_path: Path, content: bytes):
    """What a model and other members get is made of pixels alone."""
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(content)
    assert b"PAYLOAD" in content
    async with ImagePool() as image_pool:
        await image_pool.normalise(source, target, ModelLimits())
    assert b"PAYLOAD" not in target.read_bytes()
    assert not zipfile.is_zipfile(target)
