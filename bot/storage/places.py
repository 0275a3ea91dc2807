"""Where something is kept: channels, threads and direct messages, looked through in turn.

What is deleted in Discord while the bot hears nothing of it is found that way. A place is as good
as any other: each is looked at a page further, then goes to the end of the line.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    exists,
    insert,
    select,
    update,
)

from bot.domain.deletion import NEWEST, ROUND, Spot
from bot.storage import writes
from bot.storage.database import Database, reading, writing
from bot.storage.tables import places, servers, shown


def _given(name: str) -> BindParameter[object]:
    return bindparam(name, type_=places.c[name].type)


_names = ("channel_id", "guild_id", "parent_id", "due_at", "below")

_NOTE = insert(places).from_select(
    _names,
    select(*(_given(name) for name in _names)).where(
        ~exists().where(places.c.channel_id == _given("channel_id"))
    ),
)

_NOTE_PARENT = (
    update(places)
    .where(places.c.channel_id == bindparam("channel"), places.c.parent_id.is_(None))
    .values(parent_id=bindparam("parent"))
)

_NEXT = (
    select(places.c.channel_id, places.c.guild_id, places.c.parent_id, places.c.below)
    .where(places.c.due_at <= bindparam("now", type_=places.c.due_at.type))
    .order_by(places.c.due_at)
    .limit(1)
)

_MESSAGES = (
    select(shown.c.message_id)
    .where(shown.c.channel_id == bindparam("channel"), shown.c.message_id < bindparam("below"))
    .distinct()
    .order_by(shown.c.message_id.desc())
    .limit(bindparam("most"))
)

_LOOKED = (
    update(places)
    .where(places.c.channel_id == bindparam("channel"))
    .values(
        due_at=bindparam("due", type_=places.c.due_at.type),
        below=bindparam("from", type_=places.c.below.type),
    )
)

_LOOK_ANEW = (
    update(places)
    .where(places.c.due_at > bindparam("now", type_=places.c.due_at.type))
    .values(due_at=bindparam("now", type_=places.c.due_at.type))
)

_SERVERS = select(servers.c.guild_id)

_JOIN = insert(servers)


def note(
    connection: Connection,
    now: datetime,
    *,
    channel_id: int,
    guild_id: int | None = None,
    parent_id: int | None = None,
) -> None:
    """Write that something is kept in a channel, as a part of its caller's transaction."""
    place = {"channel_id": channel_id, "guild_id": guild_id, "parent_id": parent_id}
    connection.execute(_NOTE, place | {"due_at": now + ROUND, "below": NEWEST})
    if parent_id is not None:
        connection.execute(_NOTE_PARENT, {"channel": channel_id, "parent": parent_id})


class Places(Database):
    """Know where something is kept, and when it was looked at last."""

    @reading
    def next_spot(self, connection: Connection, now: datetime) -> Spot | None:
        """Return the place whose turn it is to be looked at."""
        row = connection.execute(_NEXT, {"now": now}).one_or_none()
        return None if row is None else Spot(*row)

    @reading
    def messages_in(
        self, connection: Connection, channel_id: int, *, below: int, most: int
    ) -> list[int]:
        """Return the messages of a channel that show something, the newest below an id first."""
        wanted = {"channel": channel_id, "below": below, "most": most}
        return list(connection.scalars(_MESSAGES, wanted))

    @writing
    def looked(
        self, connection: Connection, channel_id: int, *, below: int, due_at: datetime
    ) -> None:
        """Write how far a place was looked through, and when it is its turn again.

        One in which nothing is kept any more is none.
        """
        if not connection.execute(writes.LEAVE_PLACE, {"channel": channel_id}).rowcount:
            row = {"channel": channel_id, "from": below, "due": due_at}
            connection.execute(_LOOKED, row)

    @writing
    def look_anew(self, connection: Connection, now: datetime) -> None:
        """Let every place be looked at; where that has begun already, it goes on from there."""
        connection.execute(_LOOK_ANEW, {"now": now})

    @writing
    def note_parents(self, connection: Connection, parents: Mapping[int, int]) -> None:
        """Write which channels threads belong to; those in which nothing is kept are passed by."""
        rows = [{"channel": thread, "parent": parent} for thread, parent in parents.items()]
        if rows:
            connection.execute(_NOTE_PARENT, rows)

    @writing
    def join_servers(self, connection: Connection, guild_ids: Collection[int]) -> None:
        """Write that the bot is in these servers. Where only members use it, it is not."""
        known = set(connection.scalars(_SERVERS))
        new = [{"guild_id": guild_id} for guild_id in guild_ids if guild_id not in known]
        if new:
            connection.execute(_JOIN, new)

    @reading
    def servers_but(self, connection: Connection, guild_ids: Collection[int]) -> set[int]:
        """Return the other servers that the bot joined and that are not forgotten since."""
        return set(connection.scalars(_SERVERS)).difference(guild_ids)
