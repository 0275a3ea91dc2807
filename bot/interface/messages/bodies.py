"""What a message looks like, before it is one: plain words or a layout, and files."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import discord

from bot.interface.attachments import SPOILER


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file that is to be posted; it is opened anew for each attempt to send it."""

    path: Path
    filename: str
    description: str | None = None

    @property
    def spoiler(self) -> bool:
        """Tell whether it is a spoiler; what shows it has to say so too."""
        return self.filename.startswith(SPOILER)

    def open(self) -> discord.File:
        """Open the file; discord.py reads it in a thread while it sends, and closes it."""
        return discord.File(self.path, filename=self.filename, description=self.description)


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """Words that are to be posted as a file."""

    text: str
    filename: str

    def open(self) -> discord.File:
        """Open the words as a file."""
        return discord.File(io.BytesIO(self.text.encode()), filename=self.filename)


Files: TypeAlias = Sequence[OutgoingFile | OutgoingText]
"""What is posted with a message."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Plain words with buttons below.

    A message that shows them can't become a layout, nor the other way round (Discord docs,
    Components).
    """

    text: str
    buttons: tuple[discord.ui.Item[Any], ...] = ()

    def view(self) -> discord.ui.View | None:
        """Return the buttons as discord.py sends them; they need no memory, so no time-out."""
        if not self.buttons:
            return None
        view = discord.ui.View(timeout=None)
        for button in self.buttons:
            view.add_item(button)
        return view


MessageBody: TypeAlias = PlainText | discord.ui.LayoutView
"""What a message looks like."""


def content_of(body: MessageBody) -> dict[str, Any]:
    """Return what a new message is sent with to look like this."""
    if not isinstance(body, PlainText):
        return {"view": body}
    view = body.view()
    return {"content": body.text, "view": view} if view else {"content": body.text}


def changes_to(body: MessageBody, files: Files) -> dict[str, Any]:
    """Return what a message is edited with to look like this and nothing else; opens the files."""
    attachments = [file.open() for file in files]
    if not isinstance(body, PlainText):
        return {"view": body, "attachments": attachments}
    return {"content": body.text, "view": body.view(), "attachments": attachments}
