"""What the store writes for jobs and conversations, as statements that are built once.

A parameter of an update is not named like a column that it sets: `job` is the id of a job.
"""

from dataclasses import fields
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Update,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from bot.domain.job import UNSHOWN, JobState, Shown
from bot.storage.reads import HERE, JOB_COLUMNS
from bot.storage.tables import (
    blob_refs,
    blocked,
    collected,
    consents,
    conversations,
    grants,
    guild_relays,
    heads,
    is_remembered,
    is_unfinished,
    job_blobs,
    jobs,
    last_asked,
    ledger,
    members,
    places,
    reports,
    servers,
    setting_changes,
    shown,
    styles,
    tallies,
    turns,
)

BEGIN_CONVERSATION = insert(conversations).returning(conversations.c.id)

ACCEPT = insert(jobs).returning(jobs.c.id)

NAME_UPLOADS = insert(job_blobs)


def _touch() -> Update:
    """Build the update of one job, which came further now."""
    now = bindparam("now", type_=jobs.c.updated_at.type)
    return update(jobs).where(jobs.c.id == bindparam("job")).values(updated_at=now)


_is_mine = jobs.c.owner == bindparam("me", type_=jobs.c.owner.type)

SENT = (
    _touch()
    .where(is_unfinished, _is_mine, jobs.c.sent < jobs.c.count)
    .values(
        state=case((jobs.c.state == JobState.ACCEPTED, JobState.SENT), else_=jobs.c.state),
        sent=jobs.c.sent + 1,
        leased_until=bindparam("until"),
    )
)
"""One more request leaves: only for who owns the job, and for each request once."""

RENEW = update(jobs).where(is_unfinished, _is_mine).values(leased_until=bindparam("until"))
"""All that an owner is at work on, at once."""

DISOWN = update(jobs).where(is_unfinished).values(owner=None, leased_until=None)

CLAIM = (
    update(jobs)
    .where(
        is_unfinished,
        jobs.c.updated_at <= bindparam("untouched_since", type_=jobs.c.updated_at.type),
        or_(
            jobs.c.owner.is_(None),
            _is_mine,
            jobs.c.leased_until <= bindparam("now", type_=jobs.c.leased_until.type),
        ),
    )
    .values(owner=bindparam("me"), leased_until=bindparam("until"))
    .returning(*JOB_COLUMNS, jobs.c.state)
)
"""What nobody touched for so long, and nobody else may look after."""

CANCELLED = (
    _touch()
    .where(jobs.c.state == JobState.ACCEPTED)
    .values(state=JobState.CANCELLED, error=bindparam("reason"))
)

FAILED_ONE = _touch().where(_is_mine)
"""One request of a job came to nothing, which its owner may book."""

ENDED = (
    _touch()
    .where(_is_mine)
    .values(
        state=case(
            (
                jobs.c.state.in_((JobState.ACCEPTED, JobState.SENT)),
                bindparam("end", type_=jobs.c.state.type),
            ),
            else_=jobs.c.state,
        ),
        error=bindparam("reason"),
    )
)

MADE = _touch().values(state=JobState.MADE).returning(jobs.c.conversation_id)

POSTED = _touch().values(state=JobState.POSTED)

SHARED = _touch().values(request=bindparam("open"))

KEPT = (
    _touch()
    .where(jobs.c.state.in_(UNSHOWN))
    .values(state=JobState.KEPT, unwanted=bindparam("told"))
)

UNWANTED = _touch().values(unwanted=True)

MOVE = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"))
    .values(
        conversation_id=bindparam("conversation"),
        author_id=bindparam("author"),
        channel_id=bindparam("channel"),
        thread_id=bindparam("thread"),
        request=bindparam("owned"),
    )
)
"""A job that was forgotten has somebody's again, whose words are gone all the same."""

_parent = turns.alias()

ADD_TURN = (
    insert(turns)
    .values(
        parent_id=select(_parent.c.id).where(_parent.c.id == bindparam("parent")).scalar_subquery()
    )
    .returning(turns.c.id, turns.c.parent_id)
)
"""A turn, without its parent where that was deleted."""

NAME_BLOBS = insert(blob_refs)

ANSWER_ANEW = (
    update(turns)
    .where(turns.c.id == bindparam("turn"))
    .values(answer=bindparam("anew"))
    .returning(turns.c.id)
)

HIDE = delete(shown).where(shown.c.message_id.in_(bindparam("message_ids", expanding=True)))

HIDE_FOR_GOOD = HIDE.returning(shown.c.turn_id)

HIDE_ALL_HERE = delete(shown).where(shown.c.channel_id.in_(HERE)).returning(shown.c.turn_id)

_shown_names = [field.name for field in fields(Shown)]

SHOW = insert(shown).from_select(
    _shown_names,
    select(*(bindparam(name, type_=shown.c[name].type) for name in _shown_names)).where(
        turns.c.id == bindparam("turn_id"),
        ~exists().where(
            shown.c.message_id == bindparam("message_id"),
            shown.c.position == bindparam("position"),
        ),
    ),
)
"""What a message shows, unless its turn was deleted or it shows something there already."""

CHANGE_CHAT = (
    update(conversations)
    .where(conversations.c.thread_id == bindparam("thread"))
    .values(
        model=bindparam("new_model"),
        thinking=bindparam("new_thinking"),
        search=bindparam("new_search"),
        thoughts=bindparam("new_thoughts"),
    )
)

FORGET_HEAD = delete(heads).where(heads.c.channel_id == bindparam("channel_id"))

_newest = select(func.max(turns.c.id)).scalar_subquery()

SET_HEAD = (
    insert(heads)
    .from_select(
        ["channel_id", "turn_id", "part", "after_turn_id"],
        select(
            bindparam("channel_id", type_=heads.c.channel_id.type),
            turns.c.id,
            bindparam("part", type_=Integer),
            _newest,
        ).where(turns.c.id == bindparam("turn_id")),
    )
    .returning(heads.c.channel_id)
)
"""Where a channel goes on from, unless that turn was deleted; newer is what comes from now on."""

DELETE_TURNS = delete(turns).where(turns.c.id.in_(bindparam("turn_ids", expanding=True)))

DELETE_TURNS_OF = delete(turns).where(turns.c.job_id.in_(bindparam("job_ids", expanding=True)))

DELETE_UPLOADS = delete(job_blobs).where(
    job_blobs.c.job_id.in_(bindparam("job_ids", expanding=True))
)

DELETE_CONVERSATIONS = delete(conversations).where(
    conversations.c.id.in_(bindparam("conversation_ids", expanding=True))
)

BLANK = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"))
    .values(
        conversation_id=None,
        author_id=0,
        channel_id=bindparam("channel"),
        thread_id=bindparam("thread"),
        request=bindparam("silent"),
    )
)

UNNAME_LINES = (
    update(ledger)
    .where(ledger.c.job_id.in_(bindparam("job_ids", expanding=True)))
    .values(author_id=0)
)


def _no_longer_keep(here: ColumnElement[bool]) -> ReturningUpdate[*tuple[Any, ...]]:
    """Build what makes the chats of a place conversations like others."""
    return (
        update(conversations)
        .where(here, conversations.c.model.is_not(None))
        .values(model=None, thinking=None, search=False, thoughts=False)
        .returning(conversations.c.id)
    )


LEAVE_THREADS = _no_longer_keep(conversations.c.thread_id.in_(HERE))

_their_conversations = select(jobs.c.conversation_id).where(
    jobs.c.author_id == bindparam("member"), is_remembered
)

LEAVE_DIRECT_CHATS = _no_longer_keep(
    conversations.c.guild_id.is_(None) & conversations.c.id.in_(_their_conversations)
)

LEAVE_GUILD = _no_longer_keep(conversations.c.guild_id == bindparam("guild"))

_is_empty = (
    ~exists().where(jobs.c.channel_id == places.c.channel_id, is_remembered)
    & ~exists().where(shown.c.channel_id == places.c.channel_id)
    & ~exists().where(
        conversations.c.thread_id == places.c.channel_id, conversations.c.model.is_not(None)
    )
)

LEAVE_PLACE = delete(places).where(places.c.channel_id == bindparam("channel"), _is_empty)
"""A place in which nothing is asked, shown or kept any more is none."""

LEAVE_PLACES = delete(places).where(
    places.c.channel_id.in_(bindparam("channel_ids", expanding=True)), _is_empty
)

LEAVE_PLACES_HERE = delete(places).where(places.c.channel_id.in_(HERE), _is_empty)

LEAVE_PLACES_IN_GUILD = delete(places).where(places.c.guild_id == bindparam("guild"), _is_empty)

USE_UP = delete(collected).where(
    collected.c.id.in_(bindparam("ids", expanding=True)),
    collected.c.member_id == bindparam("member"),
)
"""What goes along with what a member asks for waits no more."""

CLEAR_COLLECTED = delete(collected).where(collected.c.member_id == bindparam("member"))

CLEAR_COLLECTED_OF = delete(collected).where(
    collected.c.message_id.in_(bindparam("message_ids", expanding=True))
)

CLEAR_COLLECTED_HERE = delete(collected).where(collected.c.channel_id.in_(HERE))

CLEAR_COLLECTED_IN_GUILD = delete(collected).where(collected.c.guild_id == bindparam("guild"))

CLEAR_COLLECTED_BEFORE = delete(collected).where(
    collected.c.collected_at < bindparam("then", type_=collected.c.collected_at.type)
)

LEAVE_STYLES = delete(styles).where(
    styles.c.guild_id == bindparam("guild"),
    styles.c.saved_at <= bindparam("then", type_=styles.c.saved_at.type),
)

FORGET_MEMBER = delete(members).where(members.c.member_id == bindparam("member"))

FORGET_CONSENT = delete(consents).where(
    consents.c.person_id == bindparam("person"), consents.c.guild_id == bindparam("guild")
)

_waits = consents.c.allows.is_(None)

DROP_QUESTION = FORGET_CONSENT.where(_waits)

DROP_QUESTIONS_BEFORE = delete(consents).where(
    _waits, consents.c.at < bindparam("then", type_=consents.c.at.type)
)


def _until_then(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return column <= bindparam("then", type_=column.type)


FORGET_OF_MEMBER = (
    CLEAR_COLLECTED.where(_until_then(collected.c.collected_at)),
    delete(consents).where(consents.c.person_id == bindparam("member"), _until_then(consents.c.at)),
    # Whoever is asked can still answer: what they press is about themselves.
    delete(consents).where(consents.c.asker_id == bindparam("member"), _until_then(consents.c.at)),
    # Those of servers, too: their words and pictures are this member's.
    delete(styles).where(styles.c.author_id == bindparam("member"), _until_then(styles.c.saved_at)),
    update(setting_changes)
    .where(setting_changes.c.author_id == bindparam("member"), _until_then(setting_changes.c.at))
    .values(author_id=0),
    update(blocked)
    .where(blocked.c.author_id == bindparam("member"), _until_then(blocked.c.at))
    .values(author_id=0),
)
"""What is kept of a member beside their jobs, until then."""

_is_day = func.length(tallies.c.period) == len("2026-11-30")
_is_month = func.length(tallies.c.period) == len("2026-11")
_is_over = _is_day & (tallies.c.period < bindparam("today", type_=tallies.c.period.type))
_member_used = (tallies.c.subject == "member") & (
    tallies.c.key == bindparam("key", type_=tallies.c.key.type)
)
_some_used = (tallies.c.guild_id == bindparam("guild")) & (tallies.c.subject != "guild")
_grant_is_over = grants.c.period < bindparam("today", type_=grants.c.period.type)
_waited = last_asked.c.at < bindparam("waited", type_=last_asked.c.at.type)

FORGET_USED_MONTHS = delete(tallies).where(_member_used, _is_month)

FORGET_USED = (
    delete(tallies).where(_member_used, _is_over),
    delete(grants).where(grants.c.member_id == bindparam("member"), _grant_is_over),
    delete(last_asked).where(last_asked.c.member_id == bindparam("member"), _waited),
)
"""What a member used and was given on days that are over, and when they asked last."""

LEAVE_USED_MONTHS = delete(tallies).where(_some_used, _is_month)

LEAVE_USED = (
    delete(tallies).where(_some_used, _is_over),
    delete(grants).where(
        grants.c.guild_id == bindparam("guild"), grants.c.member_id != 0, _grant_is_over
    ),
    delete(last_asked).where(last_asked.c.guild_id == bindparam("guild"), _waited),
)
"""The same of all members of a server; what it used as a whole, and was given, has no names."""

FORGET_CONSENTS_IN_GUILD = delete(consents).where(consents.c.guild_id == bindparam("guild"))

DROP_OWN_RELAY = delete(guild_relays).where(
    guild_relays.c.guild_id == bindparam("guild"),
    guild_relays.c.at <= bindparam("then", type_=guild_relays.c.at.type),
)

FORGET_WHO_SET_RELAYS = (
    update(guild_relays).where(guild_relays.c.set_by == bindparam("member")).values(set_by=0)
)

FORGET_REPORTS_OF = delete(reports).where(
    reports.c.message_id.in_(bindparam("message_ids", expanding=True))
)

FORGET_REPORTS_IN_GUILD = delete(reports).where(reports.c.guild_id == bindparam("guild"))

FORGET_REPORTS_BY = delete(reports).where(
    reports.c.member_id == bindparam("member"),
    reports.c.at < bindparam("reported", type_=reports.c.at.type),
)

FORGET_REPORTS_BEFORE = delete(reports).where(
    reports.c.at < bindparam("then", type_=reports.c.at.type)
)

LEAVE_SERVER = delete(servers).where(servers.c.guild_id == bindparam("guild"))
