"""Messages of other kinds than a member's words: forwarded, by other bots, and bare replies."""

from datetime import timedelta

import discord
import pytest

from demo.discord import ActionError
from tests.system.embedded_discord.stage import Stage, png, until


async def test_a_forward_carries_what_was_said_and_shown(stage: Stage):
    """The forwarded message has no words of its own, and a snapshot of the other's."""
    photo = await stage.anna.send(stage.channel, "my cat", files=[("cat.png", png(30, 20))])
    await stage.anna.forward(stage.channel, photo)
    await until(lambda: len(stage.bot.heard) == 2)
    forwarded = stage.bot.heard[1]
    assert not forwarded.content
    (snapshot,) = forwarded.message_snapshots
    assert snapshot.content == "my cat"
    assert [file.filename for file in snapshot.attachments] == ["cat.png"]


async def test_what_can_not_be_seen_can_not_be_forwarded(stage: Stage):
    """A message that was deleted is nobody's to pass on."""
    photo = await stage.anna.send(stage.channel, "my cat")
    await stage.anna.delete(photo)
    with pytest.raises(ActionError):
        await stage.anna.forward(stage.channel, photo)


async def test_another_bot_posts_components(stage: Stage):
    """Its files are inside its components, and its author is known as a bot."""
    other = stage.discord.create_member(stage.guild, "painter", bot=True)
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://made.png"}}]}
    made = await other.send(
        stage.channel,
        files=[("made.png", png(40, 30))],
        components=[{"type": 17, "components": [gallery]}],
    )
    assert made.pictures[0].bytes() == png(40, 30)
    await until(lambda: stage.bot.heard)
    heard = stage.bot.heard[0]
    assert heard.author.bot
    assert not heard.attachments


async def test_a_bare_reply_names_its_message_alone(stage: Stage):
    """What is replied to can be left out, as Discord may do."""
    first = await stage.anna.send(stage.channel, "one")
    stage.discord.leave_out_replied_messages()
    await stage.anna.send(stage.channel, "two", reply_to=first)
    await until(lambda: len(stage.bot.heard) == 2)
    reference = stage.bot.heard[1].reference
    assert reference is not None
    assert reference.message_id == first.id
    assert reference.resolved is None


async def test_a_message_may_have_come_long_ago(stage: Stage):
    """Its id says so, and later ones stand behind it."""
    stage.discord.set_back(timedelta(hours=1))
    await stage.anna.send(stage.channel, "old")
    stage.discord.set_back(timedelta(0))
    await stage.anna.send(stage.channel, "new")
    await until(lambda: len(stage.bot.heard) == 2)
    old, new = stage.bot.heard
    assert timedelta(hours=1) <= discord.utils.utcnow() - old.created_at < timedelta(hours=2)
    assert new.created_at - old.created_at >= timedelta(hours=1)
