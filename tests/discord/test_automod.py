"""What a server's AutoMod does not let be posted: said in a sentence, and nothing paid is lost."""

import pytest

from bot.interface.client import AtelierClient
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine

KITE = "a red kite"


@pytest.mark.usefixtures("client")
async def test_what_was_made_comes_directly(world: Stack) -> None:
    """And where it was asked for stands why."""
    world.discord.block_words("kite")
    line = await imagine(world, KITE)
    assert line.text.startswith(f"🛡️ {world.anna.mention}, this server's AutoMod blocked words")
    assert not line.pictures
    made = await world.anna.dm.wait_for_message(lambda each: each.pictures, within=WITHIN)
    assert KITE in made.text
    assert len(world.relay.requests) == 1


async def test_what_reaches_nobody_is_kept(world: Stack, client: AtelierClient) -> None:
    """Its author has it shown elsewhere, and pays nothing more."""
    world.discord.block_words("kite")
    world.discord.faults.add("POST", "/users/@me/channels", status=403, code=50007, times=9)
    line = await imagine(world, KITE)
    assert "It is kept for you" in line.text
    assert "AutoMod" in line.text
    world.discord.block_words()
    shown = await answered(world, await world.anna.press(line, label="Show it"))
    assert shown.pictures
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_a_question_that_is_not_let_through_costs_nothing(world: Stack) -> None:
    """It is told before anything is asked."""
    world.discord.block_words("kite")
    asked = await world.anna.slash(world.art, "chat", message=KITE)
    told = await answered(world, asked)
    assert "AutoMod blocked the words" in told.text
    assert not world.relay.requests


@pytest.mark.usefixtures("client")
async def test_a_thread_is_called_plainly_then(world: Stack) -> None:
    """Its name is not what it is about."""
    held = Held()
    world.relay.next(held)
    world.discord.faults.add("POST", "/channels/*/threads", status=400, code=200001)
    await world.anna.slash(world.art, "chat", message=KITE)
    await at_work(world)
    held.let_go()
    (thread,) = world.art.threads
    assert thread.name == "Chat"
    answer = await thread.wait_for_message(within=WITHIN)
    assert (await finished(world, answer)).text
