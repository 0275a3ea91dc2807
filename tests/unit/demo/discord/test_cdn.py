"""Files at rest in the embedded Discord's CDN."""

import io
import struct
import zlib

import pytest
from PIL import Image

from demo.discord.cdn import Cdn, clean_filename, picture_size


def header_of(width: int, height: int) -> bytes:
    """Write a PNG of any size that holds no pixels."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + bytes(4)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_size_is_read_from_the_header(kind: str):
    """Common kinds of pictures tell their size."""
    out = io.BytesIO()
    Image.new("RGB", (30, 20)).save(out, kind)
    assert picture_size(out.getvalue()) == (30, 20)


def test_large_picture_is_no_bomb_unread():
    """A header of many pixels is read without a warning."""
    assert picture_size(header_of(10_000, 10_000)) == (10_000, 10_000)


@pytest.mark.parametrize("data", [b"", b"words", header_of(60_000, 60_000)])
def test_what_has_no_size(data: bytes):
    """Words, nothing, and a picture that nobody may open have no size."""
    assert picture_size(data) is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a cat.png", "a_cat.png"), ("../x/a.png", "a.png"), ("猫.png", "猫.png"), ("", "unknown")],
)
def test_clean_filename(name: str, kept: str):
    """Folders and spaces go, letters of any language stay."""
    assert clean_filename(name) == kept


def test_file_is_found_while_it_is_attached():
    """A URL leads to its file under its exact name, as long as a message holds it."""
    attached = {2}
    cdn = Cdn(lambda _, attachment_id: attachment_id in attached)
    cdn.base = "http://x/cdn"
    payload = cdn.store(2, 1, "猫.png", b"no picture", description="alt")
    assert payload["url"] == "http://x/cdn/attachments/1/2/%E7%8C%AB.png"
    assert "width" not in payload
    stored = cdn.find(payload["url"])
    assert stored is not None
    assert stored.data == b"no picture"
    assert cdn.find("http://x/cdn/attachments/1/2/other.png") is None
    assert cdn.find("http://elsewhere/attachments/1/2/a.png") is None
    attached.clear()
    assert cdn.find(payload["url"]) is None


def test_hidden_file_needs_no_message():
    """What came with a command is served without a message."""
    cdn = Cdn(lambda *_: False)
    payload = cdn.store(2, 1, "a.txt", b"x", hidden=True)
    assert cdn.find(payload["url"]) is not None
