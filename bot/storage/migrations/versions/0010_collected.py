"""Pictures that members collect for what they ask for next."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "collected",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("turn_id", sa.Integer()),
        sa.Column("part", sa.Integer()),
        sa.Column("collected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name="fk_collected_turn_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_collected"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_collected_member_id_id", "collected", ["member_id", "id"])
    for column in ("guild_id", "channel_id", "message_id", "turn_id", "collected_at"):
        op.create_index(f"ix_collected_{column}", "collected", [column])
