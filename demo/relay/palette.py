"""A palette for a prompt: from the colours that it names, or one of a few that go well together."""

import colorsys
import re
from dataclasses import dataclass
from random import Random

from demo.relay.colours import RGB, blend, named_colours

_NIGHT = re.compile(r"night|moon|star|midnight|dark|夜|月|星|晚", re.IGNORECASE)
_INK: RGB = (16, 20, 34)
_PAPER: RGB = (255, 250, 238)


@dataclass(frozen=True, slots=True)
class Palette:
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
    return Palette(
        top=blend(palette.top, (6, 9, 24), 0.72),
        middle=blend(palette.middle, (12, 18, 44), 0.6),
        horizon=blend(palette.horizon, (34, 44, 88), 0.5),
        light=blend(palette.light, _PAPER, 0.5),
        land=blend(palette.land, (4, 6, 14), 0.55),
        night=True,
    )


def _turned(colour: RGB, turn: float) -> RGB:
    """Return the colour with its hue moved by a share of the circle."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = colorsys.hls_to_rgb((hue + turn) % 1, light, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)
