"""Which members told moderators of which message."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "reports",
        sa.Column("message_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("message_id", "member_id", name="pk_reports"),
    )
    op.create_index("ix_reports_guild_id", "reports", ["guild_id"])
    op.create_index("ix_reports_at", "reports", ["at"])
    op.create_index("ix_reports_member_id_at", "reports", ["member_id", "at"])
