from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.storage.store import SqlStore
from tests.databases import put_database


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    """Open the store on an empty SQLite database."""
    async with SqlStore.open(put_database(tmp_path / "atelier.sqlite3")) as store:
        yield store


@pytest.fixture
def engine(store: SqlStore) -> Engine:
    """Return what the store's connections come from."""
    return store.engine
