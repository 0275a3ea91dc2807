"""Who lets the members of which server use their avatar, and who was asked that."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select

from bot.domain.consent import ASKED_FOR, MOST_QUESTIONS, Question
from bot.storage import writes
from bot.storage.database import Database, reading, writing
from bot.storage.tables import consents

_since = bindparam("since", type_=consents.c.at.type)

_OF = select(consents.c.allows).where(
    consents.c.person_id == bindparam("person"), consents.c.guild_id == bindparam("guild")
)

_OPEN = _OF.where(consents.c.allows.is_(None), consents.c.at > _since).with_only_columns(
    consents.c.at
)

_ASKED_BY = select(func.count()).where(
    consents.c.asker_id == bindparam("asker"), consents.c.at > _since
)

_WRITE = insert(consents)


class Consents(Database):
    """Keep what each member decided for each server, and the questions that wait."""

    @reading
    def consent_of(self, connection: Connection, person_id: int, guild_id: int) -> bool | None:
        """Return what somebody decided for a server; None where they have not."""
        return connection.scalar(_OF, {"person": person_id, "guild": guild_id})

    @writing
    def decide(
        self, connection: Connection, person_id: int, guild_id: int, now: datetime, *, allows: bool
    ) -> None:
        """Write what somebody decided for a server, in place of what they did before."""
        _write(connection, person_id, guild_id, allows=allows, at=now)

    @writing
    def note_question(
        self, connection: Connection, person_id: int, guild_id: int, *, asker_id: int, now: datetime
    ) -> Question:
        """Write that somebody is asked, where they are to be; what they decided stays decided."""
        about = {"person": person_id, "guild": guild_id}
        since = {"since": now - ASKED_FOR}
        is_open = connection.scalar(_OPEN, about | since) is not None
        if is_open or connection.scalar(_OF, about) is not None:
            return Question.OPEN
        asked = connection.scalar(_ASKED_BY, {"asker": asker_id} | since) or 0
        if asked >= MOST_QUESTIONS:
            return Question.TOO_MANY
        _write(connection, person_id, guild_id, asker_id=asker_id, at=now)
        return Question.DUE

    @writing
    def drop_question(self, connection: Connection, person_id: int, guild_id: int) -> None:
        """Write that a question did not reach whom it was for."""
        about = {"person": person_id, "guild": guild_id}
        connection.execute(writes.DROP_QUESTION, about)


def _write(connection: Connection, person_id: int, guild_id: int, **values: object) -> None:
    about = {"person": person_id, "guild": guild_id}
    connection.execute(writes.FORGET_CONSENT, about)
    connection.execute(_WRITE, {"person_id": person_id, "guild_id": guild_id} | values)
