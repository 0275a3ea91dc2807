import asyncio

import pytest

from bot.domain.errors import Cancelled
from bot.services.cancellation import Cancellation, Ending


class Work:
    """Be at work on job 1 until it is cancelled, cut off or let go."""

    def __init__(self, cancellation: Cancellation) -> None:
        self.stop: asyncio.Event | None = None
        self.letting_go = asyncio.Event()
        self.cancels_left: int | None = None

        async def work() -> None:
            try:
                async with cancellation.hold(1) as self.stop:
                    await self.letting_go.wait()
            finally:
                task = asyncio.current_task()
                self.cancels_left = task.cancelling() if task else None

        self.task = asyncio.create_task(work())


@pytest.fixture
def cancellation() -> Cancellation:
    """Give that of a process that is at work on nothing yet."""
    return Cancellation()


@pytest.fixture
async def work(cancellation: Cancellation) -> Work:
    """Give a job that was just begun."""
    work = Work(cancellation)
    await asyncio.sleep(0)
    return work


async def test_what_is_not_sent_is_cancelled_in_time(
    cancellation: Cancellation, work: Work
) -> None:
    """Its work ends with Cancelled, and the task that did it goes on without a cancel."""
    assert cancellation.cancel(1, stops=True) is Ending.IN_TIME
    assert cancellation.is_unwanted(1)
    with pytest.raises(Cancelled):
        await work.task
    assert work.cancels_left == 0


async def test_what_was_cancelled_in_time_is_never_too_late(
    cancellation: Cancellation, work: Work
) -> None:
    """A request that begins before the work has ended does not take the word back."""
    cancellation.cancel(1, stops=False)
    cancellation.sent(1)
    assert cancellation.cancel(1, stops=False) is Ending.IN_TIME
    with pytest.raises(Cancelled):
        await work.task


async def test_what_is_sent_goes_on_unwanted(cancellation: Cancellation, work: Work) -> None:
    """It is too late for it, and it is not told to stop."""
    cancellation.sent(1)
    assert not cancellation.is_unwanted(1)
    assert cancellation.cancel(1, stops=False) is Ending.TOO_LATE
    assert cancellation.is_unwanted(1)
    assert work.stop is not None
    assert not work.stop.is_set()
    work.letting_go.set()
    await work.task


async def test_what_is_sent_and_stops_is_still_wanted(
    cancellation: Cancellation, work: Work
) -> None:
    """It is told to stop, and what came of it is shown."""
    cancellation.sent(1)
    assert cancellation.cancel(1, stops=True) is Ending.STOPPED
    assert work.stop is not None
    assert work.stop.is_set()
    assert not cancellation.is_unwanted(1)
    work.letting_go.set()
    await work.task


async def test_a_cancel_by_somebody_else_stays_one(cancellation: Cancellation, work: Work) -> None:
    """A process that stops does not call a job off."""
    work.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work.task


async def test_a_job_is_known_as_long_as_it_is_at_work(
    cancellation: Cancellation, work: Work
) -> None:
    """After its work, and for any other, there is nothing to cancel."""
    assert 1 in cancellation
    assert 2 not in cancellation
    work.letting_go.set()
    await work.task
    cancellation.sent(1)
    assert 1 not in cancellation
    assert cancellation.cancel(1, stops=False) is None
    assert not cancellation.is_unwanted(1)
