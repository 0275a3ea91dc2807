"""Buttons that never die: what they are about is in their custom id, the rest in the store."""

import re
from abc import abstractmethod
from typing import Any, ClassVar, Self

import discord
from discord import ui

from bot.interface.access import Press
from bot.interface.forms import job_form


class Guarded(ui.DynamicItem[ui.Button[Any]], template=r"atl:guarded"):
    """Bring what goes wrong in a press through the one door: discord.py would only log it."""

    async def callback(self, interaction: Press) -> None:
        """Act, or tell why not."""
        try:
            await self.pressed(interaction)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await interaction.client.error_reporter.report_interaction(error, interaction)

    @abstractmethod
    async def pressed(self, interaction: Press) -> None:
        """Do what the button says."""


class EditButton(Guarded, template=r"atl:edit:(?P<job>\d{1,19}):(?P<pictures>\d{1,2})"):
    """Ask in a form what should change in a picture of this message."""

    def __init__(self, job_id: int, pictures: int, *, label: str = "Edit") -> None:
        super().__init__(
            ui.Button(
                label=label,
                emoji="🖌️",
                style=discord.ButtonStyle.primary,
                custom_id=f"atl:edit:{job_id}:{pictures}",
            )
        )
        self._job_id = job_id
        self._pictures = pictures

    @classmethod
    async def from_custom_id(
        cls, _interaction: Press, _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read the job and the number of its pictures."""
        return cls(int(match["job"]), int(match["pictures"]))

    async def pressed(self, interaction: Press) -> None:
        """Open the form; it is the first answer, so nothing is read before it."""
        form = job_form(
            self._job_id, self._pictures, interaction.client.texts, interaction.locale.value
        )
        await interaction.response.send_modal(form)


class JobButton(Guarded, template=r"atl:job"):
    """Do one thing about a job, and nothing else; `verb` is its name in the custom id."""

    verb: ClassVar[str]
    emoji: ClassVar[str | None] = None

    def __init__(self, job_id: int, *, label: str = "…") -> None:
        custom_id = f"atl:{self.verb}:{job_id}"
        super().__init__(ui.Button(label=label, emoji=self.emoji, custom_id=custom_id))
        self._job_id = job_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Press, _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read the job."""
        return cls(int(match["job"]))


class RedoButton(JobButton, template=r"atl:redo:(?P<job>\d{1,19})"):
    """Ask the same once more, as a new job of whoever presses."""

    verb = "redo"
    emoji = "🔁"

    async def pressed(self, interaction: Press) -> None:
        """Place the order again."""
        await interaction.client.picture_jobs.redo(interaction, self._job_id)


class RetryButton(JobButton, template=r"atl:retry:(?P<job>\d{1,19})"):
    """Try once more what failed; its message shows nothing of the job."""

    verb = "retry"
    emoji = "🔁"

    async def pressed(self, interaction: Press) -> None:
        """Show what was made all the same, else place the order again."""
        await interaction.client.picture_jobs.retry(interaction, self._job_id)


class CancelButton(JobButton, template=r"atl:cancel:(?P<job>\d{1,19})"):
    """Call a job off while it waits; once it is sent, keep what comes instead of showing it."""

    verb = "cancel"

    async def pressed(self, interaction: Press) -> None:
        """Call it off."""
        await interaction.client.picture_jobs.cancel(interaction, self._job_id)


class StopButton(JobButton, template=r"atl:stop:(?P<job>\d{1,19})"):
    """End an answer in words, and keep what came of it."""

    verb = "stop"

    async def pressed(self, interaction: Press) -> None:
        """Stop it."""
        await interaction.client.picture_jobs.cancel(interaction, self._job_id)


class ShowButton(JobButton, template=r"atl:show:(?P<job>\d{1,19})"):
    """Show what was made and kept."""

    verb = "show"

    async def pressed(self, interaction: Press) -> None:
        """Show it."""
        await interaction.client.picture_jobs.show_kept(interaction, self._job_id)


class MoreButton(JobButton, template=r"atl:more:(?P<job>\d{1,19})"):
    """Show what else there is: how it was made, drafts, the original files."""

    verb = "more"
    emoji = "🔎"

    async def pressed(self, interaction: Press) -> None:
        """Open the details for whoever pressed."""
        await interaction.client.details.show(interaction, self._job_id)


class OriginalButton(JobButton, template=r"atl:original:(?P<job>\d{1,19})"):
    """Hand out the files as they came from the model."""

    verb = "original"
    emoji = "💾"

    async def pressed(self, interaction: Press) -> None:
        """Send them to whoever pressed."""
        await interaction.client.details.originals(interaction, self._job_id)


BUTTONS = (
    EditButton,
    RedoButton,
    RetryButton,
    CancelButton,
    StopButton,
    ShowButton,
    MoreButton,
    OriginalButton,
)

_ABOUT = re.compile(r"atl:(?P<verb>[a-z]+):(?P<job>\d{1,19})(?::\d{1,2})?")
_SHOWS = frozenset({"edit", "redo"})


def job_of(message: discord.Message, *, shown: bool = True) -> int | None:
    """Return the job whose pictures one of the bot's own messages shows, by its buttons.

    With `shown` unset, the job that it is about, whatever it says of it.
    """
    for row in getattr(message, "components", ()):
        for child in getattr(row, "children", ()):
            match = _ABOUT.fullmatch(getattr(child, "custom_id", None) or "")
            if match and (match["verb"] in _SHOWS or not shown):
                return int(match["job"])
    return None
