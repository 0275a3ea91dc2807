"""The schema, as SQLAlchemy Core tables that fit SQLite and PostgreSQL.

Ids are never used twice (`sqlite_autoincrement`): a button that outlives its turn must not come to
point to somebody else's. Snowflakes have 64 bits. Every index serves a query of the store, or finds
what goes when a row is deleted that it refers to; tests hold each query to its plan.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    false,
    literal,
)

from bot.domain.job import JobState
from bot.storage.columns import Id, Json, Parts, Request, Settings, StandsOn, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("guild_id", BigInteger, index=True),
    Column("channel_id", BigInteger, nullable=False),
    # These are set for a chat alone: messages there are turns for this model.
    Column("thread_id", BigInteger, unique=True),
    Column("model", Text),
    Column("thinking", Text),
    Column("search", Boolean, nullable=False, server_default=false()),
    Column("thoughts", Boolean, nullable=False, server_default=false()),
    Column("created_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    # None for a job that was forgotten: its request has no words and pictures any more.
    Column("conversation_id", Id, ForeignKey("conversations.id", ondelete="SET NULL"), index=True),
    # No foreign key: turns name their job, and a job outlives the turn that it continued.
    Column("parent_turn_id", Id),
    Column("guild_id", BigInteger),
    Column("channel_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("author_id", BigInteger, nullable=False),
    # The message or interaction that asked; None for jobs of before that was written down.
    Column("source_id", BigInteger, index=True),
    Column("request", Request, nullable=False),
    Column("count", Integer, nullable=False),
    Column("error", Text),
    # The author no longer wanted it, but it was sent already; so they know that it is kept.
    Column("called_off", Boolean, key="unwanted", nullable=False, server_default=false()),
    # The run of a process that looks after it. Nobody else may while its lease lasts.
    Column("owner", Text),
    Column("leased_until", UtcDateTime),
    # How many of its `count` requests left: a request is let through here, and each once.
    Column("sent", Integer, nullable=False, server_default="0"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

# An index of some rows serves a query that names the same rows in the statement's text itself.
is_unfinished = jobs.c.state.in_(
    [
        literal(state.value, literal_execute=True)
        for state in (JobState.ACCEPTED, JobState.SENT, JobState.MADE)
    ]
)
Index("ix_jobs_unfinished", jobs.c.id, sqlite_where=is_unfinished, postgresql_where=is_unfinished)

is_kept = jobs.c.state == literal(JobState.KEPT.value, literal_execute=True)
Index("ix_jobs_kept", jobs.c.author_id, sqlite_where=is_kept, postgresql_where=is_kept)

is_remembered = jobs.c.conversation_id.is_not(None)
for _by in (jobs.c.author_id, jobs.c.channel_id, jobs.c.guild_id, jobs.c.updated_at):
    Index(None, _by, sqlite_where=is_remembered, postgresql_where=is_remembered)

turns = Table(
    "turns",
    metadata,
    Column("id", Id, primary_key=True),
    Column(
        "conversation_id", Id, ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False
    ),
    Column("parent_id", Id, ForeignKey("turns.id", ondelete="SET NULL")),
    Column("job_id", Id, ForeignKey("jobs.id"), nullable=False),
    # The thread where it was asked: its parent may belong to another conversation.
    Column("thread_id", BigInteger),
    Column("author_id", BigInteger, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("user", Parts, nullable=False),
    Column("answer", Parts, nullable=False),
    Column("model", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("aspect", Text),
    Column("size", Text),
    Column("created_at", UtcDateTime, nullable=False),
    # What its author was called then: models are told who said what.
    Column("author_name", Text, nullable=False, server_default=""),
    # What was searched for and found, for as long as the answer is shown.
    Column("grounding", StandsOn, nullable=False, server_default="{}"),
    Index(None, "thread_id", "id"),
    Index(None, "job_id"),
    Index(None, "conversation_id"),
    Index(None, "parent_id"),
    sqlite_autoincrement=True,
)

blob_refs = Table(
    "blob_refs",
    metadata,
    Column("blob", Text, primary_key=True),
    Column("turn_id", Id, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "turn_id"),
)

# What a job needs to be run, or run again, though no turn names it: members' uploads.
job_blobs = Table(
    "job_blobs",
    metadata,
    Column("blob", Text, primary_key=True),
    Column("job_id", Id, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "job_id"),
)

shown = Table(
    "shown",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("turn_id", Id, ForeignKey("turns.id", ondelete="CASCADE"), nullable=False),
    Column("part", Integer),
    Column("channel_id", BigInteger, nullable=False),
    Index(None, "turn_id"),
)
_has_picture = shown.c.part.is_not(None)
Index(
    None,
    shown.c.channel_id,
    shown.c.message_id,
    shown.c.position,
    sqlite_where=_has_picture,
    postgresql_where=_has_picture,
)
# Whatever a channel shows, from its newest message on.
Index(None, shown.c.channel_id, shown.c.message_id)

# Where a channel or thread goes on from because somebody went back there. It holds until a turn
# newer than `after_turn_id` is made there.
heads = Table(
    "heads",
    metadata,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("turn_id", Id, ForeignKey("turns.id", ondelete="CASCADE"), nullable=False),
    Column("part", Integer),
    Column("after_turn_id", Id, nullable=False),
    Index(None, "turn_id"),
)

# Pictures of messages that members collected for what they ask for next. What the bot made goes
# with its turn; any other is fetched again from its message.
collected = Table(
    "collected",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger, index=True),
    Column("channel_id", BigInteger, nullable=False, index=True),
    Column("message_id", BigInteger, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("turn_id", Id, ForeignKey("turns.id", ondelete="CASCADE"), index=True),
    Column("part", Integer),
    Column("collected_at", UtcDateTime, nullable=False, index=True),
    Index(None, "member_id", "id"),
    sqlite_autoincrement=True,
)

# What members and servers keep under a name to paint with. It is the server's where it has one.
styles = Table(
    "styles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("author_id", BigInteger, nullable=False, index=True),
    Column("guild_id", BigInteger),
    # What no other of the same owner has: the name, without what differs to nobody's eye.
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("pictures", Parts, nullable=False),
    Column("aspect", Text),
    Column("size", Text),
    Column("model", Text),
    Column("thinking", Text),
    Column("saved_at", UtcDateTime, nullable=False),
    Index(None, "guild_id", "key", unique=True),
    sqlite_autoincrement=True,
)

is_own = styles.c.guild_id.is_(None)
Index(
    "ix_styles_own",
    styles.c.author_id,
    styles.c.key,
    unique=True,
    sqlite_where=is_own,
    postgresql_where=is_own,
)

style_blobs = Table(
    "style_blobs",
    metadata,
    Column("blob", Text, primary_key=True),
    Column("style_id", Id, ForeignKey("styles.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "style_id"),
)

# Channels, threads and direct messages in which something is kept. Each is looked at when it is
# due, page by page: in the present round, messages from `below` on are looked at already.
places = Table(
    "places",
    metadata,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, index=True),
    # The channel of a thread: when it is deleted, Discord tells of no thread that is archived.
    Column("parent_id", BigInteger, index=True),
    Column("due_at", UtcDateTime, nullable=False, index=True),
    Column("below", BigInteger, nullable=False),
)

# The servers in which the bot is. That of a job may be none: members can bring the bot themselves.
servers = Table(
    "servers",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
)

# What is known of members beside what they asked for: the locale of their Discord.
members = Table(
    "members",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("locale", Text, nullable=False),
)

# Whether the members of a server may use somebody's avatar. `allows` is None while a question of
# `asker_id` waits for its answer; `at` is when they were asked, or decided.
consents = Table(
    "consents",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("allows", Boolean),
    Column("asker_id", BigInteger),
    Column("at", UtcDateTime, nullable=False, index=True),
    Index(None, "asker_id", "at"),
)

# One row: all messages with an id up to this one were dealt with. Of whom, and where, it says not.
heard = Table(
    "heard",
    metadata,
    Column("up_to", BigInteger, primary_key=True, autoincrement=False),
)

# What was deleted in Discord and is still to be forgotten.
deletions = Table(
    "deletions",
    metadata,
    Column("what", Text, primary_key=True),
    Column("discord_id", BigInteger, primary_key=True, autoincrement=False),
    Column("noted_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False, index=True),
)

# What servers decided, and how often they changed it.
guild_settings = Table(
    "guild_settings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("settings", Settings, nullable=False),
    Column("revision", Integer, nullable=False),
)

# Who changed which setting from what to what, as JSON. A revision may change several.
setting_changes = Table(
    "setting_changes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("author_id", BigInteger, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "guild_id", "revision"),
    sqlite_autoincrement=True,
)

# Whom servers let in no more, and who decided that.
blocked = Table(
    "blocked",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("author_id", BigInteger, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)

# Servers' own relays. A key is `sealed`: what opens it is no part of the database or of a backup.
guild_relays = Table(
    "guild_relays",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("address", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("auth", Text, nullable=False),
    Column("set_by", BigInteger, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)

# Which members told moderators of which message of the bot.
reports = Table(
    "reports",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Index(None, "member_id", "at"),
)

# Sums of the ledger, kept with each of its lines: what a `guild_id` (0 in direct messages) used in
# a `period`, a day such as 2026-11-30 or a month such as 2026-11, as a whole and by member, channel
# and model. `pictures` and `answers` count what is reserved or used, `micros` what that costs.
tallies = Table(
    "tallies",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("period", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("pictures", Integer, nullable=False, server_default="0"),
    Column("answers", Integer, nullable=False, server_default="0"),
    Column("micros", BigInteger, nullable=False, server_default="0"),
    # How much of what was asked for a model or a relay refused by its rules.
    Column("refused", Integer, nullable=False, server_default="0"),
    # How many hundredths of its budget a server was told to have spent in a month.
    Column("warned", Integer, nullable=False, server_default="0"),
    Index(None, "subject", "key"),
    Index(None, "subject", "period"),
    # Ends with the key, so that among many who used the same the next page is found, too.
    Index(
        "ix_tallies_most", "guild_id", "period", "subject", "micros", "pictures", "answers", "key"
    ),
)

# When a member asked last, where a server has a time to wait in between.
last_asked = Table(
    "last_asked",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

# What was given beyond the limits: to a member for a day, to a server (`member_id` 0) for a month.
grants = Table(
    "grants",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("period", Text, primary_key=True, index=True),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("pictures", Integer, nullable=False, server_default="0"),
    Column("answers", Integer, nullable=False, server_default="0"),
    Column("micros", BigInteger, nullable=False, server_default="0"),
)

# Lines are only ever added. `day` is the day whose quota a line belongs to: a picture reserved
# before midnight and returned after it gives back yesterday's. A chat's job counts one for its
# answer in `pictures`. `micros` stays empty where the cost is not known.
ledger = Table(
    "ledger",
    metadata,
    Column("id", Id, primary_key=True),
    Column("job_id", Id, ForeignKey("jobs.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("guild_id", BigInteger),
    Column("author_id", BigInteger, nullable=False),
    Column("day", Date, nullable=False),
    Column("pictures", Integer, nullable=False),
    Column("micros", BigInteger),
    Column("model", Text, nullable=False, server_default=""),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "author_id", "guild_id", "day"),
    Index(None, "job_id"),
    sqlite_autoincrement=True,
)
