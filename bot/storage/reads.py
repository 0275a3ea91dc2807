"""What the store reads, as statements that are built once."""

from dataclasses import fields
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    exists,
    func,
    literal,
    select,
    union,
    union_all,
)

from bot.domain.conversation import Turn
from bot.domain.job import POINTS, Shown
from bot.storage.tables import (
    blob_refs,
    conversations,
    heads,
    is_kept,
    is_remembered,
    is_unfinished,
    job_blobs,
    jobs,
    places,
    shown,
    style_blobs,
    turns,
)

_channel = bindparam("here", type_=places.c.channel_id.type)

HERE = union_all(
    select(_channel.label("channel_id")),
    select(places.c.channel_id).where(places.c.parent_id == _channel),
)
"""A channel and its threads: of those that are archived, Discord tells nothing when it goes."""

_TURN = tuple(turns.c[field.name] for field in fields(Turn))
_SHOWN = tuple(shown.c[field.name] for field in fields(Shown))


def _path() -> Select[*tuple[Any, ...]]:
    """Walk from a turn to its root, then read the turns met: as many steps as turns."""
    path = (
        select(turns.c.id, turns.c.parent_id, literal(1).label("length"))
        .where(turns.c.id == bindparam("turn_id"))
        .cte("path", recursive=True)
    )
    above = turns.alias("above")
    path = path.union_all(
        select(above.c.id, above.c.parent_id, path.c.length + 1)
        .join(path, above.c.id == path.c.parent_id)
        .where(path.c.length < bindparam("most"))
    )
    return select(*_TURN).join(path, path.c.id == turns.c.id).order_by(path.c.length.desc())


PATH = _path()
"""Turns from at most `most` back to `turn_id`, root first."""

TURN = select(*_TURN).where(turns.c.id == bindparam("turn_id"))

TURNS_OF_JOB = select(*_TURN).where(turns.c.job_id == bindparam("job_id")).order_by(turns.c.id)

TURNS_OF_JOBS = (
    select(turns.c.job_id, *_TURN)
    .where(turns.c.job_id.in_(bindparam("job_ids", expanding=True)))
    .order_by(turns.c.job_id, turns.c.id)
)

NEWEST_TURN = (
    select(turns.c.id)
    .where(turns.c.thread_id == bindparam("thread_id"))
    .order_by(turns.c.id.desc())
    .limit(1)
)

CONVERSATION_OF_TURN = select(turns.c.conversation_id).where(turns.c.id == bindparam("turn_id"))

JOB_COLUMNS = (
    jobs.c.id,
    jobs.c.conversation_id,
    jobs.c.request,
    jobs.c.created_at,
    jobs.c.unwanted,
)
"""What a `Job` is made of."""

JOB = select(*JOB_COLUMNS).where(
    jobs.c.id == bindparam("job_id"), jobs.c.conversation_id.is_not(None)
)
"""A job whose conversation is still kept."""

ASKED_SINCE = (
    select(jobs.c.request)
    .join(turns, jobs.c.conversation_id == turns.c.conversation_id)
    .where(turns.c.id == bindparam("turn_id"), jobs.c.id > turns.c.job_id)
)
"""What was asked for in the conversation of a turn after it; few, as it is looked for at once."""

STATE = select(jobs.c.state).where(jobs.c.id == bindparam("job_id"))

UNFINISHED = (
    select(*JOB_COLUMNS, jobs.c.state)
    .where(
        is_unfinished,
        jobs.c.updated_at <= bindparam("untouched_since", type_=jobs.c.updated_at.type),
    )
    .order_by(jobs.c.id)
)

NEWEST_KEPT = (
    select(jobs.c.id)
    .where(
        is_kept,
        jobs.c.author_id == bindparam("author_id"),
        jobs.c.unwanted.is_(False),
        jobs.c.conversation_id.is_not(None),
    )
    .order_by(jobs.c.id.desc())
    .limit(1)
)
"""The last kept job of a member that they were not told of."""

SHOWN_IN = (
    select(*_SHOWN).where(shown.c.message_id == bindparam("message_id")).order_by(shown.c.position)
)

SHOWN_OF = select(*_SHOWN).where(shown.c.turn_id == bindparam("turn_id"))

NEWEST_SHOWN = (
    select(*_SHOWN)
    .where(shown.c.channel_id == bindparam("channel_id"), shown.c.part.is_not(None))
    .order_by(shown.c.message_id.desc(), shown.c.position.desc())
    .limit(1)
)
"""The last picture of a channel; Discord's ids grow with time."""

CHAT_OF_THREAD = select(
    conversations.c.id,
    conversations.c.model,
    conversations.c.thinking,
    conversations.c.search,
    conversations.c.thoughts,
).where(conversations.c.thread_id == bindparam("thread_id"))

UPLOADS = select(job_blobs.c.blob).where(job_blobs.c.job_id == bindparam("job_id"))

NAMED = union(
    *(
        select(table.c.blob).where(table.c.blob.in_(bindparam("blobs", expanding=True)))
        for table in (blob_refs, job_blobs, style_blobs)
    )
)
"""Those of some blobs to which a row refers."""

_is_over = is_remembered & ~is_unfinished

_shown_elsewhere = exists().where(
    turns.c.job_id == jobs.c.id,
    shown.c.turn_id == turns.c.id,
    # 0 where only its author saw it.
    shown.c.channel_id.not_in((jobs.c.channel_id, 0)),
    shown.c.position != POINTS,
)


def _over(*conditions: ColumnElement[bool]) -> Select[int]:
    """Find jobs that are over and not forgotten yet."""
    return select(jobs.c.id).where(_is_over, *conditions).limit(bindparam("most"))


def _at_work(*conditions: ColumnElement[bool]) -> Select[int]:
    """Find a job that is not over."""
    return select(jobs.c.id).where(is_remembered, is_unfinished, *conditions).limit(1)


_in_channel = jobs.c.channel_id.in_(HERE)

OVER_IN_CHANNEL = _over(_in_channel, ~_shown_elsewhere)

AT_WORK_IN_CHANNEL = _at_work(_in_channel)

_in_guild = jobs.c.guild_id == bindparam("guild")
# One that the bot left and came back to may have new jobs.
_asked_by_then = jobs.c.created_at <= bindparam("then", type_=jobs.c.created_at.type)

OVER_IN_GUILD = _over(_in_guild, _asked_by_then, ~_shown_elsewhere)

AT_WORK_IN_GUILD = _at_work(_in_guild, _asked_by_then)

_of_member = jobs.c.author_id == bindparam("member", type_=jobs.c.author_id.type)

OVER_OF_MEMBER = _over(_of_member, _asked_by_then)

AT_WORK_OF_MEMBER = _at_work(_of_member, _asked_by_then)

_before_then = jobs.c.updated_at < bindparam("then", type_=jobs.c.updated_at.type)

OVER_SINCE = _over(_before_then)

OVER_SINCE_IN_GUILD = _over(_in_guild, _before_then)

FRUITLESS_SINCE = _over(_before_then, ~exists().where(turns.c.job_id == jobs.c.id))

SHOWN_NOWHERE = (
    select(turns.c.id, turns.c.job_id)
    .join(jobs, jobs.c.id == turns.c.job_id)
    .where(
        turns.c.id.in_(bindparam("turn_ids", expanding=True)),
        ~exists().where(shown.c.turn_id == turns.c.id, shown.c.position != POINTS),
        ~is_unfinished,
    )
)
"""Those of some turns that no message shows and nobody is about to show."""

_of_these = jobs.c.id.in_(bindparam("job_ids", expanding=True))

CONVERSATIONS_OF_JOBS = select(jobs.c.conversation_id).where(_of_these, is_remembered).distinct()

WITHOUT_TURN = select(jobs.c.id).where(_of_these, ~exists().where(turns.c.job_id == jobs.c.id))

EMPTY = select(conversations.c.id).where(
    conversations.c.id.in_(bindparam("conversation_ids", expanding=True)),
    conversations.c.model.is_(None),
    ~exists().where(turns.c.conversation_id == conversations.c.id),
    ~exists().where(jobs.c.conversation_id == conversations.c.id, is_unfinished),
)
"""Those of some conversations in which nothing is kept or made; a chat stays one."""

REQUESTS_OF_JOBS = select(jobs.c.id, jobs.c.request).where(_of_these)

JOBS_IN = select(jobs.c.id).where(
    jobs.c.conversation_id.in_(bindparam("conversation_ids", expanding=True))
)

_newest_made = (
    select(turns.c.id)
    .where(turns.c.thread_id == bindparam("channel_id"))
    .order_by(turns.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_newest_seen = (
    select(shown.c.turn_id)
    .where(shown.c.channel_id == bindparam("channel_id"), shown.c.part.is_not(None))
    .order_by(shown.c.message_id.desc(), shown.c.position.desc())
    .limit(1)
    .scalar_subquery()
)

HEAD = select(heads.c.turn_id, heads.c.part).where(
    heads.c.channel_id == bindparam("channel_id"),
    func.coalesce(_newest_made, 0) <= heads.c.after_turn_id,
    func.coalesce(_newest_seen, 0) <= heads.c.after_turn_id,
)
"""What somebody went back to, as long as neither a turn in that thread nor a picture is newer."""

NODES = (
    select(
        turns.c.id.label("node"),
        turns.c.parent_id,
        turns.c.author_id,
        *_SHOWN,
    )
    .outerjoin(shown, shown.c.turn_id == turns.c.id)
    .where(turns.c.conversation_id == bindparam("conversation_id"))
    .order_by(turns.c.id)
)
"""The turns of a conversation, without what was said, once for each thing that shows them."""

ASKED_TURNS = (
    select(*_TURN, jobs.c.request)
    .join(jobs, jobs.c.id == turns.c.job_id)
    .where(turns.c.id.in_(bindparam("turn_ids", expanding=True)))
)

REQUESTS_OF_TURNS = (
    select(turns.c.id, jobs.c.request)
    .join(jobs, jobs.c.id == turns.c.job_id)
    .where(turns.c.id.in_(bindparam("turn_ids", expanding=True)))
)
