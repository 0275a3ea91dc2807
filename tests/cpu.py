"""Tell where the CPU of a run went: by file of tests, their processes included."""

import resource
import time
from collections import Counter
from typing import Any

import pytest

_LINES = 12


def _so_far() -> float:
    """Return the CPU seconds of this process and of those that it waited for."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


class Meter:
    """Count what each test takes, where it runs, and sum it up where the run is told.

    With pytest-xdist each worker counts its own; reports carry the figures over.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._last = 0.0
        self._files: Counter[str] = Counter()
        self._workers = 0.0

    def pytest_runtestloop(self) -> None:
        """Begin to count: what was before is the start."""
        self._last = _so_far()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> Any:
        """Write down what a phase of a test took, with all since the one before it."""
        report: pytest.TestReport = yield
        now = _so_far()
        report.user_properties.append((f"cpu {call.when}", now - self._last))
        self._last = now
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in what a phase took."""
        seconds = dict(report.user_properties).get(f"cpu {report.when}")
        if isinstance(seconds, float):
            self._files[report.nodeid.partition("::")[0]] += seconds

    def pytest_sessionfinish(self) -> None:
        """Hand over what a worker took in all."""
        if hasattr(self._config, "workeroutput"):
            self._config.workeroutput["cpu"] = _so_far()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take in what a worker took in all."""
        self._workers += getattr(node, "workeroutput", {}).get("cpu", 0.0)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the sum and the dearest files."""
        total = self._workers + time.process_time() if self._workers else _so_far()
        tests = sum(self._files.values())
        folders: Counter[str] = Counter()
        for file, seconds in self._files.items():
            folders["/".join(file.split("/")[:2])] += seconds
        write = terminalreporter.write_line
        terminalreporter.section("CPU")
        write(f"{total:.0f} s: {tests:.0f} s in tests, the rest to start and to collect")
        for name, seconds in (*folders.most_common(), *self._files.most_common(_LINES)):
            write(f"{seconds:6.1f} s  {name}")


def pytest_configure(config: pytest.Config) -> None:
    """Count in every process that runs tests."""
    config.pluginmanager.register(Meter(config), "cpu")
