"""What a store executes, and how SQLite goes about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import Engine, event

Executed: TypeAlias = list[tuple[str, Any]]
"""Statements with their parameters; of those that are executed for many rows, the first's."""


@contextmanager
def recorded(engine: Engine) -> Iterator[Executed]:
    """Collect what is executed."""
    statements: Executed = []

    def note(*event: Any):
        _, _, statement, values, _, many = event
        statements.append((statement, values[0] if many else values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def plan(engine: Engine, statement: str, values: Any) -> list[str]:
    """Return the steps that SQLite takes for a statement."""
    with engine.connect() as connection:
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [step.detail for step in steps]
