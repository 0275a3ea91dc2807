"""Jobs in a SQL database: how far each came, and what the books say of it."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import case, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.errors import Gone, QuotaUsedUp
from bot.domain.job import UNSHOWN, Draft, Job, JobKind, JobState, Order, Shown, Unfinished
from bot.domain.usage import LedgerKind, day_end
from bot.storage import books, queries, tables
from bot.storage.database import Database, insert_one, to_its_end
from bot.storage.tables import (
    blob_refs,
    conversations,
    is_unfinished,
    job_blobs,
    jobs,
    turns,
)


class Jobs(Database):
    """Keep jobs, the turns that they make, and the books."""

    @to_its_end
    async def accept(self, order: Order, *, daily_limit: int, now: datetime) -> Job:
        """Write the job and reserve its pictures, in the parent's, the thread's or a new talk.

        Raise QuotaUsedUp, or Gone if the parent turn was deleted, without writing anything.
        """
        place = order.place
        pictures = order.count if order.kind is JobKind.PICTURE else 0
        account = books.account(place.guild_id, order.author_id, now)
        async with self.writing() as connection:
            if pictures and await books.used(connection, account) + pictures > daily_limit:
                raise QuotaUsedUp(limit=daily_limit, resets=int(day_end(now).timestamp()))
            conversation_id = await self._conversation(connection, order, now)
            job_id = await insert_one(
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
            if named := _blobs(order.user):
                await connection.execute(
                    insert(job_blobs), [{"blob": key, "job_id": job_id} for key in named]
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

    @to_its_end
    async def sent(self, job_id: int, now: datetime) -> bool:
        """Write that the next request is about to leave; False for a job that is over.

        A job of several pictures that is further stays so.
        """
        is_accepted = jobs.c.state == JobState.ACCEPTED
        async with self.writing() as connection:
            written = await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id, is_unfinished)
                .values(
                    state=case((is_accepted, JobState.SENT), else_=jobs.c.state), updated_at=now
                )
            )
        return written.rowcount > 0

    @to_its_end
    async def cancelled(self, job_id: int, error: str, now: datetime) -> bool:
        """End a job that is not sent yet, and return its pictures; False where it is too late."""
        async with self.writing() as connection:
            written = await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id, jobs.c.state == JobState.ACCEPTED)
                .values(state=JobState.CANCELLED, error=error, updated_at=now)
            )
            if written.rowcount:
                await _give_back(connection, job_id, LedgerKind.REFUND, now)
        return written.rowcount > 0

    @to_its_end
    async def made(self, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture.

        An answer without a picture may have been billed all the same, so what was reserved for it
        is returned as such. Nothing is settled for chat, nor for an answer that comes after its
        job failed: what was returned then is not taken again.

        What was paid is kept whatever was deleted meanwhile: without its parent, and where its job
        was forgotten, in another conversation and without the pictures that it was made from.
        """
        order = job.order
        painted = any(part.picture for part in draft.answer)
        parent = turns.alias()
        values: dict[str, Any] = {
            "author_id": order.author_id,
            "prompt": order.prompt,
            "answer": draft.answer,
            "model": draft.model,
            "family": draft.family,
            "aspect": order.aspect,
            "size": order.size,
            "created_at": now,
        }
        origin = {
            "job_id": job.id,
            "thread_id": order.place.thread_id,
            "parent_id": select(parent.c.id)
            .where(parent.c.id == draft.parent_id)
            .scalar_subquery(),
        }
        async with self.writing() as connection:
            conversation_id = await connection.scalar(
                queries.CONVERSATION_OF_JOB, {"job_id": job.id}
            )
            if conversation_id is None:
                orphan = replace(order, parent_id=None)
                conversation_id = await self._conversation(connection, orphan, now)
            values["conversation_id"] = conversation_id
            values["user"] = await _still_there(connection, job, draft.user)
            inserted = await connection.execute(
                insert(turns).values(values | origin).returning(turns.c.id, turns.c.parent_id)
            )
            turn = Turn(**values, **inserted.mappings().one())
            if named := _blobs((*turn.user, *turn.answer)):
                await connection.execute(
                    insert(blob_refs), [{"blob": key, "turn_id": turn.id} for key in named]
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
                update(jobs)
                .where(jobs.c.id == job.id)
                .values(state=JobState.MADE, conversation_id=conversation_id, updated_at=now)
            )
        return turn

    @to_its_end
    async def posted(self, job_id: int, shown: list[Shown], now: datetime) -> None:
        """Write which message shows which part, in place of what these messages showed before.

        A turn that was forgotten while it was shown stays so.
        """
        async with self.writing() as connection:
            if shown:
                messages = {part.message_id for part in shown}
                await connection.execute(
                    delete(tables.shown).where(tables.shown.c.message_id.in_(messages))
                )
                turn_ids = {"turn_ids": [part.turn_id for part in shown]}
                kept = set(await connection.scalars(queries.STILL_KEPT, turn_ids))
                rows = [asdict(part) for part in shown if part.turn_id in kept]
                if rows:
                    await connection.execute(insert(tables.shown), rows)
            await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id)
                .values(state=JobState.POSTED, updated_at=now)
            )

    @to_its_end
    async def kept(self, job_id: int, now: datetime, *, told: bool) -> None:
        """Write that what was made waits for its author, who was told so, or still has to be.

        What somebody was faster to show stays shown.
        """
        async with self.writing() as connection:
            await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id, jobs.c.state.in_(UNSHOWN))
                .values(state=JobState.KEPT, called_off=told, updated_at=now)
            )

    @to_its_end
    async def called_off(self, job_id: int, now: datetime) -> None:
        """Write that what is sent already is no longer wanted."""
        async with self.writing() as connection:
            await connection.execute(
                update(jobs).where(jobs.c.id == job_id).values(called_off=True, updated_at=now)
            )

    @to_its_end
    async def ended(
        self, job_id: int, state: JobState, error: str, now: datetime, *, possibly_billed: bool
    ) -> None:
        """Return what is still reserved; a job that made something stays as far as it came."""
        made_nothing = jobs.c.state.in_((JobState.ACCEPTED, JobState.SENT))
        kind = LedgerKind.POSSIBLY_BILLED if possibly_billed else LedgerKind.REFUND
        async with self.writing() as connection:
            await _give_back(connection, job_id, kind, now)
            await connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id)
                .values(
                    state=case((made_nothing, state), else_=jobs.c.state),
                    error=error,
                    updated_at=now,
                )
            )

    async def job(self, job_id: int) -> Job | None:
        """Return one job with its order; None also if its conversation was deleted."""
        row = await self.row(queries.JOB, job_id=job_id)
        return None if row is None else Job(**row)

    async def state(self, job_id: int) -> JobState | None:
        """Return how far a job came."""
        row = await self.row(queries.STATE, job_id=job_id)
        return None if row is None else JobState(row["state"])

    async def unfinished(self, *, untouched_since: datetime) -> list[Unfinished]:
        """Return the jobs that are in no final state and came no further since, oldest first."""
        rows = [
            dict(row)
            for row in await self.rows(queries.UNFINISHED, untouched_since=untouched_since)
        ]
        return [Unfinished(state=JobState(row.pop("state")), job=Job(**row)) for row in rows]

    async def newest_kept(self, author_id: int) -> int | None:
        """Return the last job of a member that could not be shown anywhere."""
        row = await self.row(queries.NEWEST_KEPT, author_id=author_id)
        return None if row is None else row["id"]

    async def turns_of(self, job_id: int) -> list[Turn]:
        """Return the turns that a job made, oldest first."""
        return [Turn(**row) for row in await self.rows(queries.TURNS_OF_JOB, job_id=job_id)]

    @to_its_end
    async def used_today(self, guild_id: int | None, author_id: int, now: datetime) -> int:
        """Count the pictures of this UTC day that a member has reserved or settled."""
        async with self.reading() as connection:
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
        return await insert_one(
            connection,
            insert(conversations).values(asdict(place) | {"created_at": now}),
        )


async def _give_back(
    connection: AsyncConnection, job_id: int, kind: LedgerKind, now: datetime
) -> None:
    """Book what a job still has reserved as returned, for the reason that `kind` names."""
    if reservation := await books.reserved(connection, job_id):
        await books.book(
            connection,
            kind,
            reservation.account,
            job_id=job_id,
            pictures=reservation.pictures,
            now=now,
        )


async def _still_there(
    connection: AsyncConnection, job: Job, parts: Sequence[Part]
) -> tuple[Part, ...]:
    """Leave out the uploads of a job that was forgotten: their files may be gone."""
    uploads = _blobs(job.order.user)
    if uploads:
        uploads -= set(await connection.scalars(queries.UPLOADS, {"job_id": job.id}))
    return tuple(part for part in parts if not (part.picture and part.picture.blob.key in uploads))


def _blobs(parts: Sequence[Part]) -> set[str]:
    """Collect the keys of the pictures and long signatures of parts."""
    pictures = {part.picture.blob.key for part in parts if part.picture}
    signatures = {part.signature.key for part in parts if isinstance(part.signature, BlobRef)}
    return pictures | signatures
