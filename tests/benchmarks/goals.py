"""What was reached, beside what it should be."""

from dataclasses import dataclass


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

    @property
    def missed(self) -> bool:
        """Tell whether the figure is over its limit."""
        return self.limit is not None and self.reached > self.limit

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Return a row of the table: what, reached, goal, note."""
        limit = "" if self.limit is None else f"≤ {self.limit:g} {self.unit}"
        reached = f"{self.reached:.3g} {self.unit}"
        return self.name, f"**{reached}**" if self.missed else reached, limit, self.note
