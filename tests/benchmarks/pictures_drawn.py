"""Pictures to measure with, of as much detail as the kinds that members and models make."""

import random
from collections.abc import Callable
from functools import reduce

import pyvips
from PIL import Image, ImageDraw

SENTENCE = "The quick brown fox jumps over the lazy dog. 0123456789 "


def photo(side: int) -> pyvips.Image:
    """Draw clouds of detail at every scale, its contrast falling as in photos."""
    light = _clouds(side, seed=1, fall=0.6)
    tints = [(1.0, 0.0), (0.8, 0.2), (0.7, 0.25)]
    return _of_bands(
        [
            light * share + _clouds(side, seed=seed, fall=0.4) * rest
            for seed, (share, rest) in enumerate(tints, 2)
        ]
    )


def grain(side: int) -> pyvips.Image:
    """Draw nothing but noise: the worst that there is."""
    noise = pyvips.Image.gaussnoise(side, side, mean=128, sigma=60, seed=1)
    return _of_bands([noise, noise * 0.9 + 9, noise * 0.8])


def gradient(side: int) -> pyvips.Image:
    """Draw a smooth change of colours."""
    place = pyvips.Image.xyz(side, side) * (255 / side)
    return _of_bands([place[0], place[1], (place[0] + place[1]) / 2])


def drawing(side: int) -> pyvips.Image:
    """Draw discs and rings of plain colours."""
    luck = random.Random(1)
    image = pyvips.Image.black(side, side, bands=3).linear(1, [250, 245, 235]).cast("uchar")
    for number in range(150):
        colour = [luck.randrange(256) for _ in range(3)]
        middle = luck.randrange(side), luck.randrange(side)
        radius = luck.randrange(side // 100, side // 12)
        image = image.draw_circle(colour, *middle, radius, fill=bool(number % 2))
    return image.copy(interpretation="srgb")


def text(side: int) -> pyvips.Image:
    """Draw a page full of small letters."""
    page = Image.new("RGB", (side, side), "white")
    pen = ImageDraw.Draw(page)
    for line in range(0, side, 14):
        pen.text((4, line), SENTENCE * (side // 330 + 1), fill="black")
    image = pyvips.Image.new_from_memory(page.tobytes(), side, side, 3, "uchar")
    return image.copy(interpretation="srgb")


KINDS: dict[str, Callable[[int], pyvips.Image]] = {
    "photo": photo,
    "gradient": gradient,
    "drawing": drawing,
    "text": text,
    "grain": grain,
}


def _clouds(side: int, *, seed: int, fall: float) -> pyvips.Image:
    """Add up noise of all scales, each finer one `fall` times as strong."""
    scales = [2**power for power in range(3, side.bit_length())]
    layers = (
        pyvips.Image.gaussnoise(scale, scale, mean=0, sigma=50, seed=seed + scale)
        .resize(side / scale, kernel="cubic")
        .crop(0, 0, side, side)
        * fall**number
        for number, scale in enumerate(scales)
    )
    return reduce(lambda below, above: below + above, layers) + 128


def _of_bands(bands: list[pyvips.Image]) -> pyvips.Image:
    image = bands[0].bandjoin(bands[1:])
    return image.cast("uchar").copy(interpretation="srgb")
