"""Show a tour's pictures side by side, with what was asked for under each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont, ImageOps

TILE: Final = (480, 270)
CAPTION: Final = 40
GAP: Final = 16
COLUMNS: Final = 3
PAPER, INK = "#313338", "#dbdee1"


def save_sheet(path: Path, pictures: Sequence[tuple[Path, str]]) -> None:
    """Write a contact sheet of pictures and their captions."""
    width, height = TILE[0] + GAP, TILE[1] + CAPTION + GAP
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * width + GAP, rows * height + GAP), PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(17)
    for number, (source, caption) in enumerate(pictures):
        x = GAP + number % COLUMNS * width
        y = GAP + number // COLUMNS * height
        with Image.open(source) as picture:
            tile = ImageOps.contain(picture.convert("RGB"), TILE)
        sheet.paste(tile, (x + (TILE[0] - tile.width) // 2, y + (TILE[1] - tile.height) // 2))
        pen.text((x, y + TILE[1] + 10), caption, INK, font)
    sheet.save(path)
