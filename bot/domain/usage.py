"""What was used in a day or a month, and by whom: tallies of the ledger."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS_KEPT: Final = 25
"""Two years and the month that runs: how long sums are kept."""

_PERIOD: Final = re.compile(r"[2-9]\d{3}-\d{2}(-\d{2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Used:
    """Count pictures and answers, and what they cost in millionths of a US dollar.

    `refused` is how much of what was asked for a model or a relay forbids.
    """

    pictures: int = 0
    answers: int = 0
    micros: int = 0
    refused: int = 0

    def __add__(self, other: "Used") -> "Used":
        return Used(
            self.pictures + other.pictures,
            self.answers + other.answers,
            self.micros + other.micros,
            self.refused + other.refused,
        )

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING: Final = Used()


@dataclass(frozen=True, slots=True)
class Share:
    """Say what one member, channel or model used; `key` is its id."""

    key: str
    used: Used


@dataclass(frozen=True, slots=True)
class Shares:
    """Hold what those used most who come after some others; `after` begins the next of these."""

    shares: tuple[Share, ...]
    after: Share | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Name a day such as 2026-11-30, or a month such as 2026-11; raise ValueError for neither."""

    name: str

    def __post_init__(self) -> None:
        if not _PERIOD.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no day and no month")
        date.fromisoformat(self.name if self.is_day else f"{self.name}-01")

    @classmethod
    def numbered(cls, number: int) -> "Period":
        """Return the period of a number such as 20261130 or 202611."""
        text = str(number)
        return cls("-".join(filter(None, (text[:4], text[4:6], text[6:]))))

    @property
    def number(self) -> int:
        """Return it as a number."""
        return int(self.name.replace("-", ""))

    @property
    def is_day(self) -> bool:
        """Tell whether it is a day."""
        return len(self.name) > len("2026-11")

    @property
    def month(self) -> str:
        """Return the month that it is, or is in."""
        return self.name[: len("2026-11")]

    @property
    def days(self) -> list[str]:
        """Return the days of that month."""
        year, month = map(int, self.month.split("-"))
        return [f"{self.month}-{day:02}" for day in range(1, monthrange(year, month)[1] + 1)]


def months_before(month: str, count: int) -> str:
    """Return the month so many before another one."""
    year, number = map(int, month.split("-"))
    months = year * 12 + number - 1 - count
    return f"{months // 12:04}-{months % 12 + 1:02}"
