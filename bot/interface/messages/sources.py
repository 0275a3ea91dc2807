"""The pages that an answer stands on, as links."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from bot.domain.grounding import Grounding, Link
from bot.interface.markup import Markup, escaped
from bot.interface.messages.layouts import NOTES_CHARACTERS, SMALL
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts

MOST_SOURCES: Final = 5
LABEL_CHARACTERS: Final = 60

_LEFT_AS_IS: Final = "%/:=&?~#+!$,;'@*[]-._"
"""What an address may have that ends no link (RFC 3986), parentheses and angle brackets aside."""


def with_sources(notes: str, sources: Sequence[Link], texts: Texts, locale: str) -> str:
    """Return quiet lines with one more that links to the first sources, as far as there is room."""
    room = NOTES_CHARACTERS - len(notes) - 1
    links: list[Markup] = []
    line = ""
    for source in sources[:MOST_SOURCES]:
        more = [*links, link(source.words or _host(source.url), source.url)]
        if longer := _line("sources", more, room, texts, locale):
            links, line = more, longer
    return "\n".join(filter(None, [notes, line]))


def searched(groundings: Sequence[Grounding], room: int, texts: Texts, locale: str) -> list[str]:
    """Return for each a line that links to what was found for its searches; empty for none.

    Where there is no more `room`, it is empty too: the last come first. An answer that was searched
    for is shown with its searches or not at all.
    """
    lines: list[str] = []
    for grounding in reversed(groundings):
        links = [link(each.words, each.url) for each in grounding.searches]
        lines.append(_line("searches", links, room - 1, texts, locale) if links else "")
        room -= len(lines[-1]) + 1
    return lines[::-1]


def link(label: str, url: str) -> Markup:
    """Return a link that shows these very words; Discord hangs no preview of it below."""
    words = escaped(shorten(label, LABEL_CHARACTERS))
    return Markup(f"[{words}](<{quote(url, safe=_LEFT_AS_IS)}>)")


def _line(key: str, links: Sequence[Markup], room: int, texts: Texts, locale: str) -> str:
    """Return a quiet line that says these links; empty where there is no room for it."""
    said = Markup(" · ".join(links))
    # What is longer is not tried: a sentence takes no more than 2,500 characters in one place.
    line = SMALL + texts.get(key, locale, links=said) if len(said) < room else ""
    return line if len(line) <= room else ""


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
