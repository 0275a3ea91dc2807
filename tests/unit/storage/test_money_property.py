"""However many ask at once, no day, no budget and no time in between is passed by anything."""

import asyncio
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.domain.access import Terms
from bot.domain.calendar import UTC_CALENDAR, month_of
from bot.domain.errors import BudgetUsedUp, LimitError
from bot.domain.job import Job, JobKind, JobState
from bot.domain.ledger import LedgerKind, Subject
from bot.storage.store import SqlStore
from bot.storage.tables import ledger, tallies
from tests.contract.builders import GUILD, MEMBER, NOON, draft, request

AT_ONCE = 200

ENDS = ("made", "free", "billed", "open")


@dataclass(frozen=True)
class Asked:
    """What one of them asks for, what it costs at most and did, and how it ends.

    `later` is what it can cost at most by the time when it is sent.
    """

    member: int
    kind: JobKind
    count: int
    most: int
    later: int
    spent: int
    ends: str


def crowd_of(seed: int) -> list[Asked]:
    """Return what two hundred ask for."""
    chance = Random(seed)
    crowd: list[Asked] = []
    for _ in range(AT_ONCE):
        kind, most = chance.choice([*JobKind]), chance.randint(0, 5_000)
        count = chance.randint(1, 4) if kind is JobKind.PICTURE else 1
        later = chance.choice([most, chance.randint(0, 2 * most)])
        spent = chance.randint(0, min(most, later))
        member = MEMBER + chance.randint(0, 8)
        crowd.append(Asked(member, kind, count, most, later, spent, chance.choice(ENDS)))
    return crowd


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty database once; each example gets a copy."""
    path = tmp_path_factory.mktemp("money") / "empty.sqlite3"

    async def create() -> None:
        async with SqlStore.open(path):
            pass

    asyncio.run(create())
    return path


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**32),
    pictures=st.integers(0, 30),
    answers=st.integers(0, 30),
    budget=st.integers(0, 200_000),
    operators=st.integers(0, 200_000),
)
def test_no_limit_is_passed(
    template: Path, seed: int, pictures: int, answers: int, budget: int, operators: int
) -> None:
    """Two hundred come at once, and what each asks for ends in its own way meanwhile."""
    terms = Terms(pictures, answers, budget=budget, operators_budget=operators)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "atelier.sqlite3"
        shutil.copy(template, path)
        asyncio.run(let_in(path, crowd_of(seed), terms))


async def let_in(path: Path, crowd: list[Asked], terms: Terms) -> None:
    """Let all come at once, and look at the books when they left."""
    async with SqlStore.open(path) as store:
        await asyncio.gather(*(one(store, asked, terms) for asked in crowd))
        await check_sums(store)


async def one(store: SqlStore, asked: Asked, terms: Terms) -> None:
    """Ask, and let come of it what is to come; at no time is more taken than there is."""
    wanted = request(author_id=asked.member, kind=asked.kind, count=asked.count)
    try:
        job = await store.accept(wanted, terms=terms, now=NOON, micros=asked.most)
    except LimitError:
        return
    with suppress(BudgetUsedUp):
        await store.sent(job.id, NOON, terms=terms, micros=asked.later)
    found = await store.standing(GUILD, asked.member, UTC_CALENDAR, NOON)
    assert found.pictures <= terms.daily_pictures
    assert found.answers <= terms.daily_messages
    assert found.micros <= min(terms.budget or 0, terms.operators_budget or 0)
    await end(store, job, asked.ends, asked.spent)


async def end(store: SqlStore, job: Job, how: str, micros: int) -> None:
    """End one of the ways that a job ends."""
    if how == "made":
        await store.made(job, replace(draft(), micros=micros), NOON)
    elif how != "open":
        await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=how == "billed")


async def check_sums(store: SqlStore) -> None:
    """Compare the sums with what the lines of the ledger add up to."""
    lines = await store.read(lambda connection: connection.execute(select(ledger)).all())
    kept = await store.read(lambda connection: connection.execute(select(tallies)).all())
    counted, money, reserved = Counter[str](), Counter[str](), dict[int, int]()
    for line in lines:
        share = 0 if line.micros is None else line.micros
        if line.kind == LedgerKind.RESERVE:
            reserved[line.job_id] = share // line.pictures
            counted[str(line.author_id)] += line.pictures
            money[""] += share
            continue
        back = reserved[line.job_id] * line.pictures
        money[""] += (0 if line.kind == LedgerKind.REFUND else share) - back
        counted[str(line.author_id)] -= 0 if line.kind == LedgerKind.SETTLE else line.pictures
    month = month_of(NOON.date())
    of_month = [row for row in kept if row.period == month]
    for subject in Subject:
        rows = [row for row in of_month if row.subject == subject]
        assert sum(row.micros for row in rows) == money[""]
        assert sum(row.pictures + row.answers for row in rows) == counted.total()
    members = {r.key: r.pictures + r.answers for r in of_month if r.subject == Subject.MEMBER}
    assert {key: number for key, number in members.items() if number} == {
        key: number for key, number in counted.items() if number
    }
