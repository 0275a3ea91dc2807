"""Answers that a relay packed, though it was asked not to."""

import gzip
import json
import zlib

import pytest
from aiohttp import web

from bot.domain.errors import Billing, RelayBusy, ReplyUnreadable
from bot.relay.large_fields import Caps
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
