"""What the operator lets members have."""

from dataclasses import dataclass

from bot.domain.job import JobKind
from bot.domain.request import Safety


@dataclass(frozen=True, slots=True)
class Policy:
    """Hold the operator's limits. The daily ones are each member's, in each server."""

    daily_pictures: int = 20
    daily_messages: int = 200
    body_budget: int = 20 * 1024 * 1024
    prompt_characters: int = 4_000
    safety: Safety = Safety.DEFAULT

    def daily(self, kind: JobKind) -> int:
        """Return how much of a kind a day has: pictures, or answers in words."""
        return self.daily_pictures if kind is JobKind.PICTURE else self.daily_messages
