"""What Alembic runs: the scripts, on the connection and in the transaction that it is given."""

from alembic import context

from bot.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
