"""Bring stored pictures into Discord: byte for byte where they fit, else made to fit."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.domain.conversation import Turn
from bot.domain.picture import EXTENSIONS, Picture
from bot.interface.answers import OutFile
from bot.interface.split import shorten
from bot.pictures.workshop import Workshop
from bot.services.ports import Blobs

ALT_CHARACTERS = 1_024
"""Discord docs, Resources, Message: an attachment's `description`."""

MOST_PICTURES = 10
"""Discord docs, Resources, Message: files of one message, items of one gallery."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Name a picture that is to be shown: which part of which turn it is."""

    turn: Turn
    part: int
    picture: Picture

    @property
    def alt(self) -> str:
        """Describe the picture for those who can't see it: the model's words, else the prompt."""
        return shorten(self.turn.text.strip() or self.turn.prompt, ALT_CHARACTERS)


def exhibits(turns: Sequence[Turn]) -> list[Exhibit]:
    """List the pictures of these turns in the order in which a gallery shows them."""
    shown = [Exhibit(turn, part, picture) for turn in turns for part, picture in turn.pictures]
    return shown[:MOST_PICTURES]


class Delivery:
    """Make files of pictures."""

    def __init__(self, blobs: Blobs, workshop: Workshop) -> None:
        self._blobs = blobs
        self._workshop = workshop

    @asynccontextmanager
    async def files(
        self, shown: Sequence[Exhibit], *, upload_limit: int
    ) -> AsyncGenerator[tuple[list[OutFile], bool]]:
        """Yield a file a picture, and whether any was made to fit.

        `upload_limit` is in bytes and holds for each file (Discord docs, Uploading Files).
        """
        files: list[OutFile] = []
        fitted = False
        async with AsyncExitStack() as scratch:
            for exhibit in shown:
                path, extension = self._blobs.path(exhibit.picture.blob), exhibit.picture.extension
                if exhibit.picture.blob.size > upload_limit:
                    target = await scratch.enter_async_context(self._blobs.scratch())
                    header = await self._workshop.fit(path, target, upload_limit)
                    path, extension, fitted = target, EXTENSIONS[header.media_type], True
                name = f"atelier-{exhibit.turn.id}-{exhibit.part}.{extension}"
                files.append(OutFile(path, name, exhibit.alt))
            yield files, fitted
