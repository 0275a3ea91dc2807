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
    links: list[Markup] = []
    line = ""
    for source in sources[:MOST_SOURCES]:
        more = [*links, link(source.words or _host(source.url), source.url)]
        longer = SMALL + texts.get("sources", locale, links=Markup(" · ".join(more)))
        if len(notes) + 1 + len(longer) <= NOTES_CHARACTERS:
            links, line = more, longer
    return "\n".join(filter(None, [notes, line]))


def searched(groundings: Sequence[Grounding], room: int, texts: Texts, locale: str) -> list[str]:
    """Return for each a line that links to what was found for its searches; empty for none.

    Where there is no more `room`, it is empty too: the last come first. An answer that was searched
    for is shown with its searches or not at all.
    """
    lines: list[str] = []
    for grounding in reversed(groundings):
        links = Markup(" · ".join(link(each.words, each.url) for each in grounding.searches))
        line = SMALL + texts.get("searches", locale, links=links) if links else ""
        lines.append(line if len(line) < room else "")
        room -= len(lines[-1]) + 1
    return lines[::-1]


def link(label: str, url: str) -> Markup:
    """Return a link that shows these very words; Discord hangs no preview of it below."""
    words = escaped(shorten(label, LABEL_CHARACTERS))
    return Markup(f"[{words}](<{quote(url, safe=_LEFT_AS_IS)}>)")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
