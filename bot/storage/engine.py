"""The connections to the database, set so that what was committed stays."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event

READERS = 3
"""Connections to a SQLite file that read at the same time, beside the one that writes."""

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

NOTHING = "PRAGMA user_version = 0"
"""Sets what nobody ever set: SQLite writes the page all the same, as it would a row."""


def create_engine(path: Path) -> Engine:
    """Return an engine for a SQLite file, which is made at the first use."""
    engine = sqlalchemy.create_engine(
        URL.create("sqlite", database=str(path)),
        # Parameters are prompts: they stay out of errors, which are logged.
        hide_parameters=True,
        pool_size=READERS + 1,
        max_overflow=0,
        # The connection that was used last has its pages and statements at hand.
        pool_use_lifo=True,
        # The driver's own BEGIN comes late and never takes the write lock; ours is below.
        connect_args={"isolation_level": None},
    )
    event.listen(engine, "connect", _set_up)
    return engine


@contextmanager
def begin_writing(engine: Engine) -> Generator[Connection]:
    """Yield a connection that has the write lock, in a transaction that is committed at the end.

    The lock is taken at once: one that is asked for after a read fails without waiting.
    """
    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


@contextmanager
def migrating(engine: Engine) -> Generator[Connection]:
    """Yield what `begin_writing` does, with foreign keys off, on a connection for this alone.

    To change a table, SQLite drops it, and with foreign keys on that deletes all rows that refer
    to it (SQLite docs, ALTER TABLE). Within a transaction the pragma does nothing.
    """
    with engine.connect() as connection:
        connection.detach()
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        connection.commit()


def _set_up(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
