import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, imagine, say, until
from tests.commands import command

AT_WORK = "what is still at work goes within an hour of its end"


async def forget(folder: Path, member: object) -> tuple[int, str, str]:
    """Run `python -m bot forget` in a folder, and return how it ended and what it wrote."""
    return await command(folder, "forget", member)


def change(folder: Path, statement: str) -> None:
    """Change the database."""
    with closing(sqlite3.connect(folder / "data" / "atelier.db")) as database:
        database.execute(statement)
        database.commit()


def ask(folder: Path, query: str) -> object:
    """Return the one value that a query finds, also beside a running bot."""
    path = folder / "data" / "atelier.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchone()[0]


def files(folder: Path) -> list[Path]:
    """List the files of blobs."""
    return list((folder / "data" / "blobs").glob("??/*"))


@pytest.mark.usefixtures("client")
async def test_a_member_is_forgotten_beside_a_running_bot(world: Stack) -> None:
    """One line says how much that was; what others made of it stays, and what is at work."""
    first = await imagine(world)
    edited = await say(world, "make it black and white", reply_to=first, by=world.ben)
    world.relay.requests.clear()
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    anna = world.anna.id
    known = "SELECT count(*) FROM members"
    change(world.folder, "INSERT INTO members SELECT author_id, 'fr' FROM jobs LIMIT 1")
    assert await forget(world.folder, anna) == (
        0,
        f"turns of member {anna} that are forgotten: 1; {AT_WORK}\n",
        "",
    )
    assert ask(world.folder, known) == 0
    held.let_go()
    assert (await answered(world, asked)).pictures
    assert (await say(world, "blur it", reply_to=edited, by=world.ben)).pictures
    assert await forget(world.folder, anna) == (
        0,
        f"turns of member {anna} that are forgotten: 1\n",
        "",
    )


async def test_where_there_is_nothing_to_forget_it_says_so(tmp_path: Path) -> None:
    """A folder that is mistyped is no place where a member was forgotten; none is made."""
    status, out, err = await forget(tmp_path, 1)
    assert (status, out) == (2, "")
    assert err.startswith("ATELIER_DATA_DIR: data can't be used: disk: No such file")
    assert not await asyncio.to_thread((tmp_path / "data").exists)


async def test_a_database_of_another_version_is_left_to_its_bot(tmp_path: Path) -> None:
    """It may be at work on it; one line says what to do."""
    assert (await command(tmp_path, "migrate"))[0] == 0
    change(tmp_path, "UPDATE alembic_version SET version_num = '0001'")
    status, out, err = await forget(tmp_path, 1)
    assert (status, out) == (2, "")
    assert "is at revision 0001" in err
    assert "python -m bot migrate" in err
    assert ask(tmp_path, "SELECT version_num FROM alembic_version") == "0001"


@pytest.mark.parametrize("no_id", ["anna", "-1", "0", "9" * 20])
async def test_what_is_no_id_is_refused(tmp_path: Path, no_id: str) -> None:
    """In one line, with status 2, and nothing is touched."""
    status, out, err = await forget(tmp_path, no_id)
    assert (status, out) == (2, "")
    assert "Traceback" not in err
    assert not await asyncio.to_thread((tmp_path / "data").exists)


async def test_what_was_kept_long_enough_is_gone_at_the_next_start(world: Stack) -> None:
    """Rows and files; the books stay."""
    async with world.bot():
        await world.ready()
        await imagine(world)
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    change(world.folder, "UPDATE jobs SET updated_at = '2020-01-01 00:00:00'")
    for path in files(world.folder):
        os.utime(path, (1, 1))
    lines = ask(world.folder, "SELECT count(*) FROM ledger")
    async with world.bot(ATELIER_RETENTION_DAYS="30"):
        await world.ready()
        await until(lambda: not files(world.folder))
    assert ask(world.folder, "SELECT count(*) FROM turns") == 0
    assert ask(world.folder, "SELECT count(*) FROM ledger") == lines
