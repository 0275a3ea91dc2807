"""The body of an answer as it comes over HTTP."""

from collections.abc import AsyncIterator

import aiohttp

BATCH = 256 * 1024
"""Bytes that are looked at in one go."""


async def pieces(response: aiohttp.ClientResponse, size: int) -> AsyncIterator[bytes]:
    """Yield the body in pieces of `size` bytes at most; raise a ClientError where it breaks off."""
    chunks = response.content.iter_chunked(size)
    while True:
        try:
            piece = await anext(chunks, b"")
        except RuntimeError:
            # aiohttp hangs up on who breaks the rules of HTTP, and is then surprised to find that.
            raise aiohttp.ClientPayloadError("the transfer is not as HTTP has it") from None
        if not piece:
            return
        yield piece
