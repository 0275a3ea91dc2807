"""Read the ledger as an operator would, beside the running bot."""

import asyncio
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

KEPT = "kept"
"""The state of a job whose pictures could not be shown, or were not wanted any more."""

_OF_PICTURES = "FROM ledger WHERE job_id IN (SELECT id FROM jobs WHERE kind = 'picture')"
"""A chat's lines stand for answers."""

FINAL = frozenset({"posted", KEPT, "refused", "failed", "cancelled"})


@dataclass(frozen=True, slots=True)
class LedgerSums:
    """Hold what the ledger says of all pictures, and how far each job came."""

    lines: Counter[str]
    states: list[str]


@dataclass(frozen=True, slots=True)
class Account:
    """Hold one job: how far it came, its lines of the ledger, and the pictures that it stored.

    A picture is named as its file is in Discord, without the suffix.
    """

    job_id: int
    state: str
    error: str | None
    prompt: str
    began: datetime
    ended: datetime
    lines: Counter[str]
    pictures: list[str]


def ledger_sums(folder: Path) -> LedgerSums:
    """Return the sums over all jobs."""
    with _reading(folder) as database:
        lines = database.execute(f"SELECT kind, SUM(pictures) {_OF_PICTURES} GROUP BY kind")
        lines = lines.fetchall()
        states = database.execute("SELECT state FROM jobs ORDER BY id").fetchall()
    return LedgerSums(Counter(dict(lines)), [state for (state,) in states])


def accepted(folder: Path) -> int:
    """Return how many jobs there are."""
    with _reading(folder) as database:
        (jobs,) = database.execute("SELECT COUNT(*) FROM jobs").fetchone()
    return jobs


def accounts(folder: Path) -> list[Account]:
    """Return every job by itself, oldest first."""
    with _reading(folder) as database:
        lines = database.execute(f"SELECT job_id, kind, pictures {_OF_PICTURES}").fetchall()
        turns = database.execute("SELECT job_id, id, answer FROM turns ORDER BY id").fetchall()
        jobs = database.execute(
            "SELECT id, state, error, request, created_at, updated_at FROM jobs ORDER BY id"
        ).fetchall()
    booked: dict[int, Counter[str]] = {}
    for job_id, kind, pictures in lines:
        booked.setdefault(job_id, Counter())[kind] += pictures
    stored: dict[int, list[str]] = {}
    for job_id, turn_id, answer in turns:
        parts = enumerate(json.loads(answer))
        names = [f"atelier-{turn_id}-{part}" for part, said in parts if said.get("picture")]
        stored.setdefault(job_id, []).extend(names)
    return [
        Account(
            job_id,
            state,
            error,
            json.loads(request)["prompt"],
            _moment(created_at),
            _moment(updated_at),
            booked.get(job_id, Counter()),
            stored.get(job_id, []),
        )
        for job_id, state, error, request, created_at, updated_at in jobs
    ]


def shown(folder: Path) -> dict[tuple[int, int], str]:
    """Return which picture stands at which position of which message, as it was written down."""
    with _reading(folder) as database:
        rows = database.execute(
            "SELECT message_id, position, turn_id, part FROM shown WHERE part IS NOT NULL"
        ).fetchall()
    return {(message, position): f"atelier-{turn}-{part}" for message, position, turn, part in rows}


async def until_final(folder: Path, *, within: float, pause: float = 0.02) -> None:
    """Return once every job is over; the ledger is read as often as `pause` says, in seconds."""
    deadline = time.monotonic() + within
    while not FINAL.issuperset(states := (await asyncio.to_thread(ledger_sums, folder)).states):
        if time.monotonic() > deadline:
            raise TimeoutError(f"jobs are left: {Counter(states)}")
        await asyncio.sleep(pause)


@contextmanager
def _reading(folder: Path) -> Generator[sqlite3.Connection]:
    path = folder / "data" / "atelier.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        yield database


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
