"""What answers look like: a quiet line while it works, then the gallery with its buttons."""

from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.interface.messages.bodies import MessageBody, OutgoingFile, PlainText
from bot.interface.messages.buttons import (
    edit_button,
    here_button,
    more_button,
    redo_button,
)
from bot.interface.text_limits import MESSAGE_CHARACTERS, truncate
from bot.interface.texts import Texts

ADDRESS_CHARACTERS: Final = 40
"""Room for the line that says whom an answer is for: a mention has 22 characters."""

TEXT_CHARACTERS: Final = 4_000 - ADDRESS_CHARACTERS
"""What a layout says at most. Discord takes 4,000 (Discord docs, Components, Text Display)."""

PAGE_CHARACTERS: Final = MESSAGE_CHARACTERS - ADDRESS_CHARACTERS
"""What one message of an answer in words says at most."""

IN_A_ROW: Final = 5
"""Discord docs, Components, Action Row: buttons of a row."""

NOTES_CHARACTERS: Final = 1_500
"""What all of them take at most: any one sentence fits, and beside them most of a message."""

SMALL: Final = "-# "
"""What begins each line that is not the model's own (Discord docs, Markdown: subtext)."""

_MORE_CHARACTERS: Final = 60
"""Room for the line that counts the rest."""


class Layout(ui.LayoutView):
    """Stack components; never times out, because its buttons need no memory."""

    def __init__(self, *children: ui.Item[Any]) -> None:
        super().__init__(timeout=None)
        for child in children:
            self.add_item(child)


def line(text: str) -> Layout:
    """Lay out one sentence."""
    return Layout(ui.TextDisplay[Any](truncate(text, TEXT_CHARACTERS)))


def with_buttons(text: str, *buttons: ui.Item[Any]) -> Layout:
    """Lay out one sentence with buttons under it, where there are any."""
    layout = line(text)
    if buttons:
        layout.add_item(ui.ActionRow[Any](*buttons))
    return layout


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


def addressed(whom: str, body: MessageBody) -> MessageBody:
    """Lay out the same with the line that says whom it is for: quiet lines stay before it."""
    if not isinstance(body, PlainText):
        return Layout(*body.children, ui.TextDisplay[Any](whom))
    is_quiet = body.text.startswith(SMALL)
    return PlainText("\n".join([body.text, whom] if is_quiet else [whom, body.text]), body.buttons)


def gallery(
    job_id: int,
    files: Sequence[OutgoingFile],
    texts: Texts,
    locale: str,
    *,
    said: str,
    quiet: Sequence[str],
    heading: str = "",
) -> Layout:
    """Lay out pictures: above what was asked and said, below quiet lines and buttons."""
    layout = Layout()
    if heading:
        layout.add_item(ui.TextDisplay[Any](heading))
    notes = small(quiet, texts, locale)
    if said:
        room = TEXT_CHARACTERS - len(heading) - len(notes)
        layout.add_item(ui.TextDisplay[Any](truncate(said, room)))
    if files:
        layout.add_item(media_gallery(files))
    if notes:
        layout.add_item(ui.TextDisplay[Any](notes))
    redo = redo_button(job_id, texts.get("button-redo", locale))
    more = more_button(job_id, texts.get("button-more", locale))
    edit = edit_button(job_id, len(files), texts.get("button-edit", locale))
    here = here_button(job_id, len(files), texts.get("button-here", locale))
    buttons = [edit, here, redo, more] if files else [redo]
    layout.add_item(ui.ActionRow[Any](*buttons))
    return layout


def media_gallery(files: Sequence[OutgoingFile]) -> ui.MediaGallery[Any]:
    """Lay out pictures; the alt text of each is its file's description."""
    items = [
        discord.MediaGalleryItem(
            f"attachment://{file.filename}", description=file.description, spoiler=file.spoiler
        )
        for file in files
    ]
    return ui.MediaGallery[Any](*items)
