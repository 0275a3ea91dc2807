"""Lay several pictures out on one sheet."""

from PIL import Image

from bot.demo.relay.colours import RGB
from bot.demo.relay.resampling import resize

_LONGEST_ROW = 4
_WIDTH = 1536
_GAP = 16
_PAPER: RGB = (244, 240, 232)


def collage(pictures: list[Image.Image]) -> Image.Image:
    """Return the pictures side by side in rows of equal width, nothing cropped."""
    count = -(-len(pictures) // _LONGEST_ROW)
    longest = -(-len(pictures) // count)
    rows = [_row(pictures[start : start + longest]) for start in range(0, len(pictures), longest)]
    sheet = Image.new("RGB", (_WIDTH, sum(row.height + _GAP for row in rows) + _GAP), _PAPER)
    y = _GAP
    for row in rows:
        sheet.paste(row, (0, y))
        y += row.height + _GAP
    return sheet


def _row(pictures: list[Image.Image]) -> Image.Image:
    """Return one row that fills the width, with all pictures in one height."""
    ratios = [picture.width / picture.height for picture in pictures]
    room = _WIDTH - _GAP * (len(pictures) + 1)
    height = max(1, min(_WIDTH, round(room / sum(ratios))))
    widths = [max(1, round(height * ratio)) for ratio in ratios]
    row = Image.new("RGB", (_WIDTH, height), _PAPER)
    x = (_WIDTH - sum(widths) - _GAP * (len(pictures) - 1)) // 2
    for picture, width in zip(pictures, widths, strict=True):
        row.paste(resize(picture, (width, height), Image.Resampling.LANCZOS), (x, 0))
        x += width + _GAP
    return row
