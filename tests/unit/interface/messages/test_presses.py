import re
from typing import Any, cast

import discord
from discord import ui

from bot.interface.messages.buttons import redo_button
from bot.interface.messages.presses import on_press

TEMPLATE = r"atl:page:(?P<conversation>\d+)-(?P<page>\d+)"


class Reporter:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[BaseException] = []

    async def report_interaction(self, error: BaseException, interaction: object) -> None:
        """Take an error."""
        self.told.append(error)


async def pressed(act: Any, reporter: Any) -> None:
    """Press a button of this template, as discord.py does it."""
    made = on_press(TEMPLATE, act, reporter)
    button = ui.Button[Any](label="Older", custom_id="atl:page:7-2")
    match = re.fullmatch(TEMPLATE, "atl:page:7-2")
    interaction = cast("discord.Interaction", object())
    assert match
    await (await made.from_custom_id(interaction, button, match)).callback(interaction)


async def test_what_a_button_is_about_is_read_from_its_id() -> None:
    """Its numbers are handed on in their order."""
    acts: list[tuple[int, ...]] = []

    async def act(_: object, *numbers: int) -> None:
        acts.append(numbers)

    await pressed(act, reporter := Reporter())
    assert acts == [(7, 2)]
    assert not reporter.told


async def test_what_goes_wrong_in_a_press_is_reported() -> None:
    """Of any kind: discord.py would only write it into the log."""
    error = RuntimeError()

    async def act(*_: object) -> None:
        raise error

    await pressed(act, reporter := Reporter())
    assert reporter.told == [error]


def test_discord_py_is_not_to_remember_a_button() -> None:
    """What is looked at is another thing than what is pressed."""
    view = ui.View(timeout=None)
    view.add_item(redo_button(1, "Redo"))
    assert not view.is_dispatchable()
