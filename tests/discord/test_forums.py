"""The posts of a forum: threads that hang on no channel's message, but begin with one."""

import pytest

from demo.discord import Channel
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, pictures, png, say, texts

pytestmark = pytest.mark.usefixtures("client")

PHOTO = [("cat.png", png(70, 50))]


@pytest.fixture
async def post(world: Stack) -> Channel:
    """Give a post that begins with a picture of 70 × 50 pixels."""
    return await world.ben.post(world.guild.create_forum("cats"), "my cat", "look", files=PHOTO)


def is_about_the_photo(world: Stack) -> bool:
    """Tell whether the last request is about that picture."""
    return "70x50" in pictures(contents(world)[-1])[0]


async def test_a_mention_edits_what_a_post_begins_with(world: Stack, post: Channel) -> None:
    """As in a thread that was opened on a picture."""
    assert (await say(world, f"{world.discord.bot_mention} blur it", channel=post)).pictures
    assert is_about_the_photo(world)


async def test_a_reply_edits_what_a_post_begins_with(world: Stack, post: Channel) -> None:
    """Its first message is one of its own, and replied to like any other."""
    words = f"{world.discord.bot_mention} blur it"
    assert (await say(world, words, channel=post, reply_to=post.messages[0])).pictures
    assert is_about_the_photo(world)


async def test_the_command_edits_what_a_post_begins_with(world: Stack, post: Channel) -> None:
    """Where there is no newer picture."""
    edited = await answered(world, await world.anna.slash(post, "edit", prompt="blur it"))
    assert edited.pictures
    assert is_about_the_photo(world)


async def test_the_menu_edits_what_a_post_begins_with(world: Stack, post: Channel) -> None:
    """The message has the id of its thread, and is found there."""
    form = await world.anna.context_menu(post, "Edit picture", post.messages[0])
    await form.response()
    edited = await answered(world, await world.anna.submit(form, {"prompt": "blur it"}))
    assert edited.pictures
    assert is_about_the_photo(world)


async def test_a_post_that_begins_with_a_mention_is_answered(world: Stack) -> None:
    """Its picture is edited."""
    forum = world.guild.create_forum("cats")
    words = f"{world.discord.bot_mention} blur it"
    post = await world.ben.post(forum, "my cat", words, files=PHOTO)
    assert (await finished(world, await post.wait_for_message(within=WITHIN))).pictures
    assert is_about_the_photo(world)


async def test_chat_goes_on_in_a_post(world: Stack, post: Channel) -> None:
    """A post is a thread that can be kept: what is said in it afterwards is the next turn."""
    asked = await world.anna.slash(post, "chat", message="Hello there")
    question = await asked.result(within=WITHIN)
    await finished(world, await post.wait_for_message(after=question, within=WITHIN))
    await say(world, "And then?", channel=post)
    assert [texts(content) for content in contents(world)][::2] == [["Hello there"], ["And then?"]]
