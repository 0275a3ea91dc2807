"""What was reached, beside what it should be."""

from dataclasses import dataclass
from typing import Final

TIMES: Final = frozenset({"ms", "s"})


@dataclass(frozen=True, slots=True)
class Goal:
    """Hold one figure that must not be over its limit, and what it was measured against.

    A figure without a limit is told for comparison.
    """

    name: str
    reached: float
    limit: float | None = None
    unit: str = "x"
    note: str = ""

    def is_missed(self, slack: float = 1.0) -> bool:
        """Tell whether the figure is over its limit, by more than a factor of `slack`."""
        return self.limit is not None and self.reached > self.limit * slack

    @property
    def is_time(self) -> bool:
        """Tell whether this is a bare time, which another machine would not reach or miss alike."""
        return self.unit in TIMES

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Return a row of the table: what, reached, goal, note."""
        limit = "" if self.limit is None else f"≤ {self.limit:.3g} {self.unit}"
        return self.name, f"{self.reached:.3g} {self.unit}", limit, self.note
