"""In which threads all that is written is part of a chat, and how the bot answers there."""

import sys
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.conversation import ChatChoice
from bot.domain.job import Place
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.services.admission import Lines
from bot.services.models import Models
from bot.services.ports.conversations import Conversations


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """How the bot answers in a chat: which model, how long it thinks, whether it searches.

    With `thoughts` it tells what it thought.
    """

    model: ModelProfile
    thinking: Thinking | None = None
    search: bool = False
    thoughts: bool = False


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

    async def open(self, place: Place, chat: ChatSettings) -> None:
        """Make the messages of a thread turns from now on, answered like this."""
        choice = ChatChoice(chat.model.id, chat.thinking, chat.search, chat.thoughts)
        await self._conversations.open_chat(place, choice, datetime.now(UTC))

    async def of(self, channel_id: int) -> ChatSettings | None:
        """Return how the bot answers in a thread whose messages are turns; None in any other."""
        chosen = await self._conversations.chat_of(channel_id)
        if chosen is None:
            return None
        model = self._models.recall(chosen.model, ModelKind.CHAT)
        return ChatSettings(model, chosen.thinking, chosen.search, chosen.thoughts)

    def usual(self) -> ChatSettings:
        """Return how the bot answers where nobody has chosen."""
        return ChatSettings(self._models.find(None, ModelKind.CHAT))
