"""Draw which room of the code imports which: `make map` writes docs/rooms.svg.

A room is a folder of Python, or a module that knows the folders beside it; what each is for stands
in the table of CONTRIBUTING.md. It stands above all that it imports. An arrow is drawn where no
longer way of arrows leads to the same room: who imports something mostly imports what that stands
on as well.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

import grimp

ROOT: Final = Path(__file__).parents[1]
PICTURE: Final = ROOT / "docs" / "rooms.svg"

WIDTH: Final = 1_080
FLOOR: Final = 92
BOX: Final = 58
GAP: Final = 18
MARGIN: Final = 24

STYLE: Final = """
text { font: 13px system-ui, sans-serif; fill: #1f2430 }
.name { font-weight: 600 }
.purpose { font-size: 11px; fill: #5b6270 }
rect.room { fill: #f4f6fb; stroke: #8a94a8 }
rect.paper { fill: #ffffff }
path { fill: none; stroke: #3b5bdb; stroke-width: 1.4; marker-end: url(#tip) }
"""

TIP: Final = (
    '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
    ' orient="auto"><path d="M0 0 8 4 0 8z" style="fill: #3b5bdb; stroke: none"/></marker>'
)


@dataclass(frozen=True, slots=True)
class Room:
    """A box of the picture: what it is, and where it is, in pixels from the top left."""

    name: str
    purpose: str
    left: float
    top: float
    width: float

    @property
    def middle(self) -> float:
        """Return the place of its middle, from the left."""
        return self.left + self.width / 2


@cache
def graph() -> grimp.ImportGraph:
    """Return who imports whom, also for types alone."""
    return grimp.build_graph("bot", "cogs", "config", cache_dir=None)


@cache
def rooms() -> tuple[str, ...]:
    """Return the rooms; all features together are one."""
    folders = [each for folder in ("bot", "config") for each in _folders(folder)]
    modules = [
        module
        for folder in folders
        for module in sorted(graph().find_children(folder))
        if module not in folders and (folder == "bot" or _knows_one_beside(module, folders))
    ]
    return (*(each for each in folders if each != "bot"), *modules, "cogs")


def _folders(package: str) -> Iterator[str]:
    """Yield a package and those in it, where they have modules."""
    folder = ROOT / package.replace(".", "/")
    if any(path.name != "__init__.py" for path in folder.glob("*.py")):
        yield package
    for each in sorted(folder.glob("*/__init__.py")):
        if each.parent.name != "migrations":
            yield from _folders(f"{package}.{each.parent.name}")


def _knows_one_beside(module: str, folders: Iterable[str]) -> bool:
    """Tell whether a module stands on a folder beside it that itself stands on such modules."""
    parent = module.rpartition(".")[0]
    upstream = graph().find_upstream_modules(module)
    return any(
        any(each.startswith(f"{folder}.") for each in upstream)
        for folder in folders
        if folder.startswith(f"{parent}.") and _stands_on(folder, parent)
    )


def _stands_on(folder: str, parent: str) -> bool:
    """Tell whether a folder imports from the one that it lies in."""
    imported = graph().find_upstream_modules(folder, as_package=True)
    return any(each.rpartition(".")[0] == parent for each in imported)


def floors(all_: set[tuple[str, str]]) -> list[list[str]]:
    """Return the rooms, floor by floor, the top one first; a circle shares a floor."""
    below = {room: {other for one, other in all_ if one == room} for room in rooms()}
    reach = {room: _reached(room, all_) for room in below}
    height = dict.fromkeys(below, 0)
    for _ in below:
        for room, others in below.items():
            higher = [height[other] + (room not in reach[other]) for other in others]
            height[room] = max([height[room], *higher])
    return [
        [room for room in below if height[room] == each]
        for each in sorted({*height.values()}, reverse=True)
    ]


def _reached(room: str, all_: set[tuple[str, str]]) -> set[str]:
    """Return all rooms to which arrows lead from one."""
    found: set[str] = set()
    ahead = [room]
    while ahead:
        here = ahead.pop()
        new = {other for one, other in all_ if one == here} - found
        found |= new
        ahead += new
    return found


def purposes() -> dict[str, str]:
    """Return what CONTRIBUTING.md says of each folder."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z_/]+?)/?(?:\.py)?` \| (.+?) \|$", text, re.MULTILINE)
    return {path.replace("/", "."): said for path, said in rows}


def arrows() -> set[tuple[str, str]]:
    """Return which room imports which, also for types alone."""
    # The longest name first: what is in a room within a room is not in the outer one.
    names = sorted(rooms(), key=len, reverse=True)

    def room_of(module: str) -> str | None:
        return next((room for room in names if f"{module}.".startswith(f"{room}.")), None)

    found: set[tuple[str, str]] = set()
    for module in graph().modules:
        for imported in graph().find_modules_directly_imported_by(module):
            one, other = room_of(module), room_of(imported)
            if one and other and one != other:
                found.add((one, other))
    return found


def is_told_by_others(arrow: tuple[str, str], all_: set[tuple[str, str]]) -> bool:
    """Tell whether a longer way leads from one room to the other."""
    start, end = arrow
    others = {(one, other) for one, other in all_ if other != start and (one, other) != arrow}
    return end in _reached(start, others)


def placed(all_: set[tuple[str, str]]) -> dict[str, Room]:
    """Give each room its place: floors from top to bottom, and on each the rooms side by side."""
    said = purposes()
    found: dict[str, Room] = {}
    for number, floor in enumerate(floors(all_)):
        width = min(260.0, (WIDTH - 2 * MARGIN - GAP * (len(floor) - 1)) / len(floor))
        left = (WIDTH - width * len(floor) - GAP * (len(floor) - 1)) / 2
        for room in floor:
            found[room] = Room(room, said.get(room, ""), left, MARGIN + number * FLOOR, width)
            left += width + GAP
    return found


def _lines(text: str, width: float) -> list[str]:
    """Break a text to a width in pixels, over two lines at most."""
    most = int(width / 5.6)
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:1] if len(lines) == 1 else [lines[0], " ".join(lines[1:])[: most - 1]]


def drawn() -> str:
    """Return the picture."""
    all_ = arrows()
    found = placed(all_)
    height = max(room.top for room in found.values()) + BOX + MARGIN
    shown = sorted(arrow for arrow in all_ if not is_told_by_others(arrow, all_))
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}">',
        "<title>Which room of the code imports which</title>",
        f"<style>{STYLE}</style>",
        f"<defs>{TIP}</defs>",
        '<rect class="paper" width="100%" height="100%"/>',
        *(_arrow(found[one], found[other]) for one, other in shown),
        *(line for room in found.values() for line in _box(room)),
        "</svg>",
        "",
    ]
    return "\n".join(svg)


def _arrow(start: Room, end: Room) -> str:
    """Draw an arrow: down between floors, in a bow within one."""
    lean = (end.middle - start.middle) / WIDTH
    x1, x2 = start.middle + lean * start.width / 2, end.middle - lean * end.width / 2
    y1, y2 = start.top + BOX, end.top
    if start.top == end.top:
        y1 = y2 = start.top
        bend = f"C{x1:.0f} {y1 - 34:.0f} {x2:.0f} {y1 - 34:.0f}"
    else:
        half = (y2 - y1) / 2
        bend = f"C{x1:.0f} {y1 + half:.0f} {x2:.0f} {y2 - half:.0f}"
    return f'<path d="M{x1:.0f} {y1:.0f}{bend} {x2:.0f} {y2:.0f}"/>'


def _box(room: Room) -> Iterator[str]:
    yield (
        f'<rect class="room" x="{room.left:.0f}" y="{room.top:.0f}" width="{room.width:.0f}"'
        f' height="{BOX}" rx="8"/>'
    )
    name = room.name if len(room.name) * 8 < room.width else room.name.rpartition(".")[2]
    rows = [("name", name), *(("purpose", line) for line in _lines(room.purpose, room.width))]
    for number, (kind, line) in enumerate(rows):
        y = room.top + 20 + 16 * number
        yield (
            f'<text class="{kind}" x="{room.middle:.0f}" y="{y:.0f}"'
            f' text-anchor="middle">{escape(line)}</text>'
        )


if __name__ == "__main__":
    PICTURE.write_text(drawn(), "utf-8")
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}\n")
