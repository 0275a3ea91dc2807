"""What the doctor says of a database, a folder and a disk that are not as they should be."""

import ctypes
import os
import resource
import signal
import sqlite3
import sys
from contextlib import closing

import pytest
from cryptography.fernet import Fernet

from bot.operations.doctor import data_side
from bot.storage.sealing import Sealing
from demo.stack import Stack
from tests.examining import Examine, run_once, told, typed

MEND = "Set ATELIER_DATA_DIR to a folder of the bot's alone that this user may write to, with room"
SECRET, ANOTHER = Fernet.generate_key().decode(), Fernet.generate_key().decode()
NOON = "2026-11-30 12:00:00.000000"
LOCKED = "ATELIER_SECRET_KEY does not open the keys of 1 server, which can't ask for anything. Put"
CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24


def change(world: Stack, revision: str) -> None:
    """Let the database be of another version."""
    with closing(sqlite3.connect(world.database)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", [revision])
        database.commit()


async def test_a_newer_database(world: Stack, examine: Examine) -> None:
    """Nothing is changed in it."""
    change(world, "9999")
    said = (await examine())["database"]
    assert said.startswith("fails: revision 9999 is newer than this version, which works with 0")
    assert said.endswith(". Run the version that wrote it, or restore a backup")


async def test_an_older_database(world: Stack, examine: Examine) -> None:
    """It is left as it is: the start brings it up to date."""
    change(world, "0001")
    said = (await examine())["database"]
    assert said.startswith("warns: revision 0001, and this version works with 0")
    assert said.endswith(". The next start brings it there; `python -m bot migrate` does now")


def enter(world: Stack, secret: str) -> None:
    """Let a server have a relay of its own whose key this secret encrypted."""
    row = (5, "https://relay.example", Sealing([secret]).seal("sk-a-key"), "bearer", 7, NOON)
    with closing(sqlite3.connect(world.database)) as database:
        database.execute("INSERT INTO guild_relays VALUES (?, ?, ?, ?, ?, ?)", row)
        database.commit()


@pytest.mark.parametrize(
    ("secrets", "said"),
    [
        (f"{ANOTHER},{SECRET}", "ok: 1 server with one, and each key opens"),
        (ANOTHER, f"warns: {LOCKED}"),
        ("", f"warns: {LOCKED}"),
    ],
    ids=["opens", "another", "none"],
)
async def test_the_keys_of_own_relays(
    world: Stack, examine: Examine, secrets: str, said: str
) -> None:
    """Whether the operator's secret opens them, which none of it shows."""
    enter(world, SECRET)
    found = await examine(ATELIER_SECRET_KEY=secrets)
    assert found["own relays"].startswith(said)
    assert not any(secret in str(found) for secret in (SECRET, ANOTHER, "sk-a-key"))


async def test_no_own_relays(world: Stack, examine: Examine) -> None:
    """Nothing is wrong with that, nor before there is a database."""
    found = await examine(ATELIER_SECRET_KEY=SECRET)
    assert found["own relays"] == "ok: 0 servers with one, and each key opens"
    off = await examine(ATELIER_SECRET_KEY="", ATELIER_DATA_DIR="new")
    assert off["own relays"] == "ok: switched off: ATELIER_SECRET_KEY is not set"


async def test_what_is_no_database(world: Stack, examine: Examine) -> None:
    """Somebody put a letter there."""
    world.database.write_bytes(b"Dear reader, this is a letter. " * 100)
    said = (await examine())["database"]
    assert said.startswith("fails: ")
    assert f"can't be used: database: file is not a database. {MEND}" in said


async def test_a_restore_that_broke_off(world: Stack, examine: Examine) -> None:
    """A bot that starts there would begin from nothing."""
    (world.folder / "new" / "restoring").mkdir(parents=True)
    said = await examine(ATELIER_DATA_DIR="new")
    assert said["database"].startswith("fails: A restore into new broke off. Restore again, or, ")


async def test_a_data_folder_that_is_a_file(world: Stack, examine: Examine) -> None:
    """And one that is not there yet, which is no fault."""
    (world.folder / "letter").write_text("Dear reader")
    said = await examine(ATELIER_DATA_DIR="letter")
    assert said["data folder"].startswith(f"fails: letter is no folder, or in none. {MEND}")
    said = await examine(ATELIER_DATA_DIR="new")
    assert said["data folder"].endswith("; it is made at the first start")
    assert not (world.folder / "new").exists()


def without_rights() -> None:
    """Give up what lets root write where nobody may."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="root's rights are given up by prctl")
async def test_a_data_folder_that_is_read_only(world: Stack) -> None:
    """The disk's own word comes with it."""
    await run_once(world)
    data = world.folder / "data"
    folders = [data, data / "blobs", data / "blobs" / "spool"]
    for folder in folders:
        folder.chmod(0o500)
    world.database.chmod(0o400)
    try:
        status, out, _ = await typed(world, limit=without_rights)
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert status == 1
    assert f"{data} can't be written to: disk: Permission denied. {MEND}" in out
    assert f"{world.database} can't be used: database: " in out
    assert f"{data / 'blobs'} can't be written to: disk: Permission denied. {MEND}" in out


def with_no_room() -> None:
    """Let no file grow beyond what is there, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


async def test_a_disk_that_takes_no_more(world: Stack) -> None:
    """A write that fails is what tells; no figure does."""
    await run_once(world)
    status, out, _ = await typed(world, limit=with_no_room)
    assert status == 1
    assert "blobs can't be written to: disk: File too large. " in out
    assert "atelier.db can't be used: database: " in out


async def test_a_disk_with_little_room(world: Stack) -> None:
    """It warns before anything fails."""
    found, *_ = await data_side.data_findings(world.folder / "data", free=lambda _: 3 * 2**27)
    assert told(found) == (
        f"warns: {world.folder / 'data'}, 0.4 GiB free. Make room, or set ATELIER_RETENTION_DAYS"
    )
