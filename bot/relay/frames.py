"""The markup around a picture among words, of which nothing is left to mark."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bot.domain.content import Part
from bot.relay.parts import ReceivedPart

AnyPart = TypeVar("AnyPart", Part, ReceivedPart)

_NAME = r"!?\[[^\n]{0,500}\]\(\s{0,9}<?"
_HEAD = r"(?i:data:[^\s,]{0,100},)?"
_TITLE = r"(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')"
# How each begins, at the end of the words before a picture, and how it ends; the last two where
# one half of it went with the picture.
_FRAMES = [
    (re.compile(begins + r"\Z"), re.compile(ends))
    for begins, ends in (
        (_NAME + _HEAD, rf">?(?:\s{{1,9}}{_TITLE})?\s{{0,9}}\)"),
        (r"(?i:<img\b)[^<>]{0,500}\b(?i:src)\s{0,9}=\s{0,9}[\"']?" + _HEAD, r"[^<>]{0,500}>"),
        (r"```\w{0,12}\n", r"\n?```"),
        (r"`", r"`"),
        (r"\[", r"\]\([^()\s]{1,2000}\)"),
        (r"\{\s{0,9}\"\w{1,40}\"\s{0,9}:\s{0,9}\"", r"\"\s{0,9}\}"),
        (r"", rf"\s{{1,9}}{_TITLE}\s{{0,9}}\)"),
        (_NAME + _HEAD, r""),
    )
]
_DEEPEST = 3
_LONGEST = 2000
"""Characters before a picture that are looked at."""


def without_frames(parts: Sequence[AnyPart]) -> list[AnyPart]:
    """Return the parts without the halves of markdown, HTML and code marks around pictures."""
    left = list(parts)
    for place, part in enumerate(left):
        if part.picture and not part.text:
            before, after = _words(left, place - 1), _words(left, place + 1)
            for _ in range(_DEEPEST):
                before, after = _unframed(before, after)
            _write(left, place - 1, before)
            _write(left, place + 1, after)
    return [part for part in left if not part.is_empty]


def _words(parts: Sequence[AnyPart], place: int) -> str:
    part = parts[place] if 0 <= place < len(parts) else None
    return part.text or "" if part and not part.picture else ""


def _write(parts: list[AnyPart], place: int, words: str) -> None:
    if 0 <= place < len(parts) and words != _words(parts, place):
        # Without any words it says nothing, and a signature would be of nothing.
        parts[place] = replace(parts[place], text=words if words.strip() else "")


def _unframed(before: str, after: str) -> tuple[str, str]:
    near = max(0, len(before) - _LONGEST)
    for begins, ends in _FRAMES:
        begin, end = begins.search(before, near), ends.match(after)
        if begin and end:
            return before[: begin.start()], after[end.end() :]
    return before, after
