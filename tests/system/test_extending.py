"""The examples of docs/extending.md, done to a copy of the code."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT, blocks, section

COPIED = ("bot", "cogs", "config", "demo", "tests", "docs", "pyproject.toml", "CONTRIBUTING.md")
ALWAYS = ("tests/unit/interface/test_texts.py", "tests/unit/project/test_features.py")
NO_CACHE = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the code that may be changed."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            # What is compiled goes along; another process may be writing more of that.
            unfinished = shutil.ignore_patterns("*.pyc.*")
            shutil.copytree(ROOT / name, tmp_path / name, ignore=unfinished)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def done(folder: Path, *command: str, given: str = "") -> None:
    """Do something in a folder; show what it said where that fails."""
    run = subprocess.run(  # noqa: S603 (what our own document says)
        command, cwd=folder, input=given, text=True, capture_output=True, check=False
    )
    assert run.returncode == 0, f"{' '.join(command)}:\n{run.stdout}\n{run.stderr}"


@pytest.mark.parametrize("title", ["A command", "A button", "A language", "A wire"])
def test_each_example_is_a_whole_change(copy: Path, title: str):
    """It can be applied to the code as it is, is clean, and passes its test and every feature's."""
    text = section("docs/extending.md", title)
    for commands in blocks(text, "sh"):
        done(copy, "sh", "-ec", commands)
    (change,) = blocks(text, "diff")
    done(copy, "git", "apply", given=change)
    done(copy, sys.executable, "-m", "ruff", "check", "--no-cache", "bot", "cogs", "config")
    (added,) = [line[6:] for line in change.splitlines() if line.startswith("+++ b/tests/")]
    done(copy, sys.executable, "-m", "pytest", "-q", *NO_CACHE, added, *ALWAYS)
