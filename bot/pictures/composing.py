"""Put together what a model made inside an area and the picture as it was outside of it."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.domain.area import WHOLE, Box
from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits
from bot.pictures import engine
from bot.pictures.alignment import align, laid
from bot.pictures.header import Header, check, read_header

if TYPE_CHECKING:
    import pyvips

_SOFT_BOX: Final = 0.008
_SOFT_MASK: Final = 0.0025
"""How wide the blend is at the border, as a share of the shorter side: a hand draws where it means,
a box only about there."""

_HALF: Final = 127
_OPAQUE: Final = 255
_GREY_FROM, _GREY_TO = 48, 208
_MOST_GREY: Final = 0.25
"""A mask is drawn in black and white; more between them is a photo."""

_SHAPES_DIFFER: Final = 1.05

_MOST_PIXELS: Final = 24_000_000
"""As large as models paint: each pixel takes some ten bytes while two pictures are put together."""


def compose(
    original: Path,
    result: Path,
    target: Path,
    intake: IntakeLimits,
    *,
    boxes: Sequence[Box] = (),
    mask: Path | None = None,
) -> Header | None:
    """Write the original with the result inside boxes, or where a mask is white.

    Outside, each pixel is the original's own. Return the header of `target`; None where the two
    don't lie on each other, and then nothing is written.
    """
    headers = read_header(original), read_header(result)
    if any(header.width * header.height > _MOST_PIXELS for header in headers):
        return None
    whole = _pixels(original, intake, target)
    alpha, kept = engine.alpha_of(whole), engine.without_alpha(whole)
    made = engine.without_alpha(_pixels(result, intake, target))
    inside = _inside(boxes, mask, kept, intake, target)
    # Nobody knows what a model saw where the original is seen through.
    unknown = inside if alpha is None else inside | (alpha < _OPAQUE)
    alignment = align(kept, made, unknown)
    if alignment is None or not alignment.holds:
        return None
    made = laid(made, alignment.fitting, kept.width, kept.height)
    made = (made + list(alignment.tint)).rint().cast("uchar")
    softness = min(kept.width, kept.height) * (_SOFT_MASK if mask else _SOFT_BOX)
    seen = _softened(inside, max(1.0, softness))
    blended = seen.ifthenelse(made, kept, blend=True)
    if alpha is not None:
        blended = blended.bandjoin(seen.ifthenelse(_OPAQUE, alpha, blend=True))
    engine.save_png(blended, target)
    return read_header(target)


def make_mask(source: Path, target: Path, intake: IntakeLimits, size: tuple[int, int]) -> Header:
    """Write a member's mask, black and white, as large as the picture that it is for.

    White is what may change; where some of it is seen through, what is not. Raise UnusablePicture,
    its key the reason, for what is no mask.
    """
    header, (width, height) = read_header(source), size
    shape = math.log(header.width / header.height) - math.log(width / height)
    if abs(shape) > math.log(_SHAPES_DIFFER):
        raise UnusablePicture(key="error-mask-shape", width=width, height=height)
    drawn = _pixels(source, intake, target, box=size)
    light = engine.alpha_of(drawn)
    if light is None:
        light = engine.without_alpha(drawn).colourspace("b-w")[0]
        grey = ((light > _GREY_FROM) & (light < _GREY_TO)).avg() / 255
        if grey > _MOST_GREY:
            raise UnusablePicture(key="error-mask-none")
    white = (engine.stretched(light, width, height) > _HALF).copy_memory()
    if white.max() == 0:
        raise UnusablePicture(key="error-mask-empty")
    if white.min() != 0:
        raise UnusablePicture(key="error-mask-all")
    engine.save_png(white, target)
    return read_header(target)


def _pixels(
    path: Path, intake: IntakeLimits, target: Path, *, box: tuple[int, int] | None = None
) -> "pyvips.Image":
    """Return all pixels of a file in memory, or as many as fill a box (width, height)."""
    header = read_header(path)
    check(header, intake)
    aside = target.with_name(f"{target.name}.decoded")
    box = box or (header.width, header.height)
    try:
        with engine.decoding(header):
            return engine.load(path, header, intake, box=box, aside=aside).copy_memory()
    finally:
        aside.unlink(missing_ok=True)


def _inside(
    boxes: Sequence[Box],
    mask: Path | None,
    kept: "pyvips.Image",
    intake: IntakeLimits,
    target: Path,
) -> "pyvips.Image":
    """Return one band, white where something may change."""
    width, height = kept.width, kept.height
    if mask is not None:
        light = engine.without_alpha(_pixels(mask, intake, target)).colourspace("b-w")[0]
        return engine.stretched(light, width, height) > _HALF
    inside = engine.black(width, height)
    for box in boxes:
        left, right = (round(each * width / WHOLE) for each in (box.left, box.right))
        top, bottom = (round(each * height / WHOLE) for each in (box.top, box.bottom))
        inside = inside.draw_rect([255], left, top, right - left, bottom - top, fill=True)
    return inside


def _softened(inside: "pyvips.Image", sigma: float) -> "pyvips.Image":
    """Return how much of the result is seen where: all inside, none outside, less at the border.

    Blurred, the border itself is half white: from there on it becomes visible. In a corner that
    points inwards it would be so outside too, where nothing may be.
    """
    blurred = inside.gaussblur(sigma)
    return ((blurred.cast("short") - _HALF) * 2).cast("uchar") & inside
