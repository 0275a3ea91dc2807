"""Ending an answer in words: what came of it stays, and what was not sent is free."""

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, at_work, contents, finished, say, texts, until
from tests.worlds import Join


async def line(world: Stack, words: str = "hello there") -> Message:
    """Ask for words and return the message in which they will be."""
    asked = await world.anna.send(world.art, f"{world.discord.bot_mention} {words}")
    return await world.art.wait_for_message(after=asked, within=WITHIN)


async def stop(world: Stack, message: Message) -> str:
    """Press Stop, and return what is said to that."""
    return (await answered(world, await world.anna.press(message, label="Stop"))).text


@pytest.mark.usefixtures("client")
async def test_what_came_until_stop_is_kept_as_a_turn(world: Stack) -> None:
    """A stream that is stopped stays as far as it came, and is gone on from."""
    world.relay._chunk_delay = 0.2
    growing = await line(world, "tell me " + "more " * 200)
    await world.discord.message_changed(
        growing, lambda seen: seen.text.endswith("…"), within=WITHIN
    )
    assert "Stopped" in await stop(world, growing)
    done = await finished(world, growing)
    kept, _, note = done.text.rpartition("\n")
    assert "Stopped here" in note
    assert kept
    assert [button.label for button in done.buttons] == ["Regenerate"]
    world.relay._chunk_delay = 0.0
    await say(world, "go on", reply_to=done)
    assert "".join(texts(contents(world)[1])).strip() == kept.strip()


async def test_words_that_wait_in_the_queue_are_cancelled_for_nothing(
    world: Stack, join: Join
) -> None:
    """Stop before anything was sent costs nothing, and nothing is sent."""
    await join(max_concurrent=1)
    world.relay.next(faults.slow(1.5))
    first = await world.ben.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    waiting = await line(world)
    await stop(world, waiting)
    assert "cost you nothing" in (await finished(world, waiting)).text
    assert (await answered(world, first)).pictures
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_what_waits_for_the_relay_says_so_and_is_cancelled_for_nothing(
    world: Stack,
) -> None:
    """A wait that the relay asked for is told with its moment; Stop ends it, unbilled."""
    world.relay.next(faults.http(429, headers={"Retry-After": "20"}))
    waiting = await line(world)
    await world.discord.message_changed(
        waiting, lambda seen: "no room" in seen.text and ":R>" in seen.text, within=WITHIN
    )
    await stop(world, waiting)
    assert "cost you nothing" in (await finished(world, waiting)).text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_only_the_author_or_a_moderator_stops(world: Stack) -> None:
    """Somebody else's press changes nothing."""
    world.relay.next(faults.slow(1.0))
    growing = await line(world)
    await at_work(world)
    refused = await answered(world, await world.ben.press(growing, label="Stop"))
    assert f"这是 {world.anna.mention} 的" in refused.text
    assert "hello there" in (await finished(world, growing)).text


async def test_stop_of_what_is_over_says_so(world: Stack, client: AtelierClient) -> None:
    """A press that comes too late, or after a restart, is answered plainly."""
    world.relay.next(faults.slow(1.0))
    growing = await line(world)
    (button,) = growing.buttons
    await finished(world, growing)
    await until(lambda: 1 not in client.services.generation._cancellation)
    world_ = world.discord.model
    row = {
        "type": 1,
        "components": [{"type": 2, "style": 2, "label": "Stop", "custom_id": button.custom_id}],
    }
    old = world.art.message(world_.post(world.art.id, world.discord.bot_id, "", components=[row]))
    assert "over already" in await stop(world, old)
