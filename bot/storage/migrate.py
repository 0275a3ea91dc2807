"""Bring a database to the newest revision; the scripts are the only way that tables come to be."""

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select

from bot.domain.errors import StorageFailed

NEWEST = "0005"
"""The revision that this code works with; a constant, so that Alembic is read only if needed."""

SCRIPTS = Path(__file__).with_name("migrations")

_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))


def bring_to_newest(connection: Connection) -> None:
    """Create or upgrade the tables in a transaction that has the write lock: others wait for it.

    Raise StorageFailed if the database is newer than this code.
    """
    revision = None
    if inspect(connection).has_table(_version.name):
        revision = connection.scalar(select(_version.c.version_num))
    if revision == NEWEST:
        return

    from alembic import command, config, script  # noqa: PLC0415 (heavy, and seldom needed)

    settings = config.Config()
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    scripts = script.ScriptDirectory.from_config(settings).walk_revisions()
    if revision is not None and revision not in {known.revision for known in scripts}:
        raise StorageFailed(
            f"The database is at revision {revision}, which this version of Atelier does not"
            f" know (its newest is {NEWEST}). Run the version that wrote it, or a newer one."
        )
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
