"""What mentions the bot, what a thread hangs on, and names in place of numbers."""

import pytest

from demo.discord import Channel, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, imagine, pictures, png, say, texts
from tests.discord.test_bad_day import ended

pytestmark = pytest.mark.usefixtures("client")


def asked(world: Stack) -> str:
    """Return the words of the last request."""
    return " ".join(texts(contents(world)[-1]))


async def test_the_bots_own_role_mentions_it(world: Stack) -> None:
    """Discord offers the role beside the bot; who chooses it is answered like anybody."""
    answer = await say(world, f"{world.guild.bot_role_mention} Hello there")
    assert "Hello there" in answer.text
    assert asked(world) == "Hello there"


async def test_another_role_is_somebody_elses(world: Stack) -> None:
    """A role that members have does not mention the bot."""
    await world.anna.send(world.art, f"{world.guild.create_role('painters').mention} who is here?")
    await say(world, f"{world.discord.bot_mention} Hello there")
    assert len(world.relay.requests) == 1


@pytest.mark.parametrize("quote", ["`{}`", "```\n{}\n```"])
async def test_code_mentions_nobody(world: Stack, quote: str) -> None:
    """Who shows how the bot is mentioned does not mention it."""
    await world.anna.send(world.art, quote.format(world.discord.bot_mention) + " is how")
    await say(world, f"{world.discord.bot_mention} Hello there")
    assert len(world.relay.requests) == 1


async def hung_on(world: Stack, message: Message) -> Channel:
    """Open a thread on a message."""
    return await world.anna.start_thread(world.art, "talk", message=message)


async def photo_thread(world: Stack) -> Channel:
    """Open a thread on a member's picture of 70 × 50 pixels."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    return await hung_on(world, photo)


async def test_edit_takes_the_picture_that_a_thread_was_opened_on(world: Stack) -> None:
    """Where there is no other picture, also one that the bot did not make."""
    thread = await photo_thread(world)
    edit = await world.anna.slash(thread, "edit", prompt="blur it")
    assert (await finished(world, await edit.result(within=WITHIN))).pictures
    assert "70x50" in pictures(contents(world)[-1])[0]


async def test_edit_goes_on_from_the_bots_picture_that_a_thread_was_opened_on(
    world: Stack,
) -> None:
    """With its history, as a reply to it would."""
    thread = await hung_on(world, await imagine(world))
    edit = await world.anna.slash(thread, "edit", prompt="blur it")
    assert (await finished(world, await edit.result(within=WITHIN))).pictures
    assert [content["role"] for content in contents(world)] == ["user", "model", "user"]


async def test_a_mention_in_a_thread_edits_what_it_was_opened_on(world: Stack) -> None:
    """And the next one what came of that."""
    thread = await photo_thread(world)
    words = f"{world.discord.bot_mention} make it black and white"
    first = await say(world, words, channel=thread)
    assert first.pictures
    assert "70x50" in pictures(contents(world)[-1])[0]
    await ended(world)
    assert (await say(world, f"{world.discord.bot_mention} blur it", channel=thread)).pictures
    assert [content["role"] for content in contents(world)] == ["user", "model", "user"]


async def test_a_mention_in_a_thread_on_words_is_talk(world: Stack) -> None:
    """A thread that hangs on no picture changes nothing."""
    thread = await hung_on(world, await world.ben.send(world.art, "kites!"))
    answer = await say(world, f"{world.discord.bot_mention} Hello there", channel=thread)
    assert "Hello there" in answer.text


async def test_a_reply_to_what_a_thread_was_opened_on_edits_it(world: Stack) -> None:
    """The first message of the thread stands for that: a picture of the bot needs no mention."""
    made = await imagine(world)
    thread = await hung_on(world, made)
    edited = await say(world, "blur it", channel=thread, reply_to=thread.messages[0])
    assert edited.pictures
    assert [content["role"] for content in contents(world)] == ["user", "model", "user"]


async def test_a_reply_to_somebodys_picture_above_a_thread_edits_it(world: Stack) -> None:
    """One of a member needs a mention, as anywhere."""
    thread = await photo_thread(world)
    words = f"{world.discord.bot_mention} blur it"
    edited = await say(world, words, channel=thread, reply_to=thread.messages[0])
    assert edited.pictures
    assert "70x50" in pictures(contents(world)[-1])[0]


async def menu_edit(world: Stack, thread: Channel) -> Message:
    """Return what the Apps menu of a thread's first message makes of it."""
    form = await world.anna.context_menu(thread, "Edit picture", thread.messages[0])
    await form.response()
    return await answered(world, await world.anna.submit(form, {"prompt": "blur it"}))


async def test_the_menu_of_what_a_thread_was_opened_on_edits_it(world: Stack) -> None:
    """The first message of the thread has no picture of its own: the one above is meant."""
    assert (await menu_edit(world, await photo_thread(world))).pictures
    assert "70x50" in pictures(contents(world)[-1])[0]


async def test_the_menu_of_the_bots_picture_above_a_thread_goes_on_from_it(world: Stack) -> None:
    """With its history, as a reply to it would."""
    thread = await hung_on(world, await imagine(world))
    assert (await menu_edit(world, thread)).pictures
    assert [content["role"] for content in contents(world)] == ["user", "model", "user"]


async def test_a_mention_in_a_thread_on_a_link_is_talk(world: Stack) -> None:
    """What a thread is about may be a page; nobody wants its preview changed."""
    preview = {"type": "link", "thumbnail": {"url": "https://pages.example/kites.png"}}
    link = await world.ben.send(world.art, "https://pages.example/kites", embeds=[preview])
    thread = await hung_on(world, link)
    answer = await say(world, f"{world.discord.bot_mention} Hello there", channel=thread)
    assert "Hello there" in answer.text


async def test_a_thread_that_is_opened_asks_nothing(world: Stack) -> None:
    """Its first message stands for the one above, and is no reply to that."""
    thread = await hung_on(world, await imagine(world))
    await say(world, f"{world.discord.bot_mention} blur it", channel=thread)
    assert len([each for each in thread.messages if each.from_bot]) == 1


def raw(world: Stack) -> str:
    """Return words full of numbers that Discord shows as names."""
    emoji = "<:kite:1234567890123456> <a:wind:1234567890123457>"
    return f"{world.ben.mention} in {world.art.mention} {emoji} </imagine:1234567890123458>"


NAMED = "@ben in #art :kite: :wind: /imagine"


async def test_a_thread_is_named_with_names(world: Stack) -> None:
    """So are the question above it and what the model reads."""
    sent = await world.anna.slash(world.art, "chat", message=f"Paint {raw(world)}")
    [thread] = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    assert thread.name == f"Paint {NAMED}"
    assert asked(world) == f"Paint {NAMED}"
    question = await sent.result(within=WITHIN)
    assert "<" not in question.text
    assert not world.discord.pings


async def test_a_message_is_asked_with_names(world: Stack) -> None:
    """Who is mentioned beside the bot is named to the model, and nobody is notified."""
    await say(world, f"{world.discord.bot_mention} Paint {raw(world)}")
    assert asked(world) == f"Paint {NAMED}"
    assert not world.discord.pings


@pytest.mark.parametrize("command", ["imagine", "edit"])
async def test_a_command_is_asked_with_names(world: Stack, command: str) -> None:
    """Also somebody whom the bot has not heard of before; nobody at all is unknown."""
    options = {"image": ("a.png", png())} if command == "edit" else {}
    sent = await world.anna.slash(
        world.art, command, prompt=f"{raw(world)} <@1234567890123459>", **options
    )
    await finished(world, await sent.result(within=WITHIN))
    assert asked(world) == f"{NAMED} @unknown"


async def test_what_clients_show_otherwise_is_asked_as_they_show_it(world: Stack) -> None:
    """Moments, pages of a server, addresses of channels and the role that all have, too."""
    here = f"https://discord.com/channels/{world.guild.id}/{world.art.id}"
    words = f"<t:1700000000:R> <t:0> <id:customize> {here} <{here}/1234567890123456> "
    await say(world, f"{world.discord.bot_mention} Paint {words} <@&{world.guild.id}>")
    moments = "2023-11-14 22:13 UTC 1970-01-01 00:00 UTC"
    assert asked(world) == f"Paint {moments} #customize #art #art  @everyone"
    assert not world.discord.pings


async def test_a_moment_that_never_comes_stays_as_it_is(world: Stack) -> None:
    """What is no moment breaks nothing."""
    await say(world, f"{world.discord.bot_mention} Paint <t:9999999999999>")
    assert asked(world) == "Paint <t:9999999999999>"


@pytest.mark.parametrize("way", ["<#{}>", "https://discord.com/channels/1/{}/2"])
async def test_a_channel_that_somebody_can_not_see_is_not_named_to_them(
    world: Stack, way: str
) -> None:
    """Clients show no name there, and neither does the bot, which may see it."""
    hidden, zoe = world.guild.create_text_channel("secret-plans"), world.community.zoe
    hidden.hide_from(zoe.id)
    words = f"Paint {way.format(hidden.id)}"
    sent = await zoe.slash(world.art, "imagine", prompt=words)
    await answered(world, sent)
    assert asked(world) == "Paint #unknown"
    await say(world, f"{world.discord.bot_mention} {words}", by=zoe)
    assert asked(world) == "Paint #unknown"


async def test_a_command_in_a_direct_message_names_who_is_mentioned(world: Stack) -> None:
    """Where there is no server, somebody has the name that everybody knows."""
    sent = await world.anna.slash(world.anna.dm, "imagine", prompt=f"Paint {world.ben.mention}")
    await answered(world, sent)
    assert asked(world) == "Paint @ben"
