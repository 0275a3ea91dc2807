"""In which threads all that is written is part of a chat, and how the bot answers there."""

import sys
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.conversation import ChatChoice
from bot.domain.guild_settings import Feature
from bot.domain.job import Place
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.services.admission import Lines
from bot.services.guild_book import GuildBook
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

    def __init__(self, conversations: Conversations, models: Models, guild_book: GuildBook) -> None:
        self._conversations = conversations
        self._models = models
        self._guild_book = guild_book
        # Who stands here is let in, or refused, one after the other: no end of the line is needed.
        self._lines = Lines(longest=sys.maxsize)

    def turn(self, channel_id: int) -> AbstractAsyncContextManager[None]:
        """Stand behind the messages that came before in a thread, until those are understood."""
        return self._lines.turn(channel_id)

    async def open(self, place: Place, chat: ChatSettings) -> None:
        """Make the messages of a thread turns from now on, answered like this."""
        choice = ChatChoice(chat.model.id, chat.thinking, chat.search, chat.thoughts)
        await self._conversations.open_chat(place, choice, datetime.now(UTC))

    async def of(self, place: Place) -> ChatSettings | None:
        """Return how the bot answers in a thread whose messages are turns; None in any other.

        It goes on without a search once the server has switched that off.
        """
        chosen = await self._conversations.chat_of(place.channel_id)
        if chosen is None:
            return None
        model = self._models.at(place.guild_id).recall(chosen.model, ModelKind.CHAT)
        search = chosen.search and self._guild_book.of(place.guild_id).has(Feature.SEARCH)
        return ChatSettings(model, chosen.thinking, search, chosen.thoughts)

    def usual(self, place: Place) -> ChatSettings:
        """Return how the bot answers where nobody has chosen."""
        return ChatSettings(self._models.at(place.guild_id).find(None, ModelKind.CHAT))
