import pytest

from bot.domain.job import JobState
from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, until
from tests.discord.test_recovery import AT_ONCE
from tests.worlds import Join

FOR_EVER = 10**6


async def begin(world: Stack, prompt: str = "a kite", *, private: bool = False) -> Message:
    """Ask for a picture and return its painting line."""
    asked = await world.anna.slash(world.art, "imagine", prompt=prompt, private=private)
    return await asked.result(within=WITHIN)


async def cancelled_late(
    world: Stack, client: AtelierClient, *, private: bool = False, status: int | None = None
) -> Message:
    """Cancel what is painted already, let Discord answer so to what is said of it; return that."""
    held = Held()
    world.relay.next(held)
    progress = await begin(world, private=private)
    await at_work(world)
    await answered(world, await world.anna.press(progress, label="Cancel"))
    world.discord.faults.add("PATCH", "/webhooks/*", status=status, times=FOR_EVER)
    held.let_go()
    await until(lambda: 1 not in client.services.generation._cancellation)
    world.discord.faults.clear()
    return progress


async def test_a_waiting_job_is_cancelled_for_nothing(world: Stack, join: Join) -> None:
    """What was not sent yet is never sent, costs nothing, and gives the picture back."""
    await join(max_concurrent=1, daily_pictures=2)
    world.relay.next(faults.slow(1.5))
    first = await begin(world)
    await at_work(world)
    waiting = await begin(world)
    pressed = await world.anna.press(waiting, label="Cancel")
    told = await answered(world, pressed)
    assert "Cancelled" in told.text
    assert told.ephemeral
    ended = await finished(world, waiting)
    assert "cost you nothing" in ended.text
    assert [button.label for button in ended.buttons] == ["Try again"]
    assert (await finished(world, first)).pictures
    assert len(world.relay.requests) == 1
    assert (await imagine(world)).pictures


async def test_what_is_sent_already_is_kept_and_offered(world: Stack, join: Join) -> None:
    """Cancelled too late, a picture counts, is not shown, and is there for whoever wants it."""
    await join(daily_pictures=1)
    world.relay.next(faults.slow(1.0))
    progress = await begin(world)
    await at_work(world)
    pressed = await world.anna.press(progress, label="Cancel")
    assert "kept for you" in (await answered(world, pressed)).text
    kept = await finished(world, progress)
    assert not kept.pictures
    assert "is kept" in kept.text
    shown = await answered(world, await world.anna.press(kept, label="Show it"))
    assert shown.pictures
    assert len(world.relay.requests) == 1
    assert "used up" in (await imagine(world)).text


@pytest.mark.usefixtures("client")
async def test_only_the_author_or_a_moderator_cancels(world: Stack) -> None:
    """Somebody else's press changes nothing; a moderator's does."""
    world.relay.next(faults.slow(1.0), faults.slow(1.0))
    progress = await begin(world)
    refused = await answered(world, await world.ben.press(progress, label="Cancel"))
    assert f"这是 {world.anna.mention} 的" in refused.text
    assert (await finished(world, progress)).pictures
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    bens = await asked.result(within=WITHIN)
    await answered(world, await world.anna.press(bens, label="Cancel"))
    assert not (await finished(world, bens)).pictures


@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
async def test_only_what_may_be_gone_by_then_is_offered_again(
    world: Stack, client: AtelierClient, *, private: bool
) -> None:
    """A message with a button stays; what its author alone sees ends with their client."""
    kept = await cancelled_late(world, client, private=private)
    assert "is kept" in kept.text
    offered = await client.services.jobs.newest_kept(world.anna.id)
    assert offered == (1 if private else None)


async def test_what_was_cancelled_and_can_not_be_told_is_offered_later(
    world: Stack, client: AtelierClient
) -> None:
    """Where Discord takes no word of it, its author is told the next time they come."""
    await cancelled_late(world, client, status=400)
    assert await client.services.jobs.newest_kept(world.anna.id) == 1


async def test_what_was_cancelled_is_told_when_discord_is_back(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A breakdown of Discord passes: the word comes where it belongs, and is not kept back."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    progress = await cancelled_late(world, client, status=503)
    jobs = client.services.jobs
    assert await jobs.state(1) is JobState.MADE
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert "is kept" in (await finished(world, progress)).text
    assert await jobs.newest_kept(world.anna.id) is None
