"""Make, edit and talk: from a member's order to stored turns.

The order of the steps is what keeps money safe: the job is a row before anything is sent, the
answer's bytes and turn are rows before anything is posted, and only what surely was not billed is
called free.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.content import Part
from bot.domain.conversation import Composition, Turn, compose
from bot.domain.errors import (
    AtelierError,
    Billing,
    EmptyPrompt,
    Gone,
    PromptTooLong,
    SignatureRejected,
)
from bot.domain.job import Draft, Job, JobKind, Order, Shown
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import ModelLimits, Picture
from bot.domain.request import GenerateRequest, Reply, Safety
from bot.services.admission import Admission
from bot.services.intake import Intake
from bot.services.models import Models, check_options
from bot.services.ports import Relay, Store

log = logging.getLogger(__name__)

PATH_TURNS = 100
"""How many turns of a path are read at most; the byte budget cuts long before."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Hold the operator's limits."""

    daily_pictures: int = 20
    body_budget: int = 20 * 1024 * 1024
    prompt_characters: int = 4_000
    safety: Safety = Safety.DEFAULT
    persona: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """Hold one turn that was made, and what its reader should know about it.

    `notes` are keys of quiet sentences for the answer.
    """

    turn: Turn
    reply: Reply
    notes: tuple[str, ...] = ()


class Studio:
    """Take orders, send them to the relay, and keep what comes back."""

    def __init__(
        self,
        relay: Relay,
        store: Store,
        intake: Intake,
        models: Models,
        admission: Admission,
        policy: Policy,
    ) -> None:
        self._relay = relay
        self._store = store
        self._intake = intake
        self._models = models
        self._admission = admission
        self._policy = policy

    def visit(self) -> AbstractAsyncContextManager[None]:
        """Be present from an order to its answer; raise a LimitError where there is no room."""
        return self._admission.visit()

    async def accept(self, order: Order) -> Job:
        """Check an order and write it down; raise a RequestError or LimitError, nothing written."""
        if not order.prompt.strip() and not any(part.picture for part in order.user):
            raise EmptyPrompt
        if len(order.prompt) > self._policy.prompt_characters:
            raise PromptTooLong(limit=self._policy.prompt_characters)
        check_options(self._model(order), aspect=order.aspect, size=order.size)
        return await self._store.accept(
            order, daily_limit=self._policy.daily_pictures, now=datetime.now(UTC)
        )

    async def work(
        self, job: Job, *, on_text: Callable[[str], None] | None = None
    ) -> AsyncIterator[Made | AtelierError]:
        """Send an accepted job and yield what is made, or why not, as it arrives.

        A job of several pictures yields as many results, each of which may have failed alone.
        """
        async with self._admission.conversations.turn(job.conversation_id):
            try:
                question = await self._question(job)
            except BaseException as error:
                await self._fail(job, error, possibly_billed=False)
                raise
            requests = [
                asyncio.create_task(self._make(job, question, on_text))
                for _ in range(job.order.count)
            ]
            failure: AtelierError | None = None
            try:
                for done in asyncio.as_completed(requests):
                    try:
                        yield await done
                    except AtelierError as error:
                        failure = _dearer(failure, error)
                        yield error
            except BaseException as error:
                for request in requests:
                    request.cancel()
                await asyncio.gather(*requests, return_exceptions=True)
                await self._fail(job, error, possibly_billed=True)
                raise
            if failure is not None:
                await self._fail(job, failure, possibly_billed=failure.billing is Billing.POSSIBLE)

    async def posted(self, job: Job, shown: list[Shown]) -> None:
        """Write down which message shows what was made."""
        await self._store.posted(job.id, shown, datetime.now(UTC))

    async def again(self, job_id: int) -> Job:
        """Return the job of a button; raise Gone if it is no longer kept."""
        job = await self._store.job(job_id)
        if job is None:
            raise Gone
        return job

    async def turns_of(self, job_id: int) -> list[Turn]:
        """Return what a job made, in the order in which it was made."""
        return await self._store.turns_of(job_id)

    def model_name(self, order: Order) -> str:
        """Return the name that members read of the model that an order uses."""
        return self._model(order).name

    async def _question(self, job: Job) -> "_Question":
        order = job.order
        path: list[Turn] = []
        parent_id = order.parent_id
        if parent_id is None and order.place.thread_id is not None:
            parent_id = await self._store.newest_turn(order.place.thread_id)
        if parent_id is not None:
            path = await self._store.path(parent_id, limit=PATH_TURNS)
            if not path:
                raise Gone
        pointed = order.pointed.part if order.pointed else None
        question = _Question(
            model=self._model(order),
            order=order,
            parent_id=parent_id,
            path=path,
            pointed=pointed,
            budget=self._policy.body_budget,
        )
        await self._shrink_if_alone_too_large(question)
        return question

    async def _shrink_if_alone_too_large(self, question: "_Question") -> None:
        """Let a picture that breaks the budget by itself travel small, in the user turn."""
        meant = question.meant
        if meant is None or question.compose().wire_bytes <= question.budget:
            return
        small = await self._intake.shrink(meant, ModelLimits())
        question.detach(small)

    async def _make(
        self, job: Job, question: "_Question", on_text: Callable[[str], None] | None
    ) -> Made:
        composition = question.compose()
        notes: list[str] = []
        if composition.left_out and not question.was_cut_before():
            notes.append("note-history-cut")
        async with self._admission.slot():
            await self._store.sent(job.id, datetime.now(UTC))
            try:
                reply = await self._ask(question, composition, on_text)
            except SignatureRejected as error:
                log.warning("job %d: signature refused, rebuilt: %s", job.id, error.detail)
                notes.append("note-signatures-rebuilt")
                reply = await self._ask(question, question.compose(signed=False), on_text)
        turn = await self._keep(job, question, reply)
        if job.order.kind is JobKind.PICTURE and not turn.pictures:
            notes.append("note-no-picture")
        if reply.cut:
            notes.append("note-cut")
        return Made(turn, reply, tuple(notes))

    async def _ask(
        self,
        question: "_Question",
        composition: Composition,
        on_text: Callable[[str], None] | None,
    ) -> Reply:
        order = question.order
        request = GenerateRequest(
            model=question.model,
            contents=composition.contents,
            aspect=order.aspect,
            size=order.size,
            thinking=order.thinking,
            search=order.search,
            system=self._policy.persona if order.kind is JobKind.CHAT else None,
            safety=self._policy.safety,
        )
        return await self._relay.generate(request, on_text=on_text)

    async def _keep(self, job: Job, question: "_Question", reply: Reply) -> Turn:
        """Store an answer; a cancelled member or a stopping process does not undo what was paid."""
        draft = Draft(
            parent_id=question.parent_id,
            user=question.asked,
            answer=reply.parts,
            model=question.model.id,
            family=question.model.family,
        )
        return await asyncio.shield(self._store.made(job, draft, datetime.now(UTC)))

    async def _fail(self, job: Job, error: BaseException, *, possibly_billed: bool) -> None:
        name = error.message_key if isinstance(error, AtelierError) else type(error).__name__
        await asyncio.shield(
            self._store.failed(job.id, name, datetime.now(UTC), possibly_billed=possibly_billed)
        )

    def _model(self, order: Order) -> ModelProfile:
        kind = ModelKind.CHAT if order.kind is JobKind.CHAT else ModelKind.IMAGE
        return self._models.recall(order.model, kind)


@dataclass(slots=True)
class _Question:
    """Hold what goes into a request, so that it can be composed signed and, if need be, not."""

    model: ModelProfile
    order: Order
    parent_id: int | None
    path: list[Turn]
    pointed: int | None
    budget: int

    @property
    def asked(self) -> tuple[Part, ...]:
        return self.order.user

    @property
    def meant(self) -> Picture | None:
        if self.pointed is None or not self.path:
            return None
        return self.path[-1].picture(self.pointed)

    def compose(self, *, signed: bool = True) -> Composition:
        return compose(
            self.path,
            self.asked,
            self.model,
            budget=self.budget,
            pointed=self.pointed,
            signed=signed,
        )

    def detach(self, picture: Picture) -> None:
        """Go on without history: the picture that is meant is part of what is asked."""
        self.order = replace(self.order, user=(Part(picture=picture), *self.order.user))
        self.path = []
        self.pointed = None

    def was_cut_before(self) -> bool:
        """Tell whether the turn before was asked without older turns already."""
        if not self.path:
            return False
        before = compose(self.path[:-1], self.path[-1].user, self.model, budget=self.budget)
        return before.left_out > 0


def _dearer(one: AtelierError | None, other: AtelierError) -> AtelierError:
    """Return the failure of the two that may have been billed."""
    return one if one is not None and one.billing is Billing.POSSIBLE else other
