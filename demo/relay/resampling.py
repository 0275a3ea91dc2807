"""Two of Pillow's methods under types of their own.

Pillow annotates them with numpy's arrays too, which a type checker cannot know where numpy is
not installed.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from PIL import Image


class _Picture(Protocol):
    def resize(self, size: tuple[int, int], resample: int | None = None) -> Image.Image: ...

    def point(self, lut: Sequence[float]) -> Image.Image: ...


def resize(
    picture: Image.Image, size: tuple[int, int], method: int = Image.Resampling.BICUBIC
) -> Image.Image:
    """Return the picture in these pixels, stretched where its ratio differs."""
    return cast("_Picture", picture).resize(size, method)


def remap(picture: Image.Image, values: Sequence[float]) -> Image.Image:
    """Return a greyscale picture with each of its 256 values replaced."""
    return cast("_Picture", picture).point(values)
