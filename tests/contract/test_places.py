"""What every store promises of the places that are looked at."""

from datetime import datetime, timedelta

import pytest

from bot.domain.access import Terms
from bot.domain.conversation import ChatChoice
from bot.domain.deletion import NEWEST, ROUND, Spot
from bot.domain.job import Place, Shown
from bot.storage.store import SqlStore
from tests.contract.builders import CHANNEL, GUILD, LATE, MEMBER, NOON, THREAD, draft, request

TOMORROW = NOON + ROUND
DIRECT = 2**62 + 77
BELOW = Place(GUILD, THREAD, THREAD, parent_id=CHANNEL)
A_CHANNEL = Spot(CHANNEL, GUILD, None, NEWEST)
A_THREAD = Spot(THREAD, GUILD, CHANNEL, NEWEST)


async def show(store: SqlStore, *message_ids: int, channel_id: int = CHANNEL) -> None:
    """Let messages show a picture that was asked for in the channel."""
    job = await store.accept(request(), terms=Terms(99, 99), now=NOON)
    turn = await store.made(job, draft(), NOON)
    shown = [Shown(message_id, 0, turn.id, 1, channel_id) for message_id in message_ids]
    await store.posted(job.id, shown, NOON)


async def spots(store: SqlStore, now: datetime) -> list[Spot]:
    """Look at each place once."""
    found: list[Spot] = []
    while spot := await store.next_spot(now):
        found.append(spot)
        await store.looked(spot.channel_id, below=NEWEST, due_at=now + ROUND)
    return found


async def test_where_something_was_asked_is_looked_at_a_day_later(store: SqlStore):
    """Until then what is deleted there is heard."""
    await store.accept(request(), terms=Terms(9, 9), now=NOON)
    assert await store.next_spot(TOMORROW - timedelta(seconds=1)) is None
    assert await spots(store, TOMORROW) == [A_CHANNEL]


async def test_a_thread_is_known_with_its_channel(store: SqlStore):
    """Where a job is placed in it, and where it is kept."""
    await store.accept(request(place=BELOW), terms=Terms(9, 9), now=NOON)
    kept = Place(GUILD, 5, 5, parent_id=6)
    await store.open_chat(kept, ChatChoice("talker"), NOON)
    assert await spots(store, TOMORROW) == [A_THREAD, Spot(5, GUILD, 6, NEWEST)]


async def test_direct_messages_are_known_by_what_they_show(store: SqlStore):
    """What was asked in a channel may have been sent there; what one member sees is nowhere."""
    await show(store, 7, channel_id=DIRECT)
    await show(store, 8, channel_id=0)
    assert await spots(store, TOMORROW) == [A_CHANNEL, Spot(DIRECT, None, None, NEWEST)]


async def test_places_take_turns(store: SqlStore):
    """One that is not done goes to the end of the line, and goes on from where it was."""
    await store.accept(request(), terms=Terms(9, 9), now=NOON)
    await store.accept(request(place=BELOW), terms=Terms(9, 9), now=NOON + timedelta(hours=1))
    now = TOMORROW + timedelta(days=1)
    assert await store.next_spot(now) == A_CHANNEL
    await store.looked(CHANNEL, below=50, due_at=now)
    assert await store.next_spot(now) == A_THREAD
    await store.looked(THREAD, below=NEWEST, due_at=now + ROUND)
    assert await store.next_spot(now) == Spot(CHANNEL, GUILD, None, 50)


async def test_all_are_looked_at_anew(store: SqlStore):
    """At once, but for what has begun already, which goes on."""
    await store.accept(request(), terms=Terms(9, 9), now=NOON)
    await store.accept(request(place=BELOW), terms=Terms(9, 9), now=NOON)
    await store.looked(CHANNEL, below=50, due_at=NOON)
    await store.look_anew(NOON)
    assert await spots(store, NOON) == [Spot(CHANNEL, GUILD, None, 50), A_THREAD]


async def test_messages_are_listed_from_the_newest(store: SqlStore):
    """Each once, those of this channel, below an id, as many as are wanted."""
    await show(store, 1, 2, 3, 4)
    await show(store, 5, channel_id=THREAD)
    assert await store.messages_in(CHANNEL, below=NEWEST, most=9) == [4, 3, 2, 1]
    assert await store.messages_in(CHANNEL, below=4, most=2) == [3, 2]
    assert await store.messages_in(THREAD, below=5, most=2) == []


@pytest.mark.parametrize("what", ["channel", "server"])
async def test_a_place_in_which_nothing_is_kept_is_none(store: SqlStore, what: str):
    """It went with all that was there, the thread with its channel."""
    await store.open_chat(BELOW, ChatChoice("talker"), NOON)
    await show(store, 7)
    for _ in range(2):
        if what == "channel":
            await store.forget_channel(CHANNEL, most=9)
        else:
            await store.forget_guild(GUILD, then=NOON, now=NOON, most=9)
    assert await store.next_spot(TOMORROW) is None


async def test_a_place_that_was_left_empty_is_left_when_it_is_looked_at(store: SqlStore):
    """A kept thread is a place as long as it is kept, also without a word."""
    await store.open_chat(BELOW, ChatChoice("talker"), NOON)
    await show(store, 7)
    await store.forget_member(MEMBER, then=LATE, now=LATE, most=9)
    assert await spots(store, TOMORROW) == [A_THREAD, A_CHANNEL]
    assert await spots(store, TOMORROW + ROUND) == [A_THREAD]


async def test_a_server_that_is_left_is_told_until_it_is_forgotten(store: SqlStore):
    """One that the bot never was in is not: its members brought the bot themselves."""
    await store.accept(request(), terms=Terms(9, 9), now=NOON)
    assert await store.servers_but([]) == set()
    await store.join_servers([GUILD, 5])
    await store.join_servers([GUILD, 6])
    assert await store.servers_but([5, 6]) == {GUILD}
    assert await store.servers_but([GUILD]) == {5, 6}
    for _ in range(2):
        await store.forget_guild(GUILD, then=NOON, now=NOON, most=9)
    assert await store.servers_but([5, 6]) == set()
