"""What servers decided in a SQL database, who changed it, and whom they blocked."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Connection, bindparam, delete, insert, select

from bot.domain.errors import ChangedMeanwhile
from bot.domain.guild_settings import SettingChange, Versioned
from bot.storage.codec import setting_as
from bot.storage.database import Database, reading, writing
from bot.storage.tables import blocked, guild_settings, setting_changes

_guild: BindParameter[int] = bindparam("guild", type_=BigInteger)
_then = bindparam("then", type_=blocked.c.at.type)

_OF = select(guild_settings.c.settings, guild_settings.c.revision).where(
    guild_settings.c.guild_id == _guild
)
_ALL = select(guild_settings)
_DELETE = delete(guild_settings).where(guild_settings.c.guild_id == _guild)
_WRITE = insert(guild_settings)
_NOTE = insert(setting_changes)
CHANGE = select(
    setting_changes.c.guild_id,
    setting_changes.c.revision,
    setting_changes.c.name,
    setting_changes.c.before,
    setting_changes.c.after,
    setting_changes.c.author_id,
    setting_changes.c.at,
)
_CHANGES = CHANGE.where(setting_changes.c.guild_id == _guild)
_SINCE = _CHANGES.where(setting_changes.c.revision > bindparam("seen")).order_by(
    setting_changes.c.revision.desc(), setting_changes.c.id.desc()
)
_LAST = _CHANGES.order_by(setting_changes.c.revision.desc(), setting_changes.c.id.desc()).limit(
    bindparam("most")
)
_ALL_BLOCKED = select(blocked.c.guild_id, blocked.c.member_id)
_BLOCKED = select(blocked.c.member_id).where(
    blocked.c.guild_id == _guild, blocked.c.member_id == bindparam("member")
)
_BLOCK = insert(blocked)
_CHANGED_SINCE = select(setting_changes.c.id).where(
    setting_changes.c.guild_id == _guild, setting_changes.c.at > _then
)
_FORGET_CHANGES = delete(setting_changes).where(
    setting_changes.c.guild_id == _guild, setting_changes.c.at <= _then
)
_FORGET_BLOCKED = delete(blocked).where(blocked.c.guild_id == _guild, blocked.c.at <= _then)
_STILL_BLOCKED = select(blocked.c.member_id).where(blocked.c.guild_id == _guild)
_UNBLOCK = delete(blocked).where(
    blocked.c.guild_id == _guild, blocked.c.member_id == bindparam("member")
)


class Guilds(Database):
    """Keep what servers decided, with who changed what and when, and whom they blocked."""

    @reading
    def all_settings(self, connection: Connection) -> dict[int, Versioned]:
        """Return the settings of every server that has any, by its id."""
        rows = connection.execute(_ALL)
        return {row.guild_id: Versioned(row.settings, row.revision) for row in rows}

    @reading
    def all_blocked(self, connection: Connection) -> dict[int, set[int]]:
        """Return the members whom each server has blocked."""
        found: dict[int, set[int]] = {}
        for guild_id, member_id in connection.execute(_ALL_BLOCKED):
            found.setdefault(guild_id, set()).add(member_id)
        return found

    @writing
    def change_settings(
        self,
        connection: Connection,
        guild_id: int,
        changes: Mapping[str, Any],
        *,
        seen: int,
        author_id: int,
        now: datetime,
    ) -> tuple[Versioned, list[SettingChange]]:
        """Change settings, but for what is entered as it was at the revision `seen`.

        Raise ChangedMeanwhile, nothing written, where somebody else changed one of the others
        since, to something else.
        """
        guild = {"guild": guild_id}
        row = connection.execute(_OF, guild).one_or_none()
        current = Versioned(*row) if row else Versioned()
        then: dict[str, Any] = {}
        for change in map(change_of, connection.execute(_SINCE, guild | {"seen": seen})):
            then[change.name] = change.before  # the first change since then comes last
        changed: dict[str, Any] = {}
        for name, value in changes.items():
            holds = getattr(current.settings, name)
            if value in (holds, then.get(name, holds)):
                continue
            if name in then:
                raise ChangedMeanwhile(setting=name)
            changed[name] = value
        if not changed:
            return current, []
        after = Versioned(replace(current.settings, **changed), current.revision + 1)
        connection.execute(_DELETE, guild)
        written = {"settings": after.settings, "revision": after.revision}
        connection.execute(_WRITE, {"guild_id": guild_id} | written)
        notes = [
            SettingChange(
                guild_id,
                after.revision,
                name,
                getattr(current.settings, name),
                value,
                author_id,
                now,
            )
            for name, value in changed.items()
        ]
        rows = [{each: getattr(note, each) for each in SettingChange.__slots__} for note in notes]
        connection.execute(_NOTE, rows)
        return after, notes

    @reading
    def setting_changes(
        self, connection: Connection, guild_id: int, *, most: int
    ) -> list[SettingChange]:
        """Return the last changes of a server's settings, the newest first."""
        return [*map(change_of, connection.execute(_LAST, {"guild": guild_id, "most": most}))]

    @writing
    def block(
        self,
        connection: Connection,
        guild_id: int,
        member_id: int,
        *,
        author_id: int,
        now: datetime,
    ) -> bool:
        """Write that a server blocks a member; False if it does already."""
        about = {"guild": guild_id, "member": member_id}
        if connection.scalar(_BLOCKED, about) is not None:
            return False
        row = {"guild_id": guild_id, "member_id": member_id, "author_id": author_id, "at": now}
        connection.execute(_BLOCK, row)
        return True

    @writing
    def forget_decisions(
        self, connection: Connection, guild_id: int, then: datetime
    ) -> tuple[Versioned, set[int]]:
        """Delete what a server decided until then, and return what is left: settings and blocks.

        Settings that were changed since stay as they are.
        """
        guild = {"guild": guild_id}
        until = guild | {"then": then}
        if connection.scalar(_CHANGED_SINCE, until) is None:
            connection.execute(_DELETE, guild)
        connection.execute(_FORGET_CHANGES, until)
        connection.execute(_FORGET_BLOCKED, until)
        row = connection.execute(_OF, guild).one_or_none()
        still_blocked = set(connection.scalars(_STILL_BLOCKED, guild))
        return Versioned(*row) if row else Versioned(), still_blocked

    @writing
    def unblock(self, connection: Connection, guild_id: int, member_id: int) -> bool:
        """Write that a server blocks a member no more; False if it does not."""
        about = {"guild": guild_id, "member": member_id}
        return connection.execute(_UNBLOCK, about).rowcount > 0


def change_of(row: Any) -> SettingChange:
    """Return a change, its values as the settings hold them.

    What a later version can't read any more stays as it was written.
    """
    change = SettingChange(*row)
    try:
        before = setting_as(change.name, change.before)
        after = setting_as(change.name, change.after)
    except (ValueError, AttributeError):
        return change
    return replace(change, before=before, after=after)
