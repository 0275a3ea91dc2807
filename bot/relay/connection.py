"""One relay over HTTP: a request streamed out, and the body of its answer while it arrives."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

import aiohttp
from yarl import URL

from bot.domain.errors import (
    ConnectionBroke,
    RelayError,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
    Stopped,
)
from bot.domain.own_relay import AuthStyle
from bot.relay.deadline import deadline
from bot.relay.errors import Dialect, relay_error
from bot.relay.media import public_socket
from bot.relay.packing import unpacked
from bot.relay.writer import RequestBody

_LONGEST_FIELD = 64 * 1024


def relay_session(*, guarded: bool = False) -> aiohttp.ClientSession:
    """Open the connections to all relays: each is used once.

    What is `guarded` dials no private address: for relays that strangers named.

    A kept connection that the relay has closed meanwhile fails only after sending, when nobody can
    tell whether it was billed; one new connection costs nothing beside that. A header of our own is
    not enough: aiohttp goes by what the answer says, and some relays say keep-alive and close.
    """
    # How many are asked at once is decided by Admission; more than aiohttp's hundred may be.
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=0, force_close=True, socket_factory=public_socket if guarded else None
        ),
        # aiohttp gives up where it can't unpack, and where nothing was packed: see `packing`.
        auto_decompress=False,
        # Gateways write policies, costs and traces into fields that are longer than its 8 KiB.
        max_line_size=_LONGEST_FIELD,
        max_field_size=_LONGEST_FIELD,
    )


class Connection:
    """Reach one relay in a session that `relay_session` opened, through `proxy` if there is one.

    `base_url` may end in the path of a wire, as operators copy it: each wire brings its own.
    `error_body` is how many bytes of an error are read.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        base_url: str,
        key: str,
        auth: AuthStyle,
        *,
        proxy: URL | None,
        connect_timeout: float,
        error_body: int,
    ) -> None:
        self._session = session
        self._root = base_url.rstrip("/").removesuffix("/v1beta")
        self._headers = {
            # Base64 shrinks by a quarter at most, for more work than all the rest of the reading.
            "Accept-Encoding": "identity",
        }
        if auth is AuthStyle.BEARER:
            self._headers["Authorization"] = f"Bearer {key}"
        else:
            self._headers["x-goog-api-key"] = key
        self._proxy = proxy
        self._connect_timeout = connect_timeout
        self._error_body = error_body

    async def exchange(
        self,
        method: str,
        path: str,
        take: Callable[[bytes], Awaitable[float | None]],
        *,
        dialect: Dialect,
        idle: float,
        total: float,
        stop: asyncio.Event,
        body: RequestBody | None = None,
    ) -> None:
        """Send a request and give `take` the body of a good answer; all else is a RelayError.

        Each byte of the request is a sign of life, and then what `take` says to be one, and how
        many seconds the next may take; neither the head of an answer nor the body of an error is.
        `dialect` tells what an error is about.
        """
        loop = asyncio.get_running_loop()
        headers = dict(self._headers)
        if body is not None:
            headers["Content-Type"] = "application/json"
            headers["Content-Length"] = str(body.length)
        began = loop.time()
        try:
            async with (
                deadline(begin=self._connect_timeout + idle, total=total, stop=stop) as alive,
                self._session.request(
                    method,
                    URL(self._root + path, encoded=True),
                    headers=headers,
                    data=None if body is None else _reported(body, partial(alive, idle)),
                    allow_redirects=False,
                    proxy=self._proxy,
                    timeout=aiohttp.ClientTimeout(connect=self._connect_timeout),
                ) as response,
            ):
                if response.status not in range(200, 300):
                    took = loop.time() - began
                    said = await _at_most(response, self._error_body)
                    raise relay_error(response.status, response.headers, said, dialect, took=took)
                async for chunk in unpacked(response):
                    if next_within := await take(chunk):
                        alive(next_within)
                return
        except (aiohttp.ClientError, TimeoutError) as caught:
            failure = Stopped() if stop.is_set() else _failure(caught)
        # Raised out here it has no context: aiohttp's errors hold the request with its key.
        raise failure


async def _reported(body: RequestBody, progress: Callable[[], None]) -> AsyncIterator[bytes]:
    async for piece in body:
        yield piece
        progress()


async def _at_most(response: aiohttp.ClientResponse, cap: int) -> bytes:
    body = bytearray()
    # Its status says all that counts, also where the rest of it breaks off.
    with contextlib.suppress(aiohttp.ClientError, ConnectionBroke, ReplyUnreadable):
        async for chunk in unpacked(response):
            body += chunk
            if len(body) >= cap:
                break
    return bytes(body[:cap])


def _failure(caught: Exception) -> RelayError:
    """Say what a broken exchange means: before anything was sent, or after."""
    # Its words may be the relay's, or hold the address: the names of the errors have to do.
    detail = type(caught).__name__
    if isinstance(caught, aiohttp.ClientConnectorError):
        detail += f": {type(caught.os_error).__name__} {caught.os_error.errno}"
    if isinstance(caught, aiohttp.ClientHttpProxyError):
        detail += f": {caught.status}"
    if isinstance(
        caught,
        aiohttp.ClientConnectorError
        | aiohttp.ClientHttpProxyError
        | aiohttp.ConnectionTimeoutError
        | aiohttp.ServerFingerprintMismatch
        | aiohttp.InvalidURL,
    ):
        return RelayUnreachable(detail)
    if isinstance(caught, TimeoutError):
        return RelayTimeout(detail)
    if isinstance(caught, aiohttp.ClientConnectionError | aiohttp.ClientPayloadError):
        return ConnectionBroke(detail)
    return ReplyUnreadable(detail)
