"""Answers that a relay packed, though it was asked not to."""

import gzip
import json
import zlib

import pytest
from aiohttp import web

from bot.domain.errors import Billing, ConnectionBroke, RelayBusy, ReplyUnreadable
from bot.domain.request import CutShort
from bot.relay.large_fields import Caps
from bot.relay.packing import Unpacker
from bot.relay.transfer import BATCH
from tests.unit.relay.exchange import PICTURE, asked, failing, reply
from tests.unit.relay.support import Shelf, google

BODY = json.dumps(reply(PICTURE)).encode()


def bare(body: bytes) -> bytes:
    """Deflate without a head, as some servers do."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def sending(body: bytes, packing: str, status: int = 200):
    """Answer with a body that is said to be packed like this."""

    async def handle(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, headers={"Content-Encoding": packing}, status=status)

    return handle


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress(BODY)),
        ("X-Gzip", gzip.compress(BODY)),
        ("gzip", gzip.compress(BODY)[:-8]),
        ("deflate", zlib.compress(BODY)),
        ("deflate", bare(BODY)),
        ("gzip", BODY),
        ("deflate", BODY),
        ("br", BODY),
        ("zstd", b": hi\n\ndata: " + BODY),
        ("identity", BODY),
        ("whatever", BODY),
    ],
)
async def test_what_python_can_open_is_read(shelf: Shelf, packing: str, body: bytes) -> None:
    """Packed or only said to be: the picture is paid for."""
    found = await asked(shelf, sending(body, packing))
    assert [bool(part.picture) for part in found.parts] == [True]


@pytest.mark.parametrize("packing", ["br", "zstd"])
async def test_what_can_not_be_opened_is_told_by_its_name(shelf: Shelf, packing: str) -> None:
    """The answer came, and may be billed."""
    error = await failing(ReplyUnreadable, shelf, sending(b"\x8b\x02\x80", packing))
    assert error.message_key == "error-reply-packed"
    assert error.values == {"packing": packing}
    assert error.billing is Billing.POSSIBLE


@pytest.mark.parametrize("at_once", range(1, 80))
def test_one_packed_file_follows_the_other(at_once: int) -> None:
    """Wherever a connection cuts them; what is none of them is nothing."""
    packed = b"".join(map(gzip.compress, (b"One ", b"", b"two."))) + b"rubbish"
    unpacker = Unpacker(zlib.MAX_WBITS | 16)
    pieces = [packed[start : start + at_once] for start in range(0, len(packed), at_once)]
    assert b"".join(opened for piece in pieces for opened in unpacker.opened(piece)) == b"One two."
    assert not unpacker.is_inside


async def test_what_is_packed_badly_is_unreadable(shelf: Shelf) -> None:
    """Broken gzip is no answer."""
    await failing(ReplyUnreadable, shelf, sending(gzip.compress(BODY)[:10] + b"\xff" * 99, "gzip"))


async def test_what_swells_is_capped_while_it_does(shelf: Shelf) -> None:
    """A few kilobytes that become gigabytes are not unpacked to their end."""
    swollen = gzip.compress(b" " * 4 * BATCH + BODY)
    error = await failing(ReplyUnreadable, shelf, sending(swollen, "gzip"), caps=Caps(body=BATCH))
    assert f"more than {BATCH} bytes" in error.detail


@pytest.mark.parametrize("packing", ["gzip", "br"])
async def test_the_status_of_a_packed_error_counts(shelf: Shelf, packing: str) -> None:
    """What can be read of it is, and else its status says enough."""
    body = json.dumps(google(429, "RESOURCE_EXHAUSTED", "Please retry in 7s.")).encode()
    packed = gzip.compress(body) if packing == "gzip" else b"\x8b\x02\x80"
    error = await failing(RelayBusy, shelf, sending(packed, packing, status=429))
    assert error.retry_after == (7.0 if packing == "gzip" else None)


@pytest.mark.parametrize("packing", [None, "identity", "identity, gzip", "gzip,identity"])
async def test_the_bytes_say_that_something_is_packed(shelf: Shelf, packing: str | None) -> None:
    """Some gateways pack and do not say so; others pack one piece after the other."""
    half = len(BODY) // 2
    for body in (gzip.compress(BODY), gzip.compress(BODY[:half]) + gzip.compress(BODY[half:])):

        async def handle(_: web.Request, body: bytes = body) -> web.StreamResponse:
            headers = {"Content-Encoding": packing} if packing else {}
            return web.Response(body=body, headers=headers)

        found = await asked(shelf, handle)
        assert [bool(part.picture) for part in found.parts] == [True]


def half_of(body: bytes) -> bytes:
    """Return what unpacks to this, and has no end."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    return packer.compress(body) + packer.flush(zlib.Z_SYNC_FLUSH)


async def test_what_is_packed_is_seen_to_end(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Half a packed body has a right Content-Length: a stream of it broke off, however it looks."""
    event = f"data: {json.dumps(reply({'text': 'One '}, finish=None))}\n\n".encode()
    found = await asked(shelf, sending(half_of(event), "gzip"), on_text=lambda _: None)
    assert (found.parts[0].text, found.cut) == ("One ", CutShort.BROKEN_OFF)
    assert "what it was packed in did not end" in caplog.text


@pytest.mark.parametrize("length", [0, 1, 9, 99])
async def test_half_of_what_is_packed_is_no_answer(shelf: Shelf, length: int) -> None:
    """The connection broke, as far as anybody can tell, and may have cost a picture."""
    half = gzip.compress(BODY)[: 18 + length]
    error = await failing(ConnectionBroke, shelf, sending(half, "gzip"))
    assert error.billing is Billing.POSSIBLE


async def test_a_packed_error_that_does_not_end_is_one(shelf: Shelf) -> None:
    """Its status counts, and what came of its words."""
    body = json.dumps(google(429, "RESOURCE_EXHAUSTED", "Please retry in 7s.")).encode()
    error = await failing(RelayBusy, shelf, sending(half_of(body), "gzip", status=429))
    assert error.retry_after == 7.0


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br"])
async def test_nothing_at_all_is_not_packed(shelf: Shelf, packing: str) -> None:
    """An empty body is an empty answer, whatever it is said to be packed in."""
    error = await failing(ReplyUnreadable, shelf, sending(b"", packing))
    assert "no document" in error.detail
