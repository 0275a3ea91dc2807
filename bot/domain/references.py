"""Pictures that a member collected, to go along with what they ask for next."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.conversation import Pointer

KEPT_FOR: Final = timedelta(days=1)
"""How long what was collected waits."""

MOST: Final = 10
"""How many wait for one member at most: as many as one message can show."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Name a picture of a message: the one at `position`, from 0.

    `made` points to it where the bot made it; any other is fetched when it is used. `id` is 0
    before it is kept.
    """

    guild_id: int | None
    channel_id: int
    message_id: int
    position: int
    made: Pointer | None = None
    id: int = 0

    @property
    def picture(self) -> Pointer | tuple[int, int]:
        """Tell which picture it is: what the bot made is the same one in whatever message."""
        return self.made or (self.message_id, self.position)
