"""How far an answer is: said from the first line on, kept up to date, and not more often."""

import re
import time

import pytest

from bot.interface.messages.chat import ChatPresenter
from bot.interface.messages.pictures import PicturePresenter
from bot.interface.messages.presenter import BAR_CELLS
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine
from tests.worlds import Join


def edits(world: Stack) -> int:
    """Count the edits of messages that the bot has asked for."""
    return sum(call.method == "PATCH" for call in world.discord.calls)


async def first_words(world: Stack, monkeypatch: pytest.MonkeyPatch) -> Message:
    """Return a message that shows the first words of an answer, and is not edited soon."""
    monkeypatch.setattr(ChatPresenter, "every", 10 * WITHIN)
    world.relay._chunk_delay = 0.2
    words = f"{world.discord.bot_mention} tell me " + "more " * 200
    asked = await world.anna.send(world.art, words)
    growing = await world.art.wait_for_message(after=asked, within=WITHIN)
    return await world.discord.message_changed(
        growing, lambda seen: seen.text.endswith("…"), within=WITHIN
    )


async def test_a_place_in_the_queue_is_said_at_once_and_given_up_when_it_is_left(
    world: Stack, join: Join
) -> None:
    """The first line tells it, and another one tells when the relay is at work."""
    await join(max_concurrent=1)
    first, second = Held(), Held()
    world.relay.next(first, second)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    await at_work(world)
    waiting = await (await world.ben.slash(world.art, "imagine", prompt="a boat")).result()
    assert "Place 1" in waiting.text
    first.let_go()
    await world.discord.message_changed(
        waiting, lambda seen: "is painting" in seen.text, within=WITHIN
    )
    second.let_go()
    assert (await finished(world, waiting)).pictures
    assert (await answered(world, asked)).pictures


@pytest.mark.usefixtures("client")
async def test_of_several_pictures_each_that_is_there_is_counted(world: Stack) -> None:
    """The painting line says how many are done."""
    held = Held()
    world.relay.next(faults.Fault(), held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", count=2)
    line = await asked.result(within=WITHIN)
    await world.discord.message_changed(
        line, lambda seen: "1 of 2 done" in seen.text, within=WITHIN
    )
    held.let_go()
    assert len((await finished(world, line)).pictures) == 2


@pytest.mark.usefixtures("client")
async def test_what_has_not_changed_is_not_edited(world: Stack) -> None:
    """A picture that is sent at once costs the line and the gallery, and no edit between them."""
    assert (await imagine(world)).pictures
    assert edits(world) == 2


@pytest.mark.usefixtures("client")
async def test_between_two_edits_lies_some_time(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of words that come piece by piece the first is shown at once, the next not soon."""
    growing = await first_words(world, monkeypatch)
    world.relay._chunk_delay = 0.02
    assert "more" in (await finished(world, growing)).text
    assert edits(world) == 2


@pytest.mark.usefixtures("client")
async def test_the_seconds_under_a_picture_are_those_that_it_took(world: Stack) -> None:
    """From its request until it was made."""
    began = time.time()
    done = await imagine(world)
    found = re.search(r"([\d.]+)\ss\b", done.text)
    assert found
    assert 0 <= float(found[1]) <= time.time() - began + 0.1


@pytest.mark.usefixtures("client")
async def test_words_that_came_stay_where_discord_does_not_take_the_rest(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has been read already is said again, with the word that it broke off."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    growing = await first_words(world, monkeypatch)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=503)
    world.relay._chunk_delay = 0.0
    told = await world.discord.message_changed(
        growing, lambda seen: "broke off here" in seen.text, within=WITHIN
    )
    assert "more more" in told.text


@pytest.mark.usefixtures("client")
async def test_a_bar_moves_with_the_clock_until_its_expected_end(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each edit says something new, and what is late says that."""
    monkeypatch.setattr("bot.interface.messages.presenter.BAR_SECONDS", 0.5)
    monkeypatch.setattr(PicturePresenter, "every", 0.05)
    world.relay.next(*[faults.slow(1.0)] * 3)
    await imagine(world, count=3)
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    assert re.search(r"▱{10} done about <t:\d+:R>", line.text)
    before = edits(world)
    seen: list[str] = []

    def is_late(message: Message) -> bool:
        seen.append(message.text)
        return "longer than usual" in message.text

    await world.discord.message_changed(line, is_late, within=WITHIN)
    assert any("▰" in text and "done about" in text for text in seen)
    assert edits(world) - before <= BAR_CELLS
    held.let_go()
    assert (await finished(world, line)).pictures
