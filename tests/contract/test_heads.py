import pytest

from bot.domain.access import Terms
from bot.domain.conversation import Pointer, Turn
from bot.domain.errors import Gone
from bot.domain.job import Place, Shown
from bot.domain.version import Head, Node
from tests.contract.builders import CHANNEL, HERE, IN_THREAD, MEMBER, NOON, THREAD, draft, request
from tests.contract.stores import Store

NOWHERE = 404


async def made(store: Store, *, place: Place = HERE, parent: Turn | None = None) -> Turn:
    """Make a turn with a picture that nothing shows yet."""
    parent_id = parent.id if parent else None
    pointed = Pointer(parent.id, 1) if parent else None
    asked = request(place=place, parent_id=parent_id, pointed=pointed)
    job = await store.accept(asked, terms=Terms(99, 99), now=NOON)
    return await store.made(job, draft(parent_id=parent_id), NOON)


async def posted(
    store: Store, message_id: int, *, place: Place = HERE, parent: Turn | None = None
) -> Turn:
    """Make a turn whose picture a message shows, in the thread or else in the channel."""
    turn = await made(store, place=place, parent=parent)
    shown = Shown(message_id, 0, turn.id, 1, place.thread_id or place.channel_id)
    await store.posted(NOWHERE, [shown], NOON)
    return turn


async def test_a_channel_has_no_head_before_somebody_goes_back(store: Store):
    """Then it simply goes on from what is newest."""
    await posted(store, 1)
    assert await store.head(CHANNEL) is None


async def test_what_somebody_went_back_to_is_the_head(store: Store):
    """Of that channel, and of no other."""
    old = await posted(store, 1)
    await posted(store, 2, parent=old)
    await store.go_back(CHANNEL, Head(old.id, 1))
    assert await store.head(CHANNEL) == Head(old.id, 1)
    assert await store.head(THREAD) is None


async def test_going_back_again_replaces_the_head(store: Store):
    """A channel goes on from one place."""
    old = await posted(store, 1)
    new = await posted(store, 2, parent=old)
    await store.go_back(CHANNEL, Head(old.id, 1))
    await store.go_back(CHANNEL, Head(new.id, None))
    assert await store.head(CHANNEL) == Head(new.id, None)


async def test_a_newer_picture_ends_a_head(store: Store):
    """What is posted after somebody went back is what the channel goes on from."""
    old = await posted(store, 1)
    await store.go_back(CHANNEL, Head(old.id, 1))
    await posted(store, 2, parent=old)
    assert await store.head(CHANNEL) is None


async def test_what_is_made_elsewhere_does_not_end_a_head(store: Store):
    """Another channel's pictures, and those that only their author sees, are not of this one."""
    old = await posted(store, 1)
    await store.go_back(CHANNEL, Head(old.id, 1))
    await posted(store, 2, place=Place(HERE.guild_id, CHANNEL + 100))
    private = await made(store)
    await store.posted(NOWHERE, [Shown(3, 0, private.id, 1, 0)], NOON)
    assert await store.head(CHANNEL) == Head(old.id, 1)


async def test_what_was_made_before_does_not_end_a_head(store: Store):
    """A picture that was on its way when somebody went back is no newer than that."""
    old = await posted(store, 1)
    on_its_way = await made(store, parent=old)
    await store.go_back(CHANNEL, Head(old.id, 1))
    await store.posted(NOWHERE, [Shown(2, 0, on_its_way.id, 1, CHANNEL)], NOON)
    assert await store.head(CHANNEL) == Head(old.id, 1)


async def test_a_newer_turn_ends_the_head_of_a_thread(store: Store):
    """In a thread words count too, from when they are made."""
    old = await made(store, place=IN_THREAD)
    await made(store, place=IN_THREAD, parent=old)
    await store.go_back(THREAD, Head(old.id, None))
    assert await store.head(THREAD) == Head(old.id, None)
    await made(store, place=IN_THREAD, parent=old)
    assert await store.head(THREAD) is None


async def test_nobody_goes_back_to_what_was_deleted(store: Store):
    """The head that was there before stays."""
    old = await posted(store, 1)
    await store.go_back(CHANNEL, Head(old.id, 1))
    with pytest.raises(Gone):
        await store.go_back(CHANNEL, Head(NOWHERE, 1))
    assert await store.head(CHANNEL) == Head(old.id, 1)


async def test_a_turn_belongs_to_a_conversation(store: Store):
    """An edit to that of what it edits; a turn that is not there to none."""
    root = await posted(store, 1)
    edit = await posted(store, 2, parent=root)
    assert await store.conversation_of(edit.id) == root.conversation_id
    assert await store.conversation_of(NOWHERE) is None


async def test_a_conversation_is_read_as_a_tree(store: Store):
    """Each turn with its parent and all that shows it, oldest first; nobody else's turns."""
    root = await posted(store, 1)
    hidden = await made(store, parent=root)
    branch = await posted(store, 3, parent=root)
    await store.posted(NOWHERE, [Shown(4, 0, branch.id, 1, 0)], NOON)
    await posted(store, 5)
    shown = (Shown(3, 0, branch.id, 1, CHANNEL), Shown(4, 0, branch.id, 1, 0))
    assert await store.nodes(root.conversation_id) == [
        Node(root.id, None, MEMBER, (Shown(1, 0, root.id, 1, CHANNEL),)),
        Node(hidden.id, root.id, MEMBER),
        Node(branch.id, root.id, MEMBER, shown),
    ]


async def test_turns_come_with_what_they_were_asked_to_change(store: Store):
    """Many at once, by their ids; one that is not there is left out."""
    root = await posted(store, 1)
    edit = await posted(store, 2, parent=root)
    found = await store.asked_turns([edit.id, root.id, NOWHERE])
    assert found == {root.id: (root, None), edit.id: (edit, Pointer(root.id, 1))}
