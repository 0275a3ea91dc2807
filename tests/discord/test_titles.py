"""A thread of `/chat` is called after what it is about, once, and nobody is told if it is not."""

import logging

import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, at_work, say, until
from tests.discord.test_chat import open_thread
from tests.discord.test_picture_jobs import over
from tests.worlds import Join

ASKED = "Tell me about the red kites of the northern coast, please"
TITLE = "Tell me about the red kites of the"


async def test_a_thread_is_called_after_its_first_answer(world: Stack, join: Join) -> None:
    """One short request is made for it, of the model that is named for that."""
    await join(thread_titles=True)
    thread, _ = await open_thread(world, ASKED)
    await until(lambda: thread.name == TITLE)
    assert [request.model for request in world.relay.requests] == [
        "gemini-3.1-pro",
        "gemini-3-flash-preview",
    ]
    asked = world.relay.requests[-1].body
    assert asked["generationConfig"]["maxOutputTokens"] == 1024
    await say(world, "Go on.", channel=thread)
    assert len(world.relay.requests) == 3


async def test_a_title_counts_for_nobody(world: Stack, join: Join) -> None:
    """Who has one answer a day gets that one, and the thread its title."""
    await join(thread_titles=True, daily_messages=1)
    thread, answer = await open_thread(world, ASKED)
    await until(lambda: thread.name == TITLE)
    assert "no AI" in answer.text


async def test_a_name_that_somebody_gave_stays(world: Stack, join: Join) -> None:
    """Also where it was given while the title was on its way."""
    client = await join(thread_titles=True)
    held = Held()
    world.relay.next(faults.slow(0), held)
    thread, _ = await open_thread(world, ASKED)
    await at_work(world, 2)
    await world.anna.rename(thread, "Kites")
    held.let_go()
    await over(client)
    await until(lambda: world.relay.requests[-1].status == 200)
    await say(world, "Go on.", channel=thread)
    assert thread.name == "Kites"


@pytest.mark.parametrize(
    "fault",
    [
        faults.bad_gateway(),
        faults.too_many(),
        faults.refuse("SAFETY"),
        faults.says(("**  **",)),
        faults.says(("word " * 40,)),
    ],
)
async def test_what_fails_is_not_told_and_not_repeated(
    world: Stack, join: Join, caplog: pytest.LogCaptureFixture, fault: faults.Fault
) -> None:
    """The thread keeps its name; the log has no word of what was said."""
    caplog.set_level(logging.INFO)
    await join(thread_titles=True)
    world.relay.next(faults.slow(0), fault)
    thread, _ = await open_thread(world, ASKED)
    await at_work(world, 2)
    answer = await say(world, "Go on.", channel=thread)
    assert "Go on." in answer.text
    assert thread.name == ASKED
    assert len(world.relay.requests) == 3
    assert len([each for each in thread.messages if each.from_bot and each.text]) == 2
    assert "kite" not in caplog.text


async def test_a_title_is_one_line_without_marks(world: Stack, join: Join) -> None:
    """Whatever the model puts around it: a thread's name shows marks as they are."""
    await join(thread_titles=True)
    world.relay.next(faults.slow(0), faults.says(('\n"**@everyone likes `kites`.**"\nor not',)))
    thread, _ = await open_thread(world, ASKED)
    await until(lambda: thread.name == "everyone likes kites")


async def test_discord_may_refuse_a_title(
    world: Stack, join: Join, caplog: pytest.LogCaptureFixture
) -> None:
    """That is a line in the log, without the name."""
    await join(thread_titles=True)
    held = Held()
    world.relay.next(faults.slow(0), held)
    thread, _ = await open_thread(world, ASKED)
    world.discord.faults.add("PATCH", f"/channels/{thread.id}", status=400)
    held.let_go()
    await until(lambda: "keeps its first name" in caplog.text)
    assert thread.name == ASKED
    assert "kite" not in caplog.text


async def test_a_thread_that_was_there_keeps_its_name(world: Stack, join: Join) -> None:
    """What the bot did not open is not the bot's to name; nor is anything where that is off."""
    await join(thread_titles=True)
    thread = await world.ben.start_thread(world.art, "Ben's own")
    await world.anna.slash(thread, "chat", message=ASKED)
    await thread.wait_for_message(lambda message: "no AI" in message.text, within=WITHIN)
    assert (await say(world, "Go on.", channel=thread)).text
    assert thread.name == "Ben's own"
    assert len(world.relay.requests) == 2
