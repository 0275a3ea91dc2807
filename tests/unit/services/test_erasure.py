import asyncio
import logging
import os
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.access import Terms
from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.errors import Gone, StorageFailed
from bot.domain.job import Draft, Forgotten, Shown
from bot.domain.picture import IntakeLimits, ModelLimits, Picture
from bot.services.erasure import STEP, Erasure, Housekeeping
from bot.services.guild_book import GuildBook
from bot.services.intake import Intake
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from tests.acting import until
from tests.contract.builders import CHANNEL, GUILD, MEMBER, draft, request
from tests.databases import put_database

DAY = timedelta(days=1)


class House:
    """Hold a store and blobs, and let members be served."""

    def __init__(self, store: SqlStore, blobs: FileBlobs) -> None:
        self.store = store
        self.blobs = blobs
        self.messages = 0

    async def put(self, data: bytes, *, hours: float = 2) -> BlobRef:
        """Store bytes as if that had been so many hours ago."""
        async with self.blobs.scratch() as path:
            path.write_bytes(data)
            blob = await self.blobs.adopt(path)
        then = datetime.now(UTC).timestamp() - hours * 3600
        os.utime(self.blobs.path(blob), (then, then))
        return blob

    async def show(self, data: bytes, *, days: int = 0) -> Turn:
        """Show a picture of so many days ago."""
        then = datetime.now(UTC) - days * DAY
        job = await self.store.accept(request(), terms=Terms(999, 999), now=then)
        answer = Part(picture=Picture(await self.put(data), "image/png", 1, 1))
        turn = await self.store.made(job, Draft(None, (), (answer,), "m", "f"), then)
        self.messages += 1
        await self.store.posted(job.id, [Shown(self.messages, 0, turn.id, 0, CHANNEL)], then)
        return turn

    def has(self, turn: Turn) -> bool:
        """Tell whether the picture of a turn is on the disk."""
        return self.blobs.path(turn.answer[0].picture.blob).exists()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """Open an empty house."""
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(SqlStore.open(put_database(tmp_path / "db")))
        yield House(store, await stack.enter_async_context(FileBlobs.open(tmp_path / "blobs")))


async def test_files_go_after_their_rows(house: House) -> None:
    """What was forgotten loses its file when it is tidied up; what was not keeps it."""
    gone, kept = await house.show(b"gone"), await house.show(b"kept")
    await Erasure(house.store).messages([1])
    assert house.has(gone)
    await Housekeeping(house.store, house.blobs, keep_for=None).tidy()
    assert not house.has(gone)
    assert house.has(kept)


async def test_a_file_that_waits_for_its_row_stays(house: House) -> None:
    """Nothing names it yet, and it is not old."""
    young, old = await house.put(b"young", hours=0.9), await house.put(b"old", hours=1.1)
    await Housekeeping(house.store, house.blobs, keep_for=None).tidy()
    assert house.blobs.path(young).exists()
    assert not house.blobs.path(old).exists()


async def test_a_file_that_is_stored_again_meanwhile_stays(house: House) -> None:
    """It was old when it was listed, and unnamed when the database was asked."""
    blob = await house.put(b"fox")

    class Meanwhile(SqlStore):
        async def named(self, blobs: Collection[str]) -> set[str]:
            named = await super().named(blobs)
            await house.put(b"fox", hours=0)
            return named

    async with Meanwhile.open(house.blobs.path(blob).parents[2] / "db") as store:
        await Housekeeping(store, house.blobs, keep_for=None).tidy()
    assert house.blobs.path(blob).read_bytes() == b"fox"


async def test_an_order_that_is_placed_again_holds_its_pictures(house: House) -> None:
    """They are young from then on; one that is gone is told as such."""
    intake = Intake(None, house.blobs, None, limits=IntakeLimits(), for_models=ModelLimits())  # type: ignore[arg-type]
    upload = Part(picture=Picture(await house.put(b"fox"), "image/png", 1, 1))
    await intake.hold([upload, Part(text="blur it")])
    housekeeping = Housekeeping(house.store, house.blobs, keep_for=None)
    await housekeeping.tidy()
    await intake.hold([upload])
    await housekeeping.tidy(age=timedelta(0))
    with pytest.raises(Gone):
        await intake.hold([upload])


async def test_what_is_kept_long_enough_goes(house: House) -> None:
    """Rows and files, by the days that the operator set."""
    old, young = await house.show(b"old", days=31), await house.show(b"young", days=29)
    await Housekeeping(house.store, house.blobs, keep_for=30 * DAY).tidy()
    assert await house.store.turn(old.id) is None
    assert not house.has(old)
    assert await house.store.turn(young.id) == young
    assert house.has(young)


async def test_without_a_time_all_is_kept(house: House) -> None:
    """Nothing is too old."""
    old = await house.show(b"old", days=3_000)
    await Housekeeping(house.store, house.blobs, keep_for=None).tidy()
    assert await house.store.turn(old.id) == old
    assert house.has(old)


async def test_more_than_one_step_is_forgotten(house: House) -> None:
    """All of it goes, and it is told how many turns that were."""
    now = datetime.now(UTC)
    for number in range(STEP + 1):
        job = await house.store.accept(request(), terms=Terms(999, 999), now=now)
        turn = await house.store.made(job, draft(), now)
        await house.store.posted(job.id, [Shown(number, 0, turn.id, 1, CHANNEL)], now)
    forgotten = await Erasure(house.store).member(MEMBER, then=now, now=now)
    assert forgotten == Forgotten(jobs=STEP + 1, turns=STEP + 1)
    assert await house.store.newest_shown(CHANNEL) is None


@pytest.mark.parametrize("what", ["channel", "guild"])
async def test_places_are_forgotten(house: House, what: str) -> None:
    """A channel and a server, all that was shown there."""
    turn = await house.show(b"fox")
    forgetting = Erasure(house.store)
    if what == "channel":
        await forgetting.channel(CHANNEL)
    else:
        now = datetime.now(UTC)
        await forgetting.guild(GUILD, then=now, now=now)
    assert await house.store.turn(turn.id) is None


async def test_it_tidies_up_by_itself(house: House) -> None:
    """At once, and it ends when it is told to."""
    orphan = await house.put(b"orphan")
    async with Housekeeping(house.store, house.blobs, keep_for=None).running():
        await until(lambda: not house.blobs.path(orphan).exists())
    assert len(asyncio.all_tasks()) == 1


class Broken(SqlStore):
    """Fail when it is asked for names."""

    error: Exception = StorageFailed("database: disk I/O error")

    async def named(self, blobs: Collection[str]) -> set[str]:
        raise self.error


@pytest.mark.logs_errors
@pytest.mark.parametrize("error", [StorageFailed("disk I/O error"), RuntimeError("ours")])
async def test_what_fails_is_told_and_deletes_nothing(
    house: House, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """The log says so, the files stay, and it is tried again."""
    orphan = await house.put(b"orphan")
    caplog.set_level(logging.WARNING)
    async with Broken.open(house.blobs.path(orphan).parents[2] / "db") as store:
        store.error = error
        async with Housekeeping(store, house.blobs, keep_for=None).running():
            await until(lambda: caplog.records)
    assert "could not tidy up" in caplog.text
    assert str(error) in caplog.text
    assert house.blobs.path(orphan).exists()


@pytest.mark.parametrize(
    ("operator", "server", "kept"),
    [(None, 2, False), (30, 2, False), (30, 99, True), (2, 99, False), (None, None, True)],
)
async def test_the_shorter_time_of_operator_and_server_is_kept(
    house: House, operator: int | None, server: int | None, *, kept: bool
) -> None:
    """A server can keep what is asked in it for less time, and never for more."""
    turn = await house.show(b"three days old", days=3)
    book = GuildBook(house.store)
    days = {"retention_days": server}
    await book.change(GUILD, days, seen=0, author_id=MEMBER, now=datetime.now(UTC))
    await Housekeeping(
        house.store,
        house.blobs,
        keep_for=operator * DAY if operator else None,
        guild_days=book.retention_days,
    ).tidy()
    assert house.has(turn) is kept
