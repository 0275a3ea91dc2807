import asyncio

import pytest

from bot.operations.readiness import Readiness


async def test_a_database_that_hangs_is_asked_once(monkeypatch: pytest.MonkeyPatch):
    """However many look meanwhile; who looks after it went on is told so."""
    monkeypatch.setattr("bot.operations.readiness.DATABASE_SECONDS", 0.01)
    free = asyncio.Event()
    begun: list[str] = []

    async def write() -> None:
        begun.append("a write")
        await free.wait()

    readiness = Readiness(lambda: True, write)
    told = await asyncio.gather(*(readiness.lacking() for _ in range(3)))
    assert set(told) == {"the database does not answer"}
    free.set()
    monkeypatch.undo()
    assert await readiness.lacking() == ""
    assert begun == ["a write"]


async def test_who_hears_nobody_is_asked_for_no_write():
    """That is the first thing to mend."""

    async def write() -> None:
        raise AssertionError

    assert "gateway" in await Readiness(lambda: False, write).lacking()
