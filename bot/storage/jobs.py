"""Jobs in a SQL database: how far each came, and what the books say of it."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.errors import Gone
from bot.domain.job import LEASE, Draft, Job, JobKind, JobState, Order, Shown, Unfinished
from bot.domain.usage import LedgerKind, used_up
from bot.storage import books, changes, places, queries
from bot.storage.database import Database, reads, writes


class Jobs(Database):
    """Keep jobs, the turns that they make, and the books.

    Who opened the database owns the jobs that it accepts or claims, for LEASE at a time.
    """

    @writes
    def accept(
        self, connection: Connection, order: Order, *, daily_limit: int, now: datetime
    ) -> Job:
        """Write the job and reserve what it counts, in the parent's, the thread's or a new talk.

        `daily_limit` is that of its kind: of pictures, or of a chat's answers. Raise Gone if the
        parent turn was deleted, or QuotaUsedUp, without writing anything.
        """
        place = order.place
        conversation_id = _conversation(connection, order, now)
        row = {
            "kind": order.kind,
            "state": JobState.ACCEPTED,
            "conversation_id": conversation_id,
            "parent_turn_id": order.parent_id,
            "guild_id": place.guild_id,
            "channel_id": place.channel_id,
            "thread_id": place.thread_id,
            "author_id": order.author_id,
            "source_id": order.source_id or None,
            "request": order,
            "count": order.count,
            "owner": self.owner,
            "leased_until": now + LEASE,
            "created_at": now,
            "updated_at": now,
        }
        job_id = connection.execute(changes.ACCEPT, row).scalar_one()
        places.note(
            connection,
            now,
            channel_id=place.channel_id,
            guild_id=place.guild_id,
            parent_id=place.parent_id,
        )
        if named := _blobs(order.user):
            uploads = [{"blob": key, "job_id": job_id} for key in named]
            connection.execute(changes.NAME_UPLOADS, uploads)
        if not books.reserve(
            connection,
            books.account(place.guild_id, order.author_id, order.kind, now),
            job_id=job_id,
            pictures=order.count,
            daily_limit=daily_limit,
            now=now,
        ):
            raise used_up(order.kind, limit=daily_limit, now=now)
        return Job(job_id, conversation_id, order, now)

    @writes
    def sent(self, connection: Connection, job_id: int, now: datetime) -> bool:
        """Write that the next request is about to leave; False if it must not.

        The job is over or somebody else's, or as many have left as it is to make pictures. A job
        of several pictures that is further stays so.
        """
        leaving = {"job": job_id, "now": now, "me": self.owner, "until": now + LEASE}
        return connection.execute(changes.SENT, leaving).rowcount > 0

    @writes
    def renew(self, connection: Connection, now: datetime) -> None:
        """Go on owning the jobs that are owned and not over."""
        connection.execute(changes.RENEW, {"me": self.owner, "until": now + LEASE})

    @writes
    def claim(
        self, connection: Connection, *, untouched_since: datetime, now: datetime
    ) -> list[Unfinished]:
        """Own the jobs that came no further since and are nobody else's; return all owned so.

        They come oldest first. Somebody else's is one whose lease lasts.
        """
        claimed = {"me": self.owner, "until": now + LEASE, "now": now}
        rows = connection.execute(changes.CLAIM, claimed | {"untouched_since": untouched_since})
        found = [Unfinished(Job(*job), JobState(state)) for *job, state in rows]
        return sorted(found, key=lambda each: each.job.id)

    @writes
    def disown(self, connection: Connection) -> None:
        """Take from whoever owned it what is not over; they must be known to be gone."""
        connection.execute(changes.DISOWN)

    @writes
    def cancelled(self, connection: Connection, job_id: int, error: str, now: datetime) -> bool:
        """End a job that is not sent yet, and return all of it; False where it is too late."""
        end = {"job": job_id, "now": now, "reason": error}
        in_time = connection.execute(changes.CANCELLED, end).rowcount > 0
        if in_time:
            books.give_back(connection, job_id, LedgerKind.REFUND, now)
        return in_time

    @writes
    def made(self, connection: Connection, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture, or the chat's answer.

        Where pictures are made, an answer without a whole one may have been billed all the same, so
        what was reserved for it is returned as such. Nothing is settled for an answer that comes
        after its job failed: what was returned then is not taken again.

        What was paid is kept whatever was deleted meanwhile: without its parent, and where its job
        was forgotten, in another conversation and without the pictures that it was made from.
        """
        order = job.order
        conversation_id = connection.scalar(changes.MADE, {"job": job.id, "now": now})
        if conversation_id is None:
            conversation_id = _conversation(connection, replace(order, parent_id=None), now)
            connection.execute(changes.MOVE, {"job": job.id, "conversation": conversation_id})
        values: dict[str, Any] = {
            "conversation_id": conversation_id,
            "author_id": order.author_id,
            "prompt": order.prompt,
            "user": _still_there(connection, job, draft.user),
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
            "parent": draft.parent_id,
        }
        turn_id, parent_id = connection.execute(changes.ADD_TURN, values | origin).one()
        turn = Turn(id=turn_id, parent_id=parent_id, **values)
        if named := _blobs((*turn.user, *turn.answer)):
            refs = [{"blob": key, "turn_id": turn.id} for key in named]
            connection.execute(changes.NAME_BLOBS, refs)
        whole = [picture for _, picture in turn.pictures if not picture.is_half]
        is_as_reserved = bool(whole) or order.kind is JobKind.CHAT
        kind = LedgerKind.SETTLE if is_as_reserved else LedgerKind.POSSIBLY_BILLED
        books.settle_one(connection, job.id, kind, now)
        return turn

    @writes
    def posted(
        self, connection: Connection, job_id: int, shown: Sequence[Shown], now: datetime
    ) -> None:
        """Write which message shows which part, in place of what these messages showed before.

        A turn that was forgotten while it was shown stays so.
        """
        if shown:
            messages = {part.message_id for part in shown}
            connection.execute(changes.HIDE, {"message_ids": list(messages)})
            connection.execute(changes.SHOW, [asdict(part) for part in shown])
            # Where it was asked is known; direct messages, to which it may have come, are not yet.
            for channel_id in {part.channel_id for part in shown} - {0}:
                places.note(connection, now, channel_id=channel_id)
        connection.execute(changes.POSTED, {"job": job_id, "now": now})

    @writes
    def kept(self, connection: Connection, job_id: int, now: datetime, *, told: bool) -> None:
        """Write that what was made waits for its author, who was told so, or still has to be.

        What somebody was faster to show stays shown.
        """
        connection.execute(changes.KEPT, {"job": job_id, "now": now, "told": told})

    @writes
    def called_off(self, connection: Connection, job_id: int, now: datetime) -> None:
        """Write that what is sent already is no longer wanted."""
        connection.execute(changes.CALLED_OFF, {"job": job_id, "now": now})

    @writes
    def failed_one(
        self, connection: Connection, job_id: int, now: datetime, *, possibly_billed: bool
    ) -> None:
        """Return what is reserved for one request of a job, unless somebody else owns that now."""
        job = {"job": job_id, "now": now, "me": self.owner}
        if connection.execute(changes.FAILED_ONE, job).rowcount:
            books.settle_one(connection, job_id, _returned(possibly_billed=possibly_billed), now)

    @writes
    def ended(
        self,
        connection: Connection,
        job_id: int,
        state: JobState,
        error: str,
        now: datetime,
        *,
        possibly_billed: bool,
    ) -> None:
        """Return what is still reserved; a job that made something stays as far as it came.

        Nothing is done to a job that somebody else came to own.
        """
        end = {"job": job_id, "now": now, "me": self.owner, "end": state, "reason": error}
        if connection.execute(changes.ENDED, end).rowcount:
            books.give_back(connection, job_id, _returned(possibly_billed=possibly_billed), now)

    @reads
    def job(self, connection: Connection, job_id: int) -> Job | None:
        """Return one job with its order; None also if its conversation was deleted."""
        row = connection.execute(queries.JOB, {"job_id": job_id}).one_or_none()
        return None if row is None else Job(*row)

    @reads
    def state(self, connection: Connection, job_id: int) -> JobState | None:
        """Return how far a job came."""
        state = connection.scalar(queries.STATE, {"job_id": job_id})
        return None if state is None else JobState(state)

    @reads
    def unfinished(self, connection: Connection, *, untouched_since: datetime) -> list[Unfinished]:
        """Return the jobs that are in no final state and came no further since, oldest first."""
        rows = connection.execute(queries.UNFINISHED, {"untouched_since": untouched_since})
        return [Unfinished(Job(*job), JobState(state)) for *job, state in rows]

    @reads
    def newest_kept(self, connection: Connection, author_id: int) -> int | None:
        """Return the last job of a member that could not be shown anywhere."""
        return connection.scalar(queries.NEWEST_KEPT, {"author_id": author_id})

    @reads
    def turns_of(self, connection: Connection, job_id: int) -> list[Turn]:
        """Return the turns that a job made, oldest first."""
        return [Turn(*row) for row in connection.execute(queries.TURNS_OF_JOB, {"job_id": job_id})]

    @reads
    def used_today(
        self,
        connection: Connection,
        guild_id: int | None,
        author_id: int,
        kind: JobKind,
        now: datetime,
    ) -> int:
        """Count what a member has reserved or settled on this UTC day: pictures, or answers."""
        return books.used(connection, books.account(guild_id, author_id, kind, now))


def _returned(*, possibly_billed: bool) -> LedgerKind:
    return LedgerKind.POSSIBLY_BILLED if possibly_billed else LedgerKind.REFUND


def _conversation(connection: Connection, order: Order, now: datetime) -> int:
    """Find the conversation that an order goes on with, or begin one."""
    place = order.place
    if order.parent_id is not None:
        parent = {"turn_id": order.parent_id}
        found = connection.scalar(queries.CONVERSATION_OF_TURN, parent)
        if found is None:
            raise Gone
        return found
    if place.thread_id is not None:
        found = connection.scalar(queries.KEPT_THREAD, {"thread_id": place.thread_id})
        if found is not None:
            return found
    row = {
        "guild_id": place.guild_id,
        "channel_id": place.channel_id,
        "thread_id": place.thread_id,
        "created_at": now,
    }
    return connection.execute(changes.BEGIN_CONVERSATION, row).scalar_one()


def _still_there(connection: Connection, job: Job, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Leave out the uploads of a job that was forgotten: their files may be gone."""
    uploads = _blobs(job.order.user)
    if uploads:
        uploads -= set(connection.scalars(queries.UPLOADS, {"job_id": job.id}))
    return tuple(part for part in parts if not (part.picture and part.picture.blob.key in uploads))


def _blobs(parts: Sequence[Part]) -> set[str]:
    """Collect the keys of the pictures and long signatures of parts."""
    pictures = {part.picture.blob.key for part in parts if part.picture}
    signatures = {part.signature.key for part in parts if isinstance(part.signature, BlobRef)}
    return pictures | signatures
