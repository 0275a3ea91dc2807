"""What was heard: up to which message, and which of them asked for a job."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.storage.database import Database, reading, writing
from bot.storage.tables import heard, is_remembered, jobs, shown, turns

LATE_JOBS: Final = 1_000
"""How many of the latest jobs are looked at for where they were asked and shown."""

_UP_TO = select(heard.c.up_to)

_MOVE = update(heard).values(up_to=bindparam("to"))

_BEGIN = insert(heard)

_ASKED = select(jobs.c.source_id).where(
    jobs.c.source_id.in_(bindparam("message_ids", expanding=True))
)

_of_late = is_remembered & (jobs.c.updated_at >= bindparam("since", type_=jobs.c.updated_at.type))

_LATE = (
    select(jobs.c.id, jobs.c.channel_id)
    .where(_of_late)
    .order_by(jobs.c.updated_at.desc())
    .limit(LATE_JOBS)
)

_SHOWN = (
    select(turns.c.job_id, shown.c.channel_id)
    .join(shown, shown.c.turn_id == turns.c.id)
    .where(turns.c.job_id.in_(bindparam("job_ids", expanding=True)))
)


class Heard(Database):
    """Keep what was heard."""

    @reading
    def heard_up_to(self, connection: Connection) -> int | None:
        """Return the message up to which all were dealt with; None before there was one."""
        return connection.scalar(_UP_TO)

    @writing
    def hear_up_to(self, connection: Connection, message_id: int) -> None:
        """Write that all messages up to this one were dealt with."""
        if not connection.execute(_MOVE, {"to": message_id}).rowcount:
            connection.execute(_BEGIN, {"up_to": message_id})

    @reading
    def asked_among(self, connection: Connection, message_ids: Collection[int]) -> set[int]:
        """Return those of these messages by which a job was asked for, whatever became of it."""
        return set(connection.scalars(_ASKED, {"message_ids": list(message_ids)}))

    @reading
    def lively(self, connection: Connection, since: datetime, *, most: int) -> list[int]:
        """Return the channels where something was asked or shown since then, the latest first."""
        late = connection.execute(_LATE, {"since": since}).all()
        # What was asked in one channel may be shown in another: in direct messages.
        seen = defaultdict[int, list[int]](list)
        for job_id, channel_id in connection.execute(_SHOWN, {"job_ids": [job.id for job in late]}):
            seen[job_id].append(channel_id)
        found = dict.fromkeys(each for job in late for each in (job.channel_id, *seen[job.id]))
        found.pop(0, None)  # where only one member sees it
        return list(found)[:most]
