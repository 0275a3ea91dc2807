"""A running embedded Discord, and a small bot on it."""

from collections.abc import AsyncIterator

import pytest

from demo.discord import EmbeddedDiscord
from tests.system.embedded_discord.stage import TOKEN, Stage, running


@pytest.fixture
async def server() -> AsyncIterator[EmbeddedDiscord]:
    """Serve an empty Discord; nothing unmodelled may be asked of it."""
    async with EmbeddedDiscord(token=TOKEN) as embedded:
        yield embedded
        assert embedded.unknown_routes == []


@pytest.fixture
async def stage(server: EmbeddedDiscord) -> AsyncIterator[Stage]:
    """Set up a server in Chinese, a member in German, and the bot."""
    guild = server.create_guild("Studio", preferred_locale="zh-CN")
    channel = guild.create_text_channel("art")
    anna = server.create_member(guild, "anna", locale="de")
    async with running(server) as bot:
        yield Stage(server, guild, channel, anna, bot)
