"""The sky of a painted picture: gradient, sun or moon, stars and clouds.

Every function takes its chance from the caller, so the same prompt paints the same picture.
"""

from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from demo.relay.colours import RGB, blend
from demo.relay.palette import Palette
from demo.relay.resampling import remap, resize

HORIZON = 0.62
"""Where the horizon lies, as a share of the height."""

_WHITE: RGB = (255, 255, 255)


def sky(size: tuple[int, int], palette: Palette) -> Image.Image:
    """Return a canvas with the gradient of the sky down to the horizon."""
    width, height = size
    ramp = Image.new("L", size, 255)
    fall = resize(Image.linear_gradient("L"), (width, round(height * HORIZON)))
    ramp.paste(fall, (0, 0))
    return ImageOps.colorize(ramp, palette.top, palette.horizon, palette.middle)


def light(canvas: Image.Image, palette: Palette, chance: Random) -> float:
    """Draw sun or moon with its glow, and stars at night; return its x as a share of the width."""
    width, height = canvas.size
    if palette.night:
        _stars(canvas, palette, chance)
    radius = min(width, height) * chance.uniform(0.05, 0.085)
    across = chance.uniform(0.2, 0.8)
    x, y = width * across, height * chance.uniform(0.18, 0.38)
    reach = round(radius * (5 if palette.night else 8))
    # The gradient is still 180 of 255 dark in the middle of its edges: the glow ends before them.
    fading = [round(max(0, 1 - value / 176) ** 2 * 190) for value in range(256)]
    glow = resize(remap(Image.radial_gradient("L"), fading), (2 * reach, 2 * reach))
    canvas.paste(palette.light, (round(x) - reach, round(y) - reach), glow)
    disc = blend(palette.light, _WHITE, 0.4)
    ImageDraw.Draw(canvas).circle((x, y), radius, fill=disc)
    return across


def clouds(canvas: Image.Image, palette: Palette, chance: Random) -> None:
    """Lay a few soft banks of cloud over the sky."""
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
    tone = blend(palette.horizon, _WHITE, 0.1 if palette.night else 0.45)
    canvas.paste(tone, (0, 0), soft)


def _stars(canvas: Image.Image, palette: Palette, chance: Random) -> None:
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    for _ in range(170):
        x, y = chance.uniform(0, width), chance.uniform(0, HORIZON) ** 1.2 * height
        size = min(width, height) * chance.uniform(0.0006, 0.0018)
        tone = blend(palette.top, _WHITE, chance.uniform(0.35, 0.95))
        draw.circle((x, y), size, fill=tone)
