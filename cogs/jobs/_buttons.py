from typing import Final

import discord

from bot.domain.errors import AlreadyShown, StillAtWork
from bot.domain.job import UNSHOWN, Job, JobState
from bot.interface.jobs.runner import JobRunner
from bot.interface.messages.answers import Answer
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.messages.sentences import not_shown
from bot.interface.permissions import check_owns, check_sees, is_of_here
from bot.interface.texts import Texts
from bot.services.cancellation import Ending
from bot.services.generation import Generation
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job

ENDINGS: Final = {
    Ending.IN_TIME: "cancel-done",
    Ending.STOPPED: "stop-done",
    Ending.TOO_LATE: "cancel-too-late",
}
"""What is said to whoever cancelled a job."""


class JobButtons:
    """Cancel and Stop, Try again, and Show."""

    def __init__(self, generation: Generation, jobs: Jobs, runner: JobRunner, texts: Texts) -> None:
        self._generation = generation
        self._jobs = jobs
        self._runner = runner
        self._texts = texts

    async def cancel(self, interaction: discord.Interaction, job_id: int) -> None:
        """Cancel a job, or stop it, for its author or a moderator, as far as that can be done."""
        job = await stored_job(self._jobs, job_id)
        check_owns(interaction, job)
        said = self._texts.get(
            ENDINGS[await self._generation.cancel(job)], interaction.locale.value
        )
        await interaction.response.send_message(view=line(said), ephemeral=True)

    async def retry(self, interaction: discord.Interaction, job_id: int) -> None:
        """Show what was made all the same and nobody has seen, else ask the same again.

        Raise StillAtWork or AlreadyShown rather than run what is not over, or came meanwhile.
        """
        answer = InteractionAnswer(interaction, self._texts)
        await answer.defer()
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        state = await self._jobs.state(job_id)
        if state in {JobState.ACCEPTED, JobState.SENT}:
            raise StillAtWork
        if state is JobState.POSTED:
            raise AlreadyShown
        if state not in UNSHOWN:
            await self._runner.repeat(answer, job)
            return
        if job.unwanted or state is JobState.KEPT:
            check_owns(interaction, job)
        await self._hand_over(answer, job)

    async def show_kept(self, interaction: discord.Interaction, job_id: int) -> None:
        """Show what was kept, to its author, or to a moderator where it was asked for.

        Its author may have it anywhere, because the place where it was asked for may be gone; what
        was private, or was asked for elsewhere, is shown to them alone.
        """
        job = await stored_job(self._jobs, job_id)
        is_here = is_of_here(interaction, job)
        if job.request.author_id != interaction.user.id:
            check_owns(interaction, job)
        answer = InteractionAnswer(
            interaction, self._texts, private=job.request.private or not is_here
        )
        await answer.defer()
        await self._hand_over(answer, job)

    async def _hand_over(self, answer: Answer, job: Job) -> None:
        """Deliver what was made; raise NotShown where Discord does not take it."""
        try:
            await self._runner.hand_over(answer, job)
        except Exception as error:
            raise not_shown(error) from error
