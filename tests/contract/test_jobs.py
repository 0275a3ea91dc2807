"""What every store promises of jobs: how far they came, and who still has to look after them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.access import Terms
from bot.domain.job import Job, JobKind, JobState, Shown
from bot.storage.store import SqlStore
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    LATE,
    MEMBER,
    NOON,
    blob,
    draft,
    picture_part,
    request,
    used,
)
from tests.contract.stores import Store

LATER = NOON + timedelta(minutes=1)


async def accept(store: Store, **values: Any) -> Job:
    """Accept a request for one picture, changed by `values`."""
    return await store.accept(request(**values), terms=Terms(100, 100), now=NOON)


async def unfinished(store: Store) -> list[tuple[int, JobState]]:
    """Return which jobs are in no final state, and how far they came."""
    left = await store.unfinished(untouched_since=LATER)
    return [(each.job.id, each.state) for each in left]


@pytest.mark.parametrize("end", [JobState.FAILED, JobState.REFUSED, JobState.CANCELLED])
async def test_a_job_ends_as_it_is_said(store: Store, end: JobState):
    """Failed, refused or cancelled: it is over, and its row tells which."""
    job = await accept(store)
    await store.ended(job.id, end, "error", NOON, possibly_billed=False)
    assert await store.state(job.id) is end
    assert await unfinished(store) == []


async def test_unfinished_jobs_come_oldest_first(store: Store):
    """Each with how far it came; what is posted or kept is no longer among them."""
    accepted, sent, made, posted, kept = [await accept(store) for _ in range(5)]
    for job in (sent, made, posted, kept):
        await store.sent(job.id, NOON)
    turns = {job.id: await store.made(job, draft(), NOON) for job in (made, posted, kept)}
    await store.posted(posted.id, [Shown(1, 0, turns[posted.id].id, 1, CHANNEL)], NOON)
    await store.kept(kept.id, NOON, told=False)
    assert await unfinished(store) == [
        (accepted.id, JobState.ACCEPTED),
        (sent.id, JobState.SENT),
        (made.id, JobState.MADE),
    ]


async def test_a_job_that_was_just_touched_is_not_unfinished(store: Store):
    """Who looks for jobs that lie about leaves alone what moved a moment ago."""
    job = await accept(store)
    assert await store.unfinished(untouched_since=NOON - timedelta(seconds=1)) == []
    assert [each.job for each in await store.unfinished(untouched_since=NOON)] == [job]


async def test_what_was_cancelled_too_late_says_so(store: Store):
    """Also to the process that comes after."""
    job = await accept(store)
    await store.sent(job.id, NOON)
    await store.unwanted(job.id, NOON)
    (left,) = await store.unfinished(untouched_since=NOON)
    assert left.job.unwanted
    found = await store.job(job.id)
    assert found is not None
    assert found.unwanted


async def test_the_newest_kept_job_of_a_member_is_found(store: Store):
    """The last one that waits for them; nobody else's, and none that they know of."""
    for author_id, told in ((MEMBER, False), (MEMBER, False), (MEMBER, True), (77, False)):
        job = await accept(store, author_id=author_id)
        await store.made(job, draft(), NOON)
        await store.kept(job.id, NOON, told=told)
    assert await store.newest_kept(MEMBER) == 2
    assert await store.newest_kept(78) is None


async def test_a_kept_job_that_is_shown_waits_no_more(store: Store):
    """It is posted like any other."""
    job = await accept(store)
    turn = await store.made(job, draft(), NOON)
    await store.kept(job.id, NOON, told=False)
    await store.posted(job.id, [Shown(1, 0, turn.id, 1, 0)], NOON)
    assert await store.state(job.id) is JobState.POSTED
    assert await store.newest_kept(MEMBER) is None


async def test_what_only_its_author_sees_is_no_channels_newest_picture(store: Store):
    """A private picture is found by its message, and by no channel."""
    job = await accept(store, private=True)
    turn = await store.made(job, draft(), NOON)
    shown = Shown(1, 0, turn.id, 1, 0)
    await store.posted(job.id, [shown], NOON)
    assert await store.shown_in(1) == [shown]
    assert await store.newest_shown(CHANNEL) is None


async def test_a_job_that_is_over_is_not_sent(store: Store):
    """Whoever is about to send it learns that; one that is at work goes on."""
    job, over = await accept(store, count=2), await accept(store)
    assert await store.cancelled(over.id, "called-off", NOON)
    assert await store.sent(job.id, NOON)
    assert await store.sent(job.id, NOON)
    assert not await store.sent(over.id, NOON)
    assert await store.state(over.id) is JobState.CANCELLED


async def test_only_what_is_not_sent_is_cancelled(store: Store):
    """Too late, it changes nothing; in time, its pictures are returned once."""
    job = await accept(store)
    await store.sent(job.id, NOON)
    assert not await store.cancelled(job.id, "called-off", NOON)
    assert await store.state(job.id) is JobState.SENT
    other = await accept(store)
    assert await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON) == 2
    assert await store.cancelled(other.id, "called-off", NOON)
    assert not await store.cancelled(other.id, "called-off", NOON)
    assert await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON) == 1


async def test_what_somebody_showed_is_not_kept(store: Store):
    """A button may be faster than the line that offers it."""
    job = await accept(store)
    turn = await store.made(job, draft(), NOON)
    await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
    await store.kept(job.id, NOON, told=True)
    assert await store.state(job.id) is JobState.POSTED


async def test_what_asked_for_a_job_is_known(store: SqlStore):
    """Whatever became of the job, also where it was forgotten; nothing where nobody is named."""
    asked = [7, 2**62 + 9]
    for source_id in (*asked, 0):
        await accept(store, source_id=source_id)
    await store.cancelled(1, "called-off", NOON)
    await store.forget_member(MEMBER, then=LATE, now=LATE, most=9)
    assert await store.asked_among([0, 5, 6, *asked]) == set(asked)


async def test_what_a_turn_called_for_is_known(store: Store):
    """However far it is, and of that turn alone; what is forgotten is not."""
    asked = await accept(store, kind=JobKind.CHAT)
    turn = await store.made(asked, draft(), NOON)
    await accept(store, parent_id=turn.id)
    assert not await store.is_called_for(turn.id)
    called = await accept(store, called_by_id=turn.id)
    assert await store.is_called_for(turn.id)
    await store.cancelled(called.id, "called-off", NOON)
    assert await store.is_called_for(turn.id)
    assert not await store.is_called_for((await store.made(called, draft(), NOON)).id)
    assert not await store.is_called_for(turn.id + 99)


async def test_what_was_composed_belongs_to_the_answer(store: Store):
    """It is read back, and its bytes are kept with the turn's."""
    turn = await store.made(await accept(store), draft(), NOON)
    whole = (*turn.answer, picture_part("whole"))
    changed = await store.rewritten(turn, whole)
    assert changed == replace(turn, answer=whole)
    assert await store.turn(turn.id) == changed
    key = blob("whole").key
    assert await store.named([key]) == {key}


async def test_nothing_is_composed_of_what_was_deleted(store: Store):
    """A turn that was forgotten while that was done stays so, and keeps nobody's bytes."""
    job = await accept(store)
    turn = await store.made(job, draft(), NOON)
    await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
    await store.forget_messages([1])
    assert await store.rewritten(turn, (*turn.answer, picture_part("whole"))) == turn
    assert await store.turn(turn.id) is None
    assert not await store.named([blob("whole").key])
