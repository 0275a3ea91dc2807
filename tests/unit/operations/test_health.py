import asyncio
import http.client
import threading
import time

import aiohttp
import pytest

from bot import VERSION
from bot.operations.health import HealthServer
from bot.operations.pulse import STANDSTILL
from tests.acting import WITHIN


async def ask(server: HealthServer, path: str, method: str = "GET", **options: object) -> int:
    """Return the status of one request."""
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"http://127.0.0.1:{server.port}{path}", **options) as answer,
    ):
        return answer.status


async def always() -> str:
    """Lack nothing."""
    return ""


async def never() -> str:
    """Lack something."""
    return "a friend"


async def lives(server: HealthServer, path: str) -> None:
    """Return once it says that it lives: a busy machine may keep the loop waiting."""
    for _ in range(int(WITHIN * 100)):
        if await ask(server, path) == 200:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


def asked_from_outside(
    port: int, path: str, sent: threading.Event | None = None
) -> tuple[int, str]:
    """Ask as another process does, whatever this one's event loop is at."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        if sent is not None:
            sent.set()
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/livez", "/healthz"])
async def test_it_lives_whether_or_not_it_can_serve(path: str):
    """Even before Discord is connected; its older name says the same, and both the version."""
    async with HealthServer(0, lacking=never) as server:
        await lives(server, path)
        assert await ask(server, path, "HEAD") == 200
        said = await asyncio.to_thread(asked_from_outside, server.port, path)
        assert said == (200, f"alive, atelier {VERSION}\n")


async def test_a_loop_that_stands_still_is_told():
    """Whoever asked meanwhile learns for how long; then it lives again."""
    async with HealthServer(0, lacking=always) as server:
        assert await ask(server, "/readyz") == 200
        sent = threading.Event()
        asking = asyncio.create_task(
            asyncio.to_thread(asked_from_outside, server.port, "/livez", sent)
        )
        await asyncio.sleep(0)
        sent.wait(WITHIN)
        time.sleep(STANDSTILL + 0.5)  # noqa: ASYNC251 (that is the fault)
        status, said = await asking
        assert status == 503
        assert said.startswith("the event loop stood still for ")
        await lives(server, "/livez")


async def test_readiness_follows_what_it_is_told():
    """`/readyz` answers 503 and names what is lacking as long as something is."""
    lacking = ["everything"]

    async def told() -> str:
        return lacking[-1]

    async with HealthServer(0, lacking=told) as server:
        assert await ask(server, "/readyz") == 503
        lacking.append("")
        assert await ask(server, "/readyz") == 200
        lacking.append("Discord")
        said = await asyncio.to_thread(asked_from_outside, server.port, "/readyz")
        assert said == (503, "not ready: Discord\n")


async def test_nothing_else_is_served():
    """Other paths and methods are refused."""
    async with HealthServer(0, lacking=always) as server:
        assert await ask(server, "/") == 404
        assert await ask(server, "/healthz", "POST", data=b"x" * 4096) == 405


async def test_the_port_is_free_again_afterwards():
    """A second server can take the port when the first has ended."""
    async with HealthServer(0, lacking=always) as server:
        port = server.port
    async with HealthServer(port, lacking=always) as server:
        assert await ask(server, "/healthz") == 200


async def test_a_taken_port_is_an_error():
    """Two processes can't have one port."""
    async with HealthServer(0, lacking=always) as server:
        with pytest.raises(OSError, match="address already in use"):
            await HealthServer(server.port, lacking=always).__aenter__()
