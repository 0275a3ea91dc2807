"""Moderators who write down what they are told of their server's money."""

from datetime import datetime


class Listeners:
    """Listen, unless they are said to be `away`."""

    def __init__(self, *, away: bool = False) -> None:
        self.away = away
        self.told: list[tuple[str, int]] = []

    def listen(self, guild_id: int) -> bool:
        del guild_id
        return not self.away

    def budget_warning(self, guild_id: int, *, spent: int, budget: int) -> None:
        del guild_id, budget
        self.told.append(("warning", spent))

    def budget_used_up(self, guild_id: int, *, budget: int, resets: datetime) -> None:
        del guild_id, resets
        self.told.append(("used up", budget))
