"""Messages between a member and a bot over REST, CDN and gateway."""

import aiohttp
import discord
import pytest

from demo.discord import ActionError, EmbeddedDiscord
from tests.system.embedded_discord.stage import WITHIN, Stage, png, running, until


async def test_bot_reads_attachment_and_replies_with_it(stage: Stage):
    """A member's picture reaches the bot by the CDN, its answer the channel by multipart."""
    data = png(30, 20)
    asked = await stage.anna.send(stage.channel, "hi", files=[("a cat.png", data)])
    answer = await stage.channel.wait_for_message(after=asked)

    heard = stage.bot.heard[0].attachments[0]
    assert (heard.filename, heard.width, heard.height) == ("a_cat.png", 30, 20)
    assert heard.url.startswith(f"{stage.discord.url}/cdn/attachments/{stage.channel.id}/")
    assert answer.reference_id == asked.id
    [picture] = answer.pictures
    assert picture.bytes() == data
    assert (picture.width, picture.height, picture.description) == (30, 20, "a copy")


async def test_typing_is_recorded(stage: Stage):
    """The bot's typing is seen before its reply."""
    await stage.anna.send(stage.channel, "type")
    await stage.channel.wait_for_message(lambda m: m.text == "typed")
    assert [(t.channel_id, t.user_id) for t in stage.discord.typing] == [
        (stage.channel.id, stage.discord.bot_id)
    ]


async def test_thread_from_message_is_written_in_by_both(stage: Stage):
    """A thread below a message has the message's id, and each side reads the other there."""
    asked = await stage.anna.send(stage.channel, "thread on this")
    await stage.discord.wait_for(lambda: stage.channel.threads)
    [thread] = stage.channel.threads
    await thread.wait_for_message(lambda m: m.text == "inside")
    await stage.anna.send(thread, "me too")
    await until(lambda: len(stage.bot.heard) == 2)
    assert (thread.id, thread.name, thread.is_thread) == (asked.id, "from a message", True)
    assert stage.bot.heard[1].channel.id == thread.id
    assert isinstance(stage.bot.heard[1].channel, discord.Thread)
    assert stage.channel.messages == [asked]
    assert discord.MessageFlags._from_value(asked.flags).has_thread


async def test_thread_without_message(stage: Stage):
    """A thread of its own leaves a notice that is no post of the bot."""
    asked = await stage.anna.send(stage.channel, "thread")
    await stage.discord.wait_for(lambda: stage.channel.threads)
    [thread] = stage.channel.threads
    await thread.wait_for_message(lambda m: m.text == "inside")
    assert thread.name == "alone"
    assert [m.is_notice for m in stage.channel.messages] == [False, True]
    with pytest.raises(TimeoutError):
        await stage.channel.wait_for_message(after=asked, within=0.05)


async def test_member_starts_thread(stage: Stage):
    """A member's own thread is announced to the bot."""
    thread = await stage.anna.start_thread(stage.channel, "mine")
    await until(lambda: stage.bot.get_channel(thread.id))
    await stage.anna.send(thread, "hello")
    await until(lambda: len(stage.bot.heard) == 2)
    notice, post = stage.bot.heard
    assert notice.type is discord.MessageType.thread_created
    assert (post.channel.name, post.content) == ("mine", "hello")


async def test_direct_messages_carry_files_and_replies(stage: Stage):
    """Files and replies work in direct messages, without a server around them."""
    data = png()
    first = await stage.anna.send(stage.anna.dm, "hi", files=[("a.png", data)])
    answer = await stage.anna.dm.wait_for_message(after=first)
    await stage.anna.send(stage.anna.dm, "again", reply_to=answer)
    await until(lambda: len(stage.bot.heard) == 2)
    assert answer.pictures[0].bytes() == data
    assert stage.bot.heard[1].reference.resolved.id == answer.id
    assert isinstance(stage.bot.heard[1].channel, discord.DMChannel)


async def test_deleted_message_takes_its_files_along(stage: Stage):
    """The bot hears of a deletion, and the CDN forgets the file."""
    asked = await stage.anna.send(stage.channel, "quiet", files=[("a.txt", b"words")])
    url = asked.attachments[0]["url"]
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            assert await response.read() == b"words"
            assert response.content_type == "text/plain"
            assert response.content_length == 5
        await stage.anna.delete(asked)
        await until(lambda: stage.bot.deleted == [asked.id])
        async with session.get(url) as response:
            assert response.status == 404
    assert asked.deleted
    assert asked.content == "quiet"


async def test_moderator_deletes_what_others_wrote(stage: Stage):
    """Only its author and moderators can delete a message."""
    mona = stage.discord.create_member(stage.guild, "mona", moderator=True)
    ben = stage.discord.create_member(stage.guild, "ben")
    message = await stage.anna.send(stage.channel, "mine")
    with pytest.raises(ActionError):
        await ben.delete(message)
    await mona.delete(message)
    assert message.deleted


async def test_member_edits_own_message(stage: Stage):
    """An edit is seen as one, and only the author can make it."""
    ben = stage.discord.create_member(stage.guild, "ben")
    message = await stage.anna.send(stage.channel, "quiet")
    with pytest.raises(ActionError):
        await ben.edit(message, "no")
    await stage.anna.edit(message, "still quiet")
    assert (message.content, message.edited) == ("still quiet", True)


async def test_what_a_client_refuses(stage: Stage):
    """Empty, oversized and forbidden messages never leave the client."""
    closed = stage.guild.create_text_channel("closed")
    elsewhere = stage.discord.create_guild("Elsewhere").create_text_channel("far")
    for refused in (
        stage.anna.send(stage.channel, " "),
        stage.anna.send(stage.channel, "x" * 2001),
        stage.anna.send(stage.channel, files=[("big", bytes(10 * 1024 * 1024 + 1))]),
        stage.anna.send(stage.channel, files=[("a", b"")] * 11),
        stage.anna.send(elsewhere, "hello"),
    ):
        with pytest.raises(ActionError):
            await refused
    assert closed.messages == []


async def test_bot_without_content_intent_reads_only_what_is_for_it(server: EmbeddedDiscord):
    """Without the intent a message is blank unless it mentions the bot or is private."""
    guild = server.create_guild("Studio")
    channel = guild.create_text_channel("art")
    anna = server.create_member(guild, "anna")
    async with running(server, discord.Intents.default()) as bot:
        await anna.send(channel, "secret", files=[("a.png", png())])
        await anna.send(channel, f"{server.bot_mention} hello")
        await anna.send(anna.dm, "private")
        await until(lambda: len(bot.heard) == 3)
        assert [m.content for m in bot.heard] == ["", f"{server.bot_mention} hello", "private"]
        assert bot.heard[0].attachments == []


async def test_intents_gate_events(server: EmbeddedDiscord):
    """Events outside the declared intents are not sent at all."""
    guild = server.create_guild("Studio")
    channel = guild.create_text_channel("art")
    anna = server.create_member(guild, "anna")
    async with running(server, discord.Intents(guilds=True, dm_messages=True)) as bot:
        await anna.send(channel, "unheard")
        await anna.send(anna.dm, "heard")
        await until(lambda: bot.heard)
        assert [m.content for m in bot.heard] == ["heard"]


async def test_member_typing_reaches_the_bot(stage: Stage):
    """A member's typing is an event for the bot."""
    waiting = stage.bot.wait_for("typing", timeout=WITHIN)
    await stage.anna.typing(stage.channel)
    channel, user, _ = await waiting
    assert (channel.id, user.id) == (stage.channel.id, stage.anna.id)


async def test_age_restriction_is_told(stage: Stage):
    """A channel's age restriction reaches the bot, also by its threads."""
    channel = stage.guild.create_text_channel("late", nsfw=True)
    thread = await stage.anna.start_thread(channel, "later")
    await until(lambda: stage.bot.get_channel(thread.id))
    assert channel.age_restricted
    assert stage.bot.get_channel(channel.id).is_nsfw()
    assert stage.bot.get_channel(thread.id).is_nsfw()
    assert not stage.bot.get_channel(stage.channel.id).is_nsfw()
