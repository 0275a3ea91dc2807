"""What is for one member alone never comes to be seen by others."""

import asyncio

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, imagine, roles, say

pytestmark = pytest.mark.usefixtures("client")

CHANNELS = "/channels/*/messages"


def seen_by_all(world: Stack) -> list[Message]:
    """Return what the bot has posted in the channel for everybody."""
    return [message for message in world.art.messages if message.from_bot]


async def kept(client: AtelierClient, world: Stack) -> None:
    """Return once a picture is kept for anna, because nothing shows it to her."""
    for _ in range(int(WITHIN * 20)):
        if await client.services.jobs.newest_kept(world.anna.id) is not None:
            return
        await asyncio.sleep(0.05)
    raise TimeoutError


async def test_a_private_picture_is_seen_by_its_author_alone(world: Stack) -> None:
    """From its first line on it is in the channel for nobody else."""
    done = await imagine(world, private=True)
    assert done.pictures
    assert done.ephemeral
    assert done in world.anna.sees(world.art)
    assert done not in world.ben.sees(world.art)
    assert not seen_by_all(world)


async def test_what_is_made_of_a_private_picture_is_private(world: Stack) -> None:
    """Redo, and the form of Edit, answer on it as privately as it was made."""
    done = await imagine(world, private=True)
    redone = await answered(world, await world.anna.press(done, label="Redo"))
    pressed = await world.anna.press(done, label="Edit")
    await pressed.response()
    filled = await world.anna.submit(pressed, {"prompt": "blur it"})
    edited = await answered(world, filled)
    assert redone.pictures
    assert edited.pictures
    assert not seen_by_all(world)


async def test_nobody_else_edits_a_private_picture(world: Stack) -> None:
    """For `/edit` the newest picture of a channel is one that everybody sees there."""
    await imagine(world, private=True)
    asked = await world.ben.slash(world.art, "edit", prompt="blur it")
    assert "没有可以修改的图片" in (await answered(world, asked)).text


async def test_a_private_picture_that_is_late_comes_directly(world: Stack) -> None:
    """When the interaction is dead it goes to its author's direct messages, with live buttons."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", private=True)
    await asked.result(within=WITHIN)
    asked.expire()
    found = await world.anna.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    assert not seen_by_all(world)
    again = await answered(world, await world.anna.press(found, label="Redo"))
    assert again.pictures


async def test_what_reaches_nobody_is_offered_to_its_author_later(
    world: Stack, client: AtelierClient
) -> None:
    """With the interaction dead and direct messages closed, their next command brings it back."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", private=True)
    await asked.result(within=WITHIN)
    asked.expire()
    world.discord.faults.add("POST", f"/channels/{world.anna.dm.id}/messages", status=403, times=9)
    await kept(client, world)
    world.discord.faults.clear()
    assert (await imagine(world)).pictures
    offer = await world.discord.wait_for(
        lambda: next((m for m in world.anna.sees(world.art) if "kept for you" in m.text), None),
        within=WITHIN,
    )
    assert offer not in world.ben.sees(world.art)
    brought = await answered(world, await world.anna.press(offer, label="Show it"))
    assert brought.pictures
    assert brought not in world.ben.sees(world.art)
    assert len(world.relay.requests) == 2


async def test_an_offer_that_fails_costs_nothing(world: Stack, client: AtelierClient) -> None:
    """What was asked for is there as ever, and the next time the offer is made again."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("POST", CHANNELS, status=403)
    world.discord.faults.add("PATCH", "/webhooks/*", status=404)
    await kept(client, world)
    world.discord.faults.add("POST", "/webhooks/*", status=400)
    done = await imagine(world)
    await world.discord.wait_for(lambda: not world.discord.faults._planned, within=WITHIN)
    assert (await imagine(world)).pictures
    await world.discord.wait_for(
        lambda: any("kept for you" in m.text for m in world.anna.sees(world.art)), within=WITHIN
    )
    assert done.pictures


async def test_a_kept_picture_is_brought_once(world: Stack, client: AtelierClient) -> None:
    """A second press finds it shown already."""
    world.discord.faults.add("POST", CHANNELS, status=403, times=99)
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", "/webhooks/*", status=404)
    await kept(client, world)
    world.discord.faults.clear()
    await imagine(world)
    offer = await world.discord.wait_for(
        lambda: next((m for m in world.anna.sees(world.art) if "kept for you" in m.text), None),
        within=WITHIN,
    )
    assert (await answered(world, await world.anna.press(offer, label="Show it"))).pictures
    again = await answered(world, await world.anna.press(offer, label="Show it"))
    assert "done already" in again.text


async def test_a_private_picture_that_came_directly_keeps_its_history(
    world: Stack, client: AtelierClient
) -> None:
    """A reply to it in the direct messages goes on from it."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", private=True)
    await asked.result(within=WITHIN)
    asked.expire()
    found = await world.anna.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    for _ in range(int(WITHIN * 20)):
        if await client.services.posted_pictures.shown_in(found.id, None):
            break
        await asyncio.sleep(0.05)
    edited = await say(world, "blur it", reply_to=found, channel=world.anna.dm)
    assert edited.pictures
    assert roles(world) == ["user", "model", "user"]


async def test_what_is_shown_elsewhere_has_live_buttons(
    world: Stack, client: AtelierClient
) -> None:
    """A kept picture that its author has shown to them in another channel is theirs there too."""
    world.discord.faults.add("POST", CHANNELS, status=403, times=99)
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", "/webhooks/*", status=404)
    await kept(client, world)
    world.discord.faults.clear()
    elsewhere = world.guild.create_text_channel("elsewhere")
    listed = await world.anna.slash(elsewhere, "history")
    await answered(world, listed)
    offer = await world.discord.wait_for(
        lambda: next((m for m in world.anna.sees(elsewhere) if "kept for you" in m.text), None),
        within=WITHIN,
    )
    shown = await answered(world, await world.anna.press(offer, label="Show it"))
    assert shown.ephemeral
    details = await answered(world, await world.anna.press(shown, label="More"))
    assert "a kite" in details.text
