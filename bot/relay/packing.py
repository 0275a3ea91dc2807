"""The body of an answer as it was before a relay packed it, though it was asked not to.

Some gateways pack whatever they pass on; others say that they do, and don't.
"""

import zlib
from collections.abc import AsyncIterator, Sequence

import aiohttp

from bot.domain.errors import ConnectionBroke, ReplyUnreadable
from bot.relay.transfer import BATCH, pieces

_DEFLATE = "deflate"
_CLOSED = frozenset({"br", "zstd", "compress", "x-compress"})
"""What Python has nothing to open with."""

# What begins JSON and events.
_ANSWERS = (b"{", b"[", b":", b" ", b"\n", b"\xef\xbb\xbf", b"data:", b"event:", b"id:", b"retry:")
_GZIP_MAGIC, _ZLIB_MAGIC = b"\x1f\x8b", b"x"


async def unpacked(
    response: aiohttp.ClientResponse, plain: tuple[bytes, ...] = _ANSWERS
) -> AsyncIterator[bytes]:
    """Yield the body in pieces of BATCH bytes at most; the session must leave it as it came.

    What swells is so capped while it does. `plain` are the first bytes of what is not packed,
    whatever its head says. Raise ReplyUnreadable for what is packed in a way that can't be opened,
    or is broken, and ConnectionBroke once all is yielded of what did not end: aiohttp takes half a
    packed body for a whole one where its Content-Length is right.
    """
    named = response.headers.get("Content-Encoding", "").lower().replace(" ", "").split(",")
    packed = pieces(response, BATCH)
    first = await anext(packed, b"")
    window = _window(named, first, plain)
    inflate = None if window is None else zlib.decompressobj(window)
    piece: bytes | None = first
    while piece:
        if window is None or inflate is None:
            yield piece
        else:
            if inflate.eof and piece.startswith(_GZIP_MAGIC):
                inflate = zlib.decompressobj(window)
            try:
                while piece and (opened := inflate.decompress(piece, BATCH)):
                    yield opened
                    piece = inflate.unconsumed_tail
                    if inflate.eof and inflate.unused_data.startswith(_GZIP_MAGIC):
                        # Who packs piece by piece writes one file after the other.
                        piece, inflate = inflate.unused_data, zlib.decompressobj(window)
            except zlib.error:
                raise ReplyUnreadable("what it was packed in is broken") from None
        piece = await anext(packed, None)
    if inflate is not None and not inflate.eof:
        raise ConnectionBroke("what it was packed in did not end")


def _window(named: Sequence[str], first: bytes, plain: tuple[bytes, ...]) -> int | None:
    """Return as what zlib opens a body that begins like this; None for one that is plain."""
    if first.startswith(_GZIP_MAGIC):
        # Named or not: nothing else begins like it.
        return zlib.MAX_WBITS | 16
    if not first or first.startswith(plain):
        return None
    if _DEFLATE in named:
        # With a head, as HTTP has it, or without, as many do.
        has_head = first.startswith(_ZLIB_MAGIC)
        return zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS
    closed = next((name for name in named if name in _CLOSED), None)
    if closed:
        raise ReplyUnreadable(f"packed as {closed}", key="error-reply-packed", packing=closed)
    return None
