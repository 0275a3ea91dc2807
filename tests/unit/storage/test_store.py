import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from blockbuster import blockbuster_ctx
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.content import Part
from bot.domain.errors import QuotaUsedUp, StorageFailed
from bot.domain.job import Job, JobState, Shown
from bot.storage.store import SqlStore
from bot.storage.tables import blob_refs, jobs
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    IN_THREAD,
    MEMBER,
    NOON,
    THREAD,
    blob,
    draft,
    order,
    picture_part,
)


@pytest.fixture
def store(engine: AsyncEngine) -> SqlStore:
    """Open the store on the empty database."""
    return SqlStore(engine)


@contextmanager
def recorded(engine: AsyncEngine) -> Iterator[list[tuple[str, Any]]]:
    """Collect what is executed, with its parameters."""
    statements: list[tuple[str, Any]] = []

    def note(*event: Any):
        statements.append(event[2:4])

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def state(engine: AsyncEngine, job_id: int) -> str | None:
    """Read the state of a job."""
    async with engine.connect() as connection:
        return await connection.scalar(select(jobs.c.state).where(jobs.c.id == job_id))


async def test_what_is_committed_is_on_the_disk(engine: AsyncEngine):
    """Commits are synced, readers do not block, foreign keys are checked."""
    async with engine.connect() as connection:
        values = {
            name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    full = 2
    assert values == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


async def test_a_job_is_few_statements_in_four_transactions(engine: AsyncEngine, store: SqlStore):
    """From accepted to posted: at most 15 statements, each step committed by itself."""
    parent = await store.made(await store.accept(order(), daily_limit=9, now=NOON), draft(), NOON)
    with recorded(engine) as statements:
        job = await store.accept(order(parent_id=parent.id), daily_limit=9, now=NOON)
        await store.sent(job.id, NOON)
        turn = await store.made(job, draft(), NOON)
        await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
    executed = [statement for statement, _ in statements]
    transactions = executed.count("BEGIN IMMEDIATE")
    assert transactions == 4
    assert len(executed) - transactions <= 15


async def test_no_read_scans_a_table(engine: AsyncEngine, store: SqlStore):
    """Each read finds its rows by an index and in the order that it wants."""
    parent_id = None
    for number in range(30):
        job = await store.accept(
            order(place=IN_THREAD, parent_id=parent_id), daily_limit=99, now=NOON
        )
        turn = await store.made(job, draft(str(number), parent_id=parent_id), NOON)
        await store.posted(job.id, [Shown(number, 0, turn.id, 1, CHANNEL)], NOON)
        parent_id = turn.id
    reads = {
        "path": lambda: store.path(parent_id, limit=10),
        "turn": lambda: store.turn(parent_id),
        "job": lambda: store.job(1),
        "turns_of": lambda: store.turns_of(1),
        "used_today": lambda: store.used_today(GUILD, MEMBER, NOON),
        "used_today in direct messages": lambda: store.used_today(None, MEMBER, NOON),
        "shown_in": lambda: store.shown_in(3),
        "newest_turn": lambda: store.newest_turn(THREAD),
        "newest_shown": lambda: store.newest_shown(CHANNEL),
        "kept_thread": lambda: store.kept_thread(THREAD),
        "head": lambda: store.head(THREAD),
        "conversation_of": lambda: store.conversation_of(parent_id),
        "nodes": lambda: store.nodes(1),
        "asked_turns": lambda: store.asked_turns([1, parent_id]),
        "unfinished": lambda: store.unfinished(untouched_since=NOON),
        "newest_kept": lambda: store.newest_kept(MEMBER),
        "ended": lambda: store.ended(1, JobState.FAILED, "error", NOON, possibly_billed=False),
    }
    few = {"SCAN path", "SCAN jobs USING INDEX ix_jobs_unfinished"}  # an index of these alone
    sorted_by_hand = {"path"}  # by its length: as many rows as the path has
    for name, read in reads.items():
        with recorded(engine) as statements:
            await read()
        statement, values = next(run for run in statements if "SELECT" in run[0])
        async with engine.connect() as connection:
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            steps = [row.detail for row in plan]
        scans = [step for step in steps if step.startswith("SCAN") and step not in few]
        assert not scans, (name, steps)
        if name not in sorted_by_hand:
            assert not [step for step in steps if "ORDER BY" in step], (name, steps)


async def test_a_path_reads_as_many_turns_as_it_has(engine: AsyncEngine, store: SqlStore):
    """A long conversation is one statement, and the limit bounds the rows."""
    turn = await store.made(await store.accept(order(), daily_limit=9, now=NOON), draft(), NOON)
    with recorded(engine) as statements:
        assert await store.path(turn.id, limit=5) == [turn]
    assert len(statements) == 1


async def test_a_turn_names_all_its_blobs_once(engine: AsyncEngine, store: SqlStore):
    """Pictures of both sides and long signatures; the same blob twice is one row."""
    job = await store.accept(order(), daily_limit=9, now=NOON)
    answer = draft("answer", signature=blob("signature"))
    twice = (picture_part("asked"), picture_part("asked"), Part(text="why", signature="short"))
    made = await store.made(
        job, type(answer)(None, twice, answer.answer, answer.model, answer.family), NOON
    )
    async with engine.connect() as connection:
        rows = (await connection.execute(select(blob_refs))).all()
    assert sorted(rows) == sorted(
        (blob(name).key, made.id) for name in ("asked", "answer", "signature")
    )


async def test_a_turn_without_blobs_names_none(engine: AsyncEngine, store: SqlStore):
    """A chat of words is only words."""
    job = await store.accept(order(), daily_limit=9, now=NOON)
    words = (Part(text="hello"),)
    await store.made(job, type(draft())(None, words, words, "talker", "talkers"), NOON)
    async with engine.connect() as connection:
        assert await connection.scalar(select(func.count()).select_from(blob_refs)) == 0


async def test_each_step_of_a_job_is_its_state(engine: AsyncEngine, store: SqlStore):
    """Accepted, sent, made, posted."""
    job = await store.accept(order(), daily_limit=9, now=NOON)
    states = [await state(engine, job.id)]
    await store.sent(job.id, NOON)
    states.append(await state(engine, job.id))
    turn = await store.made(job, draft(), NOON)
    states.append(await state(engine, job.id))
    await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
    states.append(await state(engine, job.id))
    assert states == [JobState.ACCEPTED, JobState.SENT, JobState.MADE, JobState.POSTED]


async def test_a_second_request_does_not_hide_what_was_made(engine: AsyncEngine, store: SqlStore):
    """A job of several pictures is sent several times; a made picture still has to be posted."""
    job = await store.accept(order(count=2), daily_limit=9, now=NOON)
    await store.sent(job.id, NOON)
    await store.made(job, draft(), NOON)
    await store.sent(job.id, NOON)
    assert await state(engine, job.id) == JobState.MADE


async def test_a_job_that_made_nothing_has_failed(engine: AsyncEngine, store: SqlStore):
    """Its row says so, why, and when."""
    job = await store.accept(order(count=2), daily_limit=9, now=NOON)
    later = NOON + timedelta(minutes=1)
    await store.ended(job.id, JobState.FAILED, "error-relay-fault", later, possibly_billed=True)
    async with engine.connect() as connection:
        row = (await connection.execute(select(jobs))).one()
    assert (row.state, row.error, row.updated_at) == (
        JobState.FAILED,
        "error-relay-fault",
        later,
    )


async def test_a_job_that_made_something_stays_as_far_as_it_came(
    engine: AsyncEngine, store: SqlStore
):
    """Its picture is still to be posted."""
    job = await store.accept(order(count=2), daily_limit=9, now=NOON)
    await store.made(job, draft(), NOON)
    await store.ended(job.id, JobState.FAILED, "error-relay-fault", NOON, possibly_billed=False)
    assert await state(engine, job.id) == JobState.MADE


async def test_a_mistake_of_ours_is_no_storage_error(store: SqlStore):
    """A turn of a job that never was breaks the schema's rules, not the disk."""
    with pytest.raises(IntegrityError):
        await store.made(Job(404, 1, order(), NOON), draft(), NOON)


async def test_two_processes_do_not_overdraw(engine: AsyncEngine, tmp_path: Path):
    """The limit holds between connections that share nothing but the file."""
    async with SqlStore.open(tmp_path / "atelier.sqlite3") as other:
        stores = [SqlStore(engine), other] * 6
        results = await asyncio.gather(
            *(store.accept(order(), daily_limit=5, now=NOON) for store in stores),
            return_exceptions=True,
        )
    assert sum(isinstance(result, QuotaUsedUp) for result in results) == 7


async def test_a_write_that_is_cancelled_lets_others_write(engine: AsyncEngine, store: SqlStore):
    """Wherever it was interrupted, the lock is free and the books are whole."""
    for turns_of_the_loop in range(25):
        task = asyncio.create_task(store.accept(order(), daily_limit=999, now=NOON))
        for _ in range(turns_of_the_loop):
            await asyncio.sleep(0.0005)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await store.accept(order(), daily_limit=999, now=NOON)
    async with engine.connect() as connection:
        written = await connection.scalar(select(func.count()).select_from(jobs))
    assert await store.used_today(GUILD, MEMBER, NOON) == written


async def test_the_loop_never_waits_for_the_database(store: SqlStore):
    """No call that may block is made on the event loop."""
    with blockbuster_ctx():
        job = await store.accept(order(), daily_limit=9, now=NOON)
        await store.sent(job.id, NOON)
        turn = await store.made(job, draft(), NOON)
        await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
        assert await store.path(turn.id, limit=9) == [turn]


async def test_a_database_that_fails_is_a_storage_error(
    engine: AsyncEngine, store: SqlStore, caplog: pytest.LogCaptureFixture
):
    """The error says what SQLite said, and nothing of what was to be written."""
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE ledger"))
    caplog.set_level(logging.DEBUG, "sqlalchemy.engine")
    with pytest.raises(StorageFailed, match="no such table: ledger") as failed:
        await store.accept(order("a secret wish", count=1), daily_limit=9, now=NOON)
    assert "secret" not in f"{failed.value!r} {failed.value.__cause__!r} {caplog.text}"
    with pytest.raises(StorageFailed):
        await store.used_today(GUILD, MEMBER, NOON)
