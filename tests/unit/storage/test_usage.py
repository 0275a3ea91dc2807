"""What a report costs a database: few statements, each by an index, and no row for nothing."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, insert, select

from bot.domain.access import Asker
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.errors import GrantTooLarge
from bot.domain.guild_settings import LONGEST_COOLDOWN, MOST_ALLOWANCE
from bot.domain.ledger import Subject
from bot.domain.usage import Period, Share, Used, months_before
from bot.services.access import Access
from bot.services.guild_book import GuildBook
from bot.services.policy import Policy
from bot.services.usage_report import UsageReports
from bot.storage.store import SqlStore
from bot.storage.tables import grants, last_asked, tallies
from tests.contract.builders import CHANNEL, GUILD, MEMBER, NOON, nobody_pays
from tests.unit.storage.recording import Executed, plan, recorded

MONTH = Period(f"{NOON:%Y-%m}")
DAY = Period(f"{NOON:%Y-%m-%d}")
ASKER = Asker(GUILD, (CHANNEL,), MEMBER)
MOST = Used(MOST_ALLOWANCE, MOST_ALLOWANCE)
MANY = 10_000


async def fill(store: SqlStore, members: int) -> None:
    """Let so many members of a server have used something, half of them the same."""
    rows = [
        {"period": period.name, "subject": "member", "key": str(number), "pictures": number % 5_000}
        for number in range(1, members + 1)
        for period in (MONTH, DAY)
    ]
    rows += [
        {"period": period, "subject": "guild", "key": "", "pictures": 9}
        for period in (MONTH.name, *MONTH.days)
    ]
    given = [{"guild_id": GUILD} | row for row in rows]
    await store.write(lambda connection: connection.execute(insert(tallies), given))


def reports_on(store: SqlStore) -> UsageReports:
    """Return what reads these sums."""
    access = Access(GuildBook(store), store, Policy(), pays_itself=nobody_pays)
    return UsageReports(store, access)


async def panels(store: SqlStore) -> list[Executed]:
    """Read all that a panel may show, each by itself, and return what was executed for it."""
    reports = reports_on(store)
    some = Share("77", Used(pictures=77))
    found: list[Executed] = []
    for read in (
        lambda: reports.own(ASKER, MONTH, NOON),
        lambda: reports.server(ASKER, MONTH, NOON),
        *(
            (lambda subject=subject, after=after: reports.shares(GUILD, MONTH, subject, after))
            for subject in (Subject.MEMBER, Subject.CHANNEL, Subject.MODEL)
            for after in (None, some)
        ),
        lambda: reports.shares(GUILD, DAY, Subject.MEMBER),
    ):
        with recorded(store.engine) as executed:
            await read()
        found.append(executed)
    return found


def steps(engine: Engine, executed: Executed) -> int:
    """Count the steps of SQLite's machine that statements take: some for each row it visits."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    with closing(sqlite3.connect(str(engine.url.database))) as database:
        database.set_progress_handler(step, 1)
        for statement, values in executed:
            database.execute(statement, values).fetchall()
    return taken


async def test_a_panel_takes_few_statements_each_by_an_index(store: SqlStore, engine: Engine):
    """Of sums alone, none sorted by hand: what a member and a server used together are three."""
    await fill(store, 100)
    own, server, *shares = await panels(store)
    assert len(own) + len(server) <= 4
    assert [len(each) for each in shares] == [1] * len(shares)
    for executed in (own, server, *shares):
        for statement, values in executed:
            assert "ledger" not in statement
            found = plan(engine, statement, values)
            few = ("SCAN wanted", "SCAN CONSTANT ROW")
            scans = [each for each in found if each.startswith("SCAN") and each not in few]
            assert not [each for each in scans if "CONSTANT ROWS" not in each], found
            assert not [each for each in found if "ORDER BY" in each], found


async def test_a_report_of_a_large_server_reads_no_more(store: SqlStore, engine: Engine):
    """What is visited for a panel is the same among a hundred members and ten thousand."""
    await fill(store, 100)
    small = [steps(engine, each) for each in await panels(store)]
    extra = [
        {"guild_id": GUILD, "period": period.name, "subject": "member", "key": str(number)}
        | {"pictures": number % 5_000}
        for number in range(1_000, 1_000 + MANY)
        for period in (MONTH, DAY)
    ]
    await store.write(lambda connection: connection.execute(insert(tallies), extra))
    large = [steps(engine, each) for each in await panels(store)]
    assert max(large) < 2_000
    assert all(abs(after - before) < 100 for before, after in zip(small, large, strict=True))


async def test_every_member_is_on_one_page(store: SqlStore):
    """In the order of what they used, also among those who used the same."""
    await fill(store, 25)
    seen: list[Share] = []
    after: Share | None = None
    reports = reports_on(store)
    while True:
        page = await reports.shares(GUILD, MONTH, Subject.MEMBER, after)
        seen += page.shares
        if (after := page.after) is None:
            break
    assert [share.key for share in seen] == [str(each) for each in reversed(range(1, 26))]


async def test_a_page_goes_on_after_each_number(store: SqlStore):
    """What costs most comes first, then what has most pictures, most answers, the highest id."""
    sums = [(9, 0, 0), (5, 8, 0), (5, 3, 7), (5, 3, 1), (5, 3, 1), (0, 6, 6), (0, 0, 2)]
    rows = [
        {"guild_id": GUILD, "period": MONTH.name, "subject": "member", "key": str(9 - number)}
        | {"micros": micros, "pictures": pictures, "answers": answers, "refused": number}
        for number, (micros, pictures, answers) in enumerate(sums)
    ]
    await store.write(lambda connection: connection.execute(insert(tallies), rows))
    seen: list[Share] = []
    while page := await store.shares(
        GUILD, MONTH, Subject.MEMBER, after=seen[-1] if seen else None, most=1
    ):
        seen += page
    assert seen == [
        Share(str(9 - number), Used(pictures, answers, micros, number))
        for number, (micros, pictures, answers) in enumerate(sums)
    ]


async def test_what_a_server_was_granted_adds_up(store: SqlStore):
    """Each month by itself; that is what it may spend beyond the operator's budget."""
    assert await store.grant_server(GUILD, MONTH.name, 5) == 5
    assert await store.grant_server(GUILD, MONTH.name, 7) == 12
    assert await store.grant_server(GUILD, "2031-01", 1) == 1
    assert await store.grant_server(GUILD + 1, MONTH.name, 2) == 2
    assert (await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)).granted_micros == 12


async def test_servers_are_told_by_their_ids(store: SqlStore):
    """Of one month, and as a whole."""
    await fill(store, 3)
    assert await store.used_by_servers(MONTH.name) == {GUILD: Used(9)}
    assert await store.used_by_servers("2025-01") == {}


async def test_two_years_and_a_month_are_kept(store: SqlStore):
    """The month that was as many months ago is gone with the next one."""
    months = [months_before(MONTH.name, count) for count in (24, 25)]
    for month in months:
        await store.grant_server(GUILD, month, 1)
    rows = [{"guild_id": 0, "period": month, "subject": "guild", "key": ""} for month in months]
    await store.write(lambda connection: connection.execute(insert(tallies), rows))
    await store.forget_tallies(NOON)
    left = await store.read(lambda connection: connection.scalars(select(grants.c.period)).all())
    assert left == months[:1]
    assert [*await store.used(None, Subject.GUILD, "", months)] == months[:1]


async def test_direct_messages_are_a_place_of_their_own(store: SqlStore):
    """Their sums are nobody's server's."""
    row = {"guild_id": 0, "period": MONTH.name, "subject": "member", "key": "5", "pictures": 3}
    await store.write(lambda connection: connection.execute(insert(tallies), [row]))
    found = await store.shares(None, MONTH, Subject.MEMBER, most=9)
    assert found == [Share("5", Used(3))]
    assert await store.used(None, Subject.MEMBER, "5", [MONTH.name]) == {MONTH.name: Used(3)}
    assert await store.shares(GUILD, MONTH, Subject.MEMBER, most=9) == []


async def test_grants_are_kept_as_long_as_they_serve(store: SqlStore):
    """Those of days two days, those of months two years and the month that runs."""
    ages = (0, 2, 3, 40, 720, 800)
    for age in ages:
        day = NOON - timedelta(days=age)
        await store.grant_member(GUILD, f"{day:%Y-%m-%d}", MEMBER, Used(1, 1), most=MOST)
        await store.grant_server(GUILD, f"{day:%Y-%m}", 1)
    await store.forget_tallies(NOON)
    left = await store.read(lambda connection: connection.scalars(select(grants.c.period)).all())
    days = [f"{NOON - timedelta(days=age):%Y-%m-%d}" for age in (0, 2, 720)]
    months = [f"{NOON - timedelta(days=age):%Y-%m}" for age in ages[:-1]]
    assert sorted(left) == sorted({*days, *months})


async def test_sums_are_kept_as_long_as_they_serve(store: SqlStore):
    """Days of members two days, all else two years and the month that runs."""

    def sums(day: datetime) -> list[dict[str, str]]:
        date, month = f"{day:%Y-%m-%d}", f"{day:%Y-%m}"
        named = [(date, "member", "5"), (date, "guild", ""), (month, "member", "5")]
        return [dict(zip(("period", "subject", "key"), each, strict=True)) for each in named]

    first = NOON.replace(day=1) - timedelta(days=1)
    days = [NOON - timedelta(days=age) for age in (0, 2, 3, 720, 800)] + [first.replace(day=1)]
    rows = {tuple(row.values()): {"guild_id": GUILD} | row for day in days for row in sums(day)}
    await store.write(lambda connection: connection.execute(insert(tallies), [*rows.values()]))
    await store.grant_member(GUILD, days[0].date().isoformat(), MEMBER, Used(1), most=MOST)
    await store.forget_tallies(NOON)

    async def left(subject: Subject, key: str, form: str) -> list[bool]:
        names = [f"{day:{form}}" for day in days]
        found = await store.used(GUILD, subject, key, names)
        return [name in found for name in names]

    kept = [True, True, True, True, False, True]
    assert await left(Subject.MEMBER, "5", "%Y-%m-%d") == [True, True, False, True, False, False]
    assert await left(Subject.GUILD, "", "%Y-%m-%d") == kept
    assert await left(Subject.MEMBER, "5", "%Y-%m") == kept
    standing = await reports_on(store)._access.standing(ASKER, NOON)
    assert standing.granted_pictures == 1


async def test_what_is_granted_adds_up_to_a_limit(store: SqlStore):
    """Each day and member by itself; what would be too much is not given in part."""
    day = DAY.name
    most = Used(5, 5)
    assert await store.grant_member(GUILD, day, MEMBER, Used(3, 1), most=most) == Used(3, 1)
    for much in (Used(1, 5), Used(3)):
        with pytest.raises(GrantTooLarge) as told:
            await store.grant_member(GUILD, day, MEMBER, much, most=most)
        assert told.value.values == {"pictures": 5, "answers": 5}
    assert await store.grant_member(GUILD, day, MEMBER, Used(2, 1), most=most) == Used(5, 2)
    assert await store.grant_member(GUILD, day, MEMBER + 1, Used(5, 5), most=most) == Used(5, 5)
    standing = await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)
    assert (standing.granted_pictures, standing.granted_answers) == (5, 2)


async def test_when_somebody_asked_is_kept_no_longer_than_they_may_have_to_wait(
    engine: Engine, store: SqlStore
):
    """The longest time in between is a day; it is found by its index, among all that asked."""
    longest = timedelta(seconds=LONGEST_COOLDOWN)
    ages = {1: longest, 2: longest + timedelta(seconds=1)}
    rows = [{"guild_id": GUILD, "member_id": each, "at": NOON - age} for each, age in ages.items()]
    await store.write(lambda connection: connection.execute(insert(last_asked), rows))
    with recorded(engine) as executed:
        await store.forget_tallies(NOON)
    left = await store.read(lambda connection: connection.scalars(select(last_asked.c.member_id)))
    assert [*left] == [1]
    (drop,) = [each for each in executed if "last_asked" in each[0]]
    assert "ix_last_asked_at" in "".join(plan(engine, *drop))
