"""The data folder: one process at a time works on it, and nobody but its owner looks into it.

The lock is the operating system's, and goes with the process, however that ends: none is ever left
behind. Its file stays where it is, since a new one under the name would be another lock.
"""

import asyncio
import fcntl
import logging
import os
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Final

from bot.storage.failures import storage_errors

log = logging.getLogger(__name__)

DATABASE: Final = "atelier.db"
BLOBS: Final = "blobs"
COMMANDS: Final = "commands.sha256"
LOCK: Final = "atelier.lock"

BEFORE: Final = f"{DATABASE}.before"
"""The database as it was before the newest change of its tables."""

RESTORING: Final = "restoring"
"""What is being restored, before it is whole."""

OURS: Final = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", BEFORE, COMMANDS, LOCK)
"""The files in it; whatever else an operator keeps there is none of our business."""

LOOK_SECONDS: Final = 0.25
"""How often it is looked whether the folder is free."""


class FolderInUse(Exception):
    """Say that another process works on the folder, and did not end in time."""


@asynccontextmanager
async def held(
    folder: Path, *, patience: float, stop: asyncio.Event | None = None
) -> AsyncGenerator[bool]:
    """Be the one process that works on a folder, which is made if it is not there.

    Wait so many seconds for another one to end, then raise FolderInUse. Yield False, and do not
    hold it, where `stop` was set meanwhile. Raise StorageFailed where it can't be locked at all.
    """
    file = _open_lock(folder)
    try:
        yield await _lock(file, folder, patience, stop or asyncio.Event())
    finally:
        os.close(file)


def tighten(folder: Path, *, served: bool) -> None:
    """Take from others what an earlier version let them read.

    Where the blobs are `served`, the group may pass through to them, and reads nothing else here.
    """
    for name in OURS:
        with as_far_as_ours(folder / name), suppress(FileNotFoundError):
            (folder / name).chmod(0o600)
    with as_far_as_ours(folder):
        folder.chmod(0o710 if served else 0o700)


@contextmanager
def as_far_as_ours(path: Path) -> Generator[None]:
    """Go on where it is not ours to say who may read something, as on some volumes."""
    try:
        yield
    except PermissionError:
        log.warning("%s belongs to somebody else: who may read it is theirs to say", path.name)


def _open_lock(folder: Path) -> int:
    with storage_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)


async def _lock(file: int, folder: Path, patience: float, stop: asyncio.Event) -> bool:
    clock = asyncio.get_running_loop().time
    deadline = clock() + patience
    said = False
    while not _is_locked(file):
        if clock() >= deadline:
            raise FolderInUse(
                f"another process works on the data in {folder}, and did not end in"
                f" {patience:g} s. Stop it first; two would spoil each other's work."
            )
        if not said:
            log.warning("another process works on the data: up to %g s for it to end", patience)
            said = True
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
            return False
    return True


def _is_locked(file: int) -> bool:
    with storage_errors():
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
