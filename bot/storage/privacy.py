"""What is kept of one member in a SQL database: each statement reads rows of theirs alone."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import BigInteger, BindParameter, Connection, Text, bindparam, func, select, union

from bot.domain.conversation import Turn
from bot.domain.job import Job
from bot.domain.privacy import Asked, Belongings, Decision, Kept, UsedIn
from bot.domain.usage import Period, Used
from bot.storage import reads
from bot.storage.database import Database, reading
from bot.storage.guilds import CHANGE, change_of
from bot.storage.members import LOCALE
from bot.storage.references import waiting
from bot.storage.styles import style_of
from bot.storage.tables import (
    blob_refs,
    blocked,
    collected,
    consents,
    is_kept,
    is_remembered,
    job_blobs,
    jobs,
    setting_changes,
    style_blobs,
    styles,
    tallies,
    turns,
)

_member: BindParameter[int] = bindparam("member", type_=BigInteger)
_is_theirs = (jobs.c.author_id == _member) & is_remembered

_PLACES = (
    select(
        jobs.c.guild_id,
        func.count(jobs.c.id.distinct()).label("requests"),
        func.count(turns.c.id).label("answers"),
    )
    .outerjoin(turns, turns.c.job_id == jobs.c.id)
    .where(_is_theirs)
    .group_by(jobs.c.guild_id)
)

_BLOBS = union(
    select(blob_refs.c.blob)
    .join(turns, turns.c.id == blob_refs.c.turn_id)
    .join(jobs, jobs.c.id == turns.c.job_id)
    .where(_is_theirs),
    select(job_blobs.c.blob).join(jobs, jobs.c.id == job_blobs.c.job_id).where(_is_theirs),
    select(style_blobs.c.blob)
    .join(styles, styles.c.id == style_blobs.c.style_id)
    .where(styles.c.author_id == _member),
)

_is_of_their_style = styles.c.author_id == _member
_is_change_of_theirs = setting_changes.c.author_id == _member

_COUNTS = select(
    select(func.count())
    .select_from(jobs)
    .where(is_kept, jobs.c.author_id == _member)
    .scalar_subquery()
    .label("waiting"),
    select(func.count())
    .select_from(styles)
    .where(_is_of_their_style)
    .scalar_subquery()
    .label("styles"),
    select(func.count())
    .select_from(collected)
    .where(collected.c.member_id == _member)
    .scalar_subquery()
    .label("references"),
    select(func.count())
    .select_from(setting_changes)
    .where(_is_change_of_theirs)
    .scalar_subquery()
    .label("changes"),
)

_DECISIONS = select(consents.c.guild_id, consents.c.allows, consents.c.at).where(
    consents.c.person_id == _member
)

_ASKED_FOR_AVATARS = select(func.count()).where(consents.c.asker_id == _member)

_USED = select(
    tallies.c.period,
    tallies.c.guild_id,
    tallies.c.pictures,
    tallies.c.answers,
    tallies.c.micros,
).where(
    tallies.c.subject == "member",
    tallies.c.key == bindparam("key", type_=Text),
)

_BLOCKED_IN = select(blocked.c.guild_id).where(blocked.c.member_id == _member)

_STYLES = select(styles).where(_is_of_their_style)

_CHANGES = CHANGE.where(_is_change_of_theirs)

_ASKED = (
    select(*reads.JOB_COLUMNS, jobs.c.state)
    .where(_is_theirs, jobs.c.id > bindparam("after"))
    .order_by(jobs.c.id)
    .limit(bindparam("most"))
)


class KeptOfMembers(Database):
    """Tell what is kept of a member."""

    @reading
    def kept_of(self, connection: Connection, member_id: int) -> Kept:
        """Count it."""
        member = {"member": member_id}
        asked = connection.execute(_PLACES, member).all()
        counts = connection.execute(_COUNTS, member).one()
        guild_ids = [row.guild_id for row in asked if row.guild_id is not None]
        return Kept(
            requests=sum(row.requests for row in asked),
            answers=sum(row.answers for row in asked),
            waiting=counts.waiting,
            guild_ids=tuple(guild_ids),
            directly=len(guild_ids) < len(asked),
            blobs=tuple(connection.scalars(_BLOBS, member)),
            styles=counts.styles,
            references=counts.references,
            changes=counts.changes,
            decisions=_decisions(connection, member_id),
            locale=connection.scalar(LOCALE, member),
            used=_used(connection, member_id),
            blocked_in=tuple(connection.scalars(_BLOCKED_IN, member)),
        )

    @reading
    def asked_by(
        self, connection: Connection, member_id: int, *, after: int, most: int
    ) -> list[Asked]:
        """Return what they asked for and what came of it, behind the job `after`, oldest first."""
        page = {"member": member_id, "after": after, "most": most}
        rows = connection.execute(_ASKED, page).all()
        made: defaultdict[int, list[Turn]] = defaultdict(list)
        job_ids = {"job_ids": [row.id for row in rows]}
        for job_id, *turn in connection.execute(reads.TURNS_OF_JOBS, job_ids):
            made[job_id].append(Turn(*turn))
        return [Asked(Job(*row[:-1]), row.state, tuple(made[row.id])) for row in rows]

    @reading
    def belongings_of(self, connection: Connection, member_id: int, now: datetime) -> Belongings:
        """Return what is kept of them beside that."""
        member = {"member": member_id}
        return Belongings(
            styles=tuple(map(style_of, connection.execute(_STYLES, member))),
            references=tuple(waiting(connection, member_id, now)),
            changes=tuple(map(change_of, connection.execute(_CHANGES, member))),
            decisions=_decisions(connection, member_id),
            asked_for_avatars=connection.scalar(_ASKED_FOR_AVATARS, member) or 0,
            locale=connection.scalar(LOCALE, member),
            used=_used(connection, member_id),
            blocked_in=tuple(connection.scalars(_BLOCKED_IN, member)),
        )


def _decisions(connection: Connection, member_id: int) -> tuple[Decision, ...]:
    return tuple(Decision(*row) for row in connection.execute(_DECISIONS, {"member": member_id}))


def _used(connection: Connection, member_id: int) -> tuple[UsedIn, ...]:
    rows = connection.execute(_USED, {"key": str(member_id)})
    found = (UsedIn(Period(period), guild_id, Used(*sums)) for period, guild_id, *sums in rows)
    return tuple(sorted(found, key=lambda each: each.period.name))
