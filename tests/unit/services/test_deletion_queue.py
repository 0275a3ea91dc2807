import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.access import Terms
from bot.domain.conversation import Turn
from bot.domain.deletion import DAY_IS_OVER, Deleted, Deletion
from bot.domain.errors import StorageFailed
from bot.domain.guild_settings import Versioned
from bot.domain.job import Forgotten, Shown
from bot.services import deletion_queue as module
from bot.services.deletion_queue import LATEST, SOONEST, DeletionQueue
from bot.services.erasure import Erasure
from bot.services.guild_book import GuildBook
from bot.storage.store import SqlStore
from tests.acting import WITHIN
from tests.contract.builders import CHANNEL, GUILD, MEMBER, NOON, draft, request

A_CHANNEL = Deletion(Deleted.CHANNEL, CHANNEL)
A_SERVER = Deletion(Deleted.GUILD, GUILD)
A_MEMBER = Deletion(Deleted.MEMBER, MEMBER)


def a_message(message_id: int) -> Deletion:
    """Say that a message was deleted."""
    return Deletion(Deleted.MESSAGE, message_id)


class Shaky(SqlStore):
    """Fail as a full disk does, so many times; count what is written down."""

    failing = 0
    noted = 0

    async def showing(self, message_ids: Sequence[int]) -> set[int]:
        """Fail, or do it."""
        self._shake()
        return await super().showing(message_ids)

    async def note_deletions(self, noted: Sequence[Deletion], now: datetime) -> None:
        """Fail, or do it."""
        self._shake()
        self.noted += len(noted)
        await super().note_deletions(noted, now)

    async def forget_messages(self, message_ids: Sequence[int]):
        """Fail, or do it."""
        self._shake()
        return await super().forget_messages(message_ids)

    def _shake(self) -> None:
        if self.failing:
            self.failing -= 1
            raise StorageFailed("database: disk full")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Shaky]:
    """Open a store that does not fail yet."""
    async with Shaky.open(tmp_path / "db") as store:
        yield store


@pytest.fixture
def deletions(store: Shaky) -> DeletionQueue:
    """Give what carries out deletions, at rest."""
    return DeletionQueue(store, Erasure(store), GuildBook(store))


async def show(store: SqlStore, message_id: int) -> Turn:
    """Let a message show a picture."""
    job = await store.accept(request(), terms=Terms(99, 99), now=NOON)
    turn = await store.made(job, draft(), NOON)
    await store.posted(job.id, [Shown(message_id, 0, turn.id, 1, CHANNEL)], NOON)
    return turn


async def gone(store: SqlStore, *turns: Turn) -> None:
    """Return once these turns are forgotten, and nothing is left to be done today."""
    for _ in range(int(WITHIN * 100)):
        left = [await store.turn(turn.id) for turn in turns]
        due = await store.due_deletions(datetime.now(UTC), most=1)
        if left == [None] * len(turns) and not due:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_what_is_deleted_is_forgotten_at_once(store: Shaky, deletions: DeletionQueue) -> None:
    """Messages, channels and servers, while it runs; nothing is left to be done."""
    first, second, third = [await show(store, number) for number in (1, 2, 3)]
    async with deletions.running():
        deletions.add([a_message(1), a_message(2)])
        await gone(store, first, second)
        deletions.add([A_CHANNEL])
        await gone(store, third)
        fourth = await show(store, 4)
        deletions.add([A_SERVER])
        await gone(store, fourth)


async def test_messages_that_show_nothing_are_not_written_down(
    store: Shaky, deletions: DeletionQueue
) -> None:
    """They are most of what is deleted in a server."""
    await show(store, 1)
    deletions.add([a_message(404), a_message(1)])
    await deletions.carry_out(NOON)
    assert store.noted == 1


@pytest.mark.parametrize("failing", [1, 2, 3])
async def test_what_meets_a_full_disk_is_done_later(
    store: Shaky, deletions: DeletionQueue, failing: int
) -> None:
    """Whether it can't be looked up, written down or carried out."""
    turn = await show(store, 1)
    deletions.add([a_message(1)])
    store.failing = failing
    for _ in range(failing):
        with pytest.raises(StorageFailed):
            await deletions.carry_out(NOON)
    await deletions.carry_out(NOON)
    assert await store.turn(turn.id) is None
    assert await store.next_deletion_due() is None


async def test_it_is_tried_again_by_itself(
    store: Shaky,
    deletions: DeletionQueue,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """After a pause, with a line in the log."""
    monkeypatch.setattr(module, "PAUSES", (0.0,))
    caplog.set_level(logging.WARNING)
    turn = await show(store, 1)
    async with deletions.running():
        store.failing = 3
        deletions.add([a_message(1)])
        await gone(store, turn)
    assert "deletions wait" in caplog.text
    assert "disk full" in caplog.text


@pytest.mark.logs_errors
async def test_an_error_of_ours_ends_no_deletion(
    store: Shaky, deletions: DeletionQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is logged, and the next one is carried out."""
    monkeypatch.setattr(module, "PAUSES", (0.0,))
    turn = await show(store, 1)
    due, failed = store.due_deletions, asyncio.Event()

    async def broken(*_: object, **__: object) -> None:
        monkeypatch.setattr(store, "due_deletions", due)
        failed.set()
        raise RuntimeError("ours")

    monkeypatch.setattr(store, "due_deletions", broken)
    async with deletions.running():
        await failed.wait()
        deletions.add([a_message(1)])
        await gone(store, turn)


async def test_what_a_process_did_not_do_the_next_one_does(
    store: Shaky, deletions: DeletionQueue
) -> None:
    """What it heard is written down when it ends."""
    turn = await show(store, 1)
    async with deletions.running():
        await asyncio.sleep(0)  # it has looked once
        store.failing = 1
        deletions.add([a_message(1)])
        store.failing = 0
    async with DeletionQueue(store, Erasure(store), GuildBook(store)).running():
        await gone(store, turn)


async def test_a_disk_that_stays_full_does_not_hold_up_the_end(
    store: Shaky, deletions: DeletionQueue
) -> None:
    """What can't be written down is found by looking at Discord."""
    await show(store, 1)
    async with deletions.running():
        store.failing = 99
        deletions.add([a_message(1)])
    assert await store.next_deletion_due() is None


@pytest.mark.parametrize(
    ("deletion", "done"),
    [(A_CHANNEL, None), (A_SERVER, NOON + DAY_IS_OVER), (A_MEMBER, NOON + DAY_IS_OVER)],
)
async def test_a_job_at_work_is_waited_for(
    store: Shaky, deletions: DeletionQueue, deletion: Deletion, done: datetime | None
) -> None:
    """It keeps what it has; what it made goes when it is over."""
    job = await store.accept(request(), terms=Terms(9, 9), now=NOON)
    deletions.add([deletion])
    await deletions.carry_out(NOON)
    assert await store.job(job.id) == job
    assert await store.next_deletion_due() == NOON + SOONEST
    turn = await store.made(job, draft(), NOON)
    await store.kept(job.id, NOON, told=False)
    await deletions.carry_out(NOON + SOONEST)
    assert await store.turn(turn.id) is None
    assert await store.job(job.id) is None
    assert await store.next_deletion_due() == done


async def test_it_waits_longer_and_longer(store: Shaky, deletions: DeletionQueue) -> None:
    """As long again as it has waited, up to some minutes."""
    await store.accept(request(), terms=Terms(9, 9), now=NOON)
    deletions.add([A_CHANNEL])
    now, waits = NOON, list[timedelta]()
    for _ in range(12):
        await deletions.carry_out(now)
        due_at = await store.next_deletion_due()
        assert due_at is not None
        waits.append(due_at - now)
        now = due_at
    assert waits[:4] == [SOONEST, SOONEST, 2 * SOONEST, 4 * SOONEST]
    assert waits[-1] == LATEST


async def test_what_is_done_is_done_twice_without_harm(
    store: Shaky, deletions: DeletionQueue
) -> None:
    """A deletion that was carried out and not crossed out finds nothing."""
    await show(store, 1)
    for _ in range(2):
        deletions.add([a_message(1), A_CHANNEL, A_SERVER])
        await store.note_deletions([a_message(1)], NOON)
        await deletions.carry_out(NOON)
        await deletions.carry_out(NOON + DAY_IS_OVER)
    assert await store.next_deletion_due() is None


async def test_who_sleeps_wakes_when_something_is_due(
    store: Shaky, deletions: DeletionQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job that is waited for tells nobody that it is over."""
    monkeypatch.setattr(module, "SOONEST", timedelta(seconds=0.05))
    job = await store.accept(request(), terms=Terms(9, 9), now=datetime.now(UTC))
    async with deletions.running():
        deletions.add([A_CHANNEL])
        for _ in range(int(WITHIN * 100)):
            if await store.next_deletion_due():
                break
            await asyncio.sleep(0.01)
        turn = await store.made(job, draft(), datetime.now(UTC))
        await store.kept(job.id, datetime.now(UTC), told=False)
        await gone(store, turn)


async def test_a_member_is_forgotten_while_they_wait(
    store: Shaky, deletions: DeletionQueue
) -> None:
    """All that is over, at once; what they ask for afterwards stays."""
    turn = await show(store, 1)
    assert await deletions.forget_member(MEMBER, NOON) == Forgotten(jobs=1, turns=1)
    assert await store.turn(turn.id) is None
    later = await store.accept(request(), terms=Terms(9, 9), now=NOON + SOONEST)
    await deletions.carry_out(NOON + DAY_IS_OVER)
    assert await store.job(later.id) == later
    assert await store.next_deletion_due() is None


async def test_a_member_is_forgotten_though_the_process_ends(
    store: Shaky, deletions: DeletionQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was written down before anything of it was done, and the next process does it."""
    turn = await show(store, 1)

    async def ends(*_: object, **__: object) -> None:
        raise StorageFailed("database: it is closed")

    with monkeypatch.context() as patched:
        patched.setattr(store, "forget_member", ends)
        with pytest.raises(StorageFailed):
            await deletions.forget_member(MEMBER, datetime.now(UTC))
    async with DeletionQueue(store, Erasure(store), GuildBook(store)).running():
        await gone(store, turn)


async def test_a_server_that_the_bot_left_decides_nothing_more(
    store: Shaky, deletions: DeletionQueue
) -> None:
    """Also in memory; what it decides once the bot is back holds."""
    book = deletions._guild_book
    later = NOON + SOONEST
    await book.change(GUILD, {"cooldown": 5}, seen=0, author_id=MEMBER, now=NOON)
    await book.block(GUILD, 7, author_id=MEMBER, now=NOON)
    deletions.add([A_SERVER])
    await deletions.carry_out(NOON)
    assert book.versioned(GUILD) == Versioned()
    assert book.blocked(GUILD) == []
    assert await store.all_settings() == {}
    await book.change(GUILD, {"cooldown": 9}, seen=0, author_id=MEMBER, now=later)
    await book.block(GUILD, 8, author_id=MEMBER, now=later)
    await deletions.carry_out(NOON + DAY_IS_OVER)
    assert book.of(GUILD).cooldown == 9
    assert book.blocked(GUILD) == [8]
    assert len(await book.changes(GUILD, most=9)) == 1
