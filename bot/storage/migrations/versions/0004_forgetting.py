"""Find what is to be forgotten, and all that goes with it, without reading everything."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the indices."""
    for table, column in (
        ("conversations", "guild_id"),
        ("jobs", "conversation_id"),
        ("job_blobs", "job_id"),
        ("turns", "conversation_id"),
        ("turns", "parent_id"),
        ("blob_refs", "turn_id"),
        ("shown", "turn_id"),
        ("heads", "turn_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
    for column in ("author_id", "channel_id", "guild_id", "updated_at"):
        op.create_index(
            f"ix_jobs_{column}",
            "jobs",
            [column],
            sqlite_where=sa.text("conversation_id IS NOT NULL"),
            postgresql_where=sa.text("conversation_id IS NOT NULL"),
        )
