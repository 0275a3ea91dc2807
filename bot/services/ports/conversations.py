"""What is kept of conversations. Each method is one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.conversation import ChatChoice, Pointer, Turn
from bot.domain.job import Place
from bot.domain.version import Head, Node


class Conversations(Protocol):
    """Keep turns, the threads whose messages are turns, and where each channel stands."""

    async def path(self, turn_id: int, *, limit: int) -> list[Turn]:
        """Return the turns from the root (or `limit` back) to this turn, root first."""
        ...

    async def turn(self, turn_id: int) -> Turn | None:
        """Return one turn."""
        ...

    async def open_chat(self, place: Place, choice: ChatChoice, now: datetime) -> None:
        """Make a thread one whose messages are turns, or change its choice; idempotent."""
        ...

    async def chat_of(self, thread_id: int) -> ChatChoice | None:
        """Return how a thread whose messages are turns is answered; None for any other channel."""
        ...

    async def newest_turn(self, thread_id: int) -> int | None:
        """Return the id of the turn that was made last in a thread."""
        ...

    async def conversation_of(self, turn_id: int) -> int | None:
        """Return the conversation that a turn belongs to."""
        ...

    async def nodes(self, conversation_id: int) -> list[Node]:
        """Return the turns of a conversation as a tree, oldest first."""
        ...

    async def asked_turns(self, turn_ids: Sequence[int]) -> dict[int, tuple[Turn, Pointer | None]]:
        """Return turns by their ids, each with the picture that it was asked to change."""
        ...

    async def private_turns(self, turn_ids: Sequence[int]) -> set[int]:
        """Return which of these turns were made for their authors alone."""
        ...

    async def head(self, channel_id: int) -> Head | None:
        """Return what somebody went back to in a channel, while nothing there is newer."""
        ...

    async def go_back(self, channel_id: int, head: Head) -> None:
        """Let a channel or thread go on from here until something newer is made there.

        Raise Gone if the turn was deleted.
        """
        ...
