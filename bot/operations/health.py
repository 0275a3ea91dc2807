"""Answers over HTTP for whoever watches over the process: does it live, and can it serve."""

import logging
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Final, Self

from aiohttp import web

log = logging.getLogger(__name__)

LARGEST_BODY: Final = 1024
"""Bytes. Nobody has reason to send any."""


class HealthServer:
    """Answer `/healthz` while the event loop turns, and `/readyz` when `ready()` says so.

    Use it with `async with`; raise OSError where the port can't be had. Port 0 takes any that is
    free; `port` is the one that was taken.
    """

    def __init__(
        self, port: int, *, ready: Callable[[], Awaitable[bool]], host: str = "127.0.0.1"
    ) -> None:
        self.port = port
        self._host = host
        self._ready = ready
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_get("/healthz", self._live)
        app.router.add_get("/readyz", self._serving)
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=1.0
        )

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self.port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        self.port = self._runner.addresses[0][1]
        log.info("health on http://%s:%d", self._host, self.port)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    async def _live(self, _: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def _serving(self, _: web.Request) -> web.Response:
        if await self._ready():
            return web.Response(text="ready\n")
        return web.Response(text="not ready\n", status=503)
