"""Cut long text into messages without breaking a word or a code block."""

import re
from collections.abc import Iterator
from typing import Final

MESSAGE_CHARACTERS: Final = 2_000
"""Discord docs, Resources, Message: the longest `content`."""

LEAST_CHARACTERS: Final = 20
"""The smallest page: it holds the marks of a code block that is cut, and as much of the text."""

_FENCE = re.compile(r"^(?:[ \t>]|[-*+] |\d{1,3}[.)] ){0,20}(`{3,}|~{3,})([^\n`]*)$")
"""Discord takes a mark wherever it stands: models put some into lists and quotes."""

_LONGEST_FENCE: Final = 80
_INDENT: Final = 3
"""How far the mark of a code block may be indented."""


def split(text: str, limit: int = MESSAGE_CHARACTERS) -> list[str]:
    """Return pages of at most `limit` characters; a code block that is cut is closed and reopened.

    One that the text leaves open is closed as well, so that what is added behind is no code.

    A page ends at a line where it can, else at a space, else anywhere. Nothing of the text is
    lost but the white space at the cuts. Raise ValueError for a limit below LEAST_CHARACTERS.
    """
    if limit < LEAST_CHARACTERS:
        message = f"{limit} characters are no page"
        raise ValueError(message)
    book = _Book(limit)
    for line in text.strip().split("\n"):
        opened = _fence(line, book.fence, limit)
        mark = len(opened[0]) + 1 if opened and not book.fence else 0
        if len(line) + mark > book.room and book.has_words:
            book.turn_over()
        for piece in _pieces(line, book.longest):
            if len(piece) > book.room:
                book.turn_over()
            book.write(piece)
        book.fence = opened
    book.turn_over()
    return book.pages


def opening(text: str, limit: int = MESSAGE_CHARACTERS) -> str:
    """Return the first page of a text, of which the rest is not read."""
    return next(iter(split(text.lstrip()[: 2 * limit], limit)), "")


def truncate(text: str, limit: int) -> str:
    """Return the text, or as much of it as `limit` characters hold, and an ellipsis below.

    It ends at a word, and a code block that is cut is closed.
    """
    if len(text) <= limit:
        return text
    room = limit - len("\n…")
    kept = text[: room - _LONGEST_FENCE - 1]
    end = max(kept.rfind(" "), kept.rfind("\n"))
    return f"{opening(kept[:end] if end > limit // 2 else kept, room)}\n…"


def shorten(text: str, limit: int) -> str:
    """Return the text as one line that is cut at a word, with an ellipsis if it is cut.

    It has at most `limit` characters, of which there is one at least.
    """
    # So many words are longer than that: of a long text the rest is not read.
    text = " ".join(text.split(maxsplit=limit))
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    word_goes_on = text[limit - 1] != " " and " " in kept[limit // 2 :]
    return (kept.rsplit(" ", 1)[0] if word_goes_on else kept).rstrip() + "…"


class _Book:
    """The pages that are written; `fence` is the code block that is open on the last one."""

    def __init__(self, limit: int) -> None:
        self.pages: list[str] = []
        self.fence: tuple[str, str] | None = None
        self._limit = limit
        self._lines: list[str] = []
        self._left = limit

    @property
    def has_words(self) -> bool:
        """Tell whether there is more on this page than the mark that opens a code block."""
        return len(self._lines) > (1 if self.fence else 0)

    @property
    def room(self) -> int:
        """Return how long a line may be here, beside the mark that closes its code block."""
        return self._left - (len(self.fence[0]) + 1 if self.fence else 0)

    @property
    def longest(self) -> int:
        """Return how long a line may be on a page of its own."""
        if self.fence is None:
            return self._limit
        return self._limit - 2 * (len("".join(self.fence)) + 1) - _INDENT

    def write(self, line: str) -> None:
        """Add a line, for which there is room."""
        self._lines.append(line)
        self._left -= len(line) + 1

    def turn_over(self) -> None:
        """Keep this page unless it is blank, and go on with an empty one."""
        if self.fence:
            self._lines.append(self.fence[0])
        written = "\n".join(self._lines).strip("\n")
        if written.strip():
            self.pages.append(written)
        self._lines, self._left = [], self._limit
        if self.fence:
            self.write("".join(self.fence))


def _fence(line: str, fence: tuple[str, str] | None, limit: int) -> tuple[str, str] | None:
    """Return the code block that is open after this line: its marker and its language.

    One whose marks would take more than half of a page is text like any other.
    """
    match = _FENCE.match(line) if len(line) <= _LONGEST_FENCE else None
    if match is None:
        return fence
    marker, language = match.groups()
    if fence is None:
        marks = 2 * (len(marker) + len(language) + 1)
        fits = marks <= limit // 2 and len(line) + len(marker) < limit
        return (marker, language) if fits else None
    closes = marker[0] == fence[0][0] and len(marker) >= len(fence[0]) and not language.strip()
    return None if closes else fence


def _pieces(line: str, limit: int) -> Iterator[str]:
    start = 0
    while len(line) - start > limit:
        end = line.rfind(" ", start + limit // 2, start + limit)
        end = end if end > start else start + limit
        yield line[start:end]
        start = end
        while line.startswith(" ", start):
            start += 1
    yield line[start:]
