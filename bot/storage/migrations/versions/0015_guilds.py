"""What servers decided, whom they blocked, and sums of the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_SUBJECTS = {
    "guild": "''",
    "member": "ledger.author_id",
    "channel": "jobs.channel_id",
    "model": "json_extract(jobs.request, '$.model')",
}


def upgrade() -> None:
    """Create the tables, and add up what the ledger has of the running month."""
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_settings"),
    )
    op.create_table(
        "setting_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_setting_changes_author_id", "setting_changes", ["author_id"])
    op.create_index(
        "ix_setting_changes_guild_id_revision", "setting_changes", ["guild_id", "revision"]
    )
    op.create_table(
        "blocked",
        sa.Column("guild_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "member_id", name="pk_blocked"),
    )
    op.create_index("ix_blocked_member_id", "blocked", ["member_id"])
    op.create_table(
        "tallies",
        sa.Column("guild_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("pictures", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("answers", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("micros", sa.BigInteger(), nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("guild_id", "period", "subject", "key", name="pk_tallies"),
    )
    op.create_index("ix_tallies_subject_key", "tallies", ["subject", "key"])
    op.create_index("ix_tallies_subject_period", "tallies", ["subject", "period"])
    op.create_index(
        "ix_tallies_most",
        "tallies",
        ["guild_id", "period", "subject", "micros", "pictures", "answers", "key"],
    )
    op.create_table(
        "last_asked",
        sa.Column("guild_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "member_id", name="pk_last_asked"),
    )
    op.create_index("ix_last_asked_member_id", "last_asked", ["member_id"])
    op.create_index("ix_last_asked_at", "last_asked", ["at"])
    op.create_table(
        "grants",
        sa.Column("guild_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("pictures", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("answers", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("micros", sa.BigInteger(), nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("guild_id", "period", "member_id", name="pk_grants"),
    )
    op.create_index("ix_grants_member_id", "grants", ["member_id"])
    op.create_index("ix_grants_period", "grants", ["period"])
    op.add_column("ledger", sa.Column("model", sa.Text(), nullable=False, server_default=""))
    _add_up()


def _add_up() -> None:
    """Add up what the ledger has: by day and month of a server, by month of all in it.

    Of members also by day: that is what their day is limited by.
    """
    for subject, key in _SUBJECTS.items():
        _add_up_by(subject, key, "strftime('%Y-%m', ledger.day)")
    for subject in ("guild", "member"):
        _add_up_by(subject, _SUBJECTS[subject], "strftime('%Y-%m-%d', ledger.day)")


def _add_up_by(subject: str, key: str, period: str) -> None:
    counted = """CASE ledger.kind
        WHEN 'reserve' THEN ledger.pictures WHEN 'settle' THEN 0 ELSE -ledger.pictures END"""
    op.execute(
        f"""INSERT INTO tallies (guild_id, period, subject, key, pictures, answers)
        SELECT coalesce(ledger.guild_id, 0), {period}, '{subject}', coalesce({key}, ''),
            sum(CASE jobs.kind WHEN 'picture' THEN {counted} ELSE 0 END),
            sum(CASE jobs.kind WHEN 'picture' THEN 0 ELSE {counted} END)
        FROM ledger JOIN jobs ON jobs.id = ledger.job_id
        WHERE {period} IS NOT NULL
        GROUP BY 1, 2, 4"""  # noqa: S608 (nothing but what stands in this script)
    )
