from collections.abc import Callable

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import Gone
from bot.domain.job import Job
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.texts import Texts
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job


async def opened(
    interaction: discord.Interaction,
    job_id: int,
    jobs: Jobs,
    texts: Texts,
    check: Callable[[discord.Interaction, Job], None],
) -> tuple[InteractionAnswer, Job, list[Turn]]:
    """Announce an answer to whoever pressed alone; return it with the job and what that made.

    Raise what `check` raises, or Gone where nothing of it is kept any more.
    """
    answer = InteractionAnswer(interaction, texts, private=True)
    await answer.defer()
    job = await stored_job(jobs, job_id)
    check(interaction, job)
    turns = await jobs.turns_of(job_id)
    if not turns:
        raise Gone
    return answer, job, turns
