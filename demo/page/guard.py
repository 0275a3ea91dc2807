"""Let in who has the address that the demo printed, and no other page of their browser."""

import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import hdrs, web

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
    " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_REFUSAL = "Open the whole address that the demo printed: it ends with a secret of its own."


class Guard:
    """Guard everything below the path `/{token}/`.

    On loopback the request must also name this machine: a page elsewhere whose name was pointed
    here (DNS rebinding) names itself. A page listens on another address only when it is told to,
    in a container for instance, whose name here is not known.
    """

    def __init__(self, token: str, *, local: bool) -> None:
        self._token = token.encode()
        self._local = local

    @web.middleware
    async def check(
        self,
        request: web.Request,
        handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        """Answer 403 to whoever has no business here."""
        given = request.path.removeprefix("/").partition("/")[0]
        known = hmac.compare_digest(given.encode(), self._token)
        if not (known and self._is_named_here(request) and _is_own(request)):
            return web.Response(status=403, text=_REFUSAL)
        return await handler(request)

    def _is_named_here(self, request: web.Request) -> bool:
        return not self._local or _without_port(request.host) in _LOOPBACK


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Tell the browser to run, load and frame nothing but what comes from here."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _is_own(request: web.Request) -> bool:
    """Tell whether the request comes from this page, or from nobody's (Fetch, Origin header)."""
    origin = request.headers.get(hdrs.ORIGIN)
    return origin is None or urlsplit(origin).netloc == request.host


def _without_port(host: str) -> str:
    name, _, port = host.rpartition(":")
    return name if name and port.isdecimal() else host
