"""Bring stored pictures into Discord: byte for byte where they fit, else made to fit."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.domain.conversation import Turn
from bot.domain.job import Shown
from bot.domain.media import MediaFile
from bot.domain.picture import EXTENSIONS, Picture
from bot.interface.attachments import SPOILER
from bot.interface.messages.alt_text import alt_text
from bot.interface.messages.bodies import OutgoingFile
from bot.pictures.image_pool import ImagePool
from bot.services.ports.blobs import Blobs

MIB = 2**20

MOST_PICTURES = 10
"""Discord docs, Resources, Message: files of one message, items of one gallery."""


class NamedPicture(Protocol):
    """A stored picture, and what it is called where it is posted."""

    @property
    def picture(self) -> Picture:
        """Return what is stored."""
        ...

    @property
    def filename(self) -> str:
        """Name its file; a spoiler is one by that."""
        ...

    @property
    def alt(self) -> str:
        """Describe it for those who can't see it."""
        ...


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture that is to be shown: which part of which turn it is."""

    turn: Turn
    part: int
    picture: Picture

    @property
    def filename(self) -> str:
        """Name the picture's own file, without the name of anybody or anything in it."""
        return f"{self.prefix}atelier-{self.turn.id}-{self.part}.{self.picture.extension}"

    @property
    def prefix(self) -> str:
        """Return what begins its file's name wherever that is posted."""
        return SPOILER if self.picture.spoiler else ""

    @property
    def alt(self) -> str:
        """Describe the picture for those who can't see it."""
        return alt_text(self.turn)


def shown_pictures(turns: Sequence[Turn]) -> list[ShownPicture]:
    """List the pictures of these turns in the order in which a gallery shows them."""
    shown = [ShownPicture(turn, part, picture) for turn in turns for part, picture in turn.finals]
    return shown[:MOST_PICTURES]


def positions(message_id: int, turns: Sequence[Turn], channel_id: int) -> list[Shown]:
    """Say which part of which turn each picture of a gallery is; words alone are one position."""
    shown = [
        Shown(message_id, position, each.turn.id, each.part, channel_id)
        for position, each in enumerate(shown_pictures(turns))
    ]
    return shown or [Shown(message_id, 0, turns[0].id, None, channel_id)]


def hidden(turns: Sequence[Turn]) -> list[ShownPicture]:
    """List what the gallery leaves out: drafts, and more pictures than it holds."""
    shown = shown_pictures(turns)
    every = [ShownPicture(turn, part, picture) for turn in turns for part, picture in turn.pictures]
    return [each for each in every if each not in shown]


def originals(turns: Sequence[Turn]) -> list[ShownPicture]:
    """List what is shown, and behind it what the model itself made of a picture composed here."""
    shown = shown_pictures(turns)
    own = [
        ShownPicture(each.turn, part, picture)
        for each in shown
        for part, picture in each.turn.pictures
        if each.picture.is_composed and part == each.part - 1
    ]
    return [*shown, *own]


class Delivery:
    """Make files of pictures."""

    def __init__(self, blobs: Blobs, image_pool: ImagePool) -> None:
        self._blobs = blobs
        self._image_pool = image_pool

    @asynccontextmanager
    async def files(
        self, shown: Sequence[NamedPicture], *, upload_limit: int
    ) -> AsyncGenerator[tuple[list[OutgoingFile], int]]:
        """Yield a file a picture, and how many of them were made to fit.

        `upload_limit` is in bytes and holds for each file (Discord docs, Uploading Files).
        """
        files: list[OutgoingFile] = []
        fitted = 0
        async with AsyncExitStack() as scratch:
            for shown_picture in shown:
                path, name = self._blobs.path(shown_picture.picture.blob), shown_picture.filename
                if shown_picture.picture.blob.size > upload_limit:
                    target = await scratch.enter_async_context(self._blobs.scratch())
                    header = await self._image_pool.fit(path, target, upload_limit)
                    path = target
                    fitted += 1
                    name = f"{name.rpartition('.')[0]}.{EXTENSIONS[header.media_type]}"
                files.append(OutgoingFile(path, name, shown_picture.alt))
            yield files, fitted

    def as_given(self, files: Sequence[MediaFile], *, prefix: str) -> list[OutgoingFile]:
        """Return what is no picture as it came, with something before its name."""
        return [OutgoingFile(self._blobs.path(file.blob), prefix + file.name) for file in files]

    def address(self, shown_picture: ShownPicture) -> str:
        """Return where a picture's file is, below the folder of blobs."""
        return "/".join(self._blobs.path(shown_picture.picture.blob).parts[-2:])

    @asynccontextmanager
    async def originals(
        self, shown: Sequence[ShownPicture], *, upload_limit: int
    ) -> AsyncGenerator[list[OutgoingFile]]:
        """Yield the stored files as they are, those over the limit in numbered parts.

        Put together in order, the parts are the file, byte for byte.
        """
        files: list[OutgoingFile] = []
        async with AsyncExitStack() as scratch:
            for shown_picture in shown:
                blob, name = shown_picture.picture.blob, shown_picture.filename
                if blob.size <= upload_limit:
                    files.append(OutgoingFile(self._blobs.path(blob), name, shown_picture.alt))
                    continue
                for number, start in enumerate(range(0, blob.size, upload_limit), 1):
                    part = await scratch.enter_async_context(self._blobs.scratch())
                    await asyncio.to_thread(
                        _copy_range, self._blobs.path(blob), part, start, upload_limit
                    )
                    files.append(OutgoingFile(part, f"{name}.{number:03}"))
            yield files


def _copy_range(source: Path, target: Path, start: int, size: int) -> None:
    with source.open("rb") as original, target.open("xb") as part:
        original.seek(start)
        left = size
        while left and (data := original.read(min(left, MIB))):
            part.write(data)
            left -= len(data)
