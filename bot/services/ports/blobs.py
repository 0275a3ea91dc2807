"""Where bytes are kept."""

from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from bot.domain.blob import BlobRef


class Spool(Protocol):
    """Take bytes as they arrive, and be a file before it is decided whether they are kept.

    It ends with exactly one `commit` or `discard`.
    """

    def write(self, data: bytes) -> None:
        """Take the next bytes, in order, without blocking."""
        ...

    async def drain(self) -> None:
        """Wait until few enough bytes are pending that more may be written."""
        ...

    async def finish(self) -> Path:
        """Write what is pending and return the file, which lasts until `commit` or `discard`."""
        ...

    async def commit(self) -> BlobRef:
        """Keep what was written, durably, and name it by its content."""
        ...

    async def discard(self) -> None:
        """Forget what was written; harmless after a `commit` or another `discard`."""
        ...


class Blobs(Protocol):
    """Keep bytes as files, named by their content."""

    def spool(self) -> Spool:
        """Begin a blob whose bytes are yet to come."""
        ...

    def path(self, blob: BlobRef) -> Path:
        """Return the local file of a stored blob."""
        ...

    def scratch(self, suffix: str = "") -> AbstractAsyncContextManager[Path]:
        """Yield the path of a file that does not exist yet, inside the store's own folder.

        What is still there at the end is deleted.
        """
        ...

    async def adopt(self, path: Path) -> BlobRef:
        """Make a scratch file a stored blob: hash it, and rename it to its content address."""
        ...

    async def renew(self, blob: BlobRef) -> bool:
        """Make a blob as young as one that was just stored; False if it is not there."""
        ...

    def old(self, age: timedelta) -> AsyncIterator[list[str]]:
        """List the keys of blobs that nobody stored or renewed for so long, in batches."""
        ...

    async def delete(self, keys: Collection[str], *, age: timedelta) -> int:
        """Delete those of these blobs that are still as old, and return how many these are."""
        ...
