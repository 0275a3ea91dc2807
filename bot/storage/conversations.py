"""Conversations in a SQL database: turns, the threads that keep them, and what messages show."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import groupby

from sqlalchemy import Integer, RowMapping, delete, func, insert, literal, select, update

from bot.domain.conversation import Pointer, Turn
from bot.domain.errors import Gone
from bot.domain.job import Order, Place, Shown
from bot.domain.model import Thinking
from bot.domain.version import Head, Node
from bot.storage import queries
from bot.storage.database import Database, to_its_end
from bot.storage.tables import conversations, heads, shown, turns


class Conversations(Database):
    """Find turns by what members point at, and keep threads."""

    async def path(self, turn_id: int, *, limit: int) -> list[Turn]:
        """Return the turns from the root (or `limit` back) to this turn, root first."""
        rows = await self.rows(queries.PATH, turn_id=turn_id, most=limit)
        return [Turn(**row) for row in rows]

    async def turn(self, turn_id: int) -> Turn | None:
        """Return one turn."""
        row = await self.row(queries.TURN, turn_id=turn_id)
        return None if row is None else Turn(**row)

    async def shown_in(self, message_id: int) -> list[Shown]:
        """Return what a message shows, by position."""
        return [Shown(**row) for row in await self.rows(queries.SHOWN_IN, message_id=message_id)]

    async def newest_shown(self, channel_id: int) -> Shown | None:
        """Return the picture that was posted last in a channel or thread."""
        row = await self.row(queries.NEWEST_SHOWN, channel_id=channel_id)
        return None if row is None else Shown(**row)

    async def newest_turn(self, thread_id: int) -> int | None:
        """Return the id of the turn that was made last in a kept thread, of whatever talk."""
        row = await self.row(queries.NEWEST_TURN, thread_id=thread_id)
        return None if row is None else row["id"]

    @to_its_end
    async def keep_thread(
        self, place: Place, *, model: str, thinking: Thinking | None, now: datetime
    ) -> None:
        """Make a thread one whose messages are turns, or change its model; idempotent."""
        if place.thread_id is None:
            raise ValueError("only a thread can be kept")
        async with self.writing() as connection:
            known = await connection.execute(
                update(conversations)
                .where(conversations.c.thread_id == place.thread_id)
                .values(model=model, thinking=thinking)
            )
            if not known.rowcount:
                await connection.execute(
                    insert(conversations).values(
                        asdict(place) | {"model": model, "thinking": thinking, "created_at": now}
                    )
                )

    async def kept_thread(self, thread_id: int) -> tuple[str, Thinking | None] | None:
        """Return the model and thinking of a kept thread; None for any other channel."""
        row = await self.row(queries.KEPT_THREAD, thread_id=thread_id)
        if row is None or row["model"] is None:
            return None
        return row["model"], Thinking(row["thinking"]) if row["thinking"] else None

    async def head(self, channel_id: int) -> Head | None:
        """Return what somebody went back to in a channel, while nothing there is newer."""
        row = await self.row(queries.HEAD, channel_id=channel_id)
        return None if row is None else Head(**row)

    @to_its_end
    async def go_back(self, channel_id: int, head: Head) -> None:
        """Let a channel or thread go on from here until something newer is made there.

        Newer is what is made from now on, wherever: raise Gone if the turn was deleted.
        """
        after = select(func.max(turns.c.id)).scalar_subquery()
        row = select(literal(channel_id), turns.c.id, literal(head.part, Integer()), after).where(
            turns.c.id == head.turn_id
        )
        columns = ["channel_id", "turn_id", "part", "after_turn_id"]
        async with self.writing() as connection:
            await connection.execute(delete(heads).where(heads.c.channel_id == channel_id))
            written = await connection.execute(insert(heads).from_select(columns, row))
            if not written.rowcount:
                raise Gone

    @to_its_end
    async def points(self, pointing: Shown) -> None:
        """Write what a message points to, so that a reply to it is one to that."""
        async with self.writing() as connection:
            await connection.execute(insert(shown).values(asdict(pointing)))

    async def conversation_of(self, turn_id: int) -> int | None:
        """Return the conversation that a turn belongs to."""
        row = await self.row(queries.CONVERSATION_OF_TURN, turn_id=turn_id)
        return None if row is None else row["conversation_id"]

    async def nodes(self, conversation_id: int) -> list[Node]:
        """Return the turns of a conversation as a tree, oldest first."""
        rows = await self.rows(queries.NODES, conversation_id=conversation_id)
        return [_node(list(same)) for _, same in groupby(rows, key=lambda row: row["node"])]

    @to_its_end
    async def asked_turns(self, turn_ids: Sequence[int]) -> dict[int, tuple[Turn, Pointer | None]]:
        """Return turns by their ids, each with the picture that it was asked to change."""
        async with self.reading() as connection:
            found = await connection.execute(queries.ASKED_TURNS, {"turn_ids": list(turn_ids)})
            rows = [dict(row) for row in found.mappings()]
        orders: list[Order] = [row.pop("order") for row in rows]
        return {
            row["id"]: (Turn(**row), order.pointed) for row, order in zip(rows, orders, strict=True)
        }


def _node(rows: Sequence[RowMapping]) -> Node:
    """Make a node of a turn's rows; one that nothing shows has a row without a message."""
    places = [
        Shown(row["message_id"], row["position"], row["turn_id"], row["part"], row["channel_id"])
        for row in rows
        if row["message_id"] is not None
    ]
    first = rows[0]
    return Node(first["node"], first["parent_id"], first["author_id"], tuple(places))
