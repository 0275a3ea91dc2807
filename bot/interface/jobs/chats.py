"""In which threads all that is written is part of a chat, and how the bot answers there."""

import sys
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

from bot.domain.job import Place
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.services.admission import Lines
from bot.services.models import Models
from bot.services.ports.conversations import Conversations


class Chats:
    """The threads whose messages are turns, and the model that each has chosen."""

    def __init__(self, conversations: Conversations, models: Models) -> None:
        self._conversations = conversations
        self._models = models
        # Who stands here is let in, or refused, one after the other: no end of the line is needed.
        self._lines = Lines(longest=sys.maxsize)

    def turn(self, channel_id: int) -> AbstractAsyncContextManager[None]:
        """Stand behind the messages that came before in a thread, until those are understood."""
        return self._lines.turn(channel_id)

    async def open(self, place: Place, *, model: str, thinking: Thinking | None) -> None:
        """Make the messages of a thread turns from now on."""
        await self._conversations.keep_thread(
            place, model=model, thinking=thinking, now=datetime.now(UTC)
        )

    async def is_chat(self, channel_id: int) -> bool:
        """Tell whether the messages of this thread are turns."""
        return await self._conversations.kept_thread(channel_id) is not None

    async def options_of(self, channel_id: int) -> tuple[ModelProfile, Thinking | None]:
        """Return which model answers here, and how long it thinks."""
        kept = await self._conversations.kept_thread(channel_id)
        if kept is None:
            return self._models.find(None, ModelKind.CHAT), None
        model, thinking = kept
        return self._models.recall(model, ModelKind.CHAT), thinking
