"""How long modest members wait beside a greedy one, in virtual time.

The comparison, first come first served, is the same queue where everybody counts as one member. The
limit of jobs a member may have at once is left out, to see what the order alone does.
"""

import random
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final

from bot.services.fairness import FairQueue
from tests.benchmarks.goals import Goal

RUNNING: Final = 8
SECONDS: Final = (10.0, 30.0)
"""The shortest and the longest request, about as image models take."""

WORST: Final = 1 / 3
"""A third, or a modest member would feel the greedy one."""

ARRIVALS: Final = (1.0, 120.0)
"""When modest members come, in seconds after the greedy one, whose pile lasts longer."""


@dataclass(frozen=True, slots=True)
class Member:
    """Say who asks for how much, and where."""

    name: str
    server: str
    jobs: int


GREEDY: Final = Member("greedy", "A", 100)
MODEST: Final = tuple(
    Member(f"modest {number}", "ABC"[number % 3], 1 + number % 5) for number in range(9)
)


@dataclass(frozen=True, slots=True)
class Job:
    """Hold one request; times in seconds."""

    number: int
    member: Member
    arrival: float
    seconds: float


def simulate(*, seed: int, fair: bool) -> dict[Member, list[float]]:
    """Return the seconds that each member's jobs waited; a seed stands for the same jobs."""
    luck = random.Random(seed)
    jobs: list[Job] = []
    for member in (GREEDY, *MODEST):
        arrival = 0.0 if member is GREEDY else luck.uniform(*ARRIVALS)
        for _ in range(member.jobs):
            jobs.append(Job(len(jobs), member, arrival, luck.uniform(*SECONDS)))
    events: list[tuple[float, int, Job | None]] = [(job.arrival, job.number, job) for job in jobs]
    heapify(events)
    waits: dict[Member, list[float]] = {member: [] for member in (GREEDY, *MODEST)}
    queue, free = FairQueue[Job](), RUNNING
    while events:
        now, _, came = heappop(events)
        if came is None:
            free += 1
        elif fair:
            queue.push(came.member.server, came.member.name, came)
        else:
            queue.push("everywhere", "everybody", came)
        while free and queue:
            free -= 1
            job = queue.pop()
            waits[job.member].append(now - job.arrival)
            heappush(events, (now + job.seconds, job.number, None))
    return waits


def worst_modest(waits: dict[Member, list[float]]) -> float:
    """Return the longest wait of all modest members, in seconds."""
    return max(max(waits[member]) for member in MODEST)


async def goals(*, light: bool) -> list[Goal]:
    """Simulate, and return what was reached."""
    ratios = [
        worst_modest(simulate(seed=seed, fair=True)) / worst_modest(simulate(seed=seed, fair=False))
        for seed in range(1, 2 if light else 6)
    ]
    return [
        Goal(
            "longest wait beside a member with 100 jobs / first come first served",
            max(ratios),
            WORST,
            note=f"{RUNNING} requests at once, of {SECONDS[0]:.0f} to {SECONDS[1]:.0f} s each",
        )
    ]
