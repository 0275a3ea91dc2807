"""What every store promises about a server's money, and about who asks at once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.access import Terms
from bot.domain.calendar import UTC_CALENDAR, Calendar
from bot.domain.content import Part
from bot.domain.errors import BudgetUsedUp, CoolingDown, LimitError
from bot.domain.job import JobKind, JobState, Purpose
from tests.contract.builders import GUILD, MEMBER, NOON, draft, request
from tests.contract.stores import Store

BUDGET = Terms(99, 99, budget=1_000)


async def spent(store: Store) -> int:
    """Return what the server of these tests has spent or reserved this month."""
    return (await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)).micros


async def test_the_most_that_it_can_cost_is_reserved(store: Store):
    """For each picture of a job, in one sum with what others have reserved."""
    await store.accept(request(count=3), terms=BUDGET, now=NOON, micros=300)
    assert await spent(store) == 900
    with pytest.raises(BudgetUsedUp) as refused:
        await store.accept(request(author_id=MEMBER + 1), terms=BUDGET, now=NOON, micros=101)
    assert refused.value.values == {"resets": int(UTC_CALENDAR.month_end(NOON).timestamp())}
    await store.accept(request(author_id=MEMBER + 1), terms=BUDGET, now=NOON, micros=100)
    assert await spent(store) == 1_000


async def test_what_it_did_cost_takes_the_place_of_that(store: Store):
    """Of each picture by itself, as it comes."""
    job = await store.accept(request(count=2), terms=BUDGET, now=NOON, micros=300)
    await store.made(job, replace(draft(), micros=120), NOON)
    assert await spent(store) == 420
    await store.made(job, draft(), NOON)
    assert await spent(store) == 420
    assert (await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)).pictures == 2


async def test_what_was_surely_not_billed_is_given_back(store: Store):
    """A refund leaves nothing of the reservation."""
    job = await store.accept(request(count=2), terms=BUDGET, now=NOON, micros=300)
    await store.failed_one(job.id, NOON, possibly_billed=False)
    await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=False)
    assert await spent(store) == 0


async def test_what_may_have_been_billed_stays_spent(store: Store):
    """The member's picture comes back, the server's money does not."""
    job = await store.accept(request(count=2), terms=BUDGET, now=NOON, micros=300)
    await store.failed_one(job.id, NOON, possibly_billed=True)
    await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=True)
    found = await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)
    assert (found.pictures, found.micros) == (0, 600)


async def test_words_in_place_of_a_picture_cost_what_they_did(store: Store):
    """The picture is given back, and what the words cost is booked."""
    job = await store.accept(request(), terms=BUDGET, now=NOON, micros=300)
    words = replace(draft(), answer=(Part(text="Which fox?"),), micros=20)
    await store.made(job, words, NOON)
    found = await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)
    assert (found.pictures, found.micros) == (0, 20)


async def test_the_smaller_of_two_budgets_holds(store: Store):
    """The server's own, and what the operator lets it spend."""
    for budgets in ({"budget": 10}, {"operators_budget": 10}):
        terms = replace(BUDGET, **{"budget": 1_000, "operators_budget": 1_000} | budgets)
        with pytest.raises(BudgetUsedUp):
            await store.accept(request(), terms=terms, now=NOON, micros=11)
    assert await spent(store) == 0


async def test_money_of_last_month_is_spent(store: Store):
    """A new month begins at the server's midnight."""
    terms = replace(BUDGET, calendar=Calendar("Asia/Shanghai"))
    end = terms.calendar.month_end(NOON)
    await store.accept(request(), terms=terms, now=end - timedelta(seconds=1), micros=1_000)
    with pytest.raises(BudgetUsedUp):
        await store.accept(request(), terms=terms, now=end - timedelta(seconds=1), micros=1)
    await store.accept(request(), terms=terms, now=end, micros=1_000)


async def test_who_asked_just_now_waits(store: Store):
    """To the second, each member by themselves, whatever day it is."""
    terms = Terms(99, 99, cooldown=60)
    midnight = UTC_CALENDAR.day_end(NOON)
    await store.accept(request(), terms=terms, now=midnight - timedelta(seconds=30))
    with pytest.raises(CoolingDown) as refused:
        await store.accept(request(), terms=terms, now=midnight + timedelta(seconds=29))
    assert refused.value.values == {"until": int(midnight.timestamp()) + 30}
    await store.accept(request(author_id=MEMBER + 1), terms=terms, now=midnight)
    await store.accept(request(), terms=terms, now=midnight + timedelta(seconds=30))


async def test_what_is_asked_on_the_way_is_not_waited_for(store: Store):
    """What only describes, or what a model calls for, neither waits nor lets others wait."""
    terms = Terms(99, 99, cooldown=60)
    described = request(kind=JobKind.CHAT, purpose=Purpose.DESCRIBE)
    for _ in range(2):
        await store.accept(described, terms=terms, now=NOON)
    await store.accept(request(), terms=terms, now=NOON)
    await store.accept(described, terms=terms, now=NOON)


async def test_two_hundred_at_once_pass_no_limit_by_one(store: Store):
    """Of those that come together exactly so many pass as money and days have room for."""
    terms = Terms(5, 99, budget=7_777)

    async def ask(number: int) -> bool:
        wanted = request(author_id=MEMBER + number % 40, count=1 + number % 3)
        try:
            await store.accept(wanted, terms=terms, now=NOON, micros=77)
        except LimitError:
            return False
        return True

    passed = await asyncio.gather(*(ask(number) for number in range(200)))
    assert any(passed)
    assert not all(passed)
    assert 7_777 - 3 * 77 < await spent(store) <= 7_777
    days = [
        (await store.standing(GUILD, MEMBER + number, UTC_CALENDAR, NOON)).pictures
        for number in range(40)
    ]
    assert max(days) <= 5
    assert sum(days) * 77 == await spent(store)


async def test_what_became_dearer_while_it_waited_is_reserved_when_it_leaves(store: Store):
    """For all that is still open, which is settled, or given back, at that."""
    job = await store.accept(request(count=3), terms=BUDGET, now=NOON, micros=100)
    await store.sent(job.id, NOON, terms=BUDGET, micros=100)
    await store.made(job, replace(draft(), micros=90), NOON)
    await store.sent(job.id, NOON, terms=BUDGET, micros=200)
    assert await spent(store) == 490
    await store.sent(job.id, NOON, terms=BUDGET, micros=150)
    assert await spent(store) == 490
    await store.failed_one(job.id, NOON, possibly_billed=False)
    assert await spent(store) == 290
    await store.made(job, draft(), NOON)
    assert await spent(store) == 290
    found = await store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)
    assert (found.pictures, found.micros) == (2, 290)


async def test_nothing_leaves_that_became_dearer_than_there_is_money(store: Store):
    """It is not sent, and what was reserved stays until the job is over."""
    job = await store.accept(request(), terms=BUDGET, now=NOON, micros=100)
    with pytest.raises(BudgetUsedUp):
        await store.sent(job.id, NOON, terms=BUDGET, micros=1_001)
    assert await store.state(job.id) is JobState.ACCEPTED
    assert await spent(store) == 100
    assert await store.sent(job.id, NOON, terms=BUDGET, micros=1_000)
    await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=True)
    assert await spent(store) == 1_000


async def test_what_was_reserved_may_leave_whatever_there_is_by_now(store: Store):
    """A budget that was lowered meanwhile refuses nothing that was let in before."""
    job = await store.accept(request(), terms=BUDGET, now=NOON, micros=100)
    assert await store.sent(job.id, NOON, terms=replace(BUDGET, budget=0), micros=100)


async def test_what_leaves_in_the_next_month_is_of_the_one_when_it_was_asked(store: Store):
    """There it is reserved, and there it has to have room."""
    later = NOON + timedelta(days=31)
    job = await store.accept(request(), terms=BUDGET, now=NOON, micros=100)
    await store.accept(request(), terms=BUDGET, now=later, micros=1_000)
    assert await store.sent(job.id, later, terms=BUDGET, micros=1_000)
    assert await spent(store) == 1_000
