"""What Alembic runs: the scripts, on the connection and in the transaction that it is given."""

from alembic import context

from bot.storage.tables import metadata

given = context.config.attributes
context.configure(
    connection=given["connection"], target_metadata=metadata, on_version_apply=given["watch"]
)
context.run_migrations()
