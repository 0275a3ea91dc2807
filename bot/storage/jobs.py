"""Jobs in a SQL database: how far each came, and what the ledger says of it."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.domain.access import Terms
from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.errors import Gone
from bot.domain.job import (
    LEASE,
    Draft,
    GenerationRequest,
    Job,
    JobKind,
    JobState,
    Shown,
    UnfinishedJob,
)
from bot.domain.ledger import LedgerKind
from bot.storage import ledger, places, reads, writes
from bot.storage.database import Database, reading, writing
from bot.storage.forgetting import silent


class Jobs(Database):
    """Keep jobs, the turns that they make, and the ledger.

    Who opened the database owns the jobs that it accepts or claims, for LEASE at a time.
    """

    @writing
    def accept(
        self,
        connection: Connection,
        request: GenerationRequest,
        *,
        terms: Terms,
        now: datetime,
        micros: int | None = None,
    ) -> Job:
        """Write the job and reserve what it counts, in its conversation or a new one.

        `micros` is what each of what it makes costs at most, in millionths of a US dollar, where
        that is known. Raise Gone if the parent turn was deleted, or a LimitError where the terms
        have no room, without writing anything.
        """
        place = request.place
        conversation_id = _conversation(connection, request, now)
        row = {
            "kind": request.kind,
            "state": JobState.ACCEPTED,
            "conversation_id": conversation_id,
            "parent_turn_id": request.parent_id,
            "guild_id": place.guild_id,
            "channel_id": place.channel_id,
            "thread_id": place.thread_id,
            "author_id": request.author_id,
            "source_id": request.source_id or None,
            "request": request,
            "count": request.count,
            "owner": self.owner,
            "leased_until": now + LEASE,
            "created_at": now,
            "updated_at": now,
        }
        job_id = connection.execute(writes.ACCEPT, row).scalar_one()
        places.note(
            connection,
            now,
            channel_id=place.channel_id,
            guild_id=place.guild_id,
            parent_id=place.parent_id,
        )
        if request.collected:
            used = {"ids": request.collected, "member": request.author_id}
            connection.execute(writes.USE_UP, used)
        if named := _blobs(request.parts):
            uploads = [{"blob": key, "job_id": job_id} for key in named]
            connection.execute(writes.NAME_UPLOADS, uploads)
        account = ledger.Account(
            place.guild_id,
            request.author_id,
            place.channel_id,
            request.kind,
            request.model,
            terms.calendar.day(now),
        )
        ledger.reserve(
            connection,
            account,
            terms,
            job_id=job_id,
            count=request.count,
            micros=micros,
            is_held=request.is_held,
            now=now,
        )
        return Job(job_id, conversation_id, request, now)

    @writing
    def sent(
        self,
        connection: Connection,
        job_id: int,
        now: datetime,
        *,
        terms: Terms | None = None,
        micros: int | None = None,
    ) -> bool:
        """Write that the next request is about to leave; False if it must not.

        The job is over or somebody else's, or as many have left as it is to make pictures. A job
        of several pictures that is further stays so.
        `micros` is what it can cost at most by now, where `terms` count that: where it is more than
        was reserved, so much is. Raise BudgetUsedUp where there is not, without writing anything.
        """
        leaving = {"job": job_id, "now": now, "me": self.owner, "until": now + LEASE}
        leaves = connection.execute(writes.SENT, leaving).rowcount > 0
        if leaves and terms is not None and micros is not None:
            ledger.reserve_more(connection, job_id, terms, micros=micros, now=now)
        return leaves

    @writing
    def renew(self, connection: Connection, now: datetime) -> None:
        """Go on owning the jobs that are owned and not over."""
        connection.execute(writes.RENEW, {"me": self.owner, "until": now + LEASE})

    @writing
    def claim(
        self, connection: Connection, *, untouched_since: datetime, now: datetime
    ) -> list[UnfinishedJob]:
        """Own the jobs that came no further since and are nobody else's; return all owned so.

        They come oldest first. Somebody else's is one whose lease lasts.
        """
        claimed = {"me": self.owner, "until": now + LEASE, "now": now}
        rows = connection.execute(writes.CLAIM, claimed | {"untouched_since": untouched_since})
        found = [UnfinishedJob(Job(*job), JobState(state)) for *job, state in rows]
        return sorted(found, key=lambda each: each.job.id)

    @writing
    def disown(self, connection: Connection) -> None:
        """Take from whoever owned it what is not over; they must be known to be gone."""
        connection.execute(writes.DISOWN)

    @writing
    def cancelled(self, connection: Connection, job_id: int, error: str, now: datetime) -> bool:
        """End a job that is not sent yet, and return all of it; False where it is too late."""
        end = {"job": job_id, "now": now, "reason": error}
        in_time = connection.execute(writes.CANCELLED, end).rowcount > 0
        if in_time:
            ledger.give_back(connection, job_id, LedgerKind.REFUND, now)
        return in_time

    @writing
    def made(self, connection: Connection, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture, or the chat's answer.

        Where pictures are made, an answer without a whole one may have been billed all the same, so
        what was reserved for it is returned as such. Nothing is settled for an answer that comes
        after its job failed: what was returned then is not taken again.

        What was paid is kept whatever was deleted meanwhile: without its parent, and where its job
        was forgotten, in another conversation and without the pictures that it was made from.
        """
        request = job.request
        conversation_id = connection.scalar(writes.MADE, {"job": job.id, "now": now})
        if conversation_id is None:
            alone = replace(request, parent_id=None, beside_id=None, called_by_id=None)
            conversation_id = _conversation(connection, alone, now)
            connection.execute(writes.MOVE, _owned(job, conversation_id))
        values: dict[str, Any] = {
            "conversation_id": conversation_id,
            "author_id": request.author_id,
            "author_name": request.author_name,
            "prompt": request.prompt,
            "user": _still_there(connection, job, draft.user),
            "answer": draft.answer,
            "model": draft.model,
            "family": draft.family,
            "grounding": draft.grounding,
            "aspect": request.aspect,
            "size": request.size,
            "created_at": now,
        }
        origin = {
            "job_id": job.id,
            "thread_id": request.place.thread_id,
            "parent": draft.parent_id,
        }
        turn_id, parent_id = connection.execute(writes.ADD_TURN, values | origin).one()
        turn = Turn(id=turn_id, parent_id=parent_id, **values)
        if named := _blobs((*turn.user, *turn.answer)):
            refs = [{"blob": key, "turn_id": turn.id} for key in named]
            connection.execute(writes.NAME_BLOBS, refs)
        whole = [picture for _, picture in turn.pictures if not picture.is_half]
        is_as_reserved = bool(whole) or request.kind is JobKind.CHAT
        kind = LedgerKind.SETTLE if is_as_reserved else LedgerKind.POSSIBLY_BILLED
        ledger.settle_one(connection, job.id, kind, now, micros=draft.micros, model=draft.model)
        return turn

    @writing
    def rewritten(self, connection: Connection, turn: Turn, answer: tuple[Part, ...]) -> Turn:
        """Write a turn's answer anew, and name what it did not name before.

        A turn that was forgotten meanwhile stays so.
        """
        anew = {"turn": turn.id, "anew": answer}
        if connection.scalar(writes.ANSWER_ANEW, anew) is None:
            return turn
        if named := _blobs(answer) - _blobs((*turn.user, *turn.answer)):
            refs = [{"blob": key, "turn_id": turn.id} for key in named]
            connection.execute(writes.NAME_BLOBS, refs)
        return replace(turn, answer=answer)

    @writing
    def posted(
        self, connection: Connection, job_id: int, shown: Sequence[Shown], now: datetime
    ) -> None:
        """Write which message shows which part, in place of what these messages showed before.

        A turn that was forgotten while it was shown stays so.
        """
        if shown:
            messages = {part.message_id for part in shown}
            connection.execute(writes.HIDE, {"message_ids": list(messages)})
            connection.execute(writes.SHOW, [asdict(part) for part in shown])
            # Where it was asked is known; direct messages, to which it may have come, are not yet.
            for channel_id in {part.channel_id for part in shown} - {0}:
                places.note(connection, now, channel_id=channel_id)
        connection.execute(writes.POSTED, {"job": job_id, "now": now})

    @writing
    def shared(
        self, connection: Connection, job_id: int, now: datetime, *, private: bool = False
    ) -> None:
        """Write that a private request is one for all now, or the other way round."""
        row = connection.execute(reads.JOB, {"job_id": job_id}).one_or_none()
        if row is not None:
            request = replace(row.request, private=private)
            connection.execute(writes.SHARED, {"job": job_id, "open": request, "now": now})

    @writing
    def kept(self, connection: Connection, job_id: int, now: datetime, *, told: bool) -> None:
        """Write that what was made waits for its author, who was told so, or still has to be.

        What somebody was faster to show stays shown.
        """
        connection.execute(writes.KEPT, {"job": job_id, "now": now, "told": told})

    @writing
    def unwanted(self, connection: Connection, job_id: int, now: datetime) -> None:
        """Write that what is sent already is no longer wanted."""
        connection.execute(writes.UNWANTED, {"job": job_id, "now": now})

    @writing
    def failed_one(
        self, connection: Connection, job_id: int, now: datetime, *, possibly_billed: bool
    ) -> None:
        """Return what is reserved for one request of a job, unless somebody else owns that now."""
        job = {"job": job_id, "now": now, "me": self.owner}
        if connection.execute(writes.FAILED_ONE, job).rowcount:
            ledger.settle_one(connection, job_id, _returned(possibly_billed=possibly_billed), now)

    @writing
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
        if connection.execute(writes.ENDED, end).rowcount:
            ledger.give_back(connection, job_id, _returned(possibly_billed=possibly_billed), now)
            if state is JobState.REFUSED:
                ledger.refused(connection, job_id)

    @reading
    def job(self, connection: Connection, job_id: int) -> Job | None:
        """Return one job with its request; None also if its conversation was deleted."""
        row = connection.execute(reads.JOB, {"job_id": job_id}).one_or_none()
        return None if row is None else Job(*row)

    @reading
    def state(self, connection: Connection, job_id: int) -> JobState | None:
        """Return how far a job came."""
        state = connection.scalar(reads.STATE, {"job_id": job_id})
        return None if state is None else JobState(state)

    @reading
    def unfinished(
        self, connection: Connection, *, untouched_since: datetime
    ) -> list[UnfinishedJob]:
        """Return the jobs that are in no final state and came no further since, oldest first."""
        rows = connection.execute(reads.UNFINISHED, {"untouched_since": untouched_since})
        return [UnfinishedJob(Job(*job), JobState(state)) for *job, state in rows]

    @reading
    def newest_kept(self, connection: Connection, author_id: int) -> int | None:
        """Return the last job of a member that could not be shown anywhere."""
        return connection.scalar(reads.NEWEST_KEPT, {"author_id": author_id})

    @reading
    def is_called_for(self, connection: Connection, turn_id: int) -> bool:
        """Tell whether a job is for what the model called for in this turn, however far it is."""
        later = connection.scalars(reads.ASKED_SINCE, {"turn_id": turn_id})
        return any(request.called_by_id == turn_id for request in later)

    @reading
    def turns_of(self, connection: Connection, job_id: int) -> list[Turn]:
        """Return the turns that a job made, oldest first."""
        return [Turn(*row) for row in connection.execute(reads.TURNS_OF_JOB, {"job_id": job_id})]


def _owned(job: Job, conversation_id: int) -> dict[str, Any]:
    """Return what makes a job somebody's again that was forgotten and is answered late."""
    request = job.request
    return {
        "job": job.id,
        "conversation": conversation_id,
        "author": request.author_id,
        "channel": request.place.channel_id,
        "thread": request.place.thread_id,
        "owned": replace(silent(request), author_id=request.author_id, place=request.place),
    }


def _returned(*, possibly_billed: bool) -> LedgerKind:
    return LedgerKind.POSSIBLY_BILLED if possibly_billed else LedgerKind.REFUND


def _conversation(connection: Connection, request: GenerationRequest, now: datetime) -> int:
    """Find the conversation that a request goes on with, or begin one."""
    place = request.place
    if kin_id := request.parent_id or request.beside_id or request.called_by_id:
        found = connection.scalar(reads.CONVERSATION_OF_TURN, {"turn_id": kin_id})
        if found is None:
            raise Gone
        return found
    if place.thread_id is not None:
        found = connection.scalar(reads.CHAT_OF_THREAD, {"thread_id": place.thread_id})
        if found is not None:
            return found
    row = {
        "guild_id": place.guild_id,
        "channel_id": place.channel_id,
        "thread_id": place.thread_id,
        "created_at": now,
    }
    return connection.execute(writes.BEGIN_CONVERSATION, row).scalar_one()


def _still_there(connection: Connection, job: Job, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Leave out the uploads of a job that was forgotten: their files may be gone."""
    uploads = _blobs(job.request.user)
    if uploads:
        uploads -= set(connection.scalars(reads.UPLOADS, {"job_id": job.id}))
    return tuple(part for part in parts if not (part.data and part.data.blob.key in uploads))


def _blobs(parts: Sequence[Part]) -> set[str]:
    """Collect the keys of the files of parts, and of what wires remember with them."""
    files = {part.data.blob.key for part in parts if part.data}
    tokens = (part.memory.token for part in parts)
    keys = {token.key for token in tokens if isinstance(token, BlobRef)}
    return files | keys
