"""Write on pictures with the font that Pillow carries, which draws Latin letters only."""

import textwrap
import unicodedata
from functools import cache

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from demo.relay.colours import RGB

NOTICE = "painted by a demo, no AI"

_NO_LETTERS = "(the demo's font has Latin letters only)"
_MAX_LENGTH = 160
_MAX_LINES = 4
_BAND: RGB = (20, 22, 30)
_LETTERS: RGB = (250, 248, 240)


def drawable(text: str) -> str:
    """Return the text as the font can draw it: accents and symbols dropped, cut to a caption.

    A text with letters of another script becomes a remark that it has: half a sentence would say
    something else than the whole.
    """
    kept: list[str] = []
    for letter in unicodedata.normalize("NFKD", " ".join(text.split())):
        if _has_glyph(letter):
            kept.append(letter)
        elif unicodedata.category(letter).startswith("L"):
            return _NO_LETTERS
    return textwrap.shorten("".join(kept), _MAX_LENGTH, placeholder=" …")


def caption(picture: Image.Image, text: str, note: str = NOTICE) -> Image.Image:
    """Return the picture with a text and a small note below it on a dark band at its foot."""
    return _lettered(picture, text, note, at_foot=True)


def headline(picture: Image.Image, text: str) -> Image.Image:
    """Return the picture with a text on a dark band at its top, clear of a caption."""
    return _lettered(picture, text, "", at_foot=False)


def _lettered(picture: Image.Image, text: str, note: str, *, at_foot: bool) -> Image.Image:
    size = max(10, round(min(picture.width, picture.height * 1.6) * 0.03))
    large, small = _font(size), _font(max(8, round(size * 0.62)))
    columns = max(8, int((picture.width - 2 * size) / (size * 0.53)))
    lines = [(line, large) for line in textwrap.wrap(text, columns)[:_MAX_LINES]]
    if note:
        lines.append((note, small))
    heights = [round(font.size * 1.35) for _, font in lines]
    thick = min(picture.height, sum(heights) + round(size * 1.2))
    top = picture.height - thick if at_foot else 0
    written = picture.copy()
    _darken(written, (0, top, picture.width, top + thick), blur=size)
    draw = ImageDraw.Draw(written)
    y = top + round(size * 0.6)
    for (line, font), height in zip(lines, heights, strict=True):
        draw.text((size, y), line, fill=_LETTERS, font=font)
        y += height
    return written


def _darken(picture: Image.Image, box: tuple[int, int, int, int], blur: float) -> None:
    """Frost and darken a part in place, so that letters stand out and older ones disappear."""
    below = picture.crop(box).filter(ImageFilter.GaussianBlur(blur))
    picture.paste(Image.blend(below, Image.new("RGB", below.size, _BAND), 0.62), box)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "this Pillow was built without FreeType"
    return font


@cache
def _has_glyph(letter: str) -> bool:
    if letter == " ":
        return True
    return _drawn(letter) != _drawn("\uffff")


def _drawn(letter: str) -> bytes:
    cell = Image.new("L", (32, 32))
    ImageDraw.Draw(cell).text((4, 4), letter, fill=255, font=_font(16))
    return cell.tobytes()
