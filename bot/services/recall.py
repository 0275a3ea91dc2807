"""Calling a job off: in time while it waits, too late once it is sent."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.domain.errors import CalledOff


@dataclass(slots=True)
class _Recall:
    task: asyncio.Task[Any]
    sent: bool = False
    called_off: bool = False
    in_time: bool = False


class Recalls:
    """Know the jobs that this process is at work on, and which of them are no longer wanted."""

    def __init__(self) -> None:
        self._at_work: dict[int, _Recall] = {}

    def __contains__(self, job_id: int) -> bool:
        return job_id in self._at_work

    @asynccontextmanager
    async def hold(self, job_id: int) -> AsyncGenerator[None]:
        """Be at work on a job; raise CalledOff where it was called off before it was sent."""
        task = asyncio.current_task()
        assert task is not None
        recall = self._at_work[job_id] = _Recall(task)
        try:
            yield
        except asyncio.CancelledError:
            if not recall.in_time:
                raise
            task.uncancel()
            raise CalledOff from None
        finally:
            del self._at_work[job_id]

    def sent(self, job_id: int) -> None:
        """Note that from now on it is too late."""
        recall = self._at_work.get(job_id)
        if recall and not recall.in_time:
            recall.sent = True

    def call_off(self, job_id: int) -> bool | None:
        """Call a job off, and tell whether there was time; None where nobody is at work on it."""
        recall = self._at_work.get(job_id)
        if recall is None:
            return None
        recall.called_off = True
        if not recall.sent:
            recall.in_time = True
            recall.task.cancel()
        return recall.in_time

    def is_unwanted(self, job_id: int) -> bool:
        """Tell whether a job at work was called off."""
        recall = self._at_work.get(job_id)
        return recall is not None and recall.called_off
