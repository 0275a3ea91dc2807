import discord

from bot.interface.jobs.runner import JobRunner
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.generation import Generation


class RedoButton:
    """Ask the same once more, as a new job of whoever presses."""

    def __init__(self, generation: Generation, runner: JobRunner, texts: Texts) -> None:
        self._generation = generation
        self._runner = runner
        self._texts = texts

    async def pressed(self, interaction: discord.Interaction, job_id: int) -> None:
        """Make what the job's request asks for, whatever became of the job."""
        answer = InteractionAnswer(interaction, self._texts)
        await answer.defer()
        job = await self._generation.job(job_id)
        check_sees(interaction, job)
        await self._runner.repeat(answer, job)
