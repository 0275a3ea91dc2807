"""Where the relay's package puts bytes that it receives, without knowing who keeps them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.domain.blob import BlobRef
from bot.domain.picture import Picture


class Spool(Protocol):
    """Take the bytes of one blob as they arrive; end with exactly one `commit` or `discard`."""

    def write(self, data: bytes) -> None:
        """Take the next bytes, in order, without blocking."""
        ...

    async def drain(self) -> None:
        """Wait until few enough bytes are pending that more may be written."""
        ...

    async def commit(self) -> BlobRef:
        """Keep what was written, durably, and name it by its content."""
        ...

    async def discard(self) -> None:
        """Forget what was written; harmless after a `commit` or another `discard`."""
        ...


@dataclass(frozen=True, slots=True)
class Files:
    """Hold where bytes go and lie.

    `open_spool` opens where bytes of a reply go, `blob_path` names the file of a stored blob, and
    `examine` reads what picture a blob really is or raises UnusablePicture.
    """

    open_spool: Callable[[], Spool]
    blob_path: Callable[[BlobRef], Path]
    examine: Callable[[BlobRef], Awaitable[Picture]]
