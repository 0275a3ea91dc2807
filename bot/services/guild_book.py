"""What servers decided, at hand without a wait."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.guild_settings import NO_SETTINGS, GuildSettings, SettingChange, Versioned
from bot.services.ports.guilds import Guilds


class GuildBook:
    """Hold the settings of all servers that have any, and whom they blocked, in memory.

    Every job asks for them, and before the first answer to an interaction there is no time for a
    read. They change through here alone: at once, for all that is asked from then on.
    """

    def __init__(self, guilds: Guilds) -> None:
        self._guilds = guilds
        self._settings: dict[int, Versioned] = {}
        self._blocked: dict[int, set[int]] = {}

    async def load(self) -> None:
        """Read what is kept."""
        self._settings = await self._guilds.all_settings()
        self._blocked = await self._guilds.all_blocked()

    def of(self, guild_id: int | None) -> GuildSettings:
        """Return the settings of a server; those of no server are the defaults."""
        return NO_SETTINGS if guild_id is None else self.versioned(guild_id).settings

    def versioned(self, guild_id: int) -> Versioned:
        """Return the settings of a server with their revision."""
        return self._settings.get(guild_id, Versioned())

    def retention_days(self) -> dict[int, int]:
        """Return for how many days servers keep what was made, of those that decided that."""
        return {
            guild_id: days
            for guild_id, held in self._settings.items()
            if (days := held.settings.retention_days) is not None
        }

    def blocks(self, guild_id: int | None, member_id: int) -> bool:
        """Tell whether a server blocks a member."""
        return guild_id is not None and member_id in self._blocked.get(guild_id, ())

    def blocked(self, guild_id: int) -> list[int]:
        """Return whom a server blocks, by their ids."""
        return sorted(self._blocked.get(guild_id, ()))

    async def change(
        self,
        guild_id: int,
        changes: Mapping[str, Any],
        *,
        seen: int,
        author_id: int,
        now: datetime,
    ) -> list[SettingChange]:
        """Change settings, whose values are checked; see `Guilds.change_settings`."""
        now_holds, changed = await self._guilds.change_settings(
            guild_id, changes, seen=seen, author_id=author_id, now=now
        )
        if now_holds.revision >= self.versioned(guild_id).revision:
            self._settings[guild_id] = now_holds
        return changed

    async def changes(self, guild_id: int, *, most: int) -> list[SettingChange]:
        """Return the last changes of a server's settings, the newest first."""
        return await self._guilds.setting_changes(guild_id, most=most)

    async def block(self, guild_id: int, member_id: int, *, author_id: int, now: datetime) -> bool:
        """Block a member in a server; False if they are already."""
        is_new = await self._guilds.block(guild_id, member_id, author_id=author_id, now=now)
        self._blocked.setdefault(guild_id, set()).add(member_id)
        return is_new

    async def unblock(self, guild_id: int, member_id: int) -> bool:
        """Let a member in again; False if they were not blocked."""
        was_blocked = await self._guilds.unblock(guild_id, member_id)
        self._blocked.get(guild_id, set()).discard(member_id)
        return was_blocked

    async def forget(self, guild_id: int, *, then: datetime) -> None:
        """Forget what a server decided until then: the bot left it, and may be back by now."""
        settings, blocked = await self._guilds.forget_decisions(guild_id, then)
        self._settings.pop(guild_id, None)
        self._blocked.pop(guild_id, None)
        if settings.revision:
            self._settings[guild_id] = settings
        if blocked:
            self._blocked[guild_id] = blocked
