from bot.demo.relay import moods
from bot.demo.stage import Stage
from tests.acting import answered, imagine
from tests.worlds import Join


async def test_the_daily_pictures_are_limited(world: Stage, join: Join) -> None:
    """The picture after the last of the day is refused with when new ones come."""
    await join(daily_pictures=1)
    assert (await imagine(world)).pictures
    refused = await imagine(world)
    assert "used up" in refused.text
    assert "<t:" in refused.text
    assert len(world.relay.requests) == 1


async def test_the_limit_is_each_members_own(world: Stage, join: Join) -> None:
    """What one member used up is not taken from another."""
    await join(daily_pictures=1)
    await imagine(world)
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    assert (await answered(world, asked)).pictures


async def test_a_failure_gives_the_picture_back(world: Stage, join: Join) -> None:
    """What the relay refused or broke does not count."""
    await join(daily_pictures=1)
    broken = [moods.bad_gateway(), moods.bad_gateway()]
    world.relay.next(moods.Refuse("IMAGE_SAFETY", None), *broken, moods.TextOnly())
    for _ in range(3):
        assert not (await imagine(world)).pictures
    assert (await imagine(world)).pictures


async def test_a_refused_model_call_leaves_the_order_free(world: Stage, join: Join) -> None:
    """An order that fails its checks reserves nothing."""
    await join(daily_pictures=1)
    await imagine(world, size="512")
    assert (await imagine(world)).pictures
