"""Jobs that made something which waits for its author, and jobs that were cancelled too late."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what is known of them."""
    op.add_column(
        "jobs", sa.Column("called_off", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index(
        "ix_jobs_kept",
        "jobs",
        ["author_id"],
        sqlite_where=sa.text("state = 'kept'"),
        postgresql_where=sa.text("state = 'kept'"),
    )
