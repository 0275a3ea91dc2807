"""Whether the operator's secret opens the keys of servers' own relays."""

import asyncio
from pathlib import Path
from typing import Final

from sqlalchemy import inspect, select

from bot.domain.counting import counted
from bot.domain.errors import StorageFailed
from bot.operations.doctor.findings import Finding, looked, ok, skipped, warns
from bot.services.ports.own_relays import Seal
from bot.storage.engine import create_engine
from bot.storage.failures import storage_errors
from bot.storage.folder import DATABASE
from bot.storage.tables import guild_relays

ABOUT: Final = "own relays"


async def sealed_finding(folder: Path, seal: Seal | None) -> Finding:
    """Return what was found of them."""
    return await looked(ABOUT, lambda: asyncio.to_thread(_sealed, folder / DATABASE, seal))


def _sealed(path: Path, seal: Seal | None) -> Finding:
    try:
        sealed = _keys(path) if path.exists() else []
    except StorageFailed:
        return skipped(ABOUT, "needs the database")
    locked = [each for each in sealed if seal is None or seal.opened(each) is None]
    if locked:
        return warns(
            ABOUT,
            f"ATELIER_SECRET_KEY does not open the keys of {counted(len(locked), 'server')}, which"
            " can't ask for anything",
            "Put the key back that encrypted them, behind the others, or let them enter theirs"
            " again",
        )
    if seal is None:
        return ok(ABOUT, "switched off: ATELIER_SECRET_KEY is not set")
    return ok(ABOUT, f"{counted(len(sealed), 'server')} with one, and each key opens")


def _keys(path: Path) -> list[str]:
    engine = create_engine(path)
    try:
        with storage_errors(), engine.connect() as connection:
            if not inspect(connection).has_table(guild_relays.name):
                return []
            return list(connection.scalars(select(guild_relays.c.sealed)))
    finally:
        engine.dispose()
