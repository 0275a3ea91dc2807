"""Files that chat models read, listen to or watch, and what their own bytes tell of them.

The words of a text file are none: any model takes those as words.
"""

import codecs
import re
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.blob import BlobRef

MOST_FILES: Final = 3
"""How many of them one message may bring."""

ENDS_BYTES: Final = 256 * 1024
"""How many bytes of each end of a file are searched for how long it plays."""


class MediaKind(StrEnum):
    """Name what a model may take beside words and pictures."""

    PDF = "pdf"
    AUDIO = "audio"
    VIDEO = "video"


MOST_MINUTES: Final = {MediaKind.AUDIO: 60, MediaKind.VIDEO: 5}
"""How long one may play: an hour of sound, and five minutes of film, are some 100,000 tokens."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """Name a stored file by its bytes, their real media type, and how its member called it."""

    blob: BlobRef
    media_type: str
    name: str

    @property
    def kind(self) -> MediaKind:
        """Return which kind of file it is."""
        return kind_of(self.media_type)


def kind_of(media_type: str) -> MediaKind:
    """Return the kind of a media type that `media_type_of` returned."""
    return MediaKind.PDF if media_type == PDF else MediaKind(media_type.partition("/")[0])


PDF: Final = "application/pdf"

_SIGNATURES: Final = (
    (rb"RIFF.{4}WAVE", "audio/wav"),
    (rb"RIFF.{4}AVI ", "video/vnd.avi"),
    (rb"FORM.{4}AIF[FC]", "audio/aiff"),
    (rb"fLaC", "audio/flac"),
    (rb"OggS(?!.{0,200}theora)", "audio/ogg"),
    (rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", "audio/mpeg"),
    (rb"\xff[\xf0\xf1\xf8\xf9]", "audio/aac"),
    (rb".{4}ftypM4[AB] ", "audio/mp4"),
    (rb".{4}ftypqt  ", "video/quicktime"),
    (rb".{4}ftyp3g", "video/3gpp"),
    (rb".{4}ftyp(?:isom|iso\d|mp4\d|avc1|M4V |MSNV|dash)", "video/mp4"),
    (rb"\x1a\x45\xdf\xa3.{0,60}webm", "video/webm"),
    (rb"\x00\x00\x01[\xb3\xba]", "video/mpeg"),
    # ISO 32000-1, Annex H: its header may stand anywhere in the first 1,024 bytes. Behind what can
    # be read it is a word of a text.
    (rb"(?:.{0,1018}[^ -~])?%PDF-", PDF),
)
_ENDLESS: Final = 0x7FFF0000
"""So many bytes, or more, a WAV file has whose writer did not know yet how many would come."""

_TYPES: Final = tuple((re.compile(start, re.DOTALL), kind) for start, kind in _SIGNATURES)


def room_for_files(budget: int) -> int:
    """Return how many bytes the files of one message may have in a request of `budget` bytes.

    Four bytes are sent for three of them, which is five sixths of it; the rest is for words and
    pictures.
    """
    return budget * 5 // 8


def media_type_of(start: bytes) -> str | None:
    """Return the media type of a file that begins like this; None for no known one."""
    return next((media_type for known, media_type in _TYPES if known.match(start)), None)


def may_be_text(start: bytes) -> bool:
    """Tell whether a file that begins like this can be text: UTF-8, or UTF-16 that says so."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return b"\0" not in start


def seconds_of(media_type: str, start: bytes, end: bytes) -> float | None:
    """Return how long something plays, as far as its ends tell: ENDS_BYTES of each.

    What a file says of itself may be wrong; how many bytes it has bounds that.
    """
    try:
        match media_type:
            case "audio/wav":
                return _of_wav(start)
            case "audio/flac":
                return _of_flac(start)
            case "audio/ogg":
                return _of_ogg(start, end)
            case "audio/mp4" | "video/mp4" | "video/quicktime" | "video/3gpp":
                return _of_mp4(start) or _of_mp4(end)
            case _:
                return None
    except (struct.error, ZeroDivisionError):
        return None


def _of_wav(start: bytes) -> float | None:
    at, data = start.find(b"fmt "), start.find(b"data")
    if -1 in {at, data}:
        return None
    (a_second,) = struct.unpack_from("<I", start, at + 16)
    (size,) = struct.unpack_from("<I", start, data + 4)
    return None if size >= _ENDLESS else size / a_second


def _of_flac(start: bytes) -> float:
    # RFC 9639, section 8.2: 20 bits of rate, 8 of channels and depth, 36 of samples.
    (packed,) = struct.unpack_from(">Q", start, 18)
    return (packed & (1 << 36) - 1) / (packed >> 44)


def _of_ogg(start: bytes, end: bytes) -> float | None:
    # RFC 3533, section 6: each page tells how far it comes; RFC 7845: Opus counts 48,000 a second.
    last, vorbis = end.rfind(b"OggS"), start.find(b"\x01vorbis")
    rate = struct.unpack_from("<I", start, vorbis + 12)[0] if vorbis >= 0 else 48_000
    return None if last < 0 else struct.unpack_from("<q", end, last + 6)[0] / rate


def _of_mp4(piece: bytes) -> float | None:
    # ISO/IEC 14496-12, section 8.2.2: the header of the film, in a long and a short form.
    at = piece.find(b"mvhd")
    if at < 0:
        return None
    is_long = piece[at + 4 : at + 5] == b"\x01"
    form, offset, unknown = (">IQ", 24, 2**64 - 1) if is_long else (">II", 16, 2**32 - 1)
    scale, length = struct.unpack_from(form, piece, at + offset)
    return None if length == unknown else length / scale
