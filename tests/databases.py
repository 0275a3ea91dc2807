"""Empty databases for tests that are not about how one comes to be: made once, and copied."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.storage.store import SqlStore


def put_database(path: Path) -> Path:
    """Write a database of the newest revision, with nothing in it, and return where it is.

    One that is there already stays.
    """
    if not path.exists():
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        path.write_bytes(_empty())
    return path


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as thread:
        path = Path(folder) / "atelier.db"
        # Who asks may be running a loop.
        thread.submit(asyncio.run, _make(path)).result()
        return path.read_bytes()


async def _make(path: Path) -> None:
    async with SqlStore.open(path):
        pass
