"""Whether the members of a server may use somebody's avatar."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "consents",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("allows", sa.Boolean()),
        sa.Column("asker_id", sa.BigInteger()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "guild_id", name="pk_consents"),
    )
    op.create_index("ix_consents_guild_id", "consents", ["guild_id"])
    op.create_index("ix_consents_asker_id_at", "consents", ["asker_id", "at"])
    op.create_index("ix_consents_at", "consents", ["at"])
