"""Servers' own relays in a SQL database."""

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from bot.domain.own_relay import AuthStyle, OwnRelay
from bot.storage.database import Database, reading, writing
from bot.storage.tables import guild_relays

_guild: BindParameter[int] = bindparam("guild", type_=BigInteger)

_ALL = select(guild_relays)
_WRITE = insert(guild_relays)
_DELETE = delete(guild_relays).where(guild_relays.c.guild_id == _guild)
_SEAL = (
    update(guild_relays)
    .where(guild_relays.c.guild_id == _guild, guild_relays.c.sealed == bindparam("before"))
    .values(sealed=bindparam("after"))
)


class OwnRelays(Database):
    """Keep servers' own relays, with keys that only the operator's secret opens."""

    @reading
    def all_own_relays(self, connection: Connection) -> list[OwnRelay]:
        """Return all of them."""
        return [
            OwnRelay(row.guild_id, row.address, row.sealed, AuthStyle(row.auth), row.set_by, row.at)
            for row in connection.execute(_ALL)
        ]

    @writing
    def put_own_relay(self, connection: Connection, own: OwnRelay) -> None:
        """Write what a server's own relay is, in place of what it was."""
        connection.execute(_DELETE, {"guild": own.guild_id})
        connection.execute(_WRITE, {each: getattr(own, each) for each in OwnRelay.__slots__})

    @writing
    def seal_anew(self, connection: Connection, guild_id: int, before: str, after: str) -> None:
        """Write a key that was sealed anew, unless another one was entered meanwhile."""
        connection.execute(_SEAL, {"guild": guild_id, "before": before, "after": after})

    @writing
    def drop_own_relay(self, connection: Connection, guild_id: int) -> bool:
        """Delete a server's own relay; False where it has none."""
        return connection.execute(_DELETE, {"guild": guild_id}).rowcount > 0
