"""What happens when a button is pressed, a menu is chosen from or a form is sent.

That is also after a restart: what it is about is in its custom id. Which of these there are, the
client is told by each feature; what none of them knows is told to whoever pressed or sent it.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Self, TypeAlias, cast

import discord
from discord import ui

from bot.domain.errors import Gone
from bot.interface.messages.errors import ErrorReporter

LARGEST: Final = 2**63 - 1
"""What a number in a database can be, and an id in Discord."""

Act: TypeAlias = Callable[..., Awaitable[None]]
"""Takes the interaction, then the numbers of the custom id in their order."""

Pressable: TypeAlias = type[ui.DynamicItem[ui.Item[Any]]]
"""What `discord.Client.add_dynamic_items` takes."""

Submit: TypeAlias = Callable[[discord.Interaction, re.Match[str]], Awaitable[None]]
"""Takes the interaction, and what its custom id says."""


@dataclass(frozen=True, slots=True)
class Form:
    """Name the forms of a feature by the template of their custom ids, and who takes them.

    discord.py keeps an open form in memory and drops what is sent after a restart, so the client
    hands it over by the custom id.
    """

    template: re.Pattern[str]
    submitted: Submit


def on_submit(template: str, act: Submit, error_reporter: ErrorReporter) -> Form:
    """Let `act` be called for a form that is sent whose custom id matches."""

    async def submitted(interaction: discord.Interaction, match: re.Match[str]) -> None:
        try:
            _check_numbers(match)
            await act(interaction, match)
        except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
            await error_reporter.report_interaction(error, interaction)

    return Form(re.compile(template), submitted)


def on_press(template: str, act: Act, error_reporter: ErrorReporter) -> Pressable:
    """Let `act` be called for what is pressed whose custom id matches; its groups are numbers.

    discord.py makes an item of a class by itself at each press, and hands it nothing. So a feature
    makes a class at its setup, to which the services are bound that a press needs.
    """

    class Pressed(ui.DynamicItem[ui.Item[Any]], template=template):
        def __init__(self, item: ui.Item[Any], match: re.Match[str]) -> None:
            super().__init__(item)
            self._match = match

        @classmethod
        async def from_custom_id(
            cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
        ) -> Self:
            return cls(item, match)

        async def callback(self, interaction: discord.Interaction) -> None:
            # Of what goes wrong here discord.py would only write into the log.
            try:
                _check_numbers(self._match)
                await act(interaction, *map(int, self._match.groups()))
            except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
                await error_reporter.report_interaction(error, interaction)

    return Pressed


def chosen_in(interaction: discord.Interaction[Any]) -> list[str]:
    """Return what was chosen in a menu; nothing, of what is none."""
    data = cast("dict[str, Any]", interaction.data or {})
    return data.get("values", [])


def _check_numbers(match: re.Match[str]) -> None:
    """Raise Gone where a custom id names what is larger than any number that was given out."""
    if any(group and group.isdecimal() and int(group) > LARGEST for group in match.groups()):
        raise Gone
