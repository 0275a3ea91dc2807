"""What servers decided, and whom they blocked. Each method is one transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from bot.domain.guild_settings import SettingChange, Versioned


class Guilds(Protocol):
    """Keep what servers decided, with who changed what and when, and whom they blocked."""

    async def all_settings(self) -> dict[int, Versioned]:
        """Return the settings of every server that has any, by its id."""
        ...

    async def all_blocked(self) -> dict[int, set[int]]:
        """Return the members whom each server has blocked."""
        ...

    async def change_settings(
        self,
        guild_id: int,
        changes: Mapping[str, Any],
        *,
        seen: int,
        author_id: int,
        now: datetime,
    ) -> tuple[Versioned, list[SettingChange]]:
        """Change settings of a server, and return what holds now and what has changed.

        `seen` is the revision that whoever changes them looked at. What is entered as it was then
        is left as it is now. Raise ChangedMeanwhile, nothing written, where somebody else changed
        one of the others since, to something else.
        """
        ...

    async def setting_changes(self, guild_id: int, *, most: int) -> list[SettingChange]:
        """Return the last changes of a server's settings, the newest first."""
        ...

    async def block(self, guild_id: int, member_id: int, *, author_id: int, now: datetime) -> bool:
        """Write that a server blocks a member; False if it does already."""
        ...

    async def forget_decisions(self, guild_id: int, then: datetime) -> tuple[Versioned, set[int]]:
        """Delete what a server decided until then, and return what is left: settings and blocks.

        Settings that were changed since stay as they are.
        """
        ...

    async def unblock(self, guild_id: int, member_id: int) -> bool:
        """Write that a server blocks a member no more; False if it does not."""
        ...
