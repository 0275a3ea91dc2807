import re
from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.domain.errors import Gone
from bot.interface.messages.buttons import Button
from bot.interface.messages.presses import chosen_in

_LIST: Final = r"(?P<conversation>\d{1,18})-(?P<page>\d{1,6})"

PAGE: Final = rf"atl:page:{_LIST}"
VERSIONS: Final = rf"atl:versions:{_LIST}"

_CHOICE = re.compile(r"(?P<turn>\d{1,18}):(?P<part>\d{0,4})")


def choice_of(turn_id: int, part: int | None) -> str:
    """Write a version as the value of a choice."""
    return f"{turn_id}:{'' if part is None else part}"


def read_choice(interaction: discord.Interaction) -> tuple[int, int | None]:
    """Read the turn and part that were chosen; raise Gone for what no list has offered."""
    match = _CHOICE.fullmatch("".join(chosen_in(interaction)))
    if match is None:
        raise Gone
    return int(match["turn"]), int(match["part"]) if match["part"] else None


def page_button(conversation_id: int, page: int, label: str) -> Button:
    """Return the button that turns to another page of a list of versions."""
    return Button(label=label, custom_id=f"atl:page:{conversation_id}-{page}")


class VersionMenu(ui.Select[Any]):
    """Look like the menu that chooses the version to go on from, of one page of a list."""

    def __init__(
        self,
        conversation_id: int,
        page: int,
        options: Sequence[discord.SelectOption],
        placeholder: str,
    ) -> None:
        super().__init__(
            custom_id=f"atl:versions:{conversation_id}-{page}",
            placeholder=placeholder,
            options=list(options),
        )

    def is_dispatchable(self) -> bool:
        """Tell discord.py not to remember this, as it need not remember a `Button`."""
        return False
