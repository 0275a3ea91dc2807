"""Measure in a process of its own, in turns with the peers, and take the middle of it."""

import asyncio
import importlib
import json
import sys
from collections.abc import Awaitable, Callable, Mapping
from statistics import median
from typing import Any

from tests.benchmarks.meter import Figures

Way = Callable[..., Awaitable[Figures]]
"""A function at the top of a module that does the work in one way and measures it."""

Row = dict[str, float]


async def fresh(way: Way, **arguments: Any) -> Row:
    """Run a way in a new process and return its figures by name."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__, way.__module__, way.__name__, json.dumps(arguments)),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{way.__name__}({arguments}) ended with {process.returncode}")
    return json.loads(said.splitlines()[-1])


async def alternating(
    ways: Mapping[str, Way], *, rounds: int = 3, **arguments: Any
) -> dict[str, list[Row]]:
    """Measure each way once a round, and return the rows of all rounds by name."""
    rows: dict[str, list[Row]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            rows[name].append(await fresh(way, **arguments))
    return rows


def middle(rows: list[Row], figure: str) -> float:
    """Return the median of one figure."""
    return median(row[figure] for row in rows)


def ratio(ours: list[Row], theirs: list[Row], figure: str = "cpu") -> float:
    """Return the median of the ratios that a figure has, round by round."""
    return median(one[figure] / other[figure] for one, other in zip(ours, theirs, strict=True))


def _main() -> None:
    module, name, arguments = sys.argv[1:]
    way: Way = getattr(importlib.import_module(module), name)
    figures = asyncio.run(way(**json.loads(arguments)))
    sys.stdout.write("\n" + json.dumps(figures.flat()) + "\n")


if __name__ == "__main__":
    _main()
