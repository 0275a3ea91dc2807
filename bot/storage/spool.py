"""A file that grows while its bytes arrive, written and hashed by another thread than the loop's.

The event loop hands over batches and never touches the disk; the store's one writer thread takes
them in order, so that a spool needs no lock and the disk sees one writer however many arrive.
"""

import asyncio
import os
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from blake3 import blake3

from bot.domain.blob import BlobRef
from bot.storage.failures import storage_errors

BATCH = 256 * 1024
"""Bytes that are collected before they go to the writer."""

BEHIND = 1024 * 1024
"""Bytes that a spool may have waiting for the writer before `drain` waits."""

Result = TypeVar("Result")
Keep = Callable[[Path, str], None]
"""Moves a whole file to the place of its content, given as the hash in hex."""


async def outcome(future: "Future[Result]") -> Result:
    """Wait for the writer; who stops waiting does not stop the writer, which would leave a gap."""
    with storage_errors():
        if future.done():
            return future.result()
        return await asyncio.shield(asyncio.wrap_future(future))


class FileSpool:
    """Take the bytes of one blob as they arrive; end with `commit`, and `discard` in a `finally`.

    Each method may raise StorageFailed once the writer has met an error.
    """

    def __init__(self, path: Path, writer: Executor, keep: Keep) -> None:
        self._file = _WriterSide(path, keep)
        self._writer = writer
        self._batch: list[bytes] = []
        self._batch_size = 0
        self._waiting: deque[tuple[Future[None], int]] = deque()
        self._behind = 0

    def write(self, data: bytes) -> None:
        """Take the next bytes, in order, without blocking; `drain` now and then."""
        self._batch.append(data)
        self._batch_size += len(data)
        if self._batch_size >= BATCH:
            self._hand_over()

    async def drain(self) -> None:
        """Wait until at most 1 MiB waits for the writer."""
        while self._waiting and (self._behind > BEHIND or self._waiting[0][0].done()):
            future, size = self._waiting[0]
            await outcome(future)
            self._waiting.popleft()
            self._behind -= size

    async def finish(self) -> Path:
        """Write what is pending and return the file, which lasts until `commit` or `discard`."""
        self._hand_over()
        await outcome(self._writer.submit(self._file.flush))
        return self._file.path

    async def commit(self) -> BlobRef:
        """Keep what was written, durably, and name it by its content.

        Raise ValueError if nothing was written: an empty file is no blob.
        """
        self._hand_over()
        return await outcome(self._writer.submit(self._file.commit))

    async def discard(self) -> None:
        """Forget what was written; harmless after a `commit` or another `discard`."""
        self._batch, self._batch_size = [], 0
        await outcome(self._writer.submit(self._file.discard))

    def _hand_over(self) -> None:
        future = self._writer.submit(self._file.append, self._batch)
        self._waiting.append((future, self._batch_size))
        self._behind += self._batch_size
        self._batch, self._batch_size = [], 0


class _WriterSide:
    """Be the spool as the writer thread sees it: every method runs there, one after the other."""

    def __init__(self, path: Path, keep: Keep) -> None:
        self.path = path
        self._keep = keep
        self._hash = blake3()
        self._size = 0
        self._opened: BinaryIO | None = None
        self._error: OSError | None = None

    def append(self, batch: list[bytes]) -> None:
        data = b"".join(batch)
        with self._file() as file:
            file.write(data)
        self._hash.update(data)
        self._size += len(data)

    def flush(self) -> None:
        with self._file() as file:
            file.flush()

    def commit(self) -> BlobRef:
        if not self._size:
            raise ValueError("an empty file is no blob")
        with self._file() as file:
            file.flush()
            # Rows that name this blob are synced to the disk: so must be what they name.
            os.fsync(file.fileno())
            file.close()
            self._keep(self.path, self._hash.hexdigest())
        return BlobRef(f"b3-{self._hash.hexdigest()}", self._size)

    def discard(self) -> None:
        if self._opened is not None:
            # Closing writes what is pending, which a full disk refuses; it is not wanted.
            with suppress(OSError):
                self._opened.close()
        self.path.unlink(missing_ok=True)

    @contextmanager
    def _file(self) -> Generator[BinaryIO]:
        """Open the file at first use, and remember an error: nothing may follow on a gap."""
        if self._error is not None:
            raise self._error
        try:
            if self._opened is None:
                self._opened = self.path.open("xb")
            yield self._opened
        except OSError as error:
            self._error = error
            raise
