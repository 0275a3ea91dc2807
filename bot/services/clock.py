"""The time that everybody has."""

import asyncio
from datetime import UTC, datetime


class WallClock:
    """Tell the time of this machine."""

    def now(self) -> datetime:
        """Return the time in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Return so much later."""
        await asyncio.sleep(seconds)
