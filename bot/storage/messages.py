"""Which message shows which part of a turn."""

from dataclasses import asdict

from sqlalchemy import Connection

from bot.domain.job import Shown
from bot.storage import reads, writes
from bot.storage.database import Database, reading, writing


class Messages(Database):
    """Know what messages show."""

    @reading
    def shown_in(self, connection: Connection, message_id: int) -> list[Shown]:
        """Return what a message shows, by position."""
        found = connection.execute(reads.SHOWN_IN, {"message_id": message_id})
        return [Shown(*row) for row in found]

    @reading
    def shown_of(self, connection: Connection, turn_id: int) -> list[Shown]:
        """Return what shows a turn, or points to it, the oldest message first."""
        found = connection.execute(reads.SHOWN_OF, {"turn_id": turn_id})
        shown = [Shown(*row) for row in found]
        return sorted(shown, key=lambda each: (each.message_id, each.position))

    @reading
    def newest_shown(self, connection: Connection, channel_id: int) -> Shown | None:
        """Return the picture that was posted last in a channel or thread."""
        row = connection.execute(reads.NEWEST_SHOWN, {"channel_id": channel_id}).one_or_none()
        return None if row is None else Shown(*row)

    @writing
    def points(self, connection: Connection, pointing: Shown) -> None:
        """Write what a message points to, so that a reply to it is one to that.

        Where that was deleted meanwhile, or the message points already, nothing is written.
        """
        connection.execute(writes.SHOW, asdict(pointing))
