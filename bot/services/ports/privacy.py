"""What is kept of one member, read for them alone. Each method is one transaction."""

from datetime import datetime
from typing import Protocol

from bot.domain.privacy import Asked, Belongings, Kept


class KeptOfMembers(Protocol):
    """Tell what is kept of a member: nothing that others said, made or decided."""

    async def kept_of(self, member_id: int) -> Kept:
        """Count it."""
        ...

    async def asked_by(self, member_id: int, *, after: int, most: int) -> list[Asked]:
        """Return what they asked for and what came of it, behind the job `after`, oldest first."""
        ...

    async def belongings_of(self, member_id: int, now: datetime) -> Belongings:
        """Return what is kept of them beside that."""
        ...
