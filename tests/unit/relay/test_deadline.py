"""How long an exchange may take, by a clock that tests move: none of them waits for it."""

import asyncio
import contextlib
import json
from dataclasses import replace

import pytest
from aiohttp import web

from bot.domain.attempts import Attempts
from bot.domain.content import Part
from bot.domain.errors import Billing, RelayError, RelayTimeout
from bot.domain.picture import Picture
from bot.domain.request import CutShort, Reply
from bot.relay.deadline import deadline
from tests.unit.relay.exchange import Handler, client, reply
from tests.unit.relay.support import IMAGE_MODEL, Asking, Shelf, ask, serving, speaking

MODEL = replace(IMAGE_MODEL, timeout=300.0)


class Hours:
    """Let the time of the event loop jump."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        loop = asyncio.get_running_loop()
        real = loop.time
        self.passed = 0.0
        monkeypatch.setattr(loop, "time", lambda: real() + self.passed)

    async def pass_(self, seconds: float) -> None:
        """Let so many seconds go by, and everybody act on it who waited for that."""
        self.passed += seconds
        for _ in range(3):
            await asyncio.sleep(0)


@pytest.fixture
async def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    """Return the time of this test's event loop."""
    return Hours(monkeypatch)


def trickling(hours: Hours, head: bytes, drip: bytes, *, every: float, times: int) -> Handler:
    """Answer with a 200 that begins, and then goes on drop by drop; it never ends by itself."""

    async def handle(request: web.Request) -> web.StreamResponse:
        await request.read()
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            await response.write(head)
            for _ in range(times):
                await response.write(drip)
                await hours.pass_(every)
            await asyncio.Event().wait()
        return response

    return handle


async def outcome(
    shelf: Shelf, handler: Handler, request: Asking, *, streams: bool = False
) -> Reply | RelayError:
    """Ask, and return the reply or what it failed with."""
    if streams:
        request = request._replace(options=replace(request.options, on_text=lambda _: None))
    async with serving(handler) as url, client(shelf, url) as relay:
        try:
            return await relay.generate(*request)
        except RelayError as error:
            return error


SAID = f"data: {json.dumps(reply({'text': 'One '}, finish=None))}\n\n".encode()
HINT = b'data: {"usageMetadata": {"promptTokenCount": 1}}\n\n'


@pytest.mark.parametrize(
    "drip",
    [b": PING\n\n", b"\n", b"\r\n", b" ", b"event: ping\n\n", b"id: 1\nretry: 5\n", b"data:\n\n"],
)
@pytest.mark.parametrize("streams", [True, False])
async def test_a_relay_that_only_breathes_is_given_up(
    shelf: Shelf, hours: Hours, drip: bytes, *, streams: bool
) -> None:
    """Ten minutes of comments, empty lines or blanks: given up after the model's time-out."""
    handler = trickling(hours, b"", drip, every=10.0, times=60)
    error = await outcome(shelf, handler, ask(model=MODEL), streams=streams)
    assert isinstance(error, RelayTimeout)
    assert error.billing is Billing.POSSIBLE
    assert 300 <= hours.passed <= 340


async def test_white_space_inside_json_is_no_life(shelf: Shelf, hours: Hours) -> None:
    """A heartbeat of blanks after a document has begun is none either."""
    handler = trickling(hours, b'{"candidates": [', b" \n", every=10.0, times=60)
    assert isinstance(await outcome(shelf, handler, ask(model=MODEL)), RelayTimeout)
    assert 300 <= hours.passed <= 340


async def test_the_head_of_an_answer_is_no_life(shelf: Shelf, hours: Hours) -> None:
    """A relay that answers 200 at once may not take longer for it to begin."""

    async def handle(request: web.Request) -> web.StreamResponse:
        await request.read()
        await hours.pass_(200.0)
        response = web.StreamResponse()
        await response.prepare(request)
        await hours.pass_(200.0)
        await asyncio.Event().wait()
        return response

    assert isinstance(await outcome(shelf, handle, ask(model=MODEL)), RelayTimeout)


@pytest.mark.parametrize(("total", "limit"), [(None, 600.0), (400.0, 400.0)])
async def test_an_answer_without_end_is_given_up(
    shelf: Shelf, hours: Hours, total: float | None, limit: float
) -> None:
    """However alive it is, there is a limit to all of it: twice the time-out, or what is set."""
    handler = trickling(hours, b"", HINT, every=50.0, times=60)
    error = await outcome(shelf, handler, ask(model=replace(MODEL, total=total)))
    assert isinstance(error, RelayTimeout)
    assert limit <= hours.passed <= limit + 150


async def test_a_size_has_its_own_limit(shelf: Shelf, hours: Hours) -> None:
    """What a large picture may take in all is set apart."""
    handler = trickling(hours, b"", HINT, every=50.0, times=60)
    model = replace(MODEL, total=400.0, totals={"4K": 1000.0})
    await outcome(shelf, handler, ask(model=model, size="4K"))
    assert 1000 <= hours.passed <= 1150


async def test_what_came_before_it_was_given_up_is_kept(shelf: Shelf, hours: Hours) -> None:
    """A stream that falls silent after words is an answer that broke off."""
    handler = trickling(hours, SAID, b": PING\n\n", every=10.0, times=60)
    found = await outcome(shelf, handler, ask(model=MODEL), streams=True)
    assert isinstance(found, Reply)
    assert (found.parts[0].text, found.cut) == ("One ", CutShort.BROKEN_OFF)


ENDED = json.dumps(reply({"text": "One "}))


@pytest.mark.parametrize(
    "head",
    [
        ENDED,
        f"[{ENDED}]",
        f": PING\n\n{ENDED}",
        json.dumps({"response": reply({"text": "One "})}),
        f"data: {ENDED}\n\n",
        f"{SAID.decode()}data: [DONE]\n\n",
    ],
)
async def test_who_leaves_the_connection_open_is_not_waited_for(
    shelf: Shelf, hours: Hours, head: str
) -> None:
    """Once an answer is whole, its end may take half a minute, and not the model's time-out."""
    handler = trickling(hours, head.encode(), b"\n", every=10.0, times=60)
    found = await outcome(shelf, handler, ask(model=MODEL))
    assert isinstance(found, Reply)
    assert found.parts[0].text == "One "
    assert 30 <= hours.passed <= 70


@pytest.mark.parametrize(
    "head", ['{"task_id": 1, "status": "queued"}\n', "data: [DONE]\n\n", "{}\n"]
)
async def test_what_has_no_end_is_waited_for(shelf: Shelf, hours: Hours, head: str) -> None:
    """A document that says nothing of an end may be followed by the one that does."""
    handler = trickling(hours, head.encode(), b"\n", every=10.0, times=60)
    assert isinstance(await outcome(shelf, handler, ask(model=MODEL)), RelayError)
    assert hours.passed >= 300


async def test_a_slow_upload_is_alive(shelf: Shelf, hours: Hours) -> None:
    """While the request is sent its bytes count; then the answer has all of the time-out."""
    picture = Part(picture=Picture(shelf.keep(bytes(20_000_000)), "image/png", 1, 1))

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        left = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        while left > 0:
            piece = len(await reader.read(65_536))
            left -= piece
            # By the byte: what lies between the two when the sender is done takes no longer.
            await hours.pass_(piece / 65_536)
        await hours.pass_(100.0)
        body = json.dumps(reply({"text": "ok"})).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()

    async with speaking(slow) as url, client(shelf, url) as relay:
        found = await relay.generate(*ask(picture, model=replace(MODEL, total=5000.0)))
    assert found.parts[0].text == "ok"
    assert hours.passed > 300


async def test_a_stop_outlives_a_sign_of_life(hours: Hours) -> None:
    """What arrives in the moment of the stop does not keep the exchange alive."""
    stop = Attempts().stop

    async def stopped() -> None:
        async with deadline(begin=300, total=600, stop=stop) as alive:
            stop.set()
            alive(300)
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        await stopped()
    assert hours.passed == 0
