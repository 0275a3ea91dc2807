"""Colour words, English and Chinese, and the colours that they name."""

import re
from typing import TypeAlias

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


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """Return a mixture with `share` (0 to 1) of the other colour."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
