"""Any sequence of steps, over several days, leaves books that add up."""

import asyncio
import shutil
import tempfile
from collections import Counter, defaultdict
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.domain.access import Terms
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.errors import QuotaUsedUp
from bot.domain.job import JobKind, JobState
from bot.domain.ledger import LedgerKind
from bot.storage.store import SqlStore
from bot.storage.tables import ledger
from tests.contract.builders import GUILD, MEMBER, NOON, draft, request
from tests.contract.builders import used as used_by

Steps: TypeAlias = list[tuple[Any, ...]]

LIMIT = 5
JOBS = st.integers(0, 5)
STEPS = st.one_of(
    st.tuples(st.just("accept"), st.integers(1, 4), st.sampled_from(JobKind)),
    st.tuples(st.sampled_from(["sent", "made", "posted"]), JOBS),
    st.tuples(st.just("failed"), JOBS, st.booleans()),
    st.tuples(st.just("sleep"), st.integers(1, 20)),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty database once; each example gets a copy."""
    path = tmp_path_factory.mktemp("books") / "empty.sqlite3"

    async def create():
        async with SqlStore.open(path):
            pass

    asyncio.run(create())
    return path


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, max_size=25))
def test_the_books_always_add_up(template: Path, steps: Steps):
    """What is reserved is settled, returned or open, and no day is ever overdrawn."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "atelier.sqlite3"
        shutil.copy(template, path)
        asyncio.run(play(path, steps))


async def play(path: Path, steps: Steps):
    """Take the steps in a database of their own."""
    async with SqlStore.open(path) as store:
        await walk(store, steps)


async def walk(store: SqlStore, steps: Steps):
    """Take each step in the store and in a simple model, and compare them after each."""
    now, jobs = NOON, []
    reserved, days = {}, {}
    closed = defaultdict(Counter)
    for name, *values in steps:
        if name == "sleep":
            now += timedelta(hours=values[0])
        elif name == "accept":
            count, kind = values
            try:
                job = await store.accept(
                    request(count=count, kind=kind), terms=Terms(LIMIT, LIMIT), now=now
                )
            except QuotaUsedUp:
                assert await used_by(store, GUILD, MEMBER, kind, now) + count > LIMIT
                continue
            jobs.append(job)
            reserved[job.id] = count
            days[job.id] = UTC_CALENDAR.day(now)
        elif jobs:
            job = jobs[values[0] % len(jobs)]
            left = reserved[job.id] - closed[job.id].total()
            if name == "made":
                await store.made(job, draft(), now)
                closed[job.id][LedgerKind.SETTLE] += min(left, 1)
            elif name == "failed":
                await store.ended(job.id, JobState.FAILED, "error", now, possibly_billed=values[1])
                kind = LedgerKind.POSSIBLY_BILLED if values[1] else LedgerKind.REFUND
                closed[job.id][kind] += left
            elif name == "sent":
                await store.sent(job.id, now)
            else:
                await store.posted(job.id, [], now)
        for of in JobKind:
            used = sum(
                reserved[job.id]
                - closed[job.id][LedgerKind.REFUND]
                - closed[job.id][LedgerKind.POSSIBLY_BILLED]
                for job in jobs
                if days[job.id] == UTC_CALENDAR.day(now) and job.request.kind is of
            )
            assert await used_by(store, GUILD, MEMBER, of, now) == used <= LIMIT
    await check_lines(store, reserved, closed)


async def check_lines(store: SqlStore, reserved: dict[int, int], closed: dict[int, Counter[str]]):
    """Compare the lines of each job with the model."""
    lines = await store.read(lambda connection: connection.execute(select(ledger)).all())
    assert all(line.pictures > 0 for line in lines)
    for job_id, pictures in reserved.items():
        booked = Counter()
        for line in lines:
            if line.job_id == job_id:
                booked[line.kind] += line.pictures
        assert booked.pop(LedgerKind.RESERVE, 0) == pictures
        assert booked == +closed[job_id]
