"""Whether a model can make anything of a file, as far as that is cheap to tell."""

import mmap
from pathlib import Path

from bot.domain.errors import UnusablePicture
from bot.domain.media import ENDS_BYTES, MOST_MINUTES, PDF, kind_of, seconds_of


def check_media(path: Path, media_type: str) -> None:
    """Refuse what is locked, cut off or plays for too long; it reads: call it in a thread."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if media_type == PDF:
            _check_pdf(data)
        seconds = seconds_of(media_type, data[:ENDS_BYTES], data[-ENDS_BYTES:])
    most = MOST_MINUTES.get(kind_of(media_type), 0)
    if seconds is not None and seconds > 60 * most:
        raise UnusablePicture(key="error-file-too-long", limit=most)


def _check_pdf(data: mmap.mmap) -> None:
    # ISO 32000-1, section 7.5: how to find the pages stands at the end; 7.6: what locks them is
    # named in the trailer, which is never locked or packed itself.
    if data.find(b"startxref") < 0:
        raise UnusablePicture(key="error-file-broken")
    if data.find(b"/Encrypt") >= 0:
        raise UnusablePicture(key="error-file-locked")
