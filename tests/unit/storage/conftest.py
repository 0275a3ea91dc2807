from pathlib import Path

import pytest

from bot.storage.engine import create_engine
from bot.storage.migrate import bring_to_newest


@pytest.fixture
async def engine(tmp_path: Path):
    """Open an empty SQLite database."""
    engine = create_engine(tmp_path / "atelier.sqlite3")
    try:
        await bring_to_newest(engine)
        yield engine
    finally:
        await engine.dispose()
