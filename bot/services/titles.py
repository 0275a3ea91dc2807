"""What a thread is called, after what was said in it first.

Nobody asks for a title, so it is no job and counts for no member. What it may cost the operator is
bounded instead: one short request for each thread that the bot opens, of a model that they choose,
which is sent once and never again; and a setting switches it off.
"""

import unicodedata
from dataclasses import replace
from typing import Final

from bot.domain.attempts import Attempts
from bot.domain.content import Part
from bot.domain.conversation import Turn, TurnPath
from bot.domain.model import CHAT_HISTORY, ModelKind, ModelProfile, Thinking
from bot.domain.request import GenerationOptions
from bot.services.admission import Admission
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.relay import Relay

TITLE_CHARACTERS: Final = 60
"""What is longer is no title of a few words."""

ANSWER_TOKENS: Final = 1_024
"""What a model may write for a title, its thoughts included."""

SECONDS: Final = 60.0
"""How long a title may take: a thread has a name meanwhile."""

BODY_BYTES: Final = 64 * 1024

_ASKED_CHARACTERS: Final = 500
_ANSWERED_CHARACTERS: Final = 1_000

_ASK: Final = (
    "Give the conversation below a title of 3 to 6 words, in the language of its first message."
    " Answer with the title alone.\n\nA member wrote:\n{asked}\n\nThe answer was:\n{answered}"
)

_NO_PART_OF_A_NAME: Final = frozenset('*_~`|<>@#\\"“”「」')
"""Marks of Discord's and quotation marks: a thread's name shows them as they are."""


class Titles:
    """Ask a model what a conversation is about."""

    def __init__(
        self,
        relay: Relay,
        conversations: Conversations,
        models: Models,
        admission: Admission,
        *,
        model_id: str,
    ) -> None:
        self._relay = relay
        self._conversations = conversations
        self._models = models
        self._admission = admission
        self._model_id = model_id

    async def of(self, thread_id: int, guild_id: int) -> str:
        """Return a title for what was said first in a server's thread; empty where there is none.

        Raise a RelayError where the relay gave none.
        """
        newest = await self._conversations.newest_turn(thread_id)
        if newest is None:
            return ""
        path = await self._conversations.path(newest, limit=CHAT_HISTORY)
        return await self.about(path[0], guild_id)

    async def about(self, first: Turn, guild_id: int | None) -> str:
        """Return a title for what a turn begins; see `of`."""
        here = self._models.at(guild_id)
        model = _short_spoken(here.recall(self._model_id, ModelKind.CHAT))
        options = GenerationOptions(
            budget=BODY_BYTES,
            thinking=Thinking.LOW if Thinking.LOW in model.thinking else None,
            attempts=Attempts(most=1, patience=0.0),
            guild_id=guild_id,
        )
        asked = (Part(text=_question(first)),)
        async with self._admission.slot(guild_id=guild_id):
            reply = await self._relay.generate(model, TurnPath(), asked, options)
        return _title("".join(part.text or "" for part in reply.parts))


def _short_spoken(model: ModelProfile) -> ModelProfile:
    return replace(
        model,
        sampling=replace(model.sampling, max_output_tokens=ANSWER_TOKENS),
        timeouts={},
        timeout=SECONDS,
        totals={},
        total=SECONDS,
    )


def _question(first: Turn) -> str:
    return _ASK.format(
        asked=first.prompt[:_ASKED_CHARACTERS],
        answered=first.text[:_ANSWERED_CHARACTERS] or "(a picture)",
    )


def _title(text: str) -> str:
    """Return the first line of an answer as a name; empty where it is none."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    seen = (
        " " if unicodedata.category(each)[0] in "CZ" else each
        for each in line
        if each not in _NO_PART_OF_A_NAME
    )
    title = " ".join("".join(seen).split()).rstrip(".。:\uff1a")
    return title if len(title) <= TITLE_CHARACTERS else ""
