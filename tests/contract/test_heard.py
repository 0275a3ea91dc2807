"""What every store promises of what was heard, and of where something may have been missed."""

from datetime import timedelta

from bot.domain.access import Terms
from bot.domain.job import Place, Shown
from bot.storage.store import SqlStore
from tests.contract.builders import CHANNEL, GUILD, NOON, THREAD, draft, request

BELOW = Place(GUILD, THREAD, THREAD, parent_id=CHANNEL)
DIRECT = 2**62 + 77
SECOND = timedelta(seconds=1)


async def ask(store: SqlStore, place: Place, *, after: timedelta) -> int:
    """Accept a request so long after noon."""
    return (await store.accept(request(place=place), terms=Terms(99, 99), now=NOON + after)).id


async def test_what_was_heard_last_is_remembered(store: SqlStore):
    """And nothing before that; nothing at first."""
    assert await store.heard_up_to() is None
    for message_id in (2**62, 2**62 + 1):
        await store.hear_up_to(message_id)
        assert await store.heard_up_to() == message_id


async def test_places_are_lively_where_something_was_asked(store: SqlStore):
    """Each once, the latest first, threads by themselves; none from before."""
    await ask(store, Place(GUILD, 5), after=timedelta(0))
    await ask(store, Place(GUILD, CHANNEL), after=1 * SECOND)
    await ask(store, BELOW, after=2 * SECOND)
    await ask(store, Place(None, DIRECT, DIRECT), after=3 * SECOND)
    await ask(store, Place(GUILD, CHANNEL), after=4 * SECOND)
    assert await store.lively(NOON + SECOND, most=9) == [CHANNEL, DIRECT, THREAD]
    assert await store.lively(NOON + SECOND, most=2) == [CHANNEL, DIRECT]
    assert await store.lively(NOON + 5 * SECOND, most=9) == []


async def test_places_are_lively_where_something_was_shown(store: SqlStore):
    """What was asked in a channel may have come directly; what one member sees is nowhere."""
    job = await store.accept(request(), terms=Terms(99, 99), now=NOON)
    turn = await store.made(job, draft(), NOON)
    shown = [Shown(7, 0, turn.id, 1, DIRECT), Shown(8, 0, turn.id, 1, 0)]
    await store.posted(job.id, shown, NOON + SECOND)
    assert sorted(await store.lively(NOON + SECOND, most=9)) == sorted([CHANNEL, DIRECT])


async def test_places_are_not_lively_by_what_is_forgotten(store: SqlStore):
    """Nothing of the bot's own is there any more."""
    job = await store.accept(request(), terms=Terms(99, 99), now=NOON)
    turn = await store.made(job, draft(), NOON)
    await store.posted(job.id, [Shown(7, 0, turn.id, 1, CHANNEL)], NOON)
    await store.forget_messages([7])
    assert await store.lively(NOON, most=9) == []
