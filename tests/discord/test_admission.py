"""Whoever comes is counted first: before a byte is fetched, a thread opened or a model asked."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from bot.domain.job import Place
from bot.interface.client import AtelierClient
from demo.discord import Channel, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    contents,
    finished,
    imagine,
    png,
    say,
    texts,
    until,
    whispered,
)
from tests.contract.builders import TERMS
from tests.worlds import Join

FILE = ("a.png", png(30, 20))
REFUSED = "You have 5 requests under way already"

Refusal = Callable[[], Awaitable[Message]]
Way = Callable[[Stack], Awaitable[Refusal]]
"""Prepares something, and returns what asks for it and returns how the bot answers."""


async def idle(client: AtelierClient) -> None:
    """Return once nothing is under way: an answer is seen before it is written down."""
    await until(lambda: not client.services.generation._admission._present)


@asynccontextmanager
async def busy(world: Stack, client: AtelierClient) -> AsyncGenerator[None]:
    """Let anna have as many jobs at work, in some other server, as she may have."""
    await idle(client)
    async with AsyncExitStack() as jobs:
        for number in range(5):
            place = Place(guild_id=1, channel_id=number)
            await jobs.enter_async_context(
                client.services.admission.visit(
                    terms=TERMS,
                    guild_id=place.guild_id,
                    author_id=world.anna.id,
                    thread_id=place.thread_id,
                )
            )
        yield


async def thread_of(world: Stack) -> Channel:
    """Open a thread with `/chat` and return it once it is answered."""
    await world.anna.slash(world.art, "chat", message="Hello!")
    threads = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await threads[0].wait_for_message(within=WITHIN))
    return threads[0]


async def a_command(world: Stack) -> Refusal:
    """Ask for a picture with a reference."""

    async def ask() -> Message:
        slash = world.anna.slash(world.art, "imagine", prompt="a kite", image=FILE)
        return await answered(world, await slash)

    return ask


async def an_edit(world: Stack) -> Refusal:
    """Ask for an edit of an upload."""

    async def ask() -> Message:
        slash = world.anna.slash(world.art, "edit", prompt="blur it", image=FILE)
        return await answered(world, await slash)

    return ask


async def a_chat(world: Stack) -> Refusal:
    """Ask for a thread."""

    async def ask() -> Message:
        slash = world.anna.slash(world.art, "chat", message="What is this?", file=FILE)
        return await answered(world, await slash)

    return ask


async def a_reply(world: Stack) -> Refusal:
    """Reply to a picture with a reference."""
    made = await imagine(world)
    return lambda: say(world, "like this one", reply_to=made, files=[FILE])


async def a_mention(world: Stack) -> Refusal:
    """Mention the bot with a picture."""
    return lambda: say(world, f"{world.discord.bot_mention} blur it", files=[FILE])


async def a_message_in_a_kept_thread(world: Stack) -> Refusal:
    """Go on in a thread."""
    thread = await thread_of(world)
    return lambda: say(world, "What is this?", channel=thread, files=[FILE])


async def a_direct_message(world: Stack) -> Refusal:
    """Write to the bot alone."""
    return lambda: say(world, "What is this?", channel=world.anna.dm, files=[FILE])


async def a_form_from_the_menu(world: Stack) -> Refusal:
    """Submit the form of somebody's upload."""
    photo = await world.ben.send(world.art, "my cat", files=[FILE])
    opened = await world.anna.context_menu(world.art, "Edit picture", photo)
    await opened.response()

    async def ask() -> Message:
        return await answered(world, await world.anna.submit(opened, {"prompt": "blur it"}))

    return ask


async def a_form_from_a_button(world: Stack) -> Refusal:
    """Submit the form of a picture of the bot, with a reference."""
    opened = await world.anna.press(await imagine(world), label="Edit")
    await opened.response()

    async def ask() -> Message:
        values = {"prompt": "like this one", "files": [FILE]}
        return await answered(world, await world.anna.submit(opened, values))

    return ask


async def redo(world: Stack) -> Refusal:
    """Press Redo."""
    made = await imagine(world)

    async def ask() -> Message:
        return await answered(world, await world.anna.press(made, label="Redo"))

    return ask


async def try_again(world: Stack) -> Refusal:
    """Press Try again below a failure."""
    world.relay.next(faults.refuse("IMAGE_SAFETY", None))
    failed = await imagine(world)

    async def ask() -> Message:
        return await answered(world, await world.anna.press(failed, label="Try again"))

    return ask


async def a_pick(world: Stack) -> Refusal:
    """Press which of several pictures is meant."""
    gallery = await imagine(world, count=2)
    question = await say(world, "like this one", reply_to=gallery, files=[FILE])

    async def ask() -> Message:
        return await whispered(world, await world.anna.press(question, label="2"))

    return ask


WAYS = (
    a_command,
    an_edit,
    a_chat,
    a_reply,
    a_mention,
    a_message_in_a_kept_thread,
    a_direct_message,
    a_form_from_the_menu,
    a_form_from_a_button,
    redo,
    try_again,
    a_pick,
)


def spent(world: Stack) -> tuple[int, ...]:
    """Count what a member has made the bot do that costs something."""
    return world.discord.cdn.asked_for, len(world.art.threads), len(world.relay.requests)


@pytest.mark.parametrize("way", WAYS)
async def test_who_has_too_many_jobs_is_refused_before_anything_is_done(
    world: Stack, client: AtelierClient, way: Way
) -> None:
    """Whatever way they come, nothing is fetched, opened or asked for them."""
    ask = await way(world)
    before = spent(world)
    async with busy(world, client):
        assert REFUSED in (await ask()).text
    assert spent(world) == before


async def test_who_used_up_the_day_is_refused_before_anything_is_fetched(
    world: Stack, join: Join
) -> None:
    """The upload of a request that has no room in the day stays where it is."""
    await join(daily_pictures=1)
    await imagine(world)
    before = spent(world)
    for way in (a_command, an_edit, a_reply_to_an_upload):
        assert "picture of today is used up" in (await (await way(world))()).text
    assert spent(world) == before


async def a_reply_to_an_upload(world: Stack) -> Refusal:
    """Reply to somebody's picture, and mention the bot."""
    photo = await world.ben.send(world.art, "my cat", files=[FILE])
    return lambda: say(world, f"{world.discord.bot_mention} blur it", reply_to=photo)


async def test_no_thread_is_opened_for_words_that_are_used_up(world: Stack, join: Join) -> None:
    """`/chat` looks at the day's answers before anybody sees the question."""
    await join(daily_messages=1)
    await say(world, f"{world.discord.bot_mention} hello")
    before = spent(world), len(world.art.messages)
    refused = await (await a_chat(world))()
    assert "answer of today is used up" in refused.text
    assert before == (spent(world), len(world.art.messages) - 1)


async def test_messages_in_a_kept_thread_are_counted_while_they_wait(
    world: Stack, client: AtelierClient
) -> None:
    """Of seven at once five are taken, in their order, and two are refused at once."""
    thread = await thread_of(world)
    await idle(client)
    held = Held()
    world.relay.next(held)
    sent = [await world.anna.send(thread, f"word {number}") for number in range(7)]

    def refused() -> list[Message]:
        return [message for message in thread.messages if REFUSED in message.text]

    await until(lambda: len(refused()) == 2)
    assert {message.reference_id for message in refused()} == {each.id for each in sent[5:]}
    held.let_go()
    await until(lambda: len(world.relay.requests) == 6 and world.relay.requests[-1].body)
    asked = [texts(content) for content in contents(world)[::2]]
    assert asked == [["Hello!"], *[[f"word {number}"] for number in range(5)]]


@pytest.mark.usefixtures("client")
async def test_words_in_a_thread_that_was_just_opened_come_after_its_first_answer(
    world: Stack,
) -> None:
    """The thread is new, and the question that opened it was there before."""
    held = Held()
    world.relay.next(held)
    await world.anna.slash(world.art, "chat", message="My name is Anna.")
    await until(lambda: world.relay.requests)
    (thread,) = world.art.threads
    asked = await world.ben.send(thread, "What is her name?")
    waiting = await thread.wait_for_message(
        lambda message: message.reference_id == asked.id, within=WITHIN
    )
    assert "Waits for the answer before it" in waiting.text
    held.let_go()
    await finished(world, waiting)
    assert len(contents(world)) == 3


async def test_what_is_not_meant_for_the_bot_is_never_refused(
    world: Stack, client: AtelierClient
) -> None:
    """Who has too many jobs may talk to others in peace."""
    photo = await world.ben.send(world.art, "my cat", files=[FILE])
    async with busy(world, client):
        await world.anna.send(world.art, "hello")
        await world.anna.send(world.art, "lovely!", reply_to=photo)
        await say(world, f"{world.discord.bot_mention} hello", by=world.ben)
    assert not [message for message in world.art.messages if REFUSED in message.text]


async def test_looking_has_a_limit_of_its_own(world: Stack, client: AtelierClient) -> None:
    """Thumbnails and files cost something, too: one look more at the same time is refused."""
    made = await imagine(world)
    async with AsyncExitStack() as looks:
        for _ in range(5):
            await looks.enter_async_context(client.services.admission.look(author_id=world.anna.id))
        for asked in (
            await world.anna.press(made, label="More"),
            await world.anna.slash(world.art, "history"),
        ):
            assert REFUSED in (await answered(world, asked)).text
    history = await world.anna.slash(world.art, "history")
    assert "Versions" in (await answered(world, history)).text
