"""Test runs in children of a process that has all libraries imported: a run costs what it tests."""

import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import coverage
import pytest

OURS: Final = ("bot", "cogs", "config", "demo", "tests")
ARGUMENTS: Final = (
    "-q",
    "-x",
    "--no-cov",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--hypothesis-seed=0",
    "-m",
    "not slow and not browser",
    # Its plugins are imported already, which is the point of it.
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
POLL: Final = 0.02
KILLED: Final = -signal.SIGKILL
WITHIN: Final = "10"
"""Seconds after which tests give up what a mutant does not do (`tests.acting`)."""


def warm_up(tests: Sequence[str]) -> None:
    """Import the libraries that these tests bring with them, and nothing of our own."""
    found = Children(1)
    found.start(lambda told: _collect(tests, told), 120.0)
    (ended,) = found.finish()
    if ended.status:
        sys.exit(f"the tests can't be collected:\n{ended.output}")
    for name in ended.told:
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001, S112 (a module may want another one first)
            continue


def _collect(tests: Sequence[str], told: Path) -> int:
    status = pytest.main([*ARGUMENTS, "--collect-only", *tests])
    strangers = [name for name in sys.modules if name.partition(".")[0] not in OURS]
    told.write_text(json.dumps(strangers))
    return int(status)


@dataclass(frozen=True, slots=True)
class Ended:
    """Hold what became of a child: its exit status, the JSON that it told, and what it printed."""

    task: Any
    status: int
    told: Any
    output: str


@dataclass(slots=True)
class _Child:
    task: Any
    ends: float
    folder: Path
    began: float = field(default_factory=time.monotonic)


class Children:
    """Run functions in forked processes, `most` at a time.

    A function is given a file into which it may write JSON, and returns an exit status.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._running: dict[int, _Child] = {}

    @property
    def is_full(self) -> bool:
        """Tell whether one has to end before another can start."""
        return len(self._running) >= self._most

    def start(self, run: Callable[[Path], int], seconds: float, task: Any = None) -> None:
        """Run this in a child that is killed, with all that it started, after so many seconds."""
        folder = Path(tempfile.mkdtemp(prefix="mutants-"))
        child = os.fork()
        if not child:
            _be_child(run, folder)
        self._running[child] = _Child(task, time.monotonic() + seconds, folder)

    def ended(self) -> Iterator[Ended]:
        """Yield those that are over."""
        for number, child in list(self._running.items()):
            if time.monotonic() > child.ends:
                os.killpg(number, signal.SIGKILL)
            done, status = os.waitpid(number, os.WNOHANG)
            if not done:
                continue
            del self._running[number]
            told = child.folder / "told"
            ended = Ended(
                child.task,
                os.waitstatus_to_exitcode(status),
                json.loads(told.read_text()) if told.exists() else None,
                (child.folder / "output").read_text(errors="replace"),
            )
            shutil.rmtree(child.folder, ignore_errors=True)
            yield ended

    def finish(self) -> list[Ended]:
        """Wait for all, and return what became of them."""
        results: list[Ended] = []
        while self._running:
            results += self.ended()
            time.sleep(POLL)
        return results


def _be_child(run: Callable[[Path], int], folder: Path) -> None:
    """Never return: what is behind the fork belongs to the parent."""
    status = 3
    try:
        os.setsid()
        with (folder / "output").open("wb") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
        status = run(folder / "told")
    except BaseException:  # noqa: BLE001 (whatever it was, it is told to the parent)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


class _Broken(Loader, MetaPathFinder):
    """Put a mutant in the place of its module."""

    def __init__(self, module: str, code: str) -> None:
        self._path = module
        self._name = module.removesuffix(".py").replace("/", ".")
        self._code = code

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        return spec_from_loader(name, self, origin=self._path) if name == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(Path(self._path).resolve())
        exec(compile(self._code, self._path, "exec"), module.__dict__)  # noqa: S102 (the mutant)


def run_broken(module: str, code: str, tests: Sequence[str]) -> int:
    """Run these tests with a module broken; return pytest's exit status."""
    sys.meta_path.insert(0, _Broken(module, code))
    os.environ["WITHIN"] = WITHIN
    return int(pytest.main([*ARGUMENTS, *tests]))


class _Timed:
    """Tell coverage which test runs, and note how long each took."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self._measured = measured
        self.took: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._measured.switch_context(item.nodeid)
        began = time.perf_counter()
        try:
            return (yield)
        finally:
            self.took[item.nodeid] = time.perf_counter() - began


def run_covered(modules: Sequence[str], tests: Sequence[str], told: Path) -> int:
    """Run all tests unbroken, and write how long each took and which reach which lines."""
    measured = coverage.Coverage(data_file=None, include=list(modules), config_file=False)
    timed = _Timed(measured)
    measured.start()
    status = int(pytest.main([*ARGUMENTS, *tests], plugins=[timed]))
    measured.stop()
    data = measured.get_data()
    lines = {
        str(Path(path).relative_to(Path.cwd())): data.contexts_by_lineno(path)
        for path in data.measured_files()
    }
    told.write_text(json.dumps({"took": timed.took, "lines": lines}))
    return status
