"""What is true after the process was killed, wherever it was."""

import asyncio
import random
import sqlite3
import sys
from pathlib import Path

import pytest
from blake3 import blake3

from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore

WORK = """
import asyncio, os, pathlib, sys
from bot.domain.access import Terms
from bot.domain.content import Part
from bot.domain.job import Draft, Shown
from bot.domain.picture import Picture
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from tests.contract.builders import NOON, request

async def work(store: SqlStore, blobs: FileBlobs):
    while True:
        job = await store.accept(request(), terms=Terms(10**6, 10**6), now=NOON)
        await store.sent(job.id, NOON)
        spool = blobs.spool()
        for _ in range(8):
            spool.write(os.urandom(100_000))
            await spool.drain()
        picture = Picture(await spool.commit(), "image/png", 1, 1)
        turn = await store.made(job, Draft(None, (), (Part(picture=picture),), "m", "f"), NOON)
        await store.posted(job.id, [Shown(turn.id, 0, turn.id, 0, 1)], NOON)
        print(turn.id, flush=True)

async def main():
    root = pathlib.Path(sys.argv[1])
    async with SqlStore.open(root / "db") as store, FileBlobs.open(root / "blobs") as blobs:
        await asyncio.gather(*(work(store, blobs) for _ in range(3)))

asyncio.run(main())
"""


@pytest.mark.parametrize("seed", range(3))
async def test_kill_9_loses_nothing_that_was_committed(tmp_path: Path, seed: int):
    """What was reported as done is there, each blob that a row names is whole, nothing is left."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORK, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    lines = [await process.stdout.readline() for _ in range(3)]
    await asyncio.sleep(random.Random(seed).uniform(0, 0.1))
    process.kill()
    rest, _ = await process.communicate()
    done = {int(line) for line in [*lines, *rest.split(b"\n")] if line}

    async with SqlStore.open(tmp_path / "db"), FileBlobs.open(tmp_path / "blobs"):
        pass
    names = check_files(tmp_path / "blobs")
    connection = sqlite3.connect(tmp_path / "db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    named = {blob for (blob,) in connection.execute("SELECT blob FROM blob_refs")}
    stored = {turn for (turn,) in connection.execute("SELECT turn_id FROM shown")}
    connection.close()
    assert named <= names
    assert done <= stored


def check_files(root: Path) -> set[str]:
    """Check each blob against its name, and that nothing else is left; return the names."""
    names = set()
    for path in root.rglob("*"):
        if path.is_file():
            digest = path.parent.name + path.name
            assert blake3(path.read_bytes()).hexdigest() == digest
            names.add(f"b3-{digest}")
    return names
