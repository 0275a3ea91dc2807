import os
import re
import socket
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from bot import VERSION
from bot.__main__ import main
from tests.commands import NEEDED, command

PROJECT = Path(__file__).parents[2]
NOWHERE = "http://127.0.0.1:9"
COMPLETE = {
    "ATELIER_DISCORD_TOKEN": "token",
    "ATELIER_DISCORD_URL": NOWHERE,
    "ATELIER_RELAY_URL": NOWHERE,
    "ATELIER_RELAY_KEY": "key",
}
"""What lets the bot start, with nobody to speak to."""


def start(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m bot` in a folder until it ends by itself."""
    return subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_settings_it_says_what_it_needs(tmp_path: Path):
    """The process ends with status 2 and one line for each of the three needed variables."""
    ended = start(tmp_path)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert [line.split(": ")[:1] for line in ended.stderr.splitlines()] == [
        ["ATELIER_DISCORD_TOKEN"],
        ["ATELIER_RELAY_URL"],
        ["ATELIER_RELAY_KEY"],
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_setting_is_one_line_without_its_value(tmp_path: Path):
    """A key that was copied wrongly is named, and not shown; no traceback follows."""
    ended = start(
        tmp_path,
        ATELIER_DISCORD_TOKEN="token",
        ATELIER_RELAY_URL="https://relay.example",
        ATELIER_RELAY_KEY="hidden value",
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("ATELIER_RELAY_KEY: ")
    assert ended.stderr.count("\n") == 1
    assert "hidden" not in ended.stderr


async def test_work_on_the_data_needs_neither_token_nor_key(tmp_path: Path):
    """It speaks to nobody."""
    none = dict.fromkeys(NEEDED, "")
    assert (await command(tmp_path, "migrate", **none))[0] == 0
    assert (await command(tmp_path, "forget", 1, **none))[0] == 0


@pytest.mark.parametrize("spoilt", ["data", "data/atelier.db", "data/blobs", "data/atelier.lock"])
def test_a_data_folder_that_is_not_usable_is_one_line(tmp_path: Path, spoilt: str):
    """It names the setting and the folder, and says what to set it to."""
    place = tmp_path / spoilt
    if place.suffix:
        place.mkdir(parents=True)
    else:
        place.parent.mkdir(exist_ok=True)
        place.write_text("no folder")
    ended = start(tmp_path, **COMPLETE)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith("ATELIER_DATA_DIR: data can't be used: ")
    assert "Set it to a folder" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_health_port_that_is_taken_is_one_line(tmp_path: Path):
    """It names the setting and the port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        ended = start(tmp_path, **COMPLETE, ATELIER_HEALTH_PORT=port)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1] == (
        f"ATELIER_HEALTH_PORT: port {port} of 127.0.0.1 is taken. Set it to one that is free"
    )


@pytest.mark.parametrize("host", ["203.0.113.9", "a..b"])
def test_a_health_host_of_another_machine_is_one_line(tmp_path: Path, host: str):
    """It names the setting, and says which addresses there are."""
    ended = start(tmp_path, **COMPLETE, ATELIER_HEALTH_PORT="18099", ATELIER_HEALTH_HOST=host)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith(
        f"ATELIER_HEALTH_HOST: can't listen on {host}: "
    )
    assert "Traceback" not in ended.stderr


def test_another_discord_that_is_not_there_is_one_line(tmp_path: Path):
    """It names the setting; a traceback helps nobody."""
    ended = start(tmp_path, **COMPLETE)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith("ATELIER_DISCORD_URL: no Discord answers at ")
    assert "Traceback" not in ended.stderr


def test_a_key_that_travels_in_the_clear_is_warned_of(tmp_path: Path):
    """At the start, before anybody is spoken to."""
    (tmp_path / "data").write_text("no folder")
    relay = {"ATELIER_RELAY_URL": "http://relay.example"}
    _, warning, _ = start(tmp_path, **{**COMPLETE, **relay}).stderr.splitlines()
    assert " WARNING " in warning
    assert "ATELIER_RELAY_URL: the key travels to relay.example in the clear" in warning


async def test_it_tells_its_version(tmp_path: Path):
    """The one that the project names, without any setting."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    none = dict.fromkeys(NEEDED, "")
    assert await command(tmp_path, "--version", **none) == (
        0,
        f"atelier {project['version']}\n",
        "",
    )


def test_the_log_begins_with_the_version(tmp_path: Path):
    """Who sends a log need not be asked."""
    first, *_ = start(tmp_path, **COMPLETE).stderr.splitlines()
    assert first.endswith(f" bot.app: atelier {VERSION}")


def test_the_version_is_the_newest_of_the_changelog():
    """What is not released yet stands above it without a number."""
    changes = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    newest = re.findall(r"^## \[([\d.]+)\]", changes, re.MULTILINE)[0]
    assert newest == VERSION


def test_windows_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There the bot can't hold its data folder: it says where it runs, and ends with status 2."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["run"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "WSL" in line
