"""One request of a job: sent when it is its turn, on the terms of then; what comes is kept."""

import logging
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from typing import Final

from bot.domain.access import Terms
from bot.domain.attempts import Attempts
from bot.domain.errors import (
    AtelierError,
    Billing,
    Cancelled,
    StorageFailed,
    TakenOver,
    Unexpected,
)
from bot.domain.job import Draft, Job, JobKind, JobState, Purpose
from bot.services.access import Access, check_price
from bot.services.admission import Admission
from bot.services.areas import Areas
from bot.services.avatars import Avatars
from bot.services.budget_watch import BudgetWatch
from bot.services.guild_book import GuildBook
from bot.services.intake import Intake
from bot.services.job_watch import SENT, Made, Result
from bot.services.model_caller import ModelCaller, Note
from bot.services.ports.jobs import Jobs
from bot.services.prices import Prices
from bot.services.prompt_context import PromptContext

log = logging.getLogger(__name__)

FEWEST: Final = 3
"""Fewer durations than this make no expectation: one odd request would be half of it."""


class Durations:
    """Remember how long requests took lately: the source of the expected time.

    These are the last `keep` durations of each model and size, for as long as the process runs.
    What is noted has passed the check against the configured models, which bounds the memory.
    """

    def __init__(self, *, keep: int = 20) -> None:
        self._recent: defaultdict[tuple[str, str | None], deque[float]] = defaultdict(
            lambda: deque(maxlen=keep)
        )

    def note(self, model: str, size: str | None, seconds: float) -> None:
        """Remember how long an answered request took; its wait for a slot is no part of it."""
        self._recent[model, size].append(seconds)

    def expect(self, model: str, size: str | None) -> float | None:
        """Return the median of what is remembered in seconds, or None where that is too little."""
        recent = self._recent.get((model, size), ())
        return median(recent) if len(recent) >= FEWEST else None


class Sending:
    """Send requests of jobs, and store what comes back before anybody hears of it."""

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        model_caller: ModelCaller,
        jobs: Jobs,
        access: Access,
        prices: Prices,
        intake: Intake,
        admission: Admission,
        areas: Areas,
        avatars: Avatars,
        budget_watch: BudgetWatch,
        guild_book: GuildBook,
        durations: Durations,
    ) -> None:
        self._model_caller = model_caller
        self._jobs = jobs
        self._access = access
        self._prices = prices
        self._intake = intake
        self._admission = admission
        self._areas = areas
        self._avatars = avatars
        self._budget_watch = budget_watch
        self._guild_book = guild_book
        self._durations = durations

    async def send(
        self,
        job: Job,
        context: PromptContext,
        attempts: Attempts,
        on_text: Callable[[str], None] | None,
        on_place: Callable[[int], None],
    ) -> Result:
        """Send it, and return what was made, or why it was not; what that may cost is booked.

        `on_text` takes what comes of words, and `on_place` the place in the queue, SENT at last.
        """
        try:
            return await self._make(job, context, attempts, on_text, on_place)
        except AtelierError as caught:
            error = caught
        except Exception:
            error = Unexpected(reference=secrets.token_hex(4))
            log.exception("job %d: unexpected error %s", job.id, error.values["reference"])
        if attempts.sent and isinstance(error, Unexpected | StorageFailed):
            error.billing = Billing.POSSIBLE
        if not isinstance(error, TakenOver):
            await self._book(job, error)
        return error

    async def _book(self, job: Job, error: AtelierError) -> None:
        """Write down what one failure may have cost; where that fails, the end of the job does."""
        try:
            await self._jobs.failed_one(job.id, datetime.now(UTC), possibly_billed=error.may_cost)
        except StorageFailed as failed:
            log.warning("job %d: a failure could not be booked: %s", job.id, failed.detail)

    async def _make(
        self,
        job: Job,
        context: PromptContext,
        attempts: Attempts,
        on_text: Callable[[str], None] | None,
        on_place: Callable[[int], None],
    ) -> Made:
        request = job.request
        async with self._admission.slot(
            guild_id=request.place.guild_id,
            author_id=request.author_id,
            on_place=on_place,
        ):
            # It may have waited here for long, and an avatar, or a copy made for it alone, be gone,
            # its author blocked, or its server have other models, prices or relays.
            terms = self._access.readmit(request.place.guild_id, request.author_id)
            micros = self._by_now(context, terms)
            if request.person_id is not None:
                await self._avatars.check(request)
            await self._intake.hold(context.request.user)
            on_place(SENT)
            async with self._budget_watch.over(request.place.guild_id):
                leaves = await self._jobs.sent(
                    job.id, datetime.now(UTC), terms=terms, micros=micros
                )
            if not leaves:
                is_cancelled = await self._jobs.state(job.id) is JobState.CANCELLED
                raise Cancelled if is_cancelled else TakenOver
            began = time.monotonic()
            asked = await self._model_caller.ask(context, attempts, on_text)
            self._durations.note(asked.model.id, request.size, time.monotonic() - began)
        answer = asked.reply.parts
        if context.is_spoiler or self._guild_book.of(request.place.guild_id).spoilers:
            answer = tuple(part.as_spoiler() for part in answer)
        # Of what is only asked about nothing is kept, nor of a copy that was made of it.
        is_about = request.purpose is not Purpose.ANSWER and request.pointed is not None
        draft = Draft(
            parent_id=context.parent_id,
            user=request.user if is_about else context.request.user,
            answer=answer,
            model=asked.model.id,
            family=asked.model.family,
            grounding=asked.reply.grounding,
            micros=self._prices.spent(asked.model, asked.reply, request.size),
        )
        turn = await self._jobs.made(job, draft, datetime.now(UTC))
        if request.area is not None:
            turn = await self._areas.keep_rest(request, turn)
        notes = asked.notes
        if request.kind is JobKind.PICTURE and not turn.pictures:
            notes += (Note("note-no-picture"),)
        return Made(turn, notes, asked.reply.cut, draft.micros)

    def _by_now(self, context: PromptContext, terms: Terms) -> int | None:
        """Return what a request can cost at most, where money is counted; raise PriceUnknown."""
        if not terms.has_budget:
            return None
        micros = self._prices.most(context.request, context.model, context.path.turns)
        check_price(terms, micros, context.model.name)
        return micros
