"""Conversations in a SQL database: turns, and the chats in threads."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row

from bot.domain.conversation import ChatChoice, Pointer, Turn
from bot.domain.errors import Gone
from bot.domain.job import Place, Shown
from bot.domain.model import Thinking
from bot.domain.version import Head, Node
from bot.storage import places, reads, writes
from bot.storage.database import Database, reading, writing


class Conversations(Database):
    """Find turns by what members point at, and keep the chats of threads."""

    @reading
    def path(self, connection: Connection, turn_id: int, *, limit: int) -> list[Turn]:
        """Return the turns from the root (or `limit` back) to this turn, root first."""
        found = connection.execute(reads.PATH, {"turn_id": turn_id, "most": limit})
        return [Turn(*row) for row in found]

    @reading
    def turn(self, connection: Connection, turn_id: int) -> Turn | None:
        """Return one turn."""
        row = connection.execute(reads.TURN, {"turn_id": turn_id}).one_or_none()
        return None if row is None else Turn(*row)

    @reading
    def newest_turn(self, connection: Connection, thread_id: int) -> int | None:
        """Return the id of the turn that was made last in a thread, of whatever conversation."""
        return connection.scalar(reads.NEWEST_TURN, {"thread_id": thread_id})

    @writing
    def open_chat(
        self, connection: Connection, place: Place, choice: ChatChoice, now: datetime
    ) -> None:
        """Make a thread one whose messages are turns, or change its choice; idempotent."""
        if place.thread_id is None:
            raise ValueError("only a thread can be kept")
        change = {
            "thread": place.thread_id,
            "new_model": choice.model,
            "new_thinking": choice.thinking,
            "new_search": choice.search,
            "new_thoughts": choice.thoughts,
        }
        if not connection.execute(writes.CHANGE_CHAT, change).rowcount:
            row = {
                "guild_id": place.guild_id,
                "channel_id": place.channel_id,
                "thread_id": place.thread_id,
                "model": choice.model,
                "thinking": choice.thinking,
                "search": choice.search,
                "thoughts": choice.thoughts,
                "created_at": now,
            }
            connection.execute(writes.BEGIN_CONVERSATION, row)
        places.note(
            connection,
            now,
            channel_id=place.thread_id,
            guild_id=place.guild_id,
            parent_id=place.parent_id,
        )

    @reading
    def chat_of(self, connection: Connection, thread_id: int) -> ChatChoice | None:
        """Return how a thread whose messages are turns is answered; None for any other channel."""
        row = connection.execute(reads.CHAT_OF_THREAD, {"thread_id": thread_id}).one_or_none()
        if row is None or row.model is None:
            return None
        thinking = Thinking(row.thinking) if row.thinking else None
        return ChatChoice(row.model, thinking, row.search, row.thoughts)

    @reading
    def head(self, connection: Connection, channel_id: int) -> Head | None:
        """Return what somebody went back to in a channel, while nothing there is newer."""
        row = connection.execute(reads.HEAD, {"channel_id": channel_id}).one_or_none()
        return None if row is None else Head(*row)

    @writing
    def go_back(self, connection: Connection, channel_id: int, head: Head) -> None:
        """Let a channel or thread go on from here until something newer is made there.

        Newer is what is made from now on, wherever: raise Gone if the turn was deleted.
        """
        values = {"channel_id": channel_id, "turn_id": head.turn_id, "part": head.part}
        connection.execute(writes.FORGET_HEAD, {"channel_id": channel_id})
        if connection.scalar(writes.SET_HEAD, values) is None:
            raise Gone

    @reading
    def conversation_of(self, connection: Connection, turn_id: int) -> int | None:
        """Return the conversation that a turn belongs to."""
        return connection.scalar(reads.CONVERSATION_OF_TURN, {"turn_id": turn_id})

    @reading
    def nodes(self, connection: Connection, conversation_id: int) -> list[Node]:
        """Return the turns of a conversation as a tree, oldest first."""
        rows = connection.execute(reads.NODES, {"conversation_id": conversation_id})
        return [_node(list(same)) for _, same in groupby(rows, key=lambda row: row.node)]

    @reading
    def private_turns(self, connection: Connection, turn_ids: Sequence[int]) -> set[int]:
        """Return which of these turns were made for their authors alone."""
        rows = connection.execute(reads.REQUESTS_OF_TURNS, {"turn_ids": list(turn_ids)})
        return {row.id for row in rows if row.request.private}

    @reading
    def asked_turns(
        self, connection: Connection, turn_ids: Sequence[int]
    ) -> dict[int, tuple[Turn, Pointer | None]]:
        """Return turns by their ids, each with the picture that it was asked to change."""
        rows = connection.execute(reads.ASKED_TURNS, {"turn_ids": list(turn_ids)})
        return {turn[0]: (Turn(*turn), request.pointed) for *turn, request in rows}


def _node(rows: Sequence[Row[*tuple[Any, ...]]]) -> Node:
    """Make a node of a turn's rows; one that nothing shows has a row without a message."""
    places = [
        Shown(row.message_id, row.position, row.turn_id, row.part, row.channel_id)
        for row in rows
        if row.message_id is not None
    ]
    first = rows[0]
    return Node(first.node, first.parent_id, first.author_id, tuple(places))
