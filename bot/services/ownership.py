"""Stay the owner of the jobs that this process looks after."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Final

from bot.domain.errors import StorageFailed
from bot.domain.job import LEASE
from bot.services.ports import Store

log = logging.getLogger(__name__)

EVERY: Final = LEASE / 3
"""How often it is said: two times may fail."""


class Ownership:
    """Say again and again, with one statement for all of them, whose jobs they are."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Say it as long as this is held."""
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY.total_seconds())
            try:
                await self._store.renew(datetime.now(UTC))
            except StorageFailed as error:
                log.warning("could not say whose jobs they are, again soon: %s", error.detail)
            except Exception:
                log.exception("could not say whose jobs they are, again soon")
