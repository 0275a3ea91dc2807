"""Styles of members and servers, and the pictures that they keep."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "styles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pictures", sa.Text(), nullable=False),
        sa.Column("aspect", sa.Text()),
        sa.Column("size", sa.Text()),
        sa.Column("model", sa.Text()),
        sa.Column("thinking", sa.Text()),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_styles"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_styles_author_id", "styles", ["author_id"])
    op.create_index("ix_styles_guild_id_key", "styles", ["guild_id", "key"], unique=True)
    op.create_index(
        "ix_styles_own",
        "styles",
        ["author_id", "key"],
        unique=True,
        sqlite_where=sa.text("guild_id IS NULL"),
        postgresql_where=sa.text("guild_id IS NULL"),
    )
    op.create_table(
        "style_blobs",
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("style_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["style_id"], ["styles.id"], name="fk_style_blobs_style_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("blob", "style_id", name="pk_style_blobs"),
    )
    op.create_index("ix_style_blobs_style_id", "style_blobs", ["style_id"])
