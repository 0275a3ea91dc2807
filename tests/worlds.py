import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import assembled
from bot.discord_connection import use_discord_at
from bot.domain.guild_settings import SettingChange
from bot.interface.client import AtelierClient
from bot.storage.store import SqlStore
from config.settings import Settings
from demo.stack import KEY, SECRET_KEY, TOKEN, Stack, local_stack
from tests.acting import WITHIN
from tests.databases import put_database

Join = Callable[..., Awaitable[AtelierClient]]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[Stack]:
    """Give an embedded relay and Discord with a room and two members, and no bot yet.

    A bot that comes finds its database: the tour is what starts from nothing.
    """
    put_database(tmp_path / "data" / "atelier.db")
    async with local_stack(tmp_path, delay=0.0, sketches=True) as here:
        here.discord.wait_for_answers(WITHIN)
        yield here


@contextlib.asynccontextmanager
async def joined(world: Stack, **settings: Any) -> AsyncGenerator[AtelierClient]:
    """Join the real bot to the world as long as this is held, in this process, with settings."""
    use_discord_at(world.discord.url)
    defaults: dict[str, Any] = {
        "discord_token": TOKEN,
        "discord_url": world.discord.url,
        "relay_url": world.relay.url,
        "relay_key": KEY,
        "secret_key": (SECRET_KEY,),
        "data_dir": world.folder / "data",
        # One more request for each thread would be in the way of what a test counts.
        "thread_titles": False,
    }
    async with contextlib.AsyncExitStack() as running:
        client, admission = await running.enter_async_context(
            assembled(Settings(**(defaults | settings)))
        )
        serving = asyncio.create_task(client.start(TOKEN))
        running.push_async_callback(asyncio.wait, [serving])
        running.push_async_callback(client.close)
        running.push_async_callback(admission.close, 10.0)
        await world.ready()
        yield client


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a bot run in this process as it would in one of its own."""
    monkeypatch.chdir(tmp_path)
    # The embedded Discord tells of all its servers at once.
    monkeypatch.setattr("bot.interface.client.GUILD_READY_SECONDS", 0.05)


@pytest.fixture
async def join(world: Stack, beside: None) -> AsyncGenerator[Join]:
    """Give a function that joins the real bot to the world, in this process, with settings."""
    async with contextlib.AsyncExitStack() as running:

        async def start(**settings: Any) -> AtelierClient:
            return await running.enter_async_context(joined(world, **settings))

        yield start


@pytest.fixture
async def client(join: Join) -> AtelierClient:
    """Give the running bot with the settings that an operator starts with."""
    return await join()


def store_of(client: AtelierClient) -> SqlStore:
    """Return the store on which a running bot works."""
    store = client.services.chats._conversations
    assert isinstance(store, SqlStore)
    return store


async def decide(world: Stack, client: AtelierClient, **settings: Any) -> list[SettingChange]:
    """Change settings of the server of a world, as anna does."""
    book = client.services.guild_book
    return await book.change(
        world.guild.id,
        settings,
        seen=book.versioned(world.guild.id).revision,
        author_id=world.anna.id,
        now=datetime.now(UTC),
    )
