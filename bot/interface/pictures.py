"""Pictures as an answer: the painting line, then a gallery."""

from typing import Any, ClassVar

import discord

from bot.domain.job import Job, Order, Shown
from bot.domain.model import is_as_asked
from bot.interface.answers import Answer
from bot.interface.buttons import CancelButton, JobButton
from bot.interface.delivery import exhibits, positions
from bot.interface.escaping import escaped
from bot.interface.faces import Face, OutFile
from bot.interface.layouts import gallery, with_buttons
from bot.interface.showing import Outcome, Progress, Showing, Shows
from bot.services.intake import Taken


class Pictures(Showing):
    """Show pictures."""

    every: ClassVar[float] = 2.0

    def says(self, text: str, *buttons: discord.ui.Item[Any]) -> Face:
        """Lay a sentence out as a layout, which a gallery can take the place of."""
        return with_buttons(text, *buttons)

    def end_button(self, job: Job, locale: str) -> JobButton:
        """Return Cancel."""
        return CancelButton(job.id, label=self._texts.get("button-cancel", locale))

    def at_work(self, job: Job, progress: Progress, locale: str) -> str:
        """Say where an order waits, else who paints and how long that takes."""
        order = job.order
        if waiting := progress.waiting(self._texts, locale):
            return waiting
        text = self._texts.get(
            "painting",
            locale,
            model=self._studio.model_name(order),
            since=progress.since,
            count=order.count,
            done=progress.done,
        )
        return text + self._expected(job, locale)

    async def deliver(
        self, answer: Answer, job: Job, outcome: Outcome, taken: Taken, shows: Shows
    ) -> list[Shown]:
        """Show the gallery."""
        turns = [each.turn for each in outcome.made]

        async def hang(files: list[OutFile], fitted: int) -> int:
            quiet = self._quiet(answer.locale, job.order, outcome, taken)
            if fitted:
                quiet.append(self._texts.get("note-fitted", answer.locale))
            said = "\n\n".join(turn.text.strip() for turn in turns if turn.text.strip())
            view = gallery(job.id, files, self._texts, answer.locale, said=said, quiet=quiet)
            return await answer.deliver(view, files)

        message_id = await self._uploads.post(answer, exhibits(turns), hang)
        shows(message_id)
        return positions(message_id, turns, answer.public_channel_id)

    async def fail(
        self,
        answer: Answer,
        progress: Progress,  # noqa: ARG002 (nothing of a picture is shown before it is there)
        said: str,
        *buttons: discord.ui.Item[Any],
    ) -> None:
        """Say it in place of the painting line."""
        await answer.show(self.says(said, *buttons))

    def _quiet(self, locale: str, order: Order, outcome: Outcome, taken: Taken) -> list[str]:
        """Return the lines under the pictures: how they were made, and what was not done."""
        sizes = {
            f"{picture.width}×{picture.height}"
            for each in outcome.made
            for _, picture in each.turn.finals
        }
        facts = [*map(escaped, self._studio.model_names(outcome.made)), *sorted(sizes)]
        if outcome.seconds is not None:
            facts.append(self._texts.get("seconds", locale, seconds=round(outcome.seconds, 1)))
        return [
            " · ".join(facts),
            *self._otherwise(locale, order, outcome),
            *self._door.notes(outcome.made, locale),
            *self._door.failures(outcome.failures, locale, of=outcome.asked),
            *self._door.remarks(taken, locale),
        ]

    def _otherwise(self, locale: str, order: Order, outcome: Outcome) -> list[str]:
        """Say what was asked for where a model made something else."""
        kept = all(
            is_as_asked(picture, aspect=order.aspect, size=order.size)
            for each in outcome.made
            for _, picture in each.turn.finals
        )
        asked = " · ".join(filter(None, [order.aspect, order.size]))
        return [] if kept else [self._texts.get("note-otherwise", locale, asked=asked)]
