"""Look into the bot's database from outside: what its jobs are at, and what was booked."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path
from typing import Any

_NEWEST = 50
_JOBS = (
    "SELECT id, kind, state, count, error, called_off, author_id, created_at, updated_at"
    " FROM jobs ORDER BY id DESC LIMIT ?"
)
_LEDGER = (
    "SELECT id, job_id, kind, author_id, pictures, micros, at FROM ledger ORDER BY id DESC LIMIT ?"
)


class BotDatabase:
    """Read the newest rows of a bot's SQLite file, which the bot may be writing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def read(self) -> dict[str, list[dict[str, Any]]]:
        """Return the newest `jobs` and `ledger` lines, newest first; none before there are any."""
        return await asyncio.to_thread(self._read)

    def _read(self) -> dict[str, list[dict[str, Any]]]:
        try:
            with contextlib.closing(
                sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
            ) as connection:
                connection.row_factory = sqlite3.Row
                return {"jobs": _rows(connection, _JOBS), "ledger": _rows(connection, _LEDGER)}
        except sqlite3.OperationalError:
            # Not made yet, or being made.
            return {"jobs": [], "ledger": []}


def _rows(connection: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    rows = [dict(row) for row in connection.execute(query, (_NEWEST,))]
    return [
        {name: str(value) if name == "author_id" else value for name, value in row.items()}
        for row in rows
    ]
