"""Styles: words, parameters and pictures that are kept under a name, to paint with."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.domain.model import Thinking
from bot.domain.picture import Picture

NAME_CHARACTERS: Final = 50

WORDS_CHARACTERS: Final = 1_000
"""Room for a look. What is to be seen stands in the prompt, which has its own limit."""

MOST_PICTURES: Final = 4
"""As many as `/imagine` takes."""

MOST_OF_MEMBER: Final = 25
MOST_OF_SERVER: Final = 50


@dataclass(frozen=True, slots=True)
class Style:
    """Hold what goes along with a prompt: words, references, and what else can be chosen.

    It is the server's where it has a `guild_id`, else of its author alone. `author_id` is who saved
    it last, whose words and pictures it has. `id` is 0 before it is kept.
    """

    author_id: int
    guild_id: int | None
    name: str
    words: str = ""
    pictures: tuple[Picture, ...] = ()
    aspect: str | None = None
    size: str | None = None
    model: str | None = None
    thinking: Thinking | None = None
    id: int = 0

    @property
    def key(self) -> str:
        """Return what no other style of the same owner has."""
        return key_of(self.name)

    @property
    def says_nothing(self) -> bool:
        """Tell whether a picture would be the same without it."""
        chosen = (self.aspect, self.size, self.model, self.thinking)
        return not (self.words or self.pictures or any(chosen))

    @property
    def most(self) -> int:
        """Return how many its owner may have."""
        return MOST_OF_MEMBER if self.guild_id is None else MOST_OF_SERVER


def key_of(name: str) -> str:
    """Return what names have in common that people take for the same: case, width, spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_seen(name: str) -> bool:
    """Tell whether a name has anything to see: a letter, a number, a mark or a symbol."""
    return any(unicodedata.category(sign)[0] in "LNPS" for sign in name)
