"""What was used of a day and a month, by members and by their servers, and giving more of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.access import ENDLESS, Asker, money
from bot.domain.calendar import month_of
from bot.domain.errors import UnknownPeriod
from bot.domain.job import JobKind
from bot.domain.ledger import Subject
from bot.domain.usage import MONTHS_KEPT, Period, Share, Shares, Used, months_before
from bot.services.access import Access
from bot.services.ports.usage import Usage

PERIODS: Final = ("today", "this-month", "last-month")
"""The periods that have a name of their own."""

ON_A_PAGE: Final = 10

MOST_ROWS: Final = 10_000
"""How many members, channels or models a table of all has at most."""


@dataclass(frozen=True, slots=True)
class OwnUse:
    """Hold what somebody used of a period, and of their day, and what is left of that.

    `left` is what a day still has of each kind, granted or not; `resets` is when the next begins.
    """

    used: Used
    today: Used
    left: Mapping[JobKind, int]
    resets: datetime


@dataclass(frozen=True, slots=True)
class ServerUse:
    """Hold what a server used of a period, and of each day of its month that has any.

    `budget` is what the month may cost in millionths of a US dollar until it `resets`, `spent` what
    it cost so far; None where there is no limit, and for a month that is over.
    """

    used: Used
    days: Mapping[str, Used]
    spent: int
    budget: int | None
    resets: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """Say what one day, member, channel or model used: `what` it is, and its `key`."""

    what: str
    key: str
    used: Used


class UsageReports:
    """Read sums: no more rows than are shown, of a server however large."""

    def __init__(self, usage: Usage, access: Access) -> None:
        self._usage = usage
        self._access = access

    def today(self, asker: Asker, now: datetime) -> Period:
        """Return the day that it is where somebody asks."""
        return Period(self._access.terms(asker).calendar.day(now).isoformat())

    def months(self, asker: Asker, now: datetime) -> list[Period]:
        """Return the months whose sums are kept, this one first."""
        this = self.today(asker, now).month
        return [Period(months_before(this, count)) for count in range(MONTHS_KEPT)]

    def period(self, asker: Asker, named: str, now: datetime) -> Period:
        """Return the period of a name such as `today`, or 2026-11; raise UnknownPeriod.

        Nothing stands for this month.
        """
        today = self.today(asker, now)
        named_so = (today.name, today.month, months_before(today.month, 1))
        words = {"": today.month, **dict(zip(PERIODS, named_so, strict=True))}
        name = words.get(named.strip(), named.strip())
        try:
            return Period(name)
        except ValueError:
            raise UnknownPeriod(period=name) from None

    async def own(self, asker: Asker, period: Period, now: datetime) -> OwnUse:
        """Return what somebody used where they ask."""
        terms = self._access.terms(asker)
        today = self.today(asker, now)
        standing = await self._access.standing(asker, now)
        key, names = str(asker.member_id), {today.name, period.name}
        used = await self._usage.used(asker.guild_id, Subject.MEMBER, key, names)
        return OwnUse(
            used.get(period.name, Used()),
            used.get(today.name, Used()),
            {
                kind: max(0, terms.daily(kind) + standing.granted(kind) - standing.used(kind))
                for kind in JobKind
            },
            terms.calendar.day_end(now),
        )

    async def server(self, asker: Asker, period: Period, now: datetime) -> ServerUse:
        """Return what the server where somebody asks used, whoever it was."""
        terms = self._access.terms(asker)
        month = month_of(terms.calendar.day(now))
        names = {*period.days, period.name, period.month}
        found = await self._usage.used(asker.guild_id, Subject.GUILD, "", names)
        budget = None
        if period.month == month and terms.has_budget:
            standing = await self._access.standing(asker, now)
            budget = money(terms, standing.granted_micros)
        return ServerUse(
            found.get(period.name, Used()),
            {day: found[day] for day in period.days if found.get(day)},
            found.get(period.month, Used()).micros,
            None if budget == ENDLESS else budget,
            terms.calendar.month_end(now),
        )

    async def shares(
        self, guild_id: int | None, period: Period, subject: Subject, after: Share | None = None
    ) -> Shares:
        """Return a page of who used most, or which channel or model, those `after` one."""
        found = await self._usage.shares(guild_id, period, subject, after=after, most=ON_A_PAGE + 1)
        page = found[:ON_A_PAGE]
        # What was given back leaves sums of nothing, which come last.
        shown = tuple(share for share in page if share.used)
        return Shares(shown, page[-1] if len(found) > ON_A_PAGE else None)

    async def rows(self, guild_id: int | None, period: Period) -> tuple[list[Row], bool]:
        """Return all sums of a period, and whether there are more than so many of one kind."""
        rows: list[Row] = []
        if not period.is_day:
            days = await self._usage.used(guild_id, Subject.GUILD, "", period.days)
            rows += [Row("day", day, days[day]) for day in sorted(days)]
        is_cut = False
        for subject in (Subject.MEMBER, Subject.CHANNEL, Subject.MODEL):
            found = await self._usage.shares(guild_id, period, subject, most=MOST_ROWS + 1)
            rows += [
                Row(subject.value, each.key, each.used) for each in found[:MOST_ROWS] if each.used
            ]
            is_cut = is_cut or len(found) > MOST_ROWS
        return rows, is_cut

    async def grant(
        self, asker: Asker, guild_id: int, member_id: int, given: Used, now: datetime
    ) -> Used:
        """Give a member more for today; return how much that is in all, or raise GrantTooLarge.

        What is given is no more than the operator lets a day have at most.
        """
        day = self.today(asker, now).name
        most = Used(*self._access.most_a_day(guild_id))
        return await self._usage.grant_member(guild_id, day, member_id, given, most=most)

    def resets(self, asker: Asker, now: datetime) -> datetime:
        """Return when the next day begins where somebody asks."""
        return self._access.terms(asker).calendar.day_end(now)
