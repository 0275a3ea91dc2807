"""Quiet lines under an answer: how it was made, and what was not done."""

from collections.abc import Sequence
from typing import Final

from bot.interface.texts import Texts

NOTES_CHARACTERS: Final = 1_500
"""What all of them take at most: any one sentence fits, and beside them most of a message."""

SMALL: Final = "-# "
"""What begins each line that is not the model's own (Discord docs, Markdown: subtext)."""

_MORE_CHARACTERS: Final = 60
"""Room for the line that counts the rest."""


def small(notes: Sequence[str], texts: Texts, locale: str) -> str:
    """Return the notes as small lines, those that there is room for, and how many more there are.

    One that tells of a member's files has a line for each, with a name as long as they like.
    """
    lines: list[str] = []
    room = NOTES_CHARACTERS - _MORE_CHARACTERS
    for note in notes:
        line = SMALL + note
        if len(line) < room:
            lines.append(line)
            room -= len(line) + 1
    if more := len(notes) - len(lines):
        lines.append(SMALL + texts.get("note-more", locale, count=more))
    return "\n".join(lines)
