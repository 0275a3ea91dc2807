"""Asking a model: again without memory where it refuses that, another where it is not there."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.domain.attempts import Attempts
from bot.domain.errors import MemoryRejected, RelayError, Stopped
from bot.domain.guild_settings import LONGEST_PERSONA
from bot.domain.job import JobKind, Purpose
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import CutShort, GenerationOptions, Reply, Safety, stricter
from bot.domain.tool import Tool
from bot.services.drawing import drawing_tool
from bot.services.fallback import another_may_help
from bot.services.guild_book import GuildBook
from bot.services.models import Models
from bot.services.ports.relay import Relay
from bot.services.prompt_context import PromptContext
from bot.services.speakers import said_by

log = logging.getLogger(__name__)

_CUTS = {
    CutShort.BY_MODEL: "note-cut",
    CutShort.STOPPED: "note-stopped",
    CutShort.UNREADABLE: "note-unreadable",
}
"""What is said of an answer that is not whole; what broke off is told with a button."""


@dataclass(frozen=True, slots=True)
class Note:
    """Name a quiet sentence for the answer, with its variables."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Answered:
    """Hold an answer, which model gave it, and what its reader should know about that."""

    model: ModelProfile
    reply: Reply
    notes: tuple[Note, ...]


class ModelCaller:
    """Ask models, as strictly as the operator and the server want: the stricter of both."""

    def __init__(self, relay: Relay, models: Models, guild_book: GuildBook, safety: Safety) -> None:
        self._relay = relay
        self._models = models
        self._guild_book = guild_book
        self._safety = safety

    async def ask(
        self,
        context: PromptContext,
        attempts: Attempts,
        on_text: Callable[[str], None] | None = None,
    ) -> Answered:
        """Ask the model, or one that may stand in for it; raise the first one's error.

        What a stand-in fails with takes nobody's place, but tells what all of it may have cost.
        """
        request, asked = context.request, context.model
        failure: RelayError | None = None
        for model in (asked, *self._models.stand_ins(asked, request)):
            try:
                reply, notes = await self._ask_one(replace(context, model=model), attempts, on_text)
            except Stopped:
                raise
            except RelayError as error:
                failure = failure or error
                failure.billing = error.billing
                if another_may_help(error) and attempts.may_go_on:
                    continue
                break
            if model is not asked:
                notes.append(Note("note-other-model", {"asked": asked.name, "model": model.name}))
            if request.search and not model.search:
                notes.append(Note("note-not-searched", {"model": model.name}))
            if request.thoughts and reply.thoughts:
                # Its beginning is shown; nothing of it is kept, nor sent back.
                thoughts = reply.thoughts.replace("**", " ")
                notes.insert(0, Note("note-thoughts", {"thoughts": thoughts}))
            notes += [*self._not_as_before(context), *_of_reply(reply)]
            return Answered(model, reply, tuple(notes))
        assert failure is not None
        raise failure

    async def _ask_one(
        self, context: PromptContext, attempts: Attempts, on_text: Callable[[str], None] | None
    ) -> tuple[Reply, list[Note]]:
        """Ask one model; where it refuses its memory and that cost nothing, once more without."""
        notes = [Note("note-history-cut")] if context.is_first_cut(self._relay) else []
        if self._is_first_unread(context):
            notes.append(Note("note-files-unread", {"model": context.model.name}))
        try:
            reply = await self._send(context, attempts, on_text)
        except MemoryRejected as error:
            if not (error.billing.allows_another and attempts.may_go_on):
                raise
            log.warning("memory refused, asked again without: %s", error.detail)
            notes.append(Note("note-signatures-rebuilt"))
            reply = await self._send(context, attempts, on_text, with_memory=False)
        return reply, notes

    def _not_as_before(self, context: PromptContext) -> list[Note]:
        """Say it where a server no longer allows the model that was asked before."""
        request, model = context.request, context.model
        before = [request.model, *(turn.model for turn in context.path.turns[-1:])]
        here = self._models.at(request.place.guild_id)
        barred = next((each for each in before if here.bars(each, model.kind)), None)
        if barred is None:
            return []
        names = {"asked": here.name(barred), "model": model.name}
        return [Note("note-model-not-here", names)]

    def _is_first_unread(self, context: PromptContext) -> bool:
        """Tell whether a file is left out now that the turn before was asked with."""
        turns = context.path.turns
        files = [part.file for turn in turns for part in turn.user if part.file]
        unread = [file for file in files if not context.model.reads(file)]
        talked = [turn.model for turn in turns if self._models.talks(turn.model)]
        return bool(unread and talked) and any(
            map(self._models.recall(talked[-1], ModelKind.CHAT).reads, unread)
        )

    async def _send(
        self,
        context: PromptContext,
        attempts: Attempts,
        on_text: Callable[[str], None] | None,
        *,
        with_memory: bool = True,
    ) -> Reply:
        request = context.request
        settings = self._guild_book.of(request.place.guild_id)
        is_chat = request.kind is JobKind.CHAT and request.purpose is Purpose.ANSWER
        options = GenerationOptions(
            budget=context.budget,
            aspect=request.aspect,
            size=request.size,
            thinking=request.thinking,
            search=request.search,
            thoughts=request.thoughts,
            safety=stricter(self._safety, settings.safety),
            with_memory=with_memory,
            on_text=on_text,
            tools=self._tools(context) if request.kind is JobKind.CHAT else (),
            persona=settings.persona[:LONGEST_PERSONA] if is_chat else "",
            attempts=attempts,
            guild_id=request.place.guild_id,
            pays_itself=request.pays_itself,
        )
        asked = request.user
        if context.names:
            asked = said_by(context.names, request.author_id, asked)
        return await self._relay.generate(context.model, context.path, asked, options)

    def _tools(self, context: PromptContext) -> tuple[Tool, ...]:
        """Return what a model may call while it talks: nothing where it searches."""
        model, request = context.model, context.request
        is_searching = request.search and model.search
        if not model.tools or is_searching or request.purpose is not Purpose.ANSWER:
            return ()
        painter = self._models.at(request.place.guild_id).find(None, ModelKind.IMAGE)
        return (drawing_tool(painter),)


def _of_reply(reply: Reply) -> list[Note]:
    """Return what is said of an answer that is not quite what was asked for."""
    notes: list[Note] = []
    if reply.is_elsewhere:
        notes.append(Note("note-other-relay", {"relay": reply.relay}))
    if any(part.picture and part.picture.is_half for part in reply.parts):
        notes.append(Note("note-half"))
    if reply.is_draft:
        notes.append(Note("note-draft"))
    if reply.barred:
        notes.append(Note("note-result-barred"))
    if reply.cut and reply.cut in _CUTS:
        notes.append(Note(_CUTS[reply.cut]))
    return notes
