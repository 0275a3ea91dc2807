"""**Regenerate**: another answer to the same question, from which the conversation goes on."""

from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, roles, say, texts, until, whispered
from tests.discord.test_chat import open_thread
from tests.discord.test_picture_jobs import forget, over
from tests.worlds import Join, store_of


async def regenerated(world: Stack, message: Message, words: str) -> Message:
    """Press the button, for which the model has these words; return the new answer."""
    world.relay.next(faults.says((words,)))
    return await answered(world, await world.anna.press(message, label="Regenerate"))


async def test_the_thread_goes_on_from_the_new_answer(world: Stack, join: Join) -> None:
    """It is asked without the answer before it, in whose place it is remembered."""
    await join()
    thread, first = await open_thread(world, "Hello!")
    second = await regenerated(world, first, "Another answer.")
    assert second.text.startswith("Another answer.")
    assert roles(world) == ["user"]
    await say(world, "Go on.", channel=thread)
    assert [texts(content) for content in contents(world)] == [
        ["Hello!"],
        ["Another answer."],
        ["Go on."],
    ]


async def test_it_works_after_a_restart_and_again(world: Stack, join: Join) -> None:
    """Also under an answer that was made by it, and beside what was said before."""
    client = await join()
    thread, _ = await open_thread(world, "Hello!")
    answer = await say(world, "Go on.", channel=thread)
    await client.close()
    await join()
    for words in ("One more.", "And one more."):
        answer = await regenerated(world, answer, words)
        assert answer.text.startswith(words)
        assert roles(world) == ["user", "model", "user"]
    assert texts(contents(world)[-1]) == ["Go on."]


async def test_it_stays_in_the_conversation_where_there_is_no_thread(
    world: Stack, join: Join
) -> None:
    """The first answer to a mention has no turn before it, and a branch beside it all the same."""
    client = await join()
    first = await say(world, f"{world.discord.bot_mention} Hello!")
    second = await regenerated(world, first, "Another answer.")
    await over(client)
    (one,), (other,) = [
        await client.services.messages.shown_in(message.id) for message in (first, second)
    ]
    store = store_of(client)
    assert one.turn_id != other.turn_id
    assert await store.conversation_of(one.turn_id) == await store.conversation_of(other.turn_id)
    await say(world, "Go on.", reply_to=first)
    assert "Another answer." not in str(contents(world))


async def test_it_counts_as_an_answer_of_whoever_presses(world: Stack, join: Join) -> None:
    """Who has none left is told so, and nothing is sent."""
    await join(daily_messages=1)
    _, first = await open_thread(world, "Hello!")
    pressed = await world.anna.press(first, label="Regenerate")
    assert "Your one answer of today is used up" in (await whispered(world, pressed)).text
    assert len(world.relay.requests) == 1
    other = await answered(world, await world.ben.press(first, label="Regenerate"))
    assert "Hello!" in other.text
    assert len(world.relay.requests) == 2


async def test_it_can_be_stopped(world: Stack, join: Join) -> None:
    """The new answer has Stop while it is written, and what came stays."""
    await join()
    world.relay._chunk_delay = 0.2
    _, first = await open_thread(world, "tell me " + "more " * 200)
    pressed = await world.anna.press(first, label="Regenerate")
    growing = await pressed.result(within=WITHIN)
    await until(lambda: growing.text.endswith("…") and growing.buttons)
    await world.anna.press(growing, label="Stop")
    assert "Stopped here" in (await finished(world, growing)).text


async def test_what_broke_off_in_it_is_tried_again_beside_the_same_answer(
    world: Stack, join: Join
) -> None:
    """Try again asks what it asked, and not as a question that follows."""
    await join()
    _, first = await open_thread(world, "Hello!")
    world.relay.next(faults.bad_gateway(), faults.bad_gateway())
    pressed = await world.anna.press(first, label="Regenerate")
    failed = await answered(world, pressed)
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert "Hello!" in again.text
    assert roles(world) == ["user"]


async def test_what_was_forgotten_is_not_asked_anew(world: Stack, join: Join) -> None:
    """Whoever presses is told that it is no longer kept."""
    client = await join()
    _, first = await open_thread(world, "Hello!")
    await over(client)
    await forget(client, "turns")
    pressed = await world.anna.press(first, label="Regenerate")
    assert "no longer kept" in (await answered(world, pressed)).text
