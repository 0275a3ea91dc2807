from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tell the time, and let it pass."""

    def now(self) -> datetime:
        """Return the time in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return so much later."""
        ...
