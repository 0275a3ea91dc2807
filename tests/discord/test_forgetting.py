"""What is deleted in Discord is deleted here."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.demo.discord import Message
from bot.demo.relay import moods
from bot.demo.stage import Stage
from bot.interface.client import AtelierClient
from bot.services.forgetting import Housekeeping
from bot.storage.blobs import FileBlobs
from tests.acting import WITHIN, answered, at_work, finished, imagine, png, say, until

MODAL_SUBMIT = 5
"""Discord docs, Interactions, Interaction Type."""


async def known(client: AtelierClient, *messages: Message, shown: bool = True) -> None:
    """Return once it is written down that these messages show something, or nothing any more."""
    for _ in range(int(WITHIN * 100)):
        found = [await client.desk.shown_in(message.id, None) for message in messages]
        if all(bool(each) is shown for each in found):
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def tidy(world: Stage, client: AtelierClient) -> None:
    """Tidy up as the bot does every hour, as if all were old."""
    blobs = FileBlobs(world.folder / "data" / "blobs")
    housekeeping = Housekeeping(client.forgetting._store, blobs, keep_for=None)
    await housekeeping.tidy(age=timedelta(0))


def files(world: Stage) -> list[Path]:
    """List the files of blobs."""
    return list((world.folder / "data" / "blobs").glob("??/*"))


async def test_a_deleted_picture_is_gone(world: Stage, client: AtelierClient) -> None:
    """A moderator deletes it: who replies to it is told so, and its bytes go."""
    picture = await imagine(world)
    await known(client, picture)
    await world.anna.delete(picture)
    await known(client, picture, shown=False)
    assert files(world)
    await tidy(world, client)
    assert not files(world)
    words = f"{world.discord.bot_mention} make it black and white"
    assert "no longer kept" in (await say(world, words, reply_to=picture)).text
    assert len(world.relay.requests) == 1


async def test_a_form_about_a_deleted_picture_says_so(world: Stage, client: AtelierClient) -> None:
    """Who filled it in meanwhile is told what happened, and nothing is sent."""
    picture = await imagine(world)
    await known(client, picture)
    await world.anna.delete(picture)
    await known(client, picture, shown=False)
    prompt = {"type": 4, "custom_id": "prompt", "value": "blur it"}
    filled_in = {
        "custom_id": "atl:edit-form:1",
        "components": [{"type": 18, "id": 1, "component": prompt}],
    }
    submitted = world.anna._open(MODAL_SUBMIT, world.art.id, filled_in)
    assert "no longer kept" in (await answered(world, submitted)).text
    assert len(world.relay.requests) == 1


async def test_an_edit_stays_when_its_original_is_deleted(
    world: Stage, client: AtelierClient
) -> None:
    """It can be gone on from, and asks the relay for nothing that is gone."""
    first = await imagine(world)
    edited = await say(world, "make it black and white", reply_to=first)
    await known(client, edited)
    await world.anna.delete(first)
    await known(client, first, shown=False)
    await tidy(world, client)
    assert files(world)
    assert (await say(world, "blur it", reply_to=edited)).pictures
    assert world.relay.requests[-1].status == 200


async def test_an_edit_arrives_though_its_original_is_deleted_meanwhile(
    world: Stage, client: AtelierClient
) -> None:
    """What was paid is shown."""
    first = await imagine(world)
    await known(client, first)
    world.relay.requests.clear()
    world.relay.next(moods.Slow(1.0))
    asked = await world.anna.send(world.art, "make it black and white", reply_to=first)
    await at_work(world)
    await world.anna.delete(first)
    await known(client, first, shown=False)
    await tidy(world, client)
    answer = await world.art.wait_for_message(after=asked, within=WITHIN)
    assert (await finished(world, answer)).pictures
    await known(client, answer)
    assert (await say(world, "blur it", reply_to=answer)).pictures


async def test_what_is_deleted_while_it_is_painted_goes_where_it_can_be_seen(
    world: Stage, client: AtelierClient
) -> None:
    """Deleting the painting line takes nothing away from what is being made."""
    world.relay.next(moods.Slow(1.0))
    words = f"{world.discord.bot_mention} invert it"
    asked = await world.anna.send(world.art, words, files=[("a.png", png())])
    progress = await world.art.wait_for_message(after=asked, within=WITHIN)
    await at_work(world)
    await world.anna.delete(progress)
    shown = await world.art.wait_for_message(
        lambda message: message.pictures, after=progress, within=WITHIN
    )
    await known(client, shown)
    await tidy(world, client)
    assert (await say(world, "blur it", reply_to=shown)).pictures


async def test_messages_that_are_deleted_together_are_gone(
    world: Stage, client: AtelierClient
) -> None:
    """A moderator's broom takes those of the bot too, and no others."""
    first, second = await imagine(world), await imagine(world)
    third = await imagine(world)
    await known(client, first, second, third)
    backend = world.discord._scene.world._backend
    backend.bulk_delete_messages(world.art.id, [first.id, second.id])
    await known(client, first, second, shown=False)
    await known(client, third)


async def test_a_deleted_thread_is_gone(world: Stage, client: AtelierClient) -> None:
    """Its conversation goes with it."""
    await world.anna.slash(world.art, "chat", message="My name is Anna.")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    await known(client, answer)
    world.discord._scene.world._backend.delete_channel(thread.id)
    await known(client, answer, shown=False)
    assert not await client.talk.is_kept(thread.id)


async def test_a_deleted_channel_is_gone(world: Stage, client: AtelierClient) -> None:
    """Other channels stay."""
    here = await imagine(world)
    elsewhere = world.guild.create_text_channel("elsewhere")
    asked = await world.anna.slash(elsewhere, "imagine", prompt="a kite")
    there = await answered(world, asked)
    await known(client, here, there)
    world.discord._scene.world._backend.delete_channel(elsewhere.id)
    await known(client, there, shown=False)
    await known(client, here)


async def test_a_server_that_throws_the_bot_out_is_gone(
    world: Stage, client: AtelierClient
) -> None:
    """One that is out of order is not."""
    picture = await imagine(world)
    await known(client, picture)
    unavailable = {"id": str(world.guild.id), "unavailable": True}
    world.discord._scene.world._backend.emit("GUILD_DELETE", unavailable)
    guild = client.get_guild(world.guild.id)
    assert guild is not None
    await until(lambda: guild.unavailable)
    await known(client, picture)
    world.discord._scene.world._backend.remove_guild(world.guild.id)
    await known(client, picture, shown=False)
