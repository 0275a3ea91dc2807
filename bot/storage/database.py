"""A SQL database that several rooms of the store share: transactions, and methods that end."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from sqlalchemy import Executable, Insert, RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.engine import WRITES, create_engine
from bot.storage.failures import storage_errors
from bot.storage.migrate import bring_to_newest

Method = TypeVar("Method", bound=Callable[..., Coroutine[Any, Any, Any]])


def to_its_end(method: Method) -> Method:
    """Let a method run to its end though its caller is cancelled.

    The driver's thread can't be interrupted: it would take the write lock for a transaction, or
    keep a connection, that nobody is left to end. Closing the database waits for it.
    """

    @wraps(method)
    async def run(self: "Database", *args: Any, **kwargs: Any) -> Any:
        task = asyncio.create_task(method(self, *args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return await asyncio.shield(task)

    return cast("Method", run)


class Database:
    """Read and write; each method of what is built on it is one transaction.

    Every method may raise StorageFailed: the disk is full, the database locked or unreadable.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._reading = engine
        self._writing = engine.execution_options(**WRITES)
        # SQLite has one writer. Waiting here is in order; waiting in SQLite polls, and holds a
        # connection that readers want.
        self._turn_to_write = asyncio.Lock()
        self.running = set[asyncio.Task[Any]]()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncGenerator[Self]:
        """Open a SQLite file, made if it is not there, and bring it to the newest revision.

        Raise StorageFailed with one line that says why it can't be used.
        """
        with storage_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(path)
        database = cls(engine)
        try:
            await bring_to_newest(engine)
            yield database
        finally:
            if database.running:  # their callers were cancelled
                await asyncio.wait(database.running)
            await engine.dispose()

    @to_its_end
    async def row(self, query: Executable, **values: int | datetime) -> RowMapping | None:
        """Return the one row that a query finds, if it finds any."""
        async with self.reading() as connection:
            return (await connection.execute(query, values)).mappings().one_or_none()

    @to_its_end
    async def rows(self, query: Executable, **values: int | datetime) -> list[RowMapping]:
        """Return all rows that a query finds."""
        async with self.reading() as connection:
            return list((await connection.execute(query, values)).mappings())

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection]:
        """Yield a connection that waits for no writer."""
        with storage_errors():
            async with self._reading.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        """Yield the one connection that writes, in a transaction that is committed at the end."""
        with storage_errors():
            async with self._turn_to_write, self._writing.begin() as connection:
                yield connection


async def insert_one(connection: AsyncConnection, statement: Insert) -> int:
    """Insert one row and return its id."""
    result = await connection.execute(statement)
    key = result.inserted_primary_key
    assert key is not None
    return key[0]
