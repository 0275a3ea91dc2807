"""A bot in a network that only a proxy leads out of."""

import asyncio
import re
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest

from demo.stack import Stack
from tests.acting import answered, png
from tests.unit.relay.support import speaking
from tests.worlds import Join

_ASKED = re.compile(rb"^[A-Z]+ (\w+://\S+) HTTP/1.1\r$", re.MULTILINE)


async def _pour(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: list[str]
) -> None:
    while data := await reader.read(65536):
        asked += [address.decode() for address in _ASKED.findall(data)]
        writer.write(data)
        await writer.drain()
    writer.close()


@pytest.fixture
async def asked(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """Open a proxy that passes everything on, and list the addresses that it is asked for."""
    found: list[str] = []

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n")
        found.append(head.split()[1].decode())
        # All of a connection is for one place: its address is part of what it is kept by.
        target = urlsplit(found[-1])
        there, back = await asyncio.open_connection(target.hostname, target.port)
        back.write(head)
        await asyncio.gather(
            _pour(reader, back, found), _pour(there, writer, found), return_exceptions=True
        )

    async with speaking(pass_on) as url:
        monkeypatch.setenv("HTTP_PROXY", url)
        yield found


async def test_relay_rest_and_gateway_are_reached_through_the_proxy(
    world: Stack, asked: list[str], join: Join
) -> None:
    """A member's picture is fetched as before: only so the guard sees what is dialled."""
    await join()
    edit = await world.anna.slash(world.art, "edit", prompt="red", image=("a.png", png()))
    assert (await answered(world, edit)).pictures
    assert {urlsplit(each).path.split("/")[1] for each in asked} == {"v1beta", "api", "gateway"}
