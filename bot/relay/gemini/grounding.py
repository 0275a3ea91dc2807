"""What an answer of Gemini stands on, as links.

Google's terms ask that who shows such an answer shows what was searched for with it, each search as
a link to its results, and no results of another one beside them (Gemini API Additional Terms of
Service, Grounding with Google Search). The HTML that comes for that can't be shown everywhere; the
words of the searches can.
"""

from typing import Final
from urllib.parse import quote_plus

from bot.domain.grounding import Grounding, Link
from bot.relay import fields
from bot.relay.fields import JsonObject

MOST_SOURCES: Final = 5
MOST_SEARCHES: Final = 20
LONGEST_WORDS: Final = 200
LONGEST_URL: Final = 512

_RESULTS: Final = "https://www.google.com/search?q="


class Found:
    """Collect the `groundingMetadata` of an answer: a stream has it in pieces, some repeatedly."""

    def __init__(self) -> None:
        self._sources: dict[str, Link] = {}
        self._searches: dict[str, Link] = {}

    @property
    def grounding(self) -> Grounding:
        """Return what was searched for and found, as far as that was said."""
        return Grounding(tuple(self._sources.values()), tuple(self._searches.values()))

    def add(self, metadata: JsonObject) -> None:
        """Take what one candidate of one document says."""
        for chunk in fields.objects(fields.field(metadata, "groundingChunks")):
            page = fields.an_object(chunk.get("web")) or fields.an_object(chunk.get("image"))
            url = fields.a_string(fields.field(page, "sourceUri") or page.get("uri"))
            if _is_address(url) and len(self._sources) < MOST_SOURCES:
                title = _words(fields.a_string(page.get("title")))
                self._sources.setdefault(url, Link(title, url))
        queries = fields.field(metadata, "webSearchQueries")
        for query in queries if isinstance(queries, list) else ():
            words = _words(fields.a_string(query))
            if words and len(self._searches) < MOST_SEARCHES:
                self._searches.setdefault(words, Link(words, results_of(words)))


def results_of(query: str) -> str:
    """Return the address of what Google finds; where it is too long, for the first words."""
    address = _RESULTS + quote_plus(query)
    while len(address) > LONGEST_URL:
        query = query[: len(query) * LONGEST_URL // len(address)].rstrip()
        address = _RESULTS + quote_plus(query)
    return address


def _is_address(url: str) -> bool:
    """Tell whether a link may lead there: of any other scheme, nobody knows what it would do."""
    return url.lower().startswith(("https://", "http://")) and len(url) <= LONGEST_URL


def _words(text: str) -> str:
    """Return one line of what can be seen of a text."""
    begin = text[: 2 * LONGEST_WORDS]
    seen = "".join(letter if letter.isprintable() else " " for letter in begin)
    return " ".join(seen.split())[:LONGEST_WORDS].rstrip()
