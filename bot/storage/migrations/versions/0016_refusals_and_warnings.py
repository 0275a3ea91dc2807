"""How often rules forbade what was asked for, and of which spent budgets servers were told."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns."""
    for name in ("refused", "warned"):
        op.add_column("tallies", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
