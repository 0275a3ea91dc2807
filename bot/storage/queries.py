"""What the store reads, as statements that are built once."""

from dataclasses import fields

from sqlalchemy import Select, bindparam, literal, select

from bot.domain.conversation import Turn
from bot.domain.job import Shown
from bot.storage.tables import conversations, is_kept, is_unfinished, jobs, shown, turns

_TURN = tuple(turns.c[field.name] for field in fields(Turn))
_SHOWN = tuple(shown.c[field.name] for field in fields(Shown))


def _path() -> Select[*tuple[object, ...]]:
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

NEWEST_TURN = (
    select(turns.c.id)
    .where(turns.c.thread_id == bindparam("thread_id"))
    .order_by(turns.c.id.desc())
    .limit(1)
)

CONVERSATION_OF_TURN = select(turns.c.conversation_id).where(turns.c.id == bindparam("turn_id"))

_JOB = (
    jobs.c.id,
    jobs.c.conversation_id,
    jobs.c.request.label("order"),
    jobs.c.created_at,
    jobs.c.called_off,
)

JOB = select(*_JOB).where(jobs.c.id == bindparam("job_id"), jobs.c.conversation_id.is_not(None))
"""A job whose conversation is still kept."""

STATE = select(jobs.c.state).where(jobs.c.id == bindparam("job_id"))

UNFINISHED = (
    select(*_JOB, jobs.c.state)
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
        jobs.c.called_off.is_(False),
        jobs.c.conversation_id.is_not(None),
    )
    .order_by(jobs.c.id.desc())
    .limit(1)
)
"""The last job of a member that could not be shown anywhere."""

SHOWN_IN = (
    select(*_SHOWN).where(shown.c.message_id == bindparam("message_id")).order_by(shown.c.position)
)

NEWEST_SHOWN = (
    select(*_SHOWN)
    .where(shown.c.channel_id == bindparam("channel_id"), shown.c.part.is_not(None))
    .order_by(shown.c.message_id.desc(), shown.c.position.desc())
    .limit(1)
)
"""The last picture of a channel; Discord's ids grow with time."""

KEPT_THREAD = select(conversations.c.id, conversations.c.model, conversations.c.thinking).where(
    conversations.c.thread_id == bindparam("thread_id")
)
