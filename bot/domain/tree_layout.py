"""Where the versions of a page stand when they are drawn as a tree.

A tree grows to the right: what is made first of a version stands beside it, what is made of it
besides in a row of its own below. Screens are narrow and as high as wide: a long branch goes on
further down, and many rows are shared out to several panels side by side. Where that leaves no room
for a line, the number of what a version continues has to tell of it.
"""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

COLUMNS: Final = 4
"""How far a branch goes before it is broken off: each is still 80 pixels wide on a phone."""

_MOST_PANELS: Final = 3

_Row: TypeAlias = list[tuple[int, int]]
"""The versions of a row, each with its column."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Say where a version stands, and whether a line leads there from what it continues."""

    column: int
    row: int
    is_joined: bool = False


def spots(before: Sequence[int | None]) -> list[Spot]:
    """Return where each of some versions stands.

    `before` holds the index of what each continues, which is a lower one than its own; None for
    what continues none of them.
    """
    rows = _rows(before)
    tries = [_in_panels(before, rows, number) for number in range(1, _MOST_PANELS + 1)]
    return min(tries, key=_side)


def _rows(before: Sequence[int | None]) -> list[_Row]:
    """Return the rows; between two that a line joins are only what came of the upper one."""
    after: list[list[int]] = [[] for _ in before]
    for index, parent in enumerate(before):
        if parent is not None:
            after[parent].append(index)
    rows: list[_Row] = []
    starts = deque(index for index, parent in enumerate(before) if parent is None)
    broken_off: list[int] = []

    def put(index: int, column: int) -> None:
        rows[-1].append((index, column))
        if column + 1 == COLUMNS:
            broken_off.extend(after[index])
            return
        for number, child in enumerate(after[index]):
            if number:
                rows.append([])
            put(child, column + 1)

    while starts:
        rows.append([])
        put(starts.popleft(), 0)
        starts.extendleft(reversed(broken_off))
        broken_off.clear()
    return rows


def _in_panels(before: Sequence[int | None], rows: Sequence[_Row], panels: int) -> list[Spot]:
    """Share rows out to so many panels side by side."""
    high = math.ceil(len(rows) / panels)
    found: dict[int, Spot] = {}
    left = 0
    for start in range(0, len(rows), high):
        panel = rows[start : start + high]
        columns = {index: column for row in panel for index, column in row}
        first = min(columns.values())
        for number, row in enumerate(panel):
            for index, column in row:
                parent = before[index]
                is_joined = parent in columns and columns[parent] == column - 1
                found[index] = Spot(left + column - first, number, is_joined)
        left += max(columns.values()) - first + 1
    return [found[index] for index in range(len(before))]


def _side(spots: Sequence[Spot]) -> int:
    """Return how large a square has to be in which they all stand: columns are wider than rows."""
    columns = 1 + max(spot.column for spot in spots)
    rows = 1 + max(spot.row for spot in spots)
    return max(4 * columns, 3 * rows)
