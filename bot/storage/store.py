"""The store on a SQL database."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from sqlalchemy import Executable, Insert, RowMapping, case, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.errors import Gone, QuotaUsedUp
from bot.domain.job import Draft, Job, JobKind, JobState, Order, Place, Shown, Unfinished
from bot.domain.model import Thinking
from bot.domain.usage import LedgerKind, day_end
from bot.storage import books, queries, tables
from bot.storage.database import WRITES, create_engine
from bot.storage.failures import storage_errors
from bot.storage.migrate import bring_to_newest
from bot.storage.tables import blob_refs, conversations, jobs, turns

Write = TypeVar("Write", bound=Callable[..., Coroutine[Any, Any, Any]])


def _to_its_end(write: Write) -> Write:
    """Let a write run to its end though its caller is cancelled.

    The driver's thread can't be interrupted: it would take the write lock for a transaction that
    nobody is left to end.
    """

    @wraps(write)
    async def run(*args: Any, **kwargs: Any) -> Any:
        return await asyncio.shield(write(*args, **kwargs))

    return cast("Write", run)


class SqlStore:
    """Keep conversations, jobs and the books; each method is one transaction.

    Every method may raise StorageFailed: the disk is full, the database locked or unreadable.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._reading = engine
        self._writing = engine.execution_options(**WRITES)
        # SQLite has one writer. Waiting here is in order; waiting in SQLite polls, and holds a
        # connection that readers want.
        self._turn_to_write = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncGenerator[Self]:
        """Open a SQLite file, made if it is not there, and bring it to the newest revision.

        Raise StorageFailed with one line that says why it can't be used.
        """
        with storage_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(path)
        store = cls(engine)
        try:
            await bring_to_newest(engine)
            yield store
        finally:
            # Behind the writes whose callers were cancelled.
            async with store._turn_to_write:
                await engine.dispose()

    @_to_its_end
    async def accept(self, order: Order, *, daily_limit: int, now: datetime) -> Job:
        """Write the job and reserve its pictures, in the parent's, the thread's or a new talk.

        Raise QuotaUsedUp, or Gone if the parent turn was deleted, without writing anything.
        """
        place = order.place
        pictures = order.count if order.kind is JobKind.PICTURE else 0
        account = books.account(place.guild_id, order.author_id, now)
        async with self._write() as connection:
            if pictures and await books.used(connection, account) + pictures > daily_limit:
                raise QuotaUsedUp(limit=daily_limit, resets=int(day_end(now).timestamp()))
            conversation_id = await self._conversation(connection, order, now)
            job_id = await _insert(
                connection,
                insert(jobs).values(
                    kind=order.kind,
                    state=JobState.ACCEPTED,
                    conversation_id=conversation_id,
                    parent_turn_id=order.parent_id,
                    guild_id=place.guild_id,
                    channel_id=place.channel_id,
                    thread_id=place.thread_id,
                    author_id=order.author_id,
                    request=order,
                    count=order.count,
                    created_at=now,
                    updated_at=now,
                ),
            )
            if pictures:
                await books.book(
                    connection,
                    LedgerKind.RESERVE,
                    account,
                    job_id=job_id,
                    pictures=pictures,
                    now=now,
                )
        return Job(job_id, conversation_id, order, now)

    @_to_its_end
    async def sent(self, job_id: int, now: datetime) -> None:
        """Write that the first request is about to leave; a job that is further stays so."""
        async with self._write() as connection:
            await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id, jobs.c.state == JobState.ACCEPTED)
                .values(state=JobState.SENT, updated_at=now)
            )

    @_to_its_end
    async def made(self, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture.

        An answer without a picture may have been billed all the same, so what was reserved for it
        is returned as such. Nothing is settled for chat, nor for an answer that comes after its
        job failed: what was returned then is not taken again.
        """
        order = job.order
        painted = any(part.picture for part in draft.answer)
        values: dict[str, Any] = {
            "conversation_id": job.conversation_id,
            "parent_id": draft.parent_id,
            "author_id": order.author_id,
            "prompt": order.prompt,
            "user": draft.user,
            "answer": draft.answer,
            "model": draft.model,
            "family": draft.family,
            "aspect": order.aspect,
            "size": order.size,
            "created_at": now,
        }
        origin = {"job_id": job.id, "thread_id": order.place.thread_id}
        async with self._write() as connection:
            turn_id = await _insert(connection, insert(turns).values(values | origin))
            if named := _blobs((*draft.user, *draft.answer)):
                await connection.execute(
                    insert(blob_refs), [{"blob": key, "turn_id": turn_id} for key in named]
                )
            if reservation := await books.reserved(connection, job.id):
                await books.book(
                    connection,
                    LedgerKind.SETTLE if painted else LedgerKind.POSSIBLY_BILLED,
                    reservation.account,
                    job_id=job.id,
                    pictures=1,
                    now=now,
                )
            await connection.execute(
                update(jobs).where(jobs.c.id == job.id).values(state=JobState.MADE, updated_at=now)
            )
        return Turn(id=turn_id, **values)

    @_to_its_end
    async def posted(self, job_id: int, shown: list[Shown], now: datetime) -> None:
        """Write which message shows which part, in place of what these messages showed before."""
        async with self._write() as connection:
            if shown:
                messages = {part.message_id for part in shown}
                await connection.execute(
                    delete(tables.shown).where(tables.shown.c.message_id.in_(messages))
                )
                await connection.execute(insert(tables.shown), [asdict(part) for part in shown])
            await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id)
                .values(state=JobState.POSTED, updated_at=now)
            )

    @_to_its_end
    async def failed(
        self, job_id: int, error: str, now: datetime, *, possibly_billed: bool
    ) -> None:
        """Return what is still reserved; a job that made something stays as far as it came."""
        made_nothing = jobs.c.state.in_((JobState.ACCEPTED, JobState.SENT))
        kind = LedgerKind.POSSIBLY_BILLED if possibly_billed else LedgerKind.REFUND
        async with self._write() as connection:
            if reservation := await books.reserved(connection, job_id):
                await books.book(
                    connection,
                    kind,
                    reservation.account,
                    job_id=job_id,
                    pictures=reservation.pictures,
                    now=now,
                )
            await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id)
                .values(
                    state=case((made_nothing, JobState.FAILED), else_=jobs.c.state),
                    error=error,
                    updated_at=now,
                )
            )

    async def path(self, turn_id: int, *, limit: int) -> list[Turn]:
        """Return the turns from the root (or `limit` back) to this turn, root first."""
        rows = await self._rows(queries.PATH, turn_id=turn_id, most=limit)
        return [Turn(**row) for row in rows]

    async def turn(self, turn_id: int) -> Turn | None:
        """Return one turn."""
        row = await self._row(queries.TURN, turn_id=turn_id)
        return None if row is None else Turn(**row)

    async def job(self, job_id: int) -> Job | None:
        """Return one job with its order; None also if its conversation was deleted."""
        row = await self._row(queries.JOB, job_id=job_id)
        if row is None:
            return None
        return _job(row)

    async def state(self, job_id: int) -> JobState | None:
        """Return how far a job came."""
        row = await self._row(queries.STATE, job_id=job_id)
        return None if row is None else JobState(row["state"])

    async def unfinished(self) -> list[Unfinished]:
        """Return the jobs that are neither posted nor failed, oldest first."""
        rows = await self._rows(queries.UNFINISHED)
        return [Unfinished(_job(row), JobState(row["state"])) for row in rows]

    async def turns_of(self, job_id: int) -> list[Turn]:
        """Return the turns that a job made, oldest first."""
        return [Turn(**row) for row in await self._rows(queries.TURNS_OF_JOB, job_id=job_id)]

    async def shown_in(self, message_id: int) -> list[Shown]:
        """Return what a message shows, by position."""
        return [Shown(**row) for row in await self._rows(queries.SHOWN_IN, message_id=message_id)]

    @_to_its_end
    async def keep_thread(
        self, place: Place, *, model: str, thinking: Thinking | None, now: datetime
    ) -> None:
        """Make a thread one whose messages are turns, or change its model; idempotent."""
        if place.thread_id is None:
            raise ValueError("only a thread can be kept")
        async with self._write() as connection:
            known = await connection.execute(
                update(conversations)
                .where(conversations.c.thread_id == place.thread_id)
                .values(model=model, thinking=thinking)
            )
            if not known.rowcount:
                await connection.execute(
                    insert(conversations).values(
                        asdict(place) | {"model": model, "thinking": thinking, "created_at": now}
                    )
                )

    async def kept_thread(self, thread_id: int) -> tuple[str, Thinking | None] | None:
        """Return the model and thinking of a kept thread; None for any other channel."""
        row = await self._row(queries.KEPT_THREAD, thread_id=thread_id)
        if row is None or row["model"] is None:
            return None
        return row["model"], Thinking(row["thinking"]) if row["thinking"] else None

    async def newest_turn(self, thread_id: int) -> int | None:
        """Return the id of the turn that was made last in a kept thread, of whatever talk."""
        row = await self._row(queries.NEWEST_TURN, thread_id=thread_id)
        return None if row is None else row["id"]

    async def newest_shown(self, channel_id: int) -> Shown | None:
        """Return the picture that was posted last in a channel or thread."""
        row = await self._row(queries.NEWEST_SHOWN, channel_id=channel_id)
        return None if row is None else Shown(**row)

    async def used_today(self, guild_id: int | None, author_id: int, now: datetime) -> int:
        """Count the pictures of this UTC day that a member has reserved or settled."""
        async with self._read() as connection:
            return await books.used(connection, books.account(guild_id, author_id, now))

    async def _conversation(self, connection: AsyncConnection, order: Order, now: datetime) -> int:
        """Find the conversation that an order goes on with, or begin one."""
        place = order.place
        if order.parent_id is not None:
            found = await connection.scalar(
                queries.CONVERSATION_OF_TURN, {"turn_id": order.parent_id}
            )
            if found is None:
                raise Gone
            return found
        if place.thread_id is not None:
            found = await connection.scalar(queries.KEPT_THREAD, {"thread_id": place.thread_id})
            if found is not None:
                return found
        return await _insert(
            connection,
            insert(conversations).values(asdict(place) | {"created_at": now}),
        )

    async def _row(self, query: Executable, **values: int) -> RowMapping | None:
        async with self._read() as connection:
            return (await connection.execute(query, values)).mappings().one_or_none()

    async def _rows(self, query: Executable, **values: int) -> list[RowMapping]:
        async with self._read() as connection:
            return list((await connection.execute(query, values)).mappings())

    @asynccontextmanager
    async def _read(self) -> AsyncGenerator[AsyncConnection]:
        with storage_errors():
            async with self._reading.connect() as connection:
                yield connection

    @asynccontextmanager
    async def _write(self) -> AsyncGenerator[AsyncConnection]:
        with storage_errors():
            async with self._turn_to_write, self._writing.begin() as connection:
                yield connection


async def _insert(connection: AsyncConnection, statement: Insert) -> int:
    """Insert one row and return its id."""
    result = await connection.execute(statement)
    key = result.inserted_primary_key
    assert key is not None
    return key[0]


def _blobs(parts: Sequence[Part]) -> set[str]:
    """Collect the keys of the pictures and long signatures of parts."""
    pictures = {part.picture.blob.key for part in parts if part.picture}
    signatures = {part.signature.key for part in parts if isinstance(part.signature, BlobRef)}
    return pictures | signatures


def _job(row: RowMapping) -> Job:
    return Job(row["id"], row["conversation_id"], row["request"], row["created_at"])
