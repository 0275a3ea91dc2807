import re

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, image, imagine, say
from tests.worlds import Join


async def test_the_daily_pictures_are_limited(world: Stack, join: Join) -> None:
    """The picture after the last of the day is refused with when new ones come."""
    await join(daily_pictures=1)
    assert (await imagine(world)).pictures
    refused = await imagine(world)
    assert "used up" in refused.text
    assert "<t:" in refused.text
    assert len(world.relay.requests) == 1


async def test_the_daily_answers_are_limited(world: Stack, join: Join) -> None:
    """Words have an allowance of their own; who used it up is told when new answers come."""
    await join(daily_messages=1)
    hello = f"{world.discord.bot_mention} hello"
    assert "hello" in (await say(world, hello)).text
    refused = await say(world, hello)
    assert "Your one answer of today is used up" in refused.text
    assert "<t:" in refused.text
    assert (await imagine(world)).pictures
    assert len(world.relay.requests) == 2


async def test_the_limit_is_each_members_own(world: Stack, join: Join) -> None:
    """What one member used up is not taken from another."""
    await join(daily_pictures=1)
    await imagine(world)
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    assert (await answered(world, asked)).pictures


async def test_a_failure_gives_the_picture_back(world: Stack, join: Join) -> None:
    """What the relay refused or broke does not count."""
    await join(daily_pictures=1)
    broken = [faults.bad_gateway(), faults.bad_gateway()]
    world.relay.next(faults.refuse("IMAGE_SAFETY", None), *broken, faults.text_only())
    for _ in range(3):
        assert not (await imagine(world)).pictures
    assert (await imagine(world)).pictures


async def test_a_refused_model_call_leaves_the_order_free(world: Stack, join: Join) -> None:
    """A request that fails its checks reserves nothing."""
    await join(daily_pictures=1)
    await imagine(world, size="512")
    assert (await imagine(world)).pictures


async def test_who_waits_sees_their_place(world: Stack, join: Join) -> None:
    """With all places taken the line tells from the first where one stands, until the picture."""
    await join(max_concurrent=1)
    held = Held()
    world.relay.next(held)
    first = await world.anna.slash(world.art, "imagine", prompt="a red kite")
    await at_work(world)
    second = await world.ben.slash(world.art, "imagine", prompt="a blue kite")
    waiting = await second.result(within=WITHIN)
    assert "Place 1 in the queue" in waiting.text
    held.let_go()
    assert (await answered(world, first)).pictures
    assert (await finished(world, waiting)).pictures


async def test_after_a_few_pictures_the_expected_time_is_told(world: Stack, join: Join) -> None:
    """The painting line says how long such a picture took lately."""
    await join()
    for _ in range(3):
        await imagine(world)
    world.relay.next(faults.slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    progress = await asked.result(within=WITHIN)
    assert re.search(r"takes about \d+\ss", progress.text)
    await finished(world, progress)


async def test_one_member_can_have_so_many_at_once(world: Stack, join: Join) -> None:
    """The job after the last that a member may have at once is refused, not queued."""
    await join()
    world.relay.next(*[faults.slow(1.5)] * 5)
    asked = [
        await world.anna.slash(world.art, "imagine", prompt=f"kite {number}") for number in range(6)
    ]
    answers = [await answered(world, each) for each in asked]
    refused = [answer for answer in answers if not answer.pictures]
    assert len(refused) == 1
    assert "5 requests under way" in refused[0].text


async def test_a_half_picture_is_told_and_not_counted(world: Stack, join: Join) -> None:
    """What came of it is shown, and the day has room for it anew."""
    await join(daily_pictures=1)
    world.relay.next(faults.half_pictures())
    answer = await imagine(world)
    assert image(answer).size == (1408, 768)
    assert "Only a part of this picture arrived" in answer.text
    assert (await imagine(world)).pictures


async def test_a_day_with_too_few_left_is_not_called_used_up(world: Stack, join: Join) -> None:
    """Who asks for more than are left is told how many are."""
    await join(daily_pictures=4)
    made = await imagine(world)
    told = await answered(world, await world.anna.press(made, label="Vary"))
    assert "Only 3 pictures of your day are left, and this would make 4" in told.text
    assert len((await imagine(world, count=3)).pictures) == 3
