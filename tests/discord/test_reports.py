"""What members tell moderators of the bot's posts, where their server wants that."""

import pytest

from bot.interface.client import AtelierClient
from bot.interface.messages import log_posts
from bot.storage.reports import MOST
from demo.discord import Channel, Member, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, imagine, say, until
from tests.worlds import decide


@pytest.fixture
async def log(world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch) -> Channel:
    """Give the channel in which moderators read reports."""
    monkeypatch.setattr(log_posts, "GATHERED_SECONDS", 0.1)
    channel = world.guild.create_text_channel("log")
    await until(lambda: client.get_channel(channel.id))
    await decide(world, client, log_channel=channel.id, reports=True)
    return channel


@pytest.fixture
async def dora(world: Stack) -> Member:
    """Give a member who reads English."""
    return world.discord.create_member(world.guild, "dora")


async def report(
    world: Stack, message: Message, *, by: Member, reason: str = "", room: Channel | None = None
) -> Message:
    """Report a message, and return what the reporter is told."""
    opened = await by.context_menu(room or world.art, "Report", message)
    await opened.response(within=WITHIN)
    return await answered(world, await by.submit(opened, {"reason": reason}))


async def test_moderators_read_what_was_reported(world: Stack, log: Channel, dora: Member) -> None:
    """With a link, and why; the reporter is told alone that they do."""
    made = await imagine(world)
    told = await report(world, made, by=dora, reason="that is **me** @everyone")
    assert told.text.startswith("🚩 Thank you.")
    assert told.ephemeral
    record = await log.wait_for_message(within=WITHIN)
    link = f"https://discord.com/channels/{world.guild.id}/{world.art.id}/{made.id}"
    assert record.text == (
        f"🚩 {dora.mention} reported {link} of {world.anna.mention}: "
        r"“that is \*\*me\*\* \@everyone”"
    )
    assert [button.label for button in record.buttons] == ["Delete", "Block author", "Dismiss"]
    assert not world.discord.pings


async def test_an_answer_in_words_can_be_reported(world: Stack, log: Channel, dora: Member) -> None:
    """It is the bot's post like any other."""
    words = await say(world, f"{world.discord.bot_mention} hello")
    await report(world, words, by=dora)
    await log.wait_for_message(within=WITHIN)


async def test_a_moderator_deletes_what_was_reported(
    world: Stack, log: Channel, dora: Member
) -> None:
    """From where they read of it; who did is written below, and told as any other deletion."""
    made = await imagine(world)
    await report(world, made, by=dora)
    record = await log.wait_for_message(within=WITHIN)
    chief = world.discord.create_member(world.guild, "cleo", moderator=True)
    await chief.press(record, label="Delete")
    await until(lambda: record.text.endswith(f"🗑️ {chief.mention} deleted it."))
    assert made.deleted
    assert record.buttons == []
    await log.wait_for_message(lambda each: "deleted something" in each.text, within=WITHIN)


async def test_a_moderator_dismisses_a_report(world: Stack, log: Channel, dora: Member) -> None:
    """What was reported stays."""
    made = await imagine(world)
    await report(world, made, by=dora)
    record = await log.wait_for_message(within=WITHIN)
    await world.anna.press(record, label="Dismiss")
    await until(lambda: record.text.endswith(f"✔️ {world.anna.mention} dismissed this."))
    assert not made.deleted
    assert record.buttons == []


async def test_a_moderator_blocks_whose_it_is(
    world: Stack, client: AtelierClient, log: Channel
) -> None:
    """By the same form as in their Apps menu."""
    made = await answered(world, await world.ben.slash(world.art, "imagine", prompt="a kite"))
    await report(world, made, by=world.anna)
    record = await log.wait_for_message(within=WITHIN)
    form = await world.anna.press(record, label="Block author")
    await form.response(within=WITHIN)
    await answered(world, await world.anna.submit(form, {}))
    assert client.services.guild_book.blocks(world.guild.id, world.ben.id)


async def test_a_member_reports_a_post_once(world: Stack, log: Channel, dora: Member) -> None:
    """Another one may as well."""
    made = await imagine(world)
    await report(world, made, by=dora)
    assert "reported this already" in (await report(world, made, by=dora)).text
    await report(world, made, by=world.ben)
    await log.wait_for_message(lambda each: world.ben.mention in each.text, within=WITHIN)
    assert len(log.messages) == 2


async def test_nobody_reports_without_end(world: Stack, log: Channel, dora: Member) -> None:
    """So much within an hour; whoever has more to tell tells a moderator."""
    for _ in range(MOST):
        assert "Thank you" in (await report(world, await imagine(world), by=dora)).text
    told = await report(world, await imagine(world), by=dora)
    assert f"reported {MOST} things within an hour" in told.text
    await until(lambda: len(log.messages) == MOST)


async def test_only_who_can_be_read_can_report(
    world: Stack, client: AtelierClient, log: Channel, dora: Member
) -> None:
    """Where the server takes none, its log channel is closed, or they are blocked."""
    made = await imagine(world)
    await decide(world, client, reports=False)
    asked = await dora.context_menu(world.art, "Report", made)
    assert "takes no reports" in (await answered(world, asked)).text
    await decide(world, client, reports=True)
    log.deny_bot("send_messages")
    guild = client.get_guild(world.guild.id)
    assert guild is not None
    await until(lambda: client.services.log_channel.problem(guild, "en-US"))
    asked = await dora.context_menu(world.art, "Report", made)
    assert "takes no reports" in (await answered(world, asked)).text
    assert log.messages == []


async def test_who_is_blocked_reports_nothing(
    world: Stack, client: AtelierClient, log: Channel, dora: Member
) -> None:
    """They are told that they are."""
    made = await imagine(world)
    await client.services.blocking.block(world.guild.id, dora.id, author_id=world.anna.id)
    asked = await dora.context_menu(world.art, "Report", made)
    assert "don't let you use me" in (await answered(world, asked)).text
    await log.wait_for_message(lambda each: "blocked" in each.text, within=WITHIN)
    assert len(log.messages) == 1


async def test_the_button_is_behind_more_of_what_others_made(
    world: Stack, client: AtelierClient, log: Channel, dora: Member
) -> None:
    """Where the server takes reports, in the channel that it names."""
    del log

    async def labels(member: Member) -> list[str]:
        panel = await answered(world, await member.press(made, label="More"))
        return [button.label for button in panel.buttons]

    made = await imagine(world)
    assert "Report" in await labels(dora)
    assert "Report" not in await labels(world.anna)
    await decide(world, client, reports=False)
    assert "Report" not in await labels(dora)
