"""The long strings of a reply: cut out of its JSON while it arrives, and spooled."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from bot.domain.blob import BlobRef
from bot.domain.errors import ReplyUnreadable
from bot.relay.base64_text import Base64Decoder, is_base64_text
from bot.relay.spool import Spool

MEBIBYTE = 1024 * 1024

LONGEST_ADDRESS = 2000
_ADDRESS = re.compile(r"\s*(https?://\S+)\s*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caps:
    """Hold how much of a reply is taken, in bytes: checked while it arrives."""

    body: int = 256 * MEBIBYTE
    picture: int = 64 * MEBIBYTE
    signature: int = 16 * MEBIBYTE
    pictures: int = 32
    rest: int = 8 * MEBIBYTE
    nesting: int = 64
    error_body: int = 64 * 1024


class Kind(Enum):
    """Say what a cut string holds."""

    PICTURE = auto()
    SIGNATURE = auto()


class Cut:
    """Take the text of one long string as it arrives, and spool what it stands for.

    A picture is decoded. A signature is kept as the text that it is, for it goes back unchanged;
    it is checked, because the writer copies it into a request as it is.
    """

    def __init__(self, kind: Kind, open_spool: Callable[[], Spool], cap: int) -> None:
        self.kind = kind
        self.size = 0
        self.broken = False
        self.closed = False
        self._open_spool = open_spool
        self._cap = cap
        self._begun = b""
        self._spool: Spool | None = None
        self._blob: BlobRef | None = None
        self._decoder = Base64Decoder(self._write) if kind is Kind.PICTURE else None

    @property
    def usable(self) -> bool:
        """Tell whether the string held anything, and nothing that does not belong there."""
        return self.size > 0 and not self.broken

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a picture, as far as its base64 shows."""
        return self.kind is Kind.PICTURE and self.usable

    @property
    def address(self) -> str:
        """Return the address that stands where a picture should be; empty for none."""
        address = _ADDRESS.fullmatch(self._begun.decode("ascii", "replace"))
        return address[1] if address and self.broken and self._decoder else ""

    @property
    def padded(self) -> bool:
        """Tell whether the base64 of a picture came to its end."""
        return self._decoder is not None and self._decoder.padded

    def feed(self, text: bytes | memoryview) -> None:
        """Take the next piece of the string, unescaped; raise ReplyUnreadable over the cap."""
        if len(self._begun) <= LONGEST_ADDRESS:
            self._begun += bytes(text[: LONGEST_ADDRESS + 1])
        if self.broken:
            return
        try:
            if self._decoder:
                self._decoder.feed(text)
            elif is_base64_text(kept := bytes(text)):
                self._write(kept)
            else:
                self.broken = True
        except ValueError:
            self.broken = True

    def close(self) -> None:
        """Take note that the string ended, once however often this is called."""
        if self.closed:
            return
        self.closed = True
        if self.broken or not self._decoder:
            return
        try:
            self._decoder.close()
        except ValueError:
            self.broken = True

    async def drain(self) -> None:
        """Wait until the spool can take more."""
        if self._spool:
            await self._spool.drain()

    async def commit(self) -> BlobRef:
        """Keep what was spooled, once however often this is called; only for a usable cut."""
        if self._blob is None:
            assert self._spool is not None
            self._blob = await self._spool.commit()
        return self._blob

    async def discard(self) -> None:
        """Forget what was spooled, unless it was committed."""
        if self._spool and self._blob is None:
            await self._spool.discard()

    def _write(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > self._cap:
            raise ReplyUnreadable(f"a {self.kind.name.lower()} of more than {self._cap} bytes")
        if self._spool is None:
            self._spool = self._open_spool()
        self._spool.write(data)
