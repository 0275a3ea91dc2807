"""How long requests took lately: the source of the expected time."""

from collections import defaultdict, deque
from statistics import median
from typing import Final

FEWEST: Final = 3
"""Fewer durations than this make no expectation: one odd request would be half of it."""


class Durations:
    """Remember the last `keep` durations of each model and size, for as long as the process runs.

    What is noted has passed the check against the configured models, which bounds the memory.
    """

    def __init__(self, *, keep: int = 20) -> None:
        self._recent: defaultdict[tuple[str, str | None], deque[float]] = defaultdict(
            lambda: deque(maxlen=keep)
        )

    def note(self, model: str, size: str | None, seconds: float) -> None:
        """Remember how long an answered request took; its wait for a slot is no part of it."""
        self._recent[model, size].append(seconds)

    def expect(self, model: str, size: str | None) -> float | None:
        """Return the median of what is remembered in seconds, or None where that is too little."""
        recent = self._recent.get((model, size), ())
        return median(recent) if len(recent) >= FEWEST else None
