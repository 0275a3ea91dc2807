"""A picture with numbered boxes over it, for whoever points at a part of it."""

from collections.abc import Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from bot.domain.area import WHOLE, Box
from bot.domain.picture import IntakeLimits
from bot.pictures import engine
from bot.pictures.header import Header, check, pillow, read_header

_SIDE: Final = 1_024
"""Pixels of the longer side: as much as clients show of it."""

_QUALITY: Final = 85
_LINE: Final = 0.003
_LEAST_LINE: Final = 2
_DIGITS: Final = 0.3
"""How high a number is, as a share of the shorter side of the smallest box."""
_LARGEST_DIGITS: Final = 44
_LEAST_DIGITS: Final = 9

_WHITE, _BLACK, _CHOSEN = (255, 255, 255), (0, 0, 0), (255, 92, 0)
_VEIL: Final = 90
"""How much of the colour of what is chosen covers it, of 255."""


def draw_boxes(
    source: Path,
    target: Path,
    intake: IntakeLimits,
    boxes: Sequence[Box],
    chosen: Collection[int],
) -> Header:
    """Write a small JPEG of the picture with boxes numbered from 1; return its header.

    What is chosen has a thick frame, a veil, and its number on a ground of another colour.
    """
    header = read_header(source)
    check(header, intake)
    scale = min(1.0, _SIDE / max(header.width, header.height))
    box = (max(1, round(header.width * scale)), max(1, round(header.height * scale)))
    aside = target.with_name(f"{target.name}.decoded")
    try:
        with engine.decoding(header):
            shrunk = engine.load(source, header, intake, box=box, aside=aside)
            shrunk = engine.without_alpha(shrunk).copy_memory()
    finally:
        aside.unlink(missing_ok=True)
    size = (shrunk.width, shrunk.height)
    picture = pillow().frombytes("RGB", size, shrunk.write_to_memory())
    _Drawing(picture, boxes).draw(chosen)
    picture.save(target, "JPEG", quality=_QUALITY)
    return read_header(target)


class _Drawing:
    def __init__(self, picture: Any, boxes: Sequence[Box]) -> None:
        self._size: tuple[int, int] = picture.size
        self._places = [self._place(box) for box in boxes]
        self._pen = import_module("PIL.ImageDraw").Draw(picture, "RGBA")
        self._line = max(_LEAST_LINE, round(max(picture.size) * _LINE))
        sides = [(right - left, low - top) for left, top, right, low in self._places]
        narrow = min((min(side) for side in sides), default=0)
        digits = max(_LEAST_DIGITS, min(_LARGEST_DIGITS, round(narrow * _DIGITS)))
        self._font = import_module("PIL.ImageFont").load_default(digits)

    def draw(self, chosen: Collection[int]) -> None:
        """Draw all boxes, those that are chosen on top of the others."""
        on_top = [place for number, place in enumerate(self._places) if number in chosen]
        for place in self._places:
            if place not in on_top:
                self._frame(place, _WHITE, self._line)
        for place in on_top:
            self._pen.rectangle(place, fill=(*_CHOSEN, _VEIL))
        for place in on_top:
            self._frame(place, _CHOSEN, 2 * self._line)
        for number, place in enumerate(self._places):
            self._number(number, place, is_chosen=number in chosen)

    def _place(self, box: Box) -> tuple[int, int, int, int]:
        width, height = self._size
        return (
            left := min(box.left * width // WHOLE, width - 2),
            top := min(box.top * height // WHOLE, height - 2),
            max(left + 1, box.right * width // WHOLE - 1),
            max(top + 1, box.bottom * height // WHOLE - 1),
        )

    def _frame(self, place: tuple[int, int, int, int], colour: Any, width: int) -> None:
        """Draw a frame that is seen on any ground: it has a dark line inside."""
        left, top, right, bottom = place
        inner = (left + width, top + width, right - width, bottom - width)
        if inner[0] < inner[2] and inner[1] < inner[3]:
            self._pen.rectangle(inner, outline=(*_BLACK, 160), width=1)
        self._pen.rectangle(place, outline=colour, width=width)

    def _number(self, number: int, place: tuple[int, int, int, int], *, is_chosen: bool) -> None:
        """Write a box's number into its corner, on a ground of its own."""
        left, top, *_ = place
        at = (left + 3 * self._line, top + 2 * self._line)
        said = str(number + 1)
        around = self._pen.textbbox(at, said, font=self._font)
        room = 2 * self._line
        ground = (around[0] - room, around[1] - room, around[2] + room, around[3] + room)
        self._pen.rounded_rectangle(
            ground, radius=room, fill=_CHOSEN if is_chosen else (*_BLACK, 190)
        )
        self._pen.text(at, said, font=self._font, fill=_BLACK if is_chosen else _WHITE)
