import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from blockbuster import blockbuster_ctx
from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import IntegrityError

from bot.domain.access import Terms
from bot.domain.content import Memory, Part
from bot.domain.errors import QuotaUsedUp, StorageFailed
from bot.domain.job import Job, JobKind, JobState, Shown
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
    picture_part,
    request,
    used,
)


def state(engine: Engine, job_id: int) -> str | None:
    """Read the state of a job."""
    with engine.connect() as connection:
        return connection.scalar(select(jobs.c.state).where(jobs.c.id == job_id))


async def test_what_is_committed_is_on_the_disk(engine: Engine):
    """Commits are synced, readers do not block, foreign keys are checked."""
    with engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    full = 2
    assert values == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


async def test_a_turn_names_all_its_blobs_once(engine: Engine, store: SqlStore):
    """Pictures of both sides and long signatures; the same blob twice is one row."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    answer = draft("answer", signature=blob("signature"))
    twice = (picture_part("asked"), picture_part("asked"), Part(text="why", memory=Memory("short")))
    made = await store.made(
        job, type(answer)(None, twice, answer.answer, answer.model, answer.family), NOON
    )
    with engine.connect() as connection:
        rows = connection.execute(select(blob_refs)).all()
    assert sorted(rows) == sorted(
        (blob(name).key, made.id) for name in ("asked", "answer", "signature")
    )


async def test_a_turn_without_blobs_names_none(engine: Engine, store: SqlStore):
    """A chat of words is only words."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    words = (Part(text="hello"),)
    await store.made(job, type(draft())(None, words, words, "talker", "talkers"), NOON)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(blob_refs)) == 0


async def test_each_step_of_a_job_is_its_state(engine: Engine, store: SqlStore):
    """Accepted, sent, made, posted."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    states = [state(engine, job.id)]
    await store.sent(job.id, NOON)
    states.append(state(engine, job.id))
    turn = await store.made(job, draft(), NOON)
    states.append(state(engine, job.id))
    await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
    states.append(state(engine, job.id))
    assert states == [JobState.ACCEPTED, JobState.SENT, JobState.MADE, JobState.POSTED]


async def test_a_second_request_does_not_hide_what_was_made(engine: Engine, store: SqlStore):
    """A job of several pictures is sent several times; a made picture still has to be posted."""
    job = await store.accept(request(count=2), terms=Terms(9, 9), now=NOON)
    await store.sent(job.id, NOON)
    await store.made(job, draft(), NOON)
    await store.sent(job.id, NOON)
    assert state(engine, job.id) == JobState.MADE


async def test_a_jobs_row_tells_who_asked_where_and_after_what(engine: Engine, store: SqlStore):
    """Whoever looks into the tables finds it without reading the request."""
    first = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    parent = await store.made(first, draft(), NOON)
    asked = request(place=IN_THREAD, parent_id=parent.id)
    job = await store.accept(asked, terms=Terms(9, 9), now=NOON)
    with engine.connect() as connection:
        row = connection.execute(select(jobs).where(jobs.c.id == job.id)).one()
    assert (row.author_id, row.guild_id, row.channel_id) == (MEMBER, GUILD, CHANNEL)
    assert (row.thread_id, row.parent_turn_id) == (THREAD, parent.id)


async def test_a_job_that_made_nothing_has_failed(engine: Engine, store: SqlStore):
    """Its row says so, why, and when."""
    job = await store.accept(request(count=2), terms=Terms(9, 9), now=NOON)
    later = NOON + timedelta(minutes=1)
    await store.ended(job.id, JobState.FAILED, "error-relay-fault", later, possibly_billed=True)
    with engine.connect() as connection:
        row = connection.execute(select(jobs)).one()
    assert (row.state, row.error, row.updated_at) == (
        JobState.FAILED,
        "error-relay-fault",
        later,
    )


async def test_a_job_that_made_something_stays_as_far_as_it_came(engine: Engine, store: SqlStore):
    """Its picture is still to be posted."""
    job = await store.accept(request(count=2), terms=Terms(9, 9), now=NOON)
    await store.made(job, draft(), NOON)
    await store.ended(job.id, JobState.FAILED, "error-relay-fault", NOON, possibly_billed=False)
    assert state(engine, job.id) == JobState.MADE


async def test_a_mistake_of_ours_is_no_storage_error(store: SqlStore):
    """A turn of a job that never was breaks the schema's rules, not the disk."""
    with pytest.raises(IntegrityError):
        await store.made(Job(404, 1, request(), NOON), draft(), NOON)


async def test_two_processes_do_not_overdraw(store: SqlStore, tmp_path: Path):
    """The limit holds between connections that share nothing but the file."""
    async with SqlStore.open(tmp_path / "atelier.sqlite3") as other:
        stores = [store, other] * 6
        results = await asyncio.gather(
            *(store.accept(request(), terms=Terms(5, 5), now=NOON) for store in stores),
            return_exceptions=True,
        )
    assert sum(isinstance(result, QuotaUsedUp) for result in results) == 7


async def test_a_write_that_is_cancelled_lets_others_write(engine: Engine, store: SqlStore):
    """Wherever it was interrupted, the lock is free and the books are whole."""
    for turns_of_the_loop in range(25):
        task = asyncio.create_task(store.accept(request(), terms=Terms(999, 999), now=NOON))
        for _ in range(turns_of_the_loop):
            await asyncio.sleep(0.0005)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await store.accept(request(), terms=Terms(999, 999), now=NOON)
    with engine.connect() as connection:
        written = connection.scalar(select(func.count()).select_from(jobs))
    assert await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON) == written


async def test_the_loop_never_waits_for_the_database(store: SqlStore):
    """No call that may block is made on the event loop."""
    with blockbuster_ctx():
        job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
        await store.sent(job.id, NOON)
        turn = await store.made(job, draft(), NOON)
        await store.posted(job.id, [Shown(1, 0, turn.id, 1, CHANNEL)], NOON)
        assert await store.path(turn.id, limit=9) == [turn]


async def test_a_database_that_fails_is_a_storage_error(
    engine: Engine, store: SqlStore, caplog: pytest.LogCaptureFixture
):
    """The error says what SQLite said, and nothing of what was to be written."""
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE ledger"))
    caplog.set_level(logging.DEBUG, "sqlalchemy.engine")
    with pytest.raises(StorageFailed, match="no such table: ledger") as failed:
        await store.accept(request("a secret wish", count=1), terms=Terms(9, 9), now=NOON)
    assert "secret" not in f"{failed.value!r} {failed.value.__cause__!r} {caplog.text}"
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE tallies"))
    with pytest.raises(StorageFailed):
        await used(store, GUILD, MEMBER, JobKind.PICTURE, NOON)
