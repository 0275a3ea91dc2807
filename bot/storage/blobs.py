"""Bytes as files, named by their content.

A blob is written beside its place, synced, and renamed into it: under its name there is always a
whole file, whenever the process or the machine dies. What was in the making then is deleted at
the next start.

A file's time of change says when its content was last wanted: stored, stored again, or renewed
because a row is about to name it. What is old and named by no row may be deleted, which the one
writer thread does after a last look at that time, so that nothing can be stored in between.
"""

import asyncio
import math
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import AsyncGenerator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from blake3 import blake3

from bot.domain.blob import BlobRef
from bot.storage.folder import as_far_as_ours
from bot.storage.spool import BUFFER, Buffers, FileSpool, outcome

SPOOL = "spool"
"""The folder, inside the root so that a rename suffices, of files that are no blobs yet."""

FOLDERS = tuple(f"{byte:02x}" for byte in range(256))
"""The folders of blobs, by the first byte of their hash in hex."""

AT_ONCE = 1_000
"""How many files are looked at, or deleted, before others may write."""

_NAME = re.compile(r"[0-9a-f]{62}")
"""The rest of a hash; whatever else lies in a folder is none of our business."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def place_of(key: str) -> Path:
    """Return where under its folder a blob lies."""
    digest = key.removeprefix("b3-")
    return Path(digest[:2], digest[2:])


class FileBlobs:
    """Keep blobs under one folder, in 256 folders by the first byte of their hash.

    All writing is done by one thread, which `open` starts and ends. Every asynchronous method may
    raise StorageFailed.
    """

    def __init__(self, root: Path, *, served: bool = False) -> None:
        self._root = root
        self._spool = root / SPOOL
        self._folder_mode, self._file_mode = (0o750, 0o640) if served else (0o700, 0o600)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="blobs")
        self._buffers = Buffers()

    @classmethod
    @asynccontextmanager
    async def open(cls, root: Path, *, served: bool = False) -> AsyncGenerator[Self]:
        """Open a folder that no other process writes to; clear away what a dead one left.

        That no other one does is what the lock of the data folder is for. The owner alone may read
        what is stored, and the group too where it is `served` by somebody else's web server.
        """
        blobs = cls(root, served=served)
        try:
            await blobs._in_writer(blobs._clear_spool)
            await blobs._in_writer(blobs._close_off)
            yield blobs
        finally:
            await asyncio.to_thread(blobs._writer.shutdown)

    def path(self, blob: BlobRef) -> Path:
        """Return the local file of a stored blob, without looking whether it is there."""
        return self._file(blob.key)

    def spool(self) -> FileSpool:
        """Begin a blob whose bytes are yet to come; nothing is on the disk before they do."""
        return FileSpool(self._new_path(), self._writer, self._buffers, self._keep)

    @asynccontextmanager
    async def scratch(self, suffix: str = "") -> AsyncGenerator[Path]:
        """Yield the path of a file that does not exist yet; delete what is there at the end."""
        path = self._new_path(suffix)
        try:
            yield path
        finally:
            await self._in_writer(path.unlink, missing_ok=True)

    async def adopt(self, path: Path) -> BlobRef:
        """Make a scratch file a stored blob; raise ValueError if it is empty."""
        return await self._in_writer(self._adopt, path)

    async def renew(self, blob: BlobRef) -> bool:
        """Make a blob as young as one that was just stored; False if it is not there."""
        return await self._in_writer(self._renew, blob.key)

    async def old(self, age: timedelta) -> AsyncGenerator[list[str]]:
        """List the keys of blobs that nobody stored or renewed for so long, in batches."""
        for folder in await self._in_writer(self._folders):
            names = await self._in_writer(self._names, folder)
            for some in range(0, len(names), AT_ONCE):
                keys = [f"b3-{folder}{name}" for name in names[some : some + AT_ONCE]]
                if found := await self._in_writer(self._old, keys, age):
                    yield found

    async def delete(self, keys: Collection[str], *, age: timedelta) -> int:
        """Delete those of these blobs that are still as old, and return how many these are."""
        return await self._in_writer(self._delete, keys, age)

    async def _in_writer(
        self,
        function: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        return await outcome(self._writer.submit(function, *args, **kwargs))

    def _new_path(self, suffix: str = "") -> Path:
        return self._spool / f"{secrets.token_hex(16)}{suffix}"

    def _file(self, key: str) -> Path:
        return self._root / place_of(key)

    def _clear_spool(self) -> None:
        self._spool.mkdir(parents=True, exist_ok=True)
        for left in self._spool.iterdir():
            left.unlink(missing_ok=True)

    def _close_off(self) -> None:
        with as_far_as_ours(self._root):
            self._set_modes()

    def _set_modes(self) -> None:
        """Let those read it who may, if others could: the root is the last, and so tells of all."""
        self._spool.chmod(0o700)
        if stat.S_IMODE(self._root.stat().st_mode) == self._folder_mode:
            return
        for name in FOLDERS:
            folder = self._root / name
            if folder.exists():
                for file in folder.iterdir():
                    file.chmod(self._file_mode)
                folder.chmod(self._folder_mode)
        self._root.chmod(self._folder_mode)

    def _adopt(self, path: Path) -> BlobRef:
        # Open for writing, because Windows syncs no other file.
        with path.open("r+b") as file:
            size = os.fstat(file.fileno()).st_size
            if not size:
                raise ValueError("an empty file is no blob")
            digest = blake3()
            while data := file.read(BUFFER):
                digest.update(data)
            os.fsync(file.fileno())
        self._keep(path, digest.hexdigest())
        return BlobRef(f"b3-{digest.hexdigest()}", size)

    def _keep(self, path: Path, digest: str) -> None:
        """Rename a synced file to its place; one that is there already is the same, and wins."""
        place = self._file(digest)
        if place.exists():
            os.utime(place)
            path.unlink()
            return
        os.utime(path)  # it may have waited here for long since it was written
        path.chmod(self._file_mode)
        if not place.parent.exists():
            place.parent.mkdir()
            place.parent.chmod(self._folder_mode)
            _sync_folder(self._root)
        path.rename(place)
        _sync_folder(place.parent)

    def _renew(self, key: str) -> bool:
        try:
            os.utime(self._file(key))
        except FileNotFoundError:
            return False
        return True

    def _folders(self) -> list[str]:
        there = {path.name for path in self._root.iterdir()}
        return [name for name in FOLDERS if name in there]

    def _names(self, folder: str) -> list[str]:
        names = [path.name for path in (self._root / folder).iterdir()]
        return [name for name in names if _NAME.fullmatch(name)]

    def _old(self, keys: Collection[str], age: timedelta) -> list[str]:
        since = time.time() - age.total_seconds()
        return [key for key in keys if self._changed(key) <= since]

    def _changed(self, key: str) -> float:
        """Return when a blob was last wanted, in Unix seconds; never, for one that is gone."""
        try:
            return self._file(key).stat().st_mtime
        except FileNotFoundError:
            return math.inf

    def _delete(self, keys: Collection[str], age: timedelta) -> int:
        old = self._old(keys, age)
        for key in old:
            self._file(key).unlink()
        return len(old)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut."""
    if sys.platform == "win32":
        return  # Windows can't open folders and journals their entries
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
