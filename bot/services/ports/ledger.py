"""What is kept of what members used. Each method is one transaction."""

from datetime import datetime
from typing import Protocol

from bot.domain.job import JobKind


class Ledger(Protocol):
    """Count what members reserved and used; jobs write into it, each with its own steps."""

    async def used_today(
        self, guild_id: int | None, author_id: int, kind: JobKind, now: datetime
    ) -> int:
        """Count what a member has reserved or settled on this UTC day: pictures, or answers."""
        ...
