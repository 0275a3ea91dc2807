"""Which chats may search the web, and what each answer stands on: earlier ones, on nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns."""
    op.add_column(
        "conversations",
        sa.Column("search", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("turns", sa.Column("grounding", sa.Text(), nullable=False, server_default="{}"))
