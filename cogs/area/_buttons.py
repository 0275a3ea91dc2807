from collections.abc import Collection, Sequence
from typing import Final

import discord

from bot.interface.messages.buttons import Button, Menu
from bot.interface.messages.presses import chosen_in

_OF: Final = r"(?P<job>\d{1,19}):(?P<which>\d{1,2})"
_SEVERAL: Final = rf"{_OF}:(?P<pictures>\d{{1,2}})"

WHICH: Final = r"atl:here-which:(?P<job>\d{1,19}):(?P<pictures>\d{1,2})"
CELLS: Final = rf"atl:here-cells:{_SEVERAL}"
ASK: Final = rf"atl:here-ask:{_OF}:(?P<cells>\d{{1,8}})"
MASK: Final = rf"atl:here-mask:{_OF}"
NAMES: Final = rf"atl:here-names:{_OF}"
THING: Final = r"atl:here-thing:(?P<job>\d{1,19})"
THINGS_ASK: Final = r"atl:here-things-ask:(?P<job>\d{1,19}):(?P<things>\d{1,8})"
THING_ASK: Final = r"atl:here-thing-ask:(?P<job>\d{1,19}):(?P<number>\d{1,2})"
"""What stands on posts of a time when one thing could be chosen."""


def which_menu(job_id: int, which: int, names: Sequence[str], placeholder: str) -> Menu:
    """Return the menu that chooses which picture of a job is pointed at."""
    options = [
        discord.SelectOption(label=name, value=str(number), default=number == which)
        for number, name in enumerate(names)
    ]
    return Menu(
        custom_id=f"atl:here-which:{job_id}:{len(names)}", placeholder=placeholder, options=options
    )


def cells_menu(
    job_id: int,
    which: int,
    pictures: int,
    places: Sequence[str],
    chosen: Collection[int],
    placeholder: str,
) -> Menu:
    """Return the menu that chooses cells of a grid, several at once, but not all there are."""
    options = [
        discord.SelectOption(
            label=str(cell + 1), description=place, value=str(cell), default=cell in chosen
        )
        for cell, place in enumerate(places)
    ]
    return Menu(
        custom_id=f"atl:here-cells:{job_id}:{which}:{pictures}",
        placeholder=placeholder,
        min_values=0,
        max_values=max(1, len(options) - 1),
        options=options,
    )


def ask_button(job_id: int, which: int, cells: int, label: str) -> Button:
    """Return the button that asks what should change inside the cells that were chosen."""
    return Button(
        label=label,
        emoji="🖌️",
        style=discord.ButtonStyle.primary,
        custom_id=f"atl:here-ask:{job_id}:{which}:{cells}",
    )


def names_button(job_id: int, which: int, label: str) -> Button:
    """Return the button that asks a model what there is to be pointed at."""
    return Button(label=label, emoji="💬", custom_id=f"atl:here-names:{job_id}:{which}")


def things_button(job_id: int, things: int, label: str) -> Button:
    """Return the button that asks what should change about the things that were chosen."""
    return Button(
        label=label,
        emoji="🖌️",
        style=discord.ButtonStyle.primary,
        custom_id=f"atl:here-things-ask:{job_id}:{things}",
    )


def mask_button(job_id: int, which: int, label: str) -> Button:
    """Return the button that asks for a mask, and what should change where it is white."""
    return Button(label=label, emoji="🎭", custom_id=f"atl:here-mask:{job_id}:{which}")


def values_of(interaction: discord.Interaction) -> list[int]:
    """Return the numbers that were chosen in a menu; anybody can send anything."""
    chosen = chosen_in(interaction)
    return [int(value) for value in chosen if value.isdecimal() and len(value) < 3]  # noqa: PLR2004 (there are 25)
