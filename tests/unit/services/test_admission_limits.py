"""How many an admission lets in where its operator says nothing, and whom it lets in at the end."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack

import pytest

from bot.domain.errors import AtelierError, QueueFull, Restarting, TooManyAtOnce
from bot.services.admission import Admission, Lines
from tests.contract.builders import TERMS


@pytest.mark.parametrize(
    ("guild_ids", "author_ids", "refusal"),
    [
        (range(6), [7] * 6, TooManyAtOnce),
        ([1] * 51, range(51), QueueFull),
        (range(201), range(201), QueueFull),
    ],
    ids=["of a member", "in a server", "in the process"],
)
async def test_the_limits_are_those_that_are_written_down(
    guild_ids: Sequence[int], author_ids: Sequence[int], refusal: type[AtelierError]
) -> None:
    """A member has 5 jobs at once, a server 50, the process 200; one more is refused."""
    admission = Admission(running=1)
    *within, beyond = [
        admission.visit(terms=TERMS, guild_id=guild_id, author_id=author_id)
        for guild_id, author_id in zip(guild_ids, author_ids, strict=True)
    ]
    async with AsyncExitStack() as present:
        for visit in within:
            await present.enter_async_context(visit)
        with pytest.raises(refusal):
            await present.enter_async_context(beyond)


async def test_a_line_takes_fifty() -> None:
    """Who would be the fifty-first in a line is refused."""
    lines, leaving = Lines(), asyncio.Event()

    async def come() -> None:
        async with lines.turn(1):
            await leaving.wait()

    *standing, beyond = [asyncio.create_task(come()) for _ in range(51)]
    await asyncio.sleep(0)
    assert isinstance(beyond.exception(), QueueFull)
    leaving.set()
    await asyncio.gather(*standing)


async def test_once_closed_nobody_comes_in_for_anything() -> None:
    """Jobs and looks are refused as a restart; nothing is counted of them."""
    admission = Admission(running=1)
    await admission.close(0)
    for entrance in (admission.visit(terms=TERMS, author_id=7), admission.look(author_id=7)):
        with pytest.raises(Restarting):
            async with entrance:
                pass
    assert not admission._of_member
    assert not admission._looking


async def test_closing_an_empty_house_takes_no_time() -> None:
    """Where nobody ever came, there is nobody to wait for."""
    closing = asyncio.create_task(Admission(running=1).close(60))
    for _ in range(5):
        await asyncio.sleep(0)
    assert closing.done()
    assert await closing == 0


async def test_closing_waits_for_the_last_who_is_present() -> None:
    """That somebody has left is not the end, as long as others are at work."""
    admission, leaving = Admission(running=1), [asyncio.Event(), asyncio.Event()]

    async def job(leave: asyncio.Event) -> None:
        async with admission.presence():
            await leave.wait()

    first, last = [asyncio.create_task(job(leave)) for leave in leaving]
    await asyncio.sleep(0)
    closing = asyncio.create_task(admission.close(60))
    await asyncio.sleep(0)
    leaving[0].set()
    await first
    for _ in range(5):
        await asyncio.sleep(0)
    assert not closing.done()
    leaving[1].set()
    assert await closing == 0
    await last


async def test_who_closes_from_inside_is_not_cancelled() -> None:
    """What is present and closes it ends the others, and goes on."""
    admission = Admission(running=1)

    async def job() -> None:
        async with admission.presence():
            await asyncio.Event().wait()

    other = asyncio.create_task(job())
    await asyncio.sleep(0)
    async with admission.presence():
        assert await admission.close(0) == 1
    assert other.cancelled()


async def test_who_does_not_leave_when_cancelled_is_left_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Closing ends although a job takes no cancel."""
    monkeypatch.setattr("bot.services.admission.LEAVING_SECONDS", 0.0)
    admission, leaving = Admission(running=1), asyncio.Event()

    async def job() -> None:
        async with admission.presence():
            while not leaving.is_set():
                try:
                    await leaving.wait()
                except asyncio.CancelledError:
                    continue

    stubborn = asyncio.create_task(job())
    await asyncio.sleep(0)
    assert await admission.close(0) == 1
    assert not stubborn.done()
    leaving.set()
    await stubborn


async def test_a_server_with_its_own_relay_keeps_no_place_of_others() -> None:
    """Four of its requests are under way at once, and all of the operator's places stay free."""
    admission = Admission(running=1, has_own_relay=lambda guild_id: guild_id in {1, 2})
    async with AsyncExitStack() as held:
        for _ in range(4):
            await held.enter_async_context(admission.slot(guild_id=1, author_id=7))
        assert admission.foresee(guild_id=1, author_id=8) == 1
        assert [admission.foresee(guild_id=each, author_id=8) for each in (2, 3, None)] == [0] * 3
        await held.enter_async_context(admission.slot(guild_id=3, author_id=7))
        assert [admission.foresee(guild_id=each, author_id=8) for each in (2, 3, None)] == [0, 1, 1]
    assert admission.foresee(guild_id=1, author_id=8) == 0
