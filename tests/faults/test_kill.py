"""Kill the process at each step of a job, start it again, and count pictures, bills and books."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.demo.discord import Message
from bot.demo.process import BotProcess
from bot.demo.relay import moods
from bot.demo.stage import Stage
from tests.acting import WITHIN, answered, finished, png
from tests.faults.books import FINAL, books

ANSWER = "/webhooks/*"


async def until_job_is(world: Stage, state: str) -> None:
    """Return once the newest job came this far."""
    for _ in range(1_000):
        if await asyncio.to_thread(_newest_state, world.folder) == state:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


def _newest_state(folder: Path) -> str | None:
    try:
        states = books(folder).states
    except sqlite3.OperationalError:
        return None
    return states[-1] if states else None


async def accepted(world: Stage) -> None:
    """Wait until the job is a row, and keep the painting line from being shown."""
    world.discord.faults.add("PATCH", ANSWER, delay=60)
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await until_job_is(world, "accepted")


async def painting(world: Stage) -> None:
    """Wait until the painting line is shown, and keep the bot from hearing of it."""
    world.discord.faults.add("PATCH", ANSWER, hold=60)
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await world.discord.wait_for(lambda: paintings(world), within=WITHIN)


async def sent(world: Stage) -> None:
    """Wait until the relay is at work."""
    world.relay.next(moods.Hang())
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await until_job_is(world, "sent")


async def made(world: Stage) -> None:
    """Wait until the picture is stored, and keep it from being shown."""
    world.relay.next(moods.Slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", ANSWER, delay=60)
    await until_job_is(world, "made")


async def shown(world: Stage) -> None:
    """Wait until the picture is shown, and keep the bot from hearing of it."""
    world.relay.next(moods.Slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", ANSWER, hold=60)
    await world.discord.wait_for(lambda: gallery(world), within=WITHIN)


async def posted(world: Stage) -> None:
    """Wait until all of it is done."""
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await answered(world, asked)
    await until_job_is(world, "posted")


def paintings(world: Stage) -> list[Message]:
    """Return the messages that say that a picture is being painted."""
    return [message for message in world.art.messages if "🎨" in message.text]


def gallery(world: Stage) -> list[Message]:
    """Return the messages that show pictures, in the channel and in anna's direct messages."""
    return [
        message
        for channel in (world.art, world.anna.dm)
        for message in channel.messages
        if message.pictures and message.from_bot
    ]


async def restarted(world: Stage) -> BotProcess:
    """Start the next process on the same data and let it look after what was left behind."""
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    world.discord.faults.clear()
    bot = world.bot()
    await bot.__aenter__()
    await world.ready()
    for _ in range(1_000):
        states = (await asyncio.to_thread(books, world.folder)).states
        if FINAL.issuperset(states):
            return bot
        await asyncio.sleep(0.01)
    await bot.stop()
    raise TimeoutError(f"jobs are left: {states}")


@pytest.mark.parametrize(
    ("step", "settled", "possible"),
    [
        (accepted, 1, 0),
        (painting, 1, 0),
        (sent, 0, 1),
        (made, 1, 0),
        (shown, 1, 0),
        (posted, 1, 0),
    ],
)
async def test_a_kill_loses_nothing_and_pays_nothing_twice(
    world: Stage, step: Callable[[Stage], object], settled: int, possible: int
) -> None:
    """After kill -9 at this step every paid picture is shown once, and the books add up."""
    async with world.bot() as bot:
        await world.ready()
        await step(world)  # type: ignore[misc]
        bot.kill()
        await bot.wait()
    again = await restarted(world)
    try:
        seen = await asyncio.to_thread(books, world.folder)
        assert seen.lines["reserve"] == 1
        assert seen.lines["settle"] == settled
        assert seen.lines["possibly-billed"] == possible
        assert seen.lines["refund"] == 0
        billed = sum(request.billed for request in world.relay.requests)
        assert settled <= billed + possible
        assert billed <= settled + possible
        await world.discord.wait_for(lambda: not paintings(world), within=WITHIN)
    finally:
        assert await again.stop() == 0
    assert len(gallery(world)) == settled


async def test_a_member_is_told_of_what_may_have_been_billed(world: Stage) -> None:
    """The painting line of a job that was sent becomes a sentence with a button that works."""
    async with world.bot() as bot:
        await world.ready()
        await sent(world)
        bot.kill()
        await bot.wait()
    again = await restarted(world)
    try:
        (told,) = await world.discord.wait_for(
            lambda: [message for message in world.art.messages if "restarted" in message.text],
            within=WITHIN,
        )
        assert "allowance was given back" in told.text
        pressed = await world.anna.press(told, label="Try again")
        assert (await answered(world, pressed)).pictures
    finally:
        await again.stop()


async def test_the_author_hears_of_a_picture_that_comes_late(world: Stage) -> None:
    """What is posted after a restart is told to its author, who was not looking any more."""
    async with world.bot() as bot:
        await world.ready()
        await made(world)
        bot.kill()
        await bot.wait()
    again = await restarted(world)
    try:
        await world.discord.wait_for(lambda: world.discord.pings, within=WITHIN)
        (ping,) = world.discord.pings
        assert world.anna.id in ping.whom.user_ids
        assert not ping.whom.everyone
    finally:
        await again.stop()


async def test_an_error_line_is_not_taken_for_the_gallery(world: Stage) -> None:
    """A picture that could not be posted is posted by the next process, and paid for once."""
    async with world.bot() as bot:
        await world.ready()
        world.relay.next(moods.Slow(0.5))
        asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
        progress = await asked.result(within=WITHIN)
        world.discord.faults.add("PATCH", ANSWER, status=400)
        failed = await finished(world, progress)
        assert "is kept" in failed.text
        bot.kill()
        await bot.wait()
    again = await restarted(world)
    try:
        await world.discord.wait_for(lambda: gallery(world), within=WITHIN)
    finally:
        await again.stop()
    assert len(gallery(world)) == len(world.relay.requests) == 1


async def test_somebody_elses_reply_is_not_taken_for_the_answer(world: Stage) -> None:
    """Who replied to the asker meanwhile is no bot: the picture is posted as the bot's own."""
    async with world.bot() as bot:
        await world.ready()
        world.relay.next(moods.Slow(1.0))
        words = f"{world.discord.bot_mention} blur it"
        asked = await world.anna.send(world.art, words, files=[("a.png", png())])
        await world.art.wait_for_message(after=asked, within=WITHIN)
        await world.ben.send(world.art, "nice one", reply_to=asked)
        world.discord.faults.add("PATCH", "/channels/*", delay=60)
        await until_job_is(world, "made")
        bot.kill()
        await bot.wait()
    again = await restarted(world)
    try:
        await world.discord.wait_for(lambda: gallery(world), within=WITHIN)
    finally:
        await again.stop()
    (shown,) = gallery(world)
    assert shown.reference_id == asked.id
    assert not paintings(world)
