"""Cut long text into messages without breaking a word or a code block."""

import re
from typing import Final

MESSAGE_CHARACTERS: Final = 2_000
"""Discord docs, Resources, Message: the longest `content`."""

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^\n`]*)$")
_LONGEST_FENCE: Final = 80


def split(text: str, limit: int = MESSAGE_CHARACTERS) -> list[str]:
    """Return pages of at most `limit` characters; a code block that is cut is closed and reopened.

    One that the text leaves open is closed as well, so that what is added behind is no code.

    A page ends at a line where it can, else at a space, else anywhere. Nothing of the text is
    lost but the white space at the cuts.
    """
    pages: list[str] = []
    page: list[str] = []
    room = limit
    fence: tuple[str, str] | None = None

    def turn_over(*, ends: bool = False) -> None:
        nonlocal page, room
        if fence is not None:
            page.append(fence[0])
        finished = "\n".join(page).strip("\n")
        if finished.strip():
            pages.append(finished)
        page, room = [], limit
        if fence is not None and not ends:
            write("".join(fence))

    def write(line: str) -> None:
        nonlocal room
        page.append(line)
        room -= len(line) + 1

    for line in text.strip().split("\n"):
        opened = _fence(line, fence)
        closing = len(fence[0]) + 1 if fence is not None else 0
        if len(line) + (len(opened[0]) + 1 if opened else 0) > room - closing and page:
            turn_over()
        fence_room = 2 * (len("".join(fence)) + 1) if fence is not None else 0
        for piece in _pieces(line, limit - fence_room):
            if len(piece) > room - (len(fence[0]) + 1 if fence is not None else 0):
                turn_over()
            write(piece)
        fence = opened
    turn_over(ends=True)
    return pages


def shorten(text: str, limit: int) -> str:
    """Cut text at a word so that it has at most `limit` characters, with an ellipsis if cut."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    word_goes_on = text[limit - 1] != " " and " " in kept[limit // 2 :]
    return (kept.rsplit(" ", 1)[0] if word_goes_on else kept).rstrip() + "…"


def _fence(line: str, fence: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return the code block that is open after this line: its marker and its language."""
    match = _FENCE.match(line)
    if match is None or len(line) > _LONGEST_FENCE:
        return fence
    marker, language = match.groups()
    if fence is None:
        return marker, language
    closes = marker[0] == fence[0][0] and len(marker) >= len(fence[0]) and not language.strip()
    return None if closes else fence


def _pieces(line: str, limit: int) -> list[str]:
    pieces: list[str] = []
    while len(line) > limit:
        cut = line.rfind(" ", limit // 2, limit)
        cut = cut if cut > 0 else limit
        pieces.append(line[:cut])
        line = line[cut:].lstrip(" ")
    return [*pieces, line]
