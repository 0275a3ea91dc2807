"""The locks: what is installed is what was looked at."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.txt"))


def read(name: str) -> str:
    """Return the text of a lock."""
    return (ROOT / name).read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    """Return the pinned versions of a lock, by package and marker."""
    found = re.findall(r"^([a-z0-9][\w.-]*)==(\S+)(?: ; (.+?))? \\$", read(name), re.MULTILINE)
    return {f"{package} {marker}".strip(): version for package, version, marker in found}


def names(requirements: list[str]) -> set[str]:
    """Return the packages that a list in `pyproject.toml` names."""
    found = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {re.sub(r"[._]", "-", match[0].lower()) for match in found if match}


def locked(lock: str) -> set[str]:
    """Return the packages that a lock pins."""
    return {re.sub(r"[._]", "-", pin.split()[0]) for pin in pins(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str):
    """A lock works with any index: it holds no address and no option of pip."""
    assert "://" not in read(lock)
    assert not re.findall(r"^\s*-", read(lock).replace("    --hash=", ""), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str):
    """Each package is pinned to one version and at least one sha256."""
    entries = re.split(r"\n(?=[a-z0-9])", read(lock))
    assert len(entries) == len(pins(lock)) > 0
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_in_two_locks_is_the_same_in_both(lock: str):
    """Tests, demo, benchmarks and what builds run against what is deployed."""
    common = pins(lock).keys() & pins("requirements-dev.txt").keys()
    assert {name: pins(lock)[name] for name in common} == {
        name: pins("requirements-dev.txt")[name] for name in common
    }


def test_each_environment_holds_the_one_before():
    """The demo runs on what is deployed and more, the tests on what the demo has and more."""
    assert pins("requirements.txt").items() <= pins("requirements-demo.txt").items()
    assert pins("requirements-demo.txt").items() <= pins("requirements-dev.txt").items()


def test_the_installer_is_one_package_that_needs_no_other():
    """Any pip installs that as it is written: nothing asks for it with an extra."""
    assert [name.split()[0] for name in pins("requirements-installer.txt")] == ["uv"]


def test_a_visitor_gets_no_tools():
    """The demo's lock holds nothing of what only checks or tests."""
    project = tomllib.loads(read("pyproject.toml"))
    assert not (names(project["dependency-groups"]["dev"]) - {"simcord"}) & locked(
        "requirements-demo.txt"
    )


def test_every_dependency_is_locked():
    """Nothing that the project names is missing in the locks; the demo's are not deployed."""
    project = tomllib.loads(read("pyproject.toml"))
    assert names(project["project"]["dependencies"]) <= locked("requirements.txt")
    for group, wanted in project["dependency-groups"].items():
        assert names(wanted) <= locked(f"requirements-{group}.txt")
    demo = names(tomllib.loads(read("demo/pyproject.toml"))["project"]["dependencies"]) - {
        "atelier"
    }
    assert demo <= locked("requirements-demo.txt")
    assert not demo & locked("requirements.txt")
