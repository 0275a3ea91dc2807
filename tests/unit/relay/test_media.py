"""The guarded fetch, against real servers on loopback that the operator is said to have named."""

import asyncio
import contextlib
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.domain.blob import BlobRef
from bot.domain.errors import UnusablePicture
from bot.relay.media import MediaFetcher

BODY = bytes(range(256)) * 400


class MemorySpool:
    def __init__(self) -> None:
        self.data = bytearray()
        self.ended = ""

    def write(self, data: bytes) -> None:
        assert not self.ended
        self.data += data

    async def drain(self) -> None:
        await asyncio.sleep(0)

    async def commit(self) -> BlobRef:
        self.ended = "committed"
        return BlobRef("b3-test", len(self.data))

    async def discard(self) -> None:
        self.ended = "discarded"


@asynccontextmanager
async def serving(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]):
    """Serve every path with a handler; yield the origin."""
    app = web.Application()
    app.router.add_get("/{path:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def raw_serving(answer: bytes) -> AsyncIterator[str]:
    """Serve bytes as they are, then hang up; yield the origin."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


async def failure(
    origin: str, spool: MemorySpool, *, max_bytes: int, seconds: float = 10
) -> UnusablePicture:
    """Return why a fetch from an origin failed."""
    async with MediaFetcher(
        private_origins=frozenset({origin}), timeout=aiohttp.ClientTimeout(total=seconds)
    ) as fetcher:
        with pytest.raises(UnusablePicture) as caught:
            await fetcher.fetch(f"{origin}/a.png?hm=signed-secret", spool, max_bytes=max_bytes)
    return caught.value


async def test_a_body_within_the_cap_arrives_whole():
    """What is fetched is in the spool, byte for byte, and left to the caller to commit."""

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=BODY)

    spool = MemorySpool()
    async with (
        serving(handler) as origin,
        MediaFetcher(private_origins=frozenset({origin})) as fetcher,
    ):
        size = await fetcher.fetch(f"{origin}/a.png", spool, max_bytes=len(BODY))
    assert (size, bytes(spool.data), spool.ended) == (len(BODY), BODY, "")


async def test_no_more_is_taken_than_is_enough():
    """A look at the beginning takes that alone, of whatever length the whole is."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": str(len(BODY) * 1000)})
        await response.prepare(request)
        await response.write(BODY)
        return response

    spool = MemorySpool()
    async with (
        serving(handler) as origin,
        MediaFetcher(private_origins=frozenset({origin})) as fetcher,
    ):
        size = await fetcher.fetch(f"{origin}/a.png", spool, max_bytes=len(BODY), enough=9)
    assert size >= 9
    assert bytes(spool.data) == BODY[:size]


async def test_the_query_of_a_signed_url_reaches_the_server_unchanged():
    """Discord signs attachments in the query, which must not be rewritten."""
    seen = []

    async def handler(request: web.Request) -> web.Response:
        seen.append(request.raw_path)
        return web.Response(body=b"x")

    async with (
        serving(handler) as origin,
        MediaFetcher(private_origins=frozenset({origin})) as fetcher,
    ):
        await fetcher.fetch(
            f"{origin}/1/%E5%9B%BE.png?ex=6a&is=6b&hm=0f", MemorySpool(), max_bytes=9
        )
    assert seen == ["/1/%E5%9B%BE.png?ex=6a&is=6b&hm=0f"]


async def test_a_declared_length_over_the_cap_is_refused_unread():
    """Nothing of a body is taken whose Content-Length is too large already."""

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=BODY)

    spool = MemorySpool()
    async with serving(handler) as origin:
        error = await failure(origin, spool, max_bytes=len(BODY) - 1)
    assert error.message_key == "error-picture-too-large"
    assert (spool.data, spool.ended) == (b"", "discarded")


async def test_the_limit_is_told_in_megabytes():
    """The sentence for members has the cap in MB."""

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=bytes(2**20 + 1))

    async with serving(handler) as origin:
        error = await failure(origin, MemorySpool(), max_bytes=2**20)
    assert error.values == {"limit": 1}


async def test_a_body_without_a_length_is_cut_off_at_the_cap():
    """A chunked body that outgrows the cap ends there, and never exceeds it in the spool."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            for _ in range(1000):
                await response.write(BODY)
        return response

    spool = MemorySpool()
    async with serving(handler) as origin:
        error = await failure(origin, spool, max_bytes=len(BODY) * 3)
    assert error.message_key == "error-picture-too-large"
    assert len(spool.data) <= len(BODY) * 3
    assert spool.ended == "discarded"


async def test_bytes_beyond_a_lying_length_are_not_taken():
    """A server that declares less than it sends is read that far at most, or refused."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + BODY
    spool = MemorySpool()
    async with (
        raw_serving(answer) as origin,
        MediaFetcher(private_origins=frozenset({origin})) as fetcher,
    ):
        with contextlib.suppress(UnusablePicture):
            await fetcher.fetch(f"{origin}/a.png", spool, max_bytes=10)
    assert bytes(spool.data) in {b"", BODY[:5]}


async def test_a_body_cut_in_the_middle_is_discarded():
    """A connection that ends before the declared length leaves nothing behind."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 500000\r\n\r\n" + BODY
    spool = MemorySpool()
    async with raw_serving(answer) as origin:
        error = await failure(origin, spool, max_bytes=2**20)
    assert error.message_key == "error-attachment-unreachable"
    assert spool.ended == "discarded"


async def test_a_trickle_runs_into_the_time_limit():
    """A server that sends a byte now and then can't hold the fetch for ever."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "500"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            for _ in range(500):
                await response.write(b"x")
                await asyncio.sleep(0.02)
        return response

    spool = MemorySpool()
    async with serving(handler) as origin:
        error = await failure(origin, spool, max_bytes=2**20, seconds=0.3)
    assert error.message_key == "error-attachment-unreachable"
    assert spool.ended == "discarded"


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_an_error_page_is_no_picture(status: int):
    """The body of a failure is not taken for the attachment."""

    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=status, body=BODY)

    spool = MemorySpool()
    async with serving(handler) as origin:
        error = await failure(origin, spool, max_bytes=2**20)
    assert error.message_key == "error-attachment-unreachable"
    assert (spool.data, spool.ended) == (b"", "discarded")


async def test_a_cancelled_fetch_discards_its_spool():
    """Somebody who stops waiting leaves no half file."""
    arrived = asyncio.Event()

    async def handler(request: web.Request) -> web.Response:
        arrived.set()
        await asyncio.sleep(30)
        return web.Response()

    spool = MemorySpool()
    async with (
        serving(handler) as origin,
        MediaFetcher(private_origins=frozenset({origin})) as fetcher,
    ):
        task = asyncio.create_task(fetcher.fetch(f"{origin}/a.png", spool, max_bytes=9))
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert spool.ended == "discarded"


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 2000


@pytest.mark.parametrize(
    ("body", "packing"),
    [
        (gzip.compress(PICTURE), "gzip"),
        (zlib.compress(PICTURE), "deflate"),
        (PICTURE, "gzip"),
        (PICTURE, "br"),
    ],
)
async def test_what_a_host_packs_is_opened(body: bytes, packing: str):
    """Though it was asked not to: what was painted there is paid for."""

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=body, headers={"Content-Encoding": packing})

    spool = MemorySpool()
    async with (
        serving(handler) as origin,
        MediaFetcher(private_origins=frozenset({origin})) as fetcher,
    ):
        size = await fetcher.fetch(f"{origin}/a.png", spool, max_bytes=len(PICTURE))
    assert (size, bytes(spool.data)) == (len(PICTURE), PICTURE)


@pytest.mark.parametrize(
    ("body", "packing", "key"),
    [
        (gzip.compress(PICTURE)[:-20], "gzip", "error-attachment-unreachable"),
        (gzip.compress(PICTURE)[:20] + b"\xff" * 99, "gzip", "error-attachment-unreachable"),
        (b"\x8b\x02\x80", "br", "error-attachment-unreachable"),
        (gzip.compress(bytes(2**22)), "gzip", "error-picture-too-large"),
    ],
)
async def test_half_of_what_a_host_packs_is_no_picture(body: bytes, packing: str, key: str):
    """It has to end, and is capped as it comes out: its Content-Length says nothing."""

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=body, headers={"Content-Encoding": packing})

    spool = MemorySpool()
    async with serving(handler) as origin:
        error = await failure(origin, spool, max_bytes=2**20)
    assert (error.message_key, spool.ended) == (key, "discarded")
