"""Refuse commands that Discord would not take; simcord looks at none of their words."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from simcord.backend.errors import BackendError

from demo.discord.file_types import check_file_types
from demo.jsons import JSON

_CHAT_INPUT: Final = 1
_MOST: Final = {_CHAT_INPUT: 100, 2: 15, 3: 15, 4: 1}
"""Discord docs, Application Commands: how many of each kind; menus since 2026-03-03."""

_DEFAULT: Final = "default"
_CHARACTERS: Final = 8_000
"""Discord docs, Slash Commands: names, descriptions and values of one, the longest of each."""

_NAME_CHARACTERS: Final = 32
_DESCRIPTION_CHARACTERS: Final = 100
_MOST_BELOW: Final = 25
"""Discord docs, Application Commands: options of a command, choices of an option."""


def check_commands(commands: list[JSON]) -> None:
    """Raise ``BackendError`` for what Discord would refuse of all that a bot has, or of one."""
    counts = Counter(command.get("type", _CHAT_INPUT) for command in commands)
    for kind, count in counts.items():
        _check(f"{count} commands", holds=count <= _MOST[kind])
    for command in commands:
        _check_command(command)


def _check_command(command: JSON) -> None:
    """Check one command, in whichever language it stands."""
    if command.get("type", _CHAT_INPUT) != _CHAT_INPUT:
        for name in _said(command, "name").values():
            _check(name, holds=len(name) <= _NAME_CHARACTERS)
        return
    _check_words(command)
    size = sum(_sizes(command))
    _check(f"{size} characters", holds=size <= _CHARACTERS)


def _check_words(node: JSON) -> None:
    """Check what a command or an option says, and all that is below it."""
    for name in _said(node, "name").values():
        _check(name, holds=_is_name(name))
    for description in _said(node, "description").values():
        _check(description, holds=len(description) <= _DESCRIPTION_CHARACTERS)
    choices, options = _below(node, "choices"), _below(node, "options")
    for choice in choices:
        for name in _said(choice, "name").values():
            _check(name, holds=len(name) <= _DESCRIPTION_CHARACTERS)
    _check(node["name"], holds=max(len(choices), len(options)) <= _MOST_BELOW)
    needed = [bool(option.get("required")) for option in options]
    _check(node["name"], holds=needed == sorted(needed, reverse=True))
    for option in options:
        check_file_types(option)
        _check_words(option)
        _check_distinct(option, [other for other in options if other is not option])


def _check_distinct(option: JSON, others: list[JSON]) -> None:
    """Check that an option has no name that another has, by default or in the same language."""
    named = [_said(other, "name") for other in others]
    for locale, name in _said(option, "name").items():
        taken = {each.get(language) for each in named for language in (_DEFAULT, locale)}
        _check(name, holds=name not in taken)


def _sizes(node: JSON) -> Iterator[int]:
    for field in ("name", "description"):
        yield max(map(len, _said(node, field).values()), default=0)
    yield len(str(node.get("value", "")))
    for below in [*_below(node, "options"), *_below(node, "choices")]:
        yield from _sizes(below)


def _below(node: JSON, field: str) -> list[JSON]:
    return node.get(field) or []


def _said(node: JSON, field: str) -> dict[str, str]:
    """Return what a field says by default and in each language."""
    default = {_DEFAULT: node[field]} if field in node else {}
    return default | (node.get(f"{field}_localizations") or {})


def _is_name(word: str) -> bool:
    """Tell whether Discord takes this as the name of a slash command or an option."""
    letters = all(sign in "-_'" or unicodedata.category(sign)[0] in "LN" for sign in word)
    return letters and len(word) <= _NAME_CHARACTERS and word == word.lower()


def _check(said: str, *, holds: bool) -> None:
    if not (said and holds):
        raise BackendError(400, 50035, f"Invalid Form Body: {said!r}")
