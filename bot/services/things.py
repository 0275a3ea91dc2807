"""The things in a picture, by name and place: how a model is asked for them, and what it said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from bot.domain.area import WHOLE, Box

MOST_THINGS: Final = 20
NAME_CHARACTERS: Final = 60

_ASKED: Final = """\
Which things in this picture might somebody want to change? List at most {most} of them, the most \
striking first, and also the ground that they stand before, such as a sky or a wall. Answer with a \
JSON array alone, each of its entries an object with these two fields: "label", what the thing is \
called in the language of the locale {locale}, in two to five words that fit no other thing here, \
such as "the left chair"; and "box_2d", where it is, as [ymin, xmin, ymax, xmax] in thousandths of \
the picture's height and width."""

_READ: Final = 50_000
"""Characters of an answer that are looked at: far more than twenty things take."""

_OBJECT: Final = re.compile(r"\{[^{}]*\}")
_NAMES: Final = ("label", "name", "text", "description")
_BOXES: Final = ("box_2d", "box", "bbox", "bounding_box")
_SMALLEST: Final = 10
"""Thousandths of a side: what is smaller can't be meant, or was meant otherwise."""
_MOST_OF_IT: Final = 980


@dataclass(frozen=True, slots=True)
class Thing:
    """Name something in a picture, and the box that it is in."""

    name: str
    box: Box


def things_asked_for(locale: str) -> str:
    """Return the words that ask for the things in a picture, named in a member's language."""
    return _ASKED.format(most=MOST_THINGS, locale=locale)


def things_in(said: str) -> list[Thing]:
    """Read what a model said, whatever stands around it; what can't be read is left out."""
    found: dict[str, Thing] = {}
    for thing in _read(said[:_READ]):
        found.setdefault(thing.name, thing)
        if len(found) == MOST_THINGS:
            break
    return list(found.values())


def _read(said: str) -> Iterator[Thing]:
    for match in _OBJECT.finditer(said):
        try:
            fields = msgspec.json.decode(match[0], type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError):
            continue
        name = next((fields[key] for key in _NAMES if isinstance(fields.get(key), str)), "")
        name = " ".join(name.split())[:NAME_CHARACTERS]
        box = _box(next((fields[key] for key in _BOXES if key in fields), None))
        if name and box:
            yield Thing(name, box)


def _box(value: object) -> Box | None:
    """Return a box of [ymin, xmin, ymax, xmax]; None for what is none, or as good as all."""
    try:
        sides = msgspec.convert(value, tuple[float, float, float, float])
    except msgspec.ValidationError:
        return None
    # Some models write shares of 1.
    scale = WHOLE if max(sides) <= 1 else 1
    top, left, low, right = (max(0, min(WHOLE, round(side * scale))) for side in sides)
    left, right = sorted((left, right))
    top, low = sorted((top, low))
    across, down = right - left, low - top
    if min(across, down) < _SMALLEST or min(across, down) > _MOST_OF_IT:
        return None
    return Box(left, top, right, low)
