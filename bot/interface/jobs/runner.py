"""The one life of a job: accepted, made, shown, and ended in the store before anybody hears of it.

What differs between pictures and words is how they are shown (`JobPresenter`).
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TypeAlias

import discord

from bot.domain.attempts import Waiting
from bot.domain.conversation import Turn
from bot.domain.errors import (
    AlreadyShown,
    Cancelled,
    Gone,
    Interrupted,
    NotAllowed,
    StorageFailed,
    TakenOver,
)
from bot.domain.job import UNSHOWN, GenerationRequest, Job, JobKind, Purpose, Shown
from bot.interface.discord_retry import PASSING, no_retries, one_retry_budget
from bot.interface.jobs.drawings import Drawings
from bot.interface.jobs.editors import EditorRule
from bot.interface.jobs.pending import PendingMessages
from bot.interface.jobs.reach import Reach
from bot.interface.jobs.run import Run
from bot.interface.jobs.threads import PictureThreads
from bot.interface.messages.answers import Answer
from bot.interface.messages.buttons import job_of, show_button
from bot.interface.messages.errors import ErrorReporter
from bot.interface.messages.files import positions
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import with_buttons
from bot.interface.messages.log_channel import LogChannel
from bot.interface.messages.presenter import JobPresenter, Outcome, Progress
from bot.interface.messages.refusals import explained, is_refusal
from bot.interface.messages.sentences import Sentences, not_shown
from bot.interface.messages.throttle import Throttle
from bot.interface.texts import Texts
from bot.services.access import Access
from bot.services.admission import Admission, Lines, Presence, Visit
from bot.services.generation import Generation
from bot.services.intake import NOTHING, AcceptedUploads
from bot.services.job_watch import Made, Result
from bot.services.locales import Locales
from bot.services.ports.jobs import Jobs

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobRequest:
    """What somebody turned out to want; `answer` is where, if not where they asked.

    `made_by` is who made what is only asked for once more.
    """

    request: GenerationRequest
    accepted: AcceptedUploads = NOTHING
    answer: Answer | None = None
    made_by: int | None = None


Ask: TypeAlias = Callable[[Visit], Awaitable[JobRequest | None]]
"""Finds out what whoever visits wants: takes uploads, looks for pictures, opens threads."""


class JobRunner:
    """Serve requests, of whatever kind: never in silence, and nothing twice."""

    def __init__(  # noqa: PLR0913 (what it depends on)
        self,
        access: Access,
        admission: Admission,
        generation: Generation,
        jobs: Jobs,
        drawings: Drawings,
        editors: EditorRule,
        threads: PictureThreads,
        *,
        presenters: Mapping[tuple[JobKind, Purpose], JobPresenter],
        texts: Texts,
        sentences: Sentences,
        error_reporter: ErrorReporter,
        pending: PendingMessages,
        locales: Locales,
        log_channel: LogChannel,
    ) -> None:
        self._access = access
        self._admission = admission
        self._generation = generation
        self._jobs = jobs
        self._drawings = drawings
        self._editors = editors
        self._threads = threads
        self._presenters = presenters
        self._texts = texts
        self._sentences = sentences
        self._error_reporter = error_reporter
        self._pending = pending
        self._log_channel = log_channel
        self._reach = Reach(texts, locales)
        self._handing_over = Lines()

    async def announce(self, answer: InteractionAnswer) -> None:
        """Tell Discord that an answer is coming, where its server lets whoever asks in.

        Raise AccessDenied where it does not: told before anything is announced to all, it is told
        to the member alone.
        """
        self._access.enter(answer.origin.asker)
        await answer.defer()

    async def serve(
        self, answer: Answer, ask: Ask, *, on_accepted: Callable[[], None] | None = None
    ) -> None:
        """Let somebody in, ask what they want, make that and show it, or say why not.

        Who is not let in is not asked, so whatever costs something belongs into `ask`.
        `on_accepted` is called once the job is a row. Never raises a failure.
        """
        with one_retry_budget():
            try:
                place, author_id = answer.origin.place, answer.origin.author_id
                terms = self._access.enter(answer.origin.asker)
                async with self._admission.visit(
                    guild_id=place.guild_id,
                    author_id=author_id,
                    thread_id=place.thread_id,
                    terms=terms,
                ) as visit:
                    asked = await ask(visit)
                    if asked is not None:
                        answer = asked.answer or answer
                        answer.check(asked.request.kind)
                        await self._editors.check(answer, asked.request, made_by=asked.made_by)
                        job = await self._generation.accept(asked.request, terms)
                        if on_accepted is not None:
                            on_accepted()
                        await self._run(visit, answer, job, asked.accepted)
            except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
                await self._error_reporter.report(error, answer)
            await self.offer_kept(answer)

    async def repeat(
        self, answer: Answer, job: Job, *, redone: bool = False, beside: Turn | None = None
    ) -> None:
        """Make once more what a job asked for, for whoever asks now and where they do.

        `redone`: what came of it was shown, and another one is wanted. `beside` is that, where the
        new one takes its place in the conversation. Never raises a failure.
        """
        origin = answer.origin
        request = replace(
            job.request,
            place=origin.place,
            author_id=origin.author_id,
            source_id=origin.source_id,
            private=origin.private,
            locale=origin.locale,
            redone=redone or job.request.redone,
            author_name=origin.author_name,
            given_by_id=job.request.given_by_id or job.request.author_id,
        )
        if beside is not None:
            request = replace(request, parent_id=None, beside_id=beside.id)

        async def ask(_: Visit) -> JobRequest:
            return JobRequest(request, made_by=job.request.author_id if redone else None)

        await self.serve(answer, ask)

    async def resume(self, answer: Answer, job: Job) -> None:
        """Make what was accepted before a restart; no limit refuses it a second time."""
        with one_retry_budget():
            async with self._admission.presence(thread_id=job.request.place.thread_id) as presence:
                await self._run(presence, answer, job, NOTHING)

    async def hand_over(
        self, answer: Answer, job: Job, found: discord.Message | None = None
    ) -> None:
        """Deliver what was made and not shown yet, unless the message that was found shows it.

        Raise AlreadyShown where somebody else was faster, or Gone where it is no longer kept.
        """
        async with self._admission.presence() as presence, self._handing_over.turn(job.id):
            if await self._jobs.state(job.id) not in UNSHOWN:
                raise AlreadyShown
            turns = await self._jobs.turns_of(job.id)
            if not turns:
                await self._generation.posted(job, [])
                raise Gone
            there = found if found and job_of(found) == job.id else None
            if job.request.area is not None and there is None:
                turns = await self._generation.composed(job, turns)
            missing = [Interrupted() for _ in range(job.request.count - len(turns))]
            outcome = Outcome([Made(turn) for turn in turns], missing)
            with one_retry_budget(), self._pending.job() as shows:
                run = Run(presence, answer, answer, job, self._presenter(job), NOTHING, shows)
                if there is not None:
                    shown = positions(there.id, turns, there.channel.id)
                    if job.request.kind is JobKind.CHAT:
                        made = outcome.made[0]
                        run.drawn = await self._drawings.accept(answer, job, made, shown)
                    await self._generation.posted(job, shown)
                    await self._threads.begin(answer, job, turns[0], shown)
                    self._log_channel.result(job, shown)
                else:
                    await self._deliver(run, outcome)
        if run.drawn:
            await self.resume(*run.drawn)

    async def keep_unwanted(self, answer: Answer, job: Job) -> None:
        """Offer by a button what was cancelled too late, and came all the same.

        Where that can't be said, it is offered to its author the next time they come.
        """
        text = self._texts.get("cancelled-kept", answer.locale)
        show = show_button(job.id, self._texts.get("button-show", answer.locale))
        try:
            await answer.show(self._presenter(job).says(text, show))
        except PASSING:
            raise
        except (discord.HTTPException, NotAllowed):
            await self._generation.keep(job)
            raise
        else:
            # What only one member sees is gone when they start their client anew.
            await self._generation.keep(job, told=not job.request.private)

    async def tell(
        self,
        answer: Answer,
        job: Job,
        errors: Sequence[BaseException],
        progress: Progress | None = None,
        *,
        is_over: bool = True,
    ) -> None:
        """Tell why a job has no answer; only what is over can be tried again with a button.

        Raise what Discord says to that. What another process took over, that one answers.
        """
        if any(isinstance(error, TakenOver) for error in errors):
            log.warning("job %d was taken over by another process", job.id)
            return
        presenter = self._presenter(job)
        buttons = presenter.again_buttons(job, answer.locale) if is_over else []
        known = [explained(error, answer, job.request.kind) for error in errors]
        said = "\n".join(self._sentences.failures(known, answer.locale, of=len(known)))
        await presenter.fail(answer, progress or Progress(), said, *buttons)

    async def offer_kept(self, answer: Answer) -> None:
        """Offer what could not be shown to its author, now that they are back."""
        try:
            job_id = await self._jobs.newest_kept(answer.author.id)
            if job_id is not None:
                text = self._texts.get("kept-offered", answer.own_locale)
                label = self._texts.get("button-show", answer.own_locale)
                await answer.whisper(with_buttons(text, show_button(job_id, label)))
        except Exception as error:  # noqa: BLE001 (it is offered again the next time)
            log.warning("what is kept could not be offered: %s", type(error).__name__)

    def _presenter(self, job: Job) -> JobPresenter:
        return self._presenters[job.request.kind, job.request.purpose]

    async def _run(
        self, presence: Presence, answer: Answer, job: Job, accepted: AcceptedUploads
    ) -> None:
        """Bring an accepted job to its end; whatever breaks, it is over before that is told."""
        with self._pending.job() as shows:
            run = Run(presence, answer, answer, job, self._presenter(job), accepted, shows)
            try:
                async with self._generation.cancellable(job) as stop:
                    errors = await self._answer(run, stop)
                    is_over = not errors or await self._end(job, errors[0])
            except Cancelled as cancelled:
                errors, is_over = [cancelled], True
            if errors:
                try:
                    await self._reach.show(
                        run,
                        lambda answer: self.tell(
                            answer, job, errors, run.progress, is_over=is_over
                        ),
                    )
                except Exception as refused:  # noqa: BLE001 (nobody else is there to tell it)
                    log.warning("an error could not be shown: %s", type(refused).__name__)
        if run.drawn:
            await self._run(presence, *run.drawn, NOTHING)

    async def _answer(self, run: Run, stop: asyncio.Event) -> Sequence[Exception]:
        """Make what a job is about and deliver it; return why there is no answer, if not."""
        try:
            outcome = await self._make(run, stop)
            if not outcome.made:
                return outcome.failures
        except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
            return [error]
        try:
            if self._generation.is_unwanted(run.job):
                await self.keep_unwanted(run.answer, run.job)
            else:
                await self._deliver(run, outcome)
        except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
            return [not_shown(error)]
        return []

    async def _end(self, job: Job, error: Exception) -> bool:
        """End a job that came to nothing, and tell whether that could be written down."""
        try:
            await self._generation.abandon(job, error)
        except StorageFailed:
            log.exception("job %d could not be ended; the next look at it does that", job.id)
            return False
        return True

    async def _make(self, run: Run, stop: asyncio.Event) -> Outcome:
        """Let a job be made, and show how far it is; nothing is sent that could not be answered."""
        job, progress = run.job, run.progress
        presenter = run.presenter
        last = ""

        async def show(answer: Answer) -> bool:
            nonlocal last
            text = presenter.at_work(job, progress, answer.locale)
            if text == last:
                return False
            body = presenter.says(text, presenter.end_button(job, answer.locale))
            run.shows(await answer.show(body))
            last = text
            return True

        async def show_again() -> bool:
            with no_retries():
                return await show(run.answer)

        progress.place = await self._generation.foresee(job, run.presence)
        await self._reach.show(run, show)
        async with Throttle(show_again, every=presenter.every) as throttle:

            def on_text(text: str) -> None:
                progress.text += text
                throttle.news()

            def on_result(_: Result) -> None:
                progress.done += 1
                throttle.news()

            def on_place(place: int) -> None:
                progress.moved(place)
                throttle.news()

            def on_wait(wait: Waiting | None) -> None:
                progress.wait = wait
                throttle.news()

            results = await self._generation.work(
                job,
                run.presence,
                on_text=on_text if presenter.streams else None,
                on_result=on_result,
                on_place=on_place,
                on_wait=on_wait,
                stop=stop,
            )
        return Outcome.of(results, time.time() - progress.began)

    async def _deliver(self, run: Run, outcome: Outcome) -> None:
        """Show what was made: here, else to its author directly, else it is kept for them.

        Raise NotAllowed where somebody else wanted to see it in a place that is closed.
        """
        job = run.job
        with ExitStack() as posting:

            async def show(answer: Answer) -> list[Shown]:
                channel_id = answer.origin.place.channel_id
                posting.enter_context(self._pending.posting(channel_id))
                return await run.presenter.deliver(answer, job, outcome, run.accepted, run.shows)

            try:
                shown = await self._reach.show(run, show)
            except discord.HTTPException as error:
                if not is_refusal(error):
                    raise
                log.warning("job %d: its author can't be reached, what was made is kept", job.id)
                await self._generation.keep(job)
                text = self._texts.get("button-show", run.here.locale)
                await self._reach.end_line(run, "kept-for", show_button(job.id, text))
            else:
                if job.request.kind is JobKind.CHAT:
                    made = outcome.made[0]
                    run.drawn = await self._drawings.accept(run.answer, job, made, shown)
                await self._generation.posted(job, shown)
                await self._threads.begin(run.answer, job, outcome.made[0].turn, shown)
                self._log_channel.result(job, shown)
