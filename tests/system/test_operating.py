"""What docs/operating.md tells operators to do, done."""

import asyncio
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.domain.access import Terms
from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.job import Draft
from bot.domain.picture import Picture
from bot.storage.blobs import FileBlobs
from bot.storage.engine import create_engine, migrating
from bot.storage.migrate import bring_to
from bot.storage.store import SqlStore
from config.settings import Settings
from demo.stack import Stack
from tests.acting import Held, answered, at_work, imagine, say
from tests.commands import command
from tests.contract.builders import NOON, request
from tests.documents import ROOT, blocks, section

(GO_BACK,) = blocks(section("docs/operating.md", "Upgrade"), "sh")
BACK_UP, RESTORE = blocks(section("docs/operating.md", "Back up while it runs"), "sh")


(NEW_SECRET,) = blocks(section("docs/operating.md", "Own relays of servers"), "sh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an operator's folder: the code, an environment, and a place for the data."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for name in ("bot", "cogs", "config"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


async def typed(commands: str, folder: Path) -> None:
    """Type commands in a folder, as its owner."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    await asyncio.to_thread(
        subprocess.run, ["sh", "-ec", commands], cwd=folder, env=environment, check=True
    )


async def paint(store: SqlStore, blobs: FileBlobs, number: int) -> BlobRef:
    """Let a picture be made and written down."""
    spool = blobs.spool()
    spool.write(b"picture %d" % number)
    blob = await spool.commit()
    job = await store.accept(request(), terms=Terms(10**6, 10**6), now=NOON)
    await store.sent(job.id, NOON)
    picture = Part(picture=Picture(blob, "image/png", 8, 8))
    draft = Draft(parent_id=None, user=(), answer=(picture,), model="painter", family="painters")
    await store.made(job, draft, NOON)
    return blob


async def test_a_backup_beside_a_bot_at_work_has_every_picture_that_it_names(folder: Path):
    """Also where pictures are made all the while; put in place, it is at this version."""
    data = folder / "data"
    data.mkdir()
    async with FileBlobs.open(data / "blobs") as blobs, SqlStore.open(data / "atelier.db") as store:
        made = [await paint(store, blobs, number) for number in range(20)]

        async def go_on() -> None:
            for number in range(20, 2_000):
                await paint(store, blobs, number)

        at_work = asyncio.create_task(go_on())
        await typed(BACK_UP, folder)
        at_work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await at_work
    await typed(RESTORE, folder)
    async with FileBlobs.open(data / "blobs") as blobs, SqlStore.open(data / "atelier.db") as store:
        turns = [turn for job_id in range(1, 2_000) for turn in await store.turns_of(job_id)]
        named = [picture.blob for turn in turns for _, picture in turn.pictures]
        assert named[: len(made)] == made
        assert all(blobs.path(blob).is_file() for blob in named)
    shutil.rmtree(folder / "data.before")


async def test_the_way_back_from_an_upgrade(folder: Path):
    """The database is what the version of before left."""
    database = folder / "data" / "atelier.db"
    database.parent.mkdir()
    engine = create_engine(database)
    with migrating(engine) as connection:
        bring_to(connection, "0005")
    engine.dispose()
    await typed(".venv/bin/python -m bot migrate", folder)
    await typed(GO_BACK, folder)
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("SELECT version_num FROM alembic_version").fetchall() == [("0005",)]
    assert [path.name for path in database.parent.glob("atelier.db*")] == ["atelier.db"]


def rows(database: Path) -> dict[str, list[Any]]:
    """Return all rows of a database, by table, but for how long its jobs are leased."""
    with closing(sqlite3.connect(database)) as opened:
        opened.row_factory = sqlite3.Row
        named = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = {
            name: [dict(row) for row in opened.execute(f"SELECT * FROM {name}")]  # noqa: S608 (our own tables)
            for (name,) in named
        }
    for job in tables["jobs"]:
        del job["leased_until"]
    return tables


def blobs_in(data: Path) -> dict[str, bytes]:
    """Return all blobs of a data folder, by their place."""
    found = (data / "blobs").glob("??/*")
    return {str(path.relative_to(data)): path.read_bytes() for path in found}


async def test_what_a_bot_at_work_is_restored_to_is_what_it_was(world: Stack) -> None:
    """Row by row and blob by blob; and a bot that is started on it goes on from there."""
    new = str(world.folder / "new")
    of_bot = {"ATELIER_DATA_DIR": str(world.folder / "data")}
    async with world.bot() as bot:
        await world.ready()
        first = await imagine(world)
        held = Held()
        world.relay.next(held)
        asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world, 2)
        before = rows(world.database), blobs_in(world.folder / "data")
        status, out, err = await command(world.folder, "backup", "all.tar", **of_bot)
        assert (status, err) == (0, "")
        assert out.startswith(f"all.tar: the database and {len(before[1])} blob")
        held.let_go()
        assert (await answered(world, asked)).pictures
        status, _, err = await command(world.folder, "restore", "all.tar", **of_bot)
        assert (status, err.splitlines()[-1][:26]) == (75, "ATELIER_DATA_DIR: another ")
        assert await bot.stop() == 0
    status, out, err = await command(world.folder, "restore", "all.tar", ATELIER_DATA_DIR=new)
    assert (status, err) == (0, "")
    assert out.startswith(f"{new}: restored from all.tar: the database and ")
    assert (rows(Path(new, "atelier.db")), blobs_in(Path(new))) == before
    assert "sent" in {job["state"] for job in before[0]["jobs"]}
    async with world.bot(ATELIER_DATA_DIR=new):
        await world.ready()
        assert (await say(world, "make it black and white", reply_to=first)).pictures


async def test_a_restore_that_broke_off_is_no_start(world: Stack) -> None:
    """The bot says so, and makes no database; what else a backup can't be is one line, too."""
    data = world.folder / "new"
    (data / "restoring").mkdir(parents=True)
    async with world.bot(ATELIER_DATA_DIR=str(data)) as bot:
        assert await bot.wait() == 2
        last = bot.log.read_text().splitlines()[-1]
    assert last.startswith(f"ATELIER_DATA_DIR: A restore into {data} broke off. Restore again")
    assert not (data / "atelier.db").exists()
    told = await command(world.folder, "restore", "nowhere.tar", ATELIER_DATA_DIR=str(data))
    assert told == (2, "", "nowhere.tar: can't be read: No such file or directory\n")


async def test_it_says_how_a_secret_key_is_made(folder: Path) -> None:
    """What the line prints is one that the settings take, and another one each time."""
    made: set[str] = set()
    for _ in range(2):
        await typed(f"{NEW_SECRET.strip()} > made.txt", folder)
        made.add((folder / "made.txt").read_text("utf-8").strip())
    assert len(made) == 2
    settings = Settings(
        discord_token="token",
        relay_url="https://relay.example",
        relay_key="key",
        secret_key=",".join(made),
    )
    assert {each.get_secret_value() for each in settings.secret_key} == made


def test_what_it_quotes_is_said():
    """Each sentence of the tables is one that members, or the bot's owner, do read."""
    quoted = [
        *re.findall(
            r"^\| `([^`]+)` \|", section("docs/operating.md", "It does not start"), re.MULTILINE
        ),
        *re.findall(
            r"^\| `([^`]+)` \|", section("docs/operating.md", "Members tell you"), re.MULTILINE
        ),
    ]
    assert len(quoted) == 25
    texts = [(ROOT / "bot/interface/locales/en-US.ftl").read_text("utf-8")]
    texts += [
        path.read_text("utf-8")
        for folder in ("bot", "config")
        for path in (ROOT / folder).rglob("*.py")
    ]
    # Long sentences are cut over lines in the code.
    said = re.sub(r'"\s*\n\s*f?"', "", "\n".join(texts))
    assert [each for each in quoted if each not in said] == []
