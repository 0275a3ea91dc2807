"""How often the database is asked on the way to an answer."""

from typing import Any

import discord
import pytest

from bot.domain.job import Place, Shown
from bot.domain.model import ModelKind
from bot.interface.client import AtelierClient
from bot.interface.jobs.chats import ChatSettings
from bot.storage import reads
from demo.stack import Stack
from tests.acting import WITHIN, contents, finished, imagine, say, texts
from tests.unit.storage.recording import recorded
from tests.worlds import store_of


async def asked(
    client: AtelierClient, world: Stack, words: str, **options: Any
) -> tuple[list[str], list[str]]:
    """Say something; return what was read before its job was written, and all that was done."""
    with recorded(store_of(client).engine) as executed:
        await say(world, words, **options)
    statements = [statement for statement, _ in executed]
    written = next(at for at, each in enumerate(statements) if each.startswith("INSERT INTO jobs"))
    return statements[:written], statements


@pytest.fixture
def text(client: AtelierClient) -> Any:
    """Return what makes a statement the text that the database gets."""
    engine = store_of(client).engine
    return lambda statement: str(statement.compile(engine))


async def test_a_reply_to_a_picture_reads_its_turn_once(
    world: Stack, client: AtelierClient, text: Any
) -> None:
    """With what led to it, it is read when it is made."""
    made = await imagine(world)
    _, statements = await asked(client, world, "a red sky", reply_to=made)
    assert statements.count(text(reads.TURN)) == 1
    assert statements.count(text(reads.PATH)) == 1


async def test_a_turn_of_a_chat_reads_its_thread_once(
    world: Stack, client: AtelierClient, text: Any
) -> None:
    """Before it is a job; which conversation it belongs to is looked up where that is written."""
    await world.anna.slash(world.art, "chat", message="Who are you?")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    before, statements = await asked(client, world, "And who am I?", channel=thread)
    in_transaction = len(before) - 1 - before[::-1].index("BEGIN IMMEDIATE")
    assert before[:in_transaction].count(text(reads.CHAT_OF_THREAD)) == 1
    assert statements.count(text(reads.CHAT_OF_THREAD)) == 2


async def test_a_thread_is_looked_at_after_what_takes_time(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is chosen, or forgotten, while it is found out what a message is about, holds for it."""
    services = client.services
    await world.anna.slash(world.art, "chat", message="Who are you?")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    said = await world.anna.send(thread, "And who am I?")
    await finished(world, await thread.wait_for_message(after=said, within=WITHIN))
    look, place = services.posted_pictures.shown_in, Place(thread.guild_id, thread.id, thread.id)

    async def choose(message_id: int, message: discord.Message | None) -> list[Shown]:
        shown = await look(message_id, message)
        chosen = services.models.find("gemini-2.5-pro", ModelKind.CHAT)
        await services.chats.open(place, ChatSettings(chosen))
        return shown

    monkeypatch.setattr(services.posted_pictures, "shown_in", choose)
    await say(world, "Good question", by=world.ben, channel=thread, reply_to=said)
    assert world.relay.requests[-1].model == "gemini-2.5-pro"
    before = len(world.relay.requests)

    async def forget(message_id: int, message: discord.Message | None) -> list[Shown]:
        shown = await look(message_id, message)
        await store_of(client).forget_channel(thread.id, most=1_000)
        return shown

    monkeypatch.setattr(services.posted_pictures, "shown_in", forget)
    await world.ben.send(thread, "Never mind", reply_to=said)
    await say(world, f"{world.discord.bot_mention} hello", by=world.ben)
    assert [texts(contents(world)[-1])] == [["hello"]]
    assert len(world.relay.requests) == before + 1
