"""What is kept of the messages that show something. Each method is one transaction."""

from typing import Protocol

from bot.domain.job import Shown


class Messages(Protocol):
    """Know what messages show."""

    async def shown_in(self, message_id: int) -> list[Shown]:
        """Return what a message shows, by position."""
        ...

    async def shown_of(self, turn_id: int) -> list[Shown]:
        """Return what shows a turn, or points to it, the oldest message first."""
        ...

    async def newest_shown(self, channel_id: int) -> Shown | None:
        """Return the picture that was posted last in a channel or thread."""
        ...

    async def points(self, pointing: Shown) -> None:
        """Write what a message points to, so that a reply to it is one to that.

        Where that was deleted meanwhile, or the message points already, nothing is written.
        """
        ...
