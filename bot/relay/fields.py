"""Reading JSON that others wrote: both spellings of a name, and nothing taken for granted."""

import re
from typing import TypeAlias, cast

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonObject: TypeAlias = dict[str, JsonValue]

_CAPITAL = re.compile("(?<=[a-z])[A-Z]")
_DIGITS = re.compile(r"\d{1,15}", re.ASCII)
_NAME = re.compile(r"[\w./:@+-]{1,100}", re.ASCII)


def snake_case(name: str) -> str:
    """Spell a camelCase name with underscores, as some relays do."""
    return _CAPITAL.sub(lambda capital: f"_{capital[0].lower()}", name)


def both_spellings(*names: str) -> frozenset[str]:
    """Return the names in camelCase and in snake_case."""
    return frozenset(names) | frozenset(map(snake_case, names))


def field(container: JsonObject, name: str) -> JsonValue:
    """Return what stands under a camelCase name or its snake_case spelling; None for nothing."""
    value = container.get(name)
    return container.get(snake_case(name)) if value is None else value


def an_object(value: object) -> JsonObject:
    """Return the value if it is an object, else an empty one."""
    return cast("JsonObject", value) if isinstance(value, dict) else {}


def objects(value: JsonValue) -> list[JsonObject]:
    """Return the objects in an array, or the one that stands in its place; none for the rest."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def a_string(value: JsonValue) -> str:
    """Return the value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def a_count(value: JsonValue) -> int:
    """Return the value if it is a whole number from 0 up, also in words or as a float; else 0."""
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if type(value) is int and value >= 0 else 0


def a_name(value: JsonValue) -> str:
    """Return the value if it is a name, as of a model or a reason: short, without spaces; else "".

    Only such a string is fit for the log: words may be somebody's prompt.
    """
    name = a_string(value)
    return name if _NAME.fullmatch(name) else ""


def deeper_than(value: object, levels: int) -> bool:
    """Tell whether arrays and objects are nested in more than `levels` levels."""
    layer = [value]
    for _ in range(levels + 1):
        layer = [inner for outer in layer for inner in _inside(outer)]
        if not layer:
            return False
    return True


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        inside = cast("dict[str, object]", value).values()
    elif isinstance(value, list):
        inside = cast("list[object]", value)
    else:
        return []
    return [inner for inner in inside if isinstance(inner, dict | list)]
