import asyncio
import json
import socket
import struct
from dataclasses import replace

import pytest
from aiohttp import web

from bot.domain.attempts import Attempts
from bot.domain.errors import (
    Billing,
    ConnectionBroke,
    ModelUnavailable,
    RelayBusy,
    RelayError,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
    WrongAddress,
)
from bot.domain.request import CutShort
from tests.unit.relay.exchange import (
    PICTURE,
    answering,
    asked,
    client,
    failing,
    reply,
)
from tests.unit.relay.support import (
    IMAGE_MODEL,
    MemorySpool,
    Shelf,
    ask,
    google,
    new_api,
    serving,
    speaking,
)


async def test_no_connection_is_unreachable(shelf: Shelf) -> None:
    """A closed port means that nothing was sent."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        async with client(shelf, f"http://127.0.0.1:{closed.getsockname()[1]}") as relay:
            with pytest.raises(RelayUnreachable) as caught:
                await relay.generate(*ask())
    assert caught.value.__context__ is None


async def test_an_address_that_is_none_is_unreachable(shelf: Shelf) -> None:
    """A base that is no address is an operator's mistake, not a crash."""
    async with client(shelf, "nonsense") as relay:
        with pytest.raises(RelayUnreachable):
            await relay.generate(*ask())


async def test_tls_to_a_plain_server_is_unreachable(shelf: Shelf) -> None:
    """A connection without a handshake means that nothing was sent."""
    async with serving(answering()) as url, client(shelf, f"https{url[4:]}") as relay:
        with pytest.raises(RelayUnreachable):
            await relay.generate(*ask())


async def test_a_handshake_that_hangs_is_unreachable(shelf: Shelf) -> None:
    """Who does not finish connecting in time was never asked."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        async with client(shelf, url, connect_timeout=0.1) as relay:
            with pytest.raises(RelayUnreachable):
                await relay.generate(*ask())


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"])
async def test_a_silent_relay_is_a_timeout(shelf: Shelf, sent: bytes) -> None:
    """No byte for as long as the model's profile allows ends the wait."""

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        await reader.read()

    async with speaking(hang) as url, client(shelf, url, connect_timeout=0.1) as relay:
        with pytest.raises(RelayTimeout) as caught:
            await relay.generate(*ask(model=replace(IMAGE_MODEL, timeout=0.2)))
    assert caught.value.__context__ is None
    assert shelf.all_ended


@pytest.mark.parametrize(("size", "answers"), [("4K", True), ("1K", False), (None, False)])
async def test_a_size_has_its_own_time(shelf: Shelf, size: str | None, *, answers: bool) -> None:
    """What takes longer than the model's time-out comes where its size is given more."""

    async def handle(_: web.Request) -> web.Response:
        await asyncio.sleep(0.5)
        return web.json_response(reply({"text": "slow"}))

    model = replace(IMAGE_MODEL, timeout=0.1, timeouts={"4K": 5.0})
    request = ask(model=model, size=size)
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
            await relay.generate(*ask())
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
            await relay.generate(*ask())


async def test_a_connection_is_used_once(shelf: Shelf) -> None:
    """A relay that says keep-alive after a stream, and takes nothing more there, is asked anew."""
    event = json.dumps(reply({"text": "ok"}))

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        assert b"connection: close" in head.lower()
        body = f"data: {event}\n\n".encode()
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: keep-alive\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        )
        await writer.drain()
        if await reader.read(1):
            writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
            await writer.drain()

    async with speaking(speak) as url, client(shelf, url) as relay:
        for _ in range(60):
            found = await relay.generate(*ask(on_text=lambda _: None))
            assert found.parts[0].text == "ok"
            await relay.generate(*ask())


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_a_relay_without_streaming_is_asked_without(shelf: Shelf, status: int) -> None:
    """Once it is known, `generateContent` is what it gets; its answer is told in one piece."""
    paths: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        paths.append(request.raw_path.rpartition(":")[2])
        if "stream" in paths[-1]:
            return web.Response(status=status, text="<html>no such page</html>")
        return web.json_response(reply({"text": "all"}))

    told: list[str] = []
    attempts = Attempts()
    async with serving(handle) as url, client(shelf, url) as relay:
        for _ in range(2):
            await relay.generate(*ask(on_text=told.append, attempts=attempts))
    assert paths == ["streamGenerateContent?alt=sse", "generateContent", "generateContent"]
    assert told == ["all", "all"]
    assert attempts.sent == 1


@pytest.mark.parametrize(
    ("body", "error", "requests"),
    [
        (
            google(404, "NOT_FOUND", "models/x is not found for API version v1beta"),
            ModelUnavailable,
            1,
        ),
        (
            new_api("Invalid URL (POST /v1/v1beta/models/x)", "", "invalid_request_error"),
            WrongAddress,
            2,
        ),
    ],
)
async def test_a_model_that_is_not_there_says_nothing_of_streaming(
    shelf: Shelf, body: object, error: type[RelayError], requests: int
) -> None:
    """A relay that lacks the model, or everything, is asked to stream the next time again."""
    paths: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        paths.append(request.raw_path.rpartition(":")[2])
        return web.json_response(body, status=404)

    async with serving(handle) as url, client(shelf, url) as relay:
        for _ in range(2):
            with pytest.raises(error):
                await relay.generate(*ask(on_text=print))
    assert paths == 2 * ["streamGenerateContent?alt=sse", "generateContent"][:requests]


async def test_an_error_behind_a_200_is_not_asked_without_streaming(shelf: Shelf) -> None:
    """The relay took the request: it may have been billed, and is not sent again."""
    sent: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        sent.append(request.path)
        return web.Response(text='data: {"error": {"code": 404, "message": "no"}}\n\n')

    error = await failing(ModelUnavailable, shelf, handle, on_text=print)
    assert error.billing is Billing.POSSIBLE
    assert len(sent) == 1


async def test_a_whole_answer_that_does_not_end_well_is_used(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Whole JSON, and a stream with its reason, are good without the end of their transfer."""
    body = json.dumps(reply({"text": "ok"}))
    for sent in (body, f"data: {body}\n\n"):

        async def speak(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sent: str = sent
        ) -> None:
            await reader.readuntil(b"\r\n\r\n")
            chunk = b"%x\r\n%s\r\n" % (len(sent), sent.encode())
            writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
            await writer.drain()

        async with speaking(speak) as url, client(shelf, url) as relay:
            found = await relay.generate(*ask())
        assert (found.parts[0].text, found.cut) == ("ok", None)
    assert caplog.text.count("did not end well") == 2


@pytest.mark.parametrize("head", ["", "data: ", "["])
@pytest.mark.parametrize("missing", [3, 40, 5000])
async def test_a_picture_is_used_though_what_follows_it_breaks_off(
    shelf: Shelf, head: str, missing: int
) -> None:
    """The signature behind a picture is longer than the picture, and no reason to lose that."""
    body = head + json.dumps(reply(PICTURE))

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        start = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
        writer.write(start + body[:-missing].encode())
        await writer.drain()

    async with speaking(speak) as url, client(shelf, url) as relay:
        found = await relay.generate(*ask())
    assert [(bool(part.picture), bool(part.memory.token)) for part in found.parts] == [
        (True, missing < 5000)
    ]
    assert found.cut is (None if missing == 3 else CutShort.BROKEN_OFF)
    assert shelf.all_ended


async def test_the_status_of_a_refusal_counts_though_its_body_breaks_off(shelf: Shelf) -> None:
    """Who says 429 has refused, whatever becomes of the rest."""

    async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 429 No\r\nRetry-After: 7\r\nContent-Length: 99\r\n\r\n{")
        await writer.drain()

    async with speaking(drop) as url, client(shelf, url) as relay:
        with pytest.raises(RelayBusy) as caught:
            await relay.generate(*ask())
    assert (caught.value.retry_after, caught.value.billing) == (7.0, Billing.NONE)


async def test_content_counts_as_life(shelf: Shelf) -> None:
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


@pytest.mark.parametrize("missing", [0, 3, len(PICTURE["thoughtSignature"])])
async def test_a_transfer_that_breaks_the_rules_broke_off(shelf: Shelf, missing: int) -> None:
    """What came before the mistake is used, also where it is found before that is read."""
    body = json.dumps(reply(PICTURE)).encode()
    body = body[: len(body) - missing]
    begun, hung_up = asyncio.Event(), asyncio.Event()

    class Slow(MemorySpool):
        async def drain(self) -> None:
            if len(self.data) > 20:
                await hung_up.wait()

    def open_spool() -> MemorySpool:
        begun.set()
        shelf.spools.append(Slow(shelf))
        return shelf.spools[-1]

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        start = body.index(b'"data": "') + 20
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        writer.write(b"%x\r\n%s\r\n" % (start, body[:start]))
        await begun.wait()
        writer.write(b"%x\r\n%s\r\nno size\r\n" % (len(body) - start, body[start:]))
        await reader.read()
        hung_up.set()

    async with speaking(speak) as url, client(shelf, url, open_spool=open_spool) as relay:
        found = await relay.generate(*ask())
    assert [bool(part.picture) for part in found.parts] == [True]


async def test_a_field_of_a_head_may_be_long(shelf: Shelf) -> None:
    """Gateways write tens of kilobytes there; the answer behind them is paid for."""
    found = await asked(shelf, answering(headers={"X-Trace": "a" * 60_000}))
    assert [bool(part.picture) for part in found.parts] == [True]
