import discord

from bot.domain.errors import Gone
from bot.domain.job import JobKind
from bot.interface.jobs.runner import JobRunner
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job


class RegenerateButton:
    """Ask for another answer to the same question, as a new job of whoever presses."""

    def __init__(self, jobs: Jobs, runner: JobRunner, texts: Texts) -> None:
        self._jobs = jobs
        self._runner = runner
        self._texts = texts

    async def pressed(self, interaction: discord.Interaction, job_id: int) -> None:
        """Answer beside what came of the job: whoever writes next goes on from the new answer."""
        answer = InteractionAnswer(interaction, self._texts)
        await self._runner.announce(answer)
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        turns = await self._jobs.turns_of(job_id)
        if not turns or job.request.kind is not JobKind.CHAT:
            raise Gone
        await self._runner.repeat(answer, job, beside=turns[-1])
