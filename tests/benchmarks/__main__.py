"""All benchmarks with one command: `python -m tests.benchmarks [--light] [--write] [NAME...]`.

A figure that misses its goal is named at the end, and makes the exit status 1. `--write` puts the
table into `docs/performance.md`. `--light` is for machines that have other work: it leaves out what
takes long or needs the SDK, lets ratios and counts be half as much again, and judges no times;
what misses its goal is measured a second time, for what is slow is slow both times.
"""

import argparse
import asyncio
import importlib
import sys
import time
from pathlib import Path
from typing import Final

from tests.benchmarks.goals import Goal

SUITES: Final = (
    "replies",
    "requests",
    "transfers",
    "fitting",
    "turns",
    "anatomy",
    "conversation",
    "commands",
    "words",
    "edits",
    "starting",
    "idle",
    "disk",
    "crowd",
    "fairness",
    "soak",
)
TOLD: Final = frozenset({"anatomy"})
"""Those without any goal, which the light version leaves out."""

DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN: Final = "<!-- table: make bench -->"
END: Final = "<!-- end of table -->"
SLACK: Final = 1.5
"""By how much a figure may be over its goal in the light version."""

HEAD: Final = ("what", "reached", "goal", "beside it")


def _is_missed(goal: Goal, *, light: bool) -> bool:
    return goal.is_missed(SLACK) and not goal.is_time if light else goal.is_missed()


async def _run(names: list[str], *, light: bool) -> list[Goal]:
    reached: list[Goal] = []
    for name in names:
        began = time.monotonic()
        suite = importlib.import_module(f"tests.benchmarks.{name}")
        goals: list[Goal] = await suite.goals(light=light)
        if light and (missed := [each for each in goals if _is_missed(each, light=light)]):
            for each in missed:
                sys.stdout.write(f"once more, for {each.name}: {each.cells[1]}\n")
            goals = await suite.goals(light=light)
        sys.stdout.write(f"\n{name} ({time.monotonic() - began:.0f} s)\n")
        for goal in goals:
            what, figure, limit, note = goal.cells
            sign = "MISSED" if _is_missed(goal, light=light) else ""
            sys.stdout.write(f"{sign:7}{what:72} {figure:>12} {limit:14} {note}\n")
        sys.stdout.flush()
        reached += goals
    return reached


def _write(reached: list[Goal]) -> None:
    rows = [HEAD, ("---", "---:", "---:", "---")]
    for goal in reached:
        what, figure, limit, note = goal.cells
        rows.append((what, f"**{figure}**, missed" if goal.is_missed() else figure, limit, note))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    text = DOCUMENT.read_text()
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}")


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SUITES))
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if unknown := set(options.names) - set(SUITES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    names = options.names or [name for name in SUITES if not (options.light and name in TOLD)]
    reached = asyncio.run(_run(names, light=options.light))
    if options.write:
        _write(reached)
    missed = [goal for goal in reached if _is_missed(goal, light=options.light)]
    for goal in missed:
        sys.stdout.write(f"missed: {goal.name}: {' instead of '.join(goal.cells[1:3])}\n")
    held = sum(goal.limit is not None for goal in reached) - len(missed)
    sys.stdout.write(f"\n{held} goals reached, {len(missed)} missed\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(_main())
