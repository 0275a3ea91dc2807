"""Base64 among the words of a model: nobody can read it, so it is neither shown nor sent back.

Data URIs are cut out while an answer arrives (`bot.relay.scanner`, and each wire's reader). This
finds the rest: a picture without any head, and bytes of any other kind.
"""

import re
from collections.abc import Iterator

from bot.relay.scanner import SHORT_LINE

LONGEST = 1000
"""Characters of base64 that are still words: keys and tokens have less, pictures more."""

SHORTEST_PICTURE = 100
"""Characters of base64 that can be a picture, where they begin as one."""

LONGEST_WHILE_GROWING = 60
"""Characters without any space that are shown of a text that is still coming."""

INSTEAD = "…"

_ALPHABET = "[A-Za-z0-9+/_-]"
# Some escape it as in an address.
_LINE = rf"(?=[A-Za-z0-9+/_%-]{{40}})(?:{_ALPHABET}++|%(?:2[BbFf]|3[Dd]))++"
_RUN = re.compile(
    r"(?:!?\[[^\[\]\n]{0,500}\]\(\s{0,9})?(?:data:[^\s,]{0,100},\s{0,9})?"
    rf"(?P<text>{_LINE}(?:\r?\n{_LINE})*(?:\r?\n{_ALPHABET}{{1,39}}(?==|\s*\)))?={{0,2}})"
    r"(?:\s{0,9}\))?"
)
# PNG, JPEG in both alphabets, GIF and WebP.
_BEGINNINGS = ("iVBORw0KGgo", "/9j/", "_9j_", "R0lGOD", "UklGR")
_PICTURE = re.compile("|".join(_BEGINNINGS))
# A run behind one of these is a piece of an address.
_INSIDE_ADDRESS = frozenset(".%&?=#~@:")
_UNBROKEN = re.compile(rf"(?:{_ALPHABET}|=)++")
_GAP = re.compile(r"\s{1,64}")
_LINK = r"!?\[[^\[\]\n]{0,500}\]\(\s{0,9}"
_LINK_CLOSES = re.compile(r"\A\s{0,9}\)")
_EMPTY_LINK = re.compile(rf"{_LINK}\)")
_BEGINS = re.compile(
    rf"(?P<link>{_LINK})?"
    rf"(?:(?i:data:[^\s,]{{0,100}};base64,)|(?=(?:{_PICTURE.pattern}){_ALPHABET}{{{SHORT_LINE}}}))"
)
_STARTS = "|".join(text[:size] for text in _BEGINNINGS for size in range(1, len(text)))
_MAY_BEGIN = re.compile(
    rf"(?:{_LINK}|!?\[[^\[\]\n]{{0,500}}\]?|!)?"
    r"(?:(?<![A-Za-z0-9])(?:d|da|dat|data|data:[^\s,]{0,120})"
    rf"|{_STARTS}|(?:{_PICTURE.pattern}){_ALPHABET}{{0,{SHORT_LINE}}})?\Z"
)

_LONGEST_BEGINNING = 700
_BLOCK = 4096


def split(text: str) -> Iterator[tuple[str, str]]:
    """Yield words, each with the base64 of the picture behind it; empty where there is none.

    Long base64 that is no picture becomes `INSTEAD`.
    """
    start, words = 0, ""
    for run in _RUN.finditer(text):
        is_picture = _PICTURE.match(run["text"]) and len(run["text"]) >= SHORTEST_PICTURE
        is_address = text[max(0, run.start() - 1) : run.start()] in _INSIDE_ADDRESS
        if is_picture:
            yield words + text[start : run.start()], run["text"]
            start, words = run.end(), ""
        elif len(run["text"]) > LONGEST and not is_address:
            words += text[start : run.start()] + INSTEAD
            start = run.end()
    yield words + text[start:], ""


class Growing:
    """Let through what may be shown of a text that is still coming, in pieces cut anywhere.

    What may turn out to be base64, or the markdown around a picture, is held back for the next
    piece; what is base64 is never shown.
    """

    def __init__(self) -> None:
        self._held = ""
        self._unbroken = 0
        self._hides = False
        self._in_link = False

    def shown(self, piece: str) -> str:
        """Return what may be shown now that the next piece is there."""
        # Blocks, for what is found in a text is cut out of it: long ones would take for ever.
        blocks = range(0, len(piece), _BLOCK)
        return "".join(self._shown(piece[start : start + _BLOCK]) for start in blocks)

    def _shown(self, piece: str) -> str:
        text, self._held = _EMPTY_LINK.sub("", self._held + piece), ""
        shown = ""
        while text:
            if self._hides:
                text = self._passed_over(text)
                continue
            room = self._room(text)
            begins = _BEGINS.search(text, 0, room)
            words = text[: begins.start()] if begins else text[:room]
            if begins is None and room < len(text):
                self._hides, self._in_link = True, False
                text = text[room:]
            elif begins:
                self._hides, self._in_link = True, bool(begins["link"])
                text = text[begins.end() :]
            else:
                may_begin = _MAY_BEGIN.search(words, max(0, len(words) - _LONGEST_BEGINNING))
                end = may_begin.start() if may_begin else len(words)
                self._held, words, text = words[end:], words[:end], ""
            shown += words
            self._unbroken = 0 if self._hides else self._end_of(words)
        return shown

    def _room(self, words: str) -> int:
        """Return how much can be shown before a run gets too long for a word."""
        for run in _UNBROKEN.finditer(words):
            before = 0 if run.start() else self._unbroken
            if before + len(run[0]) > LONGEST_WHILE_GROWING:
                return run.start() + max(LONGEST_WHILE_GROWING - before, 0)
        return len(words)

    def _end_of(self, words: str) -> int:
        """Return how many characters without any space the words end with, as far as shown."""
        ends = len(words)
        for run in _UNBROKEN.finditer(words):
            if run.end() == ends:
                return len(run[0]) + (0 if run.start() else self._unbroken)
        return 0 if words else self._unbroken

    def _passed_over(self, text: str) -> str:
        """Return what follows the base64 that a text goes on with; it may be in lines."""
        run = _UNBROKEN.match(text)
        text = text[run.end() :] if run else text
        gap = _GAP.match(text)
        if gap and text:
            run = _UNBROKEN.match(text, gap.end())
            line = run[0] if run else ""
            rest = text[gap.end() + len(line) :]
            if len(line) >= SHORT_LINE or (line and (line[-1] == "=" or rest[:1] == ")")):
                return text[gap.end() :]
            if not rest:
                self._held = text
                return ""
        if text:
            self._hides = False
        return _LINK_CLOSES.sub("", text) if self._in_link else text
