"""Who said what: where several people talk with a model, it is told by their names."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.job import GenerationRequest

NAME_CHARACTERS: Final = 32
"""Discord docs, Resources, User: the longest name that somebody has in a server."""

NOBODY: Final = "Somebody"
"""What somebody is called whose name was not kept, or holds nothing that can be read."""

_ENDS_A_NAME: Final = str.maketrans("", "", ":\uff1a\ufe55\ufe13\u2236")
"""What stands between a name and its words: colons of every width."""


def names_of(turns: Sequence[Turn], request: GenerationRequest) -> dict[int, str]:
    """Return a name for each who spoke, by their ids; nothing where only one person did.

    Nobody is called as somebody else, however they call themselves. The newest name counts.
    """
    called = {turn.author_id: turn.author_name for turn in turns}
    called[request.author_id] = request.author_name
    names: dict[int, str] = {}
    if len(called) > 1:
        taken = set[str]()
        for member_id, name in called.items():
            names[member_id] = _unlike(taken, _plain(name))
    return names


def said_by(names: Mapping[int, str], author_id: int, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return what somebody said with their name before it, where they have one."""
    said, name = list(parts), names.get(author_id)
    if name is None:
        return tuple(said)
    for position, part in enumerate(said):
        if part.text:
            said[position] = replace(part, text=f"{name}: {part.text}")
            return tuple(said)
    return (*said, Part(text=f"{name}:"))


def _plain(name: str) -> str:
    """Return a name as one short line that doesn't look like somebody's words."""
    # Control, format and private characters: nobody sees them, and some turn the direction.
    seen = "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in name)
    return " ".join(seen.translate(_ENDS_A_NAME).split())[:NAME_CHARACTERS].strip() or NOBODY


def _unlike(taken: set[str], name: str) -> str:
    """Return a name, with a number where another one looks the same."""
    number, other = 1, name
    while (key := unicodedata.normalize("NFKC", other).casefold()) in taken:
        number += 1
        other = f"{name} ({number})"
    taken.add(key)
    return other
