"""Paint a picture for a prompt: by rule and from its words, with no AI.

The words choose colours and scenery, a hash of the prompt chooses the rest: the same variant of a
prompt in the same size is the same picture to the last byte.
"""

import math
import re
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from demo.relay.colours import RGB, Palette, blend, palette_for
from demo.relay.lettering import caption, drawable
from demo.relay.resampling import remap, resize

_CANVAS_AREA = 4_500_000
_SKETCH_AREA = 40_000
_HORIZON = 0.62
_UNDER_LIGHT = 0.55
"""The share of the glints at sea that are below sun or moon."""
_WHITE: RGB = (255, 255, 255)

_Ground: TypeAlias = Callable[[Image.Image, Palette, Random, float], None]
"""Draws what is below the sky; the last argument is the x of the light, a share of the width."""


def paint(
    prompt: str, size: tuple[int, int], *, sketch: bool = False, variant: int = 0
) -> Image.Image:
    """Return a landscape for the prompt in exactly these pixels, captioned where the font can.

    A sketch of it is coarse, without grain, and costs a twentieth.
    """
    chance = Random(f"{prompt}\n{variant}" if variant else prompt)
    palette = palette_for(prompt, chance)
    # More pixels than asked for of small pictures, fewer of huge ones: shapes come out smooth when
    # they are scaled down, and a 4K picture costs no more to draw than a small one.
    scale = ((_SKETCH_AREA if sketch else _CANVAS_AREA) / (size[0] * size[1])) ** 0.5
    canvas = _sky((max(1, round(size[0] * scale)), max(1, round(size[1] * scale))), palette)
    across = _light(canvas, palette, chance)
    _clouds(canvas, palette, chance)
    _ground(prompt, chance)(canvas, palette, chance, across)
    if sketch:
        return resize(caption(canvas, drawable(prompt)), size, Image.Resampling.NEAREST)
    picture = resize(canvas, size, Image.Resampling.LANCZOS)
    return caption(_grained(picture, chance), drawable(prompt))


def _grained(picture: Image.Image, chance: Random) -> Image.Image:
    """Return the picture with a breath of grain, which hides the steps of the gradients."""
    noise = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    grain = remap(noise, [(value - 128) // 22 + 128 for value in range(256)]).convert("RGB")
    return ImageChops.add(picture, grain, offset=-128)


# The sky


def _sky(size: tuple[int, int], palette: Palette) -> Image.Image:
    ramp = Image.new("L", size, 255)
    ramp.paste(resize(Image.linear_gradient("L"), (size[0], round(size[1] * _HORIZON))), (0, 0))
    return ImageOps.colorize(ramp, palette.top, palette.horizon, palette.middle)


def _light(canvas: Image.Image, palette: Palette, chance: Random) -> float:
    """Draw sun or moon with its glow, and stars at night; return its x as a share of the width."""
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    for _ in range(170 if palette.night else 0):
        x, y = chance.uniform(0, width), chance.uniform(0, _HORIZON) ** 1.2 * height
        size = min(width, height) * chance.uniform(0.0006, 0.0018)
        draw.circle((x, y), size, fill=blend(palette.top, _WHITE, chance.uniform(0.35, 0.95)))
    radius = min(width, height) * chance.uniform(0.05, 0.085)
    across = chance.uniform(0.2, 0.8)
    x, y = width * across, height * chance.uniform(0.18, 0.38)
    reach = round(radius * (5 if palette.night else 8))
    # The gradient is still 180 of 255 dark in the middle of its edges: the glow ends before them.
    fading = [round(max(0, 1 - value / 176) ** 2 * 190) for value in range(256)]
    glow = resize(remap(Image.radial_gradient("L"), fading), (2 * reach, 2 * reach))
    canvas.paste(palette.light, (round(x) - reach, round(y) - reach), glow)
    draw.circle((x, y), radius, fill=blend(palette.light, _WHITE, 0.4))
    return across


def _clouds(canvas: Image.Image, palette: Palette, chance: Random) -> None:
    width, height = max(1, canvas.width // 8), max(1, canvas.height // 8)
    mask = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(mask)
    for _ in range(chance.randint(3, 5)):
        x, y = chance.uniform(0, width), chance.uniform(0.08, 0.5) * height
        for _ in range(10):
            half = chance.uniform(0.03, 0.12) * width
            thick = half * chance.uniform(0.06, 0.14)
            left = x + chance.gauss(0, 0.08) * width
            top = y + chance.gauss(0, 0.012) * height
            draw.ellipse((left - half, top - thick, left + half, top + thick), fill=120)
    soft = resize(mask.filter(ImageFilter.GaussianBlur(height * 0.014)), canvas.size)
    canvas.paste(blend(palette.horizon, _WHITE, 0.1 if palette.night else 0.45), (0, 0), soft)


# The ground: layers from far and pale (a depth of 0) to near and dark (1)


def _mountains(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    for depth in (0, 0.25, 0.5, 0.75, 1):
        base = _HORIZON - 0.1 + 0.4 * depth**1.3
        _ridge(canvas, base, 0.2 - 0.11 * depth, 0.5, _haze(palette, depth), chance)


def _dunes(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    for depth in (0, 0.25, 0.5, 0.75, 1):
        tone = blend(_haze(palette, depth * 0.75), palette.light, 0.22)
        _ridge(canvas, _HORIZON + 0.3 * depth, 0.07, 0.22, tone, chance)


def _sea(canvas: Image.Image, palette: Palette, chance: Random, across: float) -> None:
    width, height = canvas.size
    _ridge(canvas, _HORIZON - 0.01, 0.09, 0.5, _haze(palette, 0.3), chance)
    top = round(height * _HORIZON)
    near, far = blend(palette.top, palette.land, 0.5), blend(palette.middle, palette.horizon, 0.45)
    ramp = resize(Image.linear_gradient("L"), (width, height - top))
    canvas.paste(ImageOps.colorize(ramp, far, near), (0, top))
    draw = ImageDraw.Draw(canvas)
    for _ in range(700):
        nearness = chance.random() ** 1.5
        under_light = chance.random() < _UNDER_LIGHT
        spread = width * (0.02 + 0.1 * nearness)
        x = chance.gauss(across * width, spread) if under_light else chance.uniform(0, width)
        y = top + nearness * (height - top)
        half = width * (0.004 + 0.02 * nearness) * chance.uniform(0.4, 1.4)
        tone = blend(blend(far, near, nearness), palette.light, 0.6 if under_light else 0.16)
        draw.line((x - half, y, x + half, y), tone, max(1, round(height * 0.003 * nearness)))


def _forest(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    width, height = canvas.size
    _ridge(canvas, _HORIZON - 0.04, 0.12, 0.5, _haze(palette, 0.15), chance)
    draw = ImageDraw.Draw(canvas)
    for depth in (0, 1 / 3, 2 / 3, 1):
        tone = _haze(palette, 0.35 + 0.65 * depth)
        foot = height * (_HORIZON + 0.06 + 0.3 * depth)
        draw.rectangle((0, foot, width, height), fill=tone)
        tall = min(width, height) * (0.12 + 0.3 * depth)
        x = -tall * 0.2
        while x < width + tall * 0.2:
            _conifer(draw, x, foot + tall * 0.08, tall * chance.uniform(0.6, 1.15), tone)
            x += tall * chance.uniform(0.16, 0.42)


def _conifer(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float, tone: RGB) -> None:
    for tier in range(5):
        top = foot - tall * (1 - tier * 0.17)
        half, low = tall * (0.07 + 0.045 * tier), top + tall * 0.32
        draw.polygon([(x, top), (x - half, low), (x + half, low)], tone)


def _city(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    for depth in (0, 0.5, 1):
        tone = _haze(palette, 0.25 + 0.75 * depth)
        foot = height * (_HORIZON + 0.08 + 0.3 * depth)
        draw.rectangle((0, foot, width, height), fill=tone)
        unit = min(width, height) * (0.055 + 0.05 * depth)
        x = -unit * chance.random()
        while x < width:
            wide = unit * chance.uniform(0.7, 1.5)
            tall = unit * chance.uniform(1.6, 5.5 - 1.5 * depth)
            house = (x, foot - tall, x + wide, foot)
            draw.rectangle(house, fill=tone)
            if depth > 0:
                _windows(draw, house, unit * 0.16, palette, chance)
            x += wide + unit * chance.uniform(0.02, 0.25)


def _windows(
    draw: ImageDraw.ImageDraw,
    house: tuple[float, float, float, float],
    step: float,
    palette: Palette,
    chance: Random,
) -> None:
    left, top, right, foot = house
    y = top + step
    while y < foot - step:
        x = left + step
        while x < right - step:
            if chance.random() < (0.5 if palette.night else 0.3):
                glass = blend(palette.light, palette.land, chance.uniform(0, 0.45))
                draw.rectangle((x, y, x + step * 0.5, y + step * 0.6), fill=glass)
            x += step
        y += step * 1.25


def _haze(palette: Palette, depth: float) -> RGB:
    return blend(blend(palette.horizon, palette.middle, 0.55), palette.land, 0.2 + 0.8 * depth)


def _ridge(
    canvas: Image.Image, base: float, height: float, fall: float, tone: RGB, chance: Random
) -> None:
    """Fill everything below a line of hills; a smaller `fall` makes the line smoother."""
    waves = [
        (2.0**octave * chance.uniform(0.8, 1.3), fall**octave, chance.uniform(0, math.tau))
        for octave in range(7)
    ]
    line: list[tuple[float, float]] = []
    for x in (step / 220 for step in range(221)):
        swing = sum(high * math.sin(often * math.pi * x + start) for often, high, start in waves)
        line.append((canvas.width * x, canvas.height * (base - height * swing / 2)))
    ImageDraw.Draw(canvas).polygon([*line, canvas.size, (0, canvas.height)], fill=tone)


_GROUNDS: tuple[tuple[str, _Ground], ...] = (
    (r"\b(?:city|town|street|building|tower|skyline)|城|街|楼", _city),
    (r"\b(?:sea|ocean|lake|river|beach|boat|ship|fish|water)|海|湖|河|船|鱼|水", _sea),
    (r"\b(?:forest|tree|wood|fox|bear|deer|owl)|森|林|树|狐|熊|鹿", _forest),
    (r"\b(?:desert|dune|sand|camel)|沙", _dunes),
    (r"\b(?:mountain|hill|peak|valley|snow)|山|谷|雪", _mountains),
)


def _ground(prompt: str, chance: Random) -> _Ground:
    """Return the ground that a prompt asks for by a word, or one by chance."""
    _, by_chance = chance.choice(_GROUNDS)
    asked = (ground for words, ground in _GROUNDS if re.search(words, prompt, re.IGNORECASE))
    return next(asked, by_chance)
