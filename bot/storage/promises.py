"""What a database promises beside its columns: what a migration may lose without an error.

To change a table, SQLite makes a new one and drops the old one: its triggers go with it, and of its
checks and indexes those that nobody made anew (SQLite docs, ALTER TABLE; Alembic docs, Running
"Batch" Migrations).
"""

import re
from collections.abc import Iterator

from sqlalchemy import Connection

_ALL = """
SELECT type, name, tbl_name, sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
"""
_QUOTES = re.compile(r'["`\[\]]')
_SPACE = re.compile(r"\s*([(),])\s*|\s+")
_CHECK = re.compile(r"\bcheck\(", re.IGNORECASE)


def promises(connection: Connection) -> dict[str, str]:
    """Return all of them with their definitions, named as people would: `trigger keep_books`."""
    found: dict[str, str] = {}
    for kind, name, _, sql in connection.exec_driver_sql(_ALL).all():
        if kind == "table":
            found |= dict(_of_table(connection, name, _plain(sql)))
        else:
            found[f"{kind} {name}"] = _plain(sql)
    return found


def lost(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Name what is not there any more, or not as it was."""
    return sorted(name for name in before if after.get(name) != before[name])


def _of_table(connection: Connection, table: str, sql: str) -> Iterator[tuple[str, str]]:
    yield f"table {table}", ""
    if "autoincrement" in sql:
        yield f"autoincrement of {table}", ""
    for check in _checks(sql):
        yield f"check {check} of {table}", ""
    keys = "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq"
    for key in connection.exec_driver_sql(keys, (table,)).mappings():
        column, what = key["from"], (key["table"], key["to"], key["on_update"], key["on_delete"])
        yield f"foreign key {column} of {table}", " ".join(map(str, what))
    uniques = "SELECT name FROM pragma_index_list(?) WHERE origin = 'u'"
    for (index,) in connection.exec_driver_sql(uniques, (table,)).all():
        columns = "SELECT name FROM pragma_index_info(?)"
        names = connection.exec_driver_sql(columns, (index,)).scalars()
        yield f"uniqueness of {', '.join(names)} of {table}", ""


def _plain(sql: str) -> str:
    """Write a definition so that two which differ in quotes, case and space alone are the same."""
    return _SPACE.sub(lambda found: found[1] or " ", _QUOTES.sub("", sql)).strip().lower()


def _checks(sql: str) -> Iterator[str]:
    """Find the conditions, brackets included, named or not."""
    for found in _CHECK.finditer(sql):
        depth = 0
        for end in range(found.end() - 1, len(sql)):
            depth += {"(": 1, ")": -1}.get(sql[end], 0)
            if not depth:
                yield sql[found.end() - 1 : end + 1]
                break
