"""How many pieces and tiles a file has."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.errors import UnusablePicture
from bot.pictures.bomb_checks import MAX_PIECES, MAX_SCANS, survey
from bot.pictures.header import read_header
from tests.unit.pictures import made_files

TOO_MANY = "error-picture-too-many-parts"
TILE = Image.new("RGB", (64, 64))


def written(path: Path, data: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    """Return the key by which a file is refused."""
    with pytest.raises(UnusablePicture) as caught:
        read_header(path)
    return caught.value.message_key


@pytest.mark.parametrize(
    ("data", "media_type", "pieces"),
    [
        (made_files.png(8, 8), "image/png", 3),
        (made_files.gif(8, 8, frames=4), "image/gif", 9),
        (made_files.webp(8, 8, frames=4), "image/webp", 6),
        (made_files.tiff(made_files.grey_tags(8, 64), pages=3), "image/tiff", 30),
        (made_files.bmp_of_runs(8, 8, 64), "image/bmp", 1),
        (made_files.heic(TILE), "image/heic", 3),
    ],
)
def test_the_pieces_of_each_format_are_counted(
    tmp_path: Path, data: bytes, media_type: str, pieces: int
):
    """Chunks, blocks with short data, pages with their tags, boxes: each counts as one."""
    assert survey(written(tmp_path / "a", data), media_type).pieces == pieces


def test_a_jpeg_in_planes_has_three_scans(tmp_path: Path):
    """It is held whole by its decoder although it is not progressive."""
    path = written(tmp_path / "a", made_files.jpeg_of_planes(TILE))
    assert survey(path, "image/jpeg").scans == 3
    assert read_header(path).held == 64 * 64 * 8


def test_a_gif_of_long_blocks_is_not_counted_by_them(tmp_path: Path):
    """What is bounded by the file's size needs no cap of its own: large GIFs are allowed."""
    data = (b"\xff" + bytes(255)) * 2 * MAX_PIECES
    comment = b"!\xfe" + data + b"\0"
    path = written(tmp_path / "a", made_files.gif(8, 8, frames=1, before=comment))
    assert survey(path, "image/gif").pieces == 4


@pytest.mark.parametrize(
    ("make", "most"),
    [
        (lambda number: made_files.gif(8, 8, frames=number), MAX_PIECES // 2 - 1),
        (lambda number: made_files.jpeg_of_scans(16, number), MAX_SCANS - 10),
        (
            lambda number: made_files.png(
                8, 8, more=made_files.png_chunk(b"tEXt", b"a\0b") * number
            ),
            MAX_PIECES - 3,
        ),
    ],
    ids=["frames", "scans", "chunks"],
)
def test_more_than_the_cap_is_refused(tmp_path: Path, make: Callable[[int], bytes], most: int):
    """Up to the cap a file is read, beyond it refused."""
    read_header(written(tmp_path / "a", make(most)))
    assert refusal(written(tmp_path / "b", make(most + 20))) == TOO_MANY


def test_tiles_are_counted_as_often_as_they_are_used(tmp_path: Path):
    """A tile that lies outside of the picture costs as much as one that shows."""
    tile = TILE.resize((2_000, 2_000))
    read_header(
        written(tmp_path / "a", made_files.heic(tile, rows=5, columns=5, size=(2_000, 2_000)))
    )
    hidden = made_files.heic(tile, rows=6, columns=5, size=(2_000, 2_000))
    assert refusal(written(tmp_path / "b", hidden)) == TOO_MANY


def test_a_picture_that_is_a_tile_of_itself_is_refused(tmp_path: Path):
    """What would never end is not begun."""
    honest = made_files.heic(TILE)
    ring = honest.replace(b"dimg\0\1\0\1\0\2", b"dimg\0\1\0\1\0\1")
    assert ring != honest
    assert refusal(written(tmp_path / "a", ring)) == "error-picture-unreadable"


def test_a_box_of_64_bits_is_stepped_over(tmp_path: Path):
    """A size that doesn't fit in 32 bits stands after the name (ISO/IEC 14496-12, 4.2)."""
    wide = struct.pack(">I4sQ", 1, b"free", 24) + bytes(8)
    path = written(tmp_path / "a", made_files.heic(TILE) + wide + made_files.free_boxes(2))
    assert survey(path, "image/heic").pieces == 6
