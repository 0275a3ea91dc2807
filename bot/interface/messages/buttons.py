"""What the buttons about a job look like, and what their custom ids say.

What a press does is in the package of the feature, which registers it for the custom ids that match
its template (`presses.py` beside this). So a button never dies: what it is about is in its custom
id, and the rest is in the store. Custom ids have a version, so that they can come to mean something
else; those of before there was one mean the same as now.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.domain.grounding import Link
from bot.interface.text_limits import shorten

ATL: Final = r"atl:(?:2:)?"
"""What every custom id about a job begins with."""

_JOB: Final = r"(?P<job>\d{1,19})"
_PICTURES: Final = r"(?P<pictures>\d{1,2})"

EDIT: Final = rf"{ATL}edit:{_JOB}:{_PICTURES}"
HERE: Final = rf"{ATL}here:{_JOB}:{_PICTURES}"
REDO: Final = rf"{ATL}redo:{_JOB}"
VARY: Final = rf"{ATL}vary:{_JOB}:{_PICTURES}"
ASPECT: Final = rf"{ATL}aspect:{_JOB}:{_PICTURES}"
UPSCALE: Final = rf"{ATL}upscale:{_JOB}:{_PICTURES}"
RETRY: Final = rf"{ATL}retry:{_JOB}"
REGENERATE: Final = rf"{ATL}regenerate:{_JOB}"
CANCEL: Final = rf"{ATL}cancel:{_JOB}"
STOP: Final = rf"{ATL}stop:{_JOB}"
SHOW: Final = rf"{ATL}show:{_JOB}"
SHARE: Final = rf"{ATL}share:{_JOB}"
THREAD: Final = rf"{ATL}thread:{_JOB}"
MORE: Final = rf"{ATL}more:{_JOB}"
ORIGINAL: Final = rf"{ATL}original:{_JOB}"
IMAGINE: Final = rf"{ATL}imagine:{_JOB}"
SPOILER: Final = rf"{ATL}spoiler:{_JOB}:(?P<hides>[01])"
PAINT: Final = rf"{ATL}paint:{_JOB}"
WORDS: Final = rf"{ATL}words:{_JOB}"
MINE: Final = rf"{ATL}mine:{_JOB}"
COLLECT: Final = rf"{ATL}collect:{_JOB}"
DELETE: Final = r"atl:delete:(?P<message>\d{1,19})"
REPORT: Final = r"atl:report:(?P<message>\d{1,19})"
EXAMPLE: Final = r"atl:example:(?P<number>\d)"

MOST_SEARCHES: Final = 20
"""Four rows: beside those a message of words has room for one row more, one of pictures for two."""

LABEL_CHARACTERS: Final = 80
"""Discord docs, Components, Button: its label."""

EXAMPLES: Final = ("example-boat", "example-fox", "example-logo")
"""The prompts of the catalogues that `/help` gives as examples, in the order of their buttons."""

_ABOUT = re.compile(rf"{ATL}(?P<verb>[a-z]+):{_JOB}(?::\d{{1,2}})?")
_SHOWS = frozenset({"edit", "redo", "regenerate", "imagine"})


class Button(ui.Button[Any]):
    """Look like a button.

    discord.py remembers a view as long as one of its items can be dispatched, one for each message,
    for ever. Nothing is dispatched to what is only looked at.
    """

    def is_dispatchable(self) -> bool:
        """Tell discord.py not to remember this."""
        return False


class Menu(ui.Select[Any]):
    """Look like a menu, of which discord.py need not remember anything either."""

    def __init__(self, **about: Any) -> None:
        # discord.py says that one is required, and Discord refuses that where none is enough, in
        # messages too (discord-api-docs, issue 7800).
        super().__init__(required=False, **about)

    def is_dispatchable(self) -> bool:
        """Tell discord.py not to remember this."""
        return False


def edit_button(job_id: int, pictures: int, label: str) -> Button:
    """Return the button that asks in a form what should change in one of so many pictures."""
    return Button(
        label=label,
        emoji="🖌️",
        style=discord.ButtonStyle.primary,
        custom_id=f"atl:2:edit:{job_id}:{pictures}",
    )


def here_button(job_id: int, pictures: int, label: str) -> Button:
    """Return the button that lets somebody point at the part of a picture that is to change."""
    return Button(label=label, emoji="🎯", custom_id=f"atl:2:here:{job_id}:{pictures}")


def redo_button(job_id: int, label: str) -> Button:
    """Return the button that asks the same once more, as a new job of whoever presses."""
    return Button(label=label, emoji="🔁", custom_id=f"atl:2:redo:{job_id}")


def vary_button(job_id: int, pictures: int, label: str) -> Button:
    """Return the button that makes variations of one of so many pictures."""
    return Button(label=label, emoji="🎲", custom_id=f"atl:2:vary:{job_id}:{pictures}")


def aspect_button(job_id: int, pictures: int, label: str) -> Button:
    """Return the button that paints one of so many pictures in another ratio."""
    return Button(label=label, emoji="📐", custom_id=f"atl:2:aspect:{job_id}:{pictures}")


def upscale_button(job_id: int, pictures: int, label: str) -> Button:
    """Return the button that paints one of so many pictures larger."""
    return Button(label=label, emoji="⏫", custom_id=f"atl:2:upscale:{job_id}:{pictures}")


def regenerate_button(job_id: int, label: str) -> Button:
    """Return the button that asks for another answer to the same question."""
    return Button(label=label, emoji="🔁", custom_id=f"atl:2:regenerate:{job_id}")


def retry_button(job_id: int, label: str) -> Button:
    """Return the button that tries once more what failed; its message shows nothing of the job."""
    return Button(label=label, emoji="🔁", custom_id=f"atl:2:retry:{job_id}")


def cancel_button(job_id: int, label: str) -> Button:
    """Return the button that cancels a job while it waits.

    Once it is sent, what comes is kept instead of shown.
    """
    return Button(label=label, custom_id=f"atl:2:cancel:{job_id}")


def stop_button(job_id: int, label: str) -> Button:
    """Return the button that ends an answer in words, of which what came is kept."""
    return Button(label=label, custom_id=f"atl:2:stop:{job_id}")


def show_button(job_id: int, label: str) -> Button:
    """Return the button that shows what was made and kept."""
    return Button(label=label, custom_id=f"atl:2:show:{job_id}")


def share_button(job_id: int, label: str) -> Button:
    """Return the button that shows to all what its author alone sees."""
    return Button(label=label, emoji="📣", custom_id=f"atl:2:share:{job_id}")


def thread_button(job_id: int, label: str) -> Button:
    """Return the button that opens a thread on the post that it stands under."""
    return Button(label=label, emoji="🧵", custom_id=f"atl:2:thread:{job_id}")


def more_button(job_id: int, label: str) -> Button:
    """Return the button that tells what else there is: how it was made, drafts, the files."""
    return Button(label=label, emoji="🔎", custom_id=f"atl:2:more:{job_id}")


def original_button(job_id: int, label: str) -> Button:
    """Return the button that hands out the files as they came from the model."""
    return Button(label=label, emoji="💾", custom_id=f"atl:2:original:{job_id}")


def example_button(number: int, label: str) -> Button:
    """Return the button that opens a prompt of the catalogue in a form, to be painted."""
    return Button(label=label, emoji="🎨", custom_id=f"atl:example:{number}")


def spoiler_button(job_id: int, label: str, *, hides: bool) -> Button:
    """Return the button that hides the pictures of a post, or shows them again."""
    return Button(label=label, emoji="🙈", custom_id=f"atl:2:spoiler:{job_id}:{hides:d}")


def collect_button(job_id: int, label: str) -> Button:
    """Return the button that collects a job's pictures for what whoever presses asks for next."""
    return Button(label=label, emoji="📎", custom_id=f"atl:2:collect:{job_id}")


def paint_button(job_id: int, label: str) -> Button:
    """Return the button that paints the better words which a job found."""
    return Button(
        label=label,
        emoji="🎨",
        style=discord.ButtonStyle.primary,
        custom_id=f"atl:2:paint:{job_id}",
    )


def words_button(job_id: int, label: str) -> Button:
    """Return the button that opens those words in a form."""
    return Button(label=label, emoji="✏️", custom_id=f"atl:2:words:{job_id}")


def mine_button(job_id: int, label: str) -> Button:
    """Return the button that paints the words as their author wrote them."""
    return Button(label=label, custom_id=f"atl:2:mine:{job_id}")


def delete_button(message_id: int, label: str) -> Button:
    """Return the button that asks whether a post is to be deleted."""
    return Button(label=label, emoji="🗑️", custom_id=f"atl:delete:{message_id}")


def report_button(message_id: int, label: str) -> Button:
    """Return the button that asks what is wrong with a post, to tell moderators of it."""
    return Button(label=label, emoji="🚩", custom_id=f"atl:report:{message_id}")


def imagine_button(job_id: int, label: str) -> Button:
    """Return the button that opens the prompt of a description in a form, to be painted."""
    return Button(
        label=label,
        emoji="🎨",
        style=discord.ButtonStyle.primary,
        custom_id=f"atl:2:imagine:{job_id}",
    )


def search_buttons(searches: Sequence[Link]) -> list[Button]:
    """Return buttons that lead to what was found for the words of each search."""
    return [
        Button(label=shorten(search.words, LABEL_CHARACTERS), emoji="🌐", url=search.url)
        for search in searches[:MOST_SEARCHES]
    ]


def job_of(message: discord.Message, *, shown: bool = True) -> int | None:
    """Return the job that one of the bot's own messages shows, by its buttons.

    With `shown` unset, the job that it is about, whatever it says of it.
    """
    for row in getattr(message, "components", ()):
        for child in getattr(row, "children", ()):
            match = _ABOUT.fullmatch(getattr(child, "custom_id", None) or "")
            if match and (match["verb"] in _SHOWS or not shown):
                return int(match["job"])
    return None
