"""Stay the owner of the jobs that this process looks after."""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Final

from bot.domain.errors import StorageFailed
from bot.domain.job import LEASE
from bot.services.background import in_background
from bot.services.ports.jobs import Jobs

log = logging.getLogger(__name__)

EVERY: Final = LEASE / 3
"""How often it is said: two times may fail."""


class Ownership:
    """Say again and again, with one statement for all of them, whose jobs they are."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def running(self) -> AbstractAsyncContextManager[None]:
        """Say it as long as this is held."""
        return in_background(self._run)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY.total_seconds())
            try:
                await self._jobs.renew(datetime.now(UTC))
            except StorageFailed as error:
                log.warning("could not say whose jobs they are, again soon: %s", error.detail)
            except Exception:
                log.exception("could not say whose jobs they are, again soon")
