"""Nothing but the allowed hosts is fetched, and no private address is ever dialled for them."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientTimeout
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.domain.blob import BlobRef
from bot.domain.errors import UnusablePicture
from bot.relay.media import MediaFetcher, is_public, public_socket

SECRET = "signed-secret"


class NoSpool:
    def write(self, data: bytes) -> None:
        raise AssertionError("something was fetched")

    async def drain(self) -> None:
        raise AssertionError

    async def commit(self) -> BlobRef:
        raise AssertionError

    async def discard(self) -> None:
        pass


class Listener:
    """Count who connects, and answer whatever it is told to."""

    def __init__(self, answer: bytes) -> None:
        self.connections = 0
        self.answer = answer
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        writer.write(self.answer)
        await writer.drain()
        writer.close()


@asynccontextmanager
async def listening(host: str = "127.0.0.1", answer: bytes = b"") -> AsyncIterator[Listener]:
    """Listen on a free port."""
    listener = Listener(answer)
    server = await asyncio.start_server(listener.serve, host, 0)
    listener.port = server.sockets[0].getsockname()[1]
    try:
        yield listener
    finally:
        server.close()
        await server.wait_closed()


class PointingTo(AbstractResolver):
    """Resolve every name to these addresses, as a hostile name server may."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self.addresses
        ]

    async def close(self) -> None:
        pass


async def refusal(fetcher: MediaFetcher, url: str) -> UnusablePicture:
    """Return why a URL was not fetched."""
    with pytest.raises(UnusablePicture) as caught:
        await fetcher.fetch(url, NoSpool(), max_bytes=2**20)
    return caught.value


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0x7f000001",
        "2130706433",
        "0177.0.0.1",
        "127.1",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "0.0.0.0",
    ],
)
async def test_no_spelling_of_loopback_is_dialled(host: str):
    """Even a host that is on the list is not reached where it means this machine.

    What is no literal address to aiohttp is resolved as the system would.
    """
    async with listening() as listener:
        authority = f"{host}:{listener.port}"
        async with MediaFetcher(
            allowed_hosts=frozenset({authority}), resolver=PointingTo("127.0.0.1")
        ) as fetcher:
            error = await refusal(fetcher, f"https://{authority}/a.png")
    assert error.message_key == "error-attachment-unreachable"
    assert listener.connections == 0


async def test_loopback_of_ipv6_is_not_dialled():
    """The same for ::1."""
    async with listening("::1") as listener:
        authority = f"[::1]:{listener.port}"
        async with MediaFetcher(allowed_hosts=frozenset({authority})) as fetcher:
            error = await refusal(fetcher, f"https://{authority}/a.png")
    assert error.message_key == "error-attachment-unreachable"
    assert listener.connections == 0


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["::ffff:127.0.0.1", "127.0.0.1"]])
async def test_a_name_that_resolves_to_a_private_address_is_not_dialled(addresses: list[str]):
    """An allowed name is believed no further than the address behind it."""
    async with listening() as listener:
        authority = f"cdn.example:{listener.port}"
        async with MediaFetcher(
            allowed_hosts=frozenset({authority}), resolver=PointingTo(*addresses)
        ) as fetcher:
            error = await refusal(fetcher, f"https://{authority}/a.png")
    assert error.message_key == "error-attachment-unreachable"
    assert listener.connections == 0


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(status: int):
    """A server that was allowed can't send the fetch elsewhere."""
    async with listening() as elsewhere:
        answer = (
            f"HTTP/1.1 {status} Moved\r\nLocation: http://127.0.0.1:{elsewhere.port}/\r\n"
            "Content-Length: 0\r\n\r\n"
        )
        async with listening(answer=answer.encode()) as listener:
            origin = f"http://127.0.0.1:{listener.port}"
            async with MediaFetcher(private_origins=frozenset({origin})) as fetcher:
                error = await refusal(fetcher, f"{origin}/a.png")
    assert error.message_key == "error-attachment-unreachable"
    assert (listener.connections, elsewhere.connections) == (1, 0)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a.png",
        "http://cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com:8443/a.png",
        "https://cdn.discordapp.com.example.com/a.png",
        "https://example.com/cdn.discordapp.com/a.png",
        "https://someone@cdn.discordapp.com/a.png",
        "https://someone:else@cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com@example.com/a.png",
        "https://example.com\\@cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com./a.png",
        "ftp://cdn.discordapp.com/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "//cdn.discordapp.com/a.png",
        "https://[::1/a.png",
        "https://",
        "",
    ],
)
async def test_only_the_listed_hosts_over_https_are_fetched(url: str):
    """Whatever is not exactly an allowed origin is refused before anything is resolved."""
    async with MediaFetcher(resolver=PointingTo()) as fetcher:
        error = await refusal(fetcher, url)
    assert error.message_key == "error-attachment-host"


async def test_a_private_origin_is_allowed_exactly_as_named():
    """Another port of the operator's machine is not the one that was named."""
    async with listening() as listener:
        named = frozenset({f"http://127.0.0.1:{listener.port + 1}"})
        async with MediaFetcher(private_origins=named) as fetcher:
            error = await refusal(fetcher, f"http://127.0.0.1:{listener.port}/a.png")
    assert error.message_key == "error-attachment-host"
    assert listener.connections == 0


async def test_a_signed_url_is_in_no_error_and_no_log(caplog: pytest.LogCaptureFixture):
    """What failed is told by its host: the rest of the URL is a key to the file."""
    caplog.set_level(logging.DEBUG)
    async with listening() as listener:
        origin = f"http://127.0.0.1:{listener.port}"
        async with MediaFetcher(
            private_origins=frozenset({origin}), timeout=ClientTimeout(total=5)
        ) as fetcher:
            errors = [
                await refusal(fetcher, f"{origin}/{SECRET}.png?hm={SECRET}"),
                await refusal(fetcher, f"https://example.com/{SECRET}.png?hm={SECRET}"),
            ]
    for error in errors:
        told = [str(error), repr(error), error.detail, str(error.values)]
        told += [str(error.__cause__), "" if error.__suppress_context__ else str(error.__context__)]
        assert SECRET not in " ".join(told)
    assert "127.0.0.1" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::1", False),
        ("2001:0:808:808::1", False),
        ("fc00::1", False),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("ff0e::1", False),
    ],
)
def test_an_address_is_judged_by_where_it_leads(address: str, *, public: bool):
    """Private, local, shared, multicast and reserved addresses are told in every wrapping."""
    assert is_public(address) is public


def test_a_public_address_gets_a_socket():
    """The guard lets the open internet through."""
    with public_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("8.8.8.8", 443))) as made:
        assert (made.family, made.type) == (socket.AF_INET, socket.SOCK_STREAM)
