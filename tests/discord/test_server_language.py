"""A server that chose its language is spoken to in that, whatever Discord says of it."""

from datetime import timedelta

import pytest

from bot.interface.client import AtelierClient
from demo.stack import Stack
from tests.acting import answered, finished, imagine, not_taken, png, say
from tests.discord.test_chat import open_thread
from tests.worlds import decide

AT_ONCE = timedelta(0)


@pytest.fixture(autouse=True)
async def german(world: Stack, client: AtelierClient) -> None:
    """Let the server speak German; Discord says that it speaks English."""
    await decide(world, client, locale="de")


@pytest.mark.usefixtures("client")
async def test_what_all_read_is_in_the_servers_language(world: Stack) -> None:
    """By a command, a reply, a mention, a button, and in the thread of a chat."""
    answer = await imagine(world)
    refused = f"{world.discord.bot_mention} refuse this please"
    assert "Bearbeiten" in [button.label for button in answer.buttons]
    edited = await say(world, "make it blue", reply_to=answer)
    assert "Bearbeiten" in [button.label for button in edited.buttons]
    assert "Sicherheitsregeln" in (await say(world, refused)).text
    varied = await answered(world, await world.ben.press(answer, label="Noch mal"))
    assert "Bearbeiten" in [button.label for button in varied.buttons]
    _, said = await open_thread(world, "Hello!")
    assert "Neue Antwort" in [button.label for button in said.buttons]


@pytest.mark.usefixtures("client")
async def test_what_one_reads_alone_is_in_their_own_language(world: Stack) -> None:
    """Nobody else reads it."""
    shown = await answered(world, await world.anna.slash(world.art, "help"))
    assert "Pictures, made and changed together" in shown.text
    private = await imagine(world, private=True)
    assert "Edit" in [button.label for button in private.buttons]


async def test_what_is_brought_to_its_end_later_is_too(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the server wants it by then, and not as it did when it was asked."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    await decide(world, client, locale="ja")
    failed = await finished(world, await not_taken(world, status=503))
    await decide(world, client, locale="de")
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    shown = await finished(world, failed)
    assert "Bearbeiten" in [button.label for button in shown.buttons]


async def test_direct_messages_are_not_the_servers(world: Stack) -> None:
    """They are in their author's language."""
    told = await say(world, "what is it?", channel=world.anna.dm, files=[("kite.png", png())])
    assert "Regenerate" in [button.label for button in told.buttons]
