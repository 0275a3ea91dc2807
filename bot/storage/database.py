"""A SQL database that all of the store shares: transactions, in threads of its own."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, asynccontextmanager
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from bot.domain.errors import StorageFailed
from bot.storage.engine import READERS, begin_writing, create_engine, migrating
from bot.storage.failures import storage_errors
from bot.storage.migrate import NEWEST, bring_to_newest, revision_of
from bot.storage.snapshot import keep_before

if TYPE_CHECKING:
    from types import CoroutineType  # before 3.13 nothing but a type checker can subscript it

Store = TypeVar("Store", bound="Database")
Given = ParamSpec("Given")
Found = TypeVar("Found")


def reading(
    method: Callable[Concatenate[Store, Connection, Given], Found],
) -> Callable[Concatenate[Store, Given], "CoroutineType[Any, Any, Found]"]:
    """Let a method that is given a connection be awaited without one: see `Database.read`."""

    @wraps(method)
    async def run(self: Store, *args: Given.args, **kwargs: Given.kwargs) -> Found:
        return await self.read(lambda connection: method(self, connection, *args, **kwargs))

    return run


def writing(
    method: Callable[Concatenate[Store, Connection, Given], Found],
) -> Callable[Concatenate[Store, Given], "CoroutineType[Any, Any, Found]"]:
    """Let a method that is given a connection be awaited without one: see `Database.write`."""

    @wraps(method)
    async def run(self: Store, *args: Given.args, **kwargs: Given.kwargs) -> Found:
        return await self.write(lambda connection: method(self, connection, *args, **kwargs))

    return run


class Database:
    """Read and write; each method of what is built on it is one transaction.

    A transaction is an ordinary function that runs in a thread from its first statement to its
    last: the event loop hands it over once, and never waits for the disk. Every method may raise
    StorageFailed: the disk is full, the database locked or unreadable.

    `owner` names who opened it among all that ever did.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.owner = secrets.token_hex(8)
        # SQLite has one writer. Waiting for its thread is in order; waiting in SQLite polls.
        self._writer = ThreadPoolExecutor(1, "database-writer")
        self._readers = ThreadPoolExecutor(READERS, "database-reader")

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, beside: bool = False) -> AsyncGenerator[Self]:
        """Open a SQLite file, made if it is not there, and bring it to the newest revision.

        Who works `beside` the process that the data belongs to does neither. Closing it waits for
        what still runs. Raise StorageFailed with one line that says why it can't be used.
        """
        _check_place(path, beside=beside)
        database = cls(create_engine(path))
        try:
            await database._bring_to_newest(beside=beside)
            yield database
        finally:
            await asyncio.to_thread(database._close)

    async def _bring_to_newest(self, *, beside: bool) -> None:
        revision = await self.read(revision_of)
        if revision != NEWEST:
            if beside:
                raise StorageFailed(
                    f"The database is at revision {revision}, and this version of Atelier works"
                    f" with {NEWEST}: run the version that wrote it, or `python -m bot migrate`."
                )
            if revision is not None and revision < NEWEST:
                await asyncio.to_thread(keep_before, Path(self.engine.url.database or ""))
            begin = partial(migrating, self.engine)
            await asyncio.shield(_handed_to(self._writer, begin, bring_to_newest))

    async def read(self, work: Callable[[Connection], Found]) -> Found:
        """Run what reads, on a connection that waits for no writer."""
        return await _handed_to(self._readers, self.engine.connect, work)

    async def write(self, work: Callable[[Connection], Found]) -> Found:
        """Run what writes, alone and after what was to be written before; commit it, or nothing.

        It runs to its end though its caller is cancelled, also while it waits: what it writes may
        be paid for.
        """
        begin = partial(begin_writing, self.engine)
        return await asyncio.shield(_handed_to(self._writer, begin, work))

    def _close(self) -> None:
        self._writer.shutdown()
        self._readers.shutdown()
        self.engine.dispose()


def _check_place(path: Path, *, beside: bool) -> None:
    with storage_errors():
        if beside:
            path.stat()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)


def _handed_to(
    threads: ThreadPoolExecutor,
    begin: Callable[[], AbstractContextManager[Connection]],
    work: Callable[[Connection], Found],
) -> asyncio.Future[Found]:
    def transaction() -> Found:
        with storage_errors(), begin() as connection:
            return work(connection)

    try:
        return asyncio.get_running_loop().run_in_executor(threads, transaction)
    except RuntimeError:
        raise StorageFailed("database: it is closed") from None
