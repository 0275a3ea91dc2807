"""`python -m bot doctor` as tests ask it: in this process, or as one of its own."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.doctor import examined
from bot.operations.doctor.findings import Finding
from demo.stack import KEY, TOKEN, Stack
from tests.commands import PROJECT

Examine = Callable[..., Awaitable[dict[str, str]]]


def settings_of(world: Stack) -> dict[str, str]:
    """Return what lets the bot join the world, as its operator sets it."""
    return {
        "ATELIER_DISCORD_TOKEN": TOKEN,
        "ATELIER_DISCORD_URL": world.discord.url,
        "ATELIER_RELAY_URL": world.relay.url,
        "ATELIER_RELAY_KEY": KEY,
        "ATELIER_DATA_DIR": str(world.folder / "data"),
    }


def told(finding: Finding) -> str:
    """Return the line of a finding, without how long it took."""
    verdict, about = finding.line[:8].strip(), finding.line[8:26].strip()
    assert about == finding.about
    return f"{verdict}: {finding.line[26:].partition(' s  ')[2]}"


@pytest.fixture
def examine(world: Stack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Examine:
    """Give a function that looks at the world with settings, and returns what it says of what.

    It takes the disk of this machine for large enough, however little is free.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.operations.doctor.data_side.LEAST_FREE", 0)

    async def look(**settings: str) -> dict[str, str]:
        for name, value in (settings_of(world) | settings).items():
            monkeypatch.setenv(name, value)
        findings, _ = await examined()
        return {each.about: told(each) for each in findings}

    return look


async def typed(world: Stack, *words: str, limit: Callable[[], object] | None = None, **more: str):
    """Run `python -m bot doctor` as a process of its own; return its status and what it wrote."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "doctor", *words),
        cwd=world.folder,
        env={**os.environ, **settings_of(world), **more, "PYTHONPATH": str(PROJECT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=limit,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode, out.decode(), err.decode()


async def run_once(world: Stack) -> None:
    """Let a bot come, tell its commands, and leave."""
    async with world.bot():
        await world.ready()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=60)
