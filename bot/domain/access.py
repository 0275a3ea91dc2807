"""Who asks, on what terms, and whether these have room for one request more."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar import UTC_CALENDAR, Calendar
from bot.domain.errors import BudgetUsedUp, CoolingDown, QuotaUsedUp
from bot.domain.guild_settings import Feature
from bot.domain.job import JobKind


@dataclass(frozen=True, slots=True)
class Asker:
    """Say who asks and where, as far as a server's rules go by it.

    `channel_ids` are the channel, what it is a thread of, and the category of that. `role_ids` is
    None where they are not known: of somebody who was let in before.
    """

    guild_id: int | None
    channel_ids: tuple[int, ...]
    member_id: int
    role_ids: frozenset[int] | None = frozenset()
    is_age_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Say how much a member may have, and the server that they ask in.

    Pictures and answers are those of a day, `cooldown` is in seconds between what is asked for.
    `budget` is the server's own for a month, `operators_budget` what the operator lets it spend
    unless more is granted, both in millionths of a US dollar. `off` is what the server has not.
    `pays_itself`: it has a relay of its own, and these are none of the operator's terms.
    """

    daily_pictures: int
    daily_messages: int
    calendar: Calendar = UTC_CALENDAR
    cooldown: int = 0
    budget: int | None = None
    operators_budget: int | None = None
    off: frozenset[Feature] = frozenset()
    pays_itself: bool = False

    def daily(self, kind: JobKind) -> int:
        """Return how much of a kind a day has: pictures, or answers in words."""
        return self.daily_pictures if kind is JobKind.PICTURE else self.daily_messages

    @property
    def has_budget(self) -> bool:
        """Tell whether money is counted, so that what it costs must be known."""
        return self.budget is not None or self.operators_budget is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold what is reserved or used: of a member's day, and of their server's month.

    `asked_at` is when they asked last, if that is counted. What was granted comes on top.
    """

    pictures: int = 0
    answers: int = 0
    granted_pictures: int = 0
    granted_answers: int = 0
    micros: int = 0
    granted_micros: int = 0
    asked_at: datetime | None = None

    def used(self, kind: JobKind) -> int:
        """Return how much of a kind is."""
        return self.pictures if kind is JobKind.PICTURE else self.answers

    def unheld(self) -> "Standing":
        """Return the same for what a member need not wait for in between."""
        return replace(self, asked_at=None)

    def granted(self, kind: JobKind) -> int:
        """Return how much of a kind was given beyond the day's."""
        return self.granted_pictures if kind is JobKind.PICTURE else self.granted_answers


_USED_UP: Final = {
    JobKind.PICTURE: "error-quota-used-up",
    JobKind.CHAT: "error-messages-used-up",
}

_NONE: Final = {JobKind.PICTURE: "error-quota-none", JobKind.CHAT: "error-messages-none"}
"""What is said where no day brings any."""


def check_room(
    terms: Terms, standing: Standing, kind: JobKind, *, count: int, micros: int, now: datetime
) -> None:
    """Raise a LimitError where there is no room for so many that cost so much in all.

    That is CoolingDown, QuotaUsedUp or BudgetUsedUp, in this order.
    """
    if standing.asked_at is not None:
        until = standing.asked_at + timedelta(seconds=terms.cooldown)
        if now < until:
            raise CoolingDown(until=_moment(until))
    limit = terms.daily(kind) + standing.granted(kind)
    left = limit - standing.used(kind)
    if count > left:
        used_up = _USED_UP[kind] if limit else _NONE[kind]
        raise QuotaUsedUp(
            key="error-quota-left" if left > 0 else used_up,
            limit=limit,
            left=left,
            count=count,
            resets=_moment(terms.calendar.day_end(now)),
        )
    check_money(terms, standing, micros=micros, now=now)


def check_money(terms: Terms, standing: Standing, *, micros: int, now: datetime) -> None:
    """Raise BudgetUsedUp where a server has not so much left: the key tells who can give more."""
    own, operators = _budgets(terms, standing.granted_micros)
    for budget, used_up, too_small in (
        (operators, "error-money-used-up", "error-money-too-small"),
        (own, "error-budget-used-up", "error-budget-too-small"),
    ):
        if standing.micros + micros > budget:
            # What costs more than a whole month has is not to be had next month either.
            key = too_small if micros > budget else used_up
            raise BudgetUsedUp(key=key, resets=_moment(terms.calendar.month_end(now)))


ENDLESS: Final = 2**62
"""More millionths of a dollar than anybody has."""


def money(terms: Terms, granted: int) -> int:
    """Return what a server may spend in a month, in millionths of a dollar."""
    return min(_budgets(terms, granted))


def _budgets(terms: Terms, granted: int) -> tuple[int, int]:
    """Return what a server lets itself spend, and what its operator does."""
    own = ENDLESS if terms.budget is None else terms.budget
    operators = ENDLESS if terms.operators_budget is None else terms.operators_budget + granted
    return own, operators


def _moment(time: datetime) -> int:
    """Return Unix seconds, rounded up: before then it is too early."""
    return -int(-time.timestamp() // 1)
