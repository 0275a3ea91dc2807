"""Which part of a picture is to change: what a member pointed at, by boxes or by a mask."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.picture import Picture

WHOLE: Final = 1000
"""How long a picture's side is to a box, whatever its pixels: models write boxes so, too."""

MOST_CELLS: Final = 5
"""How many columns or rows a grid has at most: a select has room for five times five."""

_REACH: Final = 0.06
"""How much of its own side a box that a model drew is widened by: few are drawn too wide."""
_LEAST_REACH: Final = 10


@dataclass(frozen=True, slots=True)
class Box:
    """Bound a part of a picture, in thousandths of its sides from the left and from the top."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def widened(self) -> "Box":
        """Return the box with some room round it, as far as the picture goes."""
        across = max(_LEAST_REACH, round((self.right - self.left) * _REACH))
        down = max(_LEAST_REACH, round((self.bottom - self.top) * _REACH))
        return Box(
            max(0, self.left - across),
            max(0, self.top - down),
            min(WHOLE, self.right + across),
            min(WHOLE, self.bottom + down),
        )


@dataclass(frozen=True, slots=True)
class Area:
    """Hold what of a picture is to change; all else is to stay as it is.

    It lies inside `boxes`, or where `mask` is white, which is as large as the picture. `name` is
    what a model called the things in its boxes, a line for each.
    """

    boxes: tuple[Box, ...] = ()
    mask: Picture | None = None
    name: str = ""

    @property
    def reach(self) -> tuple[Box, ...]:
        """Return the boxes inside which something may change."""
        return tuple(box.widened for box in self.boxes) if self.name else self.boxes


@dataclass(frozen=True, slots=True)
class Grid:
    """Divide a picture into cells, which are counted from 0 by rows."""

    columns: int
    rows: int

    @classmethod
    def over(cls, width: int, height: int) -> "Grid":
        """Return the grid for a picture of this size: its cells are about as wide as high."""
        longest = max(width, height)
        return cls(*(max(1, round(MOST_CELLS * side / longest)) for side in (width, height)))

    @property
    def count(self) -> int:
        """Count the cells."""
        return self.columns * self.rows

    @property
    def all_boxes(self) -> list[Box]:
        """List where each cell is."""
        return [
            self._box(column, row, column + 1, row + 1)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    def boxes(self, cells: Collection[int]) -> tuple[Box, ...]:
        """Return the boxes that these cells make up: few large ones rather than many."""
        return tuple(self._merged({cell for cell in cells if 0 <= cell < self.count}))

    def _merged(self, left: set[int]) -> Iterator[Box]:
        while left:
            first = min(left)
            row, column = divmod(first, self.columns)
            wide = 1
            while column + wide < self.columns and first + wide in left:
                wide += 1
            high = 1
            while row + high < self.rows and self._row(first, wide, high) <= left:
                high += 1
            for each in range(high):
                left -= self._row(first, wide, each)
            yield self._box(column, row, column + wide, row + high)

    def _row(self, first: int, wide: int, down: int) -> set[int]:
        start = first + down * self.columns
        return set(range(start, start + wide))

    def _box(self, left: int, top: int, right: int, bottom: int) -> Box:
        across, down = self.columns, self.rows
        return Box(
            round(WHOLE * left / across),
            round(WHOLE * top / down),
            round(WHOLE * right / across),
            round(WHOLE * bottom / down),
        )


def cells_of(bits: int) -> tuple[int, ...]:
    """Return the cells that a number stands for, each of them a bit of it."""
    return tuple(cell for cell in range(bits.bit_length()) if bits >> cell & 1)


def bits_of(cells: Collection[int]) -> int:
    """Return the number that stands for these cells."""
    return sum(1 << cell for cell in set(cells))
