import re
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.interface.access import Press
from bot.interface.buttons import Guarded
from bot.interface.messages.layouts import IN_A_ROW, Layout, line
from bot.interface.texts import Texts

if TYPE_CHECKING:
    from cogs.conversation._cog import Conversation


_PICK = re.compile(r"atl:pick:(?P<message>\d{1,19}):(?P<number>\d{1,2})")


class PickButton(Guarded, template=_PICK):
    """Say which picture a message meant; its words are still where they were written."""

    def __init__(self, message_id: int, number: int) -> None:
        super().__init__(
            ui.Button(label=str(number + 1), custom_id=f"atl:pick:{message_id}:{number}")
        )
        self._message_id = message_id
        self._number = number

    @classmethod
    async def from_custom_id(
        cls, _interaction: Press, _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read the message that asked, and the place of the picture."""
        return cls(int(match["message"]), int(match["number"]))

    async def pressed(self, interaction: Press) -> None:
        """Go on with what was asked."""
        cog = cast("Conversation", interaction.client.get_cog("Conversation"))
        await cog.pick(interaction, self._message_id, self._number)


def picker(message_id: int, count: int, texts: Texts, locale: str) -> discord.ui.LayoutView:
    """Lay out the question which of `count` pictures a message means, with a button for each."""
    layout: Layout = line(texts.get("error-which-picture", locale, count=count))
    for first in range(0, count, IN_A_ROW):
        numbers = range(first, min(first + IN_A_ROW, count))
        layout.add_item(ui.ActionRow[Any](*(PickButton(message_id, number) for number in numbers)))
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
