"""What a relay says may repeat the prompt: none of its words reach a log."""

import asyncio
import json
import logging
from typing import Any

import pytest
from aiohttp import web

from bot.domain.errors import AtelierError
from bot.interface.messages.sentences import Sentences
from bot.interface.texts import catalogues
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.relay.route import NamedRelay, RelayRoute
from tests.unit.relay.scripts import Clock
from tests.unit.relay.support import Shelf, ask, google, new_api, serving, speaking

PROMPT = "a fox that nobody may read of"

ANSWERS: list[tuple[int, Any]] = [
    (400, google(400, "INVALID_ARGUMENT", PROMPT)),
    (400, google(400, PROMPT, PROMPT, {"reason": PROMPT})),
    (400, new_api(f"{PROMPT} (request id: {PROMPT})", PROMPT, PROMPT)),
    (400, {"error": {"message": f"thought_signature: {PROMPT}"}}),
    (401, {"detail": PROMPT}),
    (404, {"message": PROMPT}),
    (413, {"msg": PROMPT}),
    (418, PROMPT),
    (429, google(429, "RESOURCE_EXHAUSTED", f"{PROMPT} Please retry in 1s.")),
    (500, new_api(f"upstream: {json.dumps(google(400, '', PROMPT))}")),
    (502, f"<html><title>{PROMPT}</title></html>"),
    (503, new_api(f"model_not_found {PROMPT}")),
    (200, google(503, "UNAVAILABLE", PROMPT)),
    (200, {"code": 200, "message": PROMPT}),
    (200, {"promptFeedback": {"blockReason": PROMPT, "blockReasonMessage": PROMPT}}),
    (200, {"candidates": [{"finishReason": PROMPT, "finishMessage": PROMPT}]}),
    (200, {"candidates": [{"finishReason": "STOP"}], "responseId": PROMPT, "modelVersion": PROMPT}),
    (
        200,
        {
            "candidates": [{"content": {"parts": [{"text": PROMPT}]}, "finishReason": "STOP"}],
            "responseId": PROMPT,
            "modelVersion": PROMPT,
        },
    ),
    (200, {"candidates": [{"content": {"parts": [{"text": PROMPT}]}, "finishReason": PROMPT}]}),
    (200, f"{{{PROMPT}"),
    (200, PROMPT),
]


async def told(shelf: Shelf, url: str) -> None:
    """Ask as the bot does, and tell a member of what it fails with."""
    async with relay_session() as session:
        client = RelayClient(
            session,
            url,
            "key",
            open_spool=shelf.open_spool,
            blob_path=shelf.path,
            examine=shelf.examine,
        )
        try:
            await RelayRoute([NamedRelay("one", client)], sleep=Clock().sleep).generate(*ask())
        except AtelierError as error:
            Sentences(catalogues()).sentence(error, "en-US")


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Return the log of our own, with all that is ever written."""
    caplog.set_level(logging.DEBUG, "bot")
    return caplog


@pytest.mark.logs_errors
@pytest.mark.parametrize(("status", "body"), ANSWERS)
async def test_an_answers_words_are_not_logged(
    tmp_path: Any, log: pytest.LogCaptureFixture, status: int, body: Any
) -> None:
    """Class, status, request number and length: that is all the operator gets to read."""
    text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)

    async def handle(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(
            status=status,
            text=text,
            reason=PROMPT,
            headers={"X-Request-Id": PROMPT, "Retry-After": PROMPT},
        )

    async with serving(handle) as url:
        await told(Shelf(tmp_path), url)
    assert log.records
    assert "nobody" not in log.text.casefold()


@pytest.mark.logs_errors
@pytest.mark.parametrize("said", [f"{PROMPT}\r\n\r\n", f"HTTP/1.1 200 OK\r\n{PROMPT}\r\n\r\n"])
async def test_what_is_no_http_is_not_logged(
    tmp_path: Any, log: pytest.LogCaptureFixture, said: str
) -> None:
    """A library's error repeats the line that it could not read; ours does not."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said.encode())
        await writer.drain()

    async with speaking(speak) as url:
        await told(Shelf(tmp_path), url)
    assert log.records
    assert "nobody" not in log.text.casefold()
