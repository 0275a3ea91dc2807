"""Keep a browser's copy of some values up to date with server-sent events."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from aiohttp import web

HEARTBEAT_SECONDS = 15.0


async def keep_up_to_date(
    request: web.Request,
    read: Callable[[], Awaitable[Mapping[str, Any]]],
    *,
    pause: float,
    changed: asyncio.Event | None = None,
    heartbeat: float = HEARTBEAT_SECONDS,
) -> web.StreamResponse:
    """Send all values, then whenever some differ those, until the browser leaves.

    An event is a JSON object; a name that is gone has `null`. They are read again `pause` seconds
    later, or when `changed` is set after that. After `heartbeat` seconds of silence a comment is
    sent: a browser that left is found out by writing to it.
    """
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    clock = asyncio.get_running_loop().time
    known: dict[str, str] = {}
    written = 0.0
    with suppress(ConnectionResetError):
        while True:
            present = {name: json.dumps(value) for name, value in (await read()).items()}
            news = {name: text for name, text in present.items() if known.get(name) != text}
            news |= dict.fromkeys(known.keys() - present.keys(), "null")
            known = present
            if news:
                fields = ",".join(f"{json.dumps(name)}:{text}" for name, text in news.items())
                await response.write(f"data: {{{fields}}}\n\n".encode())
                written = clock()
            elif clock() - written > heartbeat:
                await response.write(b":\n\n")
                written = clock()
            await asyncio.sleep(pause)
            if changed is not None:
                with suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), heartbeat)
                changed.clear()
    return response
