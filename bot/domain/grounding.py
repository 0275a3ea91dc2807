"""What an answer stands on: what a model searched for on the web, and the pages that it used."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Link:
    """Hold words, which may be none, and the address that they lead to."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """Hold the pages that a model used, and what it searched for: each leads to what is found."""

    sources: tuple[Link, ...] = ()
    searches: tuple[Link, ...] = ()


UNGROUNDED: Final = Grounding()
"""What an answer stands on for which nothing was searched for."""


def joined(groundings: Iterable[Grounding]) -> Grounding:
    """Return what several answers stand on: each page and each search once."""
    sources: dict[str, Link] = {}
    searches: dict[str, Link] = {}
    for grounding in groundings:
        for source in grounding.sources:
            sources.setdefault(source.url, source)
        for search in grounding.searches:
            searches.setdefault(search.url, search)
    return Grounding(tuple(sources.values()), tuple(searches.values()))
