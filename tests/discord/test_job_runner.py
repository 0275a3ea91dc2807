"""One life of a job, whether pictures or words were asked for: told as failed means over."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.errors import StorageFailed
from bot.domain.job import JobState
from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, say, until
from tests.contract.builders import used
from tests.faults.ledger import ledger_sums, until_final
from tests.worlds import store_of

AT_ONCE = timedelta(0)
TYPING = "/channels/*/typing"
MESSAGES = "/channels/*/messages"


async def failed(world: Stack) -> Message:
    """Ask for words, and return the line that says that the relay did not take it."""
    world.relay.next(faults.http(400))
    told = await say(world, f"{world.discord.bot_mention} hello there")
    assert "did not accept" in told.text
    return told


async def becomes(client: AtelierClient, state: JobState) -> None:
    """Leave every job as far as this."""
    change = text("UPDATE jobs SET state = :state").bindparams(state=state)
    await store_of(client).write(lambda connection: connection.execute(change))


async def state_of(client: AtelierClient, job_id: int) -> JobState | None:
    """Return how far a job came."""
    return await client.services.jobs.state(job_id)


@pytest.mark.parametrize(
    ("path", "fault"),
    [(TYPING, {"cut": True, "times": 4}), (MESSAGES, {"status": 400})],
    ids=["typing", "posting"],
)
async def test_words_that_can_not_be_begun_are_asked_for_once(
    world: Stack, client: AtelierClient, path: str, fault: dict[str, Any]
) -> None:
    """Whatever Discord refuses before an answer is begun, the relay is asked for it once."""
    world.discord.faults.add("POST", path, **fault)
    answer = await say(world, f"{world.discord.bot_mention} hello there")
    for button in [each for each in answer.buttons if each.label == "Try again"]:
        assert await state_of(client, 1) is JobState.FAILED
        again = await answered(world, await world.anna.press(answer, label=button.label))
        assert "hello there" in again.text
    await until(lambda: 1 not in client.services.generation._cancellation)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert len(world.relay.requests) == 1


@pytest.mark.parametrize("state", [JobState.ACCEPTED, JobState.SENT])
async def test_what_is_not_over_is_not_tried_again(
    world: Stack, client: AtelierClient, state: JobState
) -> None:
    """Try again does not run a second time what waits or is at work."""
    told = await failed(world)
    await becomes(client, state)
    pressed = await world.anna.press(told, label="Try again")
    assert "still at work" in (await answered(world, pressed)).text
    assert len(world.relay.requests) == 1


async def test_what_came_meanwhile_is_not_tried_again(world: Stack, client: AtelierClient) -> None:
    """Try again of an old line about what has been shown since says so, and asks nobody."""
    told = await failed(world)
    await becomes(client, JobState.POSTED)
    pressed = await world.anna.press(told, label="Try again")
    assert "done already" in (await answered(world, pressed)).text
    assert len(world.relay.requests) == 1


@pytest.mark.logs_errors
async def test_what_could_not_be_ended_has_no_button(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the store is down when a job fails, nothing offers to run it beside itself."""

    async def down(*_: object, **__: object) -> None:
        raise StorageFailed("full")

    monkeypatch.setattr(store_of(client), "ended", down)
    told = await failed(world)
    assert not told.buttons


@pytest.mark.parametrize("kind", ["pictures", "words"])
async def test_what_is_ready_late_is_put_into_the_same_message(
    world: Stack, client: AtelierClient, kind: str
) -> None:
    """Words and pictures alike outlive their interaction, and their author is told."""
    if kind == "words":
        pressed_on, label = await failed(world), "Try again"
    else:
        pressed_on, label = await imagine(world), "Redo"
    world.relay.next(faults.slow(0.5))
    pressed = await world.anna.press(pressed_on, label=label)
    line = await pressed.result(within=WITHIN)
    pressed.expire()
    done = await finished(world, line)
    assert done.id == line.id
    assert done.pictures if kind == "pictures" else "hello there" in done.text
    await world.discord.wait_for(lambda: world.discord.pings, within=WITHIN)
    assert world.discord.pings[0].whom.user_ids == (world.anna.id,)


async def test_words_wait_in_the_queue_in_sight(world: Stack, join: Any) -> None:
    """While others are served, a chat message is told its place."""
    await join(max_concurrent=1)
    world.relay.next(faults.slow(1.5))
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    asked = await world.ben.send(world.art, f"{world.discord.bot_mention} hello there")
    line = await world.art.wait_for_message(after=asked, within=WITHIN)
    assert "Place 1" in line.text
    assert "hello there" in (await finished(world, line)).text


async def test_of_four_pictures_each_failure_is_told_and_booked(
    world: Stack, client: AtelierClient
) -> None:
    """What two of them were refused for, and that a third may have been billed."""
    world.relay.next(faults.refuse(), faults.cut(), faults.refuse(), faults.Fault())
    done = await imagine(world, count=4)
    assert len(done.pictures) == 1
    assert "2 of 4: " in done.text
    assert "cost you nothing" in done.text
    assert "1 of 4: " in done.text
    assert "Whether it was billed is not known" in done.text
    await until_final(world.folder, within=WITHIN)
    lines = (await asyncio.to_thread(ledger_sums, world.folder)).lines
    assert lines == {"reserve": 4, "settle": 1, "refund": 2, "possibly-billed": 1}


async def test_several_failures_are_told_where_nothing_was_made(
    world: Stack, client: AtelierClient
) -> None:
    """The first of them does not speak for all; the same one, four times, is said once."""
    world.relay.next(faults.refuse(), faults.cut())
    told = await imagine(world, count=2)
    assert "1 of 2: " in told.text
    assert "Whether it was billed is not known" in told.text
    world.relay.next(*(faults.refuse() for _ in range(4)))
    told = await imagine(world, count=4)
    assert "of 4" not in told.text
    assert told.text.count("cost you nothing") == 1


@pytest.mark.logs_errors
@pytest.mark.parametrize("kind", ["pictures", "words"])
async def test_an_unexpected_error_before_sending_ends_the_job(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """It is told with a reference, booked as unspent, and not run again by itself."""

    async def broken(*_: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr(client.services.generation._contexts, "about", broken)
    if kind == "pictures":
        told = await imagine(world)
    else:
        told = await say(world, f"{world.discord.bot_mention} hello there")
    assert "the reference" in told.text
    assert await state_of(client, 1) is JobState.FAILED
    assert await client.services.generation.left_behind() == []
    job = await client.services.jobs.job(1)
    place, now = job.request.place, datetime.now(UTC)
    store = store_of(client)
    assert not await used(store, place.guild_id, job.request.author_id, job.request.kind, now)
    assert not world.relay.requests


async def test_a_message_is_dealt_with_once_it_is_a_job(
    world: Stack, client: AtelierClient
) -> None:
    """The job is looked after by its row, however long it takes."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.send(world.art, f"{world.discord.bot_mention} hello there")
    await at_work(world)
    await until(lambda: not client.services.missed_messages._listened)
    held.let_go()
    await finished(world, await world.art.wait_for_message(after=asked, within=WITHIN))
