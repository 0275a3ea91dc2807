"""The pictures that answers in words ask for: each becomes a job once members see the answer."""

from collections.abc import Sequence

from bot.domain.job import Job, JobKind, Shown
from bot.interface.messages.answers import Answer
from bot.interface.messages.errors import ErrorReporter
from bot.services.access import Access
from bot.services.drawing import Drawing
from bot.services.generation import Generation
from bot.services.job_watch import Made


class Drawings:
    """Accept what is to be painted below an answer."""

    def __init__(
        self,
        drawing: Drawing,
        access: Access,
        generation: Generation,
        error_reporter: ErrorReporter,
    ) -> None:
        self._access = access
        self._drawing = drawing
        self._generation = generation
        self._error_reporter = error_reporter

    async def accept(
        self, answer: Answer, job: Job, made: Made, shown: Sequence[Shown]
    ) -> tuple[Answer, Job] | None:
        """Return the job for the picture that an answer asks for, and where it will be.

        Return None where it asks for none; so does what a member stopped, or will try again. Why
        there will be none is told there, and never raised: the answer itself is good.
        """
        if made.turn.call is None or made.cut or answer.origin.private or not shown:
            return None
        message_id = max(each.message_id for each in shown)
        below = answer
        try:
            below = answer.below(message_id)
            request = await self._drawing.asked(job, made.turn, message_id=message_id)
            if request is None:
                return None
            below.check(JobKind.PICTURE)
            terms = self._access.enter(below.origin.asker)
            return below, await self._generation.accept(request, terms)
        except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
            await self._error_reporter.report(error, below)
            return None
