"""What is done to picture files."""

from pathlib import Path
from typing import Protocol

from bot.domain.picture import ModelLimits


class ImageHeader(Protocol):
    """Say what a picture file is; its size is upright, in pixels."""

    @property
    def media_type(self) -> str:
        """Return its type, as its bytes tell it."""
        ...

    @property
    def width(self) -> int:
        """Return how wide it is."""
        ...

    @property
    def height(self) -> int:
        """Return how high it is."""
        ...

    @property
    def frames_dropped(self) -> bool:
        """Tell whether it was made from the first of several frames."""
        ...

    @property
    def made_from(self) -> tuple[int, int] | None:
        """Return how large that was which it was made from, where it is another file."""
        ...


class Images(Protocol):
    """Look into picture files, and make others of them."""

    def is_picture(self, start: bytes) -> bool:
        """Tell whether a file with these first SIGNATURE_BYTES is a picture, and no words."""
        ...

    async def normalise(self, source: Path, target: Path, limits: ModelLimits) -> ImageHeader:
        """Write what a model may get of a member's picture; return the header of `target`.

        Raise UnusablePicture, its key the reason.
        """
        ...
