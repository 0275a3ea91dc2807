"""What was forgotten has nobody's name, and who blocked somebody is found by theirs."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Take from forgotten jobs, and the ledger's lines about them, whose they were."""
    op.create_index("ix_blocked_author_id", "blocked", ["author_id"])
    op.execute(
        """UPDATE ledger SET author_id = 0 WHERE job_id IN (
            SELECT id FROM jobs
            WHERE conversation_id IS NULL AND state NOT IN ('accepted', 'sent', 'made'))"""
    )
    op.execute(
        """UPDATE jobs SET author_id = 0, request = json_set(request, '$.author_id', 0)
        WHERE conversation_id IS NULL AND state NOT IN ('accepted', 'sent', 'made')"""
    )
    # Direct messages are known by whom they are with.
    op.execute(
        """UPDATE jobs SET channel_id = 0, thread_id = NULL, request = json_set(
            request, '$.place.channel_id', 0, '$.place.thread_id', NULL)
        WHERE guild_id IS NULL
            AND conversation_id IS NULL AND state NOT IN ('accepted', 'sent', 'made')"""
    )
    op.execute("DELETE FROM tallies WHERE guild_id = 0 AND subject = 'channel'")
