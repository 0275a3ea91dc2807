"""The pictures that members collected: which ones, and since when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from bot.domain.conversation import Pointer
from bot.domain.references import KEPT_FOR, Reference
from bot.storage import reads, writes
from bot.storage.database import Database, reading, writing
from bot.storage.tables import collected

_WAITING = (
    select(
        collected.c.guild_id,
        collected.c.channel_id,
        collected.c.message_id,
        collected.c.position,
        collected.c.turn_id,
        collected.c.part,
        collected.c.id,
    )
    .where(
        collected.c.member_id == bindparam("member"),
        collected.c.collected_at > bindparam("since", type_=collected.c.collected_at.type),
    )
    .order_by(collected.c.id)
)

_COLLECT = insert(collected)


class References(Database):
    """Keep what each member collected."""

    @writing
    def collect(
        self,
        connection: Connection,
        member_id: int,
        found: Sequence[Reference],
        now: datetime,
        *,
        most: int,
    ) -> int:
        """Keep what is not kept yet, and return how much of that found no room."""
        kept = waiting(connection, member_id, now)
        known = {each.picture for each in kept}
        new = [each for each in found if each.picture not in known]
        room = max(most - len(kept), 0)
        for each in new[:room]:
            _collect(connection, member_id, each, now)
        return len(new[room:])

    @reading
    def collected_by(
        self, connection: Connection, member_id: int, now: datetime
    ) -> list[Reference]:
        """Return what waits for a member, oldest first."""
        return waiting(connection, member_id, now)

    @writing
    def clear_collected(self, connection: Connection, member_id: int) -> None:
        """Keep nothing of it any longer."""
        connection.execute(writes.CLEAR_COLLECTED, {"member": member_id})


def waiting(connection: Connection, member_id: int, now: datetime) -> list[Reference]:
    """Return what waits for a member, oldest first."""
    rows = connection.execute(_WAITING, {"member": member_id, "since": now - KEPT_FOR})
    return [
        Reference(
            row.guild_id,
            row.channel_id,
            row.message_id,
            row.position,
            None if row.turn_id is None else Pointer(row.turn_id, row.part),
            row.id,
        )
        for row in rows
    ]


def _collect(connection: Connection, member_id: int, each: Reference, now: datetime) -> None:
    """Keep one, unless the turn that made it was deleted meanwhile."""
    if each.made is not None:
        turn = {"turn_id": each.made.turn_id}
        if connection.scalar(reads.CONVERSATION_OF_TURN, turn) is None:
            return
    row = {
        "member_id": member_id,
        "guild_id": each.guild_id,
        "channel_id": each.channel_id,
        "message_id": each.message_id,
        "position": each.position,
        "turn_id": each.made.turn_id if each.made else None,
        "part": each.made.part if each.made else None,
        "collected_at": now,
    }
    connection.execute(_COLLECT, row)
