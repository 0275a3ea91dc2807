"""Which members told moderators of which message, in a SQL database."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, func, insert, select

from bot.domain.errors import NotAllowed, TooManyReports
from bot.storage.database import Database, writing
from bot.storage.tables import reports

MOST: Final = 5
"""How many things a member can report within an hour."""

_OF = select(reports.c.at).where(
    reports.c.message_id == bindparam("message"), reports.c.member_id == bindparam("member")
)
_LATELY = select(func.count()).where(
    reports.c.member_id == bindparam("member"),
    reports.c.at > bindparam("since", type_=reports.c.at.type),
)
_WRITE = insert(reports)


class Reports(Database):
    """Keep who reported what."""

    @writing
    def report(
        self,
        connection: Connection,
        guild_id: int,
        message_id: int,
        member_id: int,
        now: datetime,
    ) -> None:
        """Write that a member reports a message; raise NotAllowed if they have, TooManyReports."""
        about = {"message": message_id, "member": member_id}
        if connection.scalar(_OF, about) is not None:
            raise NotAllowed(key="error-reported")
        since = now - timedelta(hours=1)
        if (connection.scalar(_LATELY, {"member": member_id, "since": since}) or 0) >= MOST:
            raise TooManyReports(limit=MOST)
        row = {"message_id": message_id, "member_id": member_id, "guild_id": guild_id, "at": now}
        connection.execute(_WRITE, row)
