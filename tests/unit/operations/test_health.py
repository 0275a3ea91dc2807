import aiohttp
import pytest

from bot.operations.health import HealthServer


async def ask(server: HealthServer, path: str, method: str = "GET", **options: object) -> int:
    """Return the status of one request."""
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"http://127.0.0.1:{server.port}{path}", **options) as answer,
    ):
        return answer.status


async def always() -> bool:
    """Be ready."""
    return True


async def never() -> bool:
    """Never be ready."""
    return False


async def test_it_lives_whether_or_not_it_can_serve():
    """`/healthz` says that the process is alive, even before Discord is connected."""
    async with HealthServer(0, ready=never) as server:
        assert await ask(server, "/healthz") == 200
        assert await ask(server, "/healthz", "HEAD") == 200


async def test_readiness_follows_what_it_is_told():
    """`/readyz` answers 503 until `ready()` is true, and again when it no longer is."""
    state = {"ready": False}

    async def told() -> bool:
        return state["ready"]

    async with HealthServer(0, ready=told) as server:
        assert await ask(server, "/readyz") == 503
        state["ready"] = True
        assert await ask(server, "/readyz") == 200
        state["ready"] = False
        assert await ask(server, "/readyz") == 503


async def test_nothing_else_is_served():
    """Other paths and methods are refused."""
    async with HealthServer(0, ready=always) as server:
        assert await ask(server, "/") == 404
        assert await ask(server, "/healthz", "POST", data=b"x" * 4096) == 405


async def test_the_port_is_free_again_afterwards():
    """A second server can take the port when the first has ended."""
    async with HealthServer(0, ready=always) as server:
        port = server.port
    async with HealthServer(port, ready=always) as server:
        assert await ask(server, "/healthz") == 200


async def test_a_taken_port_is_an_error():
    """Two processes can't have one port."""
    async with HealthServer(0, ready=always) as server:
        with pytest.raises(OSError, match="address already in use"):
            await HealthServer(server.port, ready=always).__aenter__()
