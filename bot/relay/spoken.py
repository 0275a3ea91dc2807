"""Base64 among the words of a model: nobody can read it, so it is neither shown nor sent back.

Data URIs are cut out while an answer arrives (`bot.relay.scanner`). This finds the rest: a picture
without any head, one whose address came in pieces, and bytes of any other kind.
"""

import re
from collections.abc import Iterator

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
_PICTURE = re.compile(r"iVBORw0KGgo|/9j/|_9j_|R0lGOD|UklGR")
# A run behind one of these is a piece of an address.
_INSIDE_ADDRESS = frozenset(".%&?=#~@:")
_UNBROKEN = re.compile(rf"(?:{_ALPHABET}|=)+")


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
    """Let through what may be shown of a text that is still coming, in pieces cut anywhere."""

    def __init__(self) -> None:
        self._unbroken = 0

    def shown(self, piece: str) -> str:
        """Return the next piece without what is base64, or will turn out to be."""
        shown, start = "", 0
        for run in _UNBROKEN.finditer(piece):
            before = self._unbroken if not run.start() else 0
            room = max(LONGEST_WHILE_GROWING - before, 0)
            shown += piece[start : run.start()] + run[0][:room]
            start = run.end()
            self._unbroken = before + len(run[0])
        if start < len(piece):
            self._unbroken = 0
        return shown + piece[start:]
