from enum import StrEnum
from typing import Final

import discord

from bot.domain.errors import Gone
from bot.domain.ledger import Subject
from bot.domain.usage import Period, Share, Used
from bot.interface.messages.buttons import ATL, Button, Menu
from bot.interface.messages.presses import chosen_in
from bot.interface.texts import Texts

_PERIOD: Final = r"(?P<period>\d{1,8})"
_MONEY: Final = r"\d{1,15}"
_COUNT: Final = r"\d{1,10}"

VIEW: Final = rf"{ATL}usage:{_PERIOD}"
NEXT: Final = (
    rf"{ATL}usage-next:{_PERIOD}:(?P<view>[01])"
    rf":(?P<micros>{_MONEY})-(?P<pictures>{_COUNT})-(?P<answers>{_COUNT})-(?P<key>\d{{1,19}})"
)
TABLE: Final = rf"{ATL}usage-table:{_PERIOD}"


class View(StrEnum):
    """Name what a panel shows of a period."""

    DAYS = "days"
    COST = "cost"
    MEMBERS = "members"
    CHANNELS = "channels"
    MODELS = "models"


PAGED: Final = (View.MEMBERS, View.CHANNELS)
"""The views that have pages, by the number that custom ids have for them."""


SUBJECTS: Final = {
    View.MEMBERS: Subject.MEMBER,
    View.CHANNELS: Subject.CHANNEL,
    View.MODELS: Subject.MODEL,
}
"""What the views are by that list who used most."""


def read_period(number: int) -> Period:
    """Return the period of a custom id; raise Gone for none."""
    try:
        return Period.numbered(number)
    except ValueError:
        raise Gone from None


def read_view(interaction: discord.Interaction) -> View:
    """Return the view that was chosen; raise Gone for what no menu has offered."""
    try:
        return View("".join(chosen_in(interaction)))
    except ValueError:
        raise Gone from None


def read_after(micros: int, pictures: int, answers: int, key: int) -> Share:
    """Return the last of the page before, from a custom id."""
    return Share(str(key), Used(pictures, answers, micros))


def view_menu(period: Period, shown: View, texts: Texts, locale: str) -> Menu:
    """Return the menu that chooses what is shown of a period; of a day there are only members."""
    views = [View.DAYS, View.MEMBERS] if period.is_day else [*View]
    options = [
        discord.SelectOption(
            label=texts.get(f"usages-{view}", locale),
            value=view.value,
            default=view is shown,
        )
        for view in views
    ]
    return Menu(custom_id=f"atl:2:usage:{period.number}", options=options)


def next_button(period: Period, view: View, after: Share, texts: Texts, locale: str) -> Button:
    """Return the button that shows who comes after somebody."""
    used = after.used
    place = f"{used.micros}-{used.pictures}-{used.answers}-{after.key}"
    return Button(
        label=texts.get("button-next", locale),
        custom_id=f"atl:2:usage-next:{period.number}:{PAGED.index(view)}:{place}",
    )


def table_button(period: Period, texts: Texts, locale: str) -> Button:
    """Return the button that sends all of a period as a table."""
    return Button(
        label=texts.get("button-usage-table", locale),
        emoji="📄",
        custom_id=f"atl:2:usage-table:{period.number}",
    )
