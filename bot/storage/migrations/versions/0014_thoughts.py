"""Which chats tell what their model thought: earlier ones do not."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "conversations",
        sa.Column("thoughts", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
