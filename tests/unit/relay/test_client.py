import asyncio
import base64
import contextlib
import json
import logging
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bot.domain.attempts import Attempts
from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.errors import (
    Billing,
    ConnectionBroke,
    Gone,
    KeyRejected,
    Refused,
    RelayBusy,
    ReplyUnreadable,
    RequestTooLarge,
    Stopped,
    WrongAddress,
)
from bot.domain.picture import Picture
from bot.domain.request import CutShort
from bot.relay.connection import AuthStyle
from bot.relay.large_fields import Caps
from tests.unit.domain.builders import TALKER, turn
from tests.unit.relay.exchange import (
    DATA,
    KEY,
    PICTURE,
    answering,
    asked,
    client,
    failing,
    reply,
)
from tests.unit.relay.support import (
    IMAGE_MODEL,
    PNG,
    MemorySpool,
    Shelf,
    ask,
    serving,
)


async def test_a_picture_arrives_as_a_stored_blob(shelf: Shelf) -> None:
    """The reply names the picture by its real type, and the signature by its text."""
    found = await asked(shelf, answering(reply({"text": "A fox"}, PICTURE)))
    text, picture = found.parts
    assert text.text == "A fox"
    assert picture.picture.media_type == "image/png"
    assert shelf.path(picture.picture.blob).read_bytes() == PNG
    assert shelf.path(picture.memory.token).read_bytes() == b"A" * 9000
    assert found.response_id == "r1"
    assert shelf.all_ended


async def test_what_is_not_kept_is_discarded(shelf: Shelf) -> None:
    """A picture that was only a thought is not committed."""
    draft = {"inlineData": {"data": "iVBORw0KGgo="}, "thought": True}
    found = await asked(shelf, answering(reply(draft, {"inlineData": PICTURE["inlineData"]})))
    assert [*shelf.kept] == [part.picture.blob.key for part in found.parts]
    assert len(shelf.spools) == 2
    assert shelf.all_ended


async def test_the_request_is_sent_whole_with_its_length(shelf: Shelf) -> None:
    """The body arrives as JSON with the picture in it; the key in a header, nothing in the URL."""
    got: dict[str, Any] = {}

    async def handle(request: web.Request) -> web.Response:
        got.update(headers=request.headers, url=str(request.rel_url), body=await request.read())
        return web.json_response(reply({"text": "ok"}))

    blob = shelf.keep(PNG * 9999)
    picture = Part(picture=Picture(blob, "image/png", 1, 1))
    await asked(shelf, handle, ask(picture, Part(text="b&w")))
    assert got["url"] == "/v1beta/models/gemini-3-pro-image:generateContent"
    assert got["headers"]["Authorization"] == f"Bearer {KEY}"
    assert got["headers"]["Content-Type"] == "application/json"
    assert int(got["headers"]["Content-Length"]) == len(got["body"])
    [content] = json.loads(got["body"])["contents"]
    assert base64.b64decode(content["parts"][0]["inlineData"]["data"]) == PNG * 9999
    assert content["parts"][1] == {"text": "b&w"}


async def test_only_the_turns_within_the_budget_are_sent(shelf: Shelf) -> None:
    """The newest of them, in the body that arrives; with room for all, all arrive."""
    bodies: list[Any] = []

    async def handle(request: web.Request) -> web.Response:
        bodies.append(await request.json())
        return web.json_response(reply({"text": "ok"}))

    answers = [Part(text="x" * 1_000)] * 3
    path = TurnPath(tuple(turn(number, answer) for number, answer in enumerate(answers, 1)))
    model = replace(TALKER, timeout=5.0)
    for budget in (3_000, 2**30):
        request = ask(Part(text="more blue"), model=model, budget=budget)
        await asked(shelf, handle, request._replace(path=path))
    wishes = [
        [part["text"] for content in body["contents"][::2] for part in content["parts"]]
        for body in bodies
    ]
    assert wishes == [
        ["wish 2", "wish 3", "more blue"],
        ["wish 1", "wish 2", "wish 3", "more blue"],
    ]


@pytest.mark.parametrize("ending", ["", "/", "/v1beta", "/v1beta/", "/prefix", "/prefix/v1beta"])
async def test_the_address_is_joined_however_it_is_written(shelf: Shelf, ending: str) -> None:
    """An operator may write the base with or without its version and slash."""
    paths: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        paths.append(request.raw_path)
        return web.json_response(reply({"text": "ok"}))

    model = replace(IMAGE_MODEL, id="a/b c?d:e")
    async with serving(handle) as url, client(shelf, url + ending) as relay:
        await relay.generate(*ask(model=model))
    prefix = "/prefix" if "prefix" in ending else ""
    assert paths == [f"{prefix}/v1beta/models/a%2Fb%20c%3Fd%3Ae:generateContent"]


async def test_google_style_keys_go_into_their_own_header(shelf: Shelf) -> None:
    """A relay that wants `x-goog-api-key` gets that, and no Authorization."""
    headers: list[Any] = []

    async def handle(request: web.Request) -> web.Response:
        headers.append(request.headers)
        return web.json_response(reply({"text": "ok"}))

    await asked(shelf, handle, auth=AuthStyle.API_KEY)
    assert headers[0]["x-goog-api-key"] == KEY
    assert "Authorization" not in headers[0]


async def test_text_streams_as_it_arrives(shelf: Shelf) -> None:
    """Each piece is told while the stream goes on; the reply joins them."""
    told: list[str] = []
    go_on = asyncio.Event()

    async def handle(request: web.Request) -> web.StreamResponse:
        assert request.raw_path.endswith(":streamGenerateContent?alt=sse")
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        event = json.dumps(reply({"text": "One "}, finish=None))
        await response.write(f"data: {event}\r\n\r\n".encode())
        await go_on.wait()
        await response.write(f"data: {json.dumps(reply({'text': 'two'}))}\r\n\r\n".encode())
        return response

    def on_text(text: str) -> None:
        told.append(text)
        go_on.set()

    found = await asked(shelf, handle, on_text=on_text)
    assert told == ["One ", "two"]
    assert [part.text for part in found.parts] == ["One two"]


@pytest.mark.parametrize("said", [True, False])
async def test_an_answer_is_stopped(shelf: Shelf, *, said: bool) -> None:
    """What came by then is the answer; where nothing came, it may have been billed."""
    attempts = Attempts()

    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        event = json.dumps(reply({"text": "One "}, finish=None))
        await response.write(f"data: {event}\n\n".encode() if said else b": PING\n\n")
        if not said:
            attempts.stop.set()
        await asyncio.Event().wait()
        return response

    def on_text(_: str) -> None:
        attempts.stop.set()

    if said:
        found = await asked(shelf, handle, on_text=on_text, attempts=attempts)
        assert (found.parts[0].text, found.cut) == ("One ", CutShort.STOPPED)
    else:
        error = await failing(Stopped, shelf, handle, on_text=on_text, attempts=attempts)
        assert error.billing is Billing.POSSIBLE


async def test_a_relay_that_does_not_stream_is_understood(shelf: Shelf) -> None:
    """JSON where events were asked for is told in one piece."""
    told: list[str] = []
    await asked(shelf, answering(reply({"text": "all"})), on_text=told.append)
    assert told == ["all"]


@pytest.mark.parametrize("rest", ["", 'data: {"candidates": [{"con', "data: "])
async def test_what_came_before_a_stream_broke_off_is_kept(shelf: Shelf, rest: str) -> None:
    """A stream that ends early is an answer that says where it broke off."""
    event = f"data: {json.dumps(reply({'text': 'One '}, PICTURE, finish=None))}\n\n"

    async def handle(_: web.Request) -> web.Response:
        return web.Response(text=event + rest)

    found = await asked(shelf, handle, on_text=print)
    assert found.cut is CutShort.BROKEN_OFF
    assert [part.text for part in found.parts] == ["One ", None]
    assert shelf.all_ended


async def test_a_stream_that_broke_off_before_anything_came(shelf: Shelf) -> None:
    """Thoughts alone are no answer, but may have been billed."""
    event = json.dumps(reply({"text": "hm", "thought": True}, finish=None))

    async def handle(_: web.Request) -> web.Response:
        return web.Response(text=f"data: {event}\n\n")

    error = await failing(ConnectionBroke, shelf, handle, on_text=print)
    assert error.billing is Billing.POSSIBLE


async def test_an_error_status_is_its_error(shelf: Shelf) -> None:
    """Status, headers and body are read together."""
    body = {"error": {"message": "slow down", "code": ""}}
    handler = answering(body, status=429, headers={"Retry-After": "7"})
    error = await failing(RelayBusy, shelf, handler)
    assert error.retry_after == 7


async def test_the_body_of_an_error_is_read_only_so_far(shelf: Shelf) -> None:
    """An endless error page costs no more than its cap."""

    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=401)
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            while True:
                await response.write(b"no " * 9999)
        return response

    await failing(KeyRejected, shelf, handle)


async def test_a_redirect_is_not_followed(shelf: Shelf) -> None:
    """A key is never carried to another place."""
    seen: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        seen.append(request.path)
        return web.Response(status=307, headers={"Location": "http://elsewhere.example/?key=1"})

    error = await failing(WrongAddress, shelf, handle)
    assert error.detail.endswith("location=http://elsewhere.example")
    assert len(seen) == 1


async def test_a_request_that_is_refused_before_it_is_whole_is_understood(shelf: Shelf) -> None:
    """A relay that answers 413 after the headers is heard, though the body is not all sent."""

    async def handle(_: web.Request) -> web.Response:
        return web.Response(status=413)

    picture = Part(picture=Picture(shelf.keep(bytes(300_000)), "image/png", 1, 1))
    await failing(RequestTooLarge, shelf, handle, ask(picture))


async def test_a_refusal_carries_its_explanation(shelf: Shelf) -> None:
    """The model's own words reach the member."""
    body = reply(finish="IMAGE_SAFETY")
    body["candidates"][0]["finishMessage"] = "Try another."
    error = await failing(Refused, shelf, answering(body))
    assert error.explanation == "Try another."


async def test_a_good_answer_with_something_behind_it_is_used(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """A whole document is paid for, whatever a server writes after it."""

    async def handle(_: web.Request) -> web.Response:
        return web.Response(text=json.dumps(reply(PICTURE)) + "<hr>Warning: out of memory")

    found = await asked(shelf, handle)
    assert [bool(part.picture) for part in found.parts] == [True]
    assert "did not end well" in caplog.text


async def test_an_event_that_is_broken_costs_no_other(shelf: Shelf) -> None:
    """What comes after it is part of the answer, which is told to have a gap."""

    async def handle(_: web.Request) -> web.Response:
        event = json.dumps(reply({"text": "one"}, finish=None))
        return web.Response(text=f"data: {event}\n\ndata: {{bad\n\ndata: {event}\n\n")

    found = await asked(shelf, handle, on_text=lambda _: None)
    assert ([part.text for part in found.parts], found.cut) == (["oneone"], CutShort.UNREADABLE)


async def test_base64_is_not_shown_while_it_comes(shelf: Shelf) -> None:
    """A picture in pieces that are too short to be known as one is never read as words."""
    texts = ["Look: ", *["iVBORw0KGgo" * 2] * 50, "\n" + "A" * 30, " done", "."]

    async def handle(_: web.Request) -> web.Response:
        events = [reply({"text": text}, finish=None) for text in texts] + [reply()]
        return web.Response(text="".join(f"data: {json.dumps(event)}\n\n" for event in events))

    told: list[str] = []
    await asked(shelf, handle, on_text=told.append)
    assert "".join(told) == "Look:  done."


@pytest.mark.parametrize("body", ["<html>ok</html>", "", '{"candidates": [', "{} and more"])
async def test_a_good_status_with_an_unreadable_body(shelf: Shelf, body: str) -> None:
    """HTML, nothing, and cut or broken JSON behind a 200 are told apart from an empty reply."""

    async def handle(_: web.Request) -> web.Response:
        return web.Response(text=body, content_type="text/html")

    await failing(ReplyUnreadable, shelf, handle)


async def test_a_picture_that_does_not_open_is_dropped(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """One broken picture does not cost the other, and the operator reads of it."""
    broken = {"inlineData": {"data": base64.b64encode(b"no picture").decode()}}
    found = await asked(shelf, answering(reply(broken, PICTURE)))
    assert len(found.parts) == 1
    assert "relay sent 1 picture not to be opened" in caplog.text
    await failing(ReplyUnreadable, shelf, answering(reply(broken)))


async def test_a_cap_ends_the_answer(shelf: Shelf) -> None:
    """Over a cap everything that was spooled is forgotten."""
    await failing(ReplyUnreadable, shelf, answering(), caps=Caps(picture=10))
    assert not shelf.kept


async def test_a_missing_blob_is_gone_before_anything_is_sent(shelf: Shelf) -> None:
    """A picture that is no longer kept is said to be, and costs nothing."""
    seen: list[web.Request] = []

    async def handle(request: web.Request) -> web.Response:
        seen.append(request)
        return web.json_response(reply({"text": "ok"}))

    part = Part(picture=Picture(BlobRef("b3-none", 9), "image/png", 1, 1))
    with pytest.raises(Gone):
        await asked(shelf, handle, ask(part))
    assert not seen


async def test_cancelling_leaves_nothing_behind(shelf: Shelf) -> None:
    """A member who cancels while a picture arrives leaves no file."""
    arriving = asyncio.Event()

    def open_spool() -> MemorySpool:
        arriving.set()
        return shelf.open_spool()

    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b'{"data": "' + b"QUJD" * 9999)
        await asyncio.sleep(60)
        return response

    task = asyncio.create_task(asked(shelf, handle, open_spool=open_spool))
    await arriving.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [spool.ended for spool in shelf.spools] == ["discarded"]


async def test_the_log_says_what_happened_and_nothing_else(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """One line an answer: figures and names, no prompt, key or bytes."""
    caplog.set_level(logging.INFO, "bot.relay")
    await asked(shelf, answering(reply({"text": "secret words"}, PICTURE)))
    await failing(KeyRejected, shelf, answering({"message": f"bad key {KEY}"}, status=401))
    lines = [
        record.getMessage() for record in caplog.records if record.name == "bot.relay.gemini.wire"
    ]
    assert [line.partition(":")[0] for line in lines] == ["relay answered", "relay failed"]
    assert "model=gemini-3-pro-image status=200" in lines[0]
    assert "pictures=1" in lines[0]
    assert not any(word in caplog.text for word in (KEY, "secret words", "a fox", DATA))


async def test_the_key_is_in_no_repr(shelf: Shelf) -> None:
    """A client that ends up in a log line does not tell its key."""
    async with client(shelf, "http://127.0.0.1") as relay:
        assert KEY not in repr(relay)


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        ({"models": [{"name": "models/a"}, {"name": "b"}, {}, None]}, ["a", "b"]),
        ({"object": "list", "data": [{"id": "a"}]}, ["a"]),
        ({"models": None}, []),
        ([], []),
    ],
)
async def test_models_are_listed_in_both_forms(
    shelf: Shelf, listing: Any, expected: list[str]
) -> None:
    """Google's list and OpenAI's give the same ids."""
    async with serving(answering(listing)) as url, client(shelf, url) as relay:
        assert await relay.models() == expected


async def test_a_list_of_models_is_checked_and_capped(shelf: Shelf) -> None:
    """A page of HTML, an endless list and an error are no list."""

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            while True:
                await response.write(b" " * 65536)
        return response

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<html></html>")

    for handler, error in (
        (endless, ReplyUnreadable),
        (page, ReplyUnreadable),
        (answering({}, status=401), KeyRejected),
    ):
        async with serving(handler) as url, client(shelf, url) as relay:
            with pytest.raises(error):
                await relay.models()


async def test_a_check_counts_tokens_and_makes_nothing(shelf: Shelf) -> None:
    """A relay that has a wrong key is found out by what costs nothing."""
    asked: list[str] = []

    async def handler(request: web.Request) -> web.Response:
        asked.append(request.path)
        assert await request.json() == {"contents": [{"role": "user", "parts": [{"text": "a"}]}]}
        return web.json_response({"totalTokens": 1})

    async with serving(handler) as url, client(shelf, url) as relay:
        await relay.check("brush")
    assert asked == ["/v1beta/models/brush:countTokens"]
    async with serving(answering({}, status=401)) as url, client(shelf, url) as relay:
        with pytest.raises(KeyRejected):
            await relay.check("brush")
