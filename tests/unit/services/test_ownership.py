"""Saying again and again whose jobs they are."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.errors import StorageFailed
from bot.services import ownership
from bot.services.ownership import Ownership


class Renewals:
    """A store of which nothing but this is asked, and that fails at first."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.renewed = asyncio.Event()

    async def renew(self, now: datetime) -> None:
        assert now.tzinfo
        if self.failures:
            raise self.failures.pop()
        self.renewed.set()


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test not wait for half a minute."""
    monkeypatch.setattr(ownership, "EVERY", timedelta(milliseconds=1))


async def test_leases_are_renewed_as_long_as_it_runs():
    """Again and again, and no more when it is over."""
    store = Renewals()
    async with Ownership(store).running():
        for _ in range(3):
            store.renewed.clear()
            await asyncio.wait_for(store.renewed.wait(), 10)
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.logs_errors
async def test_a_database_that_fails_for_a_while_does_not_end_it():
    """Nor does a mistake of ours; it is tried again."""
    store = Renewals(StorageFailed("database: locked"), ZeroDivisionError())
    async with Ownership(store).running():
        await asyncio.wait_for(store.renewed.wait(), 10)
