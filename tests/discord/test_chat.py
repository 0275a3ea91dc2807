import pytest

from demo.discord import Channel, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    contents,
    finished,
    image,
    pictures,
    png,
    roles,
    say,
    texts,
    until,
)

pytestmark = pytest.mark.usefixtures("client")


async def open_thread(world: Stack, message: str, **options: object) -> tuple[Channel, Message]:
    """Use `/chat` and return the thread and its first finished answer."""
    await world.anna.slash(world.art, "chat", message=message, **options)
    threads = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await threads[0].wait_for_message(within=WITHIN)
    return threads[0], await finished(world, answer)


async def test_chat_opens_a_thread_and_answers_in_it(world: Stack) -> None:
    """The question stands in the channel, the thread hangs on it, the answer is in the thread."""
    thread, answer = await open_thread(world, "Hello, what can you do?")
    assert thread.name == "Hello, what can you do?"
    assert "Hello, what can you do?" in answer.text
    question = world.art.messages[-1]
    assert "anna" in question.text
    assert question.id == thread.id


async def test_each_message_in_the_thread_is_the_next_turn(world: Stack) -> None:
    """The thread goes on without a mention and remembers all of it."""
    thread, _ = await open_thread(world, "My name is Anna.")
    answer = await say(world, "What is my name?", channel=thread)
    assert "My name is Anna." in answer.text
    assert roles(world) == ["user", "model", "user"]


async def test_a_picture_in_the_thread_is_seen_and_remembered(world: Stack) -> None:
    """An attachment is part of its turn, and stays in the history."""
    thread, _ = await open_thread(world, "Hello!")
    await say(world, "What is this?", channel=thread, files=[("a.png", png(30, 20))])
    await say(world, "And now?", channel=thread)
    assert "30x20" in pictures(contents(world)[2])[0]
    assert roles(world) == ["user", "model", "user", "model", "user"]


async def test_a_command_in_the_thread_is_a_turn_of_it(world: Stack) -> None:
    """What `/imagine` makes there is known to the next words, and so is what was said before."""
    thread, _ = await open_thread(world, "My name is Anna.")
    asked = await world.anna.slash(thread, "imagine", prompt="a red kite")
    assert (await answered(world, asked)).pictures
    assert world.relay.requests[-1].status == 200
    answer = await say(world, "What is my name?", channel=thread)
    assert "My name is Anna." in answer.text
    assert world.relay.requests[-1].status == 200
    assert sum(len(pictures(content)) for content in contents(world)) == 1


async def test_commands_in_another_thread_do_not_know_each_other(world: Stack) -> None:
    """Where no chat is kept, each `/imagine` begins anew."""
    question = await world.ben.send(world.art, "kites!")
    thread = await world.ben.start_thread(world.art, "kites", message=question)
    for _ in range(2):
        asked = await world.anna.slash(thread, "imagine", prompt="a red kite")
        assert (await answered(world, asked)).pictures
    assert roles(world) == ["user"]


async def test_a_picture_given_with_the_command_is_seen(world: Stack) -> None:
    """`/chat` takes a picture along."""
    await open_thread(world, "What is this?", file=("a.png", png(30, 20)))
    assert "30x20" in pictures(contents(world)[0])[0]


async def test_the_signature_of_a_stream_comes_back(world: Stack) -> None:
    """A signature in an empty last text part of a stream is sent back on the answer's text."""
    thread, _ = await open_thread(world, "Hello!", model="gemini-3-flash-preview")
    await say(world, "Go on.", channel=thread)
    answer = contents(world)[1]
    assert all(part["text"] for part in answer["parts"])
    assert any("thoughtSignature" in part for part in answer["parts"])
    assert world.relay.requests[-1].status == 200


async def test_the_thread_keeps_its_model(world: Stack) -> None:
    """The model chosen with the command answers the whole thread."""
    thread, _ = await open_thread(world, "Hello!", model="gemini-2.5-flash", thinking="low")
    await say(world, "Go on.", channel=thread)
    assert [request.model for request in world.relay.requests] == ["gemini-2.5-flash"] * 2
    config = world.relay.requests[-1].body["generationConfig"]
    assert config["thinkingConfig"].keys() == {"thinkingBudget"}


async def test_messages_that_come_at_once_are_answered_in_order(world: Stack) -> None:
    """Two quick messages become two turns, the second knowing the first."""
    thread, _ = await open_thread(world, "Hello!")
    first = await world.anna.send(thread, "one")
    second = await world.ben.send(thread, "two")
    for asked in (first, second):
        found = await thread.wait_for_message(
            lambda message, asked=asked: message.reference_id == asked.id, within=WITHIN
        )
        await finished(world, found)
    questions = [texts(content) for content in contents(world)[::2]]
    assert questions == [["anna: Hello!"], ["anna: one"], ["ben: two"]]


async def test_a_picture_that_waits_for_the_answer_before_it_says_so(world: Stack) -> None:
    """In a kept thread the line says what is waited for, and not that it is painted."""
    thread, _ = await open_thread(world, "Hello!")
    held = Held()
    world.relay.next(held)
    await world.anna.send(thread, "Go on.")
    await until(lambda: len(world.relay.requests) == 2)
    asked = await world.ben.slash(thread, "imagine", prompt="a red kite")
    waiting = await asked.result(within=WITHIN)
    assert "Waits for the answer before it" in waiting.text
    held.let_go()
    assert (await finished(world, waiting)).pictures


async def test_text_appears_while_it_is_written(world: Stack) -> None:
    """A stream shows its beginning before its end is there."""
    await world.anna.slash(world.art, "chat", message="word " * 400)
    threads = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await threads[0].wait_for_message(
        lambda message: message.text.endswith("…"), within=WITHIN
    )
    done = await finished(world, answer)
    assert done.edited


async def test_what_came_of_a_stream_that_breaks_off_is_kept(world: Stack) -> None:
    """What came stays as a turn; it is said that it broke off, with a button that tries again."""
    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(faults.unfinished())
    asked = await world.anna.send(thread, "Go on.")
    failed = await thread.wait_for_message(
        lambda message: message.buttons and "The answer broke off here" in message.text,
        after=asked,
        within=WITHIN,
    )
    assert " …" not in failed.text
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert "Go on." in again.text
    assert roles(world) == ["user", "model", "user", "model", "user"]


async def test_chat_inside_a_thread_goes_on_there(world: Stack) -> None:
    """`/chat` in a thread opens no other one."""
    thread, _ = await open_thread(world, "My name is Anna.")
    await world.anna.slash(thread, "chat", message="What is my name?")
    answer = await thread.wait_for_message(
        lambda message: "In turn 1" in message.text, within=WITHIN
    )
    assert "My name is Anna." in answer.text
    assert len(world.art.threads) == 1


async def test_a_picture_in_a_thread_is_edited_by_reply(world: Stack) -> None:
    """Pointing at a picture edits it, also where messages are turns of a chat."""
    thread, _ = await open_thread(world, "Hello!")
    asked = await world.anna.slash(thread, "imagine", prompt="a kite")
    made = await finished(world, await asked.result(within=WITHIN))
    grey = await say(world, "make it black and white", channel=thread, reply_to=made)
    assert image(grey).size == image(made).size


async def test_chat_works_in_direct_messages(world: Stack) -> None:
    """What Discord says of the bot's permissions there names neither seeing nor writing."""
    dm = world.anna.dm
    asked = await world.anna.slash(dm, "chat", message="My name is Anna.")
    question = await asked.result(within=WITHIN)
    await finished(world, await dm.wait_for_message(after=question, within=WITHIN))
    answer = await say(world, "What is my name?", channel=dm)
    assert "My name is Anna." in answer.text
    assert roles(world) == ["user", "model", "user"]
