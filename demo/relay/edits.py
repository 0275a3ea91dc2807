"""The edits themselves: each takes a picture and the words that asked for it, and returns another.

The words come as the match of the pattern that found them; groups carry what varies.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from demo.relay.colours import RGB, blend, named_colours
from demo.relay.lettering import drawable, headline
from demo.relay.resampling import resize

Edit: TypeAlias = Callable[[Image.Image, re.Match[str]], Image.Image]

_BLACK: RGB = (0, 0, 0)
_WHITE: RGB = (255, 255, 255)
_AGAINST_THE_CLOCK = re.compile(r"left|counter|anti|左|逆", re.IGNORECASE)
_HALF_TURN = re.compile(r"upside|倒|颠倒|half", re.IGNORECASE)
_VERTICAL = re.compile(r"vertical|upside|垂直|上下", re.IGNORECASE)
_SMALLEST_SIDE = 16


def greyscale(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Take the colours out."""
    return ImageOps.grayscale(picture).convert("RGB")


def sepia(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Give it the brown of an old photograph."""
    grey = ImageOps.autocontrast(ImageOps.grayscale(picture), cutoff=1)
    return ImageOps.colorize(grey, (42, 26, 14), (250, 236, 206), (162, 122, 82))


def tint(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Wash everything in the colour that the words name."""
    colour = named_colours(words[0])[-1]
    grey = ImageOps.grayscale(picture)
    dark, pale = blend(colour, _BLACK, 0.78), blend(colour, _WHITE, 0.82)
    washed = ImageOps.colorize(grey, dark, pale, colour)
    return Image.blend(picture, washed, 0.82)


def invert(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Turn every colour into its opposite."""
    return ImageOps.invert(picture)


def brighter(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Add light."""
    return ImageEnhance.Brightness(picture).enhance(1.4)


def darker(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Take light away."""
    return ImageEnhance.Brightness(picture).enhance(0.6)


def contrast(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Pull light and dark apart."""
    return ImageEnhance.Contrast(picture).enhance(1.6)


def blur(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Make it soft, as much at every size."""
    return picture.filter(ImageFilter.GaussianBlur(max(picture.size) / 120))


def sharpen(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Make its edges crisp."""
    return picture.filter(ImageFilter.UnsharpMask(radius=3, percent=180, threshold=2))


def pixelate(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Build it from squares."""
    share = 64 / max(picture.size)
    few = _scaled(picture, min(1.0, share), Image.Resampling.BOX, least=1)
    return resize(few, picture.size, Image.Resampling.NEAREST)


def posterize(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Leave a few steps of every colour."""
    return ImageOps.posterize(picture, 2)


def rotate(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Turn by the named degrees, else a quarter; clockwise unless the words say otherwise."""
    degrees = int(words["degrees"] or (180 if _HALF_TURN.search(words[0]) else 90)) % 360
    if not _AGAINST_THE_CLOCK.search(words[0]):
        degrees = -degrees % 360
    if degrees % 90 == 0:
        return picture.rotate(degrees, expand=True)
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_WHITE)


def flip(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Mirror left and right, or top and bottom when the words say so."""
    vertical = _VERTICAL.search(words[0])
    return ImageOps.flip(picture) if vertical else ImageOps.mirror(picture)


def crop(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Cut to the named ratio, to a square, or to the middle."""
    if words["wide"]:
        wide, high = max(1, int(words["wide"])), max(1, int(words["high"]))
        return cut_to_ratio(picture, wide / high)
    if re.search(r"square|方", words[0], re.IGNORECASE):
        return cut_to_ratio(picture, 1)
    return _middle(picture, picture.width * 2 // 3, picture.height * 2 // 3)


def frame(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Put a border round it, white when no colour is named."""
    colour = [*named_colours(words[0]), _WHITE][0]
    return ImageOps.expand(picture, max(4, min(picture.size) // 16), colour)


def smaller(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Halve its sides, down to a few pixels and no further."""
    return _scaled(picture, 0.5, Image.Resampling.LANCZOS, least=_SMALLEST_SIDE)


def write(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Write the quoted text at the top of the picture."""
    return write_text(picture, words["text"])


def write_text(picture: Image.Image, text: str) -> Image.Image:
    """Write a text at the top of the picture, or that the font lacks its letters."""
    return headline(picture, drawable(text))


def cut_to_ratio(picture: Image.Image, ratio: float) -> Image.Image:
    """Return the largest middle part of a picture that has the ratio width to height."""
    width = min(picture.width, max(1, round(picture.height * ratio)))
    height = min(picture.height, max(1, round(picture.width / ratio)))
    return _middle(picture, width, height)


def _middle(picture: Image.Image, width: int, height: int) -> Image.Image:
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + max(1, width), top + max(1, height)))


def _scaled(
    picture: Image.Image, share: float, method: Image.Resampling, *, least: int
) -> Image.Image:
    width, height = (max(min(least, side), round(side * share)) for side in picture.size)
    return resize(picture, (width, height), method)
