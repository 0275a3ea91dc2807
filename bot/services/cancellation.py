"""Cancelling a job: in time while it waits; once it is sent, some can be stopped."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from bot.domain.errors import Cancelled


class Ending(Enum):
    """Say what became of a job that was cancelled."""

    IN_TIME = auto()
    """Nothing was sent, and nothing will be."""

    STOPPED = auto()
    """It was sent, and is cut short: what came of it by now stays."""

    TOO_LATE = auto()
    """It was sent and goes on; what comes is not shown unasked."""


@dataclass(slots=True)
class _Cancellable:
    task: asyncio.Task[Any]
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    sent: bool = False
    unwanted: bool = False
    in_time: bool = False


class Cancellation:
    """Know the jobs that this process is at work on, and which of them are no longer wanted."""

    def __init__(self) -> None:
        self._at_work: dict[int, _Cancellable] = {}

    def __contains__(self, job_id: int) -> bool:
        return job_id in self._at_work

    @asynccontextmanager
    async def hold(self, job_id: int) -> AsyncGenerator[asyncio.Event]:
        """Be at work on a job; raise Cancelled where it was cancelled before it was sent.

        What is yielded is set when it is to be stopped.
        """
        task = asyncio.current_task()
        assert task is not None
        held = self._at_work[job_id] = _Cancellable(task)
        try:
            yield held.stop
        except asyncio.CancelledError:
            if not held.in_time:
                raise
            task.uncancel()
            raise Cancelled from None
        finally:
            del self._at_work[job_id]

    def sent(self, job_id: int) -> None:
        """Note that from now on it is too late."""
        held = self._at_work.get(job_id)
        if held and not held.in_time:
            held.sent = True

    def cancel(self, job_id: int, *, stops: bool) -> Ending | None:
        """Cancel a job, and tell what came of that; None where nobody is at work on it.

        `stops` says whether it is one that can be cut short once it is sent.
        """
        held = self._at_work.get(job_id)
        if held is None:
            return None
        if not held.sent:
            held.unwanted = held.in_time = True
            held.task.cancel()
            return Ending.IN_TIME
        if stops:
            held.stop.set()
            return Ending.STOPPED
        held.unwanted = True
        return Ending.TOO_LATE

    def is_unwanted(self, job_id: int) -> bool:
        """Tell whether a job at work was cancelled."""
        held = self._at_work.get(job_id)
        return held is not None and held.unwanted
