"""Which quality and size to try next, so that a picture fits: estimated, not searched for."""

import math
from dataclasses import dataclass

# Quality against the bits that a pixel takes: of photos and paintings, and of pictures that are
# nothing but edges or grain, of which lower quality takes less away. The first are assumed until
# a try has shown otherwise. Measured; see docs/pictures-in-and-out.md.
_TYPICAL = {92: 1.6, 85: 0.95, 75: 0.66}
_DENSE = {92: 6.6, 85: 4.2, 75: 3.8}
_LOWEST_QUALITY = min(_TYPICAL)

# So many times the bits that were expected make a picture a dense one.
_TURNS_DENSE = 2.0

# Smaller pixels hold more detail each: how much of the room is aimed at once a try was too large,
# and the least that a further step takes away.
_MARGIN = 0.75
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
    curve, room = _TYPICAL, float(max_bytes)
    highest, most = max(curve) + 1, 1.0
    if last is not None:
        if last.size > _TURNS_DENSE * _expected(curve, pixels, last.rung):
            curve = _DENSE
        room *= _expected(curve, pixels, last.rung) / last.size
        highest, most = last.rung.quality, last.rung.scale * _STEP
    for quality in curve:
        rung = Rung(quality)
        if quality < highest and _expected(curve, pixels, rung) <= room:
            return rung
    if last is not None:
        room *= _MARGIN
    scale = math.sqrt(room / _expected(curve, pixels, Rung(_LOWEST_QUALITY)))
    return Rung(_LOWEST_QUALITY, min(scale, most))


def _expected(curve: dict[int, float], pixels: int, rung: Rung) -> float:
    """Return the bytes that a picture should come to."""
    return pixels * rung.scale**2 * curve[rung.quality] / 8
