"""Whatever picture is replied to is the picture that is edited.

Each kind of message is made as members make it, over the wire; what reaches the relay tells which
picture was edited. Sizes tell the pictures apart.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from demo.discord import Channel, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    contents,
    finished,
    image,
    imagine,
    pictures,
    png,
    say,
    whispered,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Name a message to reply to, the words of the reply, and the size of the picture meant."""

    message: Message
    words: str
    size: tuple[int, int]
    channel: Channel | None = None


Aim = Callable[[Stack], Awaitable[Target]]


def to_bot(world: Stack, words: str = "make it black and white") -> str:
    """Return words that mention the bot, as replies to others' messages need."""
    return f"{world.discord.bot_mention} {words}"


async def command_result(world: Stack) -> Target:
    """Aim at the answer of a slash command."""
    made = await imagine(world, aspect="16:9", size="1K")
    return Target(made, "make it black and white", image(made).size)


async def one_of_a_gallery(world: Stack) -> Target:
    """Aim at the third of four pictures, by its number."""
    made = await imagine(world, count=4)
    return Target(made, "3: make it black and white", image(made, 2).size)


async def an_old_one(world: Stack) -> Target:
    """Aim at a picture after which others came."""
    made = await imagine(world, aspect="9:16", size="1K")
    for _ in range(3):
        await imagine(world, aspect="1:1", size="1K")
    return Target(made, "make it black and white", image(made).size)


async def another_branch(world: Stack) -> Target:
    """Aim at an edit of an edit, beside which there is another branch."""
    first = await imagine(world, aspect="3:2", size="1K")
    edited = await say(world, "rotate it", reply_to=first)
    await say(world, "blur it", reply_to=first)
    return Target(edited, "make it black and white", image(edited).size)


async def an_upload(world: Stack) -> Target:
    """Aim at a picture that a member posted."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    return Target(photo, to_bot(world), (70, 50))


async def one_of_several_uploads(world: Stack) -> Target:
    """Aim at the second of a member's pictures, by its number."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    photos = await world.ben.send(world.art, "my cats", files=files)
    return Target(photos, to_bot(world, "2: make it black and white"), (50, 90))


async def another_bots_picture(world: Stack) -> Target:
    """Aim at a picture that another bot posted."""
    other = world.discord.create_member(world.guild, "painter", bot=True)
    made = await other.send(world.art, "there", files=[("made.png", png(81, 33))])
    return Target(made, to_bot(world), (81, 33))


async def in_components(world: Stack) -> Target:
    """Aim at a picture inside the components of another bot's message."""
    other = world.discord.create_member(world.guild, "painter", bot=True)
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://made.png"}}]}
    made = await other.send(
        world.art,
        files=[("made.png", png(82, 34))],
        components=[{"type": 17, "components": [gallery]}],
    )
    return Target(made, to_bot(world), (82, 34))


async def a_forward(world: Stack) -> Target:
    """Aim at a picture that was forwarded from another channel."""
    elsewhere = world.guild.create_text_channel("elsewhere")
    photo = await world.ben.send(elsewhere, "my cat", files=[("cat.png", png(83, 35))])
    forwarded = await world.ben.forward(world.art, photo)
    return Target(forwarded, to_bot(world), (83, 35))


async def a_forward_of_ours(world: Stack) -> Target:
    """Aim at a picture of the bot that was forwarded from another channel."""
    made = await imagine(world, aspect="4:3", size="1K")
    elsewhere = world.guild.create_text_channel("elsewhere")
    forwarded = await world.ben.forward(elsewhere, made)
    return Target(forwarded, to_bot(world), image(made).size, elsewhere)


async def not_sent_along(world: Stack) -> Target:
    """Aim at a member's picture that Discord does not send along with the reply."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(84, 36))])
    world.discord.leave_out_replied_messages()
    return Target(photo, to_bot(world), (84, 36))


async def ours_not_sent_along(world: Stack) -> Target:
    """Aim at a picture of the bot that Discord does not send along with the reply."""
    made = await imagine(world, aspect="5:4", size="1K")
    world.discord.leave_out_replied_messages()
    return Target(made, "make it black and white", image(made).size)


AIMS = (
    command_result,
    one_of_a_gallery,
    an_old_one,
    another_branch,
    an_upload,
    one_of_several_uploads,
    another_bots_picture,
    in_components,
    a_forward,
    a_forward_of_ours,
    not_sent_along,
    ours_not_sent_along,
)


def sent_size(world: Stack) -> str:
    """Return the size of the last picture of the last request: the one that is edited."""
    shown = [one for content in contents(world) for one in pictures(content)]
    return shown[-1]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("aim", AIMS, ids=lambda aim: aim.__name__)
async def test_the_picture_that_is_replied_to_is_edited(world: Stack, aim: Aim) -> None:
    """One answer comes, it is a picture, and it was made from the one that was meant."""
    target = await aim(world)
    before = len(world.relay.requests)
    edited = await say(world, target.words, reply_to=target.message, channel=target.channel)
    assert edited.pictures
    assert len(world.relay.requests) == before + 1
    assert f"{target.size[0]}x{target.size[1]}" in sent_size(world)


async def test_a_restart_changes_nothing_about_that(world: Stack) -> None:
    """A process that has never seen the messages edits the same pictures, with their history."""
    async with world.bot() as bot:
        await world.ready()
        targets = [await aim(world) for aim in AIMS[:6]]
        assert await bot.stop() == 0
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    async with world.bot() as bot:
        await world.ready()
        for target in targets:
            edited = await say(world, target.words, reply_to=target.message)
            assert edited.pictures
            assert f"{target.size[0]}x{target.size[1]}" in sent_size(world)
        assert await bot.stop() == 0


@pytest.mark.usefixtures("client")
async def test_several_pictures_are_asked_about(world: Stack) -> None:
    """Who does not say which is asked, with a button for each; the answer takes its place."""
    both = await imagine(world, count=2)
    question = await say(world, "make it black and white", reply_to=both)
    assert "2 pictures" in question.text
    assert [button.label for button in question.buttons] == ["1", "2"]
    await world.anna.press(question, label="2")
    edited = await world.discord.message_changed(question, lambda seen: seen.pictures)
    assert len(edited.pictures) == 1
    shown = [part for part in contents(world)[-1]["parts"] if "text" in part]
    assert [part["text"] for part in shown] == ["make it black and white"]


@pytest.mark.usefixtures("client")
async def test_a_number_in_reply_to_that_question_is_a_press(world: Stack) -> None:
    """Who says which one has answered: what was asked is done, and nobody talks about a number."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    photos = await world.ben.send(world.art, "my cats", files=files)
    question = await say(world, to_bot(world, "blur it"), reply_to=photos)
    assert (await say(world, "2", reply_to=question)).pictures
    assert "50x90" in sent_size(world)
    assert [part["text"] for part in contents(world)[-1]["parts"] if "text" in part] == ["blur it"]


@pytest.mark.usefixtures("client")
async def test_a_number_of_somebody_else_picks_nothing(world: Stack) -> None:
    """Only who asked says which, with a number as with a button."""
    both = await imagine(world, count=2)
    question = await say(world, "blur it", reply_to=both)
    before = len(world.relay.requests)
    told = await say(world, "2", by=world.ben, reply_to=question)
    assert f"This asks {world.anna.mention}, and only they can choose" in told.text
    assert len(world.relay.requests) == before


@pytest.mark.usefixtures("client")
async def test_a_number_for_what_was_deleted_picks_nothing(world: Stack) -> None:
    """What was asked is gone, and so nothing is made of its number."""
    both = await imagine(world, count=2)
    asked = await world.anna.send(world.art, "blur it", reply_to=both)
    question = await finished(world, await world.art.wait_for_message(after=asked, within=WITHIN))
    await world.anna.delete(asked)
    assert "no longer kept" in (await say(world, "2", reply_to=question)).text


@pytest.mark.usefixtures("client")
async def test_several_uploads_are_asked_about(world: Stack) -> None:
    """So it is with the pictures of a member."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    photos = await world.ben.send(world.art, "my cats", files=files)
    question = await say(world, to_bot(world), reply_to=photos)
    await world.anna.press(question, label="2")
    await world.discord.message_changed(question, lambda seen: seen.pictures)
    assert "50x90" in sent_size(world)


@pytest.mark.usefixtures("client")
async def test_only_who_asked_says_which(world: Stack) -> None:
    """Somebody else's press gets a polite no, and the question stays."""
    both = await imagine(world, count=2)
    question = await say(world, "blur it", reply_to=both)
    refused = await whispered(world, await world.ben.press(question, label="1"))
    assert "只有本人可以选择" in refused.text
    assert len(question.buttons) == 2


@pytest.mark.usefixtures("client")
async def test_what_was_deleted_meanwhile_is_gone(world: Stack) -> None:
    """A press about a message that was deleted says so."""
    both = await imagine(world, count=2)
    asked = await world.anna.send(world.art, "blur it", reply_to=both)
    question = await finished(world, await world.art.wait_for_message(after=asked, within=WITHIN))
    await world.anna.delete(asked)
    told = await whispered(world, await world.anna.press(question, label="1"))
    assert "no longer kept" in told.text


@pytest.mark.usefixtures("client")
async def test_in_a_direct_message_a_reply_needs_no_mention(world: Stack) -> None:
    """Where all that is written is for the bot, a reply to a picture is an edit of it."""
    photo = await world.anna.send(world.anna.dm, "my cat", files=[("cat.png", png(70, 50))])
    await world.anna.dm.wait_for_message(after=photo, within=WITHIN)
    edited = await say(world, "make it black and white", reply_to=photo, channel=world.anna.dm)
    assert edited.pictures
    assert "70x50" in sent_size(world)


@pytest.mark.usefixtures("client")
async def test_a_double_press_is_one_job(world: Stack) -> None:
    """The second press does nothing: the first one's answer takes the question's place."""
    both = await imagine(world, count=2)
    question = await say(world, "blur it", reply_to=both)
    before = len(world.relay.requests)
    world.relay.next(faults.slow(0.5))
    await world.anna.press(question, label="1")
    await world.anna.press(question, label="2")
    edited = await world.discord.message_changed(question, lambda seen: seen.pictures)
    assert len(edited.pictures) == 1
    assert len(world.relay.requests) == before + 1


@pytest.mark.usefixtures("client")
async def test_a_pick_is_acknowledged_before_discord_is_asked_anything(world: Stack) -> None:
    """However long it takes to read the message that asked, the press is answered in time."""
    both = await imagine(world, count=2)
    question = await say(world, "blur it", reply_to=both)
    world.discord.faults.add("GET", "/channels/*/messages/*", delay=3.2)
    pressed = await world.anna.press(question, label="1")
    await pressed.response()
    await world.discord.message_changed(question, lambda seen: seen.pictures, within=WITHIN)
