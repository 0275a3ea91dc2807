"""The versions of a page as a picture: a small likeness of each, and lines to what it continues."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from bot.domain.tree_layout import Spot, spots
from bot.pictures.header import Header, pillow, read_header

_TILE: Final = 160
"""Pixels of a tile's sides: as large as thumbnails are."""

_BESIDE: Final = 92
"""Room to the left of each tile, for a line, or for the number of what it continues."""

_BELOW: Final = 36
_DIGITS: Final = 42
"""How high numbers are: on a phone, where four tiles share 350 pixels, still 14."""

_LOCK: Final = 28
_LINE: Final = 5
_HEAD: Final = 14
_ROOM: Final = 8
_HIGH: Final = _DIGITS + _ROOM
"""How high the ground of a number is."""

_QUALITY: Final = 85

_GROUND, _EMPTY, _QUIET = (43, 45, 49), (64, 66, 73), (181, 186, 193)
_WHITE, _BLACK, _PRESENT = (255, 255, 255), (0, 0, 0), (255, 140, 50)


@dataclass(frozen=True, slots=True)
class Tile:
    """Say how one version is drawn.

    `number` is what it is called; empty where only its author sees it, for which a lock is drawn.
    `before` is the index of the tile that it continues, and `source` the number of what it
    continues, drawn or not; both None where it begins anew. `is_words`: there is nothing to see.
    """

    number: str
    before: int | None = None
    source: str | None = None
    thumbnail: Path | None = None
    is_words: bool = False
    is_present: bool = False


def draw_tree(target: Path, tiles: Sequence[Tile]) -> Header:
    """Write a JPEG of some tiles, of which each comes after what it continues."""
    drawing = _Drawing(spots([tile.before for tile in tiles]))
    for tile, spot in zip(tiles, drawing.spots, strict=True):
        drawing.link(tile, spot)
    for tile, spot in zip(tiles, drawing.spots, strict=True):
        drawing.tile(tile, spot)
    drawing.picture.save(target, "JPEG", quality=_QUALITY)
    return read_header(target)


class _Drawing:
    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        columns = 1 + max(spot.column for spot in spots)
        rows = 1 + max(spot.row for spot in spots)
        size = (columns * (_TILE + _BESIDE) + _BELOW, rows * (_TILE + _BELOW) + _BELOW)
        self.picture = pillow().new("RGB", size, _GROUND)
        self._pen = import_module("PIL.ImageDraw").Draw(self.picture)

    def link(self, tile: Tile, spot: Spot) -> None:
        """Draw a line from what a tile continues, or write the number of that beside it."""
        left, top = self._corner(spot)
        middle, start = top + _TILE // 2, left - _BESIDE // 2
        if spot.is_joined and tile.before is not None:
            origin = self._corner(self.spots[tile.before])
            level = origin[1] + _TILE // 2
            bend = [(origin[0] + _TILE, level), (start, level), (start, middle), (left, middle)]
            self._pen.line(bend, fill=_QUIET, width=_LINE, joint="curve")
        elif tile.source is not None:
            room = _BESIDE - _HEAD - 2 * _ROOM
            half = self._width(tile.source, room) // 2 + _ROOM
            at = (left - _HEAD - half, middle)
            self._chip((at[0] - half, middle - _HIGH // 2, left - _HEAD, middle + _HIGH // 2))
            self._write(tile.source, at, _WHITE, room)
        else:
            return
        head = [(left, middle), (left - _HEAD, middle - _HEAD), (left - _HEAD, middle + _HEAD)]
        self._pen.polygon(head, fill=_QUIET)

    def tile(self, tile: Tile, spot: Spot) -> None:
        """Draw a version, with its number in the corner."""
        left, top = self._corner(spot)
        box = (left, top, left + _TILE, top + _TILE)
        self._pen.rectangle(box, fill=_EMPTY)
        if tile.thumbnail is not None:
            with pillow().open(tile.thumbnail) as opened:
                seen = opened.convert("RGBA")
                across, down = (_TILE - seen.width) // 2, (_TILE - seen.height) // 2
                self.picture.paste(seen, (left + across, top + down), seen)
        elif tile.is_words:
            self._words(left, top)
        if tile.is_present:
            around = (left - _LINE, top - _LINE, left + _TILE + _LINE, top + _TILE + _LINE)
            self._pen.rectangle(around, outline=_PRESENT, width=2 * _LINE)
        self._label(tile, left, top + _TILE)

    def _corner(self, spot: Spot) -> tuple[int, int]:
        return (
            _BESIDE + spot.column * (_TILE + _BESIDE),
            _BELOW + spot.row * (_TILE + _BELOW),
        )

    def _words(self, left: int, top: int) -> None:
        """Draw lines as of a letter."""
        for number, share in enumerate((0.7, 0.7, 0.4)):
            level = top + _TILE // 5 + number * _TILE // 6
            across = left + _TILE * 0.15
            self._pen.line([(across, level), (across + share * _TILE, level)], _QUIET, 2 * _LINE)

    def _label(self, tile: Tile, left: int, low: int) -> None:
        """Write a tile's number on a ground of its own; what is present is pointed at, too."""
        ink, ground = (_BLACK, _PRESENT) if tile.is_present else (_WHITE, _BLACK)
        room = _TILE - _DIGITS - 2 * _ROOM
        middle = low - _HIGH // 2
        tip = left + self._width(tile.number, room) + 2 * _ROOM
        end = tip + _DIGITS if tile.is_present else tip
        self._chip((left, low - _HIGH, end, low), ground)
        self._write(tile.number, ((left + tip) // 2, middle), ink, room)
        if tile.is_present:
            base, third = end - _ROOM, _DIGITS // 3
            self._pen.polygon([(tip, middle), (base, middle - third), (base, middle + third)], ink)

    def _chip(self, box: tuple[int, int, int, int], ground: Any = _BLACK) -> None:
        self._pen.rounded_rectangle(box, _ROOM, fill=ground)

    def _write(self, number: str, at: tuple[int, int], ink: Any, room: int) -> None:
        """Write a number around a point, smaller where it does not fit; a lock for none."""
        if not number:
            self._lock(at, ink)
            return
        self._pen.text(at, number, font=self._font(number, room), fill=ink, anchor="mm")

    def _width(self, number: str, room: int) -> int:
        """Return how wide a number is, or the lock in place of one."""
        if not number:
            return _LOCK
        return round(self._pen.textlength(number, font=self._font(number, room)))

    def _font(self, number: str, room: int) -> Any:
        load = import_module("PIL.ImageFont").load_default
        font = load(_DIGITS)
        wide = self._pen.textlength(number, font=font)
        return font if wide <= room else load(_DIGITS * room / wide)

    def _lock(self, at: tuple[int, int], ink: Any) -> None:
        """Draw a lock around a point."""
        across, level = at
        half = _LOCK // 2
        self._pen.rectangle((across - half, level, across + half, level + half), fill=ink)
        bow = (across - half + _LINE, level - half, across + half - _LINE, level + half)
        self._pen.arc(bow, 180, 360, fill=ink, width=_LINE)
