"""What is kept of styles. Each method is one transaction."""

from datetime import datetime
from typing import Protocol

from bot.domain.style import Style


class Styles(Protocol):
    """Keep styles of members and of servers, each under a name that is its owner's once."""

    async def save_style(self, style: Style, now: datetime) -> tuple[Style, bool]:
        """Keep a style; return it with its id, and whether it took the place of another one.

        That has the same owner and the same key, and its id stays. Raise TooManyStyles, nothing
        written, where its owner has as many as they may.
        """
        ...

    async def styles_for(self, member_id: int, guild_id: int | None) -> list[Style]:
        """Return a member's own, by their keys, and behind them those of the server, if one."""
        ...

    async def style(self, style_id: int) -> Style | None:
        """Return a style; None if it is no longer kept."""
        ...

    async def delete_style(self, style_id: int) -> None:
        """Keep it no longer."""
        ...
