"""What was left behind is brought to its end, without paying for anything twice.

An earlier process leaves jobs behind, and so does a time in which Discord took no answers, even to
this process. Accepted and not sent: it is made now. Sent and not answered: it may have been billed,
so it is never sent again by itself; its author is told, and has a button. Made and not posted: it
is posted, unless a message that Discord has already shows it.
"""

import asyncio
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import discord

from bot.domain.counting import counted
from bot.domain.errors import AlreadyShown, Interrupted, Restarting, StorageFailed
from bot.domain.job import Job, JobState, UnfinishedJob
from bot.interface.discord_retry import PASSING, one_retry_budget, retrying
from bot.interface.jobs.runner import JobRunner
from bot.interface.messages.answers import Answer, MessageableChannel
from bot.interface.messages.buttons import job_of
from bot.interface.messages.channel_answer import ChannelAnswer, direct
from bot.interface.messages.chat import so_far
from bot.interface.messages.presenter import Progress
from bot.interface.messages.sentences import not_shown
from bot.interface.texts import Texts
from bot.services.generation import Generation
from bot.services.locales import Locales
from bot.services.ports.jobs import Jobs

log = logging.getLogger(__name__)

LOOKED_AT = 200
"""How many messages after the one that asked are searched for its answer."""

AGAIN: Final = timedelta(seconds=30)
"""How often it is looked for jobs that nobody is at work on, and how long they lie there before."""

LOOKS: Final = 8
"""How often a job is looked after at most; the pauses double, so that is for over an hour."""


@dataclass(slots=True)
class _Looks:
    """Count the looks at a job; `due` is when the next one is, by the monotonic clock."""

    done: int = 0
    due: float = 0.0


class Recovery:
    """Look after the jobs that nobody is at work on."""

    def __init__(
        self,
        generation: Generation,
        jobs: Jobs,
        runner: JobRunner,
        texts: Texts,
        locales: Locales,
        left: list[UnfinishedJob],
    ) -> None:
        """Take what an earlier process left, read before this one has any jobs of its own."""
        self._generation = generation
        self._jobs = jobs
        self._locales = locales
        self._runner = runner
        self._texts = texts
        self._left = left
        self._looks: dict[int, _Looks] = {}
        self._untold: dict[int, UnfinishedJob] = {}

    async def run(self, client: discord.Client) -> None:
        """End what an earlier process left, then look again and again for what lies about.

        It begins once channels are known.
        """
        await client.wait_until_ready()
        await self._finish_all(client, self._left, idle=AGAIN)
        if self._left:
            log.info("looked after %s of an earlier process", counted(len(self._left), "job"))
        while True:
            await asyncio.sleep(AGAIN.total_seconds())
            await self.look_again(client, idle=AGAIN)

    async def look_again(self, client: discord.Client, *, idle: timedelta) -> None:
        """End the jobs that nobody has touched for so long, and tell what could not be told."""
        try:
            left = await self._generation.left_behind(idle=idle)
        except StorageFailed as error:
            log.warning("unfinished jobs could not be read: %s", error.detail)
            return
        left += self._untold.values()
        known = {each.job.id for each in left}
        self._looks = {job_id: looks for job_id, looks in self._looks.items() if job_id in known}
        await self._finish_all(client, left, idle=idle)

    async def _finish_all(
        self, client: discord.Client, left: list[UnfinishedJob], *, idle: timedelta
    ) -> None:
        """Bring every job to its end, side by side; one that fails holds up no other."""

        async def finish(each: UnfinishedJob) -> None:
            looks = self._looks.setdefault(each.job.id, _Looks())
            if time.monotonic() < looks.due:
                return
            looks.due = time.monotonic() + idle.total_seconds() * 2**looks.done
            looks.done += 1
            self._untold.pop(each.job.id, None)
            try:
                with one_retry_budget():
                    await self._finish(client, each)
            except Restarting:
                log.info("job %d is left to the next start", each.job.id)
            except PASSING as error:
                await self._put_off(client, each, error)
            except Exception as error:
                log.exception("job %d could not be brought to its end", each.job.id)
                await self._give_up(client, each, error)

        await asyncio.gather(*(finish(each) for each in left))

    async def _put_off(self, client: discord.Client, left: UnfinishedJob, error: Exception) -> None:
        """Look after a job again later, which Discord had no time for; but not for ever."""
        if self._looks[left.job.id].done >= LOOKS:
            log.warning("job %d is given up: %s", left.job.id, type(error).__name__)
            await self._give_up(client, left, error)
            return
        log.warning("job %d is looked after again later: %s", left.job.id, type(error).__name__)
        if left.state is JobState.SENT:
            # It is over, and so not among the unfinished any more, but nobody knows that.
            self._untold[left.job.id] = left

    async def _give_up(self, client: discord.Client, left: UnfinishedJob, error: Exception) -> None:
        """End a job that nothing can be done for, and say so to its author, if that can be done.

        What it made is kept and offered; the rest is given back.
        """
        job = left.job
        with suppress(StorageFailed):
            if left.state is JobState.MADE:
                await self._generation.give_back(job)
                await self._generation.keep(job)
                return
            if left.state is JobState.SENT:
                error = Interrupted()
            await self._generation.abandon(job, error)
            with suppress(discord.HTTPException, *PASSING):
                author = await client.fetch_user(job.request.author_id)
                directly = await direct(author, self._texts, await self._locale_of(job))
                await self._runner.tell(directly, job, [error])

    async def _finish(self, client: discord.Client, left: UnfinishedJob) -> None:
        job, state = left.job, await self._jobs.state(left.job.id)
        if left.state is JobState.SENT and state is JobState.SENT:
            await self._generation.give_back(job)
        elif state is not (JobState.FAILED if left.state is JobState.SENT else left.state):
            return  # somebody's button was faster
        answer, found = await retrying(lambda: self._answer_to(client, job))
        if left.state is JobState.MADE:
            await self._generation.give_back(job)
        if left.state is JobState.ACCEPTED:
            await self._runner.resume(answer, job)
        elif left.state is JobState.SENT:
            await self._tell(answer, job, Interrupted(), Progress(text=so_far(found)))
        elif job.unwanted:
            await self._keep(answer, job)
        else:
            await self._hand_over(answer, job, found)

    async def _keep(self, answer: Answer, job: Job) -> None:
        try:
            await self._runner.keep_unwanted(answer, job)
        except PASSING:
            raise
        except discord.HTTPException as error:
            await self._tell(answer, job, not_shown(error))

    async def _hand_over(self, answer: Answer, job: Job, found: discord.Message | None) -> None:
        try:
            await self._runner.hand_over(answer, job, found)
        except AlreadyShown:
            log.info("job %d: somebody's button was faster", job.id)
        except PASSING:
            raise  # Discord has no time for an error line either
        except Exception as error:  # noqa: BLE001 (the author is told of every kind)
            # Another time would end the same; its author has a button, and is asked again.
            await self._generation.keep(job)
            await self._tell(answer, job, not_shown(error))

    async def _tell(
        self, answer: Answer, job: Job, error: Exception, progress: Progress | None = None
    ) -> None:
        """Tell what became of a job; raise only where that can be done later."""
        try:
            await self._runner.tell(answer, job, [error], progress)
        except PASSING:
            raise
        except discord.HTTPException as refused:
            log.warning("job %d: its author can't be told: %s", job.id, type(refused).__name__)

    async def _answer_to(
        self, client: discord.Client, job: Job
    ) -> tuple[Answer, discord.Message | None]:
        """Return where a job is answered, and what Discord has of its answer already."""
        author = await client.fetch_user(job.request.author_id)
        locale = await self._locale_of(job)
        channel = None if job.request.private else await _channel_of(client, job)
        found = await _find(channel, job, by=client.user) if channel else None
        if channel is None or not found or job_of(found) != job.id:
            directly = await direct(author, self._texts, locale)
            shown = await _find(await author.create_dm(), job, by=client.user)
            if channel is None or (shown and job_of(shown) == job.id):
                return directly, shown
        answer = ChannelAnswer(
            channel,
            self._texts,
            author=author,
            own_locale=locale,
            message=channel.get_partial_message(found.id) if found else None,
            is_plain=found is not None and bool(found.content),
            late=True,
        )
        return answer, found

    async def _locale_of(self, job: Job) -> str:
        """Return its author's language, else the one in which the job was to be answered."""
        return await self._locales.of(job.request.author_id) or job.request.locale


async def _channel_of(client: discord.Client, job: Job) -> MessageableChannel | None:
    """Return the channel where a job was asked; None where it is gone or out of sight."""
    channel_id = job.request.place.channel_id
    try:
        channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    except (discord.NotFound, discord.Forbidden):
        return None
    return channel if isinstance(channel, MessageableChannel) else None


async def _find(
    channel: MessageableChannel, job: Job, *, by: discord.abc.User | None
) -> discord.Message | None:
    """Find the message that shows a job, else the answer that the bot began.

    That names the message or interaction that asked, or the job by a button.
    """
    begun: discord.Message | None = None
    try:
        async for message in channel.history(
            after=discord.Object(job.request.source_id), limit=LOOKED_AT, oldest_first=True
        ):
            named = {
                message.reference.message_id if message.reference else None,
                message.interaction_metadata.id if message.interaction_metadata else None,
            }
            if message.author != by:
                continue
            if job_of(message) == job.id:
                return message
            if job.request.source_id in named or job_of(message, shown=False) == job.id:
                begun = begun or message
    except discord.Forbidden:
        log.warning("job %d: the channel's history may not be read", job.id)
    return begun
