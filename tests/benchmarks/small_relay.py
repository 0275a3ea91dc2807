"""A relay that has its answers ready, and gives them after as long as it is told to take."""

import asyncio
import json
from base64 import b64encode
from itertools import count
from typing import Any, Self

from aiohttp import web

from tests.benchmarks.far_side import png

KEY = "key-of-no-relay"
PICTURE = 2_000
"""Bytes of the smallest picture; each is a byte longer than the one before, up to twice that."""


class SmallRelay:
    """Answer pictures with pictures and words with words, each after some `seconds`.

    A relay that is told to `hold` answers nobody before `let_go`, and then with a refusal. `says`
    is what it says in words; `breaks` is the body of an error with which it answers instead.
    """

    def __init__(self, *, seconds: float = 0.0) -> None:
        self.url = ""
        self.asked = 0
        self.seconds = seconds
        self.says = "A fox is red."
        self.breaks = b""
        self._released: asyncio.Event | None = None
        self._came = asyncio.Condition()
        self._sizes = count()
        app = web.Application(client_max_size=2**27)
        app.router.add_post("/v1beta/models/{model}:{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1_024).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.let_go()
        await self._runner.cleanup()

    def hold(self) -> None:
        """Answer nobody from now on."""
        self._released = asyncio.Event()

    def let_go(self) -> None:
        """Refuse all who were held."""
        if self._released is not None:
            self._released.set()
        self._released = None

    async def until_asked(self, times: int, *, within: float = 60.0) -> None:
        """Return once so many requests have come."""
        async with asyncio.timeout(within), self._came:
            await self._came.wait_for(lambda: self.asked >= times)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        async for _ in request.content.iter_any():
            pass
        async with self._came:
            self.asked += 1
            self._came.notify_all()
        if self._released is not None:
            await self._released.wait()
            refusal = {"code": 400, "status": "INVALID_ARGUMENT", "message": "no"}
            return web.json_response({"error": refusal}, status=400)
        if self.breaks:
            return web.Response(body=self.breaks, status=400)
        await asyncio.sleep(self.seconds)
        if request.match_info["method"] == "generateContent":
            size = PICTURE + next(self._sizes) % PICTURE
            return web.json_response(_document(_picture(size)))
        body = json.dumps(_document({"text": self.says, "thoughtSignature": "c2lnbmVk"}))
        return web.Response(body=f"data: {body}\n\n".encode(), content_type="text/event-stream")


def _picture(size: int) -> dict[str, Any]:
    data = {"mimeType": "image/png", "data": b64encode(png(size)).decode()}
    return {"inlineData": data, "thoughtSignature": b64encode(bytes(96)).decode()}


def _document(part: dict[str, Any]) -> dict[str, Any]:
    content = {"role": "model", "parts": [part]}
    candidate = {"content": content, "finishReason": "STOP", "index": 0}
    used = {"promptTokenCount": 9, "totalTokenCount": 1_299}
    return {"candidates": [candidate], "usageMetadata": used}
