"""What is kept of the pictures that members collected. Each method is one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.references import Reference


class References(Protocol):
    """Keep what each member collected until it is used: `Jobs.accept` uses it up."""

    async def collect(
        self, member_id: int, found: Sequence[Reference], now: datetime, *, most: int
    ) -> int:
        """Keep what is not kept yet, and return how much of that found no room.

        At most so many wait for a member; what has waited for longer than KEPT_FOR is not counted.
        """
        ...

    async def collected_by(self, member_id: int, now: datetime) -> list[Reference]:
        """Return what waits for a member, oldest first."""
        ...

    async def clear_collected(self, member_id: int) -> None:
        """Keep nothing of it any longer."""
        ...
