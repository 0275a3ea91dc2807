"""Lines of the ledger: what a job reserved, and what became of it, with the sums that they change.

Every function is a part of its caller's transaction, which has the write lock from its beginning:
what is read here nobody changes until what follows from it is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.domain.access import Standing, Terms, check_money, check_room
from bot.domain.calendar import Calendar, month_of
from bot.domain.job import JobKind
from bot.domain.ledger import LedgerKind, Subject
from bot.storage.database import Database, reading, writing
from bot.storage.tables import grants, jobs, last_asked, ledger, tallies


@dataclass(frozen=True, slots=True)
class Account:
    """Say on what a job is booked: whose, where, with which model, and on which day."""

    guild_id: int | None
    author_id: int
    channel_id: int
    kind: JobKind
    model: str
    day: date


@dataclass(frozen=True, slots=True)
class _Open:
    """Hold how many of what a job reserved are still open, and what each may cost at most."""

    account: Account
    left: int
    micros: int | None


_KEY = ("guild_id", "period", "subject", "key")
_SUMS = ("pictures", "answers", "micros", "refused")


def _given(name: str) -> BindParameter[Any]:
    return bindparam(name, type_=tallies.c[name].type)


_added = upsert(tallies).values({name: _given(name) for name in (*_KEY, *_SUMS)})
_ADD = _added.on_conflict_do_update(
    index_elements=_KEY, set_={name: tallies.c[name] + _added.excluded[name] for name in _SUMS}
)

_warned = upsert(tallies).values({name: _given(name) for name in (*_KEY, "warned")})
_WARN = _warned.on_conflict_do_update(
    index_elements=_KEY,
    set_={"warned": _warned.excluded["warned"]},
    where=tallies.c.warned < _warned.excluded["warned"],
)

_asked = upsert(last_asked).values(
    {column.name: bindparam(column.name, type_=column.type) for column in last_asked.c}
)
_ASK = _asked.on_conflict_do_update(
    index_elements=("guild_id", "member_id"), set_={"at": _asked.excluded["at"]}
)

_guild = bindparam("guild", type_=tallies.c.guild_id.type)
_member = bindparam("member", type_=grants.c.member_id.type)
_day = bindparam("day", type_=tallies.c.period.type)
_month = bindparam("month", type_=tallies.c.period.type)


def _sum(column: ColumnElement[int], subject: Subject, period: ColumnElement[str]) -> Any:
    """Build what one sum of a period is; nothing was booked yet where there is none."""
    key = bindparam("key", type_=tallies.c.key.type) if subject is Subject.MEMBER else ""
    found = select(column).where(
        tallies.c.guild_id == _guild,
        tallies.c.period == period,
        tallies.c.subject == subject.value,
        tallies.c.key == key,
    )
    return func.coalesce(found.scalar_subquery(), 0)


def _grant(column: ColumnElement[int], member: Any, period: ColumnElement[str]) -> Any:
    found = select(column).where(
        grants.c.guild_id == _guild, grants.c.period == period, grants.c.member_id == member
    )
    return func.coalesce(found.scalar_subquery(), 0)


_STANDING = select(
    _sum(tallies.c.pictures, Subject.MEMBER, _day),
    _sum(tallies.c.answers, Subject.MEMBER, _day),
    _grant(grants.c.pictures, _member, _day),
    _grant(grants.c.answers, _member, _day),
    _sum(tallies.c.micros, Subject.GUILD, _month),
    _grant(grants.c.micros, 0, _month),
    select(last_asked.c.at)
    .where(last_asked.c.guild_id == _guild, last_asked.c.member_id == _member)
    .scalar_subquery(),
)

_ADD_LINE = insert(ledger)

_LINES = (
    select(
        ledger.c.kind.label("line"),
        ledger.c.guild_id,
        ledger.c.author_id,
        jobs.c.channel_id,
        jobs.c.kind,
        ledger.c.model,
        ledger.c.day,
        ledger.c.pictures,
        ledger.c.micros,
    )
    .join(jobs, jobs.c.id == ledger.c.job_id)
    .where(ledger.c.job_id == bindparam("job"))
    .order_by(ledger.c.id)
)


def reserve(
    connection: Connection,
    account: Account,
    terms: Terms,
    *,
    job_id: int,
    count: int,
    micros: int | None,
    is_held: bool,
    now: datetime,
) -> None:
    """Reserve so many, which cost so many `micros` each at most; raise a LimitError.

    `is_held`: the time that a server wants between what a member asks for counts for it.
    """
    cost = (micros or 0) * count
    found = standing(connection, account.guild_id, account.author_id, terms.calendar, now)
    held = found if is_held else found.unheld()
    check_room(terms, held, account.kind, count=count, micros=cost, now=now)
    if is_held and terms.cooldown:
        asks = {"guild_id": account.guild_id or 0, "member_id": account.author_id, "at": now}
        connection.execute(_ASK, asks)
    _write(connection, account, LedgerKind.RESERVE, count, micros and cost, job_id=job_id, now=now)
    connection.execute(_ADD, [*_sums(account, count, cost)])


def reserve_more(
    connection: Connection, job_id: int, terms: Terms, *, micros: int, now: datetime
) -> None:
    """Reserve anew what a job has open, where each can cost more than was reserved for it.

    Raise BudgetUsedUp where its server has not so much.
    """
    reserved = _open(connection, job_id)
    if reserved is None or micros <= (reserved.micros or 0):
        return
    account, left = reserved.account, reserved.left
    _close(connection, job_id, reserved, LedgerKind.REFUND, left, now)
    found = _standing(connection, account.guild_id, account.author_id, account.day)
    check_money(terms, found, micros=left * micros, now=now)
    _write(connection, account, LedgerKind.RESERVE, left, left * micros, job_id=job_id, now=now)
    connection.execute(_ADD, [*_sums(account, left, left * micros)])


def settle_one(
    connection: Connection,
    job_id: int,
    kind: LedgerKind,
    now: datetime,
    *,
    micros: int | None = None,
    model: str | None = None,
) -> None:
    """Book what became of one of those that a job has reserved, where any is left.

    `micros` is what it cost, where that is known, and `model` the one that answered.
    """
    reserved = _open(connection, job_id)
    if reserved is not None:
        _close(connection, job_id, reserved, kind, 1, now, micros=micros, model=model)


def give_back(connection: Connection, job_id: int, kind: LedgerKind, now: datetime) -> None:
    """Book what a job still has reserved as returned, for the reason that `kind` names."""
    reserved = _open(connection, job_id)
    if reserved is not None:
        _close(connection, job_id, reserved, kind, reserved.left, now)


def refused(connection: Connection, job_id: int) -> None:
    """Count that rules forbade what a job asked for."""
    lines = connection.execute(_LINES, {"job": job_id}).all()
    if lines:
        connection.execute(_ADD, [*_sums(_account(lines[0]), 0, 0, refused=1)])


def standing(
    connection: Connection,
    guild_id: int | None,
    member_id: int,
    calendar: Calendar,
    now: datetime,
) -> Standing:
    """Return what is reserved or used of a member's day and of their server's month."""
    return _standing(connection, guild_id, member_id, calendar.day(now))


def _standing(connection: Connection, guild_id: int | None, member_id: int, day: date) -> Standing:
    values = {
        "guild": guild_id or 0,
        "member": member_id,
        "key": str(member_id),
        "day": day.isoformat(),
        "month": month_of(day),
    }
    return Standing(*connection.execute(_STANDING, values).one())


def _open(connection: Connection, job_id: int) -> _Open | None:
    """Return what a job has still open; None where that is nothing."""
    lines = connection.execute(_LINES, {"job": job_id}).all()
    if not lines:
        return None
    # What was reserved before was given back, where it was reserved anew.
    since = max(at for at, line in enumerate(lines) if line.line == LedgerKind.RESERVE)
    first, *others = lines[since:]
    left = first.pictures - sum(line.pictures for line in others)
    if left <= 0:
        return None
    # It was so much for each.
    return _Open(_account(first), left, first.micros and first.micros // first.pictures)


def _account(line: Any) -> Account:
    return Account(
        guild_id=line.guild_id,
        author_id=line.author_id,
        channel_id=line.channel_id,
        kind=JobKind(line.kind),
        model=line.model,
        day=line.day,
    )


def _close(
    connection: Connection,
    job_id: int,
    reserved: _Open,
    kind: LedgerKind,
    count: int,
    now: datetime,
    *,
    micros: int | None = None,
    model: str | None = None,
) -> None:
    """Book what became of so many, and take from the sums what they no longer count for.

    What may have been billed costs its server what it costs at most, if nobody knows better.
    """
    account = reserved.account
    most = (reserved.micros or 0) * count
    answered = replace(account, model=model or account.model)
    if kind is LedgerKind.REFUND:
        cost = reserved.micros and most
        added = [*_sums(account, -count, -most)]
    else:
        cost = (reserved.micros and most) if micros is None else micros
        stays = count if kind is LedgerKind.SETTLE else 0
        added = [*_sums(account, -count, -most), *_sums(answered, stays, cost or 0)]
    _write(connection, answered, kind, count, cost, job_id=job_id, now=now)
    if changes := _added_up(added):
        connection.execute(_ADD, changes)


def _write(
    connection: Connection,
    account: Account,
    kind: LedgerKind,
    count: int,
    micros: int | None,
    *,
    job_id: int,
    now: datetime,
) -> None:
    line = {
        "job_id": job_id,
        "kind": kind,
        "guild_id": account.guild_id,
        "author_id": account.author_id,
        "day": account.day,
        "pictures": count,
        "micros": micros,
        "model": account.model,
        "at": now,
    }
    connection.execute(_ADD_LINE, line)


def _sums(
    account: Account, count: int, micros: int, *, refused: int = 0
) -> Iterator[dict[str, Any]]:
    """Yield what is added to each sum that an account is a part of."""
    day, month = account.day.isoformat(), month_of(account.day)
    member = str(account.author_id)
    is_picture = account.kind is JobKind.PICTURE
    for period, subject, key in (
        (day, Subject.MEMBER, member),
        (day, Subject.GUILD, ""),
        (month, Subject.GUILD, ""),
        (month, Subject.MEMBER, member),
        (month, Subject.CHANNEL, str(account.channel_id)),
        (month, Subject.MODEL, account.model),
    ):
        if subject is Subject.CHANNEL and account.guild_id is None:
            continue  # direct messages are known by whom they are with
        yield {
            "guild_id": account.guild_id or 0,
            "period": period,
            "subject": subject.value,
            "key": key,
            "pictures": count if is_picture else 0,
            "answers": 0 if is_picture else count,
            "micros": micros,
            "refused": refused,
        }


def _added_up(added: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add up what is added to the same sum, and leave out what changes nothing."""
    sums: dict[tuple[Any, ...], dict[str, Any]] = {}
    for each in added:
        key = tuple(each[name] for name in _KEY)
        before = sums.get(key, dict.fromkeys(_SUMS, 0))
        sums[key] = each | {name: before[name] + each[name] for name in _SUMS}
    return [each for each in sums.values() if any(each[name] for name in _SUMS)]


class Ledger(Database):
    """Tell what members used."""

    @reading
    def standing(
        self,
        connection: Connection,
        guild_id: int | None,
        member_id: int,
        calendar: Calendar,
        now: datetime,
    ) -> Standing:
        """Return what is reserved or used of a member's day and of their server's month."""
        return standing(connection, guild_id, member_id, calendar, now)

    @writing
    def warned(self, connection: Connection, guild_id: int, month: str, percent: int) -> bool:
        """Write that a server was told how much of its month's budget is spent.

        False where it was told of that much, or more, before.
        """
        row = {
            "guild_id": guild_id,
            "period": month,
            "subject": Subject.GUILD.value,
            "key": "",
            "warned": percent,
        }
        return connection.execute(_WARN, row).rowcount > 0
