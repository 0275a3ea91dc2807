"""Bytes as files, named by their content.

A blob is written beside its place, synced, and renamed into it: under its name there is always a
whole file, whenever the process or the machine dies. What was in the making then is deleted at
the next start.
"""

import asyncio
import os
import secrets
import sys
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from blake3 import blake3

from bot.domain.blob import BlobRef
from bot.storage.failures import storage_errors
from bot.storage.spool import BATCH, FileSpool, outcome

SPOOL = "spool"
"""The folder, inside the root so that a rename suffices, of files that are no blobs yet."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class FileBlobs:
    """Keep blobs under one folder, in 256 folders by the first byte of their hash.

    All writing is done by one thread, which `open` starts and ends. Every asynchronous method may
    raise StorageFailed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._spool = root / SPOOL
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="blobs")

    @classmethod
    @asynccontextmanager
    async def open(cls, root: Path) -> AsyncGenerator[Self]:
        """Open a folder that no other process writes to; clear away what a dead one left."""
        blobs = cls(root)
        try:
            await blobs._in_writer(blobs._clear_spool)
            yield blobs
        finally:
            await asyncio.to_thread(blobs._writer.shutdown)

    def path(self, blob: BlobRef) -> Path:
        """Return the local file of a stored blob, without looking whether it is there."""
        return self._place(blob.key.removeprefix("b3-"))

    async def exists(self, blob: BlobRef) -> bool:
        """Tell whether a blob is stored."""
        with storage_errors():
            return await asyncio.to_thread(self.path(blob).is_file)

    def spool(self) -> FileSpool:
        """Begin a blob whose bytes are yet to come; nothing is on the disk before they do."""
        return FileSpool(self._new_path(), self._writer, self._keep)

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

    async def _in_writer(
        self,
        function: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        return await outcome(self._writer.submit(function, *args, **kwargs))

    def _new_path(self, suffix: str = "") -> Path:
        return self._spool / f"{secrets.token_hex(16)}{suffix}"

    def _place(self, digest: str) -> Path:
        return self._root / digest[:2] / digest[2:]

    def _clear_spool(self) -> None:
        self._spool.mkdir(parents=True, exist_ok=True)
        for left in self._spool.iterdir():
            left.unlink()

    def _adopt(self, path: Path) -> BlobRef:
        # Open for writing, because Windows syncs no other file.
        with path.open("r+b") as file:
            size = os.fstat(file.fileno()).st_size
            if not size:
                raise ValueError("an empty file is no blob")
            digest = blake3()
            while data := file.read(BATCH):
                digest.update(data)
            os.fsync(file.fileno())
        self._keep(path, digest.hexdigest())
        return BlobRef(f"b3-{digest.hexdigest()}", size)

    def _keep(self, path: Path, digest: str) -> None:
        """Rename a synced file to its place; one that is there already is the same, and wins."""
        place = self._place(digest)
        if place.exists():
            path.unlink()
            return
        if not place.parent.exists():
            place.parent.mkdir()
            _sync_folder(self._root)
        path.rename(place)
        _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut."""
    if sys.platform == "win32":
        return  # Windows can't open folders and journals their entries
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
