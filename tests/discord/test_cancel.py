import pytest

from bot.demo.discord import Message
from bot.demo.relay import moods
from bot.demo.stage import Stage
from tests.acting import WITHIN, answered, at_work, finished, imagine
from tests.worlds import Join


async def begin(world: Stage, prompt: str = "a kite") -> Message:
    """Ask for a picture and return its painting line."""
    asked = await world.anna.slash(world.art, "imagine", prompt=prompt)
    return await asked.result(within=WITHIN)


async def test_a_waiting_job_is_called_off_for_nothing(world: Stage, join: Join) -> None:
    """What was not sent yet is never sent, costs nothing, and gives the picture back."""
    await join(max_concurrent=1, daily_pictures=2)
    world.relay.next(moods.Slow(1.5))
    first = await begin(world)
    await at_work(world)
    waiting = await begin(world)
    pressed = await world.anna.press(waiting, label="Cancel")
    assert "Cancelled" in (await answered(world, pressed)).text
    assert "cost you nothing" in (await finished(world, waiting)).text
    assert (await finished(world, first)).pictures
    assert len(world.relay.requests) == 1
    assert (await imagine(world)).pictures


async def test_what_is_sent_already_is_kept_and_offered(world: Stage, join: Join) -> None:
    """Cancelled too late, a picture counts, is not shown, and is there for whoever wants it."""
    await join(daily_pictures=1)
    world.relay.next(moods.Slow(1.0))
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
async def test_only_the_author_or_a_moderator_cancels(world: Stage) -> None:
    """Somebody else's press changes nothing; a moderator's does."""
    world.relay.next(moods.Slow(1.0), moods.Slow(1.0))
    progress = await begin(world)
    refused = await answered(world, await world.ben.press(progress, label="Cancel"))
    assert "can't do that" in refused.text
    assert (await finished(world, progress)).pictures
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    bens = await asked.result(within=WITHIN)
    await answered(world, await world.anna.press(bens, label="Cancel"))
    assert not (await finished(world, bens)).pictures
