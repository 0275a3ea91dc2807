"""The connection to the database, set so that what was committed stays."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

WRITES = {"atelier_writes": True}
"""Execution options that mark an engine's transactions as writing."""

CONNECTIONS = 4
"""Connections of a SQLite pool: one writes, the others read. Each has a thread."""

PRAGMAS = (
    # First, because the others may have to wait for another process.
    "PRAGMA busy_timeout = 10000",
    # Readers do not wait for the writer.
    "PRAGMA journal_mode = WAL",
    # NORMAL forgets the newest commits at a power cut: a job that was sent would look as if it
    # was not, and be paid for again. An fsync a commit is little beside a relay's answer.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


def create_engine(path: Path) -> AsyncEngine:
    """Return an engine for a SQLite file, which is made at the first use.

    Close it with `dispose()` in a `finally`: every connection is a thread.
    """
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        # Parameters are prompts: they stay out of errors, which are logged.
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        # The driver's own BEGIN comes late and never takes the write lock; ours is below.
        connect_args={"isolation_level": None},
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a lock asked for after a read fails without waiting."""
    if connection.get_execution_options().items() >= WRITES.items():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
