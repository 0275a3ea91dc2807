"""Where something is kept, in which servers the bot is, and what is still to be forgotten.

Which channel a thread belongs to was not written down before: it is when the thread is looked at.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
ABOVE_ALL_MESSAGES = 2**63 - 1

_jobs = sa.table(
    "jobs", sa.column("channel_id"), sa.column("guild_id"), sa.column("conversation_id")
)
_conversations = sa.table(
    "conversations", sa.column("thread_id"), sa.column("guild_id"), sa.column("model")
)
_shown = sa.table("shown", sa.column("channel_id"))


def upgrade() -> None:
    """Create the tables, and name the places that are known."""
    places = op.create_table(
        "places",
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("parent_id", sa.BigInteger()),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("below", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("channel_id", name="pk_places"),
    )
    for column in ("due_at", "guild_id", "parent_id"):
        op.create_index(f"ix_places_{column}", "places", [column])
    op.create_table(
        "servers",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_servers"),
    )
    op.create_table(
        "deletions",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("discord_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("what", "discord_id", name="pk_deletions"),
    )
    op.create_index("ix_deletions_due_at", "deletions", ["due_at"])
    op.create_index("ix_shown_channel_id_message_id", "shown", ["channel_id", "message_id"])
    asked = sa.select(_jobs.c.channel_id, _jobs.c.guild_id)
    asked = asked.where(_jobs.c.conversation_id.is_not(None))
    kept = sa.select(_conversations.c.thread_id, _conversations.c.guild_id)
    kept = kept.where(_conversations.c.model.is_not(None))
    known = sa.union_all(asked, kept, sa.select(_shown.c.channel_id, sa.null())).subquery()
    found = (
        sa.select(
            known.c.channel_id,
            sa.func.max(known.c.guild_id),
            sa.literal(AT_ONCE, sa.DateTime(timezone=True)),
            sa.literal(ABOVE_ALL_MESSAGES, sa.BigInteger()),
        )
        .where(known.c.channel_id != 0)
        .group_by(known.c.channel_id)
    )
    names = ["channel_id", "guild_id", "due_at", "below"]
    op.execute(sa.insert(places).from_select(names, found))
