"""A thread on a picture, where a server wants that of each, or a button that opens one."""

import re
from datetime import UTC, datetime

import pytest

from bot.domain.guild_settings import ThreadPolicy
from bot.interface.client import AtelierClient
from demo.discord import Channel, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, imagine, png, say, texts, until
from tests.discord.test_picture_jobs import over
from tests.worlds import Join, decide

OPEN = "Open a thread"


async def thread_of(world: Stack) -> Channel:
    """Return the one thread of the room, once it is there."""
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    return thread


def labels(message: Message) -> list[str]:
    """Return what can be pressed under a message."""
    return [button.label for button in message.buttons]


@pytest.fixture
async def always(world: Stack, client: AtelierClient) -> None:
    """Let the server want a thread on each picture."""
    await decide(world, client, threads=ThreadPolicy.ALWAYS)


@pytest.mark.usefixtures("always")
async def test_a_picture_of_a_command_becomes_a_thread(world: Stack) -> None:
    """It hangs on the post, is called after the words, and there is no button for another."""
    answer = await imagine(world, "a red kite over the sea")
    thread = await thread_of(world)
    assert thread.name == "a red kite over the sea"
    assert thread.id == answer.id
    assert OPEN not in labels(answer)


@pytest.mark.usefixtures("always")
async def test_what_is_written_in_it_goes_on_from_the_picture(world: Stack) -> None:
    """Without a reply or a mention, from the newest version each time, by anybody."""
    await imagine(world, "a red kite")
    thread = await thread_of(world)
    first = await say(world, "make it blue", channel=thread)
    assert first.pictures
    assert texts(contents(world)[0]) == ["a red kite"]
    second = await say(world, "add a cloud", channel=thread, by=world.ben)
    assert second.pictures
    assert [texts(content) for content in contents(world) if content["role"] == "user"] == [
        ["a red kite"],
        ["make it blue"],
        ["add a cloud"],
    ]
    assert not world.art.threads[1:]


@pytest.mark.usefixtures("always")
async def test_members_talk_to_each_other_in_it(world: Stack) -> None:
    """A reply to one of them, and a thread of their own, are not the bot's business."""
    answer = await imagine(world, "a red kite")
    thread = await thread_of(world)
    said = await world.anna.send(thread, "make it blue")
    await finished(world, await thread.wait_for_message(after=said, within=WITHIN))
    await world.ben.send(thread, "lovely", reply_to=said)
    own = await world.anna.start_thread(world.art, "about kites")
    await world.anna.send(own, "do you like kites?")
    await say(world, f"{world.discord.bot_mention} make it red", reply_to=answer)
    assert len(world.relay.requests) == 3


async def test_a_thread_is_kept_after_a_restart(world: Stack, join: Join) -> None:
    """Discord knows who opened it, and the store what it was opened on."""
    client = await join()
    await decide(world, client, threads=ThreadPolicy.ALWAYS)
    await imagine(world, "a red kite")
    thread = await thread_of(world)
    await client.close()
    await join()
    assert (await say(world, "make it blue", channel=thread)).pictures


async def test_what_was_forgotten_is_gone_on_with_no_more(
    world: Stack, client: AtelierClient
) -> None:
    """Its thread is one as any other."""
    await decide(world, client, threads=ThreadPolicy.ALWAYS)
    answer = await imagine(world, "a red kite")
    thread = await thread_of(world)
    await client.services.conversations.forget_messages([answer.id])
    await world.anna.send(thread, "make it blue")
    await say(world, f"{world.discord.bot_mention} hello")
    assert len(world.relay.requests) == 2


@pytest.mark.usefixtures("always")
async def test_only_what_begins_a_conversation_in_a_channel_has_one(world: Stack) -> None:
    """No edit, no button, nothing that one sees alone, and nothing in a thread or directly."""
    await imagine(world, private=True)
    await say(world, "what is it?", channel=world.anna.dm)
    own = await world.anna.start_thread(world.art, "about kites")
    await finished(
        world, await (await world.anna.slash(own, "imagine", prompt="a kite")).result(within=WITHIN)
    )
    answer = await imagine(world)
    await answered(world, await world.anna.press(answer, label="Redo"))
    await say(world, "make it blue", reply_to=answer)
    assert {thread.id for thread in world.art.threads} == {own.id, answer.id}


@pytest.mark.usefixtures("always")
async def test_a_permission_that_lacks_is_one_soft_line(world: Stack) -> None:
    """The picture is there all the same, and nothing else is said."""
    world.art.deny_bot("create_public_threads")
    answer = await imagine(world)
    assert answer.pictures
    assert (
        "-# This server wants a thread for each picture, but I may not: create public threads."
        in (answer.text)
    )
    assert not world.art.threads


@pytest.mark.usefixtures("always")
async def test_what_discord_refuses_leaves_the_picture(world: Stack) -> None:
    """Its author is told of no failure: there is none."""
    world.discord.faults.add("POST", "/channels/*/messages/*/threads", status=400)
    answer = await imagine(world)
    assert answer.pictures
    assert not world.art.threads


async def test_it_is_called_after_what_it_is_about(world: Stack, join: Join) -> None:
    """As the thread of a chat is, once, and nobody waits for it."""
    client = await join(thread_titles=True)
    await decide(world, client, threads=ThreadPolicy.ALWAYS)
    await imagine(world, "Tell me about the red kites of the northern coast, please")
    thread = await thread_of(world)
    await until(lambda: thread.name == "Tell me about the red kites of the")
    assert world.relay.requests[-1].model == "gemini-3-flash-preview"


async def test_a_button_opens_one(world: Stack, client: AtelierClient) -> None:
    """Where the server wants it to be asked for, by the author or a moderator, and once."""
    await decide(world, client, threads=ThreadPolicy.ASK)
    answer = await imagine(world, "a red kite")
    assert not world.art.threads
    refused = await answered(world, await world.ben.press(answer, label=OPEN))
    assert world.anna.mention in refused.text
    assert not world.art.threads
    for _ in range(2):
        told = await answered(world, await world.anna.press(answer, label=OPEN))
        assert re.fullmatch(rf"🧵 The thread is open: <#{answer.id}>", told.text)
    thread = await thread_of(world)
    assert (await say(world, "make it blue", channel=thread)).pictures


async def test_whom_the_server_does_not_let_in_opens_none(world: Stack, join: Join) -> None:
    """They are told why, and no name is asked for."""
    client = await join(thread_titles=True)
    await decide(world, client, threads=ThreadPolicy.ASK)
    answer = await imagine(world)
    book = client.services.guild_book
    await book.block(world.guild.id, world.anna.id, author_id=1, now=datetime.now(UTC))
    told = await answered(world, await world.anna.press(answer, label=OPEN))
    assert "moderators don't let you use me here" in told.text
    assert told.ephemeral
    assert not world.art.threads
    assert len(world.relay.requests) == 1


async def test_the_button_stands_only_where_it_can_be_pressed(
    world: Stack, client: AtelierClient
) -> None:
    """Not in a thread, not on what one sees alone, and not where the bot may open none."""
    await decide(world, client, threads=ThreadPolicy.ASK)
    answer = await imagine(world)
    assert OPEN in labels(answer)
    assert OPEN not in labels(await imagine(world, private=True))
    assert OPEN not in labels(await say(world, "make it blue", reply_to=answer))
    world.art.deny_bot("create_public_threads")
    assert OPEN not in labels(await imagine(world))
    told = await answered(world, await world.anna.press(answer, label=OPEN))
    assert "create public threads" in told.text


@pytest.mark.usefixtures("client")
async def test_a_server_that_decided_nothing_has_no_threads_on_pictures(world: Stack) -> None:
    """Nor a button for one."""
    assert OPEN not in labels(await imagine(world))
    photo = await world.anna.send(world.art, "look", files=[("kite.png", png())])
    await say(world, f"{world.discord.bot_mention} make it red", reply_to=photo)
    assert not world.art.threads


async def test_what_it_cost_is_shown_where_a_server_wants_it(
    world: Stack, client: AtelierClient
) -> None:
    """Under pictures, all of them together."""
    assert "US$" not in (await imagine(world)).text
    await decide(world, client, show_cost=True)
    assert "US$0.134" in (await imagine(world, size="1K")).text
    assert "US$0.48" in (await imagine(world, size="4K", count=2)).text
    await over(client)
