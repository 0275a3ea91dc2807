"""What lies about unfinished is ended by the running process too, not only at the next start."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.domain.job import LEASE, JobState
from bot.interface.client import AtelierClient
from bot.services.cancellation import Ending
from bot.storage.store import SqlStore
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, not_taken, until
from tests.faults.ledger import ledger_sums
from tests.worlds import Join, store_of

ANSWER = "/webhooks/*"
AT_ONCE = timedelta(0)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be waited out: what Discord broke down over is left to who looks after it."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())


async def refused(world: Stack) -> Message:
    """Ask for a picture that Discord does not take, and return the line that says so."""
    failed = await finished(world, await not_taken(world, status=503))
    assert "is kept" in failed.text
    return failed


async def forget_that_it_was_shown(client: AtelierClient) -> None:
    """Leave behind what a kill leaves between a post and its row."""

    def forget(connection: Connection) -> None:
        connection.execute(text("UPDATE jobs SET state = 'made'"))
        connection.execute(text("DELETE FROM shown"))

    await store_of(client).write(forget)


async def test_a_picture_that_discord_did_not_take_is_posted_later(
    world: Stack, client: AtelierClient
) -> None:
    """It comes into the same message without anybody's doing, once, and is not paid again."""
    failed = await refused(world)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    shown = await finished(world, failed)
    assert shown.pictures
    assert "billed" not in shown.text
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert sum(bool(message.pictures) for message in world.art.messages) == 1
    assert len(world.relay.requests) == 1


async def test_what_is_posted_later_tells_what_is_missing(
    world: Stack, client: AtelierClient
) -> None:
    """Of two pictures of which one failed, the other comes with a word about that."""
    held = Held()
    world.relay.next(faults.refuse(), held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", count=2)
    progress = await asked.result(within=WITHIN)
    await at_work(world)
    world.discord.faults.add("PATCH", ANSWER, status=503, times=9)
    held.let_go()
    await until(lambda: 1 not in client.services.generation._cancellation)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    shown = await finished(world, progress)
    assert len(shown.pictures) == 1
    assert "1 of 2: " in shown.text


async def test_what_nobody_can_be_told_of_is_over_all_the_same(
    world: Stack, client: AtelierClient
) -> None:
    """A job whose answer Discord does not let begin is ended, though it can't be said either."""
    await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await becomes(client, JobState.ACCEPTED)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=400, times=9)
    world.discord.faults.add("POST", "/channels/*/messages", status=400, times=9)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.jobs.state(1) is JobState.FAILED
    assert len(world.relay.requests) == 1


async def test_what_discord_never_takes_is_kept(world: Stack, client: AtelierClient) -> None:
    """It is tried no more, its author has a button, and that shows it once Discord takes it."""
    failed = await refused(world)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=400)
    world.discord.faults.add("POST", "/channels/*/messages", status=400, times=2)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.generation.left_behind() == []
    told = await finished(world, failed)
    assert "is kept" in told.text
    shown = await answered(world, await world.anna.press(told, label="Show it"))
    assert shown.pictures
    assert len(world.relay.requests) == 1


async def test_what_is_at_work_is_left_alone(world: Stack, client: AtelierClient) -> None:
    """A job that waits for the relay is nobody's to look after."""
    world.relay.next(faults.slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert (await answered(world, asked)).pictures
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_words_go_to_their_author_where_the_channel_is_closed(world: Stack) -> None:
    """A chat answer that may not be posted comes directly, whole."""
    world.discord.faults.add("POST", f"/channels/{world.art.id}/messages", status=403, times=9)
    await world.anna.send(world.art, f"{world.discord.bot_mention} hello there")
    found = await world.anna.dm.wait_for_message(
        lambda message: message.from_bot and "hello there" in message.text, within=WITHIN
    )
    assert found.reference_id is None
    assert not [message for message in world.art.messages if message.from_bot]


async def test_a_picture_that_a_button_showed_is_not_posted_again(
    world: Stack, client: AtelierClient
) -> None:
    """Of the messages about a job, the one that shows it counts, and not its old error line."""
    failed = await refused(world)
    shown = await answered(world, await world.anna.press(failed, label="Try again"))
    assert shown.pictures
    await forget_that_it_was_shown(client)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.jobs.state(1) is JobState.POSTED
    assert sum(bool(message.pictures) for message in world.art.messages) == 1


async def test_a_picture_that_was_sent_directly_is_not_sent_again(
    world: Stack, client: AtelierClient
) -> None:
    """What is in the author's direct messages is found there."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", private=True)
    await asked.result(within=WITHIN)
    asked.expire()
    await world.anna.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await forget_that_it_was_shown(client)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.jobs.state(1) is JobState.POSTED
    assert sum(bool(message.pictures) for message in world.anna.dm.messages) == 1


async def test_a_job_that_was_cancelled_meanwhile_is_not_made(
    world: Stack, client: AtelierClient
) -> None:
    """Between looking at a job and making it, its author may have cancelled it."""
    await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    again = text("UPDATE jobs SET state = 'accepted'")
    await store_of(client).write(lambda connection: connection.execute(again))
    job = await client.services.jobs.job(1)
    world.discord.faults.add("GET", "/users/*", delay=0.5)
    looking = asyncio.create_task(client.services.recovery.look_again(client, idle=AT_ONCE))
    await until(lambda: not world.discord.faults._planned)
    assert await client.services.generation.cancel(job) is Ending.IN_TIME
    await looking
    assert len(world.relay.requests) == 1
    assert await client.services.jobs.state(job.id) is JobState.CANCELLED


async def test_what_another_process_took_over_is_left_to_it(
    world: Stack, join: Join, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A job that waits here and is somebody else's by now is neither sent nor spoken of."""
    await join(max_concurrent=1)
    held = Held()
    world.relay.next(held)
    first = await world.ben.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    second = await world.anna.slash(world.art, "imagine", prompt="a boat")
    waiting = await second.result(within=WITHIN)
    async with SqlStore.open(tmp_path / "data" / "atelier.db") as other:
        await other.disown()
        later = datetime.now(UTC) + LEASE
        assert len(await other.claim(untouched_since=later, now=later)) == 2
    held.let_go()
    assert (await answered(world, first)).pictures
    await until(lambda: "job 2 was taken over" in caplog.text)
    assert len(world.relay.requests) == 1
    assert world.art.message(waiting.id).text.startswith(("🎨", "⏳"))


async def becomes(client: AtelierClient, state: JobState) -> None:
    """Leave every job as far as this."""
    change = text("UPDATE jobs SET state = :state").bindparams(state=state)
    await store_of(client).write(lambda connection: connection.execute(change))


async def test_what_was_sent_and_never_answered_is_ended_and_told(
    world: Stack, client: AtelierClient
) -> None:
    """It may have been billed, so it fails with a button, and nothing is sent again."""
    shown = await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await becomes(client, JobState.SENT)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.jobs.state(1) is JobState.FAILED
    assert "Try again" in [button.label for button in (await finished(world, shown)).buttons]
    assert len(world.relay.requests) == 1


async def test_what_was_ended_while_it_was_looked_for_is_left_alone(
    world: Stack, client: AtelierClient
) -> None:
    """What somebody's button has shown by then is not told to be lost."""
    shown = await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await becomes(client, JobState.SENT)
    left = await client.services.generation.left_behind()
    await becomes(client, JobState.POSTED)
    await client.services.recovery._finish_all(client, left, idle=AT_ONCE)
    assert shown.pictures
    assert "Try again" not in [button.label for button in shown.buttons]


async def test_what_was_made_in_part_is_booked_so(world: Stack, client: AtelierClient) -> None:
    """What a job still has reserved when it is looked after may have been billed."""
    await imagine(world, count=2)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await forget_that_it_was_shown(client)
    newest = text("DELETE FROM ledger WHERE rowid = (SELECT max(rowid) FROM ledger)")
    await store_of(client).write(lambda connection: connection.execute(newest))
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    lines = (await asyncio.to_thread(ledger_sums, world.folder)).lines
    assert lines == {"reserve": 2, "settle": 1, "possibly-billed": 1}


@pytest.mark.logs_errors
async def test_a_job_that_nothing_can_be_done_for_is_over(
    world: Stack, client: AtelierClient
) -> None:
    """Its author is told directly, with a button; nothing is sent for it."""
    await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await becomes(client, JobState.ACCEPTED)
    world.discord.faults.add("GET", "/users/*", status=400)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    (told,) = world.anna.dm.messages
    assert [button.label for button in told.buttons] == ["Try again"]
    assert await client.services.jobs.state(1) is JobState.FAILED
    assert len(world.relay.requests) == 1


async def lies_about(client: AtelierClient, state: JobState) -> None:
    """Leave the one job as far as this, once nobody is at work on it."""
    await until(lambda: not client.services.generation._cancellation._at_work)
    await becomes(client, state)


async def test_what_can_only_be_told_later_is_told_then(
    world: Stack, client: AtelierClient
) -> None:
    """That a job was interrupted is said once Discord takes it, though it is over long before."""
    shown = await imagine(world)
    await lies_about(client, JobState.SENT)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=503)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.jobs.state(1) is JobState.FAILED
    assert "I was restarted" not in shown.text
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert "I was restarted" in (await finished(world, shown)).text
    before = len(world.discord.calls)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert len(world.discord.calls) == before


@pytest.mark.logs_errors
async def test_who_can_only_be_told_directly_reads_what_is_known(
    world: Stack, client: AtelierClient
) -> None:
    """What was sent may have been billed, whatever keeps it from being looked after."""
    await imagine(world)
    await lies_about(client, JobState.SENT)
    world.discord.faults.add("GET", "/users/*", status=400)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    (told,) = world.anna.dm.messages
    assert "I was restarted" in told.text
    assert "Whether it was billed is not known" in told.text


@pytest.mark.logs_errors
async def test_what_was_made_is_kept_where_its_author_is_not_to_be_found(
    world: Stack, client: AtelierClient
) -> None:
    """It is offered the next time they come, and what it had reserved is booked."""
    await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await forget_that_it_was_shown(client)
    newest = text("DELETE FROM ledger WHERE kind = 'settle'")
    await store_of(client).write(lambda connection: connection.execute(newest))
    world.discord.faults.add("GET", "/users/*", status=400)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.jobs.newest_kept(world.anna.id) == 1
    lines = (await asyncio.to_thread(ledger_sums, world.folder)).lines
    assert lines == {"reserve": 1, "possibly-billed": 1}
    assert not world.anna.dm.messages


async def cancelled_too_late(world: Stack, client: AtelierClient) -> Message:
    """Leave a picture whose author had cancelled it, and that nobody knows of yet."""
    shown = await imagine(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await forget_that_it_was_shown(client)
    called_off = text("UPDATE jobs SET called_off = 1")
    await store_of(client).write(lambda connection: connection.execute(called_off))
    return shown


async def test_what_was_cancelled_too_late_is_kept_where_discord_refuses_to_say_so(
    world: Stack, client: AtelierClient, caplog: pytest.LogCaptureFixture
) -> None:
    """It is offered another time, and costs no second look."""
    await cancelled_too_late(world, client)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=400, times=9)
    world.discord.faults.add("POST", "/channels/*/messages", status=400, times=9)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert "its author can't be told" in caplog.text
    assert await client.services.jobs.newest_kept(world.anna.id) == 1
    assert await client.services.generation.left_behind() == []


async def test_that_something_is_kept_is_said_later_where_discord_breaks_down(
    world: Stack, client: AtelierClient
) -> None:
    """It is neither forgotten nor kept in silence."""
    shown = await cancelled_too_late(world, client)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=503)
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await client.services.generation.left_behind()
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    told = await finished(world, shown)
    assert "The picture is kept" in told.text
    assert [button.label for button in told.buttons] == ["Show it"]
