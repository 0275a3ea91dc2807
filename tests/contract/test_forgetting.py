"""What every store promises of deleting: what goes, and what stays."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.access import Terms
from bot.domain.content import Part
from bot.domain.conversation import ChatChoice, Turn
from bot.domain.errors import Gone
from bot.domain.job import POINTS, Forgotten, Job, JobKind, JobState, Place, Shown
from bot.domain.version import Head
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    HERE,
    LATE,
    MEMBER,
    NOON,
    THREAD,
    blob,
    draft,
    picture_part,
    request,
    used,
)
from tests.contract.stores import Store

A_THREAD = Place(GUILD, channel_id=THREAD, thread_id=THREAD)
DIRECT = 2**62 + 77
OTHER = 2**62 + 78
MANY = 1_000
LATER = NOON + timedelta(days=1)
BELOW = Place(GUILD, THREAD, THREAD, parent_id=CHANNEL)
NOTHING = Forgotten(jobs=0, turns=0)
UPLOAD = (picture_part("upload"), Part(text="paint this"))


async def accept(store: Store, **values: Any) -> Job:
    """Accept a request for one picture, changed by `values`."""
    return await store.accept(request(**values), terms=Terms(100, 100), now=NOON)


async def post(store: Store, job: Job, message_id: int, *turns: Turn, channel_id: int) -> None:
    """Let one message show the picture of each of these turns."""
    shown = [
        Shown(message_id, position, turn.id, 1, channel_id) for position, turn in enumerate(turns)
    ]
    await store.posted(job.id, shown, NOON)


async def show(
    store: Store,
    message_id: int,
    name: str = "fox",
    *,
    channel_id: int | None = None,
    **values: Any,
) -> Turn:
    """Let a request become a turn that a message shows, where it was asked if not elsewhere."""
    job = await accept(store, **values)
    turn = await store.made(job, draft(name, parent_id=values.get("parent_id")), NOON)
    here = job.request.place.channel_id if channel_id is None else channel_id
    await post(store, job, message_id, turn, channel_id=here)
    return turn


async def refused(store: Store, **values: Any) -> Job:
    """Let a request come to nothing."""
    job = await accept(store, **values)
    await store.ended(job.id, JobState.REFUSED, "error-refused", NOON, possibly_billed=False)
    return job


async def named(store: Store, *names: str) -> set[str]:
    """Return those of these blobs that a row refers to."""
    found = await store.named([blob(name).key for name in names])
    return {name for name in names if blob(name).key in found}


async def is_silent(store: Store, job_id: int) -> bool:
    """Tell whether a job that is over is no longer kept."""
    return await store.job(job_id) is None


# A message


async def test_what_a_deleted_message_showed_is_gone(store: Store):
    """The turn, its blobs and those of its request; its job says that it is no longer kept."""
    turn = await show(store, 7, user=UPLOAD)
    assert await named(store, "fox", "upload") == {"fox", "upload"}
    assert await store.forget_messages([7]) == Forgotten(jobs=1, turns=1)
    assert await store.turn(turn.id) is None
    assert await store.shown_in(7) == []
    assert await store.newest_shown(CHANNEL) is None
    assert await named(store, "fox", "upload") == set()
    assert await is_silent(store, 1)
    with pytest.raises(Gone):
        await accept(store, parent_id=turn.id)


async def test_the_books_stay(store: Store):
    """What was used of a day stays used, and how far the job came stays known."""
    await show(store, 7)
    await store.forget_messages([7])
    assert await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON) == 1
    assert await store.state(1) is JobState.POSTED


async def test_what_another_message_shows_stays(store: Store):
    """A long answer goes with the last of its messages, not with the first."""
    job = await accept(store, kind=JobKind.CHAT)
    turn = await store.made(job, draft(), NOON)
    pages = [Shown(message_id, 0, turn.id, None, CHANNEL) for message_id in (7, 8)]
    await store.posted(job.id, pages, NOON)
    assert await store.forget_messages([7]) == NOTHING
    assert await store.turn(turn.id) == turn
    assert await store.shown_in(7) == []
    assert await store.shown_in(8) == pages[1:]
    assert (await store.forget_messages([8])).turns == 1
    assert await store.turn(turn.id) is None


async def test_messages_that_are_deleted_together_count_together(store: Store):
    """What only they showed goes, in whichever of them it was."""
    job = await accept(store, kind=JobKind.CHAT)
    turn = await store.made(job, draft(), NOON)
    await store.posted(
        job.id, [Shown(message_id, 0, turn.id, None, CHANNEL) for message_id in (7, 8)], NOON
    )
    other = await show(store, 9)
    assert await store.forget_messages({7, 8, 404}) == Forgotten(jobs=1, turns=1)
    assert await store.turn(turn.id) is None
    assert await store.turn(other.id) == other


async def test_a_message_of_somebody_else_is_nothing(store: Store):
    """Deleting what shows nothing changes nothing."""
    turn = await show(store, 7)
    assert await store.forget_messages([404]) == NOTHING
    assert await store.turn(turn.id) == turn


async def test_a_gallery_goes_as_a_whole(store: Store):
    """Each of its pictures was a turn of the same job."""
    job = await accept(store, count=3)
    made = [await store.made(job, draft(name), NOON) for name in "abc"]
    await post(store, job, 7, *made, channel_id=CHANNEL)
    assert await store.forget_messages([7]) == Forgotten(jobs=1, turns=3)
    assert await store.turns_of(job.id) == []
    assert await named(store, *"abc") == set()


async def test_a_job_lasts_as_long_as_one_of_its_turns(store: Store):
    """Where its pictures are in two messages, the first one deleted leaves its request alone."""
    job = await accept(store, count=2, user=UPLOAD)
    first, second = [await store.made(job, draft(name), NOON) for name in "ab"]
    shown = [Shown(7, 0, first.id, 1, CHANNEL), Shown(8, 0, second.id, 1, CHANNEL)]
    await store.posted(job.id, shown, NOON)
    await store.forget_messages([7])
    assert await store.turns_of(job.id) == [second]
    assert await store.job(job.id) == job
    assert await named(store, "a", "b", "upload") == {"b", "upload"}


async def test_what_continued_it_stays_without_a_parent(store: Store):
    """The branches of a deleted picture go on, from their own roots."""
    root = await show(store, 7)
    left = await show(store, 8, "left", parent_id=root.id)
    leaf = await show(store, 9, "leaf", parent_id=left.id)
    await store.forget_messages([7])
    path = await store.path(leaf.id, limit=9)
    assert [turn.id for turn in path] == [left.id, leaf.id]
    assert path[0].parent_id is None
    following = await accept(store, parent_id=leaf.id)
    assert following.conversation_id == root.conversation_id


async def test_a_blob_that_another_turn_has_too_is_still_named(store: Store):
    """The same bytes in two turns go with the second."""
    await show(store, 7, "same")
    await show(store, 8, "same")
    await store.forget_messages([7])
    assert await named(store, "same") == {"same"}
    await store.forget_messages([8])
    assert await named(store, "same") == set()


async def test_what_failed_in_a_conversation_goes_with_its_last_turn(store: Store):
    """An edit that was refused can't be tried again: what it would go on from is gone."""
    root = await show(store, 7)
    failed = await refused(store, parent_id=root.id, user=UPLOAD)
    assert not await is_silent(store, failed.id)
    await store.forget_messages([7])
    assert await is_silent(store, failed.id)
    assert await named(store, "upload") == set()


async def test_a_kept_thread_stays_kept_without_its_messages(store: Store):
    """Members go on writing in it, and its forgotten jobs are no longer kept."""
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    before = await accept(store, place=A_THREAD)
    turn = await store.made(before, draft(), NOON)
    await post(store, before, 7, turn, channel_id=THREAD)
    await store.forget_messages([7])
    assert await store.newest_turn(THREAD) is None
    assert await store.chat_of(THREAD) == ChatChoice("talker")
    assert await is_silent(store, before.id)
    after = await accept(store, place=A_THREAD)
    assert after.conversation_id == before.conversation_id


# What is being made


async def test_a_job_at_work_is_left_alone(store: Store):
    """Its request and uploads stay, whoever or whatever is forgotten, and so does what it made."""
    waiting = await accept(store, user=UPLOAD)
    made = await accept(store)
    turn = await store.made(made, draft(), NOON)
    at_work = replace(NOTHING, at_work=True)
    assert await store.forget_member(MEMBER, then=LATE, now=LATE, most=MANY) == at_work
    assert await store.forget_channel(CHANNEL, most=MANY) == at_work
    assert await store.forget_guild(GUILD, then=LATER, now=LATER, most=MANY) == at_work
    assert await store.forget_before(NOON + timedelta(days=1), most=MANY) == NOTHING
    assert await store.job(waiting.id) == waiting
    assert await store.turns_of(made.id) == [turn]
    assert await named(store, "upload", "fox") == {"upload", "fox"}


async def test_an_edit_outlives_the_picture_that_it_was_asked_of(store: Store):
    """What was paid is kept, as the first of its line."""
    parent = await show(store, 7)
    job = await accept(store, parent_id=parent.id, user=UPLOAD)
    await store.forget_messages([7])
    turn = await store.made(job, draft("edit", parent_id=parent.id), NOON)
    assert turn.parent_id is None
    assert turn.conversation_id == job.conversation_id
    assert await store.turn(turn.id) == turn
    assert await store.path(turn.id, limit=9) == [turn]


async def test_a_picture_that_comes_after_its_job_was_forgotten_is_kept(store: Store):
    """It begins a conversation of its own; what was uploaded for it is not asked for again."""
    job = await accept(store, user=UPLOAD)
    await store.ended(job.id, JobState.FAILED, "timeout", NOON, possibly_billed=True)
    await store.forget_member(MEMBER, then=LATE, now=LATE, most=MANY)
    answer = replace(draft("late"), user=UPLOAD)
    late = await store.made(job, answer, NOON)
    later = await store.made(job, answer, NOON)
    assert late.conversation_id == later.conversation_id != job.conversation_id
    assert late.user == later.user == UPLOAD[1:]
    assert await store.turns_of(job.id) == [late, later]
    assert await named(store, "upload", "late") == {"late"}
    assert not await is_silent(store, job.id)


async def test_a_late_picture_of_a_thread_joins_what_is_there_now(store: Store):
    """A thread has one conversation, also a second time."""
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    job = await refused(store, place=A_THREAD)
    await store.forget_channel(THREAD, most=MANY)
    again = await accept(store, place=A_THREAD)
    late = await store.made(job, draft(), NOON)
    assert late.conversation_id == again.conversation_id


async def test_what_is_forgotten_while_it_is_shown_stays_so(store: Store):
    """The message is written down without it."""
    job = await accept(store)
    turn = await store.made(job, draft(), NOON)
    await store.kept(job.id, NOON, told=False)
    assert (await store.forget_member(MEMBER, then=LATE, now=LATE, most=MANY)).turns == 1
    await post(store, job, 7, turn, channel_id=CHANNEL)
    assert await store.shown_in(7) == []
    assert await store.state(job.id) is JobState.POSTED


# A channel, thread or server


async def test_a_deleted_channel_takes_all_that_was_asked_there(store: Store):
    """What it showed, what only its author saw, what is kept, and what failed."""
    public = await show(store, 7)
    private = await show(store, 8, private=True, channel_id=0)
    kept = await accept(store)
    await store.made(kept, draft("kept"), NOON)
    await store.kept(kept.id, NOON, told=False)
    failed = await refused(store, user=UPLOAD)
    elsewhere = await show(store, 9, "elsewhere", place=Place(GUILD, OTHER))
    assert await store.forget_channel(CHANNEL, most=MANY) == Forgotten(jobs=4, turns=3)
    for turn in (public, private):
        assert await store.turn(turn.id) is None
    assert await store.newest_kept(MEMBER) is None
    assert await is_silent(store, failed.id)
    assert await named(store, "fox", "kept", "upload", "elsewhere") == {"elsewhere"}
    assert await store.turn(elsewhere.id) == elsewhere


async def test_what_was_sent_to_its_author_outlives_the_channel(store: Store):
    """A picture in direct messages is not shown in the channel where it was asked for."""
    turn = await show(store, 7, channel_id=DIRECT)
    assert await store.forget_channel(CHANNEL, most=MANY) == NOTHING
    assert await store.forget_guild(GUILD, then=LATER, now=LATER, most=MANY) == NOTHING
    assert await store.turn(turn.id) == turn
    assert (await store.forget_messages([7])).turns == 1


async def test_a_deleted_thread_is_no_longer_kept(store: Store):
    """Its conversation goes with it; that of the channel stays."""
    channels = await show(store, 7, "channel")
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    threads = await show(store, 8, "thread", place=A_THREAD)
    assert await store.forget_channel(THREAD, most=MANY) == Forgotten(jobs=1, turns=1)
    assert await store.chat_of(THREAD) is None
    assert await store.turn(threads.id) is None
    assert await store.turn(channels.id) == channels
    again = await accept(store, place=A_THREAD)
    assert again.conversation_id not in {channels.conversation_id, threads.conversation_id}


async def test_a_thread_that_was_never_used_is_no_longer_kept_either(store: Store):
    """Nothing was asked there, and nothing is left."""
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    assert await store.forget_channel(THREAD, most=MANY) == NOTHING
    assert await store.chat_of(THREAD) is None


async def test_a_server_takes_its_channels_and_threads(store: Store):
    """All of them, and nothing of other servers or of direct messages."""
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    ours = [await show(store, 7), await show(store, 8, place=A_THREAD)]
    theirs = await show(store, 9, place=Place(GUILD + 1, OTHER))
    directly = await show(store, 10, place=Place(None, DIRECT, DIRECT))
    assert await store.forget_guild(GUILD, then=LATER, now=LATER, most=MANY) == Forgotten(
        jobs=2, turns=2
    )
    for turn in ours:
        assert await store.turn(turn.id) is None
    assert await store.chat_of(THREAD) is None
    assert await store.turn(theirs.id) == theirs
    assert await store.turn(directly.id) == directly


async def test_a_thread_that_was_kept_after_its_first_picture_goes_with_its_server(store: Store):
    """Its conversation was begun before anybody knew that it would be kept."""
    turn = await show(store, 7, place=A_THREAD)
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    assert await store.forget_guild(GUILD, then=LATER, now=LATER, most=MANY) == Forgotten(
        jobs=1, turns=1
    )
    assert await store.turn(turn.id) is None
    assert await store.chat_of(THREAD) is None


async def test_a_deleted_channel_takes_its_threads(store: Store):
    """Discord tells nothing of those that are archived; other threads stay."""
    await store.open_chat(BELOW, ChatChoice("talker"), NOON)
    kept = await show(store, 7, place=BELOW)
    private = replace(BELOW, channel_id=THREAD + 1, thread_id=None)
    alone = await show(store, 8, place=private, private=True, channel_id=0)
    elsewhere = await show(store, 9, place=Place(GUILD, OTHER, OTHER, parent_id=CHANNEL + 1))
    assert (await store.forget_channel(CHANNEL, most=MANY)).turns == 2
    for turn in (kept, alone):
        assert await store.turn(turn.id) is None
    assert await store.chat_of(THREAD) is None
    assert await store.turn(elsewhere.id) == elsewhere


async def test_a_thread_whose_channel_is_learnt_later_goes_with_it(store: Store):
    """What was kept before channels of threads were written down."""
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    turn = await show(store, 7, place=A_THREAD)
    await store.note_parents({THREAD: CHANNEL, OTHER: CHANNEL})
    await store.note_parents({THREAD: OTHER})  # a thread stays where it is
    await store.forget_channel(OTHER, most=MANY)
    assert await store.turn(turn.id) == turn
    await store.forget_channel(CHANNEL, most=MANY)
    assert await store.turn(turn.id) is None
    assert await store.chat_of(THREAD) is None


async def test_a_job_learns_the_channel_of_its_thread(store: Store):
    """Whatever was known of the thread before."""
    await show(store, 7, place=A_THREAD)
    turn = await show(store, 8, place=BELOW)
    await store.forget_channel(CHANNEL, most=MANY)
    assert await store.turn(turn.id) is None


@pytest.mark.parametrize("what", ["channel", "guild"])
async def test_what_was_at_work_is_forgotten_when_it_is_over(store: Store, what: str):
    """Asked again then, a deletion finds it, in a thread as in a channel."""
    job = await accept(store, place=BELOW)

    def forget() -> Any:
        if what == "channel":
            return store.forget_channel(CHANNEL, most=MANY)
        return store.forget_guild(GUILD, then=LATER, now=LATER, most=MANY)

    assert await forget() == replace(NOTHING, at_work=True)
    turn = await store.made(job, draft(), NOON)
    await store.kept(job.id, NOON, told=False)
    assert await forget() == Forgotten(jobs=1, turns=1)
    assert await forget() == NOTHING
    assert await store.turn(turn.id) is None


async def test_direct_messages_that_are_gone_show_nothing(store: Store):
    """What was asked in a channel and only sent there goes, as with its last message."""
    pictures = [await show(store, 7, channel_id=DIRECT), await show(store, 8)]
    assert await store.forget_channel(DIRECT, most=MANY) == Forgotten(jobs=1, turns=1)
    assert await store.forget_channel(DIRECT, most=MANY) == NOTHING
    assert [await store.turn(turn.id) for turn in pictures] == [None, pictures[1]]


async def test_what_is_asked_in_a_server_later_stays(store: Store):
    """The bot was let in again before the deletion was done."""
    before = await show(store, 7)
    job = await store.accept(request(), terms=Terms(9, 9), now=LATER)
    turn = await store.made(job, draft("later"), LATER)
    await store.posted(job.id, [Shown(8, 0, turn.id, 1, CHANNEL)], LATER)
    assert await store.forget_guild(GUILD, then=NOON, now=NOON, most=MANY) == Forgotten(
        jobs=1, turns=1
    )
    assert await store.turn(before.id) is None
    assert await store.turn(turn.id) == turn


# A member


async def test_a_members_data_is_gone_everywhere(store: Store):
    """Turns and requests, in every place; those of others stay, and lose their parents."""
    mine = [await show(store, 7, user=UPLOAD), await show(store, 8, place=Place(None, DIRECT))]
    theirs = await show(store, 9, "theirs", parent_id=mine[0].id, author_id=MEMBER + 1)
    failed = await refused(store)
    assert await store.forget_member(MEMBER, then=LATE, now=LATE, most=MANY) == Forgotten(
        jobs=3, turns=2
    )
    for turn in mine:
        assert await store.turn(turn.id) is None
    assert await is_silent(store, failed.id)
    assert await named(store, "fox", "upload") == set()
    assert await store.path(theirs.id, limit=9) == [await store.turn(theirs.id)]
    assert await store.forget_member(MEMBER, then=LATE, now=LATE, most=MANY) == NOTHING


async def test_one_step_takes_so_many_jobs_at_most(store: Store):
    """Repeated until there are none, it takes all of them."""
    for message_id in range(5):
        await show(store, message_id)
    steps = [await store.forget_member(MEMBER, then=LATE, now=LATE, most=2) for _ in range(4)]
    assert [step.jobs for step in steps] == [2, 2, 1, 0]


# Time


async def test_what_is_old_is_forgotten(store: Store):
    """What was made or failed before a time goes; what came at that time or later stays."""
    old = await show(store, 7, "old")
    failed = await refused(store)
    job = await accept(store)
    young = await store.made(job, draft("young"), NOON + timedelta(days=1))
    later = [Shown(8, 0, young.id, 1, CHANNEL)]
    await store.posted(job.id, later, NOON + timedelta(days=1))
    then = NOON + timedelta(days=1)
    assert await store.forget_before(NOON, most=MANY) == NOTHING
    assert await store.forget_before(then, most=MANY) == Forgotten(jobs=2, turns=1)
    assert await store.turn(old.id) is None
    assert await is_silent(store, failed.id)
    assert await store.turn(young.id) == young


async def test_a_server_forgets_what_is_its_own(store: Store):
    """What was asked in another one, or directly, stays; so does what came later."""
    old = await show(store, 7, "old")
    other = await show(store, 8, "other", place=Place(GUILD + 1, CHANNEL + 1))
    alone = await show(store, 9, "alone", place=Place(None, CHANNEL + 2))
    job = await accept(store)
    young = await store.made(job, draft("young"), LATER)
    await store.posted(job.id, [Shown(10, 0, young.id, 1, CHANNEL)], LATER)
    assert await store.forget_before_in(GUILD, NOON, most=MANY) == NOTHING
    assert await store.forget_before_in(GUILD, LATER, most=MANY) == Forgotten(jobs=1, turns=1)
    assert await store.turn(old.id) is None
    for kept in (other, alone, young):
        assert await store.turn(kept.id) == kept


async def test_forgetting_and_asking_do_not_disturb_each_other(store: Store):
    """Edits that are asked for while their picture is deleted are refused or made, never broken."""
    for message_id in range(8):
        parent = await show(store, message_id)

        async def edit(parent_id: int) -> Turn | None:
            try:
                job = await accept(store, parent_id=parent_id)
            except Gone:
                return None
            return await store.made(job, draft("edit", parent_id=parent_id), NOON)

        turn, _ = await asyncio.gather(edit(parent.id), store.forget_messages([message_id]))
        assert turn is None or await store.turn(turn.id) is not None
        assert await store.turn(parent.id) is None


async def test_places_are_kept_apart(store: Store):
    """A channel of the same number in no other place is touched: ids are Discord's."""
    turn = await show(store, 7, place=HERE)
    assert await store.forget_channel(CHANNEL + 1, most=MANY) == NOTHING
    assert await store.forget_guild(GUILD + 1, then=LATER, now=LATER, most=MANY) == NOTHING
    assert await store.forget_member(MEMBER + 1, then=LATE, now=LATE, most=MANY) == NOTHING
    assert await store.turn(turn.id) == turn


async def test_what_came_to_nothing_is_forgotten_by_itself(store: Store):
    """No message shows it, so that none can be deleted; what was shown stays."""
    kept = await show(store, 1)
    failed = await refused(store, user=UPLOAD)
    later = NOON + timedelta(days=1)
    assert await store.forget_fruitless(NOON, most=MANY) == NOTHING
    assert await store.forget_fruitless(later, most=MANY) == Forgotten(jobs=1, turns=0)
    assert await store.job(failed.id) is None
    assert await store.named([blob("upload").key]) == set()
    assert await store.turn(kept.id) == kept


async def test_a_message_that_points_keeps_nothing(store: Store):
    """What only tells of a version does not hold it when the one that shows it is deleted."""
    turn = await show(store, 1)
    await store.points(Shown(2, POINTS, turn.id, 1, CHANNEL))
    assert await store.shown_in(2) == [Shown(2, POINTS, turn.id, 1, CHANNEL)]
    assert await store.forget_messages([1]) == Forgotten(jobs=1, turns=1)
    assert await store.shown_in(2) == []


# What is written of a turn that was deleted meanwhile


async def test_pointing_to_what_was_deleted_writes_nothing(store: Store):
    """The message was posted before its turn went: a reply to it points to nothing."""
    turn = await show(store, 1)
    await store.forget_messages([1])
    await store.points(Shown(2, POINTS, turn.id, 1, CHANNEL))
    assert await store.shown_in(2) == []


async def test_pointing_twice_is_pointing_once(store: Store):
    """The first word stays."""
    turn = await show(store, 1)
    for part in (1, None):
        await store.points(Shown(2, POINTS, turn.id, part, CHANNEL))
    assert await store.shown_in(2) == [Shown(2, POINTS, turn.id, 1, CHANNEL)]


async def test_posting_what_was_deleted_in_part_shows_the_rest(store: Store):
    """A gallery of which one turn went keeps the places of the others."""
    first = await show(store, 1)
    second = await show(store, 2)
    job = await accept(store)
    await store.made(job, draft(), NOON)
    await store.forget_messages([1])
    await store.posted(
        job.id, [Shown(3, at, turn.id, 1, CHANNEL) for at, turn in enumerate((first, second))], NOON
    )
    assert await store.shown_in(3) == [Shown(3, 1, second.id, 1, CHANNEL)]


async def test_going_back_to_what_was_deleted_changes_nothing(store: Store):
    """It is told as gone, and the channel goes on from where it did."""
    gone, stays = await show(store, 1), await show(store, 2)
    await store.go_back(CHANNEL, Head(stays.id, 1))
    await store.forget_messages([1])
    with pytest.raises(Gone):
        await store.go_back(CHANNEL, Head(gone.id, 1))
    assert await store.head(CHANNEL) == Head(stays.id, 1)
