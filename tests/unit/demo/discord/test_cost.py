"""What the embedded Discord does to answer: as much for a long channel as for a short one."""

import asyncio

import pytest

from demo.discord import Channel, EmbeddedDiscord, Member, Message


@pytest.fixture
def discord() -> EmbeddedDiscord:
    """Give a Discord that nobody is connected to."""
    return EmbeddedDiscord(token="t")


@pytest.fixture
async def channel(discord: EmbeddedDiscord) -> Channel:
    """Give a channel in which nothing was said yet."""
    return discord.create_guild("Studio").create_text_channel("art")


@pytest.fixture
async def anna(discord: EmbeddedDiscord, channel: Channel) -> Member:
    """Give somebody who can write there."""
    return discord.create_member(discord.guilds[0], "anna")


def bot_says(discord: EmbeddedDiscord, channel: Channel, text: str) -> Message:
    """Let the bot post a message."""
    return channel.message(discord.model.post(channel.id, discord.bot_id, text))


async def test_a_reply_brings_what_it_answers_and_no_more(channel: Channel, anna: Member):
    """The message below it names what it answers in turn, as Discord does, without bringing it."""
    said = await anna.send(channel, "one")
    for text in ("two", "three"):
        said = await anna.send(channel, text, reply_to=said)
    quoted = said.payload["referenced_message"]
    assert quoted["content"] == "two"
    assert "message_reference" in quoted
    assert "referenced_message" not in quoted


async def test_a_message_object_is_made_once_a_version(channel: Channel, anna: Member):
    """Who reads it again gets the same, until it changes."""
    said = await anna.send(channel, "one")
    first = said.payload
    assert said.payload is first
    await anna.edit(said, "two")
    assert first["content"] == "one"
    assert said.payload["content"] == "two"


async def test_a_reply_brings_what_it_answers_as_it_is_now(channel: Channel, anna: Member):
    """An edit shows below the replies that were there before."""
    said = await anna.send(channel, "one")
    reply = await anna.send(channel, "two", reply_to=said)
    assert reply.payload["referenced_message"]["content"] == "one"
    await anna.edit(said, "three")
    assert reply.payload["referenced_message"]["content"] == "three"
    await anna.delete(said)
    assert "referenced_message" not in reply.payload


async def test_who_waits_looks_at_each_message_once(discord: EmbeddedDiscord, channel: Channel):
    """What was there is looked at once, what comes when it comes, and nothing of elsewhere."""
    elsewhere = discord.guilds[0].create_text_channel("elsewhere")
    old = [bot_says(discord, channel, f"old {number}") for number in range(3)]
    seen: list[Message] = []

    def match(message: Message) -> bool:
        seen.append(message)
        return message.text == "this one"

    waiting = asyncio.create_task(channel.wait_for_message(match))
    await asyncio.sleep(0)
    assert seen == old
    other = bot_says(discord, elsewhere, "this one")
    new = bot_says(discord, channel, "not yet")
    await asyncio.sleep(0)
    wanted = bot_says(discord, channel, "this one")
    assert await waiting == wanted
    assert other not in seen
    assert seen == [*old, new, wanted]


async def test_who_waits_sees_a_message_become_what_is_meant(
    discord: EmbeddedDiscord, channel: Channel
):
    """An edit of an old message is a change like any other."""
    old = bot_says(discord, channel, "not yet")
    waiting = asyncio.create_task(channel.wait_for_message(lambda message: message.text == "now"))
    await asyncio.sleep(0)
    discord.model.edit_message(channel.id, old.id, {"content": "now"})
    assert await waiting == old


async def test_a_file_is_found_at_the_message_that_holds_it(channel: Channel, anna: Member):
    """Its message is remembered; without it the file is gone."""
    said = await anna.send(channel, "look", files=[("a.txt", b"x")])
    await anna.send(channel, "more")
    (attachment,) = said.attachments
    world, file = channel.model, int(attachment["id"])
    assert world.is_attached(channel.id, file)
    assert world._holders == {file: said.id}
    await anna.delete(said)
    assert not world.is_attached(channel.id, file)
