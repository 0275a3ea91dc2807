"""What was deleted in Discord and is still to be forgotten: noted first, so that it is not lost."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, union, update

from bot.domain.deletion import Deleted, Deletion, Pending
from bot.storage.database import Database, reading, writing
from bot.storage.tables import collected, deletions, shown

_this = (deletions.c.what == bindparam("of")) & (deletions.c.discord_id == bindparam("id"))

_NOTE = insert(deletions)

_DONE = delete(deletions).where(_this)

_POSTPONE = (
    update(deletions).where(_this).values(due_at=bindparam("due", type_=deletions.c.due_at.type))
)

_DUE = (
    select(deletions.c.what, deletions.c.discord_id, deletions.c.noted_at)
    .where(deletions.c.due_at <= bindparam("now", type_=deletions.c.due_at.type))
    .order_by(deletions.c.due_at)
    .limit(bindparam("most"))
)

_NEXT_DUE = select(func.min(deletions.c.due_at))

_SHOWING = union(
    *(
        select(table.c.message_id).where(
            table.c.message_id.in_(bindparam("message_ids", expanding=True))
        )
        for table in (shown, collected)
    )
)


class PendingDeletions(Database):
    """Keep deletions until they are carried out."""

    @reading
    def showing(self, connection: Connection, message_ids: Collection[int]) -> set[int]:
        """Return those of these messages that show something, or were collected from."""
        return set(connection.scalars(_SHOWING, {"message_ids": list(message_ids)}))

    @writing
    def note_deletions(
        self, connection: Connection, noted: Sequence[Deletion], now: datetime
    ) -> None:
        """Write that these are to be carried out; one that is noted already is noted anew."""
        if noted:
            connection.execute(_DONE, _keys(noted))
            rows = [
                {"what": each.what, "discord_id": each.id, "noted_at": now, "due_at": now}
                for each in noted
            ]
            connection.execute(_NOTE, rows)

    @reading
    def due_deletions(self, connection: Connection, now: datetime, *, most: int) -> list[Pending]:
        """Return what is to be carried out now, what waited longest first."""
        found = connection.execute(_DUE, {"now": now, "most": most})
        return [Pending(Deletion(Deleted(row.what), row.discord_id), row.noted_at) for row in found]

    @reading
    def next_deletion_due(self, connection: Connection) -> datetime | None:
        """Return when something is to be carried out next."""
        return connection.scalar(_NEXT_DUE)

    @writing
    def deletions_done(self, connection: Connection, done: Sequence[Deletion]) -> None:
        """Write that nothing of these is left to be forgotten."""
        if done:
            connection.execute(_DONE, _keys(done))

    @writing
    def postpone_deletion(
        self, connection: Connection, deletion: Deletion, due_at: datetime
    ) -> None:
        """Write that a deletion is to be carried out again: something there is not over."""
        (key,) = _keys([deletion])
        connection.execute(_POSTPONE, key | {"due": due_at})


def _keys(noted: Sequence[Deletion]) -> list[dict[str, object]]:
    return [{"of": each.what, "id": each.id} for each in noted]
