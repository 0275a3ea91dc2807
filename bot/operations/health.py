"""Answers over HTTP for whoever watches over the process: does it live, and can it serve."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Final, Self

from aiohttp import web

from bot import VERSION
from bot.operations.pulse import STANDSTILL, Pulse

log = logging.getLogger(__name__)

LARGEST_BODY: Final = 1024
"""Bytes. Nobody has reason to send any."""


class HealthServer:
    """Answer `/livez` while the event loop turns, and `/readyz` when nothing is `lacking()`.

    `/healthz` is the older name of `/livez`.

    Use it with `async with`; raise OSError where the port can't be had. Port 0 takes any that is
    free; `port` is the one that was taken.
    """

    def __init__(
        self, port: int, *, lacking: Callable[[], Awaitable[str]], host: str = "127.0.0.1"
    ) -> None:
        self.port = port
        self._host = host
        self._lacking = lacking
        self._pulse = Pulse()
        self._beating: asyncio.Task[None] | None = None
        app = web.Application(client_max_size=LARGEST_BODY)
        for path in ("/livez", "/healthz"):
            app.router.add_get(path, self._live)
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
        self._beating = asyncio.create_task(self._pulse.run())
        log.info("health on http://%s:%d", self._host, self.port)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()
        if self._beating is not None:
            self._beating.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._beating

    async def _live(self, _: web.Request) -> web.Response:
        late = self._pulse.late
        if late < STANDSTILL:
            return web.Response(text=f"alive, atelier {VERSION}\n")
        return web.Response(text=f"the event loop stood still for {late:.1f} s\n", status=503)

    async def _serving(self, _: web.Request) -> web.Response:
        if lacking := await self._lacking():
            return web.Response(text=f"not ready: {lacking}\n", status=503)
        return web.Response(text="ready\n")
