"""What Discord refuses, and whom it notifies."""

import io

import aiohttp
import discord
import pytest

from demo.discord import EmbeddedDiscord
from tests.system.embedded_discord.painter import Result
from tests.system.embedded_discord.stage import TOKEN, Stage, png, running, until

MEBIBYTE = 1024 * 1024


def picture(name: str, colour: str = "red") -> discord.File:
    """Name a picture to upload."""
    return discord.File(io.BytesIO(png(colour=colour)), name)


def blob(size: int) -> discord.File:
    """Make a file of a size in bytes."""
    return discord.File(io.BytesIO(bytes(size)), "big.bin")


def bot_channel(stage: Stage) -> discord.TextChannel:
    """Return the channel as the bot has it."""
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def test_upload_over_10_mib_is_too_large(stage: Stage):
    """A file of 10 MiB passes, one byte more is 413 with code 40005."""
    await bot_channel(stage).send(file=blob(10 * MEBIBYTE))
    with pytest.raises(discord.HTTPException) as caught:
        await bot_channel(stage).send(file=blob(10 * MEBIBYTE + 1))
    assert (caught.value.status, caught.value.code) == (413, 40005)
    assert len(stage.channel.messages) == 1


async def test_boosted_server_takes_more(server: EmbeddedDiscord):
    """Tier 2 takes 50 MiB, in sends and in answers to interactions."""
    guild = server.create_guild("Boosted", premium_tier=2)
    channel = guild.create_text_channel("art")
    anna = server.create_member(guild, "anna")
    async with running(server) as bot:
        assert bot.get_guild(guild.id).filesize_limit == 50 * MEBIBYTE
        await bot.get_channel(channel.id).send(file=blob(11 * MEBIBYTE))
        await anna.slash(channel, "shout", text="hello")
        await channel.wait_for_message(lambda m: m.text == "hello")
        interaction = bot.interactions[0]
        assert interaction.filesize_limit == 50 * MEBIBYTE
        await interaction.followup.send(file=blob(11 * MEBIBYTE))
        with pytest.raises(discord.HTTPException) as caught:
            await interaction.followup.send(file=blob(50 * MEBIBYTE + 1))
        assert caught.value.code == 40005


async def test_files_need_the_permission(stage: Stage):
    """Without attach_files a text passes and a file is 50013, in threads as well."""
    thread = await stage.anna.start_thread(stage.channel, "below")
    stage.channel.deny_bot("attach_files")
    await bot_channel(stage).send("text")
    for place in (stage.channel.id, thread.id):
        with pytest.raises(discord.Forbidden) as caught:
            await stage.bot.get_partial_messageable(place).send(file=picture("a.png"))
        assert caught.value.code == 50013
    assert not bot_channel(stage).permissions_for(bot_channel(stage).guild.me).attach_files


async def test_more_than_ten_files_are_refused(stage: Stage):
    """An eleventh file is an invalid form body."""
    sent = aiohttp.FormData({"payload_json": "{}"}, quote_fields=False)
    for number in range(11):
        sent.add_field(f"files[{number}]", b"x", filename=f"{number}.txt")
    url = f"{stage.discord.url}/api/v10/channels/{stage.channel.id}/messages"
    headers = {"Authorization": f"Bot {TOKEN}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(url, data=sent) as response,
    ):
        assert (response.status, (await response.json())["code"]) == (400, 50035)


async def test_same_nonce_returns_the_earlier_message(stage: Stage):
    """A repeated channel send with the same nonce makes no second message."""
    channel = bot_channel(stage)
    first = await channel.send("one", nonce="job-1")
    again = await channel.send("one again", nonce="job-1")
    other = await channel.send("two", nonce="job-2")
    assert (again.id, again.content, again.nonce) == (first.id, "one", "job-1")
    assert [m.id for m in stage.channel.messages] == [first.id, other.id]
    with pytest.raises(discord.HTTPException):
        await channel.send("three", nonce="x" * 26)


async def test_lost_answer_and_nonce_make_one_message(stage: Stage):
    """A send whose answer was lost is repeated by discord.py and still posted once."""
    stage.discord.faults.add("POST", "/channels/*/messages", status=502, applied=True)
    sent = await bot_channel(stage).send("once", nonce="job-1")
    assert [m.id for m in stage.channel.messages] == [sent.id]
    statuses = [c.status for c in stage.discord.calls if c.path.endswith("/messages")]
    assert statuses == [502, 200]


async def test_gallery_of_a_file_that_is_not_there_is_refused(stage: Stage):
    """A gallery cannot point to a name that was not uploaded (50035)."""
    with pytest.raises(discord.HTTPException) as caught:
        await bot_channel(stage).send(view=Result("x", [("attachment://b.png", "b")]))
    assert caught.value.code == 50035


async def test_edit_drops_files_that_it_does_not_name(stage: Stage):
    """An edit keeps only the attachments that it names; the CDN forgets the others."""
    channel = bot_channel(stage)
    sent = await channel.send(files=[picture("a.png"), picture("b.png")])
    await sent.edit(attachments=[sent.attachments[1]])
    [message] = stage.channel.messages
    assert [p.filename for p in message.pictures] == ["b.png"]
    with pytest.raises(discord.NotFound):
        await sent.attachments[0].read()


async def test_growing_gallery_must_name_what_it_keeps(stage: Stage):
    """A grown gallery shows both pictures only if the edit names the first file too."""
    channel = bot_channel(stage)
    both = [("attachment://a.png", "a"), ("attachment://b.png", "b")]
    grown = await channel.send(view=Result("x", both[:1]), file=picture("a.png"))
    kept_id = grown.components[1].items[0].media.attachment_id
    with pytest.raises(discord.HTTPException) as caught:
        await grown.edit(view=Result("x", both), attachments=[picture("b.png")])
    assert caught.value.code == 50035

    kept = discord.Object(kept_id)
    kept.to_dict = lambda: {"id": kept_id}
    await grown.edit(view=Result("x", both), attachments=[kept, picture("b.png", "blue")])
    message = stage.channel.message(grown.id)
    assert [p.bytes() for p in message.pictures] == [png(), png(colour="blue")]

    await grown.edit(attachments=[picture("c.png")])
    with pytest.raises(LookupError):
        message.pictures[0].bytes()


async def test_default_mentions_notify(stage: Stage):
    """A bot that does not say otherwise notifies everybody that a text names."""
    text = f"@everyone and {stage.anna.mention}"
    interaction = await stage.anna.slash(stage.channel, "shout", text=text)
    message = await interaction.result()
    [ping] = stage.discord.pings
    assert (ping.message_id, ping.whom.everyone) == (message.id, True)
    assert ping.whom.user_ids == (stage.anna.id,)
    assert message.pings == ping.whom


async def test_allowed_mentions_none_notifies_nobody(stage: Stage):
    """With allowed mentions of none the same text pings nobody, though it names people."""
    none = discord.AllowedMentions.none()
    await bot_channel(stage).send(f"@everyone {stage.anna.mention}", allowed_mentions=none)
    view = Result(f"@everyone {stage.anna.mention}", [("attachment://a.png", "a")])
    await bot_channel(stage).send(view=view, file=picture("a.png"), allowed_mentions=none)
    assert list(stage.discord.pings) == []
    assert all(not m.pings for m in stage.channel.messages)
    assert stage.channel.messages[0].mention_ids == [stage.anna.id]


async def test_filled_deferred_answer_notifies_and_a_later_edit_does_not(stage: Stage):
    """The edit that completes a deferred answer pings; one after it does not."""
    _ = await stage.anna.slash(
        stage.channel, "imagine", prompt=stage.anna.mention, image=("a.png", png())
    )
    await stage.discord.wait_for(lambda: stage.discord.pings)
    [message] = stage.channel.messages
    own = await bot_channel(stage).fetch_message(message.id)
    await own.edit(view=Result(f"{stage.anna.mention} again", [("https://example.com/a", "a")]))
    assert [ping.whom.user_ids for ping in stage.discord.pings] == [(stage.anna.id,)]


async def test_reply_notifies_unless_told_otherwise(stage: Stage):
    """A reply pings the author of what it replies to, unless mention_author is off."""
    asked = await stage.anna.send(stage.channel, "hello")
    await until(lambda: stage.bot.heard)
    heard = stage.bot.heard[0]
    loud = await heard.reply("loud")
    await heard.reply("quiet", mention_author=False)
    assert [(p.message_id, p.whom.user_ids) for p in stage.discord.pings] == [
        (loud.id, (asked.author_id,))
    ]


async def test_a_thread_is_renamed_by_who_opened_it(stage: Stage):
    """The bot may name its own, in 1 to 100 characters; another's needs a permission."""
    stage.channel.deny_bot("manage_threads")
    mine = await bot_channel(stage).create_thread(
        name="mine", type=discord.ChannelType.public_thread
    )
    await mine.edit(name="still mine")
    assert [thread.name for thread in stage.channel.threads] == ["still mine"]
    for name in ("", "n" * 101):
        with pytest.raises(discord.HTTPException) as refused:
            await mine.edit(name=name)
        assert refused.value.code == 50035
    others = await stage.anna.start_thread(stage.channel, "not mine")
    await until(lambda: bot_channel(stage).get_thread(others.id))
    with pytest.raises(discord.Forbidden):
        await bot_channel(stage).get_thread(others.id).edit(name="mine now")
    assert others.name == "not mine"
