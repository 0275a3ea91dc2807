"""What every store promises: conversations, turns, and what messages show."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.access import Terms
from bot.domain.content import Memory, Part
from bot.domain.conversation import ChatChoice, Pointer, Turn
from bot.domain.errors import Gone
from bot.domain.grounding import UNGROUNDED, Grounding, Link
from bot.domain.job import POINTS, Job, JobKind, Place, Shown
from bot.domain.model import Thinking
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    HERE,
    IN_THREAD,
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


async def accept(store: Store, **values: Any) -> Job:
    """Accept a request for one picture, changed by `values`."""
    return await store.accept(request(**values), terms=Terms(100, 100), now=NOON)


async def make(store: Store, name: str = "fox", **values: Any) -> Turn:
    """Let a request become a turn."""
    answer = draft(name, parent_id=values.get("parent_id"))
    return await store.made(await accept(store, **values), answer, NOON)


async def test_a_turn_keeps_what_it_stands_on(store: Store):
    """Sources and searches are read back in their order; most turns have none."""
    found = Grounding(
        (Link("狐狸", "https://a.example/?b=c"),),
        (Link("foxes", "https://b.example/"), Link('狐狸 "red"', "https://c.example/")),
    )
    made = await store.made(await accept(store), replace(draft(), grounding=found), NOON)
    assert made.grounding == found
    assert await store.turn(made.id) == made
    assert (await make(store)).grounding == UNGROUNDED


async def test_orders_without_a_parent_begin_conversations(store: Store):
    """Two requests in a channel belong to two conversations."""
    first, second = await accept(store), await accept(store)
    assert first.conversation_id != second.conversation_id


async def test_an_order_belongs_to_its_parents_conversation(store: Store):
    """A reply is part of the conversation of the turn replied to, wherever it is written."""
    parent = await make(store)
    await store.open_chat(IN_THREAD, ChatChoice("talker"), NOON)
    job = await accept(store, parent_id=parent.id, place=IN_THREAD)
    assert job.conversation_id == parent.conversation_id


async def test_orders_in_a_kept_thread_share_its_conversation(store: Store):
    """A kept thread is one conversation."""
    await store.open_chat(IN_THREAD, ChatChoice("talker"), NOON)
    first, second = await accept(store, place=IN_THREAD), await accept(store, place=IN_THREAD)
    assert first.conversation_id == second.conversation_id


async def test_a_thread_has_one_conversation_and_is_not_kept_for_it(store: Store):
    """Requests in a thread share its conversation; its messages are turns only once it is kept."""
    first, second = await accept(store, place=IN_THREAD), await accept(store, place=IN_THREAD)
    assert first.conversation_id == second.conversation_id
    assert await store.chat_of(THREAD) is None


async def test_an_order_after_a_deleted_turn_is_refused(store: Store):
    """Gone is raised, and no picture is reserved."""
    with pytest.raises(Gone):
        await accept(store, parent_id=404)
    assert await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON) == 0


async def test_a_job_comes_back_with_all_of_its_order(store: Store):
    """What was asked for is read back field by field."""
    parent = await make(store)
    wanted = request(
        "änder das 🦊",
        kind=JobKind.CHAT,
        place=Place(guild_id=None, channel_id=CHANNEL, thread_id=None),
        user=(picture_part("fox"), Part(text="änder das 🦊")),
        parent_id=parent.id,
        pointed=Pointer(parent.id, 1),
        aspect="16:9",
        size="2K",
        thinking=Thinking.HIGH,
        count=3,
        locale="zh-CN",
    )
    job = await store.accept(wanted, terms=Terms(3, 3), now=NOON)
    assert job.request == wanted
    assert await store.job(job.id) == job


async def test_an_unknown_job_is_none(store: Store):
    """A job that never was is None."""
    assert await store.job(404) is None


async def test_a_turn_comes_back_as_it_was_made(store: Store):
    """Parts, signatures of both kinds and unknown fields are kept as received."""
    job = await accept(store, aspect="1:1", size="4K")
    answer = draft("fox", signature=blob("long signature"))
    extra = {"partMetadata": {"n": [1, 2.5, None, True, "x"]}}
    words, *rest = answer.answer
    answer = replace(answer, answer=(replace(words, memory=Memory(extra=extra)), *rest))
    turn = await store.made(job, answer, NOON + timedelta(seconds=20))
    assert turn.answer[0].memory.extra == extra
    assert (turn.user, turn.answer) == (answer.user, answer.answer)
    assert (turn.model, turn.family) == ("painter", "painters")
    assert (turn.aspect, turn.size) == ("1:1", "4K")
    assert turn.created_at == NOON + timedelta(seconds=20)
    assert await store.turn(turn.id) == turn


async def test_a_turn_continues_what_its_draft_says(store: Store):
    """A request in a thread names no parent: it is found when its turn comes."""
    await store.open_chat(IN_THREAD, ChatChoice("talker"), NOON)
    first = await make(store, place=IN_THREAD)
    second = await store.made(await accept(store, place=IN_THREAD), draft(parent_id=first.id), NOON)
    assert await store.path(second.id, limit=9) == [first, second]


async def test_an_unknown_turn_is_none(store: Store):
    """A turn that never was is None."""
    assert await store.turn(404) is None


async def test_a_job_of_several_pictures_has_as_many_turns(store: Store):
    """Each picture of a job is a turn of its own, listed in the order of making."""
    job = await accept(store, count=3)
    made = [await store.made(job, draft(name), NOON) for name in ("a", "b", "c")]
    await make(store, "of another job")
    assert await store.turns_of(job.id) == made


async def test_a_path_leads_from_the_root_through_one_branch(store: Store):
    """Turns of other branches are not on it."""
    root = await make(store, "root")
    left = await make(store, "left", parent_id=root.id)
    right = await make(store, "right", parent_id=root.id)
    leaf = await make(store, "leaf", parent_id=left.id)
    assert await store.path(leaf.id, limit=100) == [root, left, leaf]
    assert await store.path(right.id, limit=100) == [root, right]


async def test_a_path_is_cut_at_the_limit(store: Store):
    """The newest turns are kept."""
    turns = [await make(store, "0")]
    for number in range(1, 6):
        turns.append(await make(store, str(number), parent_id=turns[-1].id))
    assert await store.path(turns[-1].id, limit=2) == turns[-2:]


async def test_a_path_to_nowhere_is_empty(store: Store):
    """An unknown turn has no path."""
    assert await store.path(404, limit=10) == []


async def test_a_message_shows_its_parts_by_position(store: Store):
    """What a message shows is read back in order, texts as None."""
    turn = await make(store)
    parts = [Shown(7, 1, turn.id, 1, CHANNEL), Shown(7, 0, turn.id, None, CHANNEL)]
    await store.posted(1, [*parts, Shown(8, 0, turn.id, 1, CHANNEL)], NOON)
    assert await store.shown_in(7) == parts[::-1]
    assert await store.shown_in(404) == []


async def test_what_shows_a_turn_is_found(store: Store):
    """The oldest message first, and nothing that shows another one."""
    turn, other = await make(store, "a"), await make(store, "b")
    await store.posted(1, [Shown(8, 1, turn.id, 1, CHANNEL), Shown(8, 0, other.id, 1, 0)], NOON)
    await store.posted(1, [Shown(7, 0, turn.id, 1, 0)], NOON)
    await store.points(Shown(9, POINTS, turn.id, 1, CHANNEL))
    assert [(shown.message_id, shown.position) for shown in await store.shown_of(turn.id)] == [
        (7, 0),
        (8, 1),
        (9, POINTS),
    ]
    assert await store.shown_of(404) == []


async def test_a_message_that_is_edited_shows_the_new_parts_alone(store: Store):
    """Posting again replaces what the same message showed."""
    job = await accept(store, count=2)
    first, second = [await store.made(job, draft(name), NOON) for name in "ab"]
    await store.posted(
        job.id, [Shown(7, 0, first.id, 1, CHANNEL), Shown(7, 1, first.id, 0, CHANNEL)], NOON
    )
    await store.posted(job.id, [Shown(7, 0, second.id, 1, CHANNEL)], NOON)
    assert await store.shown_in(7) == [Shown(7, 0, second.id, 1, CHANNEL)]


async def test_a_job_may_be_posted_without_showing_anything(store: Store):
    """An answer that shows nothing is posted all the same."""
    job = await accept(store)
    await store.posted(job.id, [], NOON)
    assert await store.newest_shown(CHANNEL) is None


async def test_the_newest_picture_of_a_channel_is_the_last_one_posted(store: Store):
    """Texts, other channels and the order of writing do not count."""
    turn = await make(store)
    newest = Shown(20, 1, turn.id, 1, CHANNEL)
    await store.posted(1, [Shown(20, 0, turn.id, 1, CHANNEL), newest], NOON)
    await store.posted(2, [Shown(10, 0, turn.id, 1, CHANNEL)], NOON)
    await store.posted(3, [Shown(30, 0, turn.id, None, CHANNEL)], NOON)
    await store.posted(4, [Shown(40, 0, turn.id, 1, THREAD)], NOON)
    assert await store.newest_shown(CHANNEL) == newest
    assert await store.newest_shown(404) is None


async def test_a_thread_is_kept_with_its_model(store: Store):
    """How it is answered is read back."""
    choice = ChatChoice("talker", Thinking.LOW, search=True)
    await store.open_chat(IN_THREAD, choice, NOON)
    assert await store.chat_of(THREAD) == choice


async def test_a_channel_is_not_a_kept_thread(store: Store):
    """Only what was kept is."""
    await accept(store, place=IN_THREAD)
    assert await store.chat_of(THREAD) is None


async def test_keeping_a_thread_again_changes_its_model_alone(store: Store):
    """The conversation stays the same one."""
    await store.open_chat(IN_THREAD, ChatChoice("talker", Thinking.LOW, search=True), NOON)
    before = await accept(store, place=IN_THREAD)
    await store.open_chat(IN_THREAD, ChatChoice("thinker"), NOON)
    after = await accept(store, place=IN_THREAD)
    assert await store.chat_of(THREAD) == ChatChoice("thinker")
    assert before.conversation_id == after.conversation_id


async def test_a_channel_can_not_be_kept(store: Store):
    """Keeping a place without a thread is a mistake."""
    with pytest.raises(ValueError, match="thread"):
        await store.open_chat(HERE, ChatChoice("talker"), NOON)


async def test_the_newest_turn_of_a_thread_is_the_last_one_made_there(store: Store):
    """A turn that goes on with one from elsewhere counts; one in the channel does not."""
    await store.open_chat(IN_THREAD, ChatChoice("talker"), NOON)
    assert await store.newest_turn(THREAD) is None
    await make(store, place=IN_THREAD)
    elsewhere = await make(store)
    newest = await make(store, place=IN_THREAD, parent_id=elsewhere.id)
    await make(store, parent_id=newest.id)
    assert await store.newest_turn(THREAD) == newest.id
