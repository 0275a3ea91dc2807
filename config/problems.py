"""How wrong settings are put: a line for each, with its variable's name and never its value."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from pydantic import ValidationError
from pydantic.fields import FieldInfo

PREFIX: Final = "ATELIER_"

_TABLES: Final = frozenset({"models", "relays"})
"""The settings that no variable can hold."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


class ConfigError(Exception):
    """Carry what is wrong with the settings, one line a problem."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def variable(field: str) -> str:
    """Return the environment variable of a field."""
    return PREFIX + field.upper()


def unknown_key(file: str, key: str) -> str:
    """Name a key of a file that is no setting, as `describe` expects it."""
    return f"{file}: {key}"


def in_table(table: str, *steps: str | int) -> str:
    """Name a place inside a table of `atelier.toml`; positions in a list count from 0."""
    place = table
    for step in steps:
        if isinstance(step, int):
            place += f"[{step}]"
        # "[key]" marks that a key itself is wrong; the step before it is that key.
        elif step != "[key]":
            place += "." + (step if _BARE_KEY.fullmatch(step) else f'"{step}"')
    return f"atelier.toml: {place}"


def describe(error: ValidationError, fields: Mapping[str, FieldInfo]) -> list[str]:
    """Write each problem as one line."""
    lines: list[str] = []
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        field, inside = str(problem["loc"][0]), problem["loc"][1:]
        if problem["type"] == "missing" and not inside:
            lines.append(f"{variable(field)}: missing. {_remedy(fields[field])}")
        elif problem["type"] == "extra_forbidden" and not inside:
            lines.append(_unknown(field, fields))
        else:
            is_table = inside and field in _TABLES
            place = in_table(field, *inside) if is_table else variable(field)
            lines.append(f"{place}: {_sentence(problem['type'], problem['msg'])}")
    return lines


def _remedy(field: FieldInfo) -> str:
    examples = "".join(f", for example {example}" for example in field.examples or ())
    return f"Set it to {field.description}{examples}"


def _unknown(name: str, fields: Iterable[str]) -> str:
    file, colon, key = name.rpartition(": ")
    spell = str if colon else variable
    # What is a setting, but not of a file, must not be told to be its own correction.
    near = get_close_matches(key.lower(), set(fields) - {key}, n=1)
    hint = f" Did you mean {spell(near[0])}?" if near else ""
    return f"{file}{colon}{spell(key)}: no such setting.{hint}"


def _sentence(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "no such key"
    if kind == "missing":
        return "missing"
    return message.removeprefix("Value error, ").removeprefix("Input ")
