"""The ledger: what was reserved, what it became, and what is left of a day."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.errors import QuotaUsedUp
from bot.domain.job import JobKind


class LedgerKind(StrEnum):
    """Name a line of the append-only ledger.

    When a job is final, what it reserved equals what it settled, refunded and possibly billed.
    """

    RESERVE = "reserve"
    SETTLE = "settle"
    REFUND = "refund"
    POSSIBLY_BILLED = "possibly-billed"


def day_start(now: datetime) -> datetime:
    """Return the UTC midnight that began this day: quotas count from it."""
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def day_end(now: datetime) -> datetime:
    """Return the next UTC midnight, when quotas begin anew."""
    return day_start(now) + timedelta(days=1)


_KEYS: Final = {
    JobKind.PICTURE: "error-quota-used-up",
    JobKind.CHAT: "error-messages-used-up",
}


def used_up(kind: JobKind, *, limit: int, used: int, count: int, now: datetime) -> QuotaUsedUp:
    """Return what says that a day has no room for so many: none is left, or not enough are."""
    left = limit - used
    return QuotaUsedUp(
        key="error-quota-left" if left > 0 else _KEYS[kind],
        limit=limit,
        left=left,
        count=count,
        resets=int(day_end(now).timestamp()),
    )
