import asyncio
import json
import socket
import struct
from dataclasses import replace

import pytest
from aiohttp import web

from bot.domain.errors import (
    Billing,
    ConnectionBroke,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
)
from tests.unit.relay.exchange import (
    answering,
    asked,
    client,
    failing,
    reply,
)
from tests.unit.relay.support import (
    IMAGE_MODEL,
    Shelf,
    ask,
    serving,
    speaking,
)


async def test_no_connection_is_unreachable(shelf: Shelf) -> None:
    """A closed port means that nothing was sent."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        async with client(shelf, f"http://127.0.0.1:{closed.getsockname()[1]}") as relay:
            with pytest.raises(RelayUnreachable) as caught:
                await relay.generate(ask())
    assert caught.value.__context__ is None


async def test_an_address_that_is_none_is_unreachable(shelf: Shelf) -> None:
    """A base that is no address is an operator's mistake, not a crash."""
    async with client(shelf, "nonsense") as relay:
        with pytest.raises(RelayUnreachable):
            await relay.generate(ask())


async def test_tls_to_a_plain_server_is_unreachable(shelf: Shelf) -> None:
    """A connection without a handshake means that nothing was sent."""
    async with serving(answering()) as url, client(shelf, f"https{url[4:]}") as relay:
        with pytest.raises(RelayUnreachable):
            await relay.generate(ask())


async def test_a_handshake_that_hangs_is_unreachable(shelf: Shelf) -> None:
    """Who does not finish connecting in time was never asked."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        async with client(shelf, url, connect_timeout=0.1) as relay:
            with pytest.raises(RelayUnreachable):
                await relay.generate(ask())


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"])
async def test_a_silent_relay_is_a_timeout(shelf: Shelf, sent: bytes) -> None:
    """No byte for as long as the model's profile allows ends the wait."""

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        await reader.read()

    async with speaking(hang) as url, client(shelf, url, connect_timeout=0.1) as relay:
        with pytest.raises(RelayTimeout) as caught:
            await relay.generate(ask(model=replace(IMAGE_MODEL, timeout=0.2)))
    assert caught.value.__context__ is None
    assert shelf.all_ended


@pytest.mark.parametrize(("size", "answers"), [("4K", True), ("1K", False), (None, False)])
async def test_a_size_has_its_own_time(shelf: Shelf, size: str | None, *, answers: bool) -> None:
    """What takes longer than the model's time-out comes where its size is given more."""

    async def handle(_: web.Request) -> web.Response:
        await asyncio.sleep(0.5)
        return web.json_response(reply({"text": "slow"}))

    model = replace(IMAGE_MODEL, timeout=0.1, timeouts={"4K": 5.0})
    request = replace(ask(model=model), size=size)
    if answers:
        await asked(shelf, handle, request, connect_timeout=0.1)
    else:
        await failing(RelayTimeout, shelf, handle, request, connect_timeout=0.1)


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"])
@pytest.mark.parametrize("reset", [True, False])
async def test_a_connection_that_breaks_is_told_as_that(
    shelf: Shelf, sent: bytes, *, reset: bool
) -> None:
    """A request that may have been taken is never said to be free."""

    async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        await writer.drain()
        if reset:
            connection = writer.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    async with speaking(drop) as url, client(shelf, url) as relay:
        with pytest.raises(ConnectionBroke) as caught:
            await relay.generate(ask())
    assert caught.value.billing is Billing.POSSIBLE
    assert caught.value.__context__ is None
    assert shelf.all_ended


async def test_no_http_is_unreadable(shelf: Shelf) -> None:
    """A server that speaks something else has answered, but nothing that can be read."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        await writer.drain()

    async with speaking(speak) as url, client(shelf, url) as relay:
        with pytest.raises(ReplyUnreadable):
            await relay.generate(ask())


async def test_every_byte_counts_as_life(shelf: Shelf) -> None:
    """An answer may take longer than the time-out as long as it goes on."""

    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        body = json.dumps(reply({"text": "slow"})).encode()
        for start in range(0, len(body), 20):
            await response.write(body[start : start + 20])
            await asyncio.sleep(0.1)
        return response

    model = replace(IMAGE_MODEL, timeout=0.4)
    found = await asked(shelf, handle, ask(model=model), connect_timeout=0.1)
    assert [part.text for part in found.parts] == ["slow"]
