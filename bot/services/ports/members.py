"""What is known of members, and what was heard of them. Each method is one transaction."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol


class Members(Protocol):
    """Keep what is known of members until they are forgotten."""

    async def locale_of(self, member_id: int) -> str | None:
        """Return the locale that a member's Discord had last; None where that is not known."""
        ...

    async def keep_locale(self, member_id: int, locale: str) -> None:
        """Write which locale a member's Discord has."""
        ...


class Heard(Protocol):
    """Know what was heard, and where something may have been missed; see `MissedMessages`."""

    async def heard_up_to(self) -> int | None:
        """Return the message up to which all were dealt with; None before there was one."""
        ...

    async def hear_up_to(self, message_id: int) -> None:
        """Write that all messages up to this one were dealt with."""
        ...

    async def asked_among(self, message_ids: Collection[int]) -> set[int]:
        """Return those of these messages by which a job was asked for, whatever became of it."""
        ...

    async def lively(self, since: datetime, *, most: int) -> list[int]:
        """Return the channels where something was asked or shown since then, the latest first."""
        ...
