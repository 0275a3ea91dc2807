"""Conversations in a SQL database: turns, the threads that keep them, and what messages show."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, update

from bot.domain.conversation import Turn
from bot.domain.job import Place, Shown
from bot.domain.model import Thinking
from bot.storage import queries
from bot.storage.database import Database, to_its_end
from bot.storage.tables import conversations


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
