"""The recipe of the container image, read: no engine is needed for what can be seen in it."""

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import pytest

from bot.operations.health import HealthServer

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str]]:
    """Return the instructions of the Dockerfile with their arguments."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    whole = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in whole.splitlines())]


def of_kind(steps: list[tuple[str, str]], kind: str) -> list[str]:
    """Return the arguments of all instructions of one kind."""
    return [rest for word, rest in steps if word == kind]


def copied(steps: list[tuple[str, str]]) -> set[str]:
    """Return what is copied from the project."""
    copies = [rest.split() for rest in of_kind(steps, "COPY") if not rest.startswith("--from")]
    return {name for *names, _ in copies for name in names}


def test_two_stages_of_a_pinned_minor_version(steps: list[tuple[str, str]]):
    """What installs stays in the first stage; both have the same Python."""
    first, second = of_kind(steps, "FROM")
    assert first == f"{second} AS packages"
    assert re.fullmatch(r"python:3\.\d+-slim", second)


def test_what_runs_gets_signals(steps: list[tuple[str, str]]):
    """The process is started without a shell, so SIGTERM reaches it."""
    (entry,) = of_kind(steps, "ENTRYPOINT")
    assert json.loads(entry) == ["python", "-m", "bot"]
    assert of_kind(steps, "STOPSIGNAL") == ["SIGTERM"]
    assert of_kind(steps, "CMD") == []


def test_it_runs_without_rights(steps: list[tuple[str, str]]):
    """The last user is a number that is not root's, which orchestrators can check."""
    user = of_kind(steps, "USER")[-1]
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    assert [word for word, _ in steps].index("USER") > [word for word, _ in steps].index("COPY")


def test_packages_are_installed_as_everywhere(steps: list[tuple[str, str]]):
    """What fills the Makefile's environment fills the image's, from the lock of what runs."""
    install, tidy, *_ = [json.loads(rest) for rest in of_kind(steps, "RUN") if rest[0] == "["]
    assert install == ["python", "installer.py", "--into", "/opt/venv", "requirements.txt"]
    assert tidy[-2:] == ["uv", "pip"]


def test_no_secret_is_baked_in(steps: list[tuple[str, str]]):
    """Neither a variable nor a build argument holds a token or key."""
    assert of_kind(steps, "ARG") == []
    for variables in of_kind(steps, "ENV"):
        assert not re.search(r"TOKEN|KEY|SECRET|PASSWORD", variables)
    assert not copied(steps) & {".", "./", ".env", "data"}


def test_only_what_is_copied_is_sent_to_the_engine(steps: list[tuple[str, str]]):
    """`.dockerignore` leaves everything out but what is copied, and the demo with it."""
    rules = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [rule for rule in rules if rule and not rule.startswith("#")]
    assert rules[0] == "*"
    let_in = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}
    assert copied(steps) == let_in
    assert all((ROOT / name).exists() for name in let_in)
    assert "demo" in rules


async def not_ready() -> str:
    """Say what the health check does not ask for."""
    return "Discord"


async def test_the_health_check_finds_the_living(steps: list[tuple[str, str]]):
    """The check's own command ends with 0 where the bot answers, whatever proxy is set."""
    async with HealthServer(0, lacking=not_ready) as server:
        assert await check(steps, server.port) == 0


async def test_the_health_check_finds_the_dead(steps: list[tuple[str, str]]):
    """It ends with another status where nobody answers."""
    async with HealthServer(0, lacking=not_ready) as server:
        port = server.port
    assert await check(steps, port) != 0


async def check(steps: list[tuple[str, str]], port: int) -> int:
    """Run the command of the health check and return its status."""
    (instruction,) = of_kind(steps, "HEALTHCHECK")
    _, *arguments = json.loads(instruction.partition("CMD ")[2])
    env = {**os.environ, "ATELIER_HEALTH_PORT": str(port), "http_proxy": "http://127.0.0.1:1"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=env, stderr=asyncio.subprocess.DEVNULL
    )
    return await process.wait()
