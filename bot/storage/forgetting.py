"""Deleting what was said and made: rows here, and files once no row names them.

A job's row stays for the ledger, whose lines point to it; nothing of what was said stays in it, nor
in either who said it. A job that is not over keeps all that it has: somebody is at work on it, or
will be. Turns that continued a forgotten one stay and lose their parent.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Select

from bot.domain.guild_settings import LONGEST_COOLDOWN
from bot.domain.job import Forgotten, GenerationRequest, Place
from bot.storage import reads, writes
from bot.storage.database import Database, reading, writing

_SILENT: dict[str, Any] = {
    "prompt": "",
    "user": (),
    "area": None,
    "author_name": "",
    "about": "",
    "proposed": None,
    "person_id": None,
    "style": "",
    "given_by_id": None,
    "author_id": 0,
}
"""What is left of a request's words, and of who said them."""

_A_DAY: Final = timedelta(days=1)

_LAST_ZONE: Final = timedelta(hours=12)
"""How far the last time zone is behind UTC: a day is over everywhere once it is over there."""


class Forgetting(Database):
    """Forget what was shown or asked somewhere, by somebody, or long ago."""

    @writing
    def forget_messages(self, connection: Connection, message_ids: Collection[int]) -> Forgotten:
        """Delete what these messages showed and no other message shows."""
        messages = {"message_ids": list(message_ids)}
        connection.execute(writes.CLEAR_COLLECTED_OF, messages)
        hidden = connection.scalars(writes.HIDE_FOR_GOOD, messages).all()
        if hidden:
            connection.execute(writes.FORGET_REPORTS_OF, messages)
        return _forget_hidden(connection, hidden)

    @writing
    def forget_channel(self, connection: Connection, channel_id: int, *, most: int) -> Forgotten:
        """Delete what was asked in a channel or its threads and is not shown in another one.

        A chat there is none any more. Of what was asked elsewhere, what only was shown here goes.
        """
        here = {"here": channel_id}
        connection.execute(writes.CLEAR_COLLECTED_HERE, here)
        left = connection.scalars(writes.LEAVE_THREADS, here).all()
        forgotten = _forget(connection, reads.OVER_IN_CHANNEL, here | {"most": most}, left)
        if not forgotten.jobs:
            hidden = connection.scalars(writes.HIDE_ALL_HERE, here)
            forgotten = _forget_hidden(connection, hidden.all())
        if not forgotten.jobs:
            connection.execute(writes.LEAVE_PLACES_HERE, here)
        at_work = connection.scalar(reads.AT_WORK_IN_CHANNEL, here)
        return replace(forgotten, at_work=at_work is not None)

    @writing
    def forget_guild(
        self, connection: Connection, guild_id: int, *, then: datetime, now: datetime, most: int
    ) -> Forgotten:
        """Delete what was asked in a server until then and is not shown in another channel.

        What was kept for all who are there goes as well. What they used and were given on a day
        stays until that is over everywhere; what the server used as a whole stays.
        """
        guild = {"guild": guild_id}
        asked = guild | {"then": then}
        connection.execute(writes.CLEAR_COLLECTED_IN_GUILD, guild)
        connection.execute(writes.FORGET_CONSENTS_IN_GUILD, guild)
        connection.execute(writes.FORGET_REPORTS_IN_GUILD, guild)
        connection.execute(writes.LEAVE_STYLES, asked)
        connection.execute(writes.DROP_OWN_RELAY, asked)
        left = connection.scalars(writes.LEAVE_GUILD, guild).all()
        forgotten = _forget(connection, reads.OVER_IN_GUILD, asked | {"most": most}, left)
        if not forgotten.jobs:
            connection.execute(writes.LEAVE_PLACES_IN_GUILD, guild)
            connection.execute(writes.LEAVE_SERVER, guild)
        at_work = connection.scalar(reads.AT_WORK_IN_GUILD, asked) is not None
        used = guild | _over_by(now)
        for forget in writes.LEAVE_USED:
            connection.execute(forget, used)
        if not at_work:
            connection.execute(writes.LEAVE_USED_MONTHS, used)
        return replace(forgotten, at_work=at_work)

    @writing
    def forget_member(
        self, connection: Connection, member_id: int, *, then: datetime, now: datetime, most: int
    ) -> Forgotten:
        """Delete what a member asked for until then, wherever shown, and what is known of them.

        What they decided for a server stays without their name. What they used, were given and
        reported on a day stays until that is over everywhere, and that a server blocks them.
        """
        member = {"member": member_id}
        until = member | {"then": then}
        connection.execute(writes.FORGET_MEMBER, member)
        for forget in writes.FORGET_OF_MEMBER:
            connection.execute(forget, until)
        # Being forgotten lets nobody report the same once more, or more than others within an hour.
        connection.execute(writes.FORGET_REPORTS_BY, member | {"reported": now - _A_DAY})
        connection.execute(writes.FORGET_WHO_SET_RELAYS, member)
        left = connection.scalars(writes.LEAVE_DIRECT_CHATS, member).all()
        forgotten = _forget(connection, reads.OVER_OF_MEMBER, until | {"most": most}, left)
        at_work = connection.scalar(reads.AT_WORK_OF_MEMBER, until) is not None
        used = member | {"key": str(member_id)} | _over_by(now)
        for forget in writes.FORGET_USED:
            connection.execute(forget, used)
        if not at_work:  # what becomes of that is still added to it
            connection.execute(writes.FORGET_USED_MONTHS, used)
        return replace(forgotten, at_work=at_work)

    @writing
    def forget_before(self, connection: Connection, then: datetime, *, most: int) -> Forgotten:
        """Delete what nothing came of any more since then."""
        return _forget(connection, reads.OVER_SINCE, {"then": then, "most": most})

    @writing
    def forget_before_in(
        self, connection: Connection, guild_id: int, then: datetime, *, most: int
    ) -> Forgotten:
        """Delete what was asked in a server and of which nothing came any more since then."""
        values = {"guild": guild_id, "then": then, "most": most}
        return _forget(connection, reads.OVER_SINCE_IN_GUILD, values)

    @writing
    def forget_fruitless(self, connection: Connection, then: datetime, *, most: int) -> Forgotten:
        """Delete what was asked before then and of which nothing came."""
        return _forget(connection, reads.FRUITLESS_SINCE, {"then": then, "most": most})

    @writing
    def forget_collected(self, connection: Connection, then: datetime) -> None:
        """Delete what was collected before then and never used."""
        connection.execute(writes.CLEAR_COLLECTED_BEFORE, {"then": then})

    @writing
    def forget_questions(self, connection: Connection, then: datetime) -> None:
        """Delete that somebody was asked for their avatar before then and has not answered."""
        connection.execute(writes.DROP_QUESTIONS_BEFORE, {"then": then})

    @writing
    def forget_reports(self, connection: Connection, then: datetime) -> None:
        """Delete who reported what before then."""
        connection.execute(writes.FORGET_REPORTS_BEFORE, {"then": then})

    @reading
    def named(self, connection: Connection, blobs: Collection[str]) -> set[str]:
        """Return those of these keys of blobs that a row refers to."""
        return set(connection.scalars(reads.NAMED, {"blobs": list(blobs)}))


def _forget_hidden(connection: Connection, turn_ids: Sequence[int]) -> Forgotten:
    """Delete those of these turns that no message shows any more."""
    if not turn_ids:  # most of what is deleted in a server
        return Forgotten(jobs=0, turns=0)
    found = connection.execute(reads.SHOWN_NOWHERE, {"turn_ids": turn_ids})
    lonely = {row.id: row.job_id for row in found}
    connection.execute(writes.DELETE_TURNS, {"turn_ids": list(lonely)})
    job_ids = set(lonely.values())
    _close(connection, list(job_ids))
    return Forgotten(jobs=len(job_ids), turns=len(lonely))


def _forget(
    connection: Connection,
    which: Select[int],
    values: dict[str, Any],
    touched: Sequence[int] = (),
) -> Forgotten:
    """Delete the turns of the jobs that are found, and close these."""
    job_ids = connection.scalars(which, values).all()
    gone = connection.execute(writes.DELETE_TURNS_OF, {"job_ids": job_ids})
    _close(connection, job_ids, touched)
    return Forgotten(jobs=len(job_ids), turns=gone.rowcount)


def _close(connection: Connection, job_ids: Sequence[int], touched: Sequence[int] = ()) -> None:
    """Blank those of these jobs that have no turn left, then end conversations that are empty."""
    involved = connection.scalars(reads.CONVERSATIONS_OF_JOBS, {"job_ids": job_ids})
    ids = {"conversation_ids": sorted({*involved, *touched})}
    _blank(connection, connection.scalars(reads.WITHOUT_TURN, {"job_ids": job_ids}).all())
    empty = {"conversation_ids": connection.scalars(reads.EMPTY, ids).all()}
    # What failed in them can't be tried again: what it would go on from is gone.
    _blank(connection, connection.scalars(reads.JOBS_IN, empty).all())
    connection.execute(writes.DELETE_CONVERSATIONS, empty)


def _blank(connection: Connection, job_ids: Sequence[int]) -> None:
    """Leave of jobs what the ledger needs: which model was asked for what, where and when."""
    requests = connection.execute(reads.REQUESTS_OF_JOBS, {"job_ids": job_ids}).all()
    if not requests:
        return
    blank = [{"job": row.id} | _columns(silent(row.request)) for row in requests]
    connection.execute(writes.BLANK, blank)
    connection.execute(writes.UNNAME_LINES, {"job_ids": job_ids})
    connection.execute(writes.DELETE_UPLOADS, {"job_ids": job_ids})
    places = [row.request.place for row in requests]
    if directly := {place.channel_id for place in places if place.guild_id is None}:
        connection.execute(writes.LEAVE_PLACES, {"channel_ids": list(directly)})


def silent(request: GenerationRequest) -> GenerationRequest:
    """Return what stays of a request. Direct messages are known by whom they are with."""
    place = request.place if request.place.guild_id is not None else Place(None, 0)
    return replace(request, **_SILENT, place=place)


def _columns(request: GenerationRequest) -> dict[str, Any]:
    place = request.place
    return {"channel": place.channel_id, "thread": place.thread_id, "silent": request}


def _over_by(now: datetime) -> dict[str, Any]:
    """Return which days are over everywhere, as periods are written, and what nobody waits for."""
    today = (now.astimezone(UTC) - _LAST_ZONE).date().isoformat()
    return {"today": today, "waited": now - timedelta(seconds=LONGEST_COOLDOWN)}
