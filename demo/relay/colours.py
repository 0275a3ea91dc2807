"""Colour words, English and Chinese, the colours that they name, and palettes of them."""

import colorsys
import math
import re
from random import Random
from typing import NamedTuple, TypeAlias

RGB: TypeAlias = tuple[int, int, int]

_WORDS: tuple[tuple[str, str, RGB], ...] = (
    ("red|crimson|scarlet", "红", (204, 51, 51)),
    ("orange|amber", "橙|橘", (235, 130, 45)),
    ("gold|golden", "金", (222, 170, 58)),
    ("yellow", "黄", (242, 201, 76)),
    ("lime", "黄绿", (160, 200, 60)),
    ("green|emerald", "绿", (58, 148, 92)),
    ("teal|turquoise|cyan", "青", (47, 163, 165)),
    ("blue|azure", "蓝", (52, 110, 196)),
    ("navy|indigo", "靛", (48, 58, 128)),
    ("purple|violet|lavender", "紫", (128, 84, 178)),
    ("magenta", "品红", (196, 62, 142)),
    ("pink|rose", "粉红|粉", (236, 138, 168)),
    ("brown", "棕|褐", (132, 88, 58)),
    ("silver", "银", (178, 186, 196)),
    ("gr[ae]y", "灰", (128, 132, 138)),
    ("white|snowy", "白", (238, 241, 245)),
    ("black", "黑", (28, 28, 34)),
)

_ENGLISH = "|".join(english for english, _, _ in _WORDS)
# Longer words first, so that one word is not taken for the shorter one that it starts with.
_CHINESE = "|".join(
    sorted("|".join(chinese for _, chinese, _ in _WORDS).split("|"), key=len, reverse=True)
)

COLOUR = rf"(?:(?<![A-Za-z])(?:{_ENGLISH})(?![A-Za-z])|(?:{_CHINESE})色?)"
"""A pattern (to be searched without regard to case) that matches one colour word."""

_COLOUR = re.compile(COLOUR, re.IGNORECASE)
_MEANINGS = tuple(
    (re.compile(rf"(?:{english}|(?:{chinese})色?)", re.IGNORECASE), colour)
    for english, chinese, colour in _WORDS
)


def named_colours(text: str) -> list[RGB]:
    """Return the colours that a text names, in order of mention."""
    return [
        next(colour for meaning, colour in _MEANINGS if meaning.fullmatch(match[0]))
        for match in _COLOUR.finditer(text)
    ]


def names_of(colour: RGB) -> tuple[str, str]:
    """Return the English and the Chinese word for the named colour that is nearest."""
    english, chinese, _ = min(_WORDS, key=lambda word: math.dist(word[2], colour))
    return english.partition("|")[0].replace("gr[ae]y", "grey"), chinese.partition("|")[0]


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """Return a mixture with `share` (0 to 1) of the other colour."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


_NIGHT = re.compile(r"night|moon|star|midnight|dark|夜|月|星|晚", re.IGNORECASE)
_INK: RGB = (16, 20, 34)
_PAPER: RGB = (255, 250, 238)
_NIGHT_TONES = (
    ((6, 9, 24), 0.72),
    ((12, 18, 44), 0.6),
    ((34, 44, 88), 0.5),
    (_PAPER, 0.5),
    ((4, 6, 14), 0.55),
)


class Palette(NamedTuple):
    """The colours of one picture, from the top of the sky to the nearest ground."""

    top: RGB
    middle: RGB
    horizon: RGB
    light: RGB
    land: RGB
    night: bool = False


_UNNAMED = (
    Palette((38, 84, 140), (116, 168, 200), (250, 222, 184), (255, 244, 214), (30, 62, 78)),
    Palette((58, 40, 92), (196, 92, 116), (252, 190, 130), (255, 226, 160), (44, 30, 62)),
    Palette((22, 92, 108), (104, 176, 164), (240, 232, 196), (255, 250, 226), (18, 60, 62)),
    Palette((94, 112, 168), (190, 176, 206), (250, 216, 206), (255, 240, 226), (62, 66, 102)),
    Palette((36, 70, 70), (138, 156, 112), (246, 214, 150), (255, 238, 190), (34, 50, 42)),
)


def palette_for(prompt: str, chance: Random) -> Palette:
    """Return the palette of a prompt; `chance` picks one when no colour is named."""
    unnamed = chance.choice(_UNNAMED)
    night = bool(_NIGHT.search(prompt))
    colours = named_colours(prompt)
    palette = _from(colours) if colours else unnamed
    return _darkened(palette) if night else palette


def _from(colours: list[RGB]) -> Palette:
    main = colours[0]
    accent = colours[1] if len(colours) > 1 else None
    return Palette(
        top=blend(_turned(main, -0.03), _INK, 0.42),
        middle=main,
        horizon=blend(_turned(main, 0.04), _PAPER, 0.62),
        light=blend(accent, _PAPER, 0.25) if accent else blend(main, _PAPER, 0.85),
        land=blend(accent or _turned(main, -0.06), _INK, 0.62),
    )


def _darkened(palette: Palette) -> Palette:
    toned = zip(palette[:5], _NIGHT_TONES, strict=True)
    return Palette(*(blend(colour, tone, share) for colour, (tone, share) in toned), night=True)


def _turned(colour: RGB, turn: float) -> RGB:
    """Return the colour with its hue moved by a share of the circle."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = colorsys.hls_to_rgb((hue + turn) % 1, light, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)
