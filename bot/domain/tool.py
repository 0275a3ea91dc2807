"""What a model that talks may have done, beside saying something."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ParameterKind(StrEnum):
    """Name what a parameter takes: words, or yes and no."""

    TEXT = "text"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Say what a tool wants to know; `choices` are all that it takes, where there are any."""

    name: str
    description: str
    kind: ParameterKind = ParameterKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Tool:
    """Offer something to a model: what it does, and what has to be known for that."""

    name: str
    description: str
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolCall:
    """Hold what a model asks for by the name of a tool; nothing of it was checked."""

    name: str
    # JSON, which is a recursive type: msgspec reads parts, and knows none.
    arguments: Mapping[str, object]
