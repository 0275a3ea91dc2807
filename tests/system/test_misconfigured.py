import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main

PROJECT = Path(__file__).parents[2]


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


def test_windows_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There the bot can't hold its data folder: it says where it runs, and ends with status 2."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["run"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "WSL" in line
