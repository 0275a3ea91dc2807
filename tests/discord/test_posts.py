"""What a post says of its pictures."""

import asyncio

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, png, say

pytestmark = pytest.mark.usefixtures("client")


async def forgotten(client: AtelierClient, message: Message) -> None:
    """Return once it is written down that a message shows nothing any more."""
    for _ in range(int(WITHIN * 100)):
        if not await client.services.messages.shown_in(message.id):
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


def link_to(message: Message, guild_id: int | None) -> str:
    """Return where a link leads that jumps to a message."""
    place = guild_id or "@me"
    return f"(https://discord.com/channels/{place}/{message.channel_id}/{message.id})"


async def test_a_post_says_what_was_asked_and_by_whom(world: Stack) -> None:
    """In bold, as plain words, above the pictures; whoever asked is named, and not notified."""
    answer = await imagine(world, "a *red* kite\nfor @everyone")
    wish, more, by, *_ = answer.text.split("\n")
    assert (wish, more) == (r"**a \*red\* kite**", r"**for \@everyone**")
    assert by == f"-# {world.anna.mention}"
    assert not answer.pings


async def test_an_edit_links_to_the_picture_that_it_came_from(world: Stack) -> None:
    """To the message that shows it, whatever was posted later."""
    first = await imagine(world)
    await imagine(world, "a boat")
    edited = await say(world, "blur it", by=world.ben, reply_to=first)
    by = edited.text.split("\n")[1]
    assert by == f"-# {world.ben.mention} · [from this picture]{link_to(first, world.guild.id)}"


async def test_an_upload_that_is_edited_has_no_link(world: Stack) -> None:
    """The bot has posted nothing that shows it."""
    asked = await world.anna.slash(world.art, "edit", prompt="blur it", image=("a.png", png()))
    assert "from this picture" not in (await answered(world, asked)).text


async def test_in_a_thread_the_picture_above_it_is_linked(world: Stack) -> None:
    """Who reads there reads the channel, too."""
    first = await imagine(world)
    thread = await world.anna.start_thread(world.art, "kites", message=first)
    asked = await world.anna.slash(thread, "edit", prompt="blur it")
    assert link_to(first, world.guild.id) in (await answered(world, asked)).text


async def test_what_only_one_member_sees_is_linked_nowhere(world: Stack) -> None:
    """An edit of it is for them alone again, and says nothing of where it came from."""
    first = await imagine(world, private=True)
    pressed = await world.anna.press(first, label="Edit")
    await pressed.response()
    edited = await answered(world, await world.anna.submit(pressed, {"prompt": "blur it"}))
    assert edited.ephemeral
    assert edited.text.startswith(f"**blur it**\n-# {world.anna.mention}\n")


async def test_a_picture_that_was_deleted_is_linked_no_more(
    world: Stack, client: AtelierClient
) -> None:
    """What was being made of it comes all the same."""
    first = await imagine(world)
    held = Held()
    world.relay.next(held)
    asked = await world.anna.send(world.art, "blur it", reply_to=first)
    line = await world.art.wait_for_message(after=asked, within=WITHIN)
    await at_work(world, 2)
    await world.anna.delete(first)
    await forgotten(client, first)
    held.let_go()
    edited = await finished(world, line)
    assert edited.pictures
    assert "from this picture" not in edited.text


async def test_redo_says_that_it_is_one(world: Stack) -> None:
    """And who pressed it; so does one of a Redo."""
    first = await imagine(world)
    again = await answered(world, await world.ben.press(first, label="Redo"))
    assert again.text.startswith(f"**a red kite**\n-# {world.ben.mention} · 🔁 once more\n")
    third = await answered(world, await world.anna.press(again, label="Redo"))
    assert third.text.startswith(f"**a red kite**\n-# {world.anna.mention} · 🔁 once more\n")


async def test_pictures_of_a_gallery_are_numbered(world: Stack) -> None:
    """In their alt texts; one alone is not."""
    several = await imagine(world, count=3)
    told = [str(picture.description) for picture in several.pictures]
    assert [words.partition(":")[0] for words in told] == ["1 of 3", "2 of 3", "3 of 3"]
    assert all(words.partition(": ")[2] for words in told)
    (one,) = (await imagine(world)).pictures
    assert "1 of 1" not in str(one.description)


async def test_what_a_model_says_of_all_pictures_is_said_once(world: Stack) -> None:
    """However many of them came with the same words."""
    one = await imagine(world)
    words = one.text.split("\n")[2]
    several = await imagine(world, count=3)
    assert several.text.count(words) == 1


async def test_a_direct_message_says_so_too(world: Stack) -> None:
    """And links within it."""
    asked = await world.anna.slash(world.anna.dm, "imagine", prompt="a kite")
    first = await answered(world, asked)
    reply = await world.anna.send(world.anna.dm, "blur it", reply_to=first)
    shown = await world.anna.dm.wait_for_message(after=reply)
    edited = await finished(world, shown)
    assert link_to(first, None) in edited.text
