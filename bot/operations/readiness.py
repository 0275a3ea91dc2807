"""What keeps the bot from serving members at the moment."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from bot.domain.errors import StorageFailed

DATABASE_SECONDS: Final = 1.0
"""How long the database may take to write before whoever asks is told that it does not."""


class Readiness:
    """Look whether members are heard, and whether what they ask for can be written down.

    `write` changes nothing, and writes all the same: only that tells of a disk that is full or
    forbidden. It runs once at a time, however many ask.
    """

    def __init__(
        self, is_listening: Callable[[], bool], write: Callable[[], Awaitable[None]]
    ) -> None:
        self._is_listening = is_listening
        self._write = write
        self._writing: asyncio.Task[str] | None = None

    async def lacking(self) -> str:
        """Say what is lacking in a few words, none if nothing is."""
        if not self._is_listening():
            return "Discord's gateway is not connected, or acknowledges no heartbeat"
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._written())
        done, _ = await asyncio.wait({self._writing}, timeout=DATABASE_SECONDS)
        return self._writing.result() if done else "the database does not answer"

    async def _written(self) -> str:
        try:
            await self._write()
        except StorageFailed as error:
            return f"the database can't be written to: {error.detail}"
        return ""
