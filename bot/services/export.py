"""All that is kept of a member, as zip archives that are small enough to be sent.

Nothing but one archive at a time is on the disk, and no more than it takes in memory. Files go in
as they are; what is too large for one archive is cut into numbered parts.
"""

import asyncio
import zipfile
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

import msgspec

from bot.domain.errors import TooManyAtOnce
from bot.domain.privacy import Asked
from bot.services.belongings import (
    File,
    files_of_requests,
    name_of,
    told_belongings,
    told_request,
)
from bot.services.ports.blobs import Blobs
from bot.services.ports.privacy import KeptOfMembers

PAGE: Final = 100
"""How many requests are read at once, and told in one file."""

MOST_ARCHIVES: Final = 50
"""Of 10 MiB each they are half a gigabyte; whoever has more asks the operator."""

AT_ONCE: Final = 2
"""How many exports the process works on."""

LEAST_BYTES: Final = 4096
"""The smallest archive that holds some of anything."""

_PIECE: Final = 1024 * 1024

_BESIDE: Final = 256
"""Bytes that an entry takes beside its own and, twice, its name; and an archive beside these."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Name bytes of an archive: `size` of them from `start` on, of a file or of what is told."""

    name: str
    source: Path | bytes
    size: int
    start: int = 0

    @property
    def room(self) -> int:
        """Return how many bytes of an archive it takes at most."""
        return self.size + 2 * len(self.name.encode()) + _BESIDE


@dataclass(frozen=True, slots=True)
class Archive:
    """Name a zip, which lasts until the next one is asked for.

    With `breaks_off` it is the last one, though there is more.
    """

    path: Path
    number: int
    breaks_off: bool = False


class Export:
    """Put together what is kept of a member, once at a time for each."""

    def __init__(self, kept: KeptOfMembers, blobs: Blobs) -> None:
        self._kept = kept
        self._blobs = blobs
        self._under_way = set[int]()
        self._places = asyncio.Semaphore(AT_ONCE)

    async def archives(self, member_id: int, *, limit: int) -> AsyncGenerator[Archive]:
        """Yield one zip of `limit` bytes at most after the other; to be closed by the caller.

        Raise TooManyAtOnce where the member has this under way already, and ValueError for a limit
        below LEAST_BYTES.
        """
        if limit < LEAST_BYTES:
            message = f"nothing fits into {limit} bytes"
            raise ValueError(message)
        with self._once(member_id):
            async with self._places, aclosing(self._batches(member_id, limit)) as batches:
                number = 0
                async for batch in batches:
                    number += 1
                    is_full = number == MOST_ARCHIVES
                    breaks_off = is_full and await anext(batches, None) is not None
                    async with self._blobs.scratch(".zip") as path:
                        await asyncio.to_thread(_write, path, batch)
                        yield Archive(path, number, breaks_off)
                    if is_full:
                        return

    @contextmanager
    def _once(self, member_id: int) -> Generator[None]:
        if member_id in self._under_way:
            raise TooManyAtOnce(limit=1)
        self._under_way.add(member_id)
        try:
            yield
        finally:
            self._under_way.remove(member_id)

    async def _batches(self, member_id: int, limit: int) -> AsyncGenerator[list[Entry]]:
        """Share the entries out to archives, in their order."""
        room = limit - _BESIDE
        batch: list[Entry] = []
        left = room
        async with aclosing(self._entries(member_id)) as entries:
            async for entry in entries:
                for piece in _cut(entry, room):
                    if piece.room > left:
                        yield batch
                        batch, left = [], room
                    batch.append(piece)
                    left -= piece.room
        yield batch

    async def _entries(self, member_id: int) -> AsyncGenerator[Entry]:
        """List what is told, each with the files that it names: a file once."""
        now = datetime.now(UTC)
        named = set[str]()
        belongings = await self._kept.belongings_of(member_id, now)
        yield _told("about.json", told_belongings(member_id, belongings, now))
        for style in belongings.styles:
            for entry in self._new(style.pictures, named):
                yield entry
        number = after = 0
        while asked := await self._kept.asked_by(member_id, after=after, most=PAGE):
            after = asked[-1].job.id
            number += 1
            yield await asyncio.to_thread(_told_requests, f"requests-{number:03}.json", asked)
            for entry in self._new(files_of_requests(asked), named):
                yield entry

    def _new(self, files: Sequence[File], named: set[str]) -> list[Entry]:
        """Return an entry for each of these files that is not in an archive yet."""
        entries: list[Entry] = []
        for file in files:
            name = name_of(file)
            if name not in named:
                named.add(name)
                entries.append(Entry(name, self._blobs.path(file.blob), file.blob.size))
        return entries


def _told_requests(name: str, asked: Sequence[Asked]) -> Entry:
    return _told(name, [*map(told_request, asked)])


def _told(name: str, told: Any) -> Entry:
    data = msgspec.json.format(msgspec.json.encode(told), indent=2)
    return Entry(name, data, len(data))


def _cut(entry: Entry, room: int) -> list[Entry]:
    """Return an entry as it is, or as parts that fit; together in order they are the file."""
    if entry.room <= room:
        return [entry]
    name = f"{entry.name}.{{:03}}".format
    size = room - Entry(name(999), b"", 0).room
    return [
        Entry(name(number), entry.source, min(size, entry.size - start), start)
        for number, start in enumerate(range(0, entry.size, size), 1)
    ]


def _write(target: Path, batch: Sequence[Entry]) -> None:
    """Write an archive; a file that was forgotten meanwhile is not in it."""
    with zipfile.ZipFile(target, "x") as archive:
        for entry in batch:
            if isinstance(entry.source, bytes):
                data = entry.source[entry.start : entry.start + entry.size]
                archive.writestr(entry.name, data, zipfile.ZIP_DEFLATED)
                continue
            try:
                source = entry.source.open("rb")
            except FileNotFoundError:
                continue
            with source, archive.open(entry.name, "w") as part:
                source.seek(entry.start)
                _copy(source, part, entry.size)


def _copy(source: IO[bytes], target: IO[bytes], left: int) -> None:
    while left and (data := source.read(min(left, _PIECE))):
        target.write(data)
        left -= len(data)
