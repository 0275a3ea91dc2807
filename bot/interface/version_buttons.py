"""What a list of versions is worked with; where it stands is in its custom ids."""

import re
from collections.abc import Sequence
from typing import Any, Self

import discord
from discord import ui

from bot.domain.errors import Gone
from bot.interface.access import Press
from bot.interface.buttons import Guarded

_CHOICE = re.compile(r"(?P<turn>\d{1,18}):(?P<part>\d{0,4})")


def choice_of(turn_id: int, part: int | None) -> str:
    """Write a version as the value of a choice."""
    return f"{turn_id}:{'' if part is None else part}"


def read_choice(value: str) -> tuple[int, int | None]:
    """Read the turn and part of a choice; raise Gone for what no list has offered."""
    match = _CHOICE.fullmatch(value)
    if match is None:
        raise Gone
    return int(match["turn"]), int(match["part"]) if match["part"] else None


class PageButton(Guarded, template=r"atl:page:(?P<conversation>\d{1,18})-(?P<page>\d{1,6})"):
    """Turn to another page of a list of versions."""

    def __init__(self, conversation_id: int, page: int, *, label: str = "…") -> None:
        custom_id = f"atl:page:{conversation_id}-{page}"
        super().__init__(ui.Button(label=label, custom_id=custom_id))
        self._conversation_id = conversation_id
        self._page = page

    @classmethod
    async def from_custom_id(
        cls, _interaction: Press, _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read the conversation and the page."""
        return cls(int(match["conversation"]), int(match["page"]))

    async def pressed(self, interaction: Press) -> None:
        """Show that page in place of this one."""
        await interaction.client.history_view.turn_page(
            interaction, self._conversation_id, self._page
        )


class VersionMenu(
    ui.DynamicItem[ui.Select[Any]],
    template=r"atl:versions:(?P<conversation>\d{1,18})-(?P<page>\d{1,6})",
):
    """Choose the version to go on from, of one page of a list."""

    def __init__(
        self,
        conversation_id: int,
        page: int,
        *,
        options: Sequence[discord.SelectOption] = (),
        placeholder: str | None = None,
    ) -> None:
        super().__init__(
            ui.Select(
                custom_id=f"atl:versions:{conversation_id}-{page}",
                placeholder=placeholder,
                options=list(options),
            )
        )
        self._conversation_id = conversation_id
        self._page = page

    @classmethod
    async def from_custom_id(
        cls, _interaction: Press, _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read the conversation and the page."""
        return cls(int(match["conversation"]), int(match["page"]))

    async def callback(self, interaction: Press) -> None:
        """Go back to what was chosen, or tell why not: discord.py would only log it."""
        try:
            data: Any = interaction.data
            turn_id, part = read_choice("".join(data["values"]))
            await interaction.client.history_view.choose(
                interaction, self._conversation_id, self._page, turn_id, part
            )
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await interaction.client.error_reporter.report_interaction(error, interaction)


VERSION_ITEMS = (PageButton, VersionMenu)
