"""What happens when a button is pressed or a menu is chosen from, also after a restart."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self, TypeAlias

import discord
from discord import ui

from bot.interface.messages.errors import ErrorReporter

Act: TypeAlias = Callable[..., Awaitable[None]]
"""Takes the interaction, then the numbers of the custom id in their order."""

Pressable: TypeAlias = type[ui.DynamicItem[ui.Item[Any]]]
"""What `discord.Client.add_dynamic_items` takes."""


def on_press(template: str, act: Act, error_reporter: ErrorReporter) -> Pressable:
    """Let `act` be called for what is pressed whose custom id matches; its groups are numbers.

    discord.py makes an item of a class by itself at each press, and hands it nothing. So a feature
    makes a class at its setup, to which the services are bound that a press needs.
    """

    class Pressed(ui.DynamicItem[ui.Item[Any]], template=template):
        def __init__(self, item: ui.Item[Any], numbers: list[int]) -> None:
            super().__init__(item)
            self._numbers = numbers

        @classmethod
        async def from_custom_id(
            cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
        ) -> Self:
            return cls(item, [int(number) for number in match.groups()])

        async def callback(self, interaction: discord.Interaction) -> None:
            # Of what goes wrong here discord.py would only write into the log.
            try:
                await act(interaction, *self._numbers)
            except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
                await error_reporter.report_interaction(error, interaction)

    return Pressed
