"""The way out of a network that has a proxy."""

import asyncio
import json

import pytest
from yarl import URL

from bot.domain.errors import Billing, RelayUnreachable
from bot.relay.proxies import proxy_for
from tests.unit.relay.exchange import client, reply
from tests.unit.relay.support import Shelf, ask, speaking

PROXY = URL("http://proxy.example:3128")


@pytest.mark.parametrize(
    ("variables", "address", "expected"),
    [
        ({}, "https://relay.example", None),
        ({"HTTPS_PROXY": "http://proxy.example:3128"}, "https://relay.example/a", PROXY),
        ({"https_proxy": "http://proxy.example:3128/"}, "wss://gateway.example", PROXY),
        ({"HTTPS_PROXY": "proxy.example:3128"}, "https://relay.example", PROXY),
        ({"HTTP_PROXY": "http://proxy.example:3128"}, "http://relay.example", PROXY),
        ({"HTTP_PROXY": "http://proxy.example:3128"}, "https://relay.example", None),
        ({"HTTPS_PROXY": "http://proxy.example:3128"}, "http://relay.example", None),
        (
            {"HTTPS_PROXY": "http://me:s%20t@proxy.example:3128"},
            "https://relay.example",
            URL("http://me:s%20t@proxy.example:3128"),
        ),
    ],
)
def test_the_environment_names_the_proxy(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    address: str,
    expected: URL | None,
) -> None:
    """As for other programs, in either spelling, for the scheme that is asked by."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(address) == expected


@pytest.mark.parametrize(
    ("without", "is_direct"),
    [
        ("relay.example", True),
        (".example", True),
        ("*", True),
        ("other.example, relay.example:8443", True),
        ("relay.example:9", False),
        ("lay.example", False),
    ],
)
def test_what_needs_no_proxy_is_asked_directly(
    monkeypatch: pytest.MonkeyPatch, without: str, *, is_direct: bool
) -> None:
    """NO_PROXY names hosts, domains, hosts with a port, or everything."""
    monkeypatch.setenv("HTTPS_PROXY", str(PROXY))
    monkeypatch.setenv("NO_PROXY", without)
    assert (proxy_for("https://relay.example:8443/v1beta") is None) == is_direct


@pytest.mark.parametrize(
    "named", ["socks5://proxy.example", "ftp://a", "http://[::1", "http:///hidden"]
)
def test_a_proxy_that_can_not_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, named: str
) -> None:
    """The line names the variable and not its value, and the bot goes the direct way."""
    monkeypatch.setenv("HTTPS_PROXY", named)
    assert proxy_for("https://relay.example") is None
    (line,) = caplog.messages
    assert line.startswith("HTTPS_PROXY: not a proxy")
    assert named not in line


async def test_a_relay_is_asked_through_its_proxy(shelf: Shelf) -> None:
    """The proxy gets the whole address, and its own name and password."""
    heads: list[bytes] = []
    body = json.dumps(reply({"text": "ok"})).encode()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        await writer.drain()
        await reader.read()

    async with speaking(pass_on) as url:
        proxy = URL(url).with_user("me").with_password("secret")
        async with client(shelf, "http://relay.example", proxy=proxy) as relay:
            found = await relay.generate(*ask())
    assert found.parts[0].text == "ok"
    assert heads[0].startswith(b"POST http://relay.example/v1beta/models/")
    assert b"Proxy-Authorization: Basic bWU6c2VjcmV0" in heads[0]


@pytest.mark.parametrize("status", [b"407 Who are you", b"502 Bad Gateway"])
async def test_a_proxy_that_refuses_has_sent_nothing(shelf: Shelf, status: bytes) -> None:
    """Where it does not open the way, the relay was not asked: nothing was billed."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"CONNECT relay.example:443 ")
        writer.write(b"HTTP/1.1 %b\r\nContent-Length: 0\r\n\r\n" % status)
        await writer.drain()

    async with (
        speaking(refuse) as url,
        client(shelf, "https://relay.example", proxy=URL(url)) as relay,
    ):
        with pytest.raises(RelayUnreachable) as caught:
            await relay.generate(*ask())
    assert caught.value.billing is Billing.NONE
    assert caught.value.detail == f"ClientHttpProxyError: {status[:3].decode()}"
