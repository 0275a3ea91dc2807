"""Kill the process at each step of a job, start it again, and count pictures, bills and ledger."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from operator import attrgetter

import pytest

from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, finished
from tests.faults import steps
from tests.faults.ledger import accounts, ledger_sums, until_final
from tests.faults.table import laid_out

pytestmark = pytest.mark.slow

Step = Callable[[Stack], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Case:
    """Say what a kill at a step must lead to.

    `asked` counts the requests to the relay before and after it, `settled` and `possible` pictures
    that are paid for and that may have been billed, `kept` those that are not shown unasked;
    `states` are those of all jobs in the end.
    """

    step: Step
    asked: int = 1
    settled: int = 1
    possible: int = 0
    kept: int = 0
    states: str = "posted"
    settings: dict[str, str] = field(default_factory=dict)


CASES = (
    Case(steps.accepted),
    Case(steps.painting),
    Case(
        steps.queued,
        asked=2,
        possible=1,
        states="failed, posted",
        settings={"ATELIER_MAX_CONCURRENT": "1"},
    ),
    Case(steps.sent, settled=0, possible=1, states="failed"),
    Case(steps.billed, settled=0, possible=1, states="failed"),
    Case(steps.made),
    Case(steps.private_made),
    Case(steps.unwanted_made, kept=1, states="kept"),
    Case(steps.partly_made, asked=3, possible=2),
    Case(steps.shown),
    Case(steps.posted),
    Case(steps.reply_painting, asked=2, settled=2, states="posted, posted"),
    Case(steps.reply_sent, asked=2, possible=1, states="posted, failed"),
    Case(steps.reply_made, asked=2, settled=2, states="posted, posted"),
    Case(steps.reply_shown, asked=2, settled=2, states="posted, posted"),
    Case(steps.mention_made),
    Case(steps.chat_sent, settled=0, states="failed"),
    Case(steps.chat_made, settled=0),
    Case(steps.chat_partly_shown, settled=0),
)

TITLES = (
    "killed when",
    "asked",
    "billed",
    "reserved",
    "settled",
    "possibly billed",
    "refunded",
    "shown",
    "in the end",
)

Rows = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def rows() -> Generator[Rows]:
    """Take one row a step, and print the table when all have been killed."""
    table: Rows = [TITLES]
    yield table
    sys.stdout.write(f"\n{laid_out(table)}\n")


@asynccontextmanager
async def killed(world: Stack, step: Step, **settings: str) -> AsyncGenerator[None]:
    """Kill the process at this step, and let the next one look after what it left behind."""
    async with world.bot(**settings) as bot:
        await world.ready()
        await step(world)
        bot.kill()
        await bot.wait()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    world.discord.faults.clear()
    async with world.bot(**settings) as bot:
        await world.ready()
        await until_final(world.folder, within=WITHIN)
        yield
        assert await bot.stop() == 0


def said(world: Stack) -> list[Message]:
    """Return what the bot said in the channel."""
    return [message for message in world.art.messages if message.from_bot]


@pytest.mark.parametrize("case", CASES, ids=attrgetter("step.__name__"))
async def test_a_kill_loses_nothing_and_pays_nothing_twice(
    world: Stack, case: Case, rows: Rows
) -> None:
    """After kill -9 at this step every paid picture is shown once, and the ledger adds up."""
    async with killed(world, case.step, **case.settings):
        await world.discord.wait_for(lambda: not steps.pending(world), within=WITHIN)
    lines, states = await asyncio.to_thread(
        attrgetter("lines", "states"), ledger_sums(world.folder)
    )
    hung = Counter(
        picture.filename.split(".")[0]
        for message in steps.gallery(world)
        for picture in message.pictures
    )
    billed = sum(request.billed for request in world.relay.requests)
    asked, final = len(world.relay.requests), ", ".join(states)
    kinds = ("reserve", "settle", "possibly-billed", "refund")
    booked = [lines[kind] for kind in kinds]
    name = case.step.__name__.replace("_", " ")
    rows.append((name, asked, billed, *booked, hung.total(), final))

    assert booked == [case.settled + case.possible, case.settled, case.possible, 0]
    assert case.settled <= billed <= case.settled + case.possible
    stored = [picture for job in accounts(world.folder) for picture in job.pictures]
    assert hung == dict.fromkeys(stored[case.kept :], 1)
    assert (asked, len(stored), final) == (case.asked, case.settled, case.states)


async def test_a_member_is_told_of_what_may_have_been_billed(world: Stack) -> None:
    """The painting line of a job that was sent becomes a sentence with a button that works."""
    async with killed(world, steps.sent):
        (told,) = await world.discord.wait_for(
            lambda: [message for message in said(world) if "restarted" in message.text],
            within=WITHIN,
        )
        assert "allowance was given back" in told.text
        pressed = await world.anna.press(told, label="Try again")
        assert (await answered(world, pressed)).pictures


async def test_the_author_hears_of_a_picture_that_comes_late(world: Stack) -> None:
    """What is posted after a restart is told to its author, who was not looking any more."""
    async with killed(world, steps.made):
        await world.discord.wait_for(lambda: world.discord.pings, within=WITHIN)
        (ping,) = world.discord.pings
        assert world.anna.id in ping.whom.user_ids
        assert not ping.whom.everyone


async def test_an_error_line_is_not_taken_for_the_gallery(world: Stack) -> None:
    """A picture that could not be posted is posted by the next process, and paid for once."""

    async def refused(world: Stack) -> None:
        world.relay.next(faults.slow(0.5))
        asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
        progress = await asked.result(within=WITHIN)
        world.discord.faults.add("PATCH", steps.ANSWER, status=503, times=4)
        assert "is kept" in (await finished(world, progress)).text

    async with killed(world, refused):
        await world.discord.wait_for(lambda: steps.gallery(world), within=WITHIN)
    assert len(steps.gallery(world)) == len(world.relay.requests) == 1


async def test_somebody_elses_reply_is_not_taken_for_the_answer(world: Stack) -> None:
    """Who replied to the asker meanwhile is no bot: the picture is posted as the bot's own."""
    async with killed(world, steps.mention_made):
        (shown,) = await world.discord.wait_for(lambda: steps.gallery(world), within=WITHIN)
    asked = next(message for message in world.art.messages if message.author_id == world.anna.id)
    assert shown.reference_id == asked.id


@pytest.mark.parametrize("step", [steps.chat_made, steps.chat_partly_shown])
async def test_stored_words_are_posted_once(world: Stack, step: Step) -> None:
    """An answer in words that was stored stands there whole after a restart, and once."""
    async with killed(world, step):
        await world.discord.wait_for(lambda: world.discord.pings, within=WITHIN)
    answer, ping = said(world)
    assert answer.text.endswith(steps.LAST_WORDS)
    assert ping.reference_id == answer.id


async def test_words_that_broke_off_can_be_asked_for_again(world: Stack) -> None:
    """Under what came of an answer stands why it broke off, with a button that asks anew."""
    async with killed(world, steps.chat_sent):
        (told,) = said(world)
        await world.discord.message_changed(
            told, lambda seen: "restarted" in seen.text, within=WITHIN
        )
        assert told.text.startswith("I am a demo, no AI")
        world.relay._chunk_delay = 0.0
        pressed = await world.anna.press(told, label="Try again")
        assert (await answered(world, pressed)).text.endswith(steps.LAST_WORDS)
