"""The guarded fetch of pictures from outside: from few hosts, within a cap, into a spool.

What may be fetched is decided twice. The URL must name an allowed origin, and the address that is
then dialled must be a public one: checked on the socket itself, where every spelling of an address
and every answer of a resolver has become the same few bytes.
"""

import ipaddress
import logging
import socket
from types import TracebackType
from typing import Any, Self, TypeAlias

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.domain.errors import ConnectionBroke, ReplyUnreadable, UnusablePicture
from bot.relay.packing import unpacked
from bot.relay.spool import Spool

log = logging.getLogger(__name__)

# Discord docs, Reference, CDN Endpoints, and the proxy that its attachments name.
DISCORD_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})

FETCH_TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=10, sock_read=15)

_CONNECTIONS = 8
_MIB = 2**20

# As it was sent: pictures are packed already. Some hosts pack them all the same.
_HEADERS = {"Accept-Encoding": "identity"}

# What begins a picture that is not packed, whatever is said of it.
_PICTURES = (b"\x89PNG", b"\xff\xd8", b"RIFF", b"GIF8", b"BM", b"II", b"MM", b"\0\0\0")

# RFC 6052: an IPv6 network's way to IPv4, the address in the last four bytes.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address


class MediaFetcher:
    """Fetch what lies at allowed origins, never at a private address.

    `allowed_hosts` are reached by https (`host` or `host:port`). `private_origins` are exact
    origins, such as `http://127.0.0.1:4711`, which the operator named: allowed although private.
    Use it as a context manager; it owns its connections.
    """

    def __init__(
        self,
        *,
        allowed_hosts: frozenset[str] = DISCORD_HOSTS,
        private_origins: frozenset[str] = frozenset(),
        timeout: aiohttp.ClientTimeout = FETCH_TIMEOUT,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._public = frozenset(URL(f"https://{host}").origin() for host in allowed_hosts)
        self._private = frozenset(URL(origin).origin() for origin in private_origins)
        self._timeout = timeout
        self._resolver = resolver

    async def __aenter__(self) -> Self:
        self._guarded = self._session(
            aiohttp.TCPConnector(
                limit=_CONNECTIONS, resolver=self._resolver, socket_factory=public_socket
            )
        )
        self._unguarded = self._session(aiohttp.TCPConnector(limit=_CONNECTIONS))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._guarded.close()
        await self._unguarded.close()

    def allows(self, url: str) -> bool:
        """Tell whether an address names an allowed origin."""
        try:
            self._admit(url)
        except UnusablePicture:
            return False
        return True

    async def fetch(
        self, url: str, spool: Spool, *, max_bytes: int, enough: int | None = None
    ) -> int:
        """Stream what is at `url` into `spool` and return how many bytes came.

        With `enough`, stop once there are so many.
        The caller commits the spool. After a failure it is discarded, and UnusablePicture raised:
        neither it nor the log tells more of the URL than its host, for the rest is signed.
        """
        try:
            return await self._fetch(url, spool, max_bytes, enough)
        except BaseException:
            await spool.discard()
            raise

    async def _fetch(self, url: str, spool: Spool, max_bytes: int, enough: int | None) -> int:
        target, session = self._admit(url)
        size = 0
        try:
            async with session.get(target, allow_redirects=False) as response:
                if response.status != 200:  # noqa: PLR2004 (a redirect is no picture either)
                    raise _unreachable(target, f"status {response.status}")
                if enough is None and (response.content_length or 0) > max_bytes:
                    raise _too_large(max_bytes)
                async for chunk in unpacked(response, _PICTURES):
                    size += len(chunk)
                    if size > max_bytes:
                        raise _too_large(max_bytes)
                    spool.write(chunk)
                    await spool.drain()
                    if enough is not None and size >= enough:
                        # Nothing more is read: the connection is closed, and not used again.
                        response.close()
                        break
        except (ConnectionBroke, ReplyUnreadable) as error:
            raise _unreachable(target, error.detail) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _unreachable(target, type(error).__name__) from None
        return size

    def _admit(self, url: str) -> tuple[URL, aiohttp.ClientSession]:
        try:
            target = URL(url)
            origin = target.origin()
        except ValueError:
            raise UnusablePicture("no URL", key="error-attachment-host") from None
        if target.user is None and target.password is None:
            if origin in self._private:
                return target, self._unguarded
            if origin in self._public:
                return target, self._guarded
        raise UnusablePicture(f"not fetched from {target.host}", key="error-attachment-host")

    def _session(self, connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=connector,
            timeout=self._timeout,
            headers=_HEADERS,
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
        )


def is_public(address: str) -> bool:
    """Tell whether an IP address, as the socket library writes it, is one of the open internet."""
    ip = _embedded(ipaddress.ip_address(address))
    return ip.is_global and not (
        ip.is_multicast
        or ip.is_reserved
        or (isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local)
    )


def _embedded(ip: _Address) -> _Address:
    """Return the IPv4 address that an IPv6 address leads to, if it does."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour or ip


def public_socket(info: tuple[int, int, int, str, tuple[Any, ...]]) -> socket.socket:
    """Make the socket for an address that is about to be dialled, or refuse to."""
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise ConnectionRefusedError("not a public address")
    return socket.socket(family, kind, protocol)


def _unreachable(target: URL, reason: str) -> UnusablePicture:
    log.info("Fetching from %s failed: %s", target.host, reason)
    return UnusablePicture(f"{target.host}: {reason}", key="error-attachment-unreachable")


def _too_large(max_bytes: int) -> UnusablePicture:
    return UnusablePicture(key="error-picture-too-large", limit=max_bytes // _MIB)
