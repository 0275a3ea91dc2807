"""Deleting what was said and made: rows here, and files once no row names them.

A job's row stays for the books, whose lines point to it; nothing of what was said stays in it. A
job that is not over keeps all that it has: somebody is at work on it, or will be. Turns that
continued a forgotten one stay and lose their parent.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import Forgotten
from bot.storage import queries
from bot.storage.database import Database, to_its_end
from bot.storage.tables import conversations, job_blobs, jobs, shown, turns


class Forgetting(Database):
    """Forget what was shown or asked somewhere, by somebody, or long ago."""

    @to_its_end
    async def forget_messages(self, message_ids: Collection[int]) -> Forgotten:
        """Delete what these messages showed and no other message shows."""
        async with self.writing() as connection:
            hidden = await connection.scalars(
                delete(shown).where(shown.c.message_id.in_(message_ids)).returning(shown.c.turn_id)
            )
            found = await connection.execute(queries.SHOWN_NOWHERE, {"turn_ids": hidden.all()})
            lonely = {row.id: row.job_id for row in found}
            await connection.execute(delete(turns).where(turns.c.id.in_(lonely)))
            job_ids = set(lonely.values())
            await _close(connection, list(job_ids))
        return Forgotten(jobs=len(job_ids), turns=len(lonely))

    @to_its_end
    async def forget_channel(self, channel_id: int, *, most: int) -> Forgotten:
        """Delete what was asked in a channel or thread and is not shown in another one.

        A kept thread is no longer kept.
        """
        async with self.writing() as connection:
            left = await _no_longer_keep(connection, conversations.c.thread_id == channel_id)
            jobs_over = {"channel_id": channel_id, "most": most}
            return await _forget(connection, queries.OVER_IN_CHANNEL, jobs_over, left)

    @to_its_end
    async def forget_guild(self, guild_id: int, *, most: int) -> Forgotten:
        """Delete what was asked in a server and is not shown in another channel."""
        async with self.writing() as connection:
            left = await _no_longer_keep(connection, conversations.c.guild_id == guild_id)
            jobs_over = {"guild_id": guild_id, "most": most}
            return await _forget(connection, queries.OVER_IN_GUILD, jobs_over, left)

    @to_its_end
    async def forget_member(self, author_id: int, *, most: int) -> Forgotten:
        """Delete what a member asked for, wherever it is shown."""
        async with self.writing() as connection:
            jobs_over = {"author_id": author_id, "most": most}
            return await _forget(connection, queries.OVER_OF_MEMBER, jobs_over)

    @to_its_end
    async def forget_before(self, then: datetime, *, most: int) -> Forgotten:
        """Delete what nothing came of any more since then."""
        async with self.writing() as connection:
            jobs_over = {"then": then, "most": most}
            return await _forget(connection, queries.OVER_SINCE, jobs_over)

    @to_its_end
    async def forget_fruitless(self, then: datetime, *, most: int) -> Forgotten:
        """Delete what was asked before then and of which nothing came."""
        async with self.writing() as connection:
            return await _forget(connection, queries.FRUITLESS_SINCE, {"then": then, "most": most})

    @to_its_end
    async def named(self, blobs: Collection[str]) -> set[str]:
        """Return those of these keys of blobs that a row refers to."""
        async with self.reading() as connection:
            return set(await connection.scalars(queries.NAMED, {"blobs": list(blobs)}))


async def _no_longer_keep(connection: AsyncConnection, here: ColumnElement[bool]) -> Sequence[int]:
    """Make the kept threads of a place conversations like others, and return their ids."""
    unkept = await connection.scalars(
        update(conversations)
        .where(here, conversations.c.model.is_not(None))
        .values(model=None, thinking=None)
        .returning(conversations.c.id)
    )
    return unkept.all()


async def _forget(
    connection: AsyncConnection,
    which: Select[int],
    values: dict[str, Any],
    touched: Sequence[int] = (),
) -> Forgotten:
    """Delete the turns of the jobs that are found, and close these."""
    job_ids = (await connection.scalars(which, values)).all()
    gone = await connection.execute(delete(turns).where(turns.c.job_id.in_(job_ids)))
    await _close(connection, job_ids, touched)
    return Forgotten(jobs=len(job_ids), turns=gone.rowcount)


async def _close(
    connection: AsyncConnection, job_ids: Sequence[int], touched: Sequence[int] = ()
) -> None:
    """Blank those of these jobs that have no turn left, then end conversations that are empty."""
    involved = await connection.scalars(queries.CONVERSATIONS_OF_JOBS, {"job_ids": job_ids})
    talks = {"conversation_ids": sorted({*involved, *touched})}
    blank = await connection.scalars(queries.WITHOUT_TURN, {"job_ids": job_ids})
    await _blank(connection, blank.all())
    empty = {"conversation_ids": (await connection.scalars(queries.EMPTY, talks)).all()}
    # What failed in them can't be tried again: what it would go on from is gone.
    await _blank(connection, (await connection.scalars(queries.JOBS_IN, empty)).all())
    await connection.execute(
        delete(conversations).where(conversations.c.id.in_(empty["conversation_ids"]))
    )


async def _blank(connection: AsyncConnection, job_ids: Sequence[int]) -> None:
    """Leave of jobs what the books need: who asked which model for what, where and when."""
    orders = (await connection.execute(queries.ORDERS_OF_JOBS, {"job_ids": job_ids})).all()
    if not orders:
        return
    await connection.execute(
        update(jobs)
        .where(jobs.c.id == bindparam("job_id"))
        .values(conversation_id=None, request=bindparam("silent")),
        [{"job_id": row.id, "silent": replace(row.request, prompt="", user=())} for row in orders],
    )
    await connection.execute(delete(job_blobs).where(job_blobs.c.job_id.in_(job_ids)))
