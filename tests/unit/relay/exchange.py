"""What tests of the relay's client share: a client before a small server, and what it answers."""

import base64
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.domain.errors import (
    AtelierError,
)
from bot.relay.client import RelayClient
from bot.relay.connection import AuthStyle, relay_session
from tests.unit.relay.support import (
    PNG,
    Asking,
    Shelf,
    ask,
    serving,
)

KEY = "sk-very-secret-key-0123456789"
DATA = base64.b64encode(PNG).decode()
PICTURE = {"inlineData": {"mimeType": "image/jpeg", "data": DATA}, "thoughtSignature": "A" * 9000}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def reply(*parts: Any, finish: str | None = "STOP") -> dict[str, Any]:
    """Write an answer of these parts."""
    content = {"role": "model", "parts": list(parts)}
    return {"candidates": [{"content": content, "finishReason": finish}], "responseId": "r1"}


def answering(body: Any = None, **options: Any) -> Handler:
    """Answer every request with this JSON."""

    async def handle(_: web.Request) -> web.Response:
        return web.json_response(body if body is not None else reply(PICTURE), **options)

    return handle


@asynccontextmanager
async def client(
    shelf: Shelf, base_url: str, auth: AuthStyle = AuthStyle.BEARER, **options: Any
) -> AsyncIterator[RelayClient]:
    """Open a client whose blobs are on the shelf."""
    places = {
        "open_spool": shelf.open_spool,
        "blob_path": shelf.path,
        "examine": shelf.examine,
    }
    async with relay_session() as session:
        yield RelayClient(session, base_url, KEY, auth, **places | options)


async def asked(
    shelf: Shelf, handler: Handler, request: Asking | None = None, **options: Any
) -> Any:
    """Serve one answer and ask for it."""
    heard = {name: options.pop(name) for name in ("on_text", "attempts") if name in options}
    request = request or ask()
    request = request._replace(options=replace(request.options, **heard))
    async with serving(handler) as url, client(shelf, url, **options) as relay:
        return await relay.generate(*request)


async def failing(
    expected: type[AtelierError], shelf: Shelf, *arguments: Any, **options: Any
) -> Any:
    """Ask for what fails, and check that nothing of it is left behind."""
    with pytest.raises(expected) as caught:
        await asked(shelf, *arguments, **options)
    assert shelf.all_ended
    assert type(caught.value) is expected
    told = "".join(traceback.format_exception(caught.value))
    assert KEY not in told
    assert not isinstance(caught.value.__context__, aiohttp.ClientError | TimeoutError)
    return caught.value
