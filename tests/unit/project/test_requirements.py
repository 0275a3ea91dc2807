"""The locks: what is installed is what was looked at."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def read(name: str) -> str:
    """Return the text of a lock."""
    return (ROOT / name).read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    """Return the pinned versions of a lock, by package and marker."""
    found = re.findall(r"^([a-z0-9][\w.-]*)==(\S+)(?: ; (.+?))? \\$", read(name), re.MULTILINE)
    return {f"{package} {marker}".strip(): version for package, version, marker in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str):
    """A lock works with any index: it holds no address and no option of pip."""
    assert "://" not in read(lock)
    assert not re.findall(r"^\s*-", read(lock).replace("    --hash=", ""), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str):
    """Each package is pinned to one version and at least one sha256."""
    entries = re.split(r"\n(?=[a-z0-9])", read(lock))
    assert len(entries) == len(pins(lock)) > 20
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


def test_tests_run_against_what_is_deployed():
    """The developers' lock pins what the image gets, and more."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_every_dependency_is_locked():
    """Nothing that the project names is missing in the locks; the demo's are not deployed."""
    project = tomllib.loads(read("pyproject.toml"))

    def names(requirements: list[str]) -> set[str]:
        found = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
        return {re.sub(r"[._]", "-", match[0].lower()) for match in found if match}

    def locked(lock: str) -> set[str]:
        return {re.sub(r"[._]", "-", pin.split()[0]) for pin in pins(lock)}

    assert names(project["project"]["dependencies"]) <= locked("requirements.txt")
    assert names(project["dependency-groups"]["dev"]) <= locked("requirements-dev.txt")
    demo = names(project["project"]["optional-dependencies"]["demo"])
    assert demo <= locked("requirements-dev.txt")
    assert not demo & locked("requirements.txt")
