"""Pictures that a relay answers with as addresses: fetched, where the operator allows the host."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.domain.blob import BlobRef
from bot.domain.content import JsonValue, Part
from bot.domain.errors import UnusablePicture
from bot.domain.picture import Picture
from bot.relay import fields
from bot.relay.spool import Spool

log = logging.getLogger(__name__)

MOST_RESULTS = 8

_FILE_FIELDS = fields.both_spellings("fileData")
_ADDRESS = r"https?://[^\s()<>\"'\]]{1,2000}"
# Relays write an image in markdown, or nothing but its address.
_LINK = re.compile(rf"!\[[^\[\]\n]{{0,500}}\]\(\s*({_ADDRESS})\s*\)|\A\s*({_ADDRESS})\s*\Z")


class Fetcher(Protocol):
    """Fetch from allowed hosts alone, as `bot.relay.media.MediaFetcher` does."""

    def allows(self, url: str) -> bool:
        """Tell whether this address may be fetched."""
        ...

    async def fetch(self, url: str, spool: Spool, *, max_bytes: int) -> int:
        """Stream what is there into `spool`; discard it and raise UnusablePicture on failure."""
        ...


@dataclass(frozen=True, slots=True)
class Results:
    """Turn addresses among the parts of an answer into pictures.

    `setting` is what the operator changes to allow a host; without a fetcher, none is.
    """

    fetcher: Fetcher | None
    setting: str
    open_spool: Callable[[], Spool]
    examine: Callable[[BlobRef], Awaitable[Picture]]
    max_bytes: int

    async def fetched(self, parts: Sequence[Part]) -> tuple[list[Part], bool]:
        """Return the parts with what could be fetched; and whether a host is not allowed.

        What can't be fetched stays as the relay sent it.
        """
        found: list[Part] = []
        is_barred = False
        left = MOST_RESULTS
        for part in parts:
            pieces = [] if part.thought else _pieces(part)
            urls = [url for _, url in pieces if url]
            if not all(self.fetcher and self.fetcher.allows(url) for url in urls):
                is_barred = True
                log.warning(
                    "relay: an answer with the address of a picture, from a host that is not "
                    "allowed: name it in %s",
                    self.setting,
                )
            elif urls and len(urls) <= left:
                left -= len(urls)
                if pictured := await self._pictured(part, pieces):
                    found += pictured
                    continue
            found.append(part)
        return found, is_barred

    async def _pictured(self, part: Part, pieces: list[tuple[str, str]]) -> list[Part] | None:
        """Return the part as words and pictures; its signature was made for what it was before."""
        assert self.fetcher
        extra = {name: value for name, value in part.extra.items() if name not in _FILE_FIELDS}
        made: list[Part] = []
        for words, url in pieces:
            if words.strip():
                made.append(Part(text=words))
            if url:
                spool = self.open_spool()
                try:
                    await self.fetcher.fetch(url, spool, max_bytes=self.max_bytes)
                    made.append(Part(picture=await self.examine(await spool.commit())))
                except UnusablePicture:
                    return None
        return [replace(made[0], extra=extra), *made[1:]]


def file_address(extra: Mapping[str, JsonValue]) -> str:
    """Return the address of a picture among the further fields of a part; empty for none."""
    for name in _FILE_FIELDS & extra.keys():
        file = fields.an_object(extra[name])
        url = fields.a_string(fields.field(file, "fileUri"))
        kind = fields.a_string(fields.field(file, "mimeType")) or "image/"
        # Of whatever scheme: one that can't be fetched is told as barred, and not as nothing.
        if "://" in url and kind.startswith("image/"):
            return url
    return ""


def _pieces(part: Part) -> list[tuple[str, str]]:
    """Return words, each with the address behind it; all of them empty where there is none."""
    if url := file_address(part.extra):
        return [(part.text or "", url)]
    text, start = part.text or "", 0
    pieces: list[tuple[str, str]] = []
    for link in _LINK.finditer(text):
        pieces.append((text[start : link.start()], link[1] or link[2]))
        start = link.end()
    return [*pieces, (text[start:], "")]
