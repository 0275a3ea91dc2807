"""What every store promises of the pictures that members collect."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.access import Terms
from bot.domain.conversation import Pointer
from bot.domain.references import KEPT_FOR, Reference
from tests.contract.builders import CHANNEL, GUILD, LATE, MEMBER, NOON, draft, request
from tests.contract.stores import Store

LATER = NOON + timedelta(hours=1)


def found(*positions: int, message_id: int = 7, channel_id: int = CHANNEL) -> list[Reference]:
    """Name pictures of a message."""
    return [Reference(GUILD, channel_id, message_id, position) for position in positions]


async def collect(store: Store, references: Sequence[Reference], *, most: int = 9) -> int:
    """Let a member collect these at noon."""
    return await store.collect(MEMBER, references, NOON, most=most)


async def waiting(store: Store) -> list[tuple[int, int]]:
    """Return the messages and positions of what waits for the member an hour later."""
    return [(each.message_id, each.position) for each in await store.collected_by(MEMBER, LATER)]


async def test_what_is_collected_waits_in_order(store: Store):
    """For whoever collected it, and for nobody else."""
    await collect(store, found(1, 0))
    await collect(store, found(0, message_id=5))
    assert await waiting(store) == [(7, 1), (7, 0), (5, 0)]
    assert await store.collected_by(MEMBER + 1, LATER) == []


async def test_the_same_picture_waits_once(store: Store):
    """However often it is collected."""
    await collect(store, found(0))
    assert await collect(store, found(0, 1)) == 0
    assert await waiting(store) == [(7, 0), (7, 1)]


async def test_what_finds_no_room_is_counted(store: Store):
    """The first ones stay."""
    assert await collect(store, found(0, 1, 2), most=2) == 1
    assert await collect(store, found(3), most=2) == 1
    assert await waiting(store) == [(7, 0), (7, 1)]


async def test_it_waits_for_a_day(store: Store):
    """Then it takes nobody's room, and is deleted when it is tidied up."""
    await collect(store, found(0, 1), most=2)
    over = NOON + KEPT_FOR
    assert await store.collected_by(MEMBER, over) == []
    assert await store.collect(MEMBER, found(2), over, most=2) == 0
    await store.forget_collected(over - timedelta(hours=1))
    assert await store.collected_by(MEMBER, over) != []
    await store.forget_collected(over + timedelta(hours=1))
    assert await store.collected_by(MEMBER, NOON) == []


async def test_an_accepted_request_uses_up_what_it_names(store: Store):
    """And nothing of anybody else's, whatever it names."""
    await collect(store, found(0, 1))
    await store.collect(MEMBER + 1, found(0), NOON, most=9)
    first, _ = await store.collected_by(MEMBER, LATER)
    (other,) = await store.collected_by(MEMBER + 1, LATER)
    used = request(collected=(first.id, other.id), along=1)
    await store.accept(used, terms=Terms(9, 9), now=NOON)
    assert await waiting(store) == [(7, 1)]
    assert await store.collected_by(MEMBER + 1, LATER) == [other]


async def test_what_is_cleared_waits_no_more(store: Store):
    """Of this member alone."""
    await collect(store, found(0))
    await store.collect(MEMBER + 1, found(0), NOON, most=9)
    await store.clear_collected(MEMBER)
    assert await waiting(store) == []
    assert await store.collected_by(MEMBER + 1, LATER) != []


async def test_what_the_bot_made_goes_with_its_turn(store: Store):
    """And is not collected any more once it is gone."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    turn = await store.made(job, draft(), NOON)
    made = Reference(GUILD, CHANNEL, 7, 0, Pointer(turn.id, 1))
    await collect(store, [made])
    (kept,) = await store.collected_by(MEMBER, LATER)
    assert kept.made == Pointer(turn.id, 1)
    await store.posted(job.id, [], NOON)
    await store.forget_before(LATER, most=9)
    await collect(store, [made])
    assert await waiting(store) == []


async def test_what_the_bot_made_waits_once(store: Store):
    """However many messages show it."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    turn = await store.made(job, draft(), NOON)
    for message_id in (7, 8):
        made = Reference(GUILD, CHANNEL, message_id, 0, Pointer(turn.id, 1))
        assert await collect(store, [made]) == 0
    assert await waiting(store) == [(7, 0)]


@pytest.mark.parametrize("what", ["message", "channel", "guild", "member"])
async def test_it_is_forgotten_with_its_place(store: Store, what: str):
    """With its message, channel, server or member; what is elsewhere stays."""
    await collect(store, found(0))
    elsewhere = Reference(GUILD + 1, CHANNEL + 1, 8, 0)
    await store.collect(MEMBER + 1, [elsewhere], NOON, most=9)
    assert await store.showing([7, 9]) == {7}
    steps = {
        "message": lambda: store.forget_messages([7]),
        "channel": lambda: store.forget_channel(CHANNEL, most=9),
        "guild": lambda: store.forget_guild(GUILD, then=NOON, now=NOON, most=9),
        "member": lambda: store.forget_member(MEMBER, then=LATE, now=LATE, most=9),
    }
    await steps[what]()
    assert await waiting(store) == []
    assert len(await store.collected_by(MEMBER + 1, LATER)) == 1
