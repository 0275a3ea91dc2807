"""Break the lines that decide about money or access, one at a time: `python -m tests.mutants`.

Each broken version has to fail a test. One that does not is a survivor, and makes the exit status
1, unless `survivors.toml` has it with the reason why it may live; so does a row there that nothing
needs. `plan.toml` says which modules are broken, and which tests are held against them.
"""

import argparse
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest

from tests.mutants import children
from tests.mutants.children import Ended
from tests.mutants.operators import Mutant, mutants

HERE: Final = Path(__file__).parent
BASELINE_SECONDS: Final = 900.0
SLOWER: Final = 5.0
"""How many times as long as the tests take unbroken a mutant may take; beside 20 seconds more."""


@dataclass(slots=True)
class Group:
    """Hold modules that the same tests are held against, and which tests reach which lines."""

    name: str
    modules: list[str]
    tests: list[str]
    took: Mapping[str, float] = field(default_factory=dict[str, float])
    lines: Mapping[str, Mapping[str, list[str]]] = field(
        default_factory=dict[str, Mapping[str, list[str]]]
    )

    def reaching(self, mutant: Mutant) -> list[str]:
        """Return the tests that come by a line, the quickest first; all, for what is imported."""
        by_line = self.lines.get(mutant.module, {})
        span = range(mutant.line, mutant.line + mutant.height)
        found = {test for line in span for test in by_line.get(str(line), ()) if test}
        at_import = any("" in by_line.get(str(line), ()) for line in span)
        return sorted(self.took if at_import or not found else found, key=self.took.__getitem__)


class Allowed:
    """Know which mutants may live, and why."""

    def __init__(self, path: Path) -> None:
        listed: dict[str, Any] = tomllib.loads(path.read_text())
        self._kinds = [(re.compile(each["line"]), each) for each in listed.get("kind", [])]
        self._rows = {
            (row["module"], row["before"], row["after"]): row for row in listed.get("survivor", [])
        }
        self._used = set[int]()

    def is_kind(self, mutant: Mutant) -> bool:
        """Tell whether a mutant is of a kind that is not even tried."""
        for pattern, each in self._kinds:
            if pattern.search(mutant.before):
                self._used.add(id(each))
                return True
        return False

    def lets_live(self, mutant: Mutant) -> bool:
        """Tell whether a survivor is listed."""
        row = self._rows.get(mutant.change)
        if row is not None:
            self._used.add(id(row))
        return row is not None

    def unneeded(self, modules: Sequence[str]) -> list[str]:
        """Return the rows of these modules that no mutant needed."""
        return [
            " → ".join(change)
            for change, row in self._rows.items()
            if change[0] in modules and id(row) not in self._used
        ]


def _groups(names: Sequence[str]) -> list[Group]:
    listed = tomllib.loads((HERE / "plan.toml").read_text())
    return [
        Group(name, group["modules"], group["tests"])
        for name, group in listed.items()
        if not names or name in names
    ]


def _measure(groups: Sequence[Group], jobs: int) -> None:
    """Run every group's tests unbroken; stop where they fail, for then nothing can be told."""
    running = children.Children(jobs)
    waiting = list(groups)
    while waiting:
        if running.is_full:
            _note(running.ended())
            time.sleep(children.POLL)
            continue
        group = waiting.pop(0)
        running.start(
            lambda told, group=group: children.run_covered(group.modules, group.tests, told),
            BASELINE_SECONDS,
            group,
        )
    _note(running.finish())


def _note(ended: Iterable[Ended]) -> None:
    for each in ended:
        group: Group = each.task
        if each.status:
            sys.exit(f"{each.output}\n{group.name}: its tests fail unbroken")
        group.took, group.lines = each.told["took"], each.told["lines"]


@dataclass(slots=True)
class Outcome:
    """Count what became of the mutants of each module."""

    counts: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    survivors: list[Mutant] = field(default_factory=list[Mutant])

    def note(self, mutant: Mutant, what: str) -> None:
        """Count one."""
        self.counts.setdefault(mutant.module, Counter())[what] += 1


def _try(groups: Sequence[Group], allowed: Allowed, jobs: int) -> Outcome:
    outcome = Outcome()
    running = children.Children(jobs)

    def settle(ended: Iterable[Ended]) -> None:
        for each in ended:
            mutant: Mutant = each.task
            if each.status not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
                outcome.note(mutant, "timed out" if each.status == children.KILLED else "killed")
            elif allowed.lets_live(mutant):
                outcome.note(mutant, "may live")
            else:
                outcome.note(mutant, "SURVIVED")
                outcome.survivors.append(mutant)
                _say(f"survived  {_told(mutant)}")

    for group in groups:
        for module in group.modules:
            began = time.monotonic()
            for mutant in mutants(module, Path(module).read_text()):
                if allowed.is_kind(mutant):
                    outcome.note(mutant, "of a kind")
                    continue
                tests = group.reaching(mutant)
                seconds = 20.0 + SLOWER * sum(group.took[test] for test in tests)
                while running.is_full:
                    settle(running.ended())
                    time.sleep(children.POLL)
                running.start(
                    lambda _, mutant=mutant, tests=tests: children.run_broken(
                        mutant.module, mutant.code, tests
                    ),
                    seconds,
                    mutant,
                )
            _say(f"{module}: {time.monotonic() - began:.0f} s")
    settle(running.finish())
    return outcome


def _told(mutant: Mutant) -> str:
    return (
        f"{mutant.module}:{mutant.line} {mutant.operator}\n  - {mutant.before}\n  + {mutant.after}"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


COLUMNS: Final = ("killed", "timed out", "of a kind", "may live", "SURVIVED")


def _table(outcome: Outcome) -> None:
    _say(f"\n{'module':40}" + "".join(f"{name:>11}" for name in ("mutants", *COLUMNS)))
    total = Counter[str]()
    for module, counts in outcome.counts.items():
        total += counts
        _say(f"{module:40}" + _cells(counts))
    _say(f"{'all':40}" + _cells(total))


def _cells(counts: Counter[str]) -> str:
    return "".join(
        f"{number:11}" for number in (counts.total(), *(counts[name] for name in COLUMNS))
    )


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="of plan.toml; all without")
    parser.add_argument("--jobs", type=int, default=4, help="test runs at a time (%(default)s)")
    options = parser.parse_args()
    groups = _groups(options.groups)
    if not groups:
        parser.error("no such group")
    began = time.monotonic()
    children.warm_up([test for group in groups for test in group.tests])
    _measure(groups, options.jobs)
    _say(f"unbroken: {time.monotonic() - began:.0f} s")
    allowed = Allowed(HERE / "survivors.toml")
    outcome = _try(groups, allowed, options.jobs)
    _table(outcome)
    unneeded = allowed.unneeded([module for group in groups for module in group.modules])
    for row in unneeded:
        _say(f"survivors.toml has what no mutant needs: {row}")
    _say(f"{len(outcome.survivors)} survivors, {(time.monotonic() - began) / 60:.1f} minutes")
    return 1 if outcome.survivors or unneeded else 0


if __name__ == "__main__":
    sys.exit(_main())
