"""Open pictures that came from outside, with a cap on what is decoded."""

import io
from functools import lru_cache
from importlib import import_module

from PIL import Image, UnidentifiedImageError

MAX_PIXELS = 50_000_000
"""The most pixels of one picture that are ever decoded."""

_SMALL = 32 * 1024

# What Pillow raises for a picture that is none, is cut, lies about itself or is a bomb.
_UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def measure(data: bytes, *, whole: bool) -> tuple[int, int] | None:
    """Return width and height of an encoded picture; nothing when it cannot be opened.

    With `whole` it is decoded to its end, which finds the picture that was cut.
    """
    return (_remembered if len(data) <= _SMALL else _measured)(data, whole)


def _measured(data: bytes, whole: bool) -> tuple[int, int] | None:  # noqa: FBT001 (for the cache)
    if data[4:8] == b"ftyp":
        # HEIC; by name, because the library is untyped and few requests need it.
        import_module("pillow_heif").register_heif_opener()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return None
            if whole:
                picture.load()
            return picture.size
    except _UNREADABLE:
        return None


# A conversation brings its pictures again with each request.
_remembered = lru_cache(maxsize=256)(_measured)
