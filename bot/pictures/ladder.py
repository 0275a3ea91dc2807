"""Which quality and size to try next, so that a picture fits: estimated, not searched for."""

import math
from dataclasses import dataclass

# Quality against the bits of a pixel that a picture of moderate detail takes. Low on purpose: a
# picture with more detail costs a second encoding, a picture with less loses nothing.
_BITS_PER_PIXEL = {92: 1.6, 85: 0.95, 75: 0.66}
_LOWEST_QUALITY = min(_BITS_PER_PIXEL)

# Smaller pixels hold more detail each: what an estimate leaves free, and the least that a further
# step takes away.
_MARGIN = 0.9
_STEP = 0.85


@dataclass(frozen=True, slots=True)
class Rung:
    """Name one way to encode a picture: quality of 100, and the factor of its sides."""

    quality: int
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Trial:
    """Say how many bytes a rung came to."""

    rung: Rung
    size: int


def next_rung(pixels: int, max_bytes: int, last: Trial | None = None) -> Rung:
    """Return the best rung that should fit, below the one that was tried last."""
    detail = 1.0 if last is None else last.size / _expected(pixels, last.rung)
    room = max_bytes / detail
    for quality in _BITS_PER_PIXEL:
        rung = Rung(quality)
        if last is not None and (last.rung.scale < 1 or quality >= last.rung.quality):
            continue
        if _expected(pixels, rung) <= room:
            return rung
    scale = math.sqrt(_MARGIN * room / _expected(pixels, Rung(_LOWEST_QUALITY)))
    longest = 1.0 if last is None else last.rung.scale
    return Rung(_LOWEST_QUALITY, min(scale, longest * _STEP))


def _expected(pixels: int, rung: Rung) -> float:
    return pixels * rung.scale**2 * _BITS_PER_PIXEL[rung.quality] / 8
