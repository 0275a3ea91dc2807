"""Whom a server's moderators hear of its money from. Nothing is waited for, and nothing raised."""

from datetime import datetime
from typing import Protocol


class Moderators(Protocol):
    """Tell a server's moderators; amounts are in millionths of a US dollar."""

    def listen(self, guild_id: int) -> bool:
        """Tell whether anything reaches them."""
        ...

    def budget_warning(self, guild_id: int, *, spent: int, budget: int) -> None:
        """Tell how much of the month's money is spent."""
        ...

    def budget_used_up(self, guild_id: int, *, budget: int, resets: datetime) -> None:
        """Tell that the month's money is spent, and when there is some again."""
        ...
