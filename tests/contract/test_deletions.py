"""What every store promises of deletions that wait to be carried out."""

from datetime import timedelta

from bot.domain.access import Terms
from bot.domain.deletion import Deleted, Deletion, Pending
from bot.domain.job import Shown
from bot.services.ports.forgetting import PendingDeletions
from bot.storage.store import SqlStore
from tests.contract.builders import CHANNEL, GUILD, NOON, draft, request

A_MINUTE = timedelta(minutes=1)
MESSAGE, THREAD, SERVER = (
    Deletion(Deleted.MESSAGE, 7),
    Deletion(Deleted.CHANNEL, CHANNEL),
    Deletion(Deleted.GUILD, GUILD),
)


async def test_nothing_is_due_at_first(store: PendingDeletions):
    """Nor will it be."""
    assert await store.due_deletions(NOON, most=9) == []
    assert await store.next_deletion_due() is None


async def test_what_was_noted_is_due(store: PendingDeletions):
    """At once, and until it is done; what is of another kind is another."""
    alike = Deletion(Deleted.GUILD, CHANNEL)
    noted = [MESSAGE, THREAD, SERVER, alike]
    await store.note_deletions(noted, NOON)
    assert await store.next_deletion_due() == NOON
    due = await store.due_deletions(NOON, most=9)
    assert {each.deletion for each in due} == set(noted)
    assert {each.noted_at for each in due} == {NOON}
    await store.deletions_done([THREAD, MESSAGE])
    due = await store.due_deletions(NOON, most=9)
    assert {each.deletion for each in due} == {SERVER, alike}


async def test_some_are_read_at_once(store: PendingDeletions):
    """Those that have waited longest."""
    await store.note_deletions([SERVER], NOON + A_MINUTE)
    await store.note_deletions([THREAD], NOON)
    due = await store.due_deletions(NOON + A_MINUTE, most=1)
    assert due == [Pending(THREAD, NOON)]


async def test_what_is_postponed_is_due_later(store: PendingDeletions):
    """It is known since when it waits."""
    await store.note_deletions([THREAD], NOON)
    await store.postpone_deletion(THREAD, NOON + A_MINUTE)
    assert await store.due_deletions(NOON, most=9) == []
    assert await store.next_deletion_due() == NOON + A_MINUTE
    assert await store.due_deletions(NOON + A_MINUTE, most=9) == [Pending(THREAD, NOON)]


async def test_what_is_noted_again_is_due_again(store: PendingDeletions):
    """A server can be left twice."""
    await store.note_deletions([SERVER], NOON)
    await store.postpone_deletion(SERVER, NOON + 9 * A_MINUTE)
    await store.note_deletions([SERVER], NOON + A_MINUTE)
    due = await store.due_deletions(NOON + A_MINUTE, most=9)
    assert due == [Pending(SERVER, NOON + A_MINUTE)]


async def test_messages_that_show_something_are_known(store: SqlStore):
    """All others are nobody's business."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    turn = await store.made(job, draft(), NOON)
    await store.posted(job.id, [Shown(7, at, turn.id, 1, CHANNEL) for at in (0, 1)], NOON)
    assert await store.showing([7, 8]) == {7}
    assert await store.showing([8]) == set()
