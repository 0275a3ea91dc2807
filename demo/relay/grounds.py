"""What stands below the sky of a painted picture: mountains, sea, dunes, a forest or a city."""

import math
import re
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageOps

from demo.relay.colours import RGB, blend
from demo.relay.palette import Palette
from demo.relay.resampling import resize
from demo.relay.sky import HORIZON

Ground: TypeAlias = Callable[[Image.Image, Palette, Random, float], None]
"""Draws on a canvas in a palette; the last argument is the x of the light, a share of the width."""


_SHARE_UNDER_LIGHT = 0.55
_RIDGE_STEPS = 220


def ground_for(prompt: str, chance: Random) -> Ground:
    """Return the ground that a prompt asks for by a word, or one by chance."""
    _, by_chance = chance.choice(_GROUNDS)
    return next((ground for words, ground in _GROUNDS if words.search(prompt)), by_chance)


def _mountains(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    for layer in range(5):
        depth = layer / 4
        base = HORIZON - 0.1 + 0.4 * depth**1.3
        _ridge(canvas, base, 0.2 - 0.11 * depth, 0.5, _haze(palette, depth), chance)


def _dunes(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    for layer in range(5):
        depth = layer / 4
        tone = blend(_haze(palette, depth * 0.75), palette.light, 0.22)
        _ridge(canvas, HORIZON + 0.3 * depth, 0.07, 0.22, tone, chance)


def _sea(canvas: Image.Image, palette: Palette, chance: Random, across: float) -> None:
    width, height = canvas.size
    _ridge(canvas, HORIZON - 0.01, 0.09, 0.5, _haze(palette, 0.3), chance)
    top = round(height * HORIZON)
    near, far = blend(palette.top, palette.land, 0.5), blend(palette.middle, palette.horizon, 0.45)
    ramp = resize(Image.linear_gradient("L"), (width, height - top))
    canvas.paste(ImageOps.colorize(ramp, far, near), (0, top))
    draw = ImageDraw.Draw(canvas)
    for _ in range(700):
        nearness = chance.random() ** 1.5
        under_light = chance.random() < _SHARE_UNDER_LIGHT
        spread = width * (0.02 + 0.1 * nearness)
        x = chance.gauss(across * width, spread) if under_light else chance.uniform(0, width)
        y = top + nearness * (height - top)
        half = width * (0.004 + 0.02 * nearness) * chance.uniform(0.4, 1.4)
        tone = blend(blend(far, near, nearness), palette.light, 0.6 if under_light else 0.16)
        draw.line((x - half, y, x + half, y), tone, max(1, round(height * 0.003 * nearness)))


def _forest(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    width, height = canvas.size
    _ridge(canvas, HORIZON - 0.04, 0.12, 0.5, _haze(palette, 0.15), chance)
    draw = ImageDraw.Draw(canvas)
    for layer in range(4):
        depth = layer / 3
        tone = _haze(palette, 0.35 + 0.65 * depth)
        foot = height * (HORIZON + 0.06 + 0.3 * depth)
        draw.rectangle((0, foot, width, height), fill=tone)
        tall = min(width, height) * (0.12 + 0.3 * depth)
        x = -tall * 0.2
        while x < width + tall * 0.2:
            _conifer(draw, (x, foot + tall * 0.08), tall * chance.uniform(0.6, 1.15), tone)
            x += tall * chance.uniform(0.16, 0.42)


def _city(canvas: Image.Image, palette: Palette, chance: Random, _: float) -> None:
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    for layer in range(3):
        depth = layer / 2
        tone = _haze(palette, 0.25 + 0.75 * depth)
        foot = height * (HORIZON + 0.08 + 0.3 * depth)
        draw.rectangle((0, foot, width, height), fill=tone)
        unit = min(width, height) * (0.055 + 0.05 * depth)
        x = -unit * chance.random()
        while x < width:
            wide = unit * chance.uniform(0.7, 1.5)
            tall = unit * chance.uniform(1.6, 5.5 - 1.5 * depth)
            draw.rectangle((x, foot - tall, x + wide, foot), fill=tone)
            if depth > 0:
                _windows(draw, (x, foot - tall, x + wide, foot), unit * 0.16, palette, chance)
            x += wide + unit * chance.uniform(0.02, 0.25)


_GROUNDS: tuple[tuple[re.Pattern[str], Ground], ...] = tuple(
    (re.compile(words, re.IGNORECASE), ground)
    for words, ground in (
        (r"\b(?:city|town|street|building|tower|skyline)|城|街|楼", _city),
        (r"\b(?:sea|ocean|lake|river|beach|boat|ship|fish|water)|海|湖|河|船|鱼|水", _sea),
        (r"\b(?:forest|tree|wood|fox|bear|deer|owl)|森|林|树|狐|熊|鹿", _forest),
        (r"\b(?:desert|dune|sand|camel)|沙", _dunes),
        (r"\b(?:mountain|hill|peak|valley|snow)|山|谷|雪", _mountains),
    )
)


def _haze(palette: Palette, depth: float) -> RGB:
    """Return the colour of land at a depth: 0 is far and pale, 1 is near and dark."""
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
    for step in range(_RIDGE_STEPS + 1):
        x = step / _RIDGE_STEPS
        swing = sum(high * math.sin(often * math.pi * x + start) for often, high, start in waves)
        line.append((canvas.width * x, canvas.height * (base - height * swing / 2)))
    ImageDraw.Draw(canvas).polygon([*line, canvas.size, (0, canvas.height)], fill=tone)


def _conifer(draw: ImageDraw.ImageDraw, foot: tuple[float, float], tall: float, tone: RGB) -> None:
    x, y = foot
    for tier in range(5):
        top = y - tall * (1 - tier * 0.17)
        half = tall * (0.07 + 0.045 * tier)
        draw.polygon([(x, top), (x - half, top + tall * 0.32), (x + half, top + tall * 0.32)], tone)


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
