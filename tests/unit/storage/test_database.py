"""Transactions in threads: who waits for whom, and what stays of one that fails."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from bot.domain.access import Terms
from bot.domain.errors import StorageFailed
from bot.domain.job import JobKind
from bot.storage.store import SqlStore
from bot.storage.tables import jobs
from tests.contract.builders import GUILD, MEMBER, NOON, request
from tests.contract.builders import used as used_by

SOON = 10
"""Seconds after which a test gives up."""


class Pause:
    """A piece of work that stays in its transaction until it may go on."""

    def __init__(self) -> None:
        self.began, self.may_end = threading.Event(), threading.Event()

    def __call__(self, _: Connection) -> None:
        self.began.set()
        assert self.may_end.wait(SOON)

    async def until_it_runs(self) -> None:
        assert await asyncio.to_thread(self.began.wait, SOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a database."""
    return tmp_path / "atelier.sqlite3"


def count(connection: Connection) -> int:
    """Count the jobs that a connection sees."""
    return connection.execute(select(func.count()).select_from(jobs)).scalar_one()


def set_to(pragma: str) -> Callable[[Connection], None]:
    """Return what sets the connection that was used last, which is used again."""
    return lambda connection: connection.exec_driver_sql(f"PRAGMA {pragma}").close()


async def accept(store: SqlStore) -> None:
    """Write a job."""
    await store.accept(request(), terms=Terms(99, 99), now=NOON)


async def test_readers_do_not_wait_for_the_writer(store: SqlStore):
    """What is committed is read while somebody writes."""
    await accept(store)
    pause = Pause()
    writing = asyncio.create_task(store.write(pause))
    await pause.until_it_runs()
    try:
        assert await asyncio.wait_for(store.read(count), SOON) == 1
    finally:
        pause.may_end.set()
        await writing


async def test_what_is_to_be_written_waits_in_order(store: SqlStore):
    """One after the other, as it came."""
    written: list[int] = []
    await asyncio.gather(
        *(store.write(lambda _, number=number: written.append(number)) for number in range(20))
    )
    assert written == list(range(20))


async def test_a_write_that_waits_is_done_though_its_caller_is_cancelled(store: SqlStore):
    """A picture that was paid for is stored whoever stopped waiting for that."""
    pause = Pause()
    writing = asyncio.create_task(store.write(pause))
    await pause.until_it_runs()
    accepting = asyncio.create_task(accept(store))
    await asyncio.sleep(0)
    accepting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await accepting
    pause.may_end.set()
    await writing
    await store.write(lambda _: None)
    assert await store.read(count) == 1


async def test_closing_waits_for_what_nobody_waits_for_any_more(path: Path):
    """A transaction whose caller was cancelled, and the one after it, are committed."""
    pause = Pause()
    async with SqlStore.open(path) as store:
        callers = [asyncio.create_task(store.write(pause)), asyncio.create_task(accept(store))]
        await pause.until_it_runs()
        for caller in callers:
            caller.cancel()
        await asyncio.gather(*callers, return_exceptions=True)
        asyncio.get_running_loop().call_later(0.1, pause.may_end.set)
    assert not [thread for thread in threading.enumerate() if "database" in thread.name]
    async with SqlStore.open(path) as store:
        assert await store.read(count) == 1


async def test_what_comes_after_the_end_is_a_storage_error(path: Path):
    """A task that outlives the store hears what any other trouble with it would say."""
    async with SqlStore.open(path) as store:
        pass
    with pytest.raises(StorageFailed, match="closed"):
        await accept(store)


async def test_the_loop_turns_while_the_database_closes(path: Path):
    """A transaction that takes its time holds up nobody else."""
    pause = Pause()

    async def leave_behind() -> None:
        async with SqlStore.open(path) as store:
            writing = asyncio.create_task(store.write(pause))
            await pause.until_it_runs()
            writing.cancel()

    closing = asyncio.create_task(leave_behind())
    await pause.until_it_runs()
    for _ in range(50):
        await asyncio.sleep(0.001)
    assert not closing.done()
    pause.may_end.set()
    await closing


async def test_a_transaction_that_fails_leaves_nothing(store: SqlStore):
    """What it wrote before is rolled back, and others write."""

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT INTO conversations (channel_id, created_at) VALUES (1, 1)"
        )
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        await store.write(fail)
    found = "SELECT count(*) FROM conversations"
    assert await store.read(lambda connection: connection.exec_driver_sql(found).scalar()) == 0
    await accept(store)


async def test_a_locked_database_is_a_storage_error(store: SqlStore, path: Path):
    """Another process that holds the lock for too long is told of, and reading goes on."""
    await store.write(set_to("busy_timeout = 50"))
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match="database is locked"):
            await accept(store)
        assert await store.read(count) == 0
        other.execute("ROLLBACK")
    finally:
        other.close()
    await accept(store)
    assert await store.read(count) == 1


async def test_a_full_disk_is_a_storage_error(store: SqlStore):
    """The error says so and nothing of what was to be written, of which no part is."""
    await accept(store)
    await store.write(set_to("max_page_count = 1"))  # SQLite makes it what there is
    long = request("a secret wish" * 9_999)
    with pytest.raises(StorageFailed, match="database or disk is full") as failed:
        await store.accept(long, terms=Terms(99, 99), now=NOON)
    assert "secret" not in f"{failed.value!r} {failed.value.__cause__!r}"
    used = await used_by(store, GUILD, MEMBER, JobKind.PICTURE, NOON)
    assert await store.read(count) == used == 1


async def test_a_read_that_is_cancelled_lets_others_read(store: SqlStore):
    """More than there are threads for."""
    for _ in range(9):
        reading = asyncio.create_task(store.read(count))
        await asyncio.sleep(0)
        reading.cancel()
        with suppress(asyncio.CancelledError):
            await reading
    assert await asyncio.wait_for(store.read(count), SOON) == 0
