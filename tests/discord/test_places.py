"""Places that take less than others: voice channels, no threads, no history, no answers at all."""

import json

import pytest

from demo.discord import Channel, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, contents, finished, png, say, texts
from tests.discord.test_bad_day import ended, painting, painting_as_reply

pytestmark = pytest.mark.usefixtures("client")

ANSWER = "/webhooks/*"
MESSAGES = "/channels/*/messages"
MESSAGE = "/channels/*/messages/*"
DIRECT = "/users/@me/channels"
CLOSED_TO_DIRECT = 50007
EXPLICIT = 20009
INVALID = 50035


@pytest.fixture(params=[False, True], ids=["voice", "stage"])
async def voice(world: Stack, request: pytest.FixtureRequest) -> Channel:
    """Give a voice channel, and a stage."""
    return world.guild.create_voice_channel("lounge", stage=request.param)


@pytest.fixture
async def silent(world: Stack) -> Channel:
    """Give a channel where the bot may write and not read what was written."""
    channel = world.guild.create_text_channel("no-history")
    channel.deny_bot("read_message_history")
    return channel


def named(world: Stack, answer: Message) -> bool:
    """Tell whether an answer names who asked, without being a reply or a notification."""
    is_quiet = answer.reference_id is None and not answer.pings and not world.discord.pings
    return is_quiet and world.anna.mention in answer.text


async def chatted(world: Stack, channel: Channel, message: str = "Hello there") -> Message:
    """Use `/chat` and return the finished answer, a message after the question."""
    asked = await world.anna.slash(channel, "chat", message=message)
    question = await asked.result(within=WITHIN)
    return await finished(world, await channel.wait_for_message(after=question, within=WITHIN))


# Voice channels


async def test_chat_is_answered_where_no_threads_are(world: Stack, voice: Channel) -> None:
    """In the chat of a voice channel or a stage the answer follows the question, as a reply."""
    answer = await chatted(world, voice)
    assert "Hello there" in answer.text
    assert answer.reference_id == voice.messages[0].id
    assert "anna" in voice.messages[0].text


async def test_a_reply_goes_on_where_no_threads_are(world: Stack, voice: Channel) -> None:
    """What is said there without a reply is not for the bot, and a reply knows what was said."""
    answer = await chatted(world, voice, "My name is Anna.")
    await world.ben.send(voice, "Who plays a round?")
    again = await say(world, "What is my name?", channel=voice, reply_to=answer)
    assert "My name is Anna." in again.text
    assert [texts(content) for content in contents(world)[::2]] == [
        ["My name is Anna."],
        ["What is my name?"],
    ]


async def test_chat_says_what_lacks_before_it_posts_anything(world: Stack, voice: Channel) -> None:
    """Where the bot may not write, the question is not even repeated."""
    voice.deny_bot("send_messages")
    asked = await world.anna.slash(voice, "chat", message="Hello there")
    told = await answered(world, asked)
    assert "send messages" in told.text
    assert voice.messages == [told]
    assert not world.relay.requests


# Threads that Discord does not open


async def test_a_refused_name_is_tried_once_more_with_a_neutral_one(world: Stack) -> None:
    """A thread whose name Discord does not take has another, and the question is answered in it."""
    world.discord.faults.add("POST", "/channels/*/threads", status=400, code=INVALID)
    await world.anna.slash(world.art, "chat", message="Hello there")
    [thread] = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    assert thread.name == "Chat"
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    assert "Hello there" in answer.text


@pytest.mark.parametrize(("status", "code"), [(400, INVALID), (400, 160006), (403, 50013)])
async def test_a_refused_thread_is_told_beside_the_question(
    world: Stack, status: int, code: int
) -> None:
    """The question stays as it is; why nothing follows is a message of its own, and is free."""
    fault = {"status": status, "code": code, "times": 2 if code == INVALID else 1}
    world.discord.faults.add("POST", "/channels/*/threads", **fault)
    asked = await world.anna.slash(world.art, "chat", message="Hello there")
    question = await asked.result(within=WITHIN)
    told = await world.art.wait_for_message(after=question, within=WITHIN)
    assert "thread" in told.text
    assert question.text.endswith("> Hello there")
    assert not world.relay.requests


# Channels whose history the bot may not read


async def test_a_mention_is_answered_without_a_reply(world: Stack, silent: Channel) -> None:
    """Where Discord refuses every reply of the bot, its answer names whom it is for."""
    answer = await say(world, f"{world.discord.bot_mention} Hello there", channel=silent)
    assert "Hello there" in answer.text
    assert named(world, answer)


async def test_a_picture_is_edited_without_a_reply(world: Stack, silent: Channel) -> None:
    """So it is with pictures; there is one message, from the painting line to the gallery."""
    files = [("a.png", png())]
    edited = await say(world, f"{world.discord.bot_mention} blur it", channel=silent, files=files)
    assert edited.pictures
    assert named(world, edited)
    assert [each.id for each in silent.messages if each.from_bot] == [edited.id]


async def test_an_answer_that_fills_its_messages_still_says_whose_it_is(
    world: Stack, silent: Channel
) -> None:
    """A line more breaks no message that is as long as Discord lets it be."""
    candidate = {"content": {"parts": [{"text": "word " * 1_100}]}, "finishReason": "STOP"}
    written = f"data: {json.dumps({'candidates': [candidate]})}\n\n"
    world.relay.next(faults.http(200, written, "text/event-stream"))
    asked = await world.anna.send(silent, f"{world.discord.bot_mention} Hello there")
    first = await silent.wait_for_message(after=asked, within=WITHIN)
    await ended(world)
    assert named(world, first)
    posted = [each for each in silent.messages if each.from_bot]
    assert len(posted) == 3
    assert all(len(each.text) <= 2_000 for each in posted)


async def test_a_refusal_is_told_without_a_reply(world: Stack, silent: Channel) -> None:
    """Why there is no answer is said there, too."""
    told = await say(world, world.discord.bot_mention, channel=silent)
    assert "Tell me what to do" in told.text
    assert named(world, told)


async def test_chat_goes_on_in_a_thread_without_history(world: Stack, silent: Channel) -> None:
    """`/chat` in a thread answers beside the question it repeated, and is a turn of it."""
    thread = await world.anna.start_thread(silent, "talk")
    answer = await chatted(world, thread)
    assert "Hello there" in answer.text
    assert named(world, answer)


async def test_chat_opens_a_thread_without_history(world: Stack, silent: Channel) -> None:
    """`/chat` in such a channel opens its thread and answers there."""
    await world.anna.slash(silent, "chat", message="Hello there")
    [thread] = await world.discord.wait_for(lambda: silent.threads, within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    assert "Hello there" in answer.text


async def test_chat_opens_an_announcements_thread_without_history(world: Stack) -> None:
    """Among announcements a thread below no message is of their own kind."""
    channel = world.guild.create_text_channel("news", news=True)
    channel.deny_bot("read_message_history")
    await world.anna.slash(channel, "chat", message="Hello there")
    [thread] = await world.discord.wait_for(lambda: channel.threads, within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    assert "Hello there" in answer.text


async def test_chat_asks_nothing_where_the_bot_sees_nothing(world: Stack) -> None:
    """What lacks is told before the question is repeated, which nothing could follow."""
    channel = world.guild.create_text_channel("hidden")
    channel.deny_bot("view_channel")
    told = await answered(world, await world.anna.slash(channel, "chat", message="Hello there"))
    assert "view channel" in told.text
    assert channel.messages == [told]


async def test_a_reply_that_can_not_be_read_says_what_lacks(world: Stack, silent: Channel) -> None:
    """What a reply points to and Discord did not send along may not be looked up there."""
    photo = await world.ben.send(silent, "my cat", files=[("cat.png", png())])
    world.discord.leave_out_replied_messages()
    words = f"{world.discord.bot_mention} blur it"
    told = await say(world, words, channel=silent, reply_to=photo)
    assert "read the message history" in told.text
    assert not world.relay.requests


# Places that refuse what was made


async def test_what_a_command_may_not_show_goes_to_its_author(world: Stack) -> None:
    """Whatever the status of a refusal: a direct message, and the painting line says so."""
    held = Held()
    line = await painting(world, held)
    world.discord.faults.add("PATCH", ANSWER, status=400, code=EXPLICIT)
    held.let_go()
    await world.anna.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    told = await finished(world, line)
    assert "directly" in told.text
    assert world.anna.mention in told.text
    assert not told.pings
    assert len(world.relay.requests) == 1


async def test_what_a_reply_may_not_show_goes_to_its_author(world: Stack) -> None:
    """So it is where the answer is a message of the channel: neither edited nor posted anew."""
    held = Held()
    line = await painting_as_reply(world, held)
    world.discord.faults.add("PATCH", MESSAGE, status=400, code=EXPLICIT)
    world.discord.faults.add("POST", f"/channels/{world.art.id}/messages", status=400)
    held.let_go()
    await world.ben.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    told = await finished(world, line)
    assert "directly" in told.text
    assert world.ben.mention in told.text
    assert not told.pings
    assert len(world.relay.requests) == 1


@pytest.mark.parametrize("status", [400, 403])
async def test_what_can_be_shown_nowhere_is_kept_and_said(world: Stack, status: int) -> None:
    """Where direct messages are closed, too, the painting line becomes a button that shows it."""
    held = Held()
    line = await painting(world, held)
    world.discord.faults.add("PATCH", ANSWER, status=400, code=EXPLICIT)
    world.discord.faults.add("POST", DIRECT, status=status, code=CLOSED_TO_DIRECT)
    held.let_go()
    told = await finished(world, line)
    assert "kept" in told.text
    shown = await answered(world, await world.anna.press(told, label="Show it"))
    assert shown.pictures
    assert len(world.relay.requests) == 1


async def test_a_painting_line_that_could_not_be_filled_is_taken_away(world: Stack) -> None:
    """Where an edit is refused and a new message is not, the old line does not stay."""
    held = Held()
    line = await painting_as_reply(world, held)
    world.discord.faults.add("PATCH", MESSAGE, status=400)
    held.let_go()
    await world.art.wait_for_message(lambda message: message.pictures, within=WITHIN)
    await world.discord.wait_for(lambda: line.deleted, within=WITHIN)


async def test_what_is_refused_again_stays_kept(world: Stack) -> None:
    """The button that shows what is kept says once more that it is not taken here."""
    held = Held()
    line = await painting(world, held)
    world.discord.faults.add("PATCH", ANSWER, status=400, code=EXPLICIT)
    world.discord.faults.add("POST", DIRECT, status=400, code=CLOSED_TO_DIRECT, times=2)
    held.let_go()
    told = await finished(world, line)
    world.discord.faults.add("PATCH", ANSWER, status=400, code=EXPLICIT)
    again = await answered(world, await world.anna.press(told, label="Show it"))
    assert "kept" in again.text
    assert (await answered(world, await world.anna.press(again, label="Show it"))).pictures
    assert len(world.relay.requests) == 1


# What lacks is named


@pytest.mark.parametrize(
    ("permission", "said", "unsaid"),
    [
        ("attach_files", "attach files", "send messages"),
        ("send_messages", "send messages", "attach files"),
    ],
)
async def test_what_lacks_is_named_and_nothing_else(
    world: Stack, permission: str, said: str, unsaid: str
) -> None:
    """Of the permissions that a picture needs, the one that is there is not asked for."""
    channel = world.guild.create_text_channel("closed")
    files = [("a.png", png())]
    channel.deny_bot(permission)
    await world.anna.send(channel, f"{world.discord.bot_mention} blur it", files=files)
    room = world.anna.dm if permission == "send_messages" else channel
    told = await room.wait_for_message(within=WITHIN)
    assert said in told.text
    assert unsaid not in told.text


async def test_a_command_names_what_lacks(world: Stack) -> None:
    """So does the answer to a command."""
    channel = world.guild.create_text_channel("closed")
    channel.deny_bot("attach_files")
    asked = await world.anna.slash(channel, "imagine", prompt="a kite")
    told = await answered(world, asked)
    assert "attach files" in told.text
    assert "send messages" not in told.text


async def test_what_lacks_in_a_thread_is_named_and_nothing_else(world: Stack) -> None:
    """Who may not write in threads may have been given the files, of which nothing is said."""
    thread = await world.anna.start_thread(world.art, "talk")
    world.art.deny_bot("send_messages_in_threads")
    words = f"{world.discord.bot_mention} blur it"
    await world.anna.send(thread, words, files=[("a.png", png())])
    told = await world.anna.dm.wait_for_message(within=WITHIN)
    assert "send messages in threads" in told.text
    assert "attach files" not in told.text


@pytest.mark.parametrize("by_menu", [False, True], ids=["command", "menu"])
async def test_what_a_thread_was_opened_on_may_not_be_looked_for(
    world: Stack, silent: Channel, *, by_menu: bool
) -> None:
    """Nobody is told that there is no picture, or that it is gone, where the bot may not look."""
    photo = await world.ben.send(silent, "my cat", files=[("cat.png", png())])
    thread = await world.anna.start_thread(silent, "talk", message=photo)
    if by_menu:
        form = await world.anna.context_menu(thread, "Edit picture", thread.messages[0])
        await form.response()
        asked = await world.anna.submit(form, {"prompt": "blur it"})
    else:
        asked = await world.anna.slash(thread, "edit", prompt="blur it")
    assert "read the message history" in (await answered(world, asked)).text
