"""What members see before it is written down: a picture is in Discord a moment earlier."""

import asyncio

import pytest

from bot.storage.store import SqlStore
from demo.discord import Interaction, Message
from demo.stack import Stack
from tests.acting import answered, imagine, roles, say

pytestmark = pytest.mark.usefixtures("client")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Give what lets the bot write down what its messages show."""
    free = asyncio.Event()
    posted = SqlStore.posted

    async def once_free(*given: object, **named: object) -> None:
        await free.wait()
        await posted(*given, **named)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(SqlStore, "posted", once_free)
    return free


async def once_written(world: Stack, asked: Interaction, written: asyncio.Event) -> Message:
    """Return the answer to what was asked for while a picture was not written down yet."""
    announced = (await asked.response()).message
    await asyncio.sleep(0.1)
    assert announced is not None
    assert announced.loading
    written.set()
    return await answered(world, asked)


async def test_the_list_has_what_was_just_posted(world: Stack, written: asyncio.Event) -> None:
    """`/history` waits for a picture that its caller may see already."""
    await imagine(world)
    asked = await world.anna.slash(world.art, "history")
    assert "Versions" in (await once_written(world, asked, written)).text


async def test_an_edit_means_what_was_just_posted(world: Stack, written: asyncio.Event) -> None:
    """`/edit` without a picture changes the one that was posted a moment ago."""
    await imagine(world)
    asked = await world.anna.slash(world.art, "edit", prompt="make it black and white")
    assert (await once_written(world, asked, written)).pictures
    assert roles(world) == ["user", "model", "user"]


async def test_undo_goes_back_from_what_was_just_posted(
    world: Stack, written: asyncio.Event
) -> None:
    """`/undo` takes back the newest version, and not the one before it."""
    written.set()
    first = await imagine(world)
    await answered(world, await world.anna.slash(world.art, "history"))
    written.clear()
    await say(world, "make it blue", reply_to=first)
    asked = await world.anna.slash(world.art, "undo")
    assert "went back to version 1" in (await once_written(world, asked, written)).text


async def test_another_channel_does_not_wait(world: Stack, written: asyncio.Event) -> None:
    """What is posted elsewhere holds nobody here."""
    await imagine(world)
    elsewhere = world.guild.create_text_channel("elsewhere")
    asked = await world.anna.slash(elsewhere, "history")
    assert "no versions here yet" in (await answered(world, asked)).text
    assert not written.is_set()
    written.set()
