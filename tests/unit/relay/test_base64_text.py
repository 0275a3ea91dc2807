import base64
import re
from itertools import pairwise
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.relay.base64_text import Base64Decoder, is_base64_text


def decoded(*pieces: bytes) -> bytes:
    """Decode pieces as they would arrive."""
    written: list[bytes] = []
    decoder = Base64Decoder(written.append)
    for piece in pieces:
        decoder.feed(memoryview(piece))
    decoder.close()
    return b"".join(written)


def split(text: bytes, cuts: list[int]) -> list[bytes]:
    """Cut a text at these places, wherever they fall in it."""
    places = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    return [text[start:end] for start, end in pairwise(places)]


@given(
    data=st.binary(max_size=300),
    url_safe=st.booleans(),
    padded=st.booleans(),
    every=st.sampled_from([0, 4, 7, 76]),
    space=st.sampled_from([b"\n", b"\r\n", b" ", b"\t"]),
    cuts=st.lists(st.integers(0, 999), max_size=8),
)
def test_every_form_of_base64_is_decoded_however_it_is_cut(
    *, data: bytes, url_safe: bool, padded: bool, every: int, space: bytes, cuts: list[int]
) -> None:
    """Both alphabets, with and without padding, wrapped or not, in any pieces: the same bytes."""
    text = base64.urlsafe_b64encode(data) if url_safe else base64.b64encode(data)
    text = text if padded else text.rstrip(b"=")
    if every:
        text = re.sub(b"(.{%d})" % every, rb"\1" + space, text)
    assert decoded(*split(text, cuts)) == data


@given(
    st.binary(max_size=300),
    st.sampled_from([b"data:image/png;base64,", b" \r\ndata:,", b"DATA:image/png;base64,\n"]),
    st.lists(st.integers(0, 99), max_size=6),
)
def test_the_head_of_a_data_uri_is_passed_over(data: bytes, head: bytes, cuts: list[int]) -> None:
    """Some write the whole URI where its base64 should be; it may come in any pieces."""
    assert decoded(*split(head + base64.b64encode(data), cuts)) == data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("data:image/png;charset=utf-8;base64,", ""),
        (f"data:image/png;name={'a%20b' * 30}.png;base64,", ""),
        ("image/png;base64,", ""),
        ("base64,", "\n"),
        ("base64://", ""),
        ("![a kite](data:image/png;base64,", ")"),
        ('<img alt="a" src="data:image/png;base64,', '" width="9">'),
    ],
)
@pytest.mark.parametrize("data", [b"a", b"\xff\xef\xbe\xfb" * 3, bytes(range(256)) * 3])
def test_what_base64_stands_in_is_passed_over(before: str, after: str, data: bytes) -> None:
    """Markdown, quotes and what is left of the head of a URI are no part of the picture."""
    text = f"{before}{base64.b64encode(data).decode()}{after}".encode()
    for size in (40, 700, len(text)):
        assert decoded(text[:size], text[size:]) == data


@pytest.mark.parametrize(("before", "after"), [("b'", "'"), ('"', '"'), ("```", "```")])
def test_quotes_about_a_picture_are_passed_over(before: str, after: str) -> None:
    """What a program writes of bytes has marks of its own."""
    data = b"\x89PNG\r\n\x1a\n" + bytes(99)
    text = f"{before}{base64.b64encode(data).decode()}{after}".encode()
    assert decoded(text) == decoded(text[:30], text[30:]) == data


@given(data=st.binary(max_size=300), upper=st.booleans(), cuts=st.lists(st.integers(0, 999)))
def test_base64_may_be_written_as_in_an_address(
    *, data: bytes, upper: bool, cuts: list[int]
) -> None:
    """Some escape what an address may not hold, though this is none."""
    text = quote(base64.b64encode(data).decode(), safe="")
    text = text if upper else re.sub("%..", lambda escape: escape[0].lower(), text)
    assert decoded(*split(text.encode(), cuts)) == data


@given(st.binary(min_size=1, max_size=60), st.lists(st.integers(0, 99), max_size=4))
def test_both_alphabets_may_mix(data: bytes, cuts: list[int]) -> None:
    """A string that holds characters of both alphabets is decoded too."""
    text = base64.b64encode(data + b"\xff\xef\xbe").replace(b"/", b"_", 1)
    assert decoded(*split(text, cuts)) == data + b"\xff\xef\xbe"


@pytest.mark.parametrize(
    "pieces",
    [
        (b"not base64!",),
        (b"QUJD", b"%"),
        (b"QQ==QUJD",),
        (b"QQ==", b"QUJD"),
        (b"QUJDR",),
        (b"\xc3\xa4\xc3\xb6",),
        (b"A=BC",),
    ],
)
def test_what_is_no_base64_is_a_value_error(pieces: tuple[bytes, ...]) -> None:
    """Foreign characters, data after the padding and a lone last character are refused."""
    with pytest.raises(ValueError, match=r".+"):
        decoded(*pieces)


def test_nothing_decodes_to_nothing() -> None:
    """An empty string writes nothing."""
    assert decoded() == decoded(b"", b"") == b""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"", True),
        (b"QUJD", True),
        (b"-_+/A==", True),
        (b"QUJDR", True),
        (b"QUJD ", False),
        (b'QUJD"', False),
        (b'QU"D', False),
        (b"\\QUJ", False),
    ],
)
def test_base64_text_is_told_from_other_text(text: bytes, *, expected: bool) -> None:
    """Only characters of the two alphabets may be copied into a request as they are."""
    assert is_base64_text(text) is expected
