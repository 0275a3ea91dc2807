"""What a client may show to one person."""

import pytest

from demo.discord import EmbeddedDiscord
from tests.system.embedded_discord.stage import Stage


async def test_the_newest_messages_alone(stage: Stage):
    """Only so many of them are looked up; the last is the latest."""
    for text in ("one", "two", "three"):
        sent = await stage.anna.send(stage.channel, text)
    assert [m.text for m in stage.anna.sees(stage.channel, newest=2)] == ["two", "three"]
    assert stage.anna.latest(stage.channel) == sent.id


async def test_an_empty_channel_has_no_latest_message(stage: Stage):
    """Nobody wrote there."""
    assert stage.anna.latest(stage.guild.create_text_channel("empty")) is None


async def test_a_member_is_not_shown_another_ones_messages(stage: Stage):
    """Direct messages belong to one person."""
    ben = stage.discord.create_member(stage.guild, "ben")
    assert stage.anna.can_see(stage.anna.dm)
    assert not ben.can_see(stage.anna.dm)
    assert not ben.may(stage.anna.dm, "send_messages")


async def test_permissions_by_name(stage: Stage):
    """A moderator holds what a member does not."""
    mia = stage.discord.create_member(stage.guild, "mia", moderator=True)
    assert mia.may(stage.channel, "manage_messages")
    assert not stage.anna.may(stage.channel, "manage_messages")
    assert stage.anna.may(stage.anna.dm, "attach_files")


async def test_the_menus_of_a_message(stage: Stage):
    """What the bot registered for messages, apart from its slash commands."""
    await stage.discord.wait_for(lambda: stage.anna.menus(stage.channel))
    names = {command["name"] for command in stage.anna.menus(stage.channel)}
    assert names
    assert not names & {command["name"] for command in stage.anna.commands(stage.channel)}


async def test_places_by_id(stage: Stage):
    """A channel tells its topic and its size of files, a thread where it belongs."""
    channel = stage.guild.create_text_channel("talk", topic="words")
    thread = await stage.anna.start_thread(channel, "more")
    found = stage.discord.channel(thread.id)
    assert (found.parent_id, channel.parent_id) == (channel.id, None)
    assert (channel.topic, channel.upload_limit) == ("words", 10 * 1024 * 1024)


async def test_people_by_id(stage: Stage):
    """The same person as was created."""
    assert stage.discord.member(stage.anna.id) is stage.anna


async def test_unknown_ids_are_told(server: EmbeddedDiscord):
    """Neither a channel nor a person."""
    with pytest.raises(LookupError):
        server.channel(1)
    with pytest.raises(LookupError):
        server.member(1)
