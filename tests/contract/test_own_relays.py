"""Servers' own relays, through the port, and what becomes of them when something is forgotten."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.own_relay import AuthStyle, OwnRelay
from bot.storage.store import SqlStore
from tests.contract.builders import GUILD, LATE, MEMBER, NOON

OWN = OwnRelay(GUILD, "https://relay.example", "sealed", AuthStyle.API_KEY, MEMBER, NOON)
OTHERS = replace(OWN, guild_id=GUILD + 1, set_by=MEMBER + 1)


async def test_what_is_put_is_there(store: SqlStore):
    """One for each server, the newest in place of what was before."""
    await store.put_own_relay(OWN)
    await store.put_own_relay(OTHERS)
    newer = replace(OWN, address="https://other.example", auth=AuthStyle.BEARER)
    await store.put_own_relay(newer)
    assert sorted(await store.all_own_relays(), key=lambda own: own.guild_id) == [newer, OTHERS]


async def test_what_is_dropped_is_gone(store: SqlStore):
    """Of that server alone."""
    await store.put_own_relay(OWN)
    await store.put_own_relay(OTHERS)
    assert await store.drop_own_relay(GUILD)
    assert not await store.drop_own_relay(GUILD)
    assert await store.all_own_relays() == [OTHERS]


async def test_a_key_is_sealed_anew_unless_it_was_entered_anew(store: SqlStore):
    """What was entered meanwhile is not undone."""
    await store.put_own_relay(OWN)
    await store.seal_anew(GUILD, "another", "lost")
    await store.seal_anew(GUILD, "sealed", "sealed anew")
    assert await store.all_own_relays() == [replace(OWN, sealed="sealed anew")]


async def test_a_server_that_is_left_is_forgotten(store: SqlStore):
    """What it entered once the bot was there again stays, and what others have."""
    await store.put_own_relay(OWN)
    await store.put_own_relay(OTHERS)
    await store.forget_guild(GUILD, then=NOON - timedelta(seconds=1), now=NOON, most=9)
    assert len(await store.all_own_relays()) == 2
    await store.forget_guild(GUILD, then=NOON, now=NOON, most=9)
    assert await store.all_own_relays() == [OTHERS]


async def test_who_entered_it_is_forgotten(store: SqlStore):
    """The server keeps its relay."""
    await store.put_own_relay(OWN)
    await store.put_own_relay(OTHERS)
    await store.forget_member(MEMBER, then=LATE, now=LATE, most=9)
    assert {own.set_by for own in await store.all_own_relays()} == {0, OTHERS.set_by}
