"""What is deleted in Discord is deleted here."""

import asyncio
from datetime import timedelta
from pathlib import Path

import discord
import pytest

from bot.domain.errors import StorageFailed
from bot.interface.client import AtelierClient
from bot.services.erasure import Housekeeping
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from demo.discord import Channel, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, png, say, until
from tests.worlds import store_of

MODAL_SUBMIT = 5
"""Discord docs, Interactions, Interaction Type."""


async def known(client: AtelierClient, *messages: Message, shown: bool = True) -> None:
    """Return once it is written down that these messages show something, or nothing any more."""
    for _ in range(int(WITHIN * 100)):
        found = [
            await client.services.posted_pictures.shown_in(message.id, None) for message in messages
        ]
        if all(bool(each) is shown for each in found):
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def tidy(world: Stack, client: AtelierClient) -> None:
    """Tidy up as the bot does every hour, as if all were old."""
    blobs = FileBlobs(world.folder / "data" / "blobs")
    housekeeping = Housekeeping(client.services.deletions._pending, blobs, keep_for=None)
    await housekeeping.tidy(age=timedelta(0))


def files(world: Stack) -> list[Path]:
    """List the files of blobs."""
    return list((world.folder / "data" / "blobs").glob("??/*"))


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot look around at once, and not slowly."""
    monkeypatch.setattr("bot.services.sweep.A_LOOK", 0.0)
    monkeypatch.setattr("bot.services.sweep.IDLE", 0.01)


def go_deaf(world: Stack) -> None:
    """Let the bot hear nothing, as if it were not there."""
    world.discord.gateway.refuses = True
    world.discord.gateway.drop(resumable=False)


async def hear_again(world: Stack) -> None:
    """Let the bot come back; what it missed is told by nobody."""
    world.discord.gateway.refuses = False
    await world.discord.connected(within=WITHIN)


async def thread_with_an_answer(
    world: Stack, client: AtelierClient, room: Channel
) -> tuple[Channel, Message]:
    """Let a thread be opened, and archive it when it is answered: discord.py forgets it then."""
    await world.anna.slash(room, "chat", message="My name is Anna.")
    (thread,) = await world.discord.wait_for(lambda: room.threads, within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    await known(client, answer)
    cached = client.get_channel(thread.id)
    assert isinstance(cached, discord.Thread)
    await cached.edit(archived=True)
    await until(lambda: client.get_channel(thread.id) is None)
    return thread, answer


async def test_a_deleted_picture_is_gone(world: Stack, client: AtelierClient) -> None:
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


async def test_a_form_about_a_deleted_picture_says_so(world: Stack, client: AtelierClient) -> None:
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
    world: Stack, client: AtelierClient
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
    world: Stack, client: AtelierClient
) -> None:
    """What was paid is shown."""
    first = await imagine(world)
    await known(client, first)
    world.relay.requests.clear()
    world.relay.next(faults.slow(1.0))
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
    world: Stack, client: AtelierClient
) -> None:
    """Deleting the painting line takes nothing away from what is being made."""
    world.relay.next(faults.slow(1.0))
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


async def test_what_is_deleted_before_it_is_written_down_is_gone(
    world: Stack, client: AtelierClient
) -> None:
    """A picture is in Discord a moment before it is known which message shows it."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    await at_work(world)
    world.discord.faults.add("PATCH", "/webhooks/*", hold=1.0)
    held.let_go()
    await world.discord.message_changed(line, lambda seen: seen.pictures, within=WITHIN)
    await world.anna.delete(line)
    generation = client.services.generation
    await until(lambda: 1 not in generation._cancellation)
    for _ in range(int(WITHIN * 100)):
        if not await client.services.jobs.turns_of(1):
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_messages_that_are_deleted_together_are_gone(
    world: Stack, client: AtelierClient
) -> None:
    """A moderator's broom takes those of the bot too, and no others."""
    first, second = await imagine(world), await imagine(world)
    third = await imagine(world)
    await known(client, first, second, third)
    backend = world.discord.model
    backend.bulk_delete_messages(world.art.id, [first.id, second.id])
    await known(client, first, second, shown=False)
    await known(client, third)


async def test_a_deleted_thread_is_gone(world: Stack, client: AtelierClient) -> None:
    """Its conversation goes with it."""
    await world.anna.slash(world.art, "chat", message="My name is Anna.")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    await known(client, answer)
    world.discord.model.delete_channel(thread.id)
    await known(client, answer, shown=False)
    assert await store_of(client).chat_of(thread.id) is None


async def test_a_deleted_channel_is_gone(world: Stack, client: AtelierClient) -> None:
    """Other channels stay."""
    here = await imagine(world)
    elsewhere = world.guild.create_text_channel("elsewhere")
    asked = await world.anna.slash(elsewhere, "imagine", prompt="a kite")
    there = await answered(world, asked)
    await known(client, here, there)
    world.discord.model.delete_channel(elsewhere.id)
    await known(client, there, shown=False)
    await known(client, here)


async def test_a_server_that_throws_the_bot_out_is_gone(
    world: Stack, client: AtelierClient
) -> None:
    """One that is out of order is not."""
    picture = await imagine(world)
    await known(client, picture)
    unavailable = {"id": str(world.guild.id), "unavailable": True}
    world.discord.model.emit("GUILD_DELETE", unavailable)
    guild = client.get_guild(world.guild.id)
    assert guild is not None
    await until(lambda: guild.unavailable)
    await known(client, picture)
    world.discord.model.remove_guild(world.guild.id)
    await known(client, picture, shown=False)


async def test_a_deleted_channel_takes_its_archived_threads(
    world: Stack, client: AtelierClient
) -> None:
    """Discord tells of the channel alone."""
    elsewhere = world.guild.create_text_channel("elsewhere")
    thread, answer = await thread_with_an_answer(world, client, elsewhere)
    world.discord.model.delete_channel(elsewhere.id)
    await known(client, answer, shown=False)
    assert await store_of(client).chat_of(thread.id) is None


async def test_a_deletion_that_meets_a_full_disk_is_not_lost(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is carried out when there is room again."""
    monkeypatch.setattr("bot.services.deletion_queue.PAUSES", (0.0,))
    picture = await imagine(world)
    await known(client, picture)
    forget_messages, failed = SqlStore.forget_messages, asyncio.Event()

    async def full(*_: object) -> None:
        monkeypatch.setattr(SqlStore, "forget_messages", forget_messages)
        failed.set()
        raise StorageFailed("database: disk full")

    monkeypatch.setattr(SqlStore, "forget_messages", full)
    await world.anna.delete(picture)
    await failed.wait()
    await known(client, picture, shown=False)


async def test_what_is_made_in_a_deleted_channel_goes_when_it_is_over(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job keeps what it needs until then; its author has what was paid in direct messages."""
    monkeypatch.setattr("bot.services.deletion_queue.SOONEST", timedelta(seconds=0.1))
    elsewhere = world.guild.create_text_channel("elsewhere")
    asked = await world.anna.slash(elsewhere, "imagine", prompt="a kite")
    before = await answered(world, asked)
    await known(client, before)
    world.relay.requests.clear()
    world.relay.next(faults.slow(1.0))
    await world.anna.send(elsewhere, "blur it", reply_to=before)
    await at_work(world)
    world.discord.model.delete_channel(elsewhere.id)
    await known(client, before, shown=False)
    directly = await world.anna.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    await known(client, directly)
    pending = store_of(client)
    for _ in range(int(WITHIN * 100)):
        if await pending.next_deletion_due() is None:
            break
        await asyncio.sleep(0.01)
    await known(client, directly)


@pytest.mark.logs_errors  # discord.py's word for a reconnect
@pytest.mark.usefixtures("hasty")
async def test_what_is_deleted_while_the_bot_is_deaf_is_found(
    world: Stack, client: AtelierClient
) -> None:
    """A message, a channel, and a channel with an archived thread; nothing else goes."""
    kept, gone = await imagine(world), await imagine(world)
    elsewhere = world.guild.create_text_channel("elsewhere")
    there = await answered(world, await world.anna.slash(elsewhere, "imagine", prompt="a kite"))
    above = world.guild.create_text_channel("above")
    thread, answer = await thread_with_an_answer(world, client, above)
    await known(client, kept, gone, there)
    go_deaf(world)
    await until(lambda: not client.is_listening)
    await world.anna.delete(gone)
    for channel in (elsewhere, above):
        world.discord.model.delete_channel(channel.id)
    await hear_again(world)
    await known(client, gone, there, answer, shown=False)
    assert await store_of(client).chat_of(thread.id) is None
    await known(client, kept)


@pytest.mark.logs_errors
@pytest.mark.usefixtures("hasty")
async def test_what_the_bot_may_not_see_is_not_taken_to_be_deleted(
    world: Stack, client: AtelierClient
) -> None:
    """Neither a channel that was closed to it, nor one whose history it may not read."""
    closed = world.guild.create_text_channel("closed")
    unread = world.guild.create_text_channel("unread")
    pictures = [
        await answered(world, await world.anna.slash(room, "imagine", prompt="a kite"))
        for room in (closed, unread)
    ]
    gone = await imagine(world)
    await known(client, *pictures, gone)
    go_deaf(world)
    await until(lambda: not client.is_listening)
    closed.deny_bot("view_channel")
    unread.deny_bot("read_message_history")
    await world.anna.delete(gone)
    calls = len(world.discord.calls)
    await hear_again(world)
    await known(client, gone, shown=False)
    looked = {closed.id, unread.id}
    await until(
        lambda: (
            looked
            <= {
                int(call.path.split("/")[2])
                for call in world.discord.calls[calls:]
                if call.status == 403
            }
        )
    )
    await known(client, *pictures)


@pytest.mark.logs_errors
@pytest.mark.usefixtures("hasty")
async def test_a_server_that_threw_the_bot_out_while_it_was_deaf_is_gone(
    world: Stack, client: AtelierClient
) -> None:
    """It is not among the servers with which Discord begins."""
    picture = await imagine(world)
    await known(client, picture)
    go_deaf(world)
    await until(lambda: not client.is_listening)
    world.discord.model.remove_guild(world.guild.id)
    await hear_again(world)
    await known(client, picture, shown=False)
