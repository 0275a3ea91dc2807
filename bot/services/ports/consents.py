"""What is kept of who lets their avatar be used. Each method is one transaction."""

from datetime import datetime
from typing import Protocol

from bot.domain.consent import Question


class Consents(Protocol):
    """Keep whether the members of a server may use somebody's avatar, until that is taken back."""

    async def consent_of(self, person_id: int, guild_id: int) -> bool | None:
        """Return what somebody decided for a server; None where they have not."""
        ...

    async def decide(self, person_id: int, guild_id: int, now: datetime, *, allows: bool) -> None:
        """Write what somebody decided for a server, in place of what they did before."""
        ...

    async def note_question(
        self, person_id: int, guild_id: int, *, asker_id: int, now: datetime
    ) -> Question:
        """Write that somebody is asked, where they are to be; what they decided stays decided."""
        ...

    async def drop_question(self, person_id: int, guild_id: int) -> None:
        """Write that a question did not reach whom it was for."""
        ...
