"""How a browser's copy is kept up to date."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from demo.page.streams import keep_up_to_date

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def followed(handler: Handler) -> AsyncIterator[aiohttp.StreamReader]:
    """Serve a stream and read it."""
    application = web.Application()
    application.router.add_get("/", handler)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{runner.addresses[0][1]}/") as response,
        ):
            yield response.content
    finally:
        await runner.cleanup()


async def test_only_what_differs_is_sent():
    """First everything, then a change, then what is gone."""
    changed = asyncio.Event()
    values: dict[str, Any] = {"a": 1, "b": {"c": [2]}}

    async def read() -> dict[str, Any]:
        return values

    async def handler(request: web.Request) -> web.StreamResponse:
        return await keep_up_to_date(request, read, pause=0, changed=changed)

    async with followed(handler) as stream:
        told = [await _event(stream)]
        values["b"] = {"c": [3]}
        changed.set()
        told.append(await _event(stream))
        del values["a"]
        changed.set()
        told.append(await _event(stream))
    assert told == [{"a": 1, "b": {"c": [2]}}, {"b": {"c": [3]}}, {"a": None}]


async def test_a_browser_that_left_ends_the_stream():
    """The heartbeat finds out; what was read for it is read no more."""
    ended = asyncio.Event()

    async def read() -> dict[str, Any]:
        return {"a": 1}

    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            changed = asyncio.Event()
            return await keep_up_to_date(request, read, pause=0, changed=changed, heartbeat=0.02)
        finally:
            ended.set()

    async with followed(handler) as stream:
        await _event(stream)
        assert await stream.readline() == b":\n"
    await asyncio.wait_for(ended.wait(), 5)


async def _event(stream: aiohttp.StreamReader) -> dict[str, Any]:
    line = await stream.readline()
    assert await stream.readline() == b"\n"
    return json.loads(line.removeprefix(b"data: "))
