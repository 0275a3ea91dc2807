"""Lines of the ledger: what a job reserved, and what became of it.

Every function is part of its caller's transaction.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.usage import LedgerKind, day_start
from bot.storage.tables import ledger


@dataclass(frozen=True, slots=True)
class Account:
    """Name what a quota counts: a member's pictures of one UTC day in one server.

    `guild_id` is None for direct messages.
    """

    guild_id: int | None
    author_id: int
    day: date


@dataclass(frozen=True, slots=True)
class Reservation:
    """Hold the pictures of a job that have neither been settled nor returned."""

    account: Account
    pictures: int


def account(guild_id: int | None, author_id: int, now: datetime) -> Account:
    """Return the account that a member's job is booked on now."""
    return Account(guild_id, author_id, day_start(now).date())


async def used(connection: AsyncConnection, on: Account) -> int:
    """Count the pictures that were reserved on an account and not returned to it."""
    counted = case(
        (ledger.c.kind == LedgerKind.RESERVE, ledger.c.pictures),
        (ledger.c.kind == LedgerKind.SETTLE, 0),
        else_=-ledger.c.pictures,
    )
    # `==` with None becomes IS NULL, which the index serves as well.
    result = await connection.execute(
        select(func.coalesce(func.sum(counted), 0)).where(
            ledger.c.author_id == on.author_id,
            ledger.c.guild_id == on.guild_id,
            ledger.c.day == on.day,
        )
    )
    return result.scalar_one()


async def reserved(connection: AsyncConnection, job_id: int) -> Reservation | None:
    """Return what a job still has reserved; None where nothing is left."""
    left = case((ledger.c.kind == LedgerKind.RESERVE, ledger.c.pictures), else_=-ledger.c.pictures)
    result = await connection.execute(
        select(ledger.c.guild_id, ledger.c.author_id, ledger.c.day, func.sum(left))
        .where(ledger.c.job_id == job_id)
        .group_by(ledger.c.guild_id, ledger.c.author_id, ledger.c.day)
        .having(func.sum(left) > 0)
    )
    row = result.one_or_none()
    return None if row is None else Reservation(Account(*row[:3]), row[3])


async def book(
    connection: AsyncConnection,
    kind: LedgerKind,
    on: Account,
    *,
    job_id: int,
    pictures: int,
    now: datetime,
) -> None:
    """Add a line."""
    await connection.execute(
        insert(ledger).values(
            job_id=job_id,
            kind=kind,
            guild_id=on.guild_id,
            author_id=on.author_id,
            day=on.day,
            pictures=pictures,
            at=now,
        )
    )
