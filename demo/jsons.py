"""JSON as it is held in Python. Payloads stay plain: their shape is Discord's, or Gemini's."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeGuard

JSON: TypeAlias = dict[str, Any]


def is_object(node: Any) -> TypeGuard[JSON]:
    """Tell whether a JSON value is an object."""
    return isinstance(node, dict)


def is_array(node: Any) -> TypeGuard[list[Any]]:
    """Tell whether a JSON value is an array."""
    return isinstance(node, list)


def _same(value: Any) -> Any:
    return value


def rebuilt(
    node: Any, *, name: Callable[[str], str] = _same, value: Callable[[Any], Any] = _same
) -> Any:
    """Return a tree with each field's name, and each value that holds no others, replaced."""
    if is_object(node):
        return {name(key): rebuilt(each, name=name, value=value) for key, each in node.items()}
    if is_array(node):
        return [rebuilt(each, name=name, value=value) for each in node]
    return value(node)
