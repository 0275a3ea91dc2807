"""Pictures as values, and the limits that they are held to."""

from dataclasses import dataclass
from typing import Final

from bot.domain.blob import BlobRef

SIGNATURE_BYTES: Final = 4096
"""How many bytes of a file show its type at most: a thousand brands of a HEIF or AVIF."""

EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """Name a stored picture whose header was read: real media type, upright size in pixels.

    `is_half`: some of its pixels never came. A `spoiler` is hidden until somebody wants to
    see it; so is all that is made from it. One that `is_composed` was put together here, of what a
    model made and the picture that it was to change: no model knows it as its own. One that
    `has_credentials` names in its file who made it how (C2PA), whether or not that is true.
    """

    blob: BlobRef
    media_type: str
    width: int
    height: int
    spoiler: bool = False
    is_half: bool = False
    is_composed: bool = False
    has_credentials: bool = False

    @property
    def extension(self) -> str:
        """Return the file extension that fits the real media type, without a dot."""
        return EXTENSIONS.get(self.media_type, "bin")


@dataclass(frozen=True, slots=True)
class IntakeLimits:
    """Hold what comes from outside: checked before anything is decoded.

    `max_file_bytes` is for the files that a model gets as they are: all of one message together.
    """

    max_bytes: int = 25 * 1024 * 1024
    max_file_bytes: int = 12 * 1024 * 1024
    max_pixels: int = 70_000_000
    max_side: int = 16_384


@dataclass(frozen=True, slots=True)
class ModelLimits:
    """Say what a model can use of one picture: longest side in pixels, size in bytes."""

    max_side: int = 2_048
    max_bytes: int = 7 * 1024 * 1024
