"""What was found about libraries: each script has one form; the table tells what has changed."""

import os
import re
from pathlib import Path

import pytest

from tests import findings

SCRIPTS = sorted(findings.FOLDER.glob("*.sh"))
SURPRISES = findings.FOLDER.parent / "docs" / "surprises.md"


def script(folder: Path, name: str, body: str) -> None:
    """Write a finding."""
    path = folder / f"{name}.sh"
    path.write_text(f"#!/bin/sh\n# lib 1.0: {name}\n{body}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_finding_names_what_it_is_about(path: Path) -> None:
    """Its first line has the version that it installs; it says what was seen, and can be run."""
    text = path.read_text()
    version = re.search(r"\d+\.\d+\.\d+", findings.title(path))
    assert version
    assert f"=={version[0]}'" in text
    assert "\n# Seen: " in text
    assert "this has changed" in text
    assert os.access(path, os.X_OK)


def test_every_finding_is_in_the_table() -> None:
    """And the table names no other, and no test that is not there."""
    table = SURPRISES.read_text()
    assert set(re.findall(r"findings/\w+\.sh", table)) == {f"findings/{p.name}" for p in SCRIPTS}
    root = SURPRISES.parents[1]
    assert all((root / test).is_file() for test in re.findall(r"tests/[\w/]+\.py", table))


def test_what_has_changed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that fails gives the status, and its last words; the others are run all the same."""
    script(tmp_path, "a", "echo no >&2; exit 1")
    script(tmp_path, "b", "echo five of six")
    assert findings.main([], tmp_path) == 1
    told = capsys.readouterr().out
    assert re.search(r"CHANGED .* lib 1\.0: a\n\s+no\n", told)
    assert re.search(r"still so .* lib 1\.0: b\n\s+five of six\n2 findings", told)
    assert findings.main(["b"], tmp_path) == 0
