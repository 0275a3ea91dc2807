"""The edits: the words that ask for each, in English and Chinese, and what it does to a picture.

The words come as the match of the pattern that found them; groups carry what varies.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from demo.relay.colours import COLOUR, RGB, blend, named_colours
from demo.relay.lettering import drawable, headline
from demo.relay.resampling import resize

_Apply: TypeAlias = Callable[[Image.Image, re.Match[str]], Image.Image]

_BLACK: RGB = (0, 0, 0)
_WHITE: RGB = (255, 255, 255)
_AGAINST_THE_CLOCK = re.compile(r"left|counter|anti|左|逆", re.IGNORECASE)
_HALF_TURN = re.compile(r"upside|倒|颠倒|half", re.IGNORECASE)
_VERTICAL = re.compile(r"vertical|upside|垂直|上下", re.IGNORECASE)
_SHARPENING = ImageFilter.UnsharpMask(radius=3, percent=180, threshold=2)
_SMALLEST_SIDE = 16


def _as_it_is(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Leave it: what is asked for is done to every picture that names a ratio or a size."""
    return picture


def _sepia(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Give it the brown of an old photograph."""
    grey = ImageOps.autocontrast(ImageOps.grayscale(picture), cutoff=1)
    return ImageOps.colorize(grey, (42, 26, 14), (250, 236, 206), (162, 122, 82))


def _tint(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Wash everything in the colour that the words name."""
    colour = named_colours(words[0])[-1]
    grey = ImageOps.grayscale(picture)
    dark, pale = blend(colour, _BLACK, 0.78), blend(colour, _WHITE, 0.82)
    washed = ImageOps.colorize(grey, dark, pale, colour)
    return Image.blend(picture, washed, 0.82)


def _pixelate(picture: Image.Image, _: re.Match[str]) -> Image.Image:
    """Build it from squares."""
    share = 64 / max(picture.size)
    few = _scaled(picture, min(1.0, share), Image.Resampling.BOX, least=1)
    return resize(few, picture.size, Image.Resampling.NEAREST)


def _rotate(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Turn by the named degrees, else a quarter; clockwise unless the words say otherwise."""
    degrees = int(words["degrees"] or (180 if _HALF_TURN.search(words[0]) else 90)) % 360
    if not _AGAINST_THE_CLOCK.search(words[0]):
        degrees = -degrees % 360
    if degrees % 90 == 0:
        return picture.rotate(degrees, expand=True)
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_WHITE)


def _flip(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Mirror left and right, or top and bottom when the words say so."""
    vertical = _VERTICAL.search(words[0])
    return ImageOps.flip(picture) if vertical else ImageOps.mirror(picture)


def _crop(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Cut to the named ratio, to a square, or to the middle."""
    if words["wide"]:
        wide, high = max(1, int(words["wide"])), max(1, int(words["high"]))
        return _cut_to_ratio(picture, wide / high)
    if re.search(r"square|方", words[0], re.IGNORECASE):
        return _cut_to_ratio(picture, 1)
    return _middle(picture, picture.width * 2 // 3, picture.height * 2 // 3)


def _frame(picture: Image.Image, words: re.Match[str]) -> Image.Image:
    """Put a border round it, white when no colour is named."""
    colour = [*named_colours(words[0]), _WHITE][0]
    return ImageOps.expand(picture, max(4, min(picture.size) // 16), colour)


def write_text(picture: Image.Image, text: str) -> Image.Image:
    """Write a text at the top of the picture, or that the font lacks its letters."""
    return headline(picture, drawable(text))


def _cut_to_ratio(picture: Image.Image, ratio: float) -> Image.Image:
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


_STOP = r",.;!?\n。\uff0c\uff1b\uff01\uff1f"
_SOME = rf"[^{_STOP}]{{0,24}}?"
_WORDS = rf"[^\d{_STOP}]{{0,24}}?"
_WAY = (
    r"(?:counter-? ?clockwise|anti-?clockwise|clockwise|left|right|upside[ -]down|half"
    r"|[逆顺]时针|向?[左右]|半圈)"
)
_ROTATE = (
    rf"(?:\brotated?\b|\bspin\b|\bturn(?:ed)?\b(?={_SOME}(?:{_WAY}|\d))"
    r"|(?:向?[左右]|[逆顺]时针)旋?转|旋转|转(?=\D{0,3}\d))"
)
_CROP = r"(?:\bcrop(?:ped)?\b|裁[剪切成]?)"
_WRITE = (
    rf"(?:\bcaption\b|\b(?:add|put|write)\b{_SOME}\b(?:text|words?|title)\b|\bwrite\b"
    r"|写|文字|标题|字幕)"
)

_CAPTION = rf"{_WRITE}{_SOME}[\"“「『](?P<text>[^\"“”「」『』]{{1,200}})[\"”」』]"
_CROPPED = (
    rf"{_CROP}(?:{_SOME}(?:(?P<wide>\d{{1,2}}) ?[:x\uff1a] ?(?P<high>\d{{1,2}})"
    r"|square|middle|cent(?:er|re)|方形?|中间))?"
)
_FLIPPED = (
    rf"(?:\bflip\b|\bmirror(?:ed)?\b|翻转|镜像)"
    rf"(?:{_SOME}(?:horizontal|vertical|upside[ -]down|左右|上下|水平|垂直))?"
    r"|(?:上下|左右|水平|垂直)(?:翻转|镜像)"
)
_ROTATED = (
    rf"{_ROTATE}(?:{_WORDS}{_WAY})?"
    rf"(?:{_WORDS}(?P<degrees>\d{{1,3}}) ?(?:°|deg(?:rees?)?|度)(?:{_SOME}{_WAY})?)?"
    r"|upside[ -]down|倒过来|颠倒"
)
_FRAMED = (
    rf"(?:{COLOUR} ?的? ?)?(?:\bborder\b|\bframed?\b|边框|相框)"
    rf"(?: (?:in|of|is) (?:a )?{COLOUR})?"
)
_TINTED = (
    rf"\b(?:make|turn|paint|tint|dye|colou?r)\b(?: +\w+){{0,3}}? +{COLOUR}|{COLOUR} +tint"
    rf"|(?:变成|变为|染成?|调成|改成|涂成)[^{_STOP}]{{0,6}}?{COLOUR}|{COLOUR}调"
)
_GREY = r"black[ -]*(?:and|&|n)[ -]*white|\bb ?& ?w\b|gr[ae]y ?scale|monochrome|黑白|灰度"


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit: the pattern that finds it, what it does, and its name in both languages."""

    pattern: re.Pattern[str]
    apply: _Apply
    english: str
    chinese: str


# Earlier rows win words that two of them could claim: a quoted text is never obeyed, and the
# "black" of "make it black and white" is no tint.
_TABLE: tuple[tuple[str, _Apply, str, str], ...] = (
    (
        _CAPTION,
        lambda picture, words: write_text(picture, words["text"]),
        'caption "…"',
        "加文字“…”",
    ),
    (
        _GREY,
        lambda picture, _: ImageOps.grayscale(picture).convert("RGB"),
        "black and white",
        "黑白",
    ),
    (r"sepia|\bold photo\w*|复古|老照片|怀旧", _sepia, "sepia", "复古"),
    (_CROPPED, _crop, "crop (square, N:M, the middle)", "裁剪(方形、N:M、中间)"),
    (_FLIPPED, _flip, "flip (horizontal, vertical)", "翻转(左右、上下)"),
    (_ROTATED, _rotate, "rotate (left, right, N degrees)", "旋转(左、右、N度)"),
    (_FRAMED, _frame, "<colour> border", "<颜色>边框"),
    (_TINTED, _tint, "make it <colour>", "变成<颜色>"),
    (
        r"\bblur\w*|soft focus|模糊|虚化",
        lambda picture, _: picture.filter(ImageFilter.GaussianBlur(max(picture.size) / 120)),
        "blur",
        "模糊",
    ),
    (r"\bsharp\w*|锐化|清晰", lambda picture, _: picture.filter(_SHARPENING), "sharpen", "锐化"),
    (
        r"\bbright\w*|\blight(?:er|en)\b|变亮|亮一点|更亮|[调提]亮",
        lambda picture, _: ImageEnhance.Brightness(picture).enhance(1.4),
        "brighter",
        "变亮",
    ),
    (
        r"\bdark(?:er|en)\b|变暗|暗一点|更暗|调暗",
        lambda picture, _: ImageEnhance.Brightness(picture).enhance(0.6),
        "darker",
        "变暗",
    ),
    (
        r"(?:more )?contrast|对比度?",
        lambda picture, _: ImageEnhance.Contrast(picture).enhance(1.6),
        "more contrast",
        "对比度",
    ),
    (
        r"\binvert\w*|negative|反色|反相|负片",
        lambda picture, _: ImageOps.invert(picture),
        "invert",
        "反色",
    ),
    (r"\bpixel\w*|mosaic|像素化?|马赛克", _pixelate, "pixelate", "像素化"),
    (
        r"\bposteri[sz]e\w*|\bposter\b|海报|色调分离",
        lambda picture, _: ImageOps.posterize(picture, 2),
        "posterize",
        "色调分离",
    ),
    (r"(?:new )?\bvariation\b|变体", _as_it_is, "variation", "变体"),
    (r"aspect ratio of \d+:\d+|宽高比", _as_it_is, "aspect ratio of N:M", "宽高比"),
    (r"higher resolution|更高分辨率", _as_it_is, "higher resolution", "更高分辨率"),
    (
        r"\bsmaller\b|\bshrink\b|half (?:the )?size|缩小|小一点",
        lambda picture, _: _scaled(picture, 0.5, Image.Resampling.LANCZOS, least=_SMALLEST_SIDE),
        "smaller",
        "缩小",
    ),
)

EDITS: tuple[Edit, ...] = tuple(
    Edit(re.compile(pattern, re.IGNORECASE), apply, english, chinese)
    for pattern, apply, english, chinese in _TABLE
)


def find_edits(prompt: str) -> list[tuple[Edit, re.Match[str]]]:
    """Return each edit that a prompt asks for, once, in order of mention and without overlaps."""
    found: list[tuple[Edit, re.Match[str]]] = []
    for edit in EDITS:
        free = (
            match
            for match in edit.pattern.finditer(prompt)
            if not any(_overlap(match, other) for _, other in found)
        )
        if (match := next(free, None)) is not None:
            found.append((edit, match))
    return sorted(found, key=lambda pair: pair[1].start())


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
