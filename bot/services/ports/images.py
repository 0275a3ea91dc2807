"""What is done to picture files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bot.domain.area import Box
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

    async def make_mask(self, source: Path, target: Path, size: tuple[int, int]) -> ImageHeader:
        """Write a member's mask, black and white, as wide and high as the picture it is for.

        Raise UnusablePicture, its key the reason, for what is no mask.
        """
        ...

    async def compose(
        self,
        original: Path,
        result: Path,
        target: Path,
        *,
        boxes: Sequence[Box] = (),
        mask: Path | None = None,
    ) -> ImageHeader | None:
        """Write the original with the result in place of what is inside boxes, or white in a mask.

        Return the header of `target`; None, nothing written, where the two don't lie on each other.
        """
        ...
