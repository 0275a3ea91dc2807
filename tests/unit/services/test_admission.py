import asyncio

import pytest

from bot.domain.errors import QueueFull, Restarting
from bot.services.admission import Admission, Lines


async def test_a_line_lets_one_through_at_a_time_in_order() -> None:
    """Those who come for the same key pass in the order of their arrival."""
    lines, passed, inside = Lines(), list[int](), 0

    async def come(number: int) -> None:
        nonlocal inside
        async with lines.turn(1):
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            passed.append(number)
            inside -= 1

    await asyncio.gather(*(come(number) for number in range(5)))
    assert passed == [0, 1, 2, 3, 4]


async def test_other_lines_are_not_held_up() -> None:
    """Who comes for another key need not wait."""
    lines = Lines()
    async with lines.turn(1), asyncio.timeout(1), lines.turn(2):
        pass


async def test_a_line_that_is_empty_is_forgotten() -> None:
    """Nothing is kept of a line when the last one has left, also by an error."""
    lines = Lines()
    with pytest.raises(KeyError):
        async with lines.turn(1):
            raise KeyError
    assert not lines._lines


async def test_a_full_house_refuses_at_once() -> None:
    """One job more than there is room for is refused instead of waiting."""
    admission = Admission(running=1, waiting=1)
    async with admission.visit():
        with pytest.raises(QueueFull):
            async with admission.visit():
                pass
    async with admission.visit():
        pass


async def test_only_so_many_requests_run_at_once() -> None:
    """Slots bound what is under way, whatever conversation it belongs to."""
    admission, busy, most = Admission(running=2), 0, 0

    async def work() -> None:
        nonlocal busy, most
        async with admission.slot():
            busy += 1
            most = max(most, busy)
            await asyncio.sleep(0)
            busy -= 1

    await asyncio.gather(*(work() for _ in range(8)))
    assert most == 2


async def test_closing_waits_for_those_who_are_present() -> None:
    """Nobody new is let in, and the present jobs may end."""
    admission = Admission(running=1)
    leave = asyncio.Event()

    async def job() -> None:
        async with admission.visit():
            await leave.wait()

    present = asyncio.create_task(job())
    await asyncio.sleep(0)
    closing = asyncio.create_task(admission.close(10))
    await asyncio.sleep(0)
    with pytest.raises(Restarting):
        async with admission.visit():
            pass
    leave.set()
    assert await closing == 0
    await present


async def test_closing_does_not_wait_for_ever() -> None:
    """After its time, closing tells how many are still at work."""
    admission = Admission(running=1)
    async with admission.visit():
        assert await admission.close(0.01) == 1
