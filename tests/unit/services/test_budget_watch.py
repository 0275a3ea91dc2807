"""When moderators hear of their server's money: at 80 % and at the end, once a month each."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.access import Terms
from bot.domain.errors import BudgetUsedUp
from bot.services.access import Access
from bot.services.budget_watch import BudgetWatch
from bot.services.guild_book import GuildBook
from bot.services.policy import Policy
from bot.storage.store import SqlStore
from tests.contract.builders import GUILD, HERE, draft, nobody_pays, request
from tests.databases import put_database
from tests.unit.services.listeners import Listeners

BUDGET = 1_000_000


@pytest.fixture
async def store(tmp_path: Path) -> AsyncGenerator[SqlStore]:
    """Give a store, in which a server has a dollar a month."""
    async with SqlStore.open(put_database(tmp_path / "a.db")) as store:
        await store.change_settings(
            GUILD, {"budget": BUDGET}, seen=0, author_id=1, now=datetime.now(UTC)
        )
        yield store


async def watched(store: SqlStore, listeners: Listeners) -> BudgetWatch:
    """Return what a process that begins watches with."""
    book = GuildBook(store)
    await book.load()
    return BudgetWatch(Access(book, store, Policy(), pays_itself=nobody_pays), store, listeners)


async def spend(store: SqlStore, micros: int, *, guild_id: int = GUILD) -> None:
    """Let a job cost so much."""
    now = datetime.now(UTC)
    place = replace(HERE, guild_id=guild_id)
    job = await store.accept(request(place=place), terms=Terms(99, 99), micros=micros, now=now)
    await store.made(job, replace(draft(), micros=micros), now)


@pytest.mark.parametrize(
    ("micros", "told"),
    [
        (0, []),
        (799_999, []),
        (800_000, [("warning", 800_000)]),
        (999_999, [("warning", 999_999)]),
        (1_000_000, [("used up", BUDGET)]),
        (1_000_001, [("used up", BUDGET)]),
    ],
)
async def test_they_hear_from_four_fifths_on(
    store: SqlStore, micros: int, told: list[tuple[str, int]]
) -> None:
    """Not before, and of the end instead where it is reached."""
    listeners = Listeners()
    await spend(store, micros)
    await (await watched(store, listeners)).look(GUILD)
    assert listeners.told == told


async def test_they_hear_each_once_also_after_a_restart(store: SqlStore) -> None:
    """What they were told is in the store."""
    listeners = Listeners()
    await spend(store, 800_000)
    await (await watched(store, listeners)).look(GUILD)
    again = await watched(store, listeners)
    await spend(store, 1_000)
    await again.look(GUILD)
    assert listeners.told == [("warning", 800_000)]
    await spend(store, 199_000)
    await again.look(GUILD)
    await (await watched(store, listeners)).look(GUILD)
    assert listeners.told == [("warning", 800_000), ("used up", BUDGET)]


async def test_who_is_refused_for_it_lets_them_hear(store: SqlStore) -> None:
    """The rest of the money is too little for anything: that is its end."""
    listeners = Listeners()
    watch = await watched(store, listeners)
    await spend(store, 10_000)
    for _ in range(2):
        with pytest.raises(BudgetUsedUp):
            async with watch.over(GUILD):
                raise BudgetUsedUp
    assert listeners.told == [("used up", BUDGET)]


async def test_who_cannot_hear_is_told_later(store: SqlStore) -> None:
    """As soon as the server has chosen a channel for it."""
    listeners = Listeners(away=True)
    watch = await watched(store, listeners)
    await spend(store, 900_000)
    await watch.look(GUILD)
    listeners.away = False
    await watch.look(GUILD)
    assert listeners.told == [("warning", 900_000)]


async def test_without_a_budget_there_is_nothing_to_tell(store: SqlStore) -> None:
    """Nor in direct messages."""
    listeners = Listeners()
    watch = await watched(store, listeners)
    await spend(store, 900_000, guild_id=GUILD + 1)
    await watch.look(GUILD + 1)
    await watch.look(None)
    assert listeners.told == []


async def test_the_operators_money_is_told_of_as_well(store: SqlStore) -> None:
    """Whichever is less."""
    listeners = Listeners()
    book = GuildBook(store)
    await book.load()
    access = Access(book, store, Policy(server_budget=500_000), pays_itself=nobody_pays)
    await spend(store, 450_000)
    await BudgetWatch(access, store, listeners).look(GUILD)
    assert listeners.told == [("warning", 450_000)]
