"""What a button or a message names: it may be forgotten by the time somebody asks for it."""

from bot.domain.conversation import Turn
from bot.domain.errors import Gone
from bot.domain.job import Job
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs


async def stored_job(jobs: Jobs, job_id: int) -> Job:
    """Return a job; raise Gone if it is no longer kept."""
    job = await jobs.job(job_id)
    if job is None:
        raise Gone
    return job


async def stored_turn(conversations: Conversations, turn_id: int) -> Turn:
    """Return a turn; raise Gone if it is no longer kept."""
    turn = await conversations.turn(turn_id)
    if turn is None:
        raise Gone
    return turn
