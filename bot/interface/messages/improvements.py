"""Better words for a prompt as an answer: shown to its author, who chooses what is painted."""

from typing import Any, ClassVar, Final

import discord
from discord import ui

from bot.domain.errors import ReplyEmpty
from bot.domain.job import Job, Shown
from bot.interface.markup import escaped
from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import MessageBody
from bot.interface.messages.buttons import (
    Button,
    mine_button,
    paint_button,
    stop_button,
    words_button,
)
from bot.interface.messages.layouts import small, with_buttons
from bot.interface.messages.presenter import JobPresenter, Outcome, Progress, Shows
from bot.interface.text_limits import truncate
from bot.services.improvements import improvement_of
from bot.services.intake import AcceptedUploads

WORDS_CHARACTERS: Final = 2_000
"""How much of the new words is shown; the form has all of them."""


class ImprovementPresenter(JobPresenter):
    """Show the new words, and what can be painted."""

    every: ClassVar[float] = 2.0

    def says(self, text: str, *buttons: discord.ui.Item[Any]) -> MessageBody:
        """Lay a sentence out as a layout, which the new words can take the place of."""
        return with_buttons(text, *buttons)

    def end_button(self, job: Job, locale: str) -> Button:
        """Return Stop."""
        return stop_button(job.id, self._texts.get("button-stop", locale))

    def at_work(self, job: Job, progress: Progress, locale: str) -> str:
        """Say where it waits, else that words are looked for."""
        if waiting := progress.waiting(self._texts, locale):
            return waiting
        model = self._models.of(job.request).name
        text = self._texts.get("improving", locale, model=model, since=progress.since)
        return text + self._expected(job, progress, locale)

    def again_buttons(self, job: Job, locale: str) -> list[Button]:
        """Return Try again, and what paints the words as they are."""
        return [*super().again_buttons(job, locale), self._mine(job, locale)]

    async def deliver(
        self, answer: Answer, job: Job, outcome: Outcome, accepted: AcceptedUploads, shows: Shows
    ) -> list[Shown]:
        """Show the new words with what can be done about them."""
        (made,) = outcome.made
        words = improvement_of(made.turn.text)
        if not words:
            raise ReplyEmpty("white space alone")
        locale = answer.locale
        rows = truncate(escaped(words), WORDS_CHARACTERS).splitlines()
        quoted = "\n".join(f"> {row}" for row in rows)
        layout = with_buttons(f"{self._texts.get('improved', locale)}\n{quoted}")
        notes = self._sentences.notes([made], locale) + self._sentences.remarks(accepted, locale)
        if notes:
            layout.add_item(ui.TextDisplay[Any](small(notes, self._texts, locale)))
        layout.add_item(
            ui.ActionRow[Any](
                paint_button(job.id, self._texts.get("button-paint", locale)),
                words_button(job.id, self._texts.get("button-words", locale)),
                self._mine(job, locale),
            )
        )
        message_id = await answer.deliver(layout)
        shows(message_id)
        return [Shown(message_id, 0, made.turn.id, None, answer.public_channel_id)]

    async def fail(
        self,
        answer: Answer,
        progress: Progress,  # noqa: ARG002 (nothing of the words is shown before all are there)
        said: str,
        *buttons: discord.ui.Item[Any],
    ) -> None:
        """Say it where the new words would have been."""
        await answer.show(self.says(said, *buttons))

    def _mine(self, job: Job, locale: str) -> Button:
        return mine_button(job.id, self._texts.get("button-mine", locale))
