"""Make, edit and chat: from a member's request to stored turns.

The order of the steps is what keeps money safe: the job is a row before anything is sent, the
answer's bytes and turn are rows before anything is posted, and only what surely was not billed is
called free.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.access import Terms
from bot.domain.attempts import CHAT_WAITING, PICTURE_WAITING, Attempts, Waiting
from bot.domain.conversation import Turn
from bot.domain.errors import (
    AlreadyShown,
    AtelierError,
    Cancelled,
    EmptyPrompt,
    Interrupted,
    PromptTooLong,
    Refused,
    Stopped,
    StorageFailed,
    TakenOver,
)
from bot.domain.guild_settings import Feature
from bot.domain.job import (
    GenerationRequest,
    Job,
    JobKind,
    JobState,
    Purpose,
    Shown,
    UnfinishedJob,
)
from bot.domain.model import ModelProfile
from bot.services.access import Access, check_features, check_price, features_of
from bot.services.admission import Admission, Presence, Visit
from bot.services.areas import Areas
from bot.services.avatars import Avatars
from bot.services.budget_watch import BudgetWatch
from bot.services.cancellation import Cancellation, Ending
from bot.services.guild_book import GuildBook
from bot.services.intake import READ, AcceptedUploads, Intake, Upload
from bot.services.job_watch import BEHIND, SENT, JobWatch, Result, Waits
from bot.services.model_caller import ModelCaller
from bot.services.models import Models, check_options
from bot.services.policy import Policy
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.ports.relay import Relay
from bot.services.prices import Prices
from bot.services.prompt_context import PromptContext, PromptContexts
from bot.services.sending import Durations, Sending

log = logging.getLogger(__name__)


class Generation:
    """Take requests, send them to the relay, and keep what comes back."""

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        relay: Relay,
        jobs: Jobs,
        conversations: Conversations,
        access: Access,
        prices: Prices,
        intake: Intake,
        models: Models,
        admission: Admission,
        areas: Areas,
        avatars: Avatars,
        budget_watch: BudgetWatch,
        policy: Policy,
        guild_book: GuildBook,
    ) -> None:
        self._jobs = jobs
        self._access = access
        self._prices = prices
        self._intake = intake
        self._contexts = PromptContexts(conversations, intake, models, relay, policy.body_budget)
        self._models = models
        self._admission = admission
        self._areas = areas
        self._avatars = avatars
        self._budget_watch = budget_watch
        self._policy = policy
        self._durations = Durations()
        self._cancellation = Cancellation()
        self._sending = Sending(
            ModelCaller(relay, models, guild_book, policy.safety),
            jobs,
            access,
            prices,
            intake,
            admission,
            areas,
            avatars,
            budget_watch,
            guild_book,
            self._durations,
        )

    async def take(  # noqa: PLR0913 (what may be wanted)
        self,
        visit: Visit,
        kind: JobKind,
        uploads: Sequence[Upload],
        *,
        most: int,
        needed: int = 0,
        optional: bool = False,
        count: int = 1,
        reader: ModelProfile | None = None,
        features: Collection[Feature] = (),
        is_held: bool = True,
    ) -> AcceptedUploads:
        """Take what a member attached to a request; see `Intake.take`.

        Raise a LimitError, nothing fetched, where there is no room for the request, or it needs
        `features` that their server has switched off; `accept` looks again, and reserves.
        """
        reads = reader is not None and any(upload.claim in READ for upload in uploads)
        async with self._budget_watch.over(visit.guild_id):
            await self._access.look(
                visit,
                kind,
                count=count,
                features=[*features, Feature.FILES] if reads else features,
                is_held=is_held,
                now=datetime.now(UTC),
            )
        return await self._intake.take(
            visit, uploads, most=most, needed=needed, optional=optional, reader=reader
        )

    async def accept(self, request: GenerationRequest, terms: Terms) -> Job:
        """Check a request and write a job; raise a RequestError or LimitError, nothing written."""
        request = replace(self._models.suited(request), pays_itself=terms.pays_itself)
        for each in filter(None, (request.proposed, request)):
            check_features(terms, features_of(each))
            if not each.prompt.strip() and not any(part.data for part in each.user):
                raise EmptyPrompt
            if len(each.prompt) > self._policy.prompt_characters:
                raise PromptTooLong(limit=self._policy.prompt_characters)
            # A thread keeps its choice, and chats on with whatever model it has by now.
            if each.kind is JobKind.PICTURE:
                check_options(
                    self._models.of(each),
                    aspect=each.aspect,
                    size=each.size,
                    thinking=each.thinking,
                    search=each.search,
                )
        if request.person_id is not None:
            await self._avatars.check(request)
        if request.purpose is not Purpose.ANSWER:
            request = replace(request, place=replace(request.place, thread_id=None))
        await self._intake.hold(request.parts)
        turns = await self._contexts.foreseen(request) if terms.has_budget else ()
        model = self._models.of(request)
        micros = self._prices.most(request, model, turns)
        check_price(terms, micros, model.name)
        now = datetime.now(UTC)
        async with self._budget_watch.over(request.place.guild_id):
            return await self._jobs.accept(request, terms=terms, now=now, micros=micros)

    async def foresee(self, job: Job, presence: Presence) -> int:
        """Return the place that a job would have now: BEHIND, one in the queue, or SENT."""
        request = job.request
        if not presence.is_next and await self._contexts.follows(request):
            return BEHIND
        return self._admission.foresee(guild_id=request.place.guild_id, author_id=request.author_id)

    async def work(
        self,
        job: Job,
        presence: Presence,
        *,
        on_text: Callable[[str], None] | None = None,
        on_result: Callable[[Result], None] | None = None,
        on_place: Callable[[int], None] | None = None,
        on_wait: Callable[[Waiting | None], None] | None = None,
        stop: asyncio.Event | None = None,
    ) -> list[Result]:
        """Send an accepted job and return what was made, and why what was not.

        A job of several pictures has as many results, each of which may have failed alone; one that
        was TakenOver is another process's to end.
        `on_result` takes each as it arrives, `on_place` the place in the queue while one waits,
        BEHIND while all do, and SENT when one is sent. `on_wait` learns while requests wait to be
        sent again: of the one that waits longest, and None when all are at work. `stop`, once set,
        ends what was sent: the results hold what came by then, cut short, or Stopped. Who is
        cancelled in the middle leaves the job as far as it came, for the next start to look after.

        What says itself which turn it continues runs beside all others. What goes on from the
        newest turn of its thread waits until those who were there before have their answers.
        """
        watch = JobWatch(on_text, on_result, on_place, on_wait, stop)
        results = await self._work(job, presence, watch)
        failures = [result for result in results if isinstance(result, AtelierError)]
        if failures and not any(isinstance(error, TakenOver) for error in failures):
            try:
                await self._end(job, max(failures, key=lambda error: error.may_cost))
            except StorageFailed:
                # What was made is shown all the same; the next look at the job ends it.
                log.exception("job %d: what failed could not be written down", job.id)
        await self._budget_watch.look(job.request.place.guild_id)
        return results

    @asynccontextmanager
    async def cancellable(self, job: Job) -> AsyncGenerator[asyncio.Event]:
        """Let a job be cancelled as long as it is not sent; raise Cancelled where it was.

        What is yielded is set once it is to be stopped.
        """
        try:
            async with self._cancellation.hold(job.id) as stop:
                yield stop
        except Cancelled as error:
            await self._end(job, error)
            raise

    async def cancel(self, job: Job) -> Ending:
        """End a job that is not sent yet; what is sent is cut short where it is words.

        A picture that is sent is not shown unasked when it comes, also after a restart. Raise
        AlreadyShown for a job that is over.
        """
        words = job.request.kind is JobKind.CHAT
        ending = self._cancellation.cancel(job.id, stops=words)
        if ending is None:
            # Left behind by an earlier process, and not looked after yet.
            if await self._jobs.cancelled(job.id, Cancelled.key, datetime.now(UTC)):
                return Ending.IN_TIME
            if words:
                raise AlreadyShown(key="error-over")
            if await self._jobs.state(job.id) not in {JobState.SENT, JobState.MADE}:
                raise AlreadyShown
            ending = Ending.TOO_LATE
        if ending is Ending.TOO_LATE:
            await self._jobs.unwanted(job.id, datetime.now(UTC))
        return ending

    async def cancel_waiting(self, guild_id: int, author_id: int) -> None:
        """End all that a member asked for in a server and that is not sent yet, at no cost."""
        for each in await self._jobs.unfinished(untouched_since=datetime.now(UTC)):
            request = each.job.request
            is_theirs = (request.place.guild_id, request.author_id) == (guild_id, author_id)
            if is_theirs and each.state is JobState.ACCEPTED:
                with contextlib.suppress(AlreadyShown):
                    await self.cancel(each.job)

    def is_unwanted(self, job: Job) -> bool:
        """Tell whether a job was cancelled when it was too late for that."""
        return job.unwanted or self._cancellation.is_unwanted(job.id)

    async def abandon(self, job: Job, error: Exception) -> None:
        """End a job that made nothing, if it is not over yet, and give back what it reserved.

        What was sent may have been billed all the same.
        """
        state = await self._jobs.state(job.id)
        if state in {JobState.ACCEPTED, JobState.SENT}:
            key = error.message_key if isinstance(error, AtelierError) else "error-discord"
            await self._jobs.ended(
                job.id,
                JobState.FAILED,
                key,
                datetime.now(UTC),
                possibly_billed=state is JobState.SENT,
            )

    async def left_behind(self, *, idle: timedelta = timedelta(0)) -> list[UnfinishedJob]:
        """Return the jobs that nobody is at work on and that came no further, oldest first.

        They are those of an earlier process, and what could not be shown while Discord was down.
        From now on they are this process's.
        """
        now = datetime.now(UTC)
        left = await self._jobs.claim(untouched_since=now - idle, now=now)
        return [each for each in left if each.job.id not in self._cancellation]

    async def give_back(self, job: Job) -> None:
        """Return what a job has reserved and was never answered: it may have been billed."""
        await self._end(job, Interrupted())

    async def keep(self, job: Job, *, told: bool = False) -> None:
        """Keep what was made for its author, who is told so by now or the next time they come."""
        await self._jobs.kept(job.id, datetime.now(UTC), told=told)

    async def composed(self, job: Job, turns: Sequence[Turn]) -> list[Turn]:
        """Return what a job made, composed where a process ended before that was done."""
        return [await self._areas.keep_rest(job.request, turn) for turn in turns]

    async def posted(self, job: Job, shown: list[Shown]) -> None:
        """Write down which message shows what was made.

        What members see already is not taken back because that could not be written: the message
        names its job, and the next start finds it.
        """
        try:
            await self._jobs.posted(job.id, shown, datetime.now(UTC))
        except StorageFailed:
            log.exception("job %d was posted and could not be written down", job.id)

    def expected_seconds(self, request: GenerationRequest) -> float | None:
        """Return how long such a request took lately, once there is something to go by."""
        return self._durations.expect(self._models.of(request).id, request.size)

    async def _work(self, job: Job, presence: Presence, watch: JobWatch) -> list[Result]:
        results: list[Result] = []
        waits = Waits(watch.on_wait)
        sent = False

        def tell(place: int) -> None:
            nonlocal sent
            if place == SENT:
                sent = True
                self._cancellation.sent(job.id)
            if watch.on_place and (place == SENT or not sent):
                watch.on_place(place)

        patience = CHAT_WAITING if job.request.kind is JobKind.CHAT else PICTURE_WAITING

        async def one(context: PromptContext) -> None:
            attempts = Attempts(patience=patience, on_wait=waits.of_one(), stop=watch.stop)
            results.append(await self._sending.send(job, context, attempts, watch.on_text, tell))
            if watch.on_result:
                watch.on_result(results[-1])

        try:
            if not presence.is_next and await self._contexts.follows(job.request):
                tell(BEHIND)
                await presence.turn()
            context = await self._contexts.about(job.request)
            async with asyncio.TaskGroup() as requests:
                for _ in range(job.request.count):
                    requests.create_task(one(context))
        except AtelierError as error:
            return [error]
        return results

    async def _end(self, job: Job, error: AtelierError) -> None:
        await self._jobs.ended(
            job.id,
            _state_after(error),
            error.message_key,
            datetime.now(UTC),
            possibly_billed=error.may_cost,
        )


def _state_after(error: AtelierError) -> JobState:
    if isinstance(error, Cancelled | Stopped):
        return JobState.CANCELLED
    return JobState.REFUSED if isinstance(error, Refused) else JobState.FAILED
