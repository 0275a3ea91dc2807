"""Whether the event loop turns: all that the bot does, it does there."""

import asyncio
from typing import Final

BEAT: Final = 0.25
"""Seconds from one beat to the next."""

STANDSTILL: Final = 1.0
"""Seconds by which a beat may come late before the loop stands still.

Discord waits three seconds for the first answer to a command.
"""


class Pulse:
    """Beat as long as `run` does; a loop that is kept busy lets a beat come late."""

    def __init__(self) -> None:
        self._late = 0.0
        self._due: float | None = None

    async def run(self) -> None:
        """Beat for ever."""
        clock = asyncio.get_running_loop().time
        while True:
            self._due = clock() + BEAT
            await asyncio.sleep(BEAT)
            self._late = clock() - self._due

    @property
    def late(self) -> float:
        """Return by how many seconds the last beat was late, or the one that is due."""
        due = self._due
        overdue = 0.0 if due is None else asyncio.get_running_loop().time() - due
        return max(self._late, overdue)
