from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.ports.blobs import Blobs
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from tests.contract.stores import Store
from tests.databases import put_database

STORES = {"sqlite": lambda folder: SqlStore.open(put_database(folder / "atelier.sqlite3"))}
BLOBS = {"files": lambda folder: FileBlobs.open(folder / "blobs")}


@pytest.fixture(params=STORES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Open each store in turn, empty."""
    async with STORES[request.param](tmp_path) as opened:
        yield opened


@pytest.fixture(params=BLOBS)
async def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Blobs]:
    """Open each place for blobs in turn, empty."""
    async with BLOBS[request.param](tmp_path) as opened:
        yield opened
