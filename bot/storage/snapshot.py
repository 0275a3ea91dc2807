"""A copy of the database as it is at one moment, also while another process writes to it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from bot.domain.errors import StorageFailed
from bot.storage.failures import storage_errors
from bot.storage.folder import BEFORE

WAIT_SECONDS: Final = 10.0
"""How long another process may have the database locked."""

ROOM: Final = 2
"""How many times its size a change of the database may need: the copy, and what it writes anew."""

MIB: Final = 2**20


def copy_database(source: Path, target: Path) -> None:
    """Copy a database to a file that is not there; raise StorageFailed.

    Within one step of SQLite's backup, so that what is written meanwhile is no part of it.
    """
    uri = f"{source.absolute().as_uri()}?mode=rw"
    try:
        with (
            closing(sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS)) as opened,
            closing(sqlite3.connect(target)) as copy,
        ):
            opened.backup(copy)
            # One file that is whole without what stands beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise StorageFailed(f"database: {error}") from error


def keep_before(database: Path) -> None:
    """Keep a copy beside the database before that is changed, in the place of an older one.

    Raise StorageFailed where there is no room for the copy and the change, or it can't be made.
    """
    making = database.with_name(f"{BEFORE}.part")
    with storage_errors():
        size = sum(
            path.stat().st_size
            for path in (database, database.with_name(f"{database.name}-wal"))
            if path.exists()
        )
        free = shutil.disk_usage(database.parent).free
        if free < ROOM * size:
            raise StorageFailed(
                f"The database has to be changed for this version, which takes"
                f" {ROOM * size / MIB:.0f} MiB of room, and there are {free / MIB:.0f} MiB."
                " Make room, and start again. Nothing was changed."
            )
        making.unlink(missing_ok=True)
        copy_database(database, making)
        making.replace(database.with_name(BEFORE))
