"""Serve HTTP on this machine for as long as somebody holds it."""

from typing import Final, Self

from aiohttp import web

LOOPBACK: Final = "127.0.0.1"


class LocalServer:
    """A server that runs while it is entered with `async with`; `url` says where.

    Port 0 takes a free one, and keeps it for the next time.
    """

    def __init__(self, *, host: str = LOOPBACK, port: int = 0) -> None:
        self.url: str = ""
        self._host = host
        self._port = port

    def _application(self) -> web.Application:
        raise NotImplementedError

    async def __aenter__(self) -> Self:
        # Who keeps a connection open is cut off after a moment.
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self._port = self._runner.addresses[0][1]
        # What listens everywhere is reached here too.
        name = LOOPBACK if self._host in ("0.0.0.0", "::") else self._host  # noqa: S104 (no bind)
        self.url = f"http://{f'[{name}]' if ':' in name else name}:{self._port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
