"""What calling a job off and giving it up do to one that is as far as this already."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.domain.errors import AlreadyShown, Unexpected
from bot.domain.job import JobState
from bot.services.cancellation import Ending
from tests.contract.builders import TERMS
from tests.unit.services.test_generation import House, request

OVER = (
    JobState.POSTED,
    JobState.KEPT,
    JobState.REFUSED,
    JobState.FAILED,
    JobState.CANCELLED,
)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncGenerator[House]:
    """Give a house in which nobody is at work."""
    async with AsyncExitStack() as stack:
        yield House(tmp_path, stack)


async def becomes(house: House, state: JobState) -> None:
    """Leave every job as far as this, as another process would."""
    await house.store.write(
        lambda connection: connection.exec_driver_sql("UPDATE jobs SET state = ?", (state.value,))
    )


async def booked(house: House) -> list[str]:
    """Return the lines of the ledger behind what was reserved."""
    return await house.store.write(
        lambda connection: list(
            connection.exec_driver_sql("SELECT kind FROM ledger WHERE kind != 'reserve'").scalars()
        )
    )


@pytest.mark.parametrize("state", OVER)
async def test_what_is_over_is_not_cancelled(place: House, state: JobState) -> None:
    """Who is too late for that is told so, and nothing is taken back from sight."""
    generation = await place.open()
    job = await generation.accept(request(), TERMS)
    await becomes(place, state)
    with pytest.raises(AlreadyShown):
        await generation.cancel(job)
    assert not (await generation._jobs.job(job.id)).unwanted


@pytest.mark.parametrize("state", [JobState.SENT, JobState.MADE])
async def test_what_was_sent_by_an_earlier_process_is_no_longer_wanted(
    place: House, state: JobState
) -> None:
    """It is too late to cancel it, and it will not be shown unasked."""
    generation = await place.open()
    job = await generation.accept(request(), TERMS)
    await becomes(place, state)
    assert await generation.cancel(job) is Ending.TOO_LATE
    assert (await generation._jobs.job(job.id)).unwanted


@pytest.mark.parametrize(
    ("state", "lines"),
    [
        (JobState.ACCEPTED, ["refund"]),
        (JobState.SENT, ["possibly-billed"]),
        *((state, []) for state in (JobState.MADE, *OVER)),
    ],
)
async def test_what_is_given_up_is_booked_as_far_as_it_came(
    place: House, state: JobState, lines: list[str]
) -> None:
    """What was sent may have been billed; what made something or is over stays as it is."""
    generation = await place.open()
    job = await generation.accept(request(), TERMS)
    await becomes(place, state)
    await generation.abandon(job, Unexpected(reference="1"))
    assert await booked(place) == lines
    assert (await generation._jobs.state(job.id) is JobState.FAILED) is (
        bool(lines) or state is JobState.FAILED
    )
