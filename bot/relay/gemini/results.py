"""Pictures that a relay answers with as addresses: fetched, where the operator allows the host."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.errors import UnusablePicture
from bot.domain.picture import Picture
from bot.relay import fields
from bot.relay.spool import Spool

log = logging.getLogger(__name__)

MOST_RESULTS = 8

_FILE_FIELDS = fields.both_spellings("fileData")
_ADDRESS = r"(?i:https?)://(?:[^\s()<>\"'`\]]|\([^\s()<>\"'`]{0,200}\)){1,2000}"
_TITLE = r"(?:\s+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?"
_TARGET = rf"\(\s*<?({_ADDRESS})>?{_TITLE}\s*\)"
_NAME = r"\[[^\[\]\n]{0,500}\]"
# Relays write an image in markdown, which may be a link itself, or in HTML, or nothing but its
# address. All else is an address among words.
_LINK = re.compile(
    rf"(?:\[\s*)?!{_NAME}{_TARGET}(?:\s*\]\([^\s()]{{1,2000}}\))?"
    rf"|<img\b[^<>]{{0,500}}?\bsrc\s*=\s*[\"']?({_ADDRESS})[^<>]{{0,500}}>"
    rf"|\A[\s<`*]*({_ADDRESS})[\s>`*]*\Z"
    rf"|(?P<among_words>{_NAME}{_TARGET}|<?({_ADDRESS})>?)",
    re.IGNORECASE,
)
_BEHIND_AN_ADDRESS = "*_.,;:!?。，；：！？、"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Hold words, and the address behind them as it is and as it was written; empty for none."""

    words: str
    url: str = ""
    written: str = ""


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
            pieces = self._pieces(part)
            urls = [piece.url for piece in pieces if piece.url]
            if not all(map(self._allows, urls)):
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

    def _allows(self, url: str) -> bool:
        return self.fetcher is not None and self.fetcher.allows(url)

    async def _pictured(self, part: Part, pieces: Sequence[_Piece]) -> list[Part]:
        """Return the part as words and pictures, or nothing where there is none of those.

        Its signature was made for what it was before.
        """
        known = part.memory.extra
        extra = {name: known[name] for name in known if name not in _FILE_FIELDS}
        made: list[Part] = []
        words = ""
        seen: set[str] = set()
        for piece in pieces:
            words += piece.words
            picture = None
            if piece.url and piece.url not in seen:
                seen.add(piece.url)
                picture = await self._picture(piece.url)
                words += "" if picture else piece.written
            if picture:
                made += [Part(text=words)] if words.strip() else []
                made.append(Part(picture=picture))
                words = ""
        if not made:
            return []
        made += [Part(text=words)] if words.strip() else []
        return [replace(made[0], memory=Memory(extra=extra)), *made[1:]]

    async def _picture(self, url: str) -> Picture | None:
        assert self.fetcher
        spool = self.open_spool()
        try:
            await self.fetcher.fetch(url, spool, max_bytes=self.max_bytes)
            return await self.examine(await spool.commit())
        except UnusablePicture:
            return None

    def _pieces(self, part: Part) -> list[_Piece]:
        """Return words, each with the address behind it.

        One among words is a picture only where the operator says that pictures lie.
        """
        if url := file_address(part.memory.extra):
            return [_Piece(part.text or "", url)]
        text, start = part.text or "", 0
        pieces: list[_Piece] = []
        for link in _LINK.finditer(text):
            url = next(filter(None, reversed(link.groups()))).rstrip(_BEHIND_AN_ADDRESS)
            if link["among_words"] is None or self._allows(url):
                pieces.append(_Piece(text[start : link.start()], url, link[0]))
                start = link.end()
        return [*pieces, _Piece(text[start:])]


def file_address(extra: Mapping[str, object]) -> str:
    """Return the address of a picture among the further fields of a part; empty for none."""
    for name in _FILE_FIELDS & extra.keys():
        file = fields.an_object(extra[name])
        names = (fields.field(file, "fileUri"), file.get("uri"), file.get("url"))
        kind = fields.a_string(fields.field(file, "mimeType")) or "image/"
        # Of whatever scheme: one that can't be fetched is told as barred, and not as nothing.
        if kind.startswith(("image/", "application/octet-stream")):
            return next((name for name in names if isinstance(name, str) and name), "")
    return ""
