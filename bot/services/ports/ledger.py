"""What is kept of what members used. Each method is one transaction."""

from datetime import datetime
from typing import Protocol

from bot.domain.access import Standing
from bot.domain.calendar import Calendar


class Ledger(Protocol):
    """Count what members reserved and used; jobs write into it, each with its own steps."""

    async def standing(
        self, guild_id: int | None, member_id: int, calendar: Calendar, now: datetime
    ) -> Standing:
        """Return what is reserved or used of a member's day and of their server's month."""
        ...

    async def warned(self, guild_id: int, month: str, percent: int) -> bool:
        """Write that a server was told how much of its month's budget is spent.

        `month` is one such as 2026-11. False where it was told of that much, or more, before.
        """
        ...
