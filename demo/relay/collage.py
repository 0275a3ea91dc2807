"""Lay several pictures out on one sheet."""

import math
from collections.abc import Sequence

from PIL import Image, ImageOps

from demo.relay.colours import RGB
from demo.relay.resampling import resize

_LONGEST_ROW = 4
_WIDTH = 1536
_GAP = 16
_PAPER: RGB = (244, 240, 232)


def collage(pictures: Sequence[Image.Image], ratio: float | None = None) -> Image.Image:
    """Return the pictures side by side in rows of equal width, nothing cropped.

    With a ratio of width to height, in as many rows as suit it, and with paper where they don't.
    """
    counts = [-(-len(pictures) // _LONGEST_ROW)]
    if ratio:
        counts = range(1, len(pictures) + 1)
    layouts = [_in_rows(pictures, count) for count in counts]
    rows = min(layouts, key=lambda rows: abs(math.log(_WIDTH / _height(rows) / (ratio or 1))))
    height = _height(rows)
    sheet = Image.new("RGB", (_WIDTH, height), _PAPER)
    y = _GAP
    for row in rows:
        _paste(row, sheet, y)
        y += _row_height(row) + _GAP
    if not ratio:
        return sheet
    size = max(_WIDTH, round(height * ratio)), max(height, round(_WIDTH / ratio))
    return ImageOps.pad(sheet, size, color=_PAPER)


def _in_rows(pictures: Sequence[Image.Image], count: int) -> list[Sequence[Image.Image]]:
    longest = -(-len(pictures) // count)
    return [pictures[start : start + longest] for start in range(0, len(pictures), longest)]


def _height(rows: Sequence[Sequence[Image.Image]]) -> int:
    return sum(_row_height(row) + _GAP for row in rows) + _GAP


def _row_height(row: Sequence[Image.Image]) -> int:
    """Return the height in which all pictures of a row fill the width."""
    room = _WIDTH - _GAP * (len(row) + 1)
    ratios = sum(picture.width / picture.height for picture in row)
    return max(1, min(_WIDTH, round(room / ratios)))


def _paste(row: Sequence[Image.Image], sheet: Image.Image, y: int) -> None:
    height = _row_height(row)
    widths = [max(1, round(height * picture.width / picture.height)) for picture in row]
    x = (_WIDTH - sum(widths) - _GAP * (len(row) - 1)) // 2
    for picture, width in zip(row, widths, strict=True):
        sheet.paste(resize(picture, (width, height), Image.Resampling.LANCZOS), (x, y))
        x += width + _GAP
