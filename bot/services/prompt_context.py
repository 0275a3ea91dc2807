"""What is asked of a model: a request and what it goes on from, within the budget."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from bot.domain.content import Part
from bot.domain.conversation import Turn, TurnPath
from bot.domain.errors import Gone, NotAllowed, RequestTooLarge, UnusablePicture
from bot.domain.job import GenerationRequest, JobKind, Purpose
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import ModelLimits, Picture
from bot.domain.request import Fit
from bot.services.intake import Intake
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.relay import Relay
from bot.services.speakers import names_of, said_by
from bot.services.stored import stored_turn
from bot.services.versions import present_turn


@dataclass(frozen=True, slots=True)
class PromptContext:
    """Hold a request with the path that it continues, for one model and one budget in bytes.

    `older` is the turn before the path, where that goes further back than what the model gets.
    `names` are those of all who speak, by their ids, where they are more than one: the path has
    them already, and what is asked gets one when it is sent, so that it is kept as it was written.
    """

    model: ModelProfile
    request: GenerationRequest
    path: TurnPath
    parent_id: int | None
    budget: int
    older: tuple[Turn, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict[int, str])

    @property
    def is_spoiler(self) -> bool:
        """Tell whether a spoiler is among what is asked about or gone on from."""
        parts = [*self.request.user]
        for turn in self.path.turns:
            parts += [*turn.user, *turn.answer]
        return any(part.picture and part.picture.spoiler for part in parts)

    def fit(self, relay: Relay) -> Fit:
        """Tell how much of it fits into one request."""
        return relay.fit(self.model, self.path, self.request.user, budget=self.budget)

    def detached(self, picture: Picture) -> Self:
        """Go on without history: the picture that is meant is part of what is asked."""
        request = replace(self.request, user=(Part(picture=picture), *self.request.user))
        return replace(self, request=request, path=TurnPath(), older=())

    def is_first_cut(self, relay: Relay) -> bool:
        """Tell whether older turns are left out now which the turn before was asked with."""
        if not (self.older or self.fit(relay).left_out):
            return False
        before = (*self.older, *self.path.turns)
        if not before:
            return False
        begun_late = bool(self.older) and self.older[0].parent_id is not None
        asked = relay.fit(self.model, TurnPath(before[:-1]), before[-1].user, budget=self.budget)
        return not (begun_late or asked.left_out)


class PromptContexts:
    """Find what requests go on from, and make what is asked fit."""

    def __init__(
        self,
        conversations: Conversations,
        intake: Intake,
        models: Models,
        relay: Relay,
        budget: int,
    ) -> None:
        self._conversations = conversations
        self._intake = intake
        self._models = models
        self._relay = relay
        self._budget = budget

    async def about(self, request: GenerationRequest) -> PromptContext:
        """Return what a request asks, with what it goes on from, within the budget.

        Raise Gone where that was deleted, or RequestTooLarge where nothing helps.
        """
        model = self._models.of(request)
        parent_id, path = await self._gone_on_from(request, model)
        names, path = self._told(request, model, path)
        pointed = request.pointed.part if request.pointed else None
        if request.purpose is not Purpose.ANSWER and request.pointed is not None:
            path, pointed = [await self._bare(request)], 0
        context = PromptContext(
            model=model,
            request=request,
            path=TurnPath(tuple(path[-model.history :]), pointed),
            older=tuple(path[: -model.history]),
            parent_id=parent_id,
            budget=self._budget,
            names=names,
        )
        return await self._within_budget(context)

    async def foreseen(self, request: GenerationRequest) -> tuple[Turn, ...]:
        """Return the turns that a request would go on from now; raise as `about` does.

        What is said before it is its turn comes on top.
        """
        model = self._models.of(request)
        _, path = await self._gone_on_from(request, model)
        _, path = self._told(request, model, path)
        about = request.purpose is not Purpose.ANSWER and request.pointed is not None
        return (await self._bare(request),) if about else tuple(path[-model.history :])

    def _told(
        self, request: GenerationRequest, model: ModelProfile, path: list[Turn]
    ) -> tuple[dict[int, str], list[Turn]]:
        """Return the names of all who speak, if a model learns them, and what it is told of a path.

        A painter would write names into the picture, and what is talked about around pictures is
        not about the one that is changed.
        """
        if model.kind is ModelKind.IMAGE:
            return {}, [
                each for each in path if each.pictures or not self._models.talks(each.model)
            ]
        names = names_of(path, request)
        return names, [
            replace(each, user=said_by(names, each.author_id, each.user)) for each in path
        ]

    async def _gone_on_from(
        self, request: GenerationRequest, model: ModelProfile
    ) -> tuple[int | None, list[Turn]]:
        """Return the id of the turn that a request continues, and the path to that."""
        path: list[Turn] = []
        parent_id = request.parent_id or request.called_by_id
        if request.beside_id is not None:
            parent_id = (await stored_turn(self._conversations, request.beside_id)).parent_id
        elif request.place.thread_id is not None and await self.follows(request):
            parent_id = await present_turn(self._conversations, request.place.thread_id)
        if parent_id is not None:
            # One more than is sent, to know whether it is the first that is left out.
            path = await self._conversations.path(parent_id, limit=model.history + 1)
            if not path:
                raise Gone
            path = await self._seen_by(request.author_id, path)
        if request.kind is JobKind.PICTURE and request.parent_id is None:
            # It comes after what was said before, and is not about that.
            path = []
        return parent_id, path

    async def _seen_by(self, author_id: int, path: list[Turn]) -> list[Turn]:
        """Leave out what somebody else made for themselves alone, and all before it.

        What was shared with all may go on from such turns: neither its next author nor the model
        that answers them is to learn of those. Raise NotAllowed where nothing would be left.
        """
        others = [turn.id for turn in path if turn.author_id != author_id]
        if not others:
            return path
        hidden = await self._conversations.private_turns(others)
        first = 1 + max((at for at, turn in enumerate(path) if turn.id in hidden), default=-1)
        if first == len(path):
            raise NotAllowed(key="error-private")
        return path[first:]

    async def _bare(self, request: GenerationRequest) -> Turn:
        """Return the turn of the picture that is asked about, with nothing but that picture.

        It is no part of the request, which would keep its bytes when its message is deleted.
        """
        pointed = request.pointed
        turn = await self._conversations.turn(pointed.turn_id) if pointed else None
        picture = turn.picture(pointed.part) if turn and pointed else None
        if turn is None or picture is None:
            raise Gone
        return replace(turn, user=(), answer=(Part(picture=picture),))

    async def follows(self, request: GenerationRequest) -> bool:
        """Tell whether a request goes on from whatever is the newest turn of its thread.

        Words in any thread go on from what was said there; pictures only in a chat, and in direct
        messages, so that the next words know of them. What says itself what it goes on from does
        not: it is a branch.
        """
        thread_id = request.place.thread_id
        if thread_id is None or request.parent_id or request.beside_id or request.called_by_id:
            return False
        is_one = request.kind is JobKind.CHAT or request.place.guild_id is None
        return is_one or await self._conversations.chat_of(thread_id) is not None

    async def _within_budget(self, context: PromptContext) -> PromptContext:
        """Shrink what is asked where it breaks the budget by itself; raise RequestTooLarge."""
        if not context.fit(self._relay).is_too_large:
            return context
        if context.path.meant is not None:
            context = context.detached(context.path.meant)
        room = ModelLimits(max_bytes=context.fit(self._relay).picture_bytes)
        try:
            small = [
                Part(picture=await self._intake.shrink(part.picture, room))
                if part.picture
                else part
                for part in context.request.user
            ]
        except UnusablePicture:
            # No picture is so small: what else is asked with takes all there is.
            raise RequestTooLarge from None
        context = replace(context, request=replace(context.request, user=tuple(small)))
        if context.fit(self._relay).is_too_large:
            raise RequestTooLarge
        return context
