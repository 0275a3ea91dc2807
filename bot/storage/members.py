"""What is known of members: the language of their Discord, which no message tells."""

from sqlalchemy import Connection, bindparam, insert, select

from bot.storage import writes
from bot.storage.database import Database, reading, writing
from bot.storage.tables import members

LOCALE = select(members.c.locale).where(members.c.member_id == bindparam("member"))

_KEEP = insert(members)


class Members(Database):
    """Keep what is known of members until they are forgotten."""

    @reading
    def locale_of(self, connection: Connection, member_id: int) -> str | None:
        """Return the locale that a member's Discord had last; None where that is not known."""
        return connection.scalar(LOCALE, {"member": member_id})

    @writing
    def keep_locale(self, connection: Connection, member_id: int, locale: str) -> None:
        """Write which locale a member's Discord has."""
        connection.execute(writes.FORGET_MEMBER, {"member": member_id})
        connection.execute(_KEEP, {"member_id": member_id, "locale": locale})
