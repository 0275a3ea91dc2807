"""What the author of each turn was called; of earlier turns that is not known."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column."""
    op.add_column("turns", sa.Column("author_name", sa.Text(), nullable=False, server_default=""))
