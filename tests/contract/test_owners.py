"""What every store promises of who looks after a job: one process at a time sends it, once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.access import Terms
from bot.domain.job import LEASE, Job, JobKind, JobState
from tests.contract.builders import GUILD, MEMBER, NOON, draft, used
from tests.contract.builders import request as picture_request
from tests.contract.conftest import STORES
from tests.contract.stores import Store

WHILE = NOON + LEASE / 2
AFTER = NOON + LEASE + timedelta(seconds=1)


@pytest.fixture
async def other(
    store: Store, request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[Store]:
    """Open what another process would have of the same data."""
    assert store
    async with STORES[request.node.callspec.params["store"]](tmp_path) as opened:
        yield opened


async def accept(store: Store, count: int = 1) -> Job:
    """Accept a request for pictures."""
    return await store.accept(picture_request(count=count), terms=Terms(100, 100), now=NOON)


async def claimed(store: Store, now: datetime = AFTER) -> list[tuple[int, JobState]]:
    """Claim what there is to be claimed, and say which jobs these are."""
    return [(each.job.id, each.state) for each in await store.claim(untouched_since=now, now=now)]


async def test_two_that_work_on_one_job_send_it_once(store: Store):
    """Whoever comes first sends each of its requests; the other one learns that it must not."""
    job, several = await accept(store), await accept(store, count=3)
    passed = await asyncio.gather(*(store.sent(job.id, NOON) for _ in range(4)))
    assert sorted(passed) == [False, False, False, True]
    passed = await asyncio.gather(*(store.sent(several.id, NOON) for _ in range(8)))
    assert passed.count(True) == 3


async def test_a_job_is_nobody_elses_while_its_lease_lasts(store: Store, other: Store):
    """Another process neither finds nor sends it."""
    job = await accept(store)
    assert await claimed(other, WHILE) == []
    assert not await other.sent(job.id, WHILE)
    assert await store.state(job.id) is JobState.ACCEPTED
    assert await store.sent(job.id, WHILE)


async def test_a_job_whose_lease_ran_out_is_anybodys(store: Store, other: Store):
    """The first who claims it has it; who lost it does not send it any more."""
    job = await accept(store)
    assert await claimed(other) == [(job.id, JobState.ACCEPTED)]
    assert not await store.sent(job.id, AFTER)
    assert await claimed(store) == []
    assert await other.sent(job.id, AFTER)


async def test_what_is_left_of_a_lost_job_is_not_sent(store: Store, other: Store):
    """One of its three requests left; the two that waited do not."""
    job = await accept(store, count=3)
    assert await store.sent(job.id, NOON)
    assert await claimed(other) == [(job.id, JobState.SENT)]
    assert not await store.sent(job.id, AFTER)


async def test_a_lease_is_renewed_for_all_jobs_of_an_owner(store: Store, other: Store):
    """And for nobody else's; what is sent has a new one by itself."""
    job, sent, made = [await accept(store) for _ in range(3)]
    foreign = await accept(other)
    await store.sent(made.id, NOON)
    await store.made(made, draft(), NOON)
    await store.renew(WHILE)
    assert await store.sent(sent.id, AFTER)
    assert await claimed(other) == [(foreign.id, JobState.ACCEPTED)]
    later = WHILE + LEASE
    assert await claimed(other, later) == [
        (job.id, JobState.ACCEPTED),
        (made.id, JobState.MADE),
        (foreign.id, JobState.ACCEPTED),
    ]


async def test_what_is_claimed_has_a_lease_of_its_own(store: Store, other: Store):
    """From the moment on at which it was claimed."""
    job = await accept(store)
    await claimed(other)
    assert await claimed(store, AFTER + LEASE / 2) == []
    assert await claimed(store, AFTER + LEASE) == [(job.id, JobState.ACCEPTED)]


async def test_what_is_ones_own_is_claimed_again(store: Store):
    """Who looks for what lies about finds it, and what was just touched is left alone."""
    job = await accept(store)
    assert await claimed(store, NOON) == [(job.id, JobState.ACCEPTED)]
    assert await store.claim(untouched_since=NOON - timedelta(seconds=1), now=NOON) == []


async def test_jobs_of_those_who_are_gone_need_no_wait(store: Store, other: Store):
    """Who knows that nobody else is there takes from them what is not over."""
    job, over = await accept(other), await accept(other)
    await other.cancelled(over.id, "called-off", NOON)
    await store.disown()
    assert not await other.sent(job.id, NOON)
    assert await claimed(store, NOON) == [(job.id, JobState.ACCEPTED)]


async def test_who_lost_a_job_does_not_end_it(store: Store, other: Store):
    """Its state and its books are the new owner's; what was made of it all the same is kept."""
    job = await accept(store)
    assert await store.sent(job.id, NOON)
    await claimed(other)
    await store.ended(job.id, JobState.FAILED, "error", AFTER, possibly_billed=False)
    assert await store.state(job.id) is JobState.SENT
    assert await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON) == 1
    turn = await store.made(job, draft(), AFTER)
    assert await other.turns_of(job.id) == [turn]
    await other.ended(job.id, JobState.FAILED, "error", AFTER, possibly_billed=True)
    assert await other.state(job.id) is JobState.MADE


async def test_a_member_calls_off_what_another_process_has(store: Store, other: Store):
    """It is not sent then, whoever owns it."""
    job = await accept(store)
    assert await other.cancelled(job.id, "called-off", NOON)
    assert not await store.sent(job.id, NOON)
