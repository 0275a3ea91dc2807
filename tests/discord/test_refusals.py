"""What is not done for a member: told to them, in their language, and to nobody else for long."""

from datetime import timedelta
from typing import NoReturn

import pytest

from bot.domain.errors import StorageFailed
from bot.interface.client import AtelierClient
from demo.discord import Channel, Message
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, png, say, whispered
from tests.worlds import Join

ANSWER = "/webhooks/*"


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what goes after a while go at once."""
    monkeypatch.setattr("bot.interface.messages.channel_answer.REFUSAL_STAYS", timedelta(0))


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be tried again that Discord broke down over."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())


async def forged(world: Stack, verb: str, message: Message, channel: Channel) -> Message:
    """Press a button about a message's job under another message, and return the answer."""
    (redo,) = [each for each in message.buttons if each.label == "Redo"]
    custom_id = f"atl:{verb}:{str(redo.custom_id).rsplit(':', 1)[1]}"
    part = {"type": 2, "style": 2, "label": "forged", "custom_id": custom_id}
    row = {"type": 1, "components": [part]}
    posted = world.discord.model.post(channel.id, world.discord.bot_id, "", components=[row])
    return await answered(world, await world.ben.press(channel.message(posted), custom_id))


async def broken(*_: object) -> NoReturn:
    """Stand in for whatever needs the database."""
    raise StorageFailed("database: locked")


async def gone(world: Stack, message: Message) -> None:
    """Return once a message is deleted."""
    await world.discord.wait_for(lambda: message.deleted or None, within=WITHIN)


@pytest.mark.usefixtures("client")
async def test_a_press_on_somebody_elses_job_is_told_whose_it_is(world: Stack) -> None:
    """Who presses reads in their own language whose it is and who may, and nobody is notified."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    await at_work(world)
    pings = len(world.discord.pings)
    pressed = await world.ben.press(line, label="Cancel")
    told = await answered(world, pressed)
    assert told.text.startswith(f"这是 {world.anna.mention} 的。只有本人")
    assert told.ephemeral
    assert len(world.discord.pings) == pings
    held.let_go()
    await answered(world, asked)


@pytest.mark.usefixtures("client")
async def test_a_press_that_was_announced_in_private_is_refused_in_ones_language(
    world: Stack,
) -> None:
    """The refusal is for the caller alone, so the server's language is not asked."""
    private = await imagine(world, private=True)
    here = await forged(world, "more", private, world.art)
    assert here.text == "这是为别人单独做的，只有本人可以使用。"
    elsewhere = world.guild.create_text_channel("elsewhere")
    there = await forged(world, "more", private, elsewhere)
    assert there.text == "这属于另一个频道，只能在那里使用。"


async def test_what_fails_behind_a_private_announcement_is_told_in_ones_language(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what concerns everybody: the message is read by the caller alone."""
    made = await imagine(world)
    monkeypatch.setattr(client.services.jobs, "job", broken)
    told = await forged(world, "more", made, world.art)
    assert told.text.startswith("机器人无法使用自己的存储")
    assert told.ephemeral


@pytest.mark.usefixtures("soon")
async def test_what_concerns_everybody_stays(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the bot is broken is for whoever runs it to read."""
    with monkeypatch.context() as fault:
        fault.setattr(client.services.generation, "accept", broken)
        told = await say(world, f"{world.discord.bot_mention} hello")
    assert "can't use its storage" in told.text
    await say(world, f"{world.discord.bot_mention} hello")
    assert not told.deleted


async def test_a_command_over_the_limit_is_refused_in_private(world: Stack, join: Join) -> None:
    """What was announced to all is taken back; the caller reads why, in their own language."""
    await join(daily_pictures=1)
    mine = await world.ben.slash(world.art, "imagine", prompt="a kite")
    await answered(world, mine)
    before = world.art.messages
    refused = await world.ben.slash(world.art, "imagine", prompt="another kite")
    assert "张图片已用完" in (await whispered(world, refused)).text
    assert world.art.messages == before


@pytest.mark.usefixtures("client")
async def test_an_unknown_model_is_refused_in_private(world: Stack) -> None:
    """So is whatever else concerns the caller alone."""
    refused = await world.anna.slash(world.art, "imagine", prompt="a kite", model="nobody-knows")
    assert "no model called" in (await whispered(world, refused)).text
    assert not world.art.messages


@pytest.mark.usefixtures("soon")
async def test_a_reply_over_the_limit_is_refused_for_a_while(world: Stack, join: Join) -> None:
    """A channel has nothing for one member alone, so what it shows of that goes again."""
    await join(daily_pictures=1)
    made = await imagine(world)
    asked = await world.anna.send(world.art, "make it blue", reply_to=made)
    refused = await world.art.wait_for_message(after=asked, within=WITHIN)
    assert "used up" in refused.text
    await gone(world, refused)
    assert not asked.deleted
    assert not made.deleted


@pytest.mark.usefixtures("soon", "client")
async def test_what_the_relay_refuses_stays(world: Stack) -> None:
    """Why a job came to nothing stands where its answer was to be."""
    words = f"{world.discord.bot_mention} refuse this please"
    refused = await say(world, words, files=[("a.png", png())])
    assert refused.buttons
    await say(world, f"{world.discord.bot_mention} hello")
    assert not refused.deleted


@pytest.mark.usefixtures("soon")
async def test_a_refusal_in_direct_messages_stays(world: Stack, join: Join) -> None:
    """There is nobody else whom it could bother."""
    await join(daily_messages=1)
    await say(world, "hello", channel=world.anna.dm)
    refused = await say(world, "hello again", channel=world.anna.dm)
    assert "used up" in refused.text
    await say(world, "and again", channel=world.anna.dm)
    assert not refused.deleted


@pytest.mark.usefixtures("client")
async def test_a_question_is_its_askers_to_answer(world: Stack) -> None:
    """Who presses one of its buttons in somebody's place is told whom it asks, and what to do."""
    two = await world.anna.send(world.art, "two", files=[("a.png", png()), ("b.png", png())])
    words = f"{world.discord.bot_mention} make it blue"
    asked = await world.anna.send(world.art, words, reply_to=two)
    question = await world.art.wait_for_message(after=asked, within=WITHIN)
    told = await whispered(world, await world.ben.press(question, label="1"))
    assert told.text.startswith(f"这是在问 {world.anna.mention}")
    assert not world.relay.requests


@pytest.mark.usefixtures("hasty", "client")
async def test_what_was_not_made_is_not_said_to_be_kept(world: Stack) -> None:
    """Where Discord breaks down before anything is sent, that is told as free, and as no more."""
    world.discord.faults.add("PATCH", ANSWER, status=503)
    told = await imagine(world)
    assert told.text == "Discord broke down over this. It cost you nothing; try again in a moment."
    assert not world.relay.requests


@pytest.mark.usefixtures("hasty", "client")
async def test_what_was_made_is_said_to_be_kept(world: Stack) -> None:
    """What Discord does not take is kept, also where the button that shows it fails."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    await at_work(world)
    world.discord.faults.add("PATCH", ANSWER, status=503)
    held.let_go()
    failed = await finished(world, line)
    assert "What was made is kept" in failed.text
    world.discord.faults.add("PATCH", ANSWER, status=503)
    again = await world.anna.press(failed, label="Try again")
    assert "What was made is kept" in (await answered(world, again)).text
    assert (await answered(world, await world.anna.press(failed, label="Try again"))).pictures
    assert len(world.relay.requests) == 1
