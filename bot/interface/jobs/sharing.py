"""Showing to all what was made for its author alone."""

from dataclasses import replace
from datetime import UTC, datetime

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import AlreadyShown, Gone, NotAllowed, StillAtWork
from bot.domain.job import Job
from bot.interface.discord_retry import one_retry_budget
from bot.interface.jobs.pending import PendingMessages
from bot.interface.messages.errors import ErrorReporter
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.log_channel import LogChannel
from bot.interface.messages.presenter import JobPresenter, Outcome
from bot.interface.permissions import is_of_here
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.generation import Generation
from bot.services.intake import NOTHING
from bot.services.job_watch import Made
from bot.services.ports.jobs import Jobs
from bot.services.ports.messages import Messages
from bot.services.stored import stored_job


class Sharing:
    """Post the pictures of a private job once more, in the channel where they were asked for.

    What only one member sees can't be changed into what all see, so they are uploaded anew.
    """

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        admission: Admission,
        jobs: Jobs,
        messages: Messages,
        generation: Generation,
        presenter: JobPresenter,
        pending: PendingMessages,
        texts: Texts,
        error_reporter: ErrorReporter,
        log_channel: LogChannel,
    ) -> None:
        self._admission = admission
        self._jobs = jobs
        self._messages = messages
        self._generation = generation
        self._presenter = presenter
        self._pending = pending
        self._texts = texts
        self._error_reporter = error_reporter
        self._log_channel = log_channel
        self._under_way = set[int]()

    async def share(self, interaction: discord.Interaction, job_id: int) -> None:
        """Show a job's pictures to all, for their author; no second time."""
        job = await stored_job(self._jobs, job_id)
        if job.request.author_id != interaction.user.id:
            raise NotAllowed(key="error-private")
        if not is_of_here(interaction, job):
            raise NotAllowed(key="error-elsewhere")
        if job_id in self._under_way:
            raise StillAtWork
        self._under_way.add(job_id)
        try:
            await self._share(interaction, job)
        finally:
            self._under_way.discard(job_id)

    async def _share(self, interaction: discord.Interaction, job: Job) -> None:
        async with self._admission.presence():
            turns = await self._jobs.turns_of(job.id)
            if not turns:
                raise Gone
            if await self._is_shown_here(turns[0], interaction):
                raise AlreadyShown
            answer = InteractionAnswer(interaction, self._texts, public=True)
            await answer.defer()
            shared = replace(job, request=replace(job.request, private=False))
            outcome = Outcome([Made(turn) for turn in turns], [])
            try:
                # Before anybody can press what is below it.
                await self._jobs.shared(job.id, datetime.now(UTC))
                with one_retry_budget(), self._pending.job() as shows:
                    shown = await self._presenter.deliver(answer, shared, outcome, NOTHING, shows)
                    await self._generation.posted(job, shown)
                self._log_channel.result(shared, shown)
            except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
                if not await self._is_shown_here(turns[0], interaction):
                    await self._jobs.shared(job.id, datetime.now(UTC), private=True)
                await self._error_reporter.report(error, answer)

    async def _is_shown_here(self, turn: Turn, interaction: discord.Interaction) -> bool:
        shown = await self._messages.shown_of(turn.id)
        return any(each.channel_id == interaction.channel_id for each in shown)
