import re
from typing import Any, Final

import discord
from discord import ui

from bot.interface.messages.buttons import Button
from bot.interface.messages.layouts import IN_A_ROW, line
from bot.interface.texts import Texts

PICK: Final = r"atl:pick:(?P<message>\d{1,19}):(?P<number>\d{1,2})"
"""Says which picture a message meant; its words are still where they were written."""

_PICK = re.compile(PICK)


def picker(message_id: int, count: int, texts: Texts, locale: str) -> discord.ui.LayoutView:
    """Lay out the question which of `count` pictures a message means, with a button for each."""
    layout = line(texts.get("error-which-picture", locale, count=count))
    buttons = [
        Button(label=str(number + 1), custom_id=f"atl:pick:{message_id}:{number}")
        for number in range(count)
    ]
    for first in range(0, count, IN_A_ROW):
        layout.add_item(ui.ActionRow[Any](*buttons[first : first + IN_A_ROW]))
    return layout


def picked(question: discord.Message, words: str) -> tuple[int, int] | None:
    """Return what a button of such a question means whose label is what somebody says instead.

    The message that asked, and the place of the picture; None for any other words or message.
    """
    for row in question.components:
        for button in getattr(row, "children", ()):
            match = _PICK.fullmatch(getattr(button, "custom_id", None) or "")
            if match and getattr(button, "label", None) == words:
                return int(match["message"]), int(match["number"])
    return None
