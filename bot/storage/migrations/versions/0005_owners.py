"""Whose job it is and until when, and how many of its requests left."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add what is known of them; nothing more is to leave for a job that was sent before."""
    op.add_column("jobs", sa.Column("owner", sa.Text()))
    op.add_column("jobs", sa.Column("leased_until", sa.DateTime(timezone=True)))
    op.add_column("jobs", sa.Column("sent", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE jobs SET sent = count WHERE state <> 'accepted'")
