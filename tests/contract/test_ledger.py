"""What every store promises about a member's pictures of a day."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.access import Terms
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.content import Part
from bot.domain.errors import Gone, QuotaUsedUp
from bot.domain.job import JobKind, JobState, Place
from tests.contract.builders import CHANNEL, GUILD, HERE, MEMBER, NOON, draft, request
from tests.contract.builders import used as used_by
from tests.contract.stores import Store

MIDNIGHT = UTC_CALENDAR.day_end(NOON)


async def used(store: Store, now: datetime = NOON, *, kind: JobKind = JobKind.PICTURE) -> int:
    """Count what the member of these tests has used."""
    return await used_by(store, GUILD, MEMBER, kind, now)


async def test_an_accepted_job_reserves_its_pictures(store: Store):
    """All pictures of a job count at once."""
    await store.accept(request(count=4), terms=Terms(20, 20), now=NOON)
    assert await used(store) == 4


async def test_the_limit_may_be_used_to_the_last_picture(store: Store):
    """Exactly as many as the limit pass; one more does not, and nothing of it is written."""
    job = await store.accept(request(count=3), terms=Terms(4, 4), now=NOON)
    with pytest.raises(QuotaUsedUp) as refused:
        await store.accept(request(count=2), terms=Terms(4, 4), now=NOON)
    assert refused.value.message_key == "error-quota-left"
    resets = int(MIDNIGHT.timestamp())
    assert refused.value.values == {"limit": 4, "left": 1, "count": 2, "resets": resets}
    assert await used(store) == 3
    assert await store.job(job.id + 1) is None
    await store.accept(request(), terms=Terms(4, 4), now=NOON)
    assert await used(store) == 4


async def test_what_was_deleted_is_told_before_the_limit(store: Store):
    """Nothing can be edited that is gone, whatever is left of the day."""
    with pytest.raises(Gone):
        await store.accept(request(parent_id=99), terms=Terms(0, 0), now=NOON)


async def test_many_at_once_do_not_overdraw(store: Store):
    """Of requests that come together, only as many pass as the limit allows."""
    results = await asyncio.gather(
        *(store.accept(request(), terms=Terms(3, 3), now=NOON) for _ in range(12)),
        return_exceptions=True,
    )
    assert sum(isinstance(result, QuotaUsedUp) for result in results) == 9
    assert await used(store) == 3


async def test_an_answer_without_a_picture_is_given_back(store: Store):
    """When an image model only talks, nothing stays counted."""
    job = await store.accept(request(), terms=Terms(4, 4), now=NOON)
    await store.made(job, replace(draft(), answer=(Part(text="Which fox?"),)), NOON)
    assert await used(store) == 0


async def test_a_half_picture_is_given_back(store: Store):
    """What came only in part is kept, and not counted; it may have been billed."""
    job = await store.accept(request(), terms=Terms(4, 4), now=NOON)
    (words, part) = draft().answer
    assert part.picture
    half = replace(part, picture=replace(part.picture, is_half=True))
    turn = await store.made(job, replace(draft(), answer=(words, half)), NOON)
    assert len(turn.pictures) == 1
    assert await used(store) == 0


async def test_words_and_pictures_are_counted_apart(store: Store):
    """An answer takes no picture, and a picture takes no answer."""
    for _ in range(2):
        await store.accept(request(kind=JobKind.CHAT), terms=Terms(2, 2), now=NOON)
    await store.accept(request(count=2), terms=Terms(2, 2), now=NOON)
    assert await used(store) == await used(store, kind=JobKind.CHAT) == 2


async def test_an_answer_after_the_last_of_the_day_is_refused(store: Store):
    """It is told how many there are and when new ones come, in words of its own."""
    job = await store.accept(request(kind=JobKind.CHAT), terms=Terms(1, 1), now=NOON)
    with pytest.raises(QuotaUsedUp) as refused:
        await store.accept(request(kind=JobKind.CHAT), terms=Terms(1, 1), now=NOON)
    assert refused.value.message_key == "error-messages-used-up"
    resets = int(MIDNIGHT.timestamp())
    assert refused.value.values == {"limit": 1, "left": 0, "count": 1, "resets": resets}
    assert await store.job(job.id + 1) is None


async def test_an_answer_stays_used(store: Store):
    """With or without a picture in it, it is what was reserved; nothing of it is left to return."""
    job = await store.accept(request(kind=JobKind.CHAT), terms=Terms(1, 1), now=NOON)
    await store.sent(job.id, NOON)
    await store.made(job, replace(draft(), answer=(Part(text="Yes."),)), NOON)
    await store.ended(job.id, JobState.FAILED, "late", NOON, possibly_billed=True)
    assert await used(store, kind=JobKind.CHAT) == 1


@pytest.mark.parametrize("possibly_billed", [False, True])
async def test_an_answer_that_never_came_is_given_back(store: Store, *, possibly_billed: bool):
    """Chat that fails counts for nothing."""
    job = await store.accept(request(kind=JobKind.CHAT), terms=Terms(1, 1), now=NOON)
    await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=possibly_billed)
    assert await used(store, kind=JobKind.CHAT) == 0


@pytest.mark.parametrize(
    ("place", "author_id"),
    [(HERE, MEMBER + 1), (Place(GUILD + 1, CHANNEL), MEMBER), (Place(None, CHANNEL), MEMBER)],
    ids=["another member", "another server", "direct messages"],
)
async def test_others_have_their_own_pictures(store: Store, place: Place, author_id: int):
    """A limit is one member's in one server; direct messages count by themselves."""
    await store.accept(request(count=4), terms=Terms(4, 4), now=NOON)
    await store.accept(request(place=place, author_id=author_id), terms=Terms(4, 4), now=NOON)
    assert await used_by(store, place.guild_id, author_id, JobKind.PICTURE, NOON) == 1
    assert await used(store) == 4


async def test_a_new_day_begins_at_midnight_utc(store: Store):
    """What was used yesterday does not count."""
    await store.accept(request(count=4), terms=Terms(4, 4), now=MIDNIGHT - timedelta(seconds=1))
    assert await used(store, MIDNIGHT) == 0
    await store.accept(request(), terms=Terms(4, 4), now=MIDNIGHT)
    assert await used(store, MIDNIGHT) == 1


async def test_what_was_made_stays_used(store: Store):
    """A settled picture counts as one, not as two and not as none."""
    job = await store.accept(request(count=2), terms=Terms(4, 4), now=NOON)
    await store.sent(job.id, NOON)
    await store.made(job, draft(), NOON)
    assert await used(store) == 2


@pytest.mark.parametrize("possibly_billed", [False, True])
async def test_what_was_not_made_is_given_back(store: Store, *, possibly_billed: bool):
    """A job that fails after one of three pictures gives back two, once."""
    job = await store.accept(request(count=3), terms=Terms(4, 4), now=NOON)
    await store.made(job, draft(), NOON)
    for _ in range(2):
        await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=possibly_billed)
    assert await used(store) == 1


async def test_each_failure_is_given_back_by_itself(store: Store):
    """Once each, while the job goes on with the others; its end has nothing left to return."""
    job = await store.accept(request(count=3), terms=Terms(4, 4), now=NOON)
    await store.failed_one(job.id, NOON, possibly_billed=True)
    await store.failed_one(job.id, NOON, possibly_billed=False)
    assert await used(store) == 1
    await store.made(job, draft(), NOON)
    for _ in range(2):
        await store.failed_one(job.id, NOON, possibly_billed=False)
    await store.ended(job.id, JobState.FAILED, "error", NOON, possibly_billed=True)
    assert await used(store) == 1
    assert await store.state(job.id) is JobState.MADE


async def test_a_return_after_midnight_is_yesterdays(store: Store):
    """Today's count does not fall below what was reserved today."""
    yesterday = MIDNIGHT - timedelta(seconds=1)
    job = await store.accept(request(count=3), terms=Terms(4, 4), now=yesterday)
    await store.accept(request(), terms=Terms(4, 4), now=MIDNIGHT)
    await store.ended(job.id, JobState.FAILED, "error", MIDNIGHT, possibly_billed=False)
    assert await used(store, yesterday) == 0
    assert await used(store, MIDNIGHT) == 1


async def test_a_picture_that_comes_after_its_failure_is_free(store: Store):
    """It is kept as a turn, and the member does not pay for it any more."""
    job = await store.accept(request(), terms=Terms(4, 4), now=NOON)
    await store.ended(job.id, JobState.FAILED, "timeout", NOON, possibly_billed=True)
    turn = await store.made(job, draft(), NOON)
    assert await store.turns_of(job.id) == [turn]
    assert await used(store) == 0


async def test_a_server_is_told_once_of_each_share_of_its_budget(store: Store):
    """In each month; whatever it was told of more holds for less as well."""
    assert await store.warned(GUILD, "2026-03", 80)
    assert not await store.warned(GUILD, "2026-03", 80)
    assert await store.warned(GUILD, "2026-03", 100)
    assert not await store.warned(GUILD, "2026-03", 80)
    assert not await store.warned(GUILD, "2026-03", 100)
    assert await store.warned(GUILD, "2026-04", 80)
    assert await store.warned(GUILD + 1, "2026-03", 80)
    await store.accept(request(), terms=Terms(9, 9), now=NOON)
    assert not await store.warned(GUILD, "2026-03", 100)
