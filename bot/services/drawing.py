"""Pictures that a model asks for while it talks: as the tool of that name, and as a request.

A member pays for such a picture as for any other, so it is a job of its own, which is accepted, and
reserved, before anything is sent.
"""

from dataclasses import replace
from typing import Final

from bot.domain.content import user_parts
from bot.domain.conversation import Turn
from bot.domain.errors import NothingToEdit, RequestError
from bot.domain.job import GenerationRequest, Job, JobKind
from bot.domain.model import CHAT_HISTORY, ModelKind, ModelProfile, nearest_aspect
from bot.domain.picture import Picture
from bot.domain.tool import Parameter, ParameterKind, Tool, ToolCall
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs

DRAW: Final = "draw"

PROMPT_CHARACTERS: Final = 4_000
"""How much of what a model writes to a painter is passed on: as much as members may write."""


def drawing_tool(painter: ModelProfile) -> Tool:
    """Return the tool by which a model has a picture made, with the ratios that are to be had."""
    return Tool(
        DRAW,
        "Make one picture, or change one, and show it to the member. Call it only when the member"
        " asks for a picture, and once at most for an answer. The picture is shown below your"
        " words: don't describe it, and don't promise another one.",
        (
            Parameter(
                "prompt",
                "What the picture is to show, or what is to change in it: complete in itself,"
                " because the painter does not see the conversation.",
                required=True,
            ),
            Parameter(
                "edit",
                "True to change a picture: the one that the member attached to this message, else"
                " the newest one of the conversation.",
                ParameterKind.SWITCH,
            ),
            Parameter(
                "aspect", "Width to height, if the member named a format.", choices=painter.aspects
            ),
        ),
    )


class Drawing:
    """Find out which picture an answer in words asks for."""

    def __init__(self, conversations: Conversations, models: Models, jobs: Jobs) -> None:
        self._conversations = conversations
        self._models = models
        self._jobs = jobs

    async def asked(self, job: Job, turn: Turn, *, message_id: int) -> GenerationRequest | None:
        """Return the request for the picture that the answer to a job asks for.

        `message_id` is the message that shows the answer; return None where no picture is asked
        for, or a job was accepted for it already: the words may be posted anew. Raise a
        RequestError where a call makes no sense.
        """
        call = turn.call
        if call is None or await self._jobs.is_called_for(turn.id):
            return None
        prompt = _prompt(call)
        painter = self._models.at(job.request.place.guild_id).find(None, ModelKind.IMAGE)
        pictures: list[Picture] = []
        if call.arguments.get("edit") is True:
            pictures = (await self._meant(turn))[: painter.max_references]
            if not pictures:
                raise NothingToEdit
        aspect = call.arguments.get("aspect")
        if aspect not in painter.aspects:
            aspect = None if pictures else painter.usual_aspect
            if len(pictures) > 1:
                aspect = nearest_aspect(painter.aspects, pictures[0])
        return replace(
            job.request,
            kind=JobKind.PICTURE,
            prompt=prompt,
            model=painter.id,
            user=user_parts(pictures, prompt),
            source_id=message_id,
            parent_id=None,
            beside_id=None,
            called_by_id=turn.id,
            aspect=str(aspect) if aspect else None,
            size=painter.usual_size,
            thinking=None,
            search=False,
        )

    async def _meant(self, turn: Turn) -> list[Picture]:
        """Return the pictures that came with a question, else the newest one before it."""
        if given := [part.picture for part in turn.user if part.picture]:
            return given
        for before in reversed(await self._conversations.path(turn.id, limit=CHAT_HISTORY)):
            seen = [part.picture for part in before.user if part.picture]
            if seen := [*seen, *(picture for _, picture in before.finals)]:
                return seen[-1:]
        return []


def _prompt(call: ToolCall) -> str:
    """Return what is to be painted; raise a RequestError where that is not said."""
    if call.name != DRAW:
        raise RequestError(key="refused-unexpected-call")
    prompt = call.arguments.get("prompt")
    if not isinstance(prompt, str) or not prompt.strip():
        raise RequestError(key="refused-malformed-call")
    return prompt.strip()[:PROMPT_CHARACTERS]
