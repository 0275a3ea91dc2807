"""The words that ask for an edit, in English and Chinese."""

import re
from dataclasses import dataclass

from demo.relay import edits
from demo.relay.colours import COLOUR


@dataclass(frozen=True, slots=True)
class Order:
    """A way to ask for an edit: what finds it, what it does, and its name in both languages."""

    pattern: re.Pattern[str]
    edit: edits.Edit
    english: str
    chinese: str


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

# Earlier rows win words that two of them could claim: a quoted text is never an order, and the
# "black" of "make it black and white" is no tint.
_TABLE: tuple[tuple[str, edits.Edit, str, str], ...] = (
    (_CAPTION, edits.write, 'caption "…"', "加文字“…”"),
    (_GREY, edits.greyscale, "black and white", "黑白"),
    (r"sepia|\bold photo\w*|复古|老照片|怀旧", edits.sepia, "sepia", "复古"),
    (_CROPPED, edits.crop, "crop (square, N:M, the middle)", "裁剪(方形、N:M、中间)"),
    (_FLIPPED, edits.flip, "flip (horizontal, vertical)", "翻转(左右、上下)"),
    (_ROTATED, edits.rotate, "rotate (left, right, N degrees)", "旋转(左、右、N度)"),
    (_FRAMED, edits.frame, "<colour> border", "<颜色>边框"),
    (_TINTED, edits.tint, "make it <colour>", "变成<颜色>"),
    (r"\bblur\w*|soft focus|模糊|虚化", edits.blur, "blur", "模糊"),
    (r"\bsharp\w*|锐化|清晰", edits.sharpen, "sharpen", "锐化"),
    (
        r"\bbright\w*|\blight(?:er|en)\b|变亮|亮一点|更亮|[调提]亮",
        edits.brighter,
        "brighter",
        "变亮",
    ),
    (r"\bdark(?:er|en)\b|变暗|暗一点|更暗|调暗", edits.darker, "darker", "变暗"),
    (r"(?:more )?contrast|对比度?", edits.contrast, "more contrast", "对比度"),
    (r"\binvert\w*|negative|反色|反相|负片", edits.invert, "invert", "反色"),
    (r"\bpixel\w*|mosaic|像素化?|马赛克", edits.pixelate, "pixelate", "像素化"),
    (r"\bposteri[sz]e\w*|\bposter\b|海报|色调分离", edits.posterize, "posterize", "色调分离"),
    (r"\bsmaller\b|\bshrink\b|half (?:the )?size|缩小|小一点", edits.smaller, "smaller", "缩小"),
)

ORDERS: tuple[Order, ...] = tuple(
    Order(re.compile(pattern, re.IGNORECASE), edit, english, chinese)
    for pattern, edit, english, chinese in _TABLE
)


def find_orders(prompt: str) -> list[tuple[Order, re.Match[str]]]:
    """Return each order that a prompt gives, once, in order of mention and without overlaps."""
    found: list[tuple[Order, re.Match[str]]] = []
    for order in ORDERS:
        free = (
            match
            for match in order.pattern.finditer(prompt)
            if not any(_overlap(match, other) for _, other in found)
        )
        if (match := next(free, None)) is not None:
            found.append((order, match))
    return sorted(found, key=lambda pair: pair[1].start())


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
