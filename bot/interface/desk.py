"""The front desk: takes an order for pictures, shows that it is being made, and hands it over."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.domain.conversation import Pointer
from bot.domain.errors import AtelierError, Gone, NotAllowed
from bot.domain.job import Job, JobKind, Order, Shown
from bot.interface.answers import Answer, InteractionAnswer
from bot.interface.delivery import Delivery, Exhibit, exhibits
from bot.interface.layouts import gallery, line
from bot.interface.reporting import Door
from bot.interface.texts import Texts
from bot.interface.unfinished import Unfinished
from bot.services.intake import NOTHING, Taken
from bot.services.studio import Made, Studio

if TYPE_CHECKING:
    import discord

    from bot.interface.client import AtelierClient


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what became of a job: what was made, what failed, and how long it took in seconds."""

    made: Sequence[Made]
    failures: Sequence[AtelierError]
    seconds: float


class Desk:
    """Serve orders for pictures, from the painting line to the gallery."""

    def __init__(
        self,
        studio: Studio,
        delivery: Delivery,
        texts: Texts,
        door: Door,
        unfinished: Unfinished,
    ) -> None:
        self._studio = studio
        self._delivery = delivery
        self._texts = texts
        self._door = door
        self._unfinished = unfinished

    async def serve(self, answer: Answer, order: Order, *, taken: Taken = NOTHING) -> None:
        """Make what was ordered and show it, or say why not. Never raises a failure."""
        job_id = None
        try:
            async with self._studio.visit():
                answer.check()
                job = await self._studio.accept(order)
                job_id = job.id
                with self._unfinished.job() as shows:
                    await self._answer(answer, job, taken, shows)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._door.report(error, answer, job_id=job_id)

    async def redo(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Place an old order again for whoever pressed the button."""
        answer = InteractionAnswer(interaction)
        await answer.defer()
        old = await self.order_of(interaction, job_id)
        order = replace(old, author_id=interaction.user.id, locale=answer.locale)
        if order.kind is JobKind.CHAT:
            await interaction.client.talk.serve(answer, order)
        else:
            await self.serve(answer, order)

    async def order_of(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int
    ) -> Order:
        """Return the order behind a button; raise NotAllowed for one of another place."""
        order = (await self._studio.again(job_id)).order
        if order.place.guild_id != interaction.guild_id:
            raise NotAllowed
        if order.place.guild_id is None and order.place.channel_id != interaction.channel_id:
            raise NotAllowed
        return order

    async def answered(self, message_id: int) -> None:
        """Return once the job that this message belongs to is answered, if it is at work."""
        await self._unfinished.wait(message_id)

    async def exhibits_of(self, job_id: int) -> list[Exhibit]:
        """Return the pictures of a job in the order in which its gallery shows them."""
        return exhibits(await self._studio.turns_of(job_id))

    async def pointer(self, job_id: int, which: int) -> Pointer:
        """Return which part of which turn is the picture at this place of a job's gallery."""
        shown = await self.exhibits_of(job_id)
        if not 0 <= which < len(shown):
            raise Gone
        return Pointer(shown[which].turn.id, shown[which].part)

    async def _answer(
        self,
        answer: Answer,
        job: Job,
        taken: Taken,
        shows: Callable[[int], None],
    ) -> None:
        outcome = await self._make(answer, job, shows)
        if not outcome.made:
            await self._door.report(outcome.failures[0], answer, job_id=job.id)
            return
        shown = await self._show(answer, job, outcome, taken)
        await self._studio.posted(job, shown)

    async def _make(self, answer: Answer, job: Job, shows: Callable[[int], None]) -> Outcome:
        order = job.order
        began = time.time()
        made: list[Made] = []
        failures: list[AtelierError] = []

        async def painting() -> None:
            text = self._texts.get(
                "painting",
                answer.locale,
                model=self._studio.model_name(order),
                since=f"<t:{int(began)}:R>",
                count=order.count,
                done=len(made),
            )
            shows(await answer.show(line(text)))

        await painting()
        async for result in self._studio.work(job):
            if isinstance(result, Made):
                made.append(result)
            else:
                failures.append(result)
            if order.count > len(made) + len(failures):
                await painting()
        return Outcome(made, failures, time.time() - began)

    async def _show(self, answer: Answer, job: Job, outcome: Outcome, taken: Taken) -> list[Shown]:
        shown = exhibits([each.turn for each in outcome.made])
        async with self._delivery.files(shown, upload_limit=answer.upload_limit) as (files, fitted):
            quiet = self._quiet(answer.locale, job, outcome, taken)
            if fitted:
                quiet.append(self._texts.get("note-fitted", answer.locale))
            view = gallery(
                job.id,
                files,
                self._texts,
                answer.locale,
                said="\n\n".join(each.reply.text for each in outcome.made if each.reply.text),
                quiet=quiet,
            )
            message_id = await answer.show(view, files)
        channel_id = job.order.place.channel_id
        if not shown:
            return [Shown(message_id, 0, outcome.made[0].turn.id, None, channel_id)]
        return [
            Shown(message_id, position, each.turn.id, each.part, channel_id)
            for position, each in enumerate(shown)
        ]

    def _quiet(self, locale: str, job: Job, outcome: Outcome, taken: Taken) -> list[str]:
        """Return the lines under the pictures: how they were made, and what was not done."""
        sizes = {
            f"{picture.width}×{picture.height}"
            for each in outcome.made
            for _, picture in each.turn.pictures
        }
        facts = [self._studio.model_name(job.order), *sorted(sizes)]
        facts.append(self._texts.get("seconds", locale, seconds=round(outcome.seconds, 1)))
        notes = {note: None for each in outcome.made for note in each.notes}
        return [
            " · ".join(facts),
            *(self._texts.get(note, locale) for note in notes),
            *(self._door.sentence(error, locale) for error in outcome.failures),
            *self._door.remarks(taken, locale),
        ]
