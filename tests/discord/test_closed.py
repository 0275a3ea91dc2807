"""Places that take no answers: gone, forbidden, archived, or none where a message can be."""

from typing import NoReturn

import pytest
from sqlalchemy import text

from bot.domain.errors import NotAllowed
from bot.domain.job import Job, JobState
from bot.interface.client import AtelierClient
from bot.interface.messages.bodies import Files, MessageBody
from bot.interface.messages.channel_answer import ChannelAnswer
from demo.stack import Stack
from tests.acting import WITHIN, answered, finished, imagine, not_taken, until
from tests.worlds import store_of

ANSWER = "/webhooks/*"
MESSAGES = "/channels/*/messages"
ARCHIVED = 50083


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be waited out: what Discord broke down over is left."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())


class Nowhere(ChannelAnswer):
    """Has a channel in which no message can be."""

    async def show(self, body: MessageBody, files: Files = ()) -> NoReturn:
        raise NotAllowed


async def left(world: Stack, client: AtelierClient) -> tuple[Nowhere, Job]:
    """Return a job that was made and not shown, and an answer to it that has no place."""
    await finished(world, await not_taken(world, status=503))
    author = await client.fetch_user(world.anna.id)
    channel = await author.create_dm()
    nowhere = Nowhere(channel, client.services.texts, author=author)
    return nowhere, await client.services.jobs.job(1)


async def came_to(client: AtelierClient) -> JobState | None:
    """Return how far the job came, once nobody is at work on it."""
    generation = client.services.generation
    await until(lambda: 1 not in generation._cancellation)
    return await client.services.jobs.state(1)


@pytest.mark.usefixtures("client")
async def test_a_missing_permission_is_said_before_anything_is_paid(world: Stack) -> None:
    """Where the bot may not attach files, nothing is asked of the relay."""
    world.art.deny_bot("attach_files")
    answer = await imagine(world)
    assert "attach files" in answer.text
    assert not world.relay.requests


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    ("status", "code"),
    [(403, 0), (404, 0), (400, ARCHIVED), (400, 20009)],
    ids=["forbidden", "gone", "archived", "explicit"],
)
async def test_what_a_closed_place_does_not_take_comes_directly(
    world: Stack, status: int, code: int
) -> None:
    """What was made for its author is in their direct messages."""
    await not_taken(world, status=status, code=code)
    found = await world.anna.dm.wait_for_message(lambda message: message.from_bot, within=WITHIN)
    assert found.pictures


async def test_what_somebody_else_wanted_to_see_does_not_come_to_them(
    world: Stack, client: AtelierClient
) -> None:
    """Where a closed place takes no answer, they are told so, and the author's picture waits."""
    failed = await finished(world, await not_taken(world, status=503))
    world.discord.faults.add("PATCH", ANSWER, status=404)
    pressed = await world.ben.press(failed, label="Try again")
    assert "does not let me" in (await answered(world, pressed)).text
    assert not world.ben.dm.messages
    assert await came_to(client) is JobState.MADE


async def test_where_no_message_can_be_it_comes_directly(
    world: Stack, client: AtelierClient
) -> None:
    """A kind of channel that bots can't write in is a closed place too."""
    await client.services.runner.hand_over(*await left(world, client))
    assert [bool(message.pictures) for message in world.anna.dm.messages] == [True]
    assert await came_to(client) is JobState.POSTED


async def test_what_was_cancelled_where_no_message_can_be_is_kept(
    world: Stack, client: AtelierClient
) -> None:
    """Its author is told the next time they come."""
    nowhere, job = await left(world, client)
    with pytest.raises(NotAllowed):
        await client.services.runner.keep_unwanted(nowhere, job)
    assert await client.services.jobs.newest_kept(world.anna.id) == job.id


async def test_what_reaches_nobody_at_all_is_kept(world: Stack, client: AtelierClient) -> None:
    """With the place closed and direct messages too, it is there for its author later."""
    world.discord.faults.add("POST", MESSAGES, status=403)
    await not_taken(world, status=403)
    assert await came_to(client) is JobState.KEPT
    assert await client.services.jobs.newest_kept(world.anna.id) == 1


async def test_who_is_refused_is_offered_what_is_kept_all_the_same(
    world: Stack, client: AtelierClient
) -> None:
    """They are back, whatever becomes of what they ask for now."""
    world.discord.faults.add("POST", MESSAGES, status=403)
    await not_taken(world, status=403)
    assert await came_to(client) is JobState.KEPT
    asked = await world.anna.slash(world.art, "imagine", prompt="a boat", size="512")
    offered = await world.discord.wait_for(
        lambda: next((told for told in asked.followups if told.buttons), None), within=WITHIN
    )
    assert "It is kept for you" in offered.text
    assert [button.label for button in offered.buttons] == ["Show it"]


async def test_what_is_kept_no_longer_is_over(world: Stack, client: AtelierClient) -> None:
    """Where what was made is deleted by now, whoever asks for it is told, and it is not left."""
    failed = await finished(world, await not_taken(world, status=503))
    gone = text("DELETE FROM turns")
    await store_of(client).write(lambda connection: connection.execute(gone))
    pressed = await world.anna.press(failed, label="Try again")
    assert "no longer kept" in (await answered(world, pressed)).text
    assert await came_to(client) is JobState.POSTED
