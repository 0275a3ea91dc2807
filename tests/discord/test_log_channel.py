"""What moderators are told in the channel that their server chose for it."""

from collections.abc import Callable

import discord
import pytest

from bot.interface.client import AtelierClient
from bot.interface.messages import log_posts
from demo.discord import Channel, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, imagine, until
from tests.worlds import decide, joined


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gather for a moment only."""
    monkeypatch.setattr(log_posts, "GATHERED_SECONDS", 0.1)


@pytest.fixture
async def log(world: Stack, client: AtelierClient) -> Channel:
    """Give the channel that the server chose."""
    channel = world.guild.create_text_channel("log")
    await until(lambda: client.get_channel(channel.id))
    await decide(world, client, log_channel=channel.id)
    return channel


async def told(log: Channel, part: str) -> Message:
    """Return the first message of the log that has this in it."""
    return await log.wait_for_message(lambda message: part in message.text, within=WITHIN)


async def test_a_changed_setting_is_told_in_words(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """Who, which one, from what, to what; all of one moment in one message."""
    changes = await decide(world, client, daily_pictures=5, channels=(world.art.id,))
    client.services.log_channel.settings_changed(world.guild.id, world.anna.id, changes)
    message = await told(log, "Pictures a day")
    assert message.text.splitlines() == [
        f"⚙️ {world.anna.mention} changed **Pictures a day**: as usual → 5",
        f"⚙️ {world.anna.mention} changed **Channels**: everywhere → {world.art.mention}",
    ]


async def test_the_channel_that_is_left_is_told_so(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """Nobody switches the log off without a record."""
    changes = await decide(world, client, log_channel=None)
    client.services.log_channel.settings_changed(world.guild.id, world.anna.id, changes)
    assert "→ none" in (await told(log, "Log channel")).text


async def test_it_is_in_the_language_of_the_server(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """The one that it chose."""
    await decide(world, client, locale="de")
    client.services.log_channel.member_unblocked(world.guild.id, world.anna.id, world.ben.id)
    await told(log, "lässt")


async def test_words_of_members_are_shown_as_they_are(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """They mention nobody and format nothing."""
    client.services.log_channel.member_blocked(
        world.guild.id, world.anna.id, world.ben.id, reason="@everyone **look** " + "x" * 4_000
    )
    message = await told(log, "blocked")
    assert r"\@everyone \*\*look\*\*" in message.text
    assert len(message.text) < 700
    assert not world.discord.pings


async def test_too_much_at_once_is_counted(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """Nobody reads a hundred lines, and no channel takes them."""
    for _ in range(log_posts.MOST_WAITING + 12):
        client.services.log_channel.member_unblocked(world.guild.id, world.anna.id, world.ben.id)
    message = await told(log, "12 things more")
    assert len(message.text.splitlines()) == log_posts.MOST_WAITING + 1


async def test_prompts_of_what_all_see_are_told_where_that_is_wanted(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """With who asked and where it is; what one member sees alone is nobody's business."""
    await decide(world, client, log_prompts=True)
    await imagine(world, "a secret kite", private=True)
    made = await imagine(world, "a *red* kite")
    message = await told(log, "kite")
    assert message.text == (
        rf"📝 {world.anna.mention}: “a \*red\* kite” · "
        f"https://discord.com/channels/{world.guild.id}/{world.art.id}/{made.id}"
    )


async def test_what_is_asked_in_a_private_thread_stays_there(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """Who is not in it does not read of it elsewhere; of an open thread they do."""
    await decide(world, client, log_prompts=True)
    for name in ("public", "private"):
        thread = await world.anna.start_thread(world.art, name)
        await until(lambda thread=thread: client.get_channel(thread.id))
        known = client.get_channel(thread.id)
        assert isinstance(known, discord.Thread)
        if name == "private":
            known._type = discord.ChannelType.private_thread
        await answered(world, await world.anna.slash(thread, "imagine", prompt=f"a {name} kite"))
        await until(lambda: not client.services.log_channel.posts._queues)
    await imagine(world, "a last kite")
    await told(log, "a last kite")
    said = "\n".join(message.text for message in log.messages)
    assert "a public kite" in said
    assert "a private kite" not in said


async def test_prompts_are_not_told_where_nobody_asked_for_them(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """A server has to want it."""
    await imagine(world, "a kite")
    await imagine(world, "a bird")
    client.services.log_channel.member_unblocked(world.guild.id, world.anna.id, world.ben.id)
    await told(log, "again")
    assert len(log.messages) == 1


async def test_what_is_shared_is_told_as_well(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """From then on all see it."""
    await decide(world, client, log_prompts=True)
    secret = await imagine(world, "a secret kite", private=True)
    await answered(world, await world.anna.press(secret, label="Share"))
    await told(log, "a secret kite")


async def test_what_a_moderator_deletes_is_told(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """If it was somebody else's; what its author deletes is not."""
    for member in (world.anna, world.ben):
        made = await answered(world, await member.slash(world.art, "imagine", prompt="a kite"))
        asked = await world.anna.context_menu(world.art, "Delete", made)
        await world.anna.press(await answered(world, asked), label="Delete")
        await until(lambda made=made: made.deleted)
    message = await told(log, "deleted")
    assert message.text == (
        f"🗑️ {world.anna.mention} deleted something of {world.ben.mention} in {world.art.mention}."
    )


async def test_a_channel_that_everybody_reads_is_warned_of(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """In the panel; it is told all the same, for it is the server's to choose."""
    guild = client.get_guild(world.guild.id)
    assert guild is not None
    channel = client.services.log_channel
    assert "Everybody can read" in channel.warning(guild, "en-US")
    log.show_only_to()
    await until(lambda: not channel.warning(guild, "en-US"))


def gone(world: Stack, log: Channel) -> None:
    """Delete the channel."""
    world.discord.model.delete_channel(log.id)


def closed(_: Stack, log: Channel) -> None:
    """Let the bot not write there."""
    log.deny_bot("send_messages")


@pytest.mark.parametrize(("shut", "said"), [(gone, "is gone"), (closed, "send messages")])
async def test_a_channel_that_takes_nothing_is_told_of(
    world: Stack,
    client: AtelierClient,
    log: Channel,
    caplog: pytest.LogCaptureFixture,
    shut: Callable[[Stack, Channel], None],
    said: str,
) -> None:
    """In the panel, and in the log once; nothing else fails by it."""
    channel = client.services.log_channel
    guild = client.get_guild(world.guild.id)
    assert guild is not None
    assert not channel.problem(guild, "en-US")
    shut(world, log)
    await until(lambda: said in channel.problem(guild, "en-US"))
    for number in range(1, 3):
        await decide(world, client, log_prompts=True)
        await imagine(world)
        await until(lambda: not channel.posts._queues)
        await until(lambda number=number: caplog.text.count("takes nothing") >= min(number, 1))
    assert caplog.text.count("takes nothing") == 1


async def test_a_channel_of_another_server_is_told_nothing(
    world: Stack, client: AtelierClient
) -> None:
    """Whatever a server has written into its settings."""
    other = world.discord.create_guild("elsewhere", preferred_locale="en-US")
    foreign = other.create_text_channel("theirs")
    await until(lambda: client.get_channel(foreign.id))
    await decide(world, client, log_channel=foreign.id)
    channel = client.services.log_channel
    channel.member_unblocked(world.guild.id, world.anna.id, world.ben.id)
    await until(lambda: foreign.id in channel.posts._closed)
    assert foreign.messages == []


async def test_what_waits_is_posted_before_the_bot_stops(
    world: Stack, monkeypatch: pytest.MonkeyPatch, beside: None
) -> None:
    """A restart loses no record."""
    monkeypatch.setattr(log_posts, "GATHERED_SECONDS", 600.0)
    log = world.guild.create_text_channel("log")
    async with joined(world) as client:
        await decide(world, client, log_channel=log.id)
        client.services.log_channel.member_unblocked(world.guild.id, world.anna.id, world.ben.id)
        await until(lambda: client.services.log_channel.posts._posting)
    assert [message.text for message in log.messages] == [
        f"✅ {world.anna.mention} let {world.ben.mention} in again."
    ]
