"""The body of an answer as it was before a relay packed it, though it was asked not to.

Some gateways pack whatever they pass on; others say that they do, and don't.
"""

import zlib
from collections.abc import AsyncIterator, Iterator, Sequence

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
    piece = await anext(packed, b"")
    window = _window(named, piece, plain)
    unpacker = None if window is None else Unpacker(window)
    while piece:
        for opened in unpacker.opened(piece) if unpacker else (piece,):
            yield opened
        piece = await anext(packed, b"")
    if unpacker and unpacker.is_inside:
        raise ConnectionBroke("what it was packed in did not end")


class Unpacker:
    """Open what is packed as zlib calls this `window`, in pieces that are cut anywhere.

    `is_inside`: what is packed has not come to its end.
    """

    def __init__(self, window: int) -> None:
        self.is_inside = True
        self._window = window
        self._inflate = zlib.decompressobj(window)

    def opened(self, piece: bytes) -> Iterator[bytes]:
        """Yield what is in the next piece, BATCH bytes at a time; raise ReplyUnreadable."""
        # Who packs piece by piece writes one file after the other; what else follows is nothing.
        while piece and (self.is_inside or _GZIP_MAGIC.startswith(piece[:2])):
            if not self.is_inside:
                self._inflate = zlib.decompressobj(self._window)
            try:
                opened = self._inflate.decompress(piece, BATCH)
            except zlib.error:
                raise ReplyUnreadable("what it was packed in is broken") from None
            if opened:
                yield opened
            self.is_inside = not self._inflate.eof
            inflate = self._inflate
            piece = inflate.unconsumed_tail if self.is_inside else inflate.unused_data


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
