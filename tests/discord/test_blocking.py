"""Members whom a server lets in no more."""

from datetime import UTC, datetime

import pytest

from bot.domain.access import Asker
from bot.interface.client import AtelierClient
from bot.interface.messages import log_posts
from demo.discord import Channel, Interaction, Member
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, until
from tests.worlds import Join, decide


async def blocked(world: Stack, member: Member, reason: str = "") -> str:
    """Let anna block a member, and return what she is told."""
    opened = await world.anna.user_menu(world.art, "Block or unblock", member)
    assert (await opened.response(within=WITHIN)).modal
    return (await answered(world, await world.anna.submit(opened, {"reason": reason}))).text


async def told(world: Stack, asked: Interaction) -> str:
    """Return what somebody is told, to them alone."""
    message = await answered(world, asked)
    assert message.ephemeral
    return message.text


@pytest.fixture
async def log(world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch) -> Channel:
    """Give the channel in which moderators are told things."""
    monkeypatch.setattr(log_posts, "GATHERED_SECONDS", 0.1)
    channel = world.guild.create_text_channel("log")
    await until(lambda: client.get_channel(channel.id))
    await decide(world, client, log_channel=channel.id)
    return channel


async def test_a_blocked_member_gets_nothing(world: Stack, log: Channel) -> None:
    """They are told so, and the log channel is told who blocked them and why."""
    said = await blocked(world, world.ben, "floods *everything*")
    assert said.startswith(f"🚫 {world.ben.mention} is blocked")
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    assert "管理员" in (await answered(world, asked)).text
    assert not world.relay.requests
    record = await log.wait_for_message(within=WITHIN)
    assert record.text == (
        rf"🚫 {world.anna.mention} blocked {world.ben.mention}: “floods \*everything\*”"
    )


async def test_what_they_had_waiting_is_cancelled(world: Stack, join: Join) -> None:
    """At no cost; what was sent is let end, and others wait on."""
    client = await join(max_concurrent=1)
    held = Held()
    world.relay.next(held)
    sent = await world.ben.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    waiting = await world.ben.slash(world.art, "imagine", prompt="a bird")
    line = await waiting.result(within=WITHIN)
    other = await world.anna.slash(world.art, "imagine", prompt="a fox")
    await other.result(within=WITHIN)
    await blocked(world, world.ben)
    assert "cost you nothing" in (await finished(world, line)).text
    held.let_go()
    assert (await answered(world, sent)).pictures
    assert (await answered(world, other)).pictures
    asker = Asker(world.guild.id, (), world.ben.id)
    standing = await client.services.access.standing(asker, datetime.now(UTC))
    assert standing.pictures == 1


async def test_who_is_blocked_can_be_let_in_again(world: Stack, log: Channel) -> None:
    """By the same entry of the menu."""
    await blocked(world, world.ben)
    question = await answered(
        world, await world.anna.user_menu(world.art, "Block or unblock", world.ben)
    )
    assert question.ephemeral
    await world.anna.press(question, label="Unblock")
    await until(lambda: "can ask me again" in question.text)
    made = await answered(world, await world.ben.slash(world.art, "imagine", prompt="a kite"))
    assert made.pictures
    await log.wait_for_message(lambda each: "let" in each.text, within=WITHIN)


async def test_nobody_blocks_themselves_or_who_manages_the_server(
    world: Stack, client: AtelierClient
) -> None:
    """That would lock out who can undo it."""
    chief = world.discord.create_member(world.guild, "cleo", moderator=True)
    for member, said in ((world.anna, "That is you"), (chief, "manages this server")):
        asked = await world.anna.user_menu(world.art, "Block or unblock", member)
        assert said in await told(world, asked)
        assert not client.services.guild_book.blocks(world.guild.id, member.id)
