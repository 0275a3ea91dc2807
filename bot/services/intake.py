"""How files from outside come in: fetched within a cap, made safe, and named by content."""

import asyncio
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, TypeAlias, TypeVar

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.errors import Gone, UnusablePicture
from bot.domain.media import MOST_FILES, MediaFile, kind_of, may_be_text, media_type_of
from bot.domain.model import ModelProfile
from bot.domain.picture import SIGNATURE_BYTES, IntakeLimits, ModelLimits, Picture
from bot.services.admission import Slots, Visit
from bot.services.media_checks import check_media
from bot.services.ports.blobs import Blobs, Spool
from bot.services.ports.images import ImageHeader, Images

T = TypeVar("T")

_READABLE: Final = 512
"""Pixels of a screenshot's short side below which letters can't be told apart."""

MAX_WORDS: Final = 64 * 1024
"""Bytes of a text file that is read as words: some thirty pages."""


MOST_TEXTS: Final = 3
"""Text files of one request."""

PASTED: Final = "message.txt"
"""How Discord names the file that it makes of a long paste."""


class Fetch(Protocol):
    """Stream what is behind a URL into a spool; raise UnusablePicture over the cap.

    With `enough`, the first so many bytes or a few more will do, however many there are.
    """

    async def __call__(
        self, url: str, spool: Spool, *, max_bytes: int, enough: int | None = None
    ) -> int:
        """Return how many bytes came."""
        ...


class Claim(StrEnum):
    """Name what a file claims to be, by its type and its name.

    DRAWN: a sticker of which there is no picture, for Discord's clients draw it while it moves.
    """

    PICTURE = "picture"
    DRAWN = "drawn"
    WORDS = "words"
    NOTHING = "nothing"
    OTHER = "other"


UNSAID: Final = frozenset({Claim.NOTHING, Claim.OTHER})
"""What claims neither to be a picture nor words."""

READ: Final = frozenset({Claim.WORDS, Claim.OTHER})
"""What claims to be for a model that reads files."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Name a file that somebody attached; `url` is signed and never logged.

    What it claims decides what it is looked at for; whether it is that, its bytes tell.
    """

    url: str
    filename: str
    size: int
    claim: Claim = Claim.PICTURE
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Shrunk:
    """Say of which file a model gets so many pixels fewer that what is small in it is lost.

    Sizes are width and height, in pixels.
    """

    name: str
    size: tuple[int, int]
    given: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TextFile:
    """Hold the words of a text file."""

    name: str
    text: str

    @property
    def said(self) -> str:
        """Return the words as they are told a model: with the file's name, if a member chose it."""
        return self.text if self.name == PASTED else f"{self.name}:\n\n{self.text}"


@dataclass(frozen=True, slots=True)
class AcceptedUploads:
    """Hold the pictures that can be used, and why each other file was skipped.

    `texts` are text files, and `files` what only some models read. `first_frames`: an animation was
    among them, and its first frame was taken. `collected` are the ids of the references that are
    used up with them, of which so many go `along`.
    """

    pictures: tuple[Picture, ...] = ()
    skipped: tuple[UnusablePicture, ...] = ()
    texts: tuple[TextFile, ...] = ()
    files: tuple[MediaFile, ...] = ()
    shrunk: tuple[Shrunk, ...] = ()
    first_frames: bool = False
    collected: tuple[int, ...] = ()
    along: int = 0


NOTHING = AcceptedUploads()
"""What is taken where nothing was attached."""


class Intake:
    """Turn uploads into stored pictures, other files and words."""

    def __init__(
        self,
        fetch: Fetch,
        blobs: Blobs,
        images: Images,
        *,
        limits: IntakeLimits,
        for_models: ModelLimits,
        at_once: int = 4,
    ) -> None:
        """Keep what is needed; `at_once` uploads are fetched and cleaned at a time.

        Four keep two threads of the image pool at work while others arrive; more would only lie
        on the disk.
        """
        self._fetch = fetch
        self._blobs = blobs
        self._images = images
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
        reader: ModelProfile | None = None,
    ) -> AcceptedUploads:
        """Fetch and clean the first `most` pictures of whoever visits, in fair turns with others.

        Raise UnusablePicture if one of the first `needed` can't be used, for those are what the
        request is about; and if none can be used at all, unless words alone will do (`optional`).
        Text files after those are words, and no pictures, unless their bytes tell otherwise. So are
        other files what their bytes tell, where there is a model that reads them (`reader`).
        """
        texts = [upload for upload in uploads[needed:] if upload.claim is Claim.WORDS]
        files = [upload for upload in uploads[needed:] if reader and upload.claim in UNSAID]
        others = [upload for upload in uploads if upload not in (*texts, *files)]

        async def open_file(upload: Upload) -> "_Taken":
            assert reader is not None
            return await self._open(upload, reader)

        results = await asyncio.gather(
            *(self._try(visit, upload, self._take) for upload in others[:most]),
            *(self._try(visit, upload, self._read) for upload in texts[:MOST_TEXTS]),
            *(self._try(visit, upload, open_file) for upload in files[:MOST_FILES]),
        )
        prepared = [result for result in results if isinstance(result, _Prepared)]
        words = [result for result in results if isinstance(result, TextFile)]
        media, too_large = self._fitting(
            [result for result in results if isinstance(result, MediaFile)]
        )
        skipped = [result for result in results if isinstance(result, UnusablePicture)]
        beyond = [*others[most:], *(each.upload for each in prepared[most:])]
        skipped += [
            UnusablePicture(key="error-picture-one-too-many", name=upload.filename, limit=most)
            for upload in beyond
            if upload
        ]
        prepared = prepared[:most]
        skipped += [
            UnusablePicture(key="error-text-one-too-many", name=upload.filename, limit=MOST_TEXTS)
            for upload in texts[MOST_TEXTS:]
        ]
        skipped += [
            UnusablePicture(key="error-file-one-too-many", name=upload.filename, limit=MOST_FILES)
            for upload in files[MOST_FILES:]
        ]
        skipped += too_large
        must = results if not (prepared or words or media or optional) else results[:needed]
        for result in must:
            if isinstance(result, UnusablePicture):
                raise result
        return AcceptedUploads(
            tuple(each.picture for each in prepared),
            tuple(skipped),
            texts=tuple(words),
            files=tuple(media),
            shrunk=tuple(each.shrunk for each in prepared if each.shrunk),
            first_frames=any(each.header.frames_dropped for each in prepared),
        )

    async def read(self, upload: Upload) -> str:
        """Return what a text file says; raise UnusablePicture for one that is too long, or none."""
        try:
            if upload.size > MAX_WORDS:
                raise _too_long()
            return _words(await self._start(upload, MAX_WORDS + 1), upload.size)
        except UnusablePicture as error:
            error.values["name"] = upload.filename
            raise

    async def take_mask(self, visit: Visit, upload: Upload, picture: Picture) -> Picture:
        """Fetch a mask for a picture, and make it as large as that; raise UnusablePicture."""

        async def take(upload: Upload) -> Picture:
            self._check(upload)
            size = (picture.width, picture.height)
            async with self._fetched(upload) as source, self._blobs.scratch() as target:
                header = await self._images.make_mask(source, target, size)
                return _Prepared(await self._blobs.adopt(target), header).picture

        mask = await self._try(visit, upload, take)
        if isinstance(mask, UnusablePicture):
            raise mask
        return mask

    async def pictures_among(self, visit: Visit, uploads: Sequence[Upload]) -> list[Upload]:
        """Leave out what is no picture by its first bytes, whatever it claims to be.

        What claims to be one stays, and so does what claims nothing and can't be looked at: why it
        can't be used is told when it is taken.
        """

        async def seen(upload: Upload) -> Upload | None:
            if upload.claim in {Claim.PICTURE, Claim.DRAWN}:
                return upload
            start = await self._try(visit, upload, self._start)
            if isinstance(start, bytes):
                return (
                    replace(upload, claim=Claim.PICTURE) if self._images.is_picture(start) else None
                )
            return upload if upload.claim is Claim.NOTHING else None

        return [upload for upload in await asyncio.gather(*map(seen, uploads)) if upload]

    async def hold(self, parts: Sequence[Part]) -> None:
        """Keep the files of a request from being tidied away before its row names them.

        Raise Gone if one of them is no longer there: an old request may be made again.
        """
        for part in parts:
            if part.data and not await self._blobs.renew(part.data.blob):
                raise Gone

    async def shrink(self, picture: Picture, limits: ModelLimits) -> Picture:
        """Return a copy of a stored picture that a model can use in a user turn."""
        async with self._blobs.scratch() as target:
            header = await self._images.normalise(self._blobs.path(picture.blob), target, limits)
            small = _Prepared(await self._blobs.adopt(target), header).picture
            return replace(small, spoiler=picture.spoiler)

    async def _try(
        self, visit: Visit, upload: Upload, look: Callable[[Upload], Awaitable[T]]
    ) -> T | UnusablePicture:
        try:
            async with self._slots.place(visit.guild_id, visit.author_id):
                return await look(upload)
        except UnusablePicture as error:
            error.values["name"] = upload.filename
            return error

    def _check(self, upload: Upload) -> None:
        if upload.claim is Claim.DRAWN:
            raise UnusablePicture(key="error-picture-drawn")
        if upload.size > self._limits.max_bytes:
            raise UnusablePicture(
                key="error-picture-too-large", limit=self._limits.max_bytes // 2**20
            )

    async def _take(self, upload: Upload) -> "_Prepared":
        self._check(upload)
        async with self._fetched(upload) as source, self._blobs.scratch() as target:
            header = await self._images.normalise(source, target, self._for_models)
            return _Prepared(await self._blobs.adopt(target), header, upload)

    async def _open(self, upload: Upload, reader: ModelProfile) -> "_Taken":
        """Take a file for what its bytes tell; refuse it where `reader` does not read that."""
        start = await self._start(upload)
        if self._images.is_picture(start):
            return await self._take(upload)
        media_type = media_type_of(start)
        if media_type is None and may_be_text(start):
            return await self._read(upload)
        if media_type is None or kind_of(media_type) not in reader.takes:
            takes = ",".join(("pictures", "text", *reader.takes))
            raise UnusablePicture(key="error-file-not-taken", model=reader.name, takes=takes)
        most = self._limits.max_file_bytes
        if upload.size > most:
            raise _no_room(most)
        async with self._spooled(upload, max_bytes=most) as spool:
            await asyncio.to_thread(check_media, await spool.finish(), media_type)
            return MediaFile(await spool.commit(), media_type, upload.filename)

    def _fitting(self, files: Sequence[MediaFile]) -> tuple[list[MediaFile], list[UnusablePicture]]:
        """Return the files that fit into one request together, and why the others do not."""
        fitting: list[MediaFile] = []
        skipped: list[UnusablePicture] = []
        room = most = self._limits.max_file_bytes
        for file in files:
            if file.blob.size > room:
                skipped.append(_no_room(most, name=file.name))
            else:
                fitting.append(file)
                room -= file.blob.size
        return fitting, skipped

    async def _read(self, upload: Upload) -> "TextFile | _Prepared":
        """Read a text file; a picture that only claims to be one is taken for what it is."""
        # Of one that is too large no more than shows it is fetched.
        data = await self._start(upload, MAX_WORDS + 1)
        if self._images.is_picture(data):
            return await self._take(upload)
        return TextFile(upload.filename, _words(data, upload.size))

    async def _start(self, upload: Upload, size: int = SIGNATURE_BYTES) -> bytes:
        """Return the first bytes of a file, all if there are fewer."""
        async with self._fetched(upload, enough=size) as source:
            return await asyncio.to_thread(_first, source, size)

    @asynccontextmanager
    async def _fetched(self, upload: Upload, *, enough: int | None = None) -> AsyncGenerator[Path]:
        most = self._limits.max_bytes
        async with self._spooled(upload, max_bytes=most, enough=enough) as spool:
            yield await spool.finish()

    @asynccontextmanager
    async def _spooled(
        self, upload: Upload, *, max_bytes: int, enough: int | None = None
    ) -> AsyncGenerator[Spool]:
        spool = self._blobs.spool()
        try:
            await self._fetch(upload.url, spool, max_bytes=max_bytes, enough=enough)
            yield spool
        finally:
            await spool.discard()


def _no_room(most: int, **values: str) -> UnusablePicture:
    return UnusablePicture(key="error-files-too-large", limit=most // 2**20, **values)


def _too_long() -> UnusablePicture:
    return UnusablePicture(key="error-text-too-long", limit=MAX_WORDS // 1024)


def _words(data: bytes, size: int) -> str:
    """Return what the bytes of a file of this size say; raise UnusablePicture for too many."""
    if max(size, len(data)) > MAX_WORDS:
        raise _too_long()
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding).replace("\0", "").strip()
    except UnicodeDecodeError:
        raise UnusablePicture(key="error-text-unreadable") from None


def _first(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Hold a cleaned upload and what was read of it."""

    blob: BlobRef
    header: ImageHeader
    upload: Upload | None = None

    @property
    def picture(self) -> Picture:
        header = self.header
        spoiler = self.upload is not None and self.upload.spoiler
        return Picture(self.blob, header.media_type, header.width, header.height, spoiler)

    @property
    def shrunk(self) -> Shrunk | None:
        """Tell whether what is small was lost: too little of a long picture's short side stays."""
        size, given = (self.header.width, self.header.height), self.header.made_from
        if self.upload is None or given is None:
            return None
        is_lost = min(size) < _READABLE and 2 * max(size) <= max(given)
        return Shrunk(self.upload.filename, size, given) if is_lost else None


_Taken: TypeAlias = _Prepared | TextFile | MediaFile
