"""Lines of the ledger: what a job reserved, and what became of it.

Every function is a part of its caller's transaction. The statement that looks whether a line may be
written is the one that writes it.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    bindparam,
    case,
    func,
    insert,
    literal,
    select,
)

from bot.domain.job import JobKind
from bot.domain.usage import LedgerKind, day_start
from bot.storage.database import Database, reading
from bot.storage.tables import jobs, ledger


@dataclass(frozen=True, slots=True)
class Account:
    """Name what a quota counts: what a member makes of a kind on one UTC day in one server.

    `guild_id` is None for direct messages. The lines of a chat stand for answers, the others for
    pictures: they are counted apart.
    """

    guild_id: int | None
    author_id: int
    kind: JobKind
    day: date


def account(guild_id: int | None, author_id: int, kind: JobKind, now: datetime) -> Account:
    """Return the account that a member's job is booked on now."""
    return Account(guild_id, author_id, kind, day_start(now).date())


def _given(name: str) -> BindParameter[object]:
    return bindparam(name, type_=ledger.c[name].type)


_counted = case(
    (ledger.c.kind == LedgerKind.RESERVE, ledger.c.pictures),
    (ledger.c.kind == LedgerKind.SETTLE, 0),
    else_=-ledger.c.pictures,
)

_USED = (
    select(func.coalesce(func.sum(_counted), 0))
    .join(jobs, jobs.c.id == ledger.c.job_id)
    .where(
        ledger.c.author_id == _given("author_id"),
        ledger.c.guild_id.is_not_distinct_from(_given("guild_id")),
        ledger.c.day == _given("day"),
        jobs.c.kind == bindparam("of", type_=jobs.c.kind.type),
    )
)

_LINE = ("job_id", "kind", "guild_id", "author_id", "day", "pictures", "at")

_RESERVE = (
    insert(ledger)
    .from_select(
        _LINE,
        select(*map(_given, _LINE)).where(
            _USED.scalar_subquery() + _given("pictures") <= bindparam("daily_limit", type_=Integer)
        ),
    )
    .returning(ledger.c.id)
)

_left = func.sum(
    case((ledger.c.kind == LedgerKind.RESERVE, ledger.c.pictures), else_=-ledger.c.pictures)
)


def _book(pictures: ColumnElement[int]) -> Insert:
    """Build the insertion of a line for a job that has something reserved, where that was."""
    where = (ledger.c.job_id, ledger.c.guild_id, ledger.c.author_id, ledger.c.day)
    job_id, *place = where
    line = select(job_id, _given("kind"), *place, pictures, _given("at"))
    of_job = line.where(ledger.c.job_id == _given("job_id")).group_by(*where).having(_left > 0)
    return insert(ledger).from_select(_LINE, of_job)


_SETTLE_ONE = _book(literal(1, Integer))
_GIVE_BACK = _book(_left)


def used(connection: Connection, on: Account) -> int:
    """Count what was reserved on an account and not returned to it."""
    values = {
        "guild_id": on.guild_id,
        "author_id": on.author_id,
        "of": on.kind,
        "day": on.day,
    }
    return connection.execute(_USED, values).scalar_one()


def reserve(
    connection: Connection,
    on: Account,
    *,
    job_id: int,
    pictures: int,
    daily_limit: int,
    now: datetime,
) -> bool:
    """Reserve what a job counts; False where the account has not as many left."""
    line = {
        "job_id": job_id,
        "kind": LedgerKind.RESERVE,
        "guild_id": on.guild_id,
        "author_id": on.author_id,
        "of": on.kind,
        "day": on.day,
        "pictures": pictures,
        "at": now,
        "daily_limit": daily_limit,
    }
    return connection.scalar(_RESERVE, line) is not None


def settle_one(connection: Connection, job_id: int, kind: LedgerKind, now: datetime) -> None:
    """Book what became of one of those that a job has reserved, where any is left."""
    connection.execute(_SETTLE_ONE, {"job_id": job_id, "kind": kind, "at": now})


def give_back(connection: Connection, job_id: int, kind: LedgerKind, now: datetime) -> None:
    """Book what a job still has reserved as returned, for the reason that `kind` names."""
    connection.execute(_GIVE_BACK, {"job_id": job_id, "kind": kind, "at": now})


class Ledger(Database):
    """Tell what members used."""

    @reading
    def used_today(
        self,
        connection: Connection,
        guild_id: int | None,
        author_id: int,
        kind: JobKind,
        now: datetime,
    ) -> int:
        """Count what a member has reserved or settled on this UTC day: pictures, or answers."""
        return used(connection, account(guild_id, author_id, kind, now))
