"""Which members told moderators of which message. Each method is one transaction."""

from datetime import datetime
from typing import Protocol


class Reports(Protocol):
    """Keep who reported what."""

    async def report(self, guild_id: int, message_id: int, member_id: int, now: datetime) -> None:
        """Write that a member reports a message.

        Raise NotAllowed where they did before, and TooManyReports where they did of many others
        within an hour.
        """
        ...
