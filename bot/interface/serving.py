"""What serving an order is, whatever is ordered: accepted, answered, and never left in silence."""

from abc import ABC, abstractmethod
from collections.abc import Callable

import discord

from bot.domain.job import Job, Order
from bot.interface.answers import Answer
from bot.interface.delivery import Delivery
from bot.interface.reporting import Door
from bot.interface.texts import Texts
from bot.interface.unfinished import Unfinished
from bot.services.intake import NOTHING, Taken
from bot.services.studio import Studio

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

    async def serve(self, answer: Answer, order: Order, *, taken: Taken = NOTHING) -> None:
        """Make what was ordered and show it, or say why not. Never raises a failure."""
        try:
            async with self._studio.visit(order):
                answer.check(order.kind)
                await self._run(answer, await self._studio.accept(order), taken)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._door.report(error, answer)

    async def resume(self, answer: Answer, job: Job) -> None:
        """Make what was accepted before a restart; no limit refuses it a second time."""
        async with self._studio.revisit():
            await self._run(answer, job, NOTHING)

    async def _run(self, answer: Answer, job: Job, taken: Taken) -> None:
        """Answer an accepted job; what fails now can be tried again with a button."""
        try:
            with self._unfinished.job() as shows:
                async with self._studio.recallable(job):
                    await self._answer(answer, job, taken, shows)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._door.report(error, answer, job_id=job.id)

    @abstractmethod
    async def hand_over(self, answer: Answer, job: Job, found: discord.Message | None) -> None:
        """Deliver what was made and not shown yet, unless the message that was found shows it."""

    @abstractmethod
    async def _answer(self, answer: Answer, job: Job, taken: Taken, shows: Shows) -> None:
        """Make what a job is about, and deliver it."""
