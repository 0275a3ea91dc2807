import discord

from bot.interface.jobs.runner import JobRunner
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job


class RedoButton:
    """Ask the same once more, as a new job of whoever presses."""

    def __init__(self, jobs: Jobs, runner: JobRunner, texts: Texts) -> None:
        self._jobs = jobs
        self._runner = runner
        self._texts = texts

    async def pressed(self, interaction: discord.Interaction, job_id: int) -> None:
        """Make what the job's request asks for, whatever became of the job."""
        answer = InteractionAnswer(interaction, self._texts)
        await self._runner.announce(answer)
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        await self._runner.repeat(answer, job, redone=True)
