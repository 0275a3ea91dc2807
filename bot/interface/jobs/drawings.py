"""The pictures that answers in words ask for: each becomes a job once members see the answer."""

from collections.abc import Sequence

from bot.domain.access import Terms
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
            return below, await self._generation.accept(request, self._terms(below, job))
        except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
            await self._error_reporter.report(error, below)
            return None

    def _terms(self, below: Answer, job: Job) -> Terms:
        """Let the author of an answer in; where it is shown elsewhere, its own server still says.

        It may be shown in direct messages, or to somebody else who pressed its button.
        """
        asker, guild_id = below.origin.asker, job.request.place.guild_id
        author_id = job.request.author_id
        if (asker.guild_id, asker.member_id) == (guild_id, author_id):
            return self._access.enter(asker)
        return self._access.readmit(guild_id, author_id)
