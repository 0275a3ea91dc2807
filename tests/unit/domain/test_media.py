"""What the bytes of a file tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.media import may_be_text, media_type_of, seconds_of
from tests.acting import png
from tests.media import mp4, ogg, pdf, wav


@pytest.mark.parametrize(
    ("start", "media_type"),
    [
        (pdf("a"), "application/pdf"),
        (b"junk of a mail\n" + pdf("a"), "application/pdf"),
        (b"\xef\xbb\xbf" + pdf("a"), "application/pdf"),
        (b'MAGIC = b"%PDF-1.7"\n', None),
        (b"# Reads %PDF-1.7 files\n", None),
        (wav(1), "audio/wav"),
        (ogg(1), "audio/ogg"),
        (b"OggS" + b"\0" * 24 + b"\x80theora", None),
        (b"ID3\x04\0", "audio/mpeg"),
        (b"\xff\xfb\x90\x44", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"fLaC\0", "audio/flac"),
        (b"FORM\0\0\0\0AIFF", "audio/aiff"),
        (mp4(1, brand=b"M4A "), "audio/mp4"),
        (mp4(1, brand=b"mp42"), "video/mp4"),
        (mp4(1, brand=b"qt  "), "video/quicktime"),
        (mp4(1, brand=b"3gp5"), "video/3gpp"),
        (mp4(1, brand=b"heic"), None),
        (b"RIFF\0\0\0\0AVI LIST", "video/vnd.avi"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86webm", "video/webm"),
        (b"\0\0\1\xba\x44", "video/mpeg"),
        (b"PK\x03\x04", None),
        ("\ufeffwords".encode("utf-16-le"), None),
        (png(), None),
        (b"", None),
    ],
)
def test_a_type_is_told_by_the_first_bytes(start: bytes, media_type: str | None) -> None:
    """Whatever a file is called."""
    assert media_type_of(start) == media_type


@pytest.mark.parametrize(
    ("media_type", "data", "seconds"),
    [
        ("audio/wav", wav(2), 2.0),
        ("audio/ogg", ogg(3.5), 3.5),
        ("video/mp4", mp4(7), 7.0),
        ("video/quicktime", mp4(7, is_long=True), 7.0),
        ("audio/flac", b"fLaC\0\0\0\x22" + b"\0" * 10 + bytes.fromhex("0ac442f000015888"), 2.0),
        ("audio/wav", wav(1).replace(b"data\x40\x1f\0\0", b"data\xff\xff\xff\xff"), None),
        ("audio/wav", wav(1).replace(b"data\x40\x1f\0\0", b"data\xfe\xff\xff\x7f"), None),
        ("video/mp4", mp4(1).replace(b"\0\0\x03\xe8" * 2, b"\0\0\x03\xe8\xff\xff\xff\xff"), None),
        ("audio/mpeg", b"ID3", None),
        ("audio/wav", b"RIFF\0\0\0\0WAVE", None),
        ("audio/wav", wav(1)[:30], None),
        ("audio/flac", b"fLaC", None),
        ("video/mp4", mp4(7)[:30], None),
    ],
)
def test_how_long_something_plays(media_type: str, data: bytes, seconds: float | None) -> None:
    """As far as its header says; nobody knows where it does not."""
    assert seconds_of(media_type, data, data) == seconds


@given(
    media_type=st.sampled_from(["audio/wav", "audio/flac", "audio/ogg", "video/mp4"]),
    start=st.binary(max_size=64),
    inside=st.sampled_from([b"fmt data", b"OggS", b"\x01vorbis", b"mvhd", b"mvhd\x01"]),
    end=st.binary(max_size=64),
)
def test_no_header_is_too_odd(media_type: str, start: bytes, inside: bytes, end: bytes) -> None:
    """What a stranger wrote there is read, or not known."""
    data = start + inside + end
    assert seconds_of(media_type, data, data) is not False
    assert media_type_of(data) != ""


@pytest.mark.parametrize(
    ("start", "is_text"),
    [
        ("wörter".encode()[:2], True),
        ("\ufeffwords".encode("utf-16-le"), True),
        (b"", True),
        (b"a\0b", False),
        (b"\xff\xfe"[::-1], True),
        (b"\x80\x81", False),
        (b"PK\x03\x04\xff", False),
    ],
)
def test_text_is_told_by_the_first_bytes(start: bytes, *, is_text: bool) -> None:
    """A character that the beginning cuts in two is none that is wrong."""
    assert may_be_text(start) is is_text
