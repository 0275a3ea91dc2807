"""What answers look like: a quiet line while it works, then the gallery with its buttons."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import ui

from bot.domain.grounding import Link
from bot.interface.messages.bodies import MessageBody, OutgoingFile, PlainText
from bot.interface.messages.buttons import (
    Button,
    aspect_button,
    edit_button,
    here_button,
    more_button,
    redo_button,
    search_buttons,
    share_button,
    thread_button,
    upscale_button,
    vary_button,
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


@dataclass(frozen=True, slots=True)
class Offers:
    """Tell what can be done with some pictures, beside what can be with all.

    `aspects` and `larger`: by the models that go on from them. `share`: nobody else sees them yet.
    `thread`: one can be opened on them.
    `searches` are what a model searched for to make them: what it found can be looked at.
    """

    aspects: bool = False
    larger: bool = False
    share: bool = False
    thread: bool = False
    searches: tuple[Link, ...] = ()


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
    notes: str,
    heading: str = "",
    offers: Offers,
) -> Layout:
    """Lay out pictures: above what was asked and said, below small notes and buttons."""
    layout = Layout()
    if heading:
        layout.add_item(ui.TextDisplay[Any](heading))
    if said:
        room = TEXT_CHARACTERS - len(heading) - len(notes)
        layout.add_item(ui.TextDisplay[Any](truncate(said, room)))
    if files:
        layout.add_item(media_gallery(files))
    if notes:
        layout.add_item(ui.TextDisplay[Any](notes))
    for row in _rows(_buttons(job_id, len(files), offers, texts, locale)):
        layout.add_item(row)
    if offers.searches:
        add_searches(layout, offers.searches)
    return layout


def add_searches(layout: Layout, searches: Sequence[Link]) -> None:
    """Hang below a layout what was searched for to make what it shows, as links to the results."""
    for row in _rows(search_buttons(searches)):
        layout.add_item(row)


def _buttons(job_id: int, pictures: int, offers: Offers, texts: Texts, locale: str) -> list[Button]:
    redo = redo_button(job_id, texts.get("button-redo", locale))
    if not pictures:
        return [redo]
    buttons = [
        edit_button(job_id, pictures, texts.get("button-edit", locale)),
        here_button(job_id, pictures, texts.get("button-here", locale)),
        redo,
        vary_button(job_id, pictures, texts.get("button-vary", locale)),
    ]
    if offers.aspects:
        buttons.append(aspect_button(job_id, pictures, texts.get("button-aspect", locale)))
    if offers.larger:
        buttons.append(upscale_button(job_id, pictures, texts.get("button-upscale", locale)))
    if offers.share:
        buttons.append(share_button(job_id, texts.get("button-share", locale)))
    if offers.thread:
        buttons.append(thread_button(job_id, texts.get("button-thread", locale)))
    return [*buttons, more_button(job_id, texts.get("button-more", locale))]


def _rows(buttons: Sequence[Button]) -> list[ui.ActionRow[Any]]:
    """Share buttons out to as few rows as hold them, evenly."""
    if not buttons:
        return []
    rows = math.ceil(len(buttons) / IN_A_ROW)
    each = math.ceil(len(buttons) / rows)
    return [
        ui.ActionRow[Any](*buttons[first : first + each]) for first in range(0, len(buttons), each)
    ]


def media_gallery(files: Sequence[OutgoingFile]) -> ui.MediaGallery[Any]:
    """Lay out pictures; the alt text of each is its file's description."""
    items = [
        discord.MediaGalleryItem(
            f"attachment://{file.filename}", description=file.description, spoiler=file.spoiler
        )
        for file in files
    ]
    return ui.MediaGallery[Any](*items)


def with_thumbnail(text: str, thumbnail: OutgoingFile | None) -> ui.Item[Any]:
    """Lay out words beside a small picture, if there is one."""
    if thumbnail is None:
        return ui.TextDisplay[Any](text)
    media = ui.Thumbnail[Any](
        f"attachment://{thumbnail.filename}",
        description=thumbnail.description,
        spoiler=thumbnail.spoiler,
    )
    return ui.Section[Any](text, accessory=media)
