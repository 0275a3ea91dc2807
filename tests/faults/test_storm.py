"""Many jobs under random faults and restarts: nothing paid is lost, nothing is paid twice.

`SEED` repeats the choices of a run; `JOBS` says how many jobs it has at least.
"""

import asyncio
import contextlib
import gc
import itertools
import os
import sys
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from demo.stack import Stack, local_stack
from tests.faults.aside import aside
from tests.faults.cpu import Cpu
from tests.faults.crowd import NUMBER, Crowd
from tests.faults.ledger import KEPT, Account, accounts, shown, until_final
from tests.faults.table import laid_out
from tests.faults.weather import FAIR, KINDS, kind_of

pytestmark = pytest.mark.slow

SEED = int(os.environ.get("SEED") or 7)
JOBS = int(os.environ.get("JOBS") or 20)
MANY = 100
RESTARTS = 3 if JOBS >= MANY else 1

PATIENCE = 30
"""Seconds without a byte after which the bot gives a request up, where models take minutes.

Many times what the relay takes for one, so that no busy machine makes the bot give up.
"""

LOOKED_AFTER = 180.0
"""Seconds within which all is over in fair weather: the bot looks for left jobs now and then."""

LOOK = 3.0
"""Seconds between two looks into the ledger, which cost as much as a job."""

LARGEST_SHARE = 0.3
"""What the embedded Discord, its members and the relay take at most of the bot's CPU."""

SETTINGS = {
    "ATELIER_DAILY_PICTURES": "10000",
    "ATELIER_DAILY_MESSAGES": "10000",
    "ATELIER_SHUTDOWN_SECONDS": "3",
}
IMPATIENT = "\n".join(
    f'[models."{model}"]\ntimeout = {PATIENCE}'
    for model in (
        "gemini-3-pro-image-preview",
        "gemini-3-pro-image",
        "gemini-3.1-flash-image-preview",
        "gemini-3.1-flash-image",
        "gemini-3.1-pro",
        "gemini-3.1-pro-preview",
        "gemini-3-flash-preview",
    )
)

TITLES = ("met", "jobs", "billed", "settled", "possibly billed", "refunded", "shown", "kept")

KILL, STOP, SLOW = "kill -9", "SIGTERM", "slow"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[Stack]:
    """Give a Discord and a relay that do not hold each other up."""
    # They keep what they get, and to look through it for garbage is no work of theirs.
    gc.disable()
    async with local_stack(tmp_path, delay=0.0, sketches=True, opened=aside) as here:
        yield here
    gc.enable()


@dataclass(frozen=True, slots=True)
class End:
    """Say how and when a process ended."""

    how: str
    at: datetime


@dataclass(slots=True)
class Asked:
    """Hold all that came of one number: in the ledger, on the bill, and what it met on its way."""

    jobs: list[Account] = field(default_factory=list)
    billed: int = 0
    met: set[str] = field(default_factory=set)

    def booked(self, kind: str) -> int:
        """Sum one kind of line."""
        return sum(job.lines[kind] for job in self.jobs)

    @property
    def worst(self) -> str:
        """Name the worst that it met."""
        order = (KILL, STOP, SLOW, *(kind.name for kind in reversed(KINDS)))
        return next((name for name in order if name in self.met), FAIR)


@contextlib.asynccontextmanager
async def running(world: Stack, *, end: str = STOP) -> AsyncGenerator[None]:
    """Run the bot with the settings of the storm, and end it so."""
    async with world.bot(**SETTINGS) as bot:
        await world.ready()
        yield
        if end == KILL:
            bot.kill()
            await bot.wait()
        else:
            assert await bot.stop() == 0
    await world.discord.wait_for(lambda: not world.discord.gateway.connected)


async def until_restarted(world: Stack, crowd: Crowd, chance: Random) -> list[End]:
    """Run the bot and end it as often as needed while the crowd asks, and say how it ended."""
    ends: list[End] = []
    hows = itertools.islice(itertools.cycle((KILL, STOP)), chance.randrange(2), None)
    for nth in range(1, RESTARTS + 1):
        how = next(hows)
        async with running(world, end=how):
            crowd.may_ask.set()
            await crowd.until_accepted(nth / (RESTARTS + 1), pause=LOOK)
            crowd.may_ask.clear()
            ends.append(End(how, datetime.now(UTC)))
    return ends


def by_number(world: Stack, jobs: Iterable[Account], ends: Iterable[End]) -> dict[str, Asked]:
    """Bring jobs and requests together that were asked for with the same number."""
    found: dict[str, Asked] = {}
    for job in jobs:
        (number,) = NUMBER.findall(job.prompt)
        asked = found.setdefault(number, Asked())
        asked.jobs.append(job)
        asked.met |= {end.how for end in ends if job.began <= end.at <= job.ended}
    for request in world.relay.requests:
        if request.body is None:  # the bot was killed while it sent it
            assert not request.billed
            continue
        texts = [part["text"] for part in request.body["contents"][-1]["parts"] if "text" in part]
        (number,) = NUMBER.findall(texts[-1])
        asked = found.setdefault(number, Asked())
        asked.billed += request.billed
        asked.met.add(kind_of(request).name)
        if request.seconds >= PATIENCE:  # so many at once that the relay did not get to it in time
            asked.met.add(SLOW)
    return found


def table(asked: Iterable[Asked], hung: Counter[str]) -> str:
    """Lay out what became of the pictures, by the worst that they met."""
    groups: dict[str, list[Asked]] = {}
    for each in asked:
        groups.setdefault(each.worst, []).append(each)
    rows = [TITLES]
    everything = list(itertools.chain.from_iterable(groups.values()))
    for name, group in (*sorted(groups.items()), ("all", everything)):
        jobs = [job for each in group for job in each.jobs]
        figures = (
            len(jobs),
            sum(each.billed for each in group),
            sum(each.booked("settle") for each in group),
            sum(each.booked("possibly-billed") for each in group),
            sum(each.booked("refund") for each in group),
            sum(hung[picture] for job in jobs for picture in job.pictures),
            sum(len(job.pictures) for job in jobs if job.state == KEPT),
        )
        rows.append((name, *map(str, figures)))
    return laid_out(rows)


def mistakes(asked: dict[str, Asked], hung: Counter[str]) -> Iterator[str]:
    """Find what does not fit between the ledger, the bill and the pictures that hang."""
    may_cost = {KILL, STOP, SLOW, *(kind.name for kind in KINDS if kind.may_cost)}
    for number, each in asked.items():
        settled, possible = each.booked("settle"), each.booked("possibly-billed")
        if not settled <= each.billed <= settled + possible:
            yield f"#{number}: {each.billed} billed, {settled} settled: {each}"
        if possible and not each.met & may_cost:
            yield f"#{number}: nothing happened that may have cost {possible}: {each}"
        for job in each.jobs:
            ended = sum(job.lines[kind] for kind in ("settle", "refund", "possibly-billed"))
            if job.lines["reserve"] != ended:
                yield f"#{number}: the ledger does not add up: {job}"
            wanted = 0 if job.state == KEPT else 1
            for picture in job.pictures:
                if hung[picture] != wanted:
                    yield f"#{number}: {picture} is shown {hung[picture]} times: {job}"


@pytest.mark.timeout(300 + 2 * JOBS)
@pytest.mark.logs_errors  # aiohttp's word for a request whose sender was killed
async def test_a_storm_loses_nothing_and_pays_nothing_twice(world: Stack) -> None:
    """After random faults and restarts every job is final, and ledger, bill and pictures fit."""
    began, cpu = time.monotonic(), Cpu.so_far()
    (world.folder / "atelier.toml").write_text(IMPATIENT)
    world.relay.requests = deque()
    crowd = Crowd(world, SEED, JOBS)
    async with asyncio.TaskGroup() as storm:
        asking = storm.create_task(crowd.ask())
        ends = await until_restarted(world, crowd, Random(SEED))
        async with running(world):
            crowd.may_ask.set()
            await crowd.until_accepted(1, pause=LOOK)
            await asking
            world.discord.faults.clear()
            await until_final(world.folder, within=LOOKED_AFTER, pause=LOOK)

    cpu = Cpu.so_far().since(cpu)
    asked = by_number(world, accounts(world.folder), ends)
    kept = max(each.seconds for each in world.relay.requests if kind_of(each).name == FAIR)
    places = crowd.hung()
    hung = Counter(places.values())
    sys.stdout.write(
        f"\nSEED={SEED} JOBS={JOBS}, {time.monotonic() - began:.0f} s,"
        f" {RESTARTS} restarts, {dict(crowd.disturbances)}\n{table(asked.values(), hung)}\n"
        f"{cpu}; the relay kept a fair request for {kept:.1f} s at most\n"
    )
    wrong = list(mistakes(asked, hung))
    wrong += [
        f"{name} is written to stand at {place}, where {places.get(place)} does"
        for place, name in shown(world.folder).items()
        if places.get(place) != name
    ]
    log = (world.folder / "bot.log").read_text()
    wrong += [line for line in log.splitlines() if "unexpected error" in line]
    wrong += world.discord.unknown_routes
    if JOBS >= MANY and cpu.share >= LARGEST_SHARE:
        wrong.append(f"the doubles cost too much: {cpu}")
    assert not wrong, f"SEED={SEED}\n" + "\n".join(wrong)
