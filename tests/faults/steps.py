"""The steps of a job: each function returns when one is reached, and holds the bot there."""

import asyncio
import sqlite3
from pathlib import Path

from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import AT_WORK, WITHIN, answered, at_work, imagine, png
from tests.faults.ledger import ledger_sums

ANSWER = "/webhooks/*"
MESSAGES = "/channels/*/messages"
MESSAGE = "/channels/*/messages/*"

FOREVER = 60.0
"""Seconds that are longer than any test waits."""

LAST_WORDS = "(11 characters)"
"""What ends a chat answer, which counts the question's letters."""


async def until_job_is(world: Stack, state: str) -> None:
    """Return once the newest job came this far."""
    for _ in range(1_000):
        if await asyncio.to_thread(_newest_state, world.folder) == state:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


def _newest_state(folder: Path) -> str | None:
    try:
        states = ledger_sums(folder).states
    except sqlite3.OperationalError:
        return None
    return states[-1] if states else None


def pending(world: Stack) -> list[Message]:
    """Return the messages that say how far an answer is."""
    return [message for message in world.art.messages if message.text.startswith(AT_WORK)]


def gallery(world: Stack) -> list[Message]:
    """Return the messages that show pictures, in the channel and in direct messages."""
    return [
        message
        for channel in (world.art, world.anna.dm, world.ben.dm)
        for message in channel.messages
        if message.pictures and message.from_bot
    ]


# A command


async def accepted(world: Stack) -> None:
    """Wait until the job is a row, and keep the painting line from being shown."""
    world.discord.faults.add("PATCH", ANSWER, delay=FOREVER)
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await until_job_is(world, "accepted")


async def painting(world: Stack) -> None:
    """Wait until the painting line is shown, and keep the bot from hearing of it."""
    world.discord.faults.add("PATCH", ANSWER, hold=FOREVER)
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await world.discord.wait_for(lambda: pending(world), within=WITHIN)


async def queued(world: Stack) -> None:
    """Wait until one job has the only place at the relay and another one waits for it."""
    world.relay.next(faults.hang())
    await world.ben.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    waiting = await asked.result(within=WITHIN)
    await world.discord.message_changed(
        waiting, lambda seen: "Place 1 in the queue" in seen.text, within=WITHIN
    )
    await until_job_is(world, "accepted")


async def sent(world: Stack) -> None:
    """Wait until the relay is at work, and never gets done."""
    world.relay.next(faults.hang())
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)


async def billed(world: Stack) -> None:
    """Wait until the relay is at work on a picture that it bills, whoever is left to take it."""
    world.relay.next(faults.slow(1.0))
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)


async def made(world: Stack) -> None:
    """Wait until the picture is stored, and keep it from being shown."""
    world.relay.next(faults.slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", ANSWER, delay=FOREVER)
    await until_job_is(world, "made")


async def private_made(world: Stack) -> None:
    """Wait until a picture is stored that is for its author alone, and keep it from them."""
    world.relay.next(faults.slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", private=True)
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", ANSWER, delay=FOREVER)
    await until_job_is(world, "made")


async def unwanted_made(world: Stack) -> None:
    """Wait until a picture is stored that was cancelled too late, before that is said of it."""
    world.relay.next(faults.slow(1.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    progress = await asked.result(within=WITHIN)
    await at_work(world)
    await answered(world, await world.anna.press(progress, label="Cancel"))
    world.discord.faults.add("PATCH", ANSWER, delay=FOREVER)
    await until_job_is(world, "made")


async def partly_made(world: Stack) -> None:
    """Wait until one of three pictures is stored, while the relay is at work on the others."""
    world.relay.next(faults.Fault(), faults.hang(), faults.hang())
    await world.anna.slash(world.art, "imagine", prompt="a kite", count=3)
    await at_work(world, requests=3)
    await until_job_is(world, "made")


async def shown(world: Stack) -> None:
    """Wait until the picture is shown, and keep the bot from hearing of it."""
    world.relay.next(faults.slow(1.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", ANSWER, hold=FOREVER)
    await world.discord.wait_for(lambda: gallery(world), within=WITHIN)


async def posted(world: Stack) -> None:
    """Wait until all of it is done."""
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await answered(world, asked)
    await until_job_is(world, "posted")


# A reply to a picture, which is a job of its own


async def reply_painting(world: Stack) -> None:
    """Wait until the painting line is posted, and keep the bot from hearing of it."""
    first = await imagine(world)
    world.discord.faults.add("POST", MESSAGES, hold=FOREVER)
    await world.anna.send(world.art, "blur it", reply_to=first)
    await world.discord.wait_for(lambda: pending(world), within=WITHIN)


async def reply_sent(world: Stack) -> None:
    """Wait until the relay is at work on the edit, and never gets done."""
    first = await imagine(world)
    world.relay.next(faults.hang())
    await world.anna.send(world.art, "blur it", reply_to=first)
    await at_work(world, requests=2)


async def reply_made(world: Stack) -> None:
    """Wait until the edit is stored, and keep it from being shown."""
    await _reply(world)
    world.discord.faults.add("PATCH", MESSAGE, delay=FOREVER)
    await until_job_is(world, "made")


async def reply_shown(world: Stack) -> None:
    """Wait until the edit is shown, and keep the bot from hearing of it."""
    await _reply(world)
    world.discord.faults.add("PATCH", MESSAGE, hold=FOREVER)
    await world.discord.wait_for(lambda: len(gallery(world)) > 1, within=WITHIN)


async def _reply(world: Stack) -> None:
    """Reply to a picture and wait for the painting line."""
    first = await imagine(world)
    world.relay.next(faults.slow(1.0))
    asked = await world.anna.send(world.art, "blur it", reply_to=first)
    await world.art.wait_for_message(after=asked, within=WITHIN)


async def mention_made(world: Stack) -> None:
    """Wait until the edit of a picture that came along is stored, and keep it from being shown.

    Somebody else replies meanwhile.
    """
    world.relay.next(faults.slow(1.0))
    words = f"{world.discord.bot_mention} blur it"
    asked = await world.anna.send(world.art, words, files=[("a.png", png())])
    await world.art.wait_for_message(after=asked, within=WITHIN)
    await world.ben.send(world.art, "nice one", reply_to=asked)
    world.discord.faults.add("PATCH", MESSAGE, delay=FOREVER)
    await until_job_is(world, "made")


# Words


async def chat_sent(world: Stack) -> None:
    """Wait until the beginning of an answer is shown whose rest does not come."""
    world.relay._chunk_delay = FOREVER
    await _chat(world)
    await _growing(world)


async def chat_made(world: Stack) -> None:
    """Wait until an answer is stored of which nothing is shown."""
    world.relay.next(faults.slow(1.0))
    await _chat(world)
    await world.discord.wait_for(lambda: pending(world), within=WITHIN)
    world.discord.faults.add("PATCH", MESSAGE, delay=FOREVER)
    await until_job_is(world, "made")


async def chat_partly_shown(world: Stack) -> None:
    """Wait until an answer is stored of which the beginning is shown."""
    world.relay._chunk_delay = 0.2
    await _chat(world)
    await _growing(world)
    world.discord.faults.add("PATCH", MESSAGE, delay=FOREVER)
    await until_job_is(world, "made")


async def _chat(world: Stack) -> None:
    await world.anna.send(world.art, f"{world.discord.bot_mention} hello there")


async def _growing(world: Stack) -> None:
    """Wait until the bot says something that is not all of it."""
    await world.art.wait_for_message(
        lambda message: message.from_bot and message.text.endswith("…"), within=WITHIN
    )
