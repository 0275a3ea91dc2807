"""The front desk: takes an order for pictures, shows that it is being made, and hands it over."""

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

import discord

from bot.domain.conversation import Pointer, Turn
from bot.domain.errors import AtelierError, Gone, Interrupted, NotAllowed
from bot.domain.job import UNSHOWN, Job, JobKind, JobState, Order, Shown
from bot.domain.model import is_as_asked
from bot.interface.access import check_owns, check_sees, is_of_here
from bot.interface.answers import Answer, InteractionAnswer
from bot.interface.buttons import CancelButton, ShowButton, job_of
from bot.interface.delivery import exhibits
from bot.interface.escaping import Markup, escaped
from bot.interface.layouts import gallery, line, with_button
from bot.interface.live import Live
from bot.interface.patience import PASSING
from bot.interface.serving import Serving, Shows
from bot.services.admission import Visit
from bot.services.intake import NOTHING, Taken
from bot.services.studio import BEHIND, Made, Result

if TYPE_CHECKING:
    from bot.interface.client import AtelierClient

log = logging.getLogger(__name__)

EDIT_SECONDS: Final = 2.0
"""How often the painting line is edited at most."""

TOO_LARGE: Final = 413
FILE_TOO_LARGE: Final = 40005
"""Discord docs, JSON Error Codes: request entity too large."""

SMALLEST_LIMIT: Final = 1024 * 1024
"""Bytes; a picture that Discord does not even take so small is kept, and not made smaller."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what became of a job: what was made, what failed, and in how many seconds if known."""

    made: Sequence[Made]
    failures: Sequence[AtelierError]
    seconds: float | None = None

    @classmethod
    def of(cls, results: Sequence[Result], seconds: float) -> Self:
        """Sort results into what was made and what failed."""
        made = [result for result in results if isinstance(result, Made)]
        failures = [result for result in results if isinstance(result, AtelierError)]
        return cls(made, failures, seconds)


class Desk(Serving):
    """Serve orders for pictures, from the painting line to the gallery."""

    async def redo(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Place an old order again for whoever pressed."""
        answer, job = await self._pressed(interaction, job_id)
        await self._again(interaction, answer, job)

    async def retry(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Show what was made all the same and nobody has seen, else place the order again."""
        answer, job = await self._pressed(interaction, job_id)
        if interaction.message:
            await self._unfinished.wait(interaction.message.id)
        state = await self._studio.state(job)
        if state not in UNSHOWN:
            await self._again(interaction, answer, job)
            return
        if job.called_off or state is JobState.KEPT:
            check_owns(interaction, job)
        await self._server(interaction, job).hand_over(answer, job)

    async def cancel(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Call a job off for its author or a moderator, as far as that can be done."""
        job = await self._studio.job(job_id)
        check_owns(interaction, job)
        in_time = await self._studio.call_off(job)
        key = "cancel-done" if in_time else "cancel-too-late"
        text = self._texts.get(key, interaction.locale.value)
        await interaction.response.send_message(view=line(text), ephemeral=True)

    async def show_kept(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int
    ) -> None:
        """Show what was kept, to its author, or to a moderator where it was asked for.

        Its author may have it anywhere, because the place where it was asked for may be gone; what
        was private, or was asked for elsewhere, is shown to them alone.
        """
        job = await self._studio.job(job_id)
        is_here = is_of_here(interaction, job)
        if job.order.author_id != interaction.user.id:
            check_owns(interaction, job)
        answer = InteractionAnswer(
            interaction, self._texts, private=job.order.private or not is_here
        )
        await answer.defer()
        await self._server(interaction, job).hand_over(answer, job)

    async def keep(self, answer: Answer, job: Job) -> None:
        """Say that what was cancelled too late came all the same, with a button that shows it.

        Where that can't be said, it is offered to its author the next time they come.
        """
        text = self._texts.get("cancelled-kept", answer.locale)
        show = ShowButton(job.id, label=self._texts.get("button-show", answer.locale))
        try:
            await answer.show(with_button(text, show))
        except PASSING:
            raise
        except (discord.HTTPException, NotAllowed):
            await self._studio.keep(job)
            raise
        else:
            # What only one member sees is gone when they start their client anew.
            await self._studio.keep(job, told=not job.order.private)

    async def pointed(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int, which: int
    ) -> Pointer:
        """Point to the picture at this place of a job's gallery."""
        job = await self._studio.job(job_id)
        check_sees(interaction, job)
        shown = exhibits(await self._studio.turns_of(job.id))
        if not 0 <= which < len(shown):
            raise Gone
        return Pointer(shown[which].turn.id, shown[which].part)

    async def pictures_in(self, message_id: int) -> list[Shown]:
        """Return the pictures that a message shows, if the bot made them."""
        return [each for each in await self.shown_in(message_id, None) if each.part is not None]

    async def checked(
        self, interaction: "discord.Interaction[AtelierClient]", shown: Shown
    ) -> Pointer:
        """Point to a picture of this channel, or of the caller alone; else raise NotAllowed."""
        turn = await self._studio.turn(shown.turn_id)
        is_own = not shown.channel_id and turn.author_id == interaction.user.id
        if shown.part is None or not (is_own or shown.channel_id == interaction.channel_id):
            raise NotAllowed
        return Pointer(turn.id, shown.part)

    async def shown_in(self, message_id: int, message: discord.Message | None) -> list[Shown]:
        """Return what a message shows; while it is being made, wait for it.

        `message` is one of the bot's own: it is in Discord before it is written down what it shows,
        and a process may end between the two. Then its buttons tell.
        """
        await self._unfinished.wait(message_id)
        shown = await self._studio.shown_in(message_id)
        job_id = job_of(message) if message and not shown else None
        if job_id is None:
            return shown
        turns = await self._studio.turns_of(job_id)
        return _positions(message_id, turns, message.channel.id) if turns and message else []

    async def newest_picture(self, channel_id: int) -> Pointer | None:
        """Return the picture posted last in a channel or thread, or what was gone back to there."""
        return await self._studio.present_picture(channel_id)

    async def turn(self, turn_id: int) -> Turn:
        """Return one turn; raise Gone if it is no longer kept."""
        return await self._studio.turn(turn_id)

    async def _pressed(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int
    ) -> tuple[InteractionAnswer, Job]:
        answer = InteractionAnswer(interaction, self._texts)
        await answer.defer()
        job = await self._studio.job(job_id)
        check_sees(interaction, job)
        return answer, job

    async def _again(
        self, interaction: "discord.Interaction[AtelierClient]", answer: Answer, job: Job
    ) -> None:
        asking = answer.asking
        order = replace(
            job.order,
            place=asking.place,
            author_id=asking.author_id,
            source_id=asking.source_id,
            private=asking.private,
            locale=asking.locale,
        )
        await self._server(interaction, job).serve(answer, order)

    def _server(self, interaction: "discord.Interaction[AtelierClient]", job: Job) -> Serving:
        return self if job.order.kind is JobKind.PICTURE else interaction.client.talk

    async def _answer(
        self, visit: Visit, answer: Answer, job: Job, taken: Taken, shows: Shows
    ) -> None:
        outcome = await self._make(visit, answer, job, shows)
        if not outcome.made:
            await self._door.report(outcome.failures[0], answer, job_id=job.id)
        elif self._studio.is_unwanted(job):
            await self.keep(answer, job)
        else:
            await self._deliver(answer, job, outcome, taken)

    async def _show_turns(
        self, answer: Answer, job: Job, turns: list[Turn], found: discord.Message | None
    ) -> None:
        if found and job_of(found) == job.id:
            await self._studio.posted(job, _positions(found.id, turns, found.channel.id))
            return
        missing = [Interrupted()] if len(turns) < job.order.count else []
        await self._deliver(answer, job, Outcome([Made(turn) for turn in turns], missing), NOTHING)

    async def _make(self, visit: Visit, answer: Answer, job: Job, shows: Shows) -> Outcome:
        began = time.time()
        done = place = 0

        async def progress() -> None:
            text = self._progress(answer.locale, job.order, began, place, done)
            cancel = CancelButton(job.id, label=self._texts.get("button-cancel", answer.locale))
            shows(await answer.show(with_button(text, cancel)))

        try:
            place = await self._studio.foresee(job, visit)
            await progress()
        except Exception as error:
            await self._studio.abandon(job, error)
            raise
        async with Live(progress, every=EDIT_SECONDS) as live:

            def on_result(_: Result) -> None:
                nonlocal done
                done += 1
                if done < job.order.count:
                    live.news()

            def on_place(now: int) -> None:
                nonlocal place
                if now != place:
                    place = now
                    live.news()

            results = await self._studio.work(job, visit, on_result=on_result, on_place=on_place)
        return Outcome.of(results, time.time() - began)

    def _progress(self, locale: str, order: Order, began: float, place: int, done: int) -> str:
        """Say how far an order is: where it waits, else who paints and how long that takes."""
        since = Markup(f"<t:{int(began)}:R>")
        if place == BEHIND:
            return self._texts.get("waiting-behind", locale, since=since)
        if place:
            return self._texts.get("waiting", locale, place=place, since=since)
        text = self._texts.get(
            "painting",
            locale,
            model=self._studio.model_name(order),
            since=since,
            count=order.count,
            done=done,
        )
        expected = self._studio.expected_seconds(order)
        if expected is None:
            return text
        return f"{text} · {self._texts.get('expected', locale, seconds=math.ceil(expected))}"

    async def _deliver(self, answer: Answer, job: Job, outcome: Outcome, taken: Taken) -> None:
        """Show what was made, where that can be done."""
        await self._show(answer, job, lambda place: self._hang(place, job, outcome, taken))

    async def _hang(self, answer: Answer, job: Job, outcome: Outcome, taken: Taken) -> list[Shown]:
        """Show the gallery, made smaller where Discord takes less than it said."""
        limit = answer.upload_limit
        while True:
            try:
                return await self._hang_within(limit, answer, job, outcome, taken)
            except discord.HTTPException as error:
                too_large = error.status == TOO_LARGE or error.code == FILE_TOO_LARGE
                if not too_large or limit < SMALLEST_LIMIT:
                    raise
                limit //= 2

    async def _hang_within(
        self, limit: int, answer: Answer, job: Job, outcome: Outcome, taken: Taken
    ) -> list[Shown]:
        turns = [each.turn for each in outcome.made]
        async with self._delivery.files(exhibits(turns), upload_limit=limit) as (files, fitted):
            quiet = self._quiet(answer.locale, job.order, outcome, taken)
            if fitted:
                quiet.append(self._texts.get("note-fitted", answer.locale))
            view = gallery(
                job.id,
                files,
                self._texts,
                answer.locale,
                said="\n\n".join(turn.text.strip() for turn in turns if turn.text.strip()),
                quiet=quiet,
            )
            message_id = await answer.deliver(view, files)
        return _positions(message_id, turns, answer.public_channel_id)

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
            *(self._door.sentence(error, locale) for error in outcome.failures),
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


def _positions(message_id: int, turns: Sequence[Turn], channel_id: int) -> list[Shown]:
    """Say which part of which turn each picture of a gallery is; words alone are one position."""
    shown = [
        Shown(message_id, position, each.turn.id, each.part, channel_id)
        for position, each in enumerate(exhibits(turns))
    ]
    return shown or [Shown(message_id, 0, turns[0].id, None, channel_id)]
