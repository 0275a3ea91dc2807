"""Whether the bot can serve, as those who watch over it are told."""

import asyncio
import socket
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing

import aiohttp
import pytest

from bot.domain.errors import StorageFailed
from bot.interface.client import AtelierClient
from bot.storage.store import SqlStore
from demo.stack import Stack
from tests.acting import WITHIN, until
from tests.worlds import Join

READY, NOT_READY, ALIVE = 200, 503, 200

Ask = Callable[[str], Awaitable[int]]


def free_port() -> int:
    """Return a port that nobody has taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
async def ask(join: Join) -> AsyncIterator[Ask]:
    """Give a function that asks the running bot how it is."""
    port = free_port()
    await join(health_port=port)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:

        async def status(path: str) -> int:
            async with session.get(path) as answer:
                return answer.status

        yield status


async def becomes(ask: Ask, status: int) -> None:
    """Return once `/readyz` says this."""
    for _ in range(int(WITHIN * 100)):
        if await ask("/readyz") == status:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


@pytest.mark.logs_errors  # discord.py's word for a reconnect
async def test_who_is_cut_off_from_the_gateway_is_not_ready(world: Stack, ask: Ask) -> None:
    """Until the session is resumed; the process is alive meanwhile."""
    await becomes(ask, READY)
    world.discord.gateway.refuses = True
    world.discord.gateway.drop()
    await becomes(ask, NOT_READY)
    assert await ask("/livez") == ALIVE
    world.discord.gateway.refuses = False
    await becomes(ask, READY)
    assert world.discord.gateway.resumed == 1


@pytest.mark.logs_errors
async def test_a_session_that_begins_anew_makes_ready_too(world: Stack, ask: Ask) -> None:
    """The one before can't be resumed."""
    await becomes(ask, READY)
    world.discord.gateway.refuses = True
    world.discord.gateway.drop(resumable=False)
    await becomes(ask, NOT_READY)
    world.discord.gateway.refuses = False
    await becomes(ask, READY)
    assert world.discord.gateway.identified == 2


async def test_who_can_not_write_to_its_database_is_not_ready(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that is asked for could be written down; the process lives all the same."""
    await becomes(ask, READY)

    async def broken(*_: object) -> None:
        raise StorageFailed("database: disk I/O error")

    monkeypatch.setattr(SqlStore, "write", broken)
    assert await ask("/readyz") == NOT_READY
    assert await ask("/livez") == ALIVE


async def test_who_waits_for_its_database_for_long_is_not_ready(
    world: Stack, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program that has it locked keeps whoever asks no longer than a moment."""
    await becomes(ask, READY)
    with closing(sqlite3.connect(world.database)) as other, monkeypatch.context() as patched:
        patched.setattr("bot.operations.readiness.DATABASE_SECONDS", 0.0)
        other.execute("BEGIN IMMEDIATE")
        assert await ask("/readyz") == NOT_READY
        other.execute("ROLLBACK")
    await becomes(ask, READY)


async def test_an_acknowledged_heartbeat_is_what_counts(client: AtelierClient) -> None:
    """As discord.py sends it, and the gateway answers."""
    client._heartbeat._acknowledged_at = -1e9
    assert not client.is_listening
    await client.ws.send_heartbeat({"op": 1, "d": None})
    await until(lambda: client.is_listening)


async def test_the_log_says_in_how_many_servers_it_is_ready(
    client: AtelierClient, caplog: pytest.LogCaptureFixture
) -> None:
    """One is not told as several."""
    assert len(client.guilds) == 1
    with caplog.at_level("INFO"):
        await client.on_ready()
    assert "ready in 1 server" in caplog.messages


async def test_who_left_hears_no_more(
    client: AtelierClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Discord.py still tells of a session that had just begun; that breaks nothing."""
    await client.close()
    with caplog.at_level("INFO"):
        client.dispatch("ready")
    assert "ready in" not in caplog.text
