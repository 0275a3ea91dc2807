"""Data URIs in words that come in pieces: a stream cuts a text anywhere.

The scanner cuts out what is whole within one document. What is left is a data URI whose head came
in pieces, and base64 that goes on in the next document. Nothing of either may stay among the
words, so what may yet be one is held back until the next piece shows.
"""

import re
from collections.abc import Callable, Sequence

from bot.relay import fields
from bot.relay.fields import JsonObject
from bot.relay.large_fields import Cut
from bot.relay.scanner import SHORT_LINE

_HEAD = re.compile(
    r"(?i:data:(?:image/[\w.+-]{1,40}|application/octet-stream)?(?:;[\w.+-]{1,20}=[\w.+-]{0,40}){0,2})"
    r";base64,(?:#(\d{1,9}))?",
    re.ASCII,
)
# The beginning of a head, or of the markdown before one.
_BEGUN = re.compile(
    r"!\Z|(?<![A-Za-z0-9])(?:d|da|dat|data|data:[\w./;=+-]{0,180})\Z", re.IGNORECASE
)
_RUN = re.compile(r"[A-Za-z0-9+/_-]*+=*+")
_PADDING = re.compile(r"=*+")
_GAP = re.compile(r"\s{1,64}")
_LINK_OPENS = re.compile(r"\]\(\s{0,9}\Z")
_LONGEST_OPENING = 11
_LONGEST_BEGINNING = 200


class Pieces:
    """Take the parts of one candidate, document by document, and mark its data URIs in them.

    `cuts` are all of the reply, `open_cut` adds one and returns its number. `#3` in a text stands
    for `cuts[3]`, as the scanner leaves it.
    """

    def __init__(self, cuts: Sequence[Cut], open_cut: Callable[[], int]) -> None:
        self._cuts = cuts
        self._open_cut = open_cut
        self._held = ""
        self._cut: Cut | None = None
        self._in_link = False
        self._said = ""
        self._last: JsonObject = {}

    def take(self, parts: Sequence[JsonObject]) -> None:
        """Take the parts of the next document; the first goes on with what the last one said."""
        goes_on = True
        for part in parts:
            text = fields.a_string(part.get("text"))
            has_picture = bool(fields.field(part, "inlineData"))
            if part.get("thought") is True or not (text or has_picture):
                continue
            if has_picture or not goes_on:
                self.end()
            if text:
                self._take(part, text)
            goes_on = False

    def end(self, *, is_whole: bool = True) -> None:
        """End the text: what was held back is words, but for base64 in a link that is open.

        Where the text is not whole, neither is that.
        """
        if self._cut and self._in_link:
            self._cut.feed(self._held.encode())
            self._cut.broken |= not is_whole
        elif self._held:
            self._last["text"] = fields.a_string(self._last.get("text")) + self._held
        self._held = ""
        self._close()

    def _take(self, part: JsonObject, text: str) -> None:
        held, self._held = self._held, ""
        words = self._words(held + text)
        if len(part) > 1 and self._cut is None and words + self._held == held + text:
            # It is signed, as it is.
            self._last["text"] = fields.a_string(self._last.get("text")) + held
            words, self._held = text, ""
        part["text"] = words
        self._said = (self._said + words)[-_LONGEST_OPENING:]
        self._last = part

    def _words(self, text: str) -> str:
        """Return a text with its data URIs marked, and hold back what may yet be one."""
        words = ""
        while text:
            if self._cut is not None:
                text = self._fill(self._cut, text)
                continue
            head = _HEAD.search(text) if ";base64," in text else None
            if head is None:
                begun = _BEGUN.search(text, max(0, len(text) - _LONGEST_BEGINNING))
                end = begun.start() if begun else len(text)
                self._held = text[end:]
                return words + text[:end]
            before = self._said + words + text[: head.start()]
            self._in_link = bool(_LINK_OPENS.search(before, max(0, len(before) - _LONGEST_OPENING)))
            number = self._open_cut() if head[1] is None else int(head[1])
            words += text[: head.end()] + (f"#{number}" if head[1] is None else "")
            text = text[head.end() :]
            if number < len(self._cuts) and not self._cuts[number].closed:
                self._cut = self._cuts[number]
        return words

    def _fill(self, cut: Cut, text: str) -> str:
        """Fill a cut with the base64 that a text begins with, and return what follows it."""
        run = (_PADDING if cut.padded else _RUN).match(text)
        end = run.end() if run else 0
        cut.feed(text[:end].encode())
        rest = text[end:]
        if not rest:
            return ""
        gap = None if cut.padded else _GAP.match(rest)
        if gap:
            run = _RUN.match(rest, gap.end())
            end = run.end() if run else gap.end()
            line = rest[gap.end() : end]
            is_last = line.endswith("=") or rest.startswith(")", end)
            if len(line) >= SHORT_LINE or (line and is_last):
                return rest[gap.end() :]
            if end == len(rest):
                self._held = rest
                return ""
        self._close()
        return rest

    def _close(self) -> None:
        if self._cut is not None:
            self._cut.close()
        self._cut = None
