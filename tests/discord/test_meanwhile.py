"""What changes between the time when a job is accepted and when it is sent: money holds."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.calendar import UTC_CALENDAR
from bot.interface.client import AtelierClient
from demo.discord import Interaction
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, until
from tests.discord.test_chat import open_thread
from tests.discord.test_picture_jobs import over
from tests.worlds import Join, decide, store_of

CHEAP, DEAR = "gemini-3.1-flash-lite-image", "gemini-3-pro-image"
CHEAP_ENOUGH = 100_000
"""More than the cheap picture costs, and less than the dear one."""

Waiting = Callable[..., Awaitable[tuple[Held, Interaction]]]


async def micros(world: Stack, client: AtelierClient) -> int:
    """Return what the server has spent or reserved this month."""
    now = datetime.now(UTC)
    standing = await store_of(client).standing(world.guild.id, world.anna.id, UTC_CALENDAR, now)
    return standing.micros


@pytest.fixture
async def waiting(world: Stack) -> Waiting:
    """Give a function that lets anna's picture wait behind ben's, who asks in direct messages."""

    async def ask(**options: Any) -> tuple[Held, Interaction]:
        held = Held()
        world.relay.next(held)
        await world.ben.slash(world.ben.dm, "imagine", prompt="a kite")
        await at_work(world)
        asked = await world.anna.slash(world.art, "imagine", prompt="a fox", **options)
        assert "queue" in (await asked.result(within=WITHIN)).text
        return held, asked

    return ask


async def test_what_became_dearer_than_there_is_money_is_not_sent(
    world: Stack, join: Join, waiting: Waiting
) -> None:
    """A server has another model when the bot comes back: that is told, and costs nothing."""
    client = await join(max_concurrent=1)
    await decide(world, client, budget=CHEAP_ENOUGH, image_model=CHEAP)
    _, asked = await waiting()
    assert 0 < await micros(world, client) <= CHEAP_ENOUGH
    await decide(world, client, models=(DEAR,), image_model=DEAR)
    await client.close()
    client = await join()
    line = await asked.result(within=WITHIN)
    await until(lambda: "money for a month is too little" in line.text)
    await over(client)
    assert await micros(world, client) == 0
    assert len(world.relay.requests) == 1


async def test_who_was_blocked_while_the_bot_was_gone_gets_nothing(
    world: Stack, join: Join, waiting: Waiting
) -> None:
    """What was accepted before is refused, and costs nothing."""
    client = await join(max_concurrent=1)
    _, asked = await waiting()
    await client.close()
    store = store_of(client)
    await store.block(world.guild.id, world.anna.id, author_id=1, now=datetime.now(UTC))
    client = await join()
    line = await asked.result(within=WITHIN)
    await until(lambda: "moderators don't let you" in line.text)
    await over(client)
    assert await micros(world, client) == 0
    assert len(world.relay.requests) == 1


async def test_a_budget_that_was_lowered_refuses_nothing_that_was_let_in(
    world: Stack, join: Join, waiting: Waiting
) -> None:
    """What it can cost was reserved before."""
    client = await join(max_concurrent=1)
    await decide(world, client, budget=CHEAP_ENOUGH, image_model=CHEAP)
    held, asked = await waiting()
    await decide(world, client, budget=0)
    held.let_go()
    assert (await answered(world, asked)).pictures


async def test_nothing_more_is_sent_for_who_was_blocked_meanwhile(
    world: Stack, join: Join, waiting: Waiting
) -> None:
    """Also of a job of which some was sent; they are told by whom, and it is given back."""
    client = await join(max_concurrent=1)
    await decide(world, client, budget=10 * CHEAP_ENOUGH, image_model=CHEAP)
    held, asked = await waiting(count=2)
    first = Held()
    world.relay.next(first)
    held.let_go()
    await at_work(world, 2)
    book = client.services.guild_book
    await book.block(world.guild.id, world.anna.id, author_id=1, now=datetime.now(UTC))
    first.let_go()
    told = await answered(world, asked)
    assert len(told.pictures) == 1
    assert "moderators don't let you use me here" in told.text
    await over(client)
    assert len(world.relay.requests) == 2
    assert 0 < await micros(world, client) < CHEAP_ENOUGH


async def test_what_is_said_before_it_is_its_turn_is_reserved_for(world: Stack, join: Join) -> None:
    """Who asks while an answer is being written pays for going on from that, too."""
    client = await join()
    await decide(world, client, budget=100 * CHEAP_ENOUGH)
    thread, _ = await open_thread(world, "Hello!")
    await over(client)
    held = Held()
    world.relay.next(held)
    await world.anna.send(thread, "Tell me of kites.")
    await at_work(world, 2)
    asked = await world.anna.send(thread, "And of birds?")
    await thread.wait_for_message(after=asked, within=WITHIN)
    held.let_go()
    await over(client)
    lines = text("SELECT kind, micros FROM ledger WHERE job_id = 3 ORDER BY id")
    booked = await store_of(client).read(lambda connection: connection.execute(lines).all())
    (kinds, costs) = zip(*booked, strict=True)
    assert kinds == ("reserve", "refund", "reserve", "settle")
    assert costs[0] == costs[1] < costs[2]
