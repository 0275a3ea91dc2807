"""Bring a database to the newest revision; the scripts are the only way that tables come to be.

A script that drops something on purpose which `promises` knows says so: `drops = ("trigger …",)`.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select

from bot.domain.errors import StorageFailed
from bot.storage.promises import lost, promises

NEWEST = "0019"
"""The revision that this code works with; a constant, so that Alembic is read only if needed."""

SCRIPTS = Path(__file__).with_name("migrations")

_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a database; None for one without tables."""
    if not inspect(connection).has_table(_version.name):
        return None
    return connection.scalar(select(_version.c.version_num))


def bring_to_newest(connection: Connection) -> None:
    """Create or upgrade the tables, in a transaction that has the write lock: others wait for it.

    Foreign keys must be off. Raise StorageFailed, for the transaction to be rolled back, if the
    database is newer than this code, or would lose what the scripts do not name.
    """
    bring_to(connection, "head")


def bring_to(connection: Connection, revision: str) -> None:
    """Do the same up to this revision."""
    from alembic import command, config, script  # noqa: PLC0415 (heavy, and seldom needed)

    present = revision_of(connection)
    settings = config.Config()
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    scripts = script.ScriptDirectory.from_config(settings).walk_revisions()
    if present is not None and present not in {known.revision for known in scripts}:
        raise StorageFailed(
            f"The database is at revision {present}, which this version of Atelier does not"
            f" know (its newest is {NEWEST}). Run the version that wrote it, or a newer one."
        )
    settings.attributes |= {"connection": connection, "watch": _Watch(connection)}
    command.upgrade(settings, revision)
    _check_references(connection)


class _Watch:
    """Look after each script whether something vanished that it does not name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._before = promises(connection)

    def __call__(self, *, step: Any, **_: object) -> None:
        """Compare, as Alembic asks after each script; raise StorageFailed."""
        after = promises(self._connection)
        script = step.revision_map.get_revision(step.up_revision_id).module
        missing = [
            name for name in lost(self._before, after) if name not in getattr(script, "drops", ())
        ]
        if missing:
            raise StorageFailed(
                f"The change of the database to revision {step.up_revision_id} would lose what it"
                f" does not name: {'; '.join(missing)}. Nothing was changed."
            )
        self._before = after


def _check_references(connection: Connection) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if dangling:
        tables = ", ".join(sorted({str(row[0]) for row in dangling}))
        raise StorageFailed(
            f"The change of the database would leave {len(dangling)} rows that refer to nothing,"
            f" in {tables}. Nothing was changed."
        )
