"""Cut long text into messages without breaking a word or a code block."""

import re
from typing import Final

MESSAGE_CHARACTERS: Final = 2_000
"""Discord docs, Resources, Message: the longest `content`."""

LEAST_CHARACTERS: Final = 20
"""The smallest page: it holds the marks of a code block that is cut, and as much of the text."""

_MARK: Final = "```"

_MARKS: Final = re.compile("`{3,}")
"""What begins a code block, and the next ones end it, wherever they stand.

So Discord does, and unlike Markdown elsewhere: more backticks enclose none, and tildes are no
marks.
"""

_CLOSING: Final = len("\n" + _MARK)

_LANGUAGE: Final = re.compile(r"[\w+.#-]{1,20}", re.ASCII)


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
        if book.block and not book.has_room(line) and _MARKS.fullmatch(line.strip()):
            book.write(_MARK)  # for which there always is
            continue
        if book.has_words and not book.has_room(line):
            book.turn_over()
        left = line
        while not book.has_room(left):
            end = _end_of_piece(left, book.room(left))
            book.write(left[:end])
            book.turn_over()
            left = left[end:].lstrip(" ")
        book.write(left)
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
    kept = text[: room - _CLOSING]
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
    """The pages that are written; `block` opens the code block in which the last one is, if any."""

    def __init__(self, limit: int) -> None:
        self.pages: list[str] = []
        self.block = ""
        self._limit = limit
        self._lines: list[str] = []
        self._left = limit

    @property
    def has_words(self) -> bool:
        """Tell whether there is more on this page than the mark that opens a code block."""
        return self._lines not in ([], [self.block])

    def has_room(self, line: str) -> bool:
        """Tell whether a line fits here, and behind it the mark that closes its code block."""
        closing = _CLOSING if len(line) <= self._left and self._block_after(line) else 0
        return len(line) + closing <= self._left

    def room(self, line: str) -> int:
        """Return how much of a line that is cut fits here in any case."""
        return self._left - (_CLOSING if self.block or _MARK in line[: self._limit] else 0)

    def write(self, line: str) -> None:
        """Add a line, for which there is room."""
        self.block = self._block_after(line)
        self._lines.append(line)
        self._left -= len(line) + 1

    def turn_over(self) -> None:
        """Keep this page unless it is blank, and go on with an empty one."""
        if self.block and self._lines[-1] == self.block:
            self._lines.pop()  # it is opened on the next page
        elif self.block:
            self._lines.append(_MARK)
        written = "\n".join(self._lines).strip("\n")
        if written.strip():
            self.pages.append(written)
        self._lines, self._left = [], self._limit
        if self.block:
            self._lines.append(self.block)
            self._left -= len(self.block) + 1

    def _block_after(self, line: str) -> str:
        """Return what opens the code block in which a line ends; empty where it is in none."""
        block = self.block
        for mark in _MARKS.finditer(line):
            block = "" if block else _MARK + self._language(line[mark.end() :].strip())
        return block

    def _language(self, word: str) -> str:
        """Return the language of a code block, unless its marks would take half of each page."""
        fits = 2 * (len(_MARK) + len(word) + 1) <= self._limit // 2
        return word if fits and _LANGUAGE.fullmatch(word) else ""


def _end_of_piece(line: str, room: int) -> int:
    """Return where to cut a line: at a space where it can, and never between backticks."""
    end = line.rfind(" ", room // 2, room)
    if end > 0:
        return end
    end = room
    while end and line[end - 1] == line[end] == "`":
        end -= 1
    return end or room
