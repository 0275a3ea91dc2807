"""Which blobs a job's request needs, and where a channel goes on from when somebody went back."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables, and name the blobs of the jobs that are there."""
    job_blobs = op.create_table(
        "job_blobs",
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("job_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name="fk_job_blobs_job_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("blob", "job_id", name="pk_job_blobs"),
    )
    op.create_table(
        "heads",
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("turn_id", ID, nullable=False),
        sa.Column("part", sa.Integer()),
        sa.Column("after_turn_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name="fk_heads_turn_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("channel_id", name="pk_heads"),
    )
    requests = op.get_bind().execute(sa.text("SELECT id, request FROM jobs")).all()
    named = {
        (part["picture"]["blob"]["key"], job_id)
        for job_id, request in requests
        for part in json.loads(request)["user"]
        if part.get("picture")
    }
    op.bulk_insert(job_blobs, [{"blob": blob, "job_id": job_id} for blob, job_id in sorted(named)])
