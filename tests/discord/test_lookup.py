"""What the bot sees of what is still there in Discord."""

from typing import Any

import discord
import pytest

from bot.domain.deletion import NEWEST, Page, Seen, Sight
from bot.interface.client import AtelierClient
from bot.interface.lookup import ClientLookup
from demo.stack import Stack
from tests.acting import imagine, until

NOWHERE = 404


@pytest.fixture
def lookup(client: AtelierClient) -> ClientLookup:
    """Give the lookup of the running bot."""
    return ClientLookup(client)


async def test_what_is_there_is_seen(world: Stack, lookup: ClientLookup) -> None:
    """A channel without a question, its messages from the newest on, and one message."""
    first, second = await imagine(world), await imagine(world)
    assert lookup.knows(world.art.id) == await lookup.channel(world.art.id) == Seen(Sight.THERE)
    page = await lookup.page(world.art.id, below=second.id + 1)
    assert isinstance(page, Page)
    assert {first.id, second.id} <= page.message_ids
    assert page.lowest == 0
    page = await lookup.page(world.art.id, below=second.id)
    assert isinstance(page, Page)
    assert second.id not in page.message_ids
    assert await lookup.message(world.art.id, first.id) is Sight.THERE


async def test_a_full_page_tells_how_far_it_reaches(
    world: Stack, lookup: ClientLookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is older than its last message is not on it."""
    monkeypatch.setattr("bot.interface.lookup.PAGE", 2)
    sent = [await world.anna.send(world.art, word) for word in ("one", "two", "three")]
    page = await lookup.page(world.art.id, below=NEWEST)
    assert page == Page(frozenset(each.id for each in sent[1:]), sent[1].id)


async def test_what_is_gone_is_seen_to_be(world: Stack, lookup: ClientLookup) -> None:
    """A channel that there is not, and a message of one that there is."""
    assert lookup.knows(NOWHERE) is None
    assert await lookup.channel(NOWHERE) == Seen(Sight.GONE)
    assert await lookup.page(NOWHERE, below=NEWEST) is Sight.GONE
    assert await lookup.message(world.art.id, NOWHERE) is Sight.GONE


async def test_a_message_of_a_channel_that_is_gone_is_not_told_by_itself(
    lookup: ClientLookup,
) -> None:
    """The channel is asked for then."""
    assert await lookup.message(NOWHERE, NOWHERE) is Sight.UNSURE


async def test_a_thread_names_its_channel(
    world: Stack, client: AtelierClient, lookup: ClientLookup
) -> None:
    """Known or asked for, also when it is archived."""
    thread = await world.anna.start_thread(world.art, "a thread")
    await until(lambda: client.get_channel(thread.id))
    there = Seen(Sight.THERE, world.art.id)
    assert lookup.knows(thread.id) == await lookup.channel(thread.id) == there
    cached = client.get_channel(thread.id)
    assert isinstance(cached, discord.Thread)
    await cached.edit(archived=True)
    await until(lambda: lookup.knows(thread.id) is None)
    assert await lookup.channel(thread.id) == there


async def test_what_is_closed_is_neither_there_nor_gone(world: Stack, lookup: ClientLookup) -> None:
    """Who may not look knows nothing."""
    picture = await imagine(world)
    world.art.deny_bot("view_channel")
    assert await lookup.page(world.art.id, below=NEWEST) is Sight.CLOSED
    assert await lookup.message(world.art.id, picture.id) is Sight.CLOSED


@pytest.mark.parametrize("trouble", [{"status": 404}, {"status": 400}, {"cut": True}])
async def test_trouble_says_nothing(
    world: Stack, lookup: ClientLookup, trouble: dict[str, Any]
) -> None:
    """A 404 that is not Discord's own word about it, another refusal, a connection that broke."""
    picture = await imagine(world)
    world.discord.faults.add("GET", "/channels/*", times=99, **trouble)
    assert await lookup.channel(world.art.id) == Seen(Sight.UNSURE)
    assert await lookup.page(world.art.id, below=NEWEST) is Sight.UNSURE
    assert await lookup.message(world.art.id, picture.id) is Sight.UNSURE


async def test_a_server_that_is_out_of_order_can_not_be_looked_into(
    world: Stack, client: AtelierClient, lookup: ClientLookup
) -> None:
    """Direct messages can, and a server that the bot does not know."""
    assert lookup.reaches(world.guild.id)
    unavailable = {"id": str(world.guild.id), "unavailable": True}
    world.discord.model.emit("GUILD_DELETE", unavailable)
    await until(lambda: not lookup.reaches(world.guild.id))
    assert lookup.reaches(None)
    assert lookup.reaches(NOWHERE)
