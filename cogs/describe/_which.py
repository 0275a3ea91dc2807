from typing import Any, Final

from discord import ui

from bot.interface.messages.buttons import Button
from bot.interface.messages.layouts import IN_A_ROW, Layout, line
from bot.interface.texts import Texts

WHICH: Final = r"atl:which:(?P<message>\d{1,19}):(?P<number>\d{1,2})"
"""Says which picture of a message is to be described."""


def which(message_id: int, count: int, texts: Texts, locale: str) -> Layout:
    """Lay out the question which of a message's pictures is meant, with a button for each."""
    layout = line(texts.get("describe-which", locale, count=count))
    buttons = [
        Button(label=str(number + 1), custom_id=f"atl:which:{message_id}:{number}")
        for number in range(count)
    ]
    for first in range(0, count, IN_A_ROW):
        layout.add_item(ui.ActionRow[Any](*buttons[first : first + IN_A_ROW]))
    return layout
