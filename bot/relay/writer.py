"""The body of a request, made while it is sent: no picture is ever whole in memory."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeAlias

import msgspec
import pybase64

from bot.domain.blob import BlobRef
from bot.domain.errors import Gone
from bot.relay.base64_text import base64_length

JsonTree: TypeAlias = dict[str, object]

SLICE = 96 * 1024
"""Bytes of a file that are sent at a time; a multiple of three, so that base64 needs no carry."""

READ = 6 * SLICE
"""Bytes that a thread reads at a time, because handing over to it costs more than reading them."""


class Inserted:
    """Stand in the JSON for a string that is the text of a blob: base64 of it, or as it is.

    No dataclass, for those are JSON objects to msgspec.
    """

    __slots__ = ("blob", "encode")

    def __init__(self, blob: BlobRef, *, encode: bool) -> None:
        self.blob = blob
        self.encode = encode


class RequestBody:
    """Stream JSON whose `Inserted` strings come from files; each iteration is one sending."""

    def __init__(self, tree: JsonTree, blob_path: Callable[[BlobRef], Path]) -> None:
        self._blob_path = blob_path
        self._inserted: list[Inserted] = []
        # Sixteen random bytes can't be in what anybody wrote, so this splits nowhere else.
        mark = secrets.token_hex(16)

        def mark_inserted(value: object) -> str:
            assert isinstance(value, Inserted)
            self._inserted.append(value)
            return mark

        skeleton = msgspec.json.encode(tree, enc_hook=mark_inserted)
        self._skeleton = skeleton.split(mark.encode())

    @property
    def length(self) -> int:
        """Return the exact `Content-Length` in bytes."""
        inserted = (
            base64_length(item.blob.size) if item.encode else item.blob.size
            for item in self._inserted
        )
        return sum(map(len, self._skeleton)) + sum(inserted)

    async def check(self) -> None:
        """Raise Gone where a file is missing or not whole, while nothing has been sent."""

        def first_missing() -> BlobRef | None:
            for item in self._inserted:
                path = self._blob_path(item.blob)
                if not path.is_file() or path.stat().st_size != item.blob.size:
                    return item.blob
            return None

        if self._inserted and (missing := await asyncio.to_thread(first_missing)):
            raise Gone(f"no blob {missing.key}")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes, a slice at a time."""
        buffer = memoryview(bytearray(READ if self._inserted else 0))
        for piece, item in zip(self._skeleton, self._inserted, strict=False):
            yield piece
            path = self._blob_path(item.blob)
            for start in range(0, item.blob.size, READ):
                size = await asyncio.to_thread(_read, path, start, buffer)
                for first in range(0, size, SLICE):
                    data = buffer[first : min(first + SLICE, size)]
                    yield pybase64.b64encode(data) if item.encode else bytes(data)
        yield self._skeleton[-1]


def _read(path: Path, start: int, buffer: memoryview) -> int:
    # Opened each time: a file that stayed open would stay so when the sending is cancelled while a
    # thread opens it, and opening costs a tenth of the reading.
    with path.open("rb") as file:
        file.seek(start)
        return file.readinto(buffer)
