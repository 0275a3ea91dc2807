"""After somebody is forgotten, or a server, no row of any table knows them but those named here.

Each table of the schema is either filled with something of theirs first, or stands in a list of
those that never have anything of anybody: a new table fails until it is in one of the two.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, insert

from bot.domain.access import Terms
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.content import Part
from bot.domain.conversation import ChatChoice
from bot.domain.deletion import DAY_IS_OVER, Deleted, Deletion
from bot.domain.job import GenerationRequest, JobState, Place, Shown
from bot.domain.own_relay import AuthStyle, OwnRelay
from bot.domain.picture import Picture
from bot.domain.references import Reference
from bot.domain.style import Style
from bot.domain.version import Head
from bot.services.deletion_queue import DeletionQueue
from bot.services.erasure import Erasure, Housekeeping
from bot.services.guild_book import GuildBook
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from bot.storage.tables import grants, metadata
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    MEMBER,
    NOON,
    THREAD,
    draft,
    request,
)
from tests.databases import put_database

DIRECT: Final = 2**62 + 77
"""The channel of the direct messages with the member: nobody else is in it."""

OTHER: Final = MEMBER + 1
SECRET: Final = "unspeakable"
WORDS: Final = (SECRET, str(MEMBER), str(DIRECT))
HERS: Final = b"her own picture"
MADE: Final = b"what was made for her"

HAVE_NOBODY: Final = {
    "blob_refs": "names of files; a row goes with its turn",
    "job_blobs": "names of files; they go with what a job was asked with",
    "style_blobs": "names of files; a row goes with its style",
    "shown": "messages of the bot; a row goes with its turn",
    "heads": "where a channel goes on from; a row goes with its turn",
    "heard": "one number for all",
    "guild_settings": "what a server decided, as a whole",
    "servers": "where the bot is",
}
"""The tables in which nothing tells of a member, and why."""

OF_A_MEMBER: Final = {
    ("blocked", "member_id"),  # being forgotten lets nobody in again
}
"""What stays of a member, and where."""

UNTIL_THE_DAY_IS_OVER: Final = {
    ("tallies", "key"),
    ("grants", "member_id"),
    ("last_asked", "member_id"),
    ("reports", "member_id"),
    ("deletions", "discord_id"),
}
"""What stays of one a little longer: being forgotten gives nobody a new day."""

OF_A_SERVER: Final = {
    ("ledger", "guild_id"),  # lines without a name
    ("jobs", "guild_id"),
    ("jobs", "request"),
    ("tallies", "guild_id"),  # what the server used as a whole
}
"""What stays of a server that the bot left, and where."""

NO_SERVER: Final = {
    "blob_refs",
    "job_blobs",
    "style_blobs",
    "shown",
    "heads",
    "heard",
    "members",
    "turns",
}
"""The tables in which nothing tells of a server itself."""


@dataclass(frozen=True, slots=True)
class House:
    """Hold what a bot has on its disk, and what forgets it."""

    folder: Path
    store: SqlStore
    blobs: FileBlobs
    book: GuildBook
    deletions: DeletionQueue

    async def put(self, data: bytes) -> Picture:
        """Store a picture."""
        async with self.blobs.scratch() as path:
            path.write_bytes(data)
            return Picture(await self.blobs.adopt(path), "image/png", 1, 1)

    def files(self) -> set[bytes]:
        """Return the bytes of all files."""
        return {path.read_bytes() for path in (self.folder / "blobs").glob("??/*")}

    async def rows(self) -> dict[str, list[dict[str, str]]]:
        """Return all rows of all tables, as they are stored."""
        return await self.store.read(_rows)


def _rows(connection: Connection) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for name in metadata.tables:
        rows = connection.exec_driver_sql(f"SELECT * FROM {name}")  # noqa: S608 (ours)
        found[name] = [{k: str(value) for k, value in row.items()} for row in rows.mappings()]
    return found


async def where(house: House, *words: str) -> set[tuple[str, str]]:
    """Return the columns in which one of these words stands."""
    return {
        (name, column)
        for name, rows in (await house.rows()).items()
        for row in rows
        for column, value in row.items()
        if any(word in value for word in words)
    }


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """Open a house in which a member and somebody else have done all that there is to do."""
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(SqlStore.open(put_database(tmp_path / "db")))
        blobs = await stack.enter_async_context(FileBlobs.open(tmp_path / "blobs"))
        book = GuildBook(store)
        queue = DeletionQueue(store, Erasure(store), book)
        house = House(tmp_path, store, blobs, book, queue)
        await live(house, MEMBER, f"{SECRET} kite", HERS, MADE)
        await live(house, OTHER, "a fish", b"his own", b"made for him")
        yield house


async def live(house: House, who: int, words: str, own: bytes, made: bytes) -> None:
    """Do all of which something is kept."""
    store = house.store
    given = await house.put(own)
    direct = Place(None, DIRECT + who - MEMBER, DIRECT + who - MEMBER)
    here, thread = Place(GUILD, CHANNEL), Place(GUILD, THREAD, THREAD, CHANNEL)
    for then in (NOON - timedelta(days=1), NOON):
        for place in (thread, direct, here):
            asked = request(words, author_id=who, author_name=words, place=place, about=words)
            user = (Part(picture=given), Part(text=words))
            await paint(house, replace(asked, user=user), await house.put(made), then)
    await store.open_chat(direct, ChatChoice("talker"), NOON)
    await store.open_chat(Place(GUILD, THREAD, THREAD), ChatChoice("talker"), NOON)
    await store.save_style(Style(who, None, words, words, (given,)), NOON)
    await store.save_style(Style(who, GUILD, words, words, (given,)), NOON)
    await store.collect(who, [Reference(GUILD, CHANNEL, who, 0, None)], NOON, most=9)
    await store.keep_locale(who, "de")
    await store.decide(who, GUILD, NOON, allows=True)
    await store.note_question(who + 7, GUILD, asker_id=who, now=NOON)
    seen = house.book.versioned(GUILD).revision
    change = {"cooldown": 60 + who % 7}
    await house.book.change(GUILD, change, seen=seen, author_id=who, now=NOON)
    await house.book.block(GUILD, who, author_id=99, now=NOON)
    await house.book.block(GUILD, who + 40, author_id=who, now=NOON)
    relay = OwnRelay(GUILD + who - MEMBER, "https://a.example", "", AuthStyle.BEARER, who, NOON)
    await store.put_own_relay(relay)
    await store.report(GUILD, 500 + who % 100, who, NOON)
    await store.join_servers([GUILD])
    await store.write(lambda connection: _grant(connection, who))


def _grant(connection: Connection, who: int) -> None:
    for period in ("2026-03-13", "2026-03-14"):
        row = {"guild_id": GUILD, "period": period, "member_id": who, "pictures": 3}
        connection.execute(insert(grants), row)


async def paint(house: House, asked: GenerationRequest, made: Picture, then: datetime) -> None:
    """Have it painted twice, shown and kept, and once refused."""
    store, place = house.store, asked.place
    terms = Terms(99, 99, cooldown=1 if place.channel_id == CHANNEL else 0)
    answer = replace(draft(), user=asked.user, answer=(Part(text=asked.prompt), Part(picture=made)))
    for number in range(2):
        job = await store.accept(replace(asked, redone=bool(number)), terms=terms, now=then)
        turn = await store.made(job, answer, then)
        if number:
            await store.kept(job.id, then, told=False)
        else:
            await store.posted(job.id, [Shown(job.id, 0, turn.id, 1, place.channel_id)], then)
            await store.go_back(place.channel_id, Head(turn.id, 1))
        terms = Terms(99, 99)
    failed = await store.accept(asked, terms=terms, now=then)
    await store.ended(failed.id, JobState.FAILED, "error", then, possibly_billed=True)


async def tidied(house: House) -> None:
    """Delete the files that no row names any more, however young."""
    await Housekeeping(house.store, house.blobs, keep_for=None).tidy(age=timedelta(0))


async def test_every_table_has_something_of_a_member(house: House) -> None:
    """Or stands among those that never have; a new table is in neither."""
    found = {name for name, _ in await where(house, *WORDS)}
    assert found | HAVE_NOBODY.keys() | {"deletions"} == metadata.tables.keys()
    assert house.files() >= {HERS, MADE}


async def test_nothing_of_a_member_stays(house: House) -> None:
    """But what is named here, some of it for a day; in the files not a byte."""
    others = await where(house, str(OTHER), "fish")
    await house.deletions.forget_member(MEMBER, NOON)
    assert await where(house, *WORDS) == OF_A_MEMBER | UNTIL_THE_DAY_IS_OVER
    await house.deletions.carry_out(NOON + DAY_IS_OVER)
    assert await where(house, *WORDS) == OF_A_MEMBER
    assert await where(house, str(OTHER), "fish") == others
    await tidied(house)
    assert house.files() == {b"his own", b"made for him"}


async def test_the_sums_of_the_books_stay(house: House) -> None:
    """Of each line all but the name, and of the server all sums."""
    before = await house.rows()
    await house.deletions.forget_member(MEMBER, NOON)
    after = await house.rows()
    unnamed = [
        line | {"author_id": "0"} if line["author_id"] == str(MEMBER) else line
        for line in before["ledger"]
    ]
    assert after["ledger"] == unnamed
    sums = [
        [row for row in rows["tallies"] if row["subject"] != "member"] for rows in (before, after)
    ]
    assert sums[0] == sums[1]


async def test_the_running_day_is_not_filled_up(house: House) -> None:
    """Who is forgotten has of this day what they had before, and waits as long."""
    before = await house.store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON)
    await house.deletions.forget_member(MEMBER, NOON)
    assert await house.store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON) == before
    assert before.pictures
    assert before.granted_pictures


async def test_nothing_of_a_server_stays(house: House) -> None:
    """But what is named here, once its days are over."""
    name = str(GUILD)
    found = {table for table, _ in await where(house, name)}
    assert found | NO_SERVER | {"deletions"} == metadata.tables.keys()
    house.deletions.add([Deletion(Deleted.GUILD, GUILD)])
    await house.deletions.carry_out(NOON)
    await house.deletions.carry_out(NOON + DAY_IS_OVER)
    assert await where(house, name) == OF_A_SERVER
    rows = await house.rows()
    assert {line["author_id"] for line in rows["ledger"] if line["guild_id"] == name} == {"0"}
    assert {row["subject"] for row in rows["tallies"] if row["guild_id"] == name} == {"guild"}
