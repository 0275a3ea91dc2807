"""Where a server keeps new versions of a picture to its author and those who moderate."""

import pytest

from bot.domain.guild_settings import Editors
from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.stack import Stack
from tests.acting import answered, imagine, say
from tests.discord.test_chat import open_thread
from tests.discord.test_drawing import drawn
from tests.worlds import decide


def is_told(world: Stack, told: Message) -> bool:
    """Tell whether a message says that only anna may do this, in whatever language."""
    return world.anna.mention in told.text and not told.pictures


@pytest.fixture(autouse=True)
async def strict(world: Stack, client: AtelierClient) -> None:
    """Let the server keep pictures to their authors; anna moderates it, and ben does not."""
    await decide(world, client, editors=Editors.AUTHOR)


async def of_ben(world: Stack) -> Message:
    """Return a picture of ben's."""
    return await answered(world, await world.ben.slash(world.art, "imagine", prompt="a kite"))


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("label", ["Redo", "Vary"])
async def test_others_press_for_no_new_version(world: Stack, label: str) -> None:
    """They are told whose it is, and nothing is sent."""
    answer = await imagine(world)
    told = await answered(world, await world.ben.press(answer, label=label))
    assert is_told(world, told)
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_others_reply_for_no_new_version(world: Stack) -> None:
    """Nor with the command, which would change the newest picture here, nor in the form."""
    answer = await imagine(world)
    assert is_told(world, await say(world, "make it blue", by=world.ben, reply_to=answer))
    asked = await world.ben.slash(world.art, "edit", prompt="make it blue")
    assert is_told(world, await answered(world, asked))
    opened = await world.ben.press(answer, label="Edit")
    await opened.response()
    sent = await world.ben.submit(opened, {"prompt": "make it blue"})
    assert is_told(world, await answered(world, sent))
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_authors_and_moderators_go_on(world: Stack) -> None:
    """Their own pictures, and those of all."""
    answer = await of_ben(world)
    assert (await say(world, "make it blue", by=world.ben, reply_to=answer)).pictures
    assert (await answered(world, await world.ben.press(answer, label="Redo"))).pictures
    assert (await say(world, "make it red", by=world.anna, reply_to=answer)).pictures
    assert (await answered(world, await world.anna.press(answer, label="Redo"))).pictures


@pytest.mark.usefixtures("client")
async def test_what_others_upload_is_nobodys_version(world: Stack) -> None:
    """A chat, too, goes on with whoever writes in it."""
    thread, _ = await open_thread(world, "Hello!")
    assert await drawn(world, "draw a red kite", thread, by=world.ben)


async def test_it_ends_with_the_setting(world: Stack, client: AtelierClient) -> None:
    """At once, for what was made meanwhile."""
    answer = await imagine(world)
    await decide(world, client, editors=Editors.EVERYONE)
    assert (await answered(world, await world.ben.press(answer, label="Redo"))).pictures
