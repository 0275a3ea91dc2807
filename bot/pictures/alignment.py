"""Whether what a model made of a picture still lies on it, and how to lay it there.

Models answer in sides of their own, a little wider or narrower than the picture, moved or grown by
a few pixels, in slightly other colours. How that is undone is searched for on small likenesses,
from coarse to fine; whether it came out right is measured on what was not to change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.pictures import engine

if TYPE_CHECKING:
    import pyvips

_SHAPES_DIFFER: Final = 1.06
"""Models round sides to multiples of 16 or 32. What differs more has another frame."""
_SAME_SHAPE: Final = 1.004

_WHITE: Final = 255

# Sides of the likenesses. On the first, all is tried; on the others, what is next to the best.
_COARSE: Final = 64
_FINER: Final = (128, 256, 640)
_ZOOMS: Final = (0.0, -0.015, 0.015, -0.03, 0.03)
_SHIFTS: Final = (0, -1, 1, -2, 2)

_ENOUGH_OFF: Final = 48
"""A difference in light, of 255, above which a pixel is just another one, however far off."""
_EDGE: Final = 0.04
"""How much of the sides is not looked at: what comes into the picture there was not in it."""
_BETTER: Final = 0.95
"""What is moved has to fit so much better than what is not."""

_NOTICED: Final = 26
"""A difference of a colour, of 255, that is seen side by side."""
_MOST_OFF: Final = 0.12
_SPILLED: Final = 0.03
"""How far beside what was to change a model often paints: that is cut off, and tells nothing."""
_MOST_TINT: Final = 24.0
_AS_IT_CAME: Final = 0.02
"""What differs so little lies right without a search."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Say how a picture is laid on another one, once it is stretched to that one's size.

    It grows by `wider` and `higher` from the middle, then moves by shares of the sides.
    """

    wider: float = 1.0
    higher: float = 1.0
    across: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Say how a picture has to be laid, and how well it lies then.

    `tint` is added to each of its colours. `off` is the share of what was not to change which is
    seen to differ all the same.
    """

    fitting: Fitting
    tint: tuple[float, ...]
    off: float

    @property
    def holds(self) -> bool:
        """Tell whether the two show the same scene, and can be put together."""
        return self.off <= _MOST_OFF and all(abs(each) <= _MOST_TINT for each in self.tint)


def align(kept: "pyvips.Image", made: "pyvips.Image", inside: "pyvips.Image") -> Alignment | None:
    """Find how `made` lies on `kept`, of which what is `inside` (white) may differ.

    Both have three bands. Return None where their shapes differ too much to be one frame.
    """
    shape = (made.width / made.height) / (kept.width / kept.height)
    if not 1 / _SHAPES_DIFFER <= shape <= _SHAPES_DIFFER:
        return None
    finest = _Level(kept, made, inside, _FINER[-1])
    plain = finest.measured(Fitting())
    if plain.holds and plain.off <= _AS_IT_CAME:
        return plain
    level = _Level(kept, made, inside, _COARSE)
    best = level.best(_everything(shape))
    for side in _FINER:
        step = 1 / level.side
        level = _Level(kept, made, inside, side)
        best = level.best(_beside(best, step))
    is_better = level.cost(best) < level.cost(plain.fitting) * _BETTER
    return level.measured(best) if is_better else plain


def laid(made: "pyvips.Image", fitting: Fitting, width: int, height: int) -> "pyvips.Image":
    """Return `made` as it lies on a picture of this size."""
    if (made.width, made.height) != (width, height):
        made = made.resize(width / made.width, vscale=height / made.height)
    if fitting == Fitting():
        return made
    return _moved(made, fitting, "bicubic")


def _everything(shape: float) -> Iterator[Fitting]:
    """Yield all that is tried at first: stretched, or grown to the same width or height."""
    frames = [(1.0, 1.0)]
    if not 1 / _SAME_SHAPE <= shape <= _SAME_SHAPE:
        frames += [(shape, 1.0), (1.0, 1 / shape)]
    for wider, higher in frames:
        for zoom in _ZOOMS:
            for across in _SHIFTS:
                for down in _SHIFTS:
                    yield Fitting(
                        wider * (1 + zoom),
                        higher * (1 + zoom),
                        across / _COARSE,
                        down / _COARSE,
                    )


def _beside(fitting: Fitting, step: float) -> Iterator[Fitting]:
    """Yield a fitting, and those that differ by half a step each way."""
    for zoom in (0.0, -step / 2, step / 2):
        for across in (0.0, -step / 2, step / 2):
            for down in (0.0, -step / 2, step / 2):
                yield Fitting(
                    fitting.wider * (1 + zoom),
                    fitting.higher * (1 + zoom),
                    fitting.across + across,
                    fitting.down + down,
                )


def _moved(image: "pyvips.Image", fitting: Fitting, interpolation: str) -> "pyvips.Image":
    width, height = image.width, image.height
    return image.affine(
        [fitting.wider, 0, 0, fitting.higher],
        interpolate=engine.interpolation(interpolation),
        oarea=[0, 0, width, height],
        odx=width * ((1 - fitting.wider) / 2 + fitting.across),
        ody=height * ((1 - fitting.higher) / 2 + fitting.down),
        extend="copy",
    )


class _Level:
    """Compare likenesses whose longer side is `side` pixels long, at most."""

    def __init__(
        self, kept: "pyvips.Image", made: "pyvips.Image", inside: "pyvips.Image", side: int
    ) -> None:
        scale = min(1.0, side / max(kept.width, kept.height))
        width, height = (max(8, round(each * scale)) for each in (kept.width, kept.height))
        self.side = max(width, height)
        self._kept = engine.stretched(kept, width, height)
        self._made = engine.stretched(made, width, height)
        # What only just lies inside counts as inside: a likeness blurs what is at its border.
        covered = engine.stretched(inside, width, height) > 0
        self._outside = (covered ^ _WHITE).copy_memory()
        near = (self._outside ^ _WHITE).gaussblur(self.side * _SPILLED / 2) > 1
        beyond = (self._outside & (near ^ _WHITE)).copy_memory()
        self._beyond = beyond if beyond.max() else self._outside
        across, down = round(width * _EDGE), round(height * _EDGE)
        middle = self._outside.crop(across, down, width - 2 * across, height - 2 * down)
        self._looked_at = middle.embed(across, down, width, height).copy_memory()
        self._light = self._kept.colourspace("b-w").copy_memory()
        self._made_light = self._made.colourspace("b-w").copy_memory()

    def best(self, fittings: Iterable[Fitting]) -> Fitting:
        """Return the one that fits best; of several, the first."""
        return min(fittings, key=self.cost)

    def cost(self, fitting: Fitting) -> float:
        """Return how far off the light is of what was not to change."""
        off = (_moved(self._made_light, fitting, "bilinear") - self._light).abs()
        return ((off > _ENOUGH_OFF).ifthenelse(_ENOUGH_OFF, off) & self._looked_at).avg()

    def measured(self, fitting: Fitting) -> Alignment:
        """Tell how well it fits, in all colours."""
        made = _moved(self._made, fitting, "bilinear").copy_memory()
        tint = tuple(self._mean(kept) - self._mean(own) for kept, own in _bands(self._kept, made))
        off = ((made + list(tint)) - self._kept).abs().gaussblur(1.0)
        noticed = (off > _NOTICED).bandor()
        return Alignment(fitting, tint, _share(noticed, self._beyond))

    def _mean(self, band: "pyvips.Image") -> float:
        total = self._looked_at.avg()
        return (band & self._looked_at).avg() * _WHITE / total if total else 0.0


def _bands(
    one: "pyvips.Image", other: "pyvips.Image"
) -> Iterator[tuple["pyvips.Image", "pyvips.Image"]]:
    for band in range(one.bands):
        yield one[band], other[band]


def _share(found: "pyvips.Image", among: "pyvips.Image") -> float:
    """Return how much of what is white in `among` is white in `found`, too; 0 of nothing."""
    total = among.avg()
    return (found & among).avg() / total if total else 0.0
