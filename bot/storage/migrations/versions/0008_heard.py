"""Up to which message all is heard, and by which message or interaction each job was asked for.

Of earlier jobs that is not written down: what was said before this version is not looked for.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the table, and the column with its index."""
    op.create_table(
        "heard",
        sa.Column("up_to", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("up_to", name="pk_heard"),
    )
    op.add_column("jobs", sa.Column("source_id", sa.BigInteger()))
    op.create_index("ix_jobs_source_id", "jobs", ["source_id"])
