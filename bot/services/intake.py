"""How pictures from outside come in: fetched within a cap, made safe, and named by content."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.errors import Gone, UnusablePicture
from bot.domain.picture import IntakeLimits, ModelLimits, Picture
from bot.pictures.workshop import Header, Workshop
from bot.relay.spool import Spool
from bot.services.admission import Slots, Visit
from bot.services.ports import Blobs


class Fetch(Protocol):
    """Stream what is behind a URL into a spool; raise UnusablePicture over the cap."""

    async def __call__(self, url: str, spool: Spool, *, max_bytes: int) -> int:
        """Return how many bytes came."""
        ...


@dataclass(frozen=True, slots=True)
class Upload:
    """Name a file that somebody attached; `url` is signed and never logged."""

    url: str
    filename: str
    size: int


@dataclass(frozen=True, slots=True)
class Taken:
    """Hold the pictures that can be used, and why each other file was skipped.

    `first_frames`: an animation was among them, and its first frame was taken.
    """

    pictures: tuple[Picture, ...] = ()
    skipped: tuple[UnusablePicture, ...] = ()
    first_frames: bool = False


NOTHING = Taken()
"""What is taken where nothing was attached."""


class Intake:
    """Turn uploads into stored pictures."""

    def __init__(
        self,
        fetch: Fetch,
        blobs: Blobs,
        workshop: Workshop,
        *,
        limits: IntakeLimits,
        for_models: ModelLimits,
        at_once: int = 4,
    ) -> None:
        """Keep what is needed; `at_once` uploads are fetched and cleaned at a time.

        Four keep the workshop's two threads at work while others arrive; more would only lie on
        the disk.
        """
        self._fetch = fetch
        self._blobs = blobs
        self._workshop = workshop
        self._limits = limits
        self._for_models = for_models
        self._slots = Slots(at_once)

    async def take(
        self,
        visit: Visit,
        uploads: Sequence[Upload],
        *,
        most: int,
        needed: int = 0,
        optional: bool = False,
    ) -> Taken:
        """Fetch and clean the first `most` uploads of whoever visits, in fair turns with others.

        Raise UnusablePicture if one of the first `needed` can't be used, for those are what the
        order is about; and if none can be used at all, unless words alone will do (`optional`).
        """
        results = await asyncio.gather(*(self._try(visit, upload) for upload in uploads[:most]))
        prepared = [result for result in results if isinstance(result, _Prepared)]
        skipped = [result for result in results if isinstance(result, UnusablePicture)]
        skipped += [
            UnusablePicture(key="error-picture-one-too-many", name=upload.filename, limit=most)
            for upload in uploads[most:]
        ]
        must = results if not (prepared or optional) else results[:needed]
        for result in must:
            if isinstance(result, UnusablePicture):
                raise result
        return Taken(
            tuple(each.picture for each in prepared),
            tuple(skipped),
            first_frames=any(each.header.frames_dropped for each in prepared),
        )

    async def hold(self, parts: Sequence[Part]) -> None:
        """Keep the pictures of an order from being tidied away before its row names them.

        Raise Gone if one of them is no longer there: an old order may be placed again.
        """
        for part in parts:
            if part.picture and not await self._blobs.renew(part.picture.blob):
                raise Gone

    async def shrink(self, picture: Picture, limits: ModelLimits) -> Picture:
        """Return a copy of a stored picture that a model can use in a user turn."""
        async with self._blobs.scratch() as target:
            header = await self._workshop.normalise(self._blobs.path(picture.blob), target, limits)
            return _Prepared(await self._blobs.adopt(target), header).picture

    async def _try(self, visit: Visit, upload: Upload) -> "_Prepared | UnusablePicture":
        try:
            async with self._slots.place(visit.guild_id, visit.author_id):
                return await self._take(upload)
        except UnusablePicture as error:
            return UnusablePicture(
                error.detail, key=error.message_key, **{**error.values, "name": upload.filename}
            )

    async def _take(self, upload: Upload) -> "_Prepared":
        if upload.size > self._limits.max_bytes:
            raise UnusablePicture(
                key="error-picture-too-large", limit=self._limits.max_bytes // 2**20
            )
        spool = self._blobs.spool()
        try:
            await self._fetch(upload.url, spool, max_bytes=self._limits.max_bytes)
            source = await spool.finish()
            async with self._blobs.scratch() as target:
                header = await self._workshop.normalise(source, target, self._for_models)
                return _Prepared(await self._blobs.adopt(target), header)
        finally:
            await spool.discard()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Hold a cleaned upload and what was read of it."""

    blob: BlobRef
    header: Header

    @property
    def picture(self) -> Picture:
        return Picture(self.blob, self.header.media_type, self.header.width, self.header.height)
