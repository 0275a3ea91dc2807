"""What serving an order is, whatever is ordered: accepted, answered, and never left in silence."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import AlreadyShown, Gone, NotAllowed
from bot.domain.job import UNSHOWN, Job, Order, Shown
from bot.interface.answers import Answer, direct
from bot.interface.buttons import ShowButton
from bot.interface.delivery import Delivery
from bot.interface.layouts import with_button
from bot.interface.reporting import Door
from bot.interface.texts import Texts
from bot.interface.unfinished import Unfinished
from bot.services.admission import Lines, Visit
from bot.services.intake import NOTHING, Taken
from bot.services.studio import Studio

log = logging.getLogger(__name__)

ARCHIVED = 50083
"""Discord docs, JSON Error Codes: the thread is archived."""

Shows = Callable[[int], None]
"""Takes the id of each message that a job posts, as soon as it is posted."""


class Serving(ABC):
    """Serve orders of one kind."""

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
        self._handing_over = Lines()

    async def serve(self, answer: Answer, order: Order, *, taken: Taken = NOTHING) -> None:
        """Make what was ordered and show it, or say why not. Never raises a failure."""
        try:
            async with self._studio.visit(order.place, order.author_id) as visit:
                answer.check(order.kind)
                await self._run(visit, answer, await self._studio.accept(order), taken)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._door.report(error, answer)
        await self.offer_kept(answer)

    async def resume(self, answer: Answer, job: Job) -> None:
        """Make what was accepted before a restart; no limit refuses it a second time."""
        async with self._studio.presence(thread_id=job.order.place.thread_id) as visit:
            await self._run(visit, answer, job, NOTHING)

    async def _run(self, visit: Visit, answer: Answer, job: Job, taken: Taken) -> None:
        """Answer an accepted job; what fails now can be tried again with a button."""
        try:
            with self._unfinished.job() as shows:
                async with self._studio.recallable(job):
                    await self._answer(visit, answer, job, taken, shows)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._door.report(error, answer, job_id=job.id)

    async def hand_over(
        self, answer: Answer, job: Job, found: discord.Message | None = None
    ) -> None:
        """Deliver what was made and not shown yet, unless the message that was found shows it.

        Raise AlreadyShown where somebody else was faster, or Gone where it is no longer kept.
        """
        async with self._studio.presence(), self._handing_over.turn(job.id):
            if await self._studio.state(job) not in UNSHOWN:
                raise AlreadyShown
            turns = await self._studio.turns_of(job.id)
            if not turns:
                await self._studio.posted(job, [])
                raise Gone
            await self._show_turns(answer, job, turns, found)

    async def _show(
        self, answer: Answer, job: Job, show: Callable[[Answer], Awaitable[list[Shown]]]
    ) -> list[Shown] | None:
        """Show what was made, here, else to its author directly, and write down where.

        Return None where neither can be done: then it is kept until its author comes back. Raise
        NotAllowed where somebody else wanted to see it in a place that is closed.
        """

        async def show_directly() -> list[Shown]:
            return await show(await direct(answer, self._texts))

        shown = await _unless_closed(show(answer))
        if shown is None and answer.author.id != job.order.author_id:
            raise NotAllowed(key="error-permission")
        if shown is None:
            shown = await _unless_closed(show_directly())
        if shown is None:
            log.warning("job %d: its author can't be reached, what was made is kept", job.id)
            await self._studio.keep(job)
        else:
            await self._studio.posted(job, shown)
        return shown

    async def offer_kept(self, answer: Answer) -> None:
        """Offer what could not be shown to its author, now that they are back."""
        try:
            job_id = await self._studio.newest_kept(answer.author.id)
            if job_id is not None:
                text = self._texts.get("kept-offered", answer.own_locale)
                label = self._texts.get("button-show", answer.own_locale)
                await answer.whisper(with_button(text, ShowButton(job_id, label=label)))
        except Exception as error:  # noqa: BLE001 (it is offered again the next time)
            log.warning("what is kept could not be offered: %s", type(error).__name__)

    @abstractmethod
    async def _show_turns(
        self, answer: Answer, job: Job, turns: list[Turn], found: discord.Message | None
    ) -> None:
        """Show what was made before, in place of the message that was found of it."""

    @abstractmethod
    async def _answer(
        self, visit: Visit, answer: Answer, job: Job, taken: Taken, shows: Shows
    ) -> None:
        """Make what a job is about, and deliver it."""


async def _unless_closed(showing: Awaitable[list[Shown]]) -> list[Shown] | None:
    """Return what was shown; None where a place takes no answers: gone, forbidden or archived."""
    try:
        return await showing
    except NotAllowed:
        return None
    except discord.HTTPException as error:
        if isinstance(error, discord.Forbidden | discord.NotFound) or error.code == ARCHIVED:
            return None
        raise
