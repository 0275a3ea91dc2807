"""**Delete** in a message's Apps menu: a post goes, and what is kept of it."""

import asyncio

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, imagine, roles, say, until
from tests.worlds import Join, joined, store_of


async def chosen(world: Stack, message: Message, *, by: Member | None = None) -> Message:
    """Choose the menu's entry on a message, and return what is asked."""
    asked = await (by or world.anna).context_menu(world.art, "Delete", message)
    return await answered(world, asked)


async def confirmed(world: Stack, question: Message, *, by: Member | None = None) -> None:
    """Press the button under the question, and wait until it is done."""
    await (by or world.anna).press(question, question.buttons[0].custom_id)
    await world.discord.message_changed(
        question, lambda seen: seen.text in {"Deleted.", "已删除。"}, within=WITHIN
    )


async def forgotten(client: AtelierClient, message: Message) -> None:
    """Return once nothing is kept any more of what a message showed."""
    store = store_of(client)
    for _ in range(int(WITHIN * 100)):
        if not await store.shown_in(message.id) and await store.job(1) is None:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_a_picture_is_deleted_once_that_is_confirmed(
    world: Stack, client: AtelierClient
) -> None:
    """From the channel and from the store."""
    made = await imagine(world)
    question = await chosen(world, made)
    assert "Delete this post" in question.text
    assert question.ephemeral
    assert not made.deleted
    await confirmed(world, question)
    assert made.deleted
    await forgotten(client, made)


@pytest.mark.usefixtures("client")
async def test_it_is_behind_more_as_well(world: Stack) -> None:
    """For who may do it; where nobody else sees the picture, it is forgotten."""
    other = world.discord.create_member(world.guild, "dora")
    made = await answered(world, await world.ben.slash(world.art, "imagine", prompt="a kite"))
    panel = await answered(world, await other.press(made, label="More"))
    assert "Delete" not in [button.label for button in panel.buttons]
    panel = await answered(world, await world.anna.press(made, label="More"))
    await confirmed(world, await answered(world, await world.anna.press(panel, label="Delete")))
    assert made.deleted
    secret = await imagine(world, private=True)
    panel = await answered(world, await world.anna.press(secret, label="More"))
    question = await answered(world, await world.anna.press(panel, label="Delete"))
    assert "Only you see the message" in question.text


async def test_the_question_holds_after_a_restart(world: Stack, join: Join) -> None:
    """Which message it is about stands in its button."""
    async with joined(world):
        made = await imagine(world)
        question = await chosen(world, made)
    client = await join()
    await confirmed(world, question)
    assert made.deleted
    await forgotten(client, made)


@pytest.mark.usefixtures("client")
async def test_what_was_made_from_it_stays(world: Stack) -> None:
    """And is gone on with."""
    made = await imagine(world)
    edited = await say(world, "make it blue", reply_to=made)
    await confirmed(world, await chosen(world, made))
    assert not edited.deleted
    assert (await say(world, "make it red", reply_to=edited)).pictures


async def test_what_only_points_to_it_stays(world: Stack, client: AtelierClient) -> None:
    """Somebody went back to it: that is their message, and shows nothing of it itself."""
    made = await imagine(world)
    await say(world, "blur it", reply_to=made)
    undone = await answered(world, await world.ben.slash(world.art, "undo"))
    others = [message for message in world.art.messages if message.id != made.id]
    assert undone in others
    await confirmed(world, await chosen(world, made))
    await until(lambda: made.deleted)
    await forgotten(client, made)
    assert not any(message.deleted for message in others)


@pytest.mark.usefixtures("client")
async def test_its_author_deletes_it_without_any_permission(world: Stack) -> None:
    """Whoever asked for it."""
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    made = await answered(world, asked)
    await confirmed(world, await chosen(world, made, by=world.ben), by=world.ben)
    assert made.deleted


@pytest.mark.usefixtures("client")
async def test_a_moderator_deletes_what_others_asked_for(world: Stack) -> None:
    """Who may manage messages there."""
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    made = await answered(world, asked)
    await confirmed(world, await chosen(world, made))
    assert made.deleted


@pytest.mark.usefixtures("client")
async def test_nobody_else_deletes_it(world: Stack) -> None:
    """Not even by a button that somebody made up."""
    made = await imagine(world)
    assert "只有本人" in (await chosen(world, made, by=world.ben)).text
    button = {"type": 2, "style": 2, "label": "?", "custom_id": f"atl:confirm:{made.id}"}
    forged = await world.ben.send(world.art, components=[{"type": 1, "components": [button]}])
    pressed = await world.ben.press(forged, label="?")
    told = await world.discord.wait_for(lambda: next(iter(pressed.followups), None), within=WITHIN)
    assert "只有本人" in told.text
    assert not made.deleted


@pytest.mark.usefixtures("client")
async def test_a_button_asks_the_same(world: Stack) -> None:
    """Wherever it is offered in that channel."""
    made = await imagine(world)
    button = {"type": 2, "style": 2, "label": "?", "custom_id": f"atl:delete:{made.id}"}
    offered = await world.ben.send(world.art, components=[{"type": 1, "components": [button]}])
    await confirmed(world, await answered(world, await world.anna.press(offered, label="?")))
    assert made.deleted


async def test_a_long_answer_goes_as_a_whole(world: Stack, client: AtelierClient) -> None:
    """All of its messages, whichever was chosen."""
    world.relay.next(faults.text_only("word " * 700))
    await say(world, f"{world.discord.bot_mention} tell me a story")
    await until(lambda: not client.services.generation._cancellation._at_work)
    pages = [message for message in world.art.messages if message.from_bot]
    assert len(pages) > 1
    await confirmed(world, await chosen(world, pages[-1]))
    assert all(page.deleted for page in pages)
    await forgotten(client, pages[0])


async def test_of_a_private_picture_what_is_kept_goes(world: Stack, client: AtelierClient) -> None:
    """Its message is for its author to dismiss."""
    made = await imagine(world, private=True)
    question = await chosen(world, made)
    assert "only you can dismiss it" in question.text
    await confirmed(world, question)
    await forgotten(client, made)


@pytest.mark.usefixtures("client")
async def test_what_shows_nothing_is_not_deleted(world: Stack) -> None:
    """Neither a member's message, nor one of which nothing is kept."""
    words = await world.ben.send(world.art, "hello")
    assert "keep nothing of that message" in (await chosen(world, words)).text
    assert not words.deleted


@pytest.mark.usefixtures("client")
async def test_what_was_deleted_meanwhile_says_so(world: Stack) -> None:
    """The question outlives what it asks about."""
    made = await imagine(world)
    question = await chosen(world, made)
    await confirmed(world, await chosen(world, made))
    pressed = await world.anna.press(question, question.buttons[0].custom_id)
    told = await world.discord.wait_for(
        lambda: next(iter(pressed.followups), None) or question.text == "Deleted.", within=WITHIN
    )
    assert told
    assert roles(world) == ["user"]


async def test_what_can_not_be_deleted_is_kept(world: Stack, client: AtelierClient) -> None:
    """Only a message that is gone already counts as deleted."""
    made = await imagine(world)
    question = await chosen(world, made)
    world.discord.faults.add("DELETE", "/channels/*/messages/*", status=404, times=1)
    pressed = await world.anna.press(question, question.buttons[0].custom_id)
    await world.discord.wait_for(lambda: list(pressed.followups), within=WITHIN)
    assert not made.deleted
    assert await store_of(client).shown_in(made.id)
    await confirmed(world, question)
    assert made.deleted
