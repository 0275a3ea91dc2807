"""Sums of the ledger in a SQL database, and what was given beyond the limits.

Every statement reads as many rows as it returns, however many members a server has: sums are found
by their key, or in the order of an index, from where the page before has ended.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Text, bindparam, column, delete, select, tuple_, values
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.domain.errors import GrantTooLarge
from bot.domain.guild_settings import LONGEST_COOLDOWN
from bot.domain.ledger import Subject
from bot.domain.usage import MONTHS_KEPT, Period, Share, Used, months_before
from bot.storage.database import Database, reading, writing
from bot.storage.tables import grants, last_asked, tallies

MEMBER_DAYS_KEPT: Final = timedelta(days=2)
"""How long the days of members are: until it is over everywhere they limit what is asked."""

_guild = bindparam("guild", type_=tallies.c.guild_id.type)
_period = bindparam("period", type_=tallies.c.period.type)
_subject = bindparam("subject", type_=tallies.c.subject.type)

_SUMS = (tallies.c.pictures, tallies.c.answers, tallies.c.micros, tallies.c.refused)


_ORDER = (tallies.c.micros, tallies.c.pictures, tallies.c.answers, tallies.c.key)

_SHARES = (
    select(tallies.c.key, *_SUMS)
    .where(
        tallies.c.guild_id == _guild,
        tallies.c.period == _period,
        tallies.c.subject == _subject,
    )
    .order_by(*(each.desc() for each in _ORDER))
    .limit(bindparam("most"))
)
_AFTER = _SHARES.where(
    tuple_(*_ORDER) < tuple_(*(bindparam(each.name, type_=each.type) for each in _ORDER))
)

_OF_SERVERS = select(tallies.c.guild_id, *_SUMS).where(
    tallies.c.subject == Subject.GUILD.value, tallies.c.period == _period
)

_GRANTED = select(grants.c.pictures, grants.c.answers, grants.c.micros).where(
    grants.c.guild_id == _guild,
    grants.c.period == _period,
    grants.c.member_id == bindparam("member", type_=grants.c.member_id.type),
)

_given = upsert(grants).values(
    {each.name: bindparam(each.name, type_=each.type) for each in grants.c}
)
_GRANT = _given.on_conflict_do_update(
    index_elements=("guild_id", "period", "member_id"),
    set_={name: _given.excluded[name] for name in ("pictures", "answers", "micros")},
)

_DROP_BETWEEN = delete(tallies).where(
    tallies.c.subject == _subject,
    tallies.c.period >= bindparam("since", type_=tallies.c.period.type),
    tallies.c.period < bindparam("until", type_=tallies.c.period.type),
)
_DROP_ASKED = delete(last_asked).where(
    last_asked.c.at < bindparam("then", type_=last_asked.c.at.type)
)
_DROP_GRANTS_BETWEEN = delete(grants).where(
    grants.c.period >= bindparam("since", type_=grants.c.period.type),
    grants.c.period < bindparam("until", type_=grants.c.period.type),
)


class Usage(Database):
    """Tell what was used and by whom, and give more."""

    @reading
    def used(
        self,
        connection: Connection,
        guild_id: int | None,
        subject: Subject,
        key: str,
        periods: Collection[str],
    ) -> dict[str, Used]:
        """Return what a server, member, channel or model used in periods, by these."""
        # A list in place of a table: given one, SQLite looks through all members of a period.
        rows_of = values(column("period", Text), name="periods").data([(each,) for each in periods])
        wanted = rows_of.cte("wanted")
        found = select(tallies.c.period, *_SUMS).join(wanted, wanted.c.period == tallies.c.period)
        rows = connection.execute(
            found.where(
                tallies.c.guild_id == (guild_id or 0),
                tallies.c.subject == subject.value,
                tallies.c.key == key,
            )
        )
        return {period: Used(*sums) for period, *sums in rows}

    @reading
    def shares(
        self,
        connection: Connection,
        guild_id: int | None,
        period: Period,
        subject: Subject,
        *,
        after: Share | None = None,
        most: int,
    ) -> list[Share]:
        """Return who used most in a period, or which channel or model, those `after` one."""
        given: dict[str, Any] = {
            "guild": guild_id or 0,
            "period": period.name,
            "subject": subject.value,
            "most": most,
        }
        if after is not None:
            given |= {"micros": after.used.micros, "pictures": after.used.pictures}
            given |= {"answers": after.used.answers, "key": after.key}
        rows = connection.execute(_SHARES if after is None else _AFTER, given)
        return [Share(key, Used(*sums)) for key, *sums in rows]

    @reading
    def used_by_servers(self, connection: Connection, month: str) -> dict[int, Used]:
        """Return what each server used in a month, and direct messages (0), by their ids."""
        rows = connection.execute(_OF_SERVERS, {"period": month})
        return {guild_id: Used(*sums) for guild_id, *sums in rows}

    @writing
    def grant_member(
        self,
        connection: Connection,
        guild_id: int,
        day: str,
        member_id: int,
        given: Used,
        *,
        most: Used,
    ) -> Used:
        """Give a member more for a day, and return how much in all; raise GrantTooLarge."""
        total = _granted(connection, guild_id, day, member_id) + given
        if total.pictures > most.pictures or total.answers > most.answers:
            raise GrantTooLarge(pictures=most.pictures, answers=most.answers)
        _grant(connection, guild_id, day, member_id, total)
        return total

    @writing
    def grant_server(self, connection: Connection, guild_id: int, month: str, micros: int) -> int:
        """Give a server more money for a month, and return how much in all."""
        total = _granted(connection, guild_id, month, 0) + Used(micros=micros)
        _grant(connection, guild_id, month, 0, total)
        return total.micros

    @writing
    def forget_tallies(self, connection: Connection, now: datetime) -> None:
        """Delete what nothing is limited by any more, and none looks at."""
        # Days of members stand between the months, of which many rows are kept: what is looked
        # through is the last two months, day by day. After a longer rest the old months' do.
        until = (now - MEMBER_DAYS_KEPT).date()
        last = months_before(f"{until:%Y-%m}", 1)
        days = [
            {"since": f"{last}-01", "until": f"{last}-~"},
            {"since": f"{until:%Y-%m}-01", "until": until.isoformat()},
        ]
        of_members = {"subject": Subject.MEMBER.value}
        connection.execute(_DROP_BETWEEN, [each | of_members for each in days])
        connection.execute(_DROP_GRANTS_BETWEEN, days)
        old = {"since": "", "until": months_before(f"{now:%Y-%m}", MONTHS_KEPT - 1)}
        connection.execute(_DROP_BETWEEN, [old | {"subject": each.value} for each in Subject])
        connection.execute(_DROP_GRANTS_BETWEEN, old)
        connection.execute(_DROP_ASKED, {"then": now - timedelta(seconds=LONGEST_COOLDOWN)})


def _granted(connection: Connection, guild_id: int, period: str, member_id: int) -> Used:
    about = {"guild": guild_id, "period": period, "member": member_id}
    row = connection.execute(_GRANTED, about).one_or_none()
    return Used(*row) if row else Used()


def _grant(connection: Connection, guild_id: int, period: str, member_id: int, total: Used) -> None:
    row = {"guild_id": guild_id, "period": period, "member_id": member_id}
    sums = {"pictures": total.pictures, "answers": total.answers, "micros": total.micros}
    connection.execute(_GRANT, row | sums)
