"""Small likenesses of stored pictures: Discord's own addresses of what was posted expire."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.area import Box
from bot.domain.errors import UnusablePicture
from bot.domain.picture import EXTENSIONS, ModelLimits, Picture
from bot.interface.attachments import SPOILER
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.files import ShownPicture
from bot.pictures.image_pool import ImagePool
from bot.pictures.tree_drawing import Tile
from bot.services.ports.blobs import Blobs

log = logging.getLogger(__name__)

SMALL: Final = ModelLimits(max_side=160, max_bytes=256 * 1024)
"""Discord draws a thumbnail about 80 pixels wide; screens have up to two for each."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is to be shown small: a picture, what its file is called, and its alt text."""

    picture: Picture
    name: str
    alt: str


class Thumbnails:
    """Make thumbnails anew each time: they are looked at seldom."""

    def __init__(self, blobs: Blobs, image_pool: ImagePool) -> None:
        self._blobs = blobs
        self._image_pool = image_pool

    @asynccontextmanager
    async def files(
        self, shown: Sequence[ShownPicture]
    ) -> AsyncGenerator[list[OutgoingFile | None]]:
        """Yield a file a picture, in order; None for one that can't be read any more."""
        versions = [
            Likeness(each.picture, f"version-{each.turn.id}-{each.part}", each.alt)
            for each in shown
        ]
        async with self.of(versions) as files:
            yield files

    @asynccontextmanager
    async def of(self, pictures: Sequence[Likeness]) -> AsyncGenerator[list[OutgoingFile | None]]:
        """Yield the same of pictures that no turn has."""
        async with AsyncExitStack() as scratch:
            targets = [await scratch.enter_async_context(self._blobs.scratch()) for _ in pictures]
            async with asyncio.TaskGroup() as work:
                made = [
                    work.create_task(self._make(likeness, target))
                    for likeness, target in zip(pictures, targets, strict=True)
                ]
            yield [task.result() for task in made]

    @asynccontextmanager
    async def with_boxes(
        self, shown_picture: ShownPicture, boxes: Sequence[Box], chosen: Collection[int], alt: str
    ) -> AsyncGenerator[OutgoingFile]:
        """Yield a picture, as large as it is seen, with numbered boxes over it."""
        source = self._blobs.path(shown_picture.picture.blob)
        async with self._blobs.scratch() as target:
            header = await self._image_pool.draw_boxes(source, target, boxes, chosen)
            number = f"{shown_picture.turn.id}-{shown_picture.part}"
            extension = EXTENSIONS[header.media_type]
            name = f"{shown_picture.prefix}boxes-{number}.{extension}"
            yield OutgoingFile(target, name, alt)

    @asynccontextmanager
    async def tree(self, tiles: Sequence[Tile], alt: str) -> AsyncGenerator[OutgoingFile | None]:
        """Yield a picture of versions as a tree; None where it can't be drawn."""
        async with self._blobs.scratch() as target:
            drawn: OutgoingFile | None = OutgoingFile(target, "tree.jpg", alt)
            try:
                await self._image_pool.draw_tree(target, tiles)
            except (UnusablePicture, OSError) as error:
                log.warning("no picture of a tree: %s", type(error).__name__)
                drawn = None
            yield drawn

    async def _make(self, likeness: Likeness, target: Path) -> OutgoingFile | None:
        picture = likeness.picture
        try:
            header = await self._image_pool.normalise(self._blobs.path(picture.blob), target, SMALL)
        except (UnusablePicture, OSError) as error:
            log.warning("%s: no thumbnail: %s", likeness.name, type(error).__name__)
            return None
        prefix = SPOILER if picture.spoiler else ""
        name = f"{prefix}{likeness.name}.{EXTENSIONS[header.media_type]}"
        return OutgoingFile(target, name, likeness.alt)
