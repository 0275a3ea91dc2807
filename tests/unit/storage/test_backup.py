"""A backup is whole or none, and so is what is restored."""

import hashlib
import io
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.domain.access import Terms
from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.errors import StorageFailed
from bot.domain.job import Draft, JobState
from bot.domain.picture import Picture
from bot.storage import backup, reads
from bot.storage.backup import BackupUnusable, back_up, check_whole, restore
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from bot.storage.tables import metadata
from tests.commands import PROJECT
from tests.contract.builders import NOON, request

PICTURES = 5


def rows(data: Path) -> dict[str, list[Any]]:
    """Return all rows of a database, by table."""
    with closing(sqlite3.connect(data / "atelier.db")) as database:
        named = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in named]
        return {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608 (our own tables)


def files(data: Path) -> dict[str, bytes]:
    """Return all blobs of a data folder, by their place."""
    found = (data / "blobs").glob("??/*")
    return {str(path.relative_to(data)): path.read_bytes() for path in found}


async def paint(store: SqlStore, blobs: FileBlobs, number: int) -> BlobRef:
    """Let a picture be made and written down."""
    spool = blobs.spool()
    spool.write(b"picture %d" % number * 999)
    blob = await spool.commit()
    job = await store.accept(request(), terms=Terms(10**6, 10**6), now=NOON)
    await store.sent(job.id, NOON)
    picture = Part(picture=Picture(blob, "image/png", 8, 8))
    draft = Draft(parent_id=None, user=(), answer=(picture,), model="painter", family="painters")
    await store.made(job, draft, NOON)
    return blob


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """Give a data folder with some pictures, and one that no row names."""
    data = tmp_path / "data"
    async with FileBlobs.open(data / "blobs") as blobs, SqlStore.open(data / "atelier.db") as store:
        for number in range(PICTURES):
            await paint(store, blobs, number)
        spool = blobs.spool()
        spool.write(b"nobody's")
        await spool.commit()
    return data


@pytest.fixture
def archive(data: Path, tmp_path: Path) -> Path:
    """Give a backup of it."""
    target = tmp_path / "backup.tar"
    assert back_up(data, target).blobs == PICTURES
    return target


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Give an empty folder, as its holder sees it."""
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "atelier.lock").touch()
    return folder


def assert_same(data: Path, new: Path) -> None:
    """Compare row by row, and blob by blob."""
    assert rows(new) == rows(data)
    named = {place for place, said in files(data).items() if said != b"nobody's"}
    assert files(new).keys() == named
    assert files(new).items() <= files(data).items()


def assert_nothing(new: Path) -> None:
    """Check that nothing was put there."""
    assert [path.name for path in new.iterdir()] == ["atelier.lock"]


def test_what_is_restored_is_what_was_backed_up(data: Path, archive: Path, new: Path):
    """Row by row, and blob by blob; what no row names stays behind."""
    assert restore(archive, new).blobs == PICTURES
    assert_same(data, new)
    assert sorted(path.name for path in new.iterdir()) == ["atelier.db", "atelier.lock", "blobs"]
    check_whole(new)


async def test_what_waited_to_be_sent_is_not_sent_anew(data: Path, tmp_path: Path, new: Path):
    """The bot went on after its backup, and may have paid for it: its author is told so."""
    async with SqlStore.open(data / "atelier.db") as store:
        waiting = await store.accept(request(), terms=Terms(10**6, 10**6), now=NOON)
    back_up(data, tmp_path / "backup.tar")
    restore(tmp_path / "backup.tar", new)
    async with SqlStore.open(new / "atelier.db") as store:
        assert await store.state(waiting.id) is JobState.SENT


def test_every_table_that_keeps_blobs_is_asked():
    """Those that the sweep asks before it deletes a file are those that a backup asks."""
    swept = {table.name for each in reads.NAMED.selects for table in each.get_final_froms()}
    assert swept == {table.name for table in metadata.tables.values() if "blob" in table.columns}


def test_other_tools_open_it(archive: Path, tmp_path: Path):
    """It is a tar whose sums `sha256sum` checks."""
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path / "out", filter="data")
    listed = (tmp_path / "out" / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(listed) == PICTURES + 1
    for line in listed:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest


def test_nothing_is_overwritten(data: Path, archive: Path):
    """Neither a file, nor a folder that is in use."""
    with pytest.raises(BackupUnusable, match="there is such a file already"):
        back_up(data, archive)
    before = rows(data), files(data)
    with pytest.raises(BackupUnusable, match=r"is not empty: atelier.db, blobs. Move it away"):
        restore(archive, data)
    assert (rows(data), files(data)) == before


def test_what_a_file_system_has_of_its_own_is_nothing(data: Path, archive: Path, new: Path):
    """The root of a volume is empty, too."""
    (new / "lost+found").mkdir()
    restore(archive, new)
    assert_same(data, new)


def test_blobs_that_are_gone_are_counted(data: Path, tmp_path: Path, new: Path):
    """Somebody may have forgotten them meanwhile; the rest is there."""
    gone = next(path for path in (data / "blobs").glob("??/*") if b"picture 3" in path.read_bytes())
    gone.unlink()
    target = tmp_path / "backup.tar"
    contents = back_up(data, target)
    assert (contents.blobs, contents.missing) == (PICTURES - 1, 1)
    assert restore(target, new).blobs == PICTURES - 1


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.5, 0.9, "without its end"])
def test_a_half_backup_is_told(archive: Path, new: Path, part: float | str):
    """Wherever it broke off, also between two files; nothing is restored."""
    if isinstance(part, float):
        os.truncate(archive, int(archive.stat().st_size * part))
    else:
        with tarfile.open(archive) as opened:
            end = opened.getmember("SHA256SUMS").offset
        os.truncate(archive, end)
    with pytest.raises(BackupUnusable, match="it breaks off"):
        restore(archive, new)
    assert_nothing(new)


@pytest.mark.parametrize("name", ["atelier.db", "blobs/", "SHA256SUMS"])
def test_a_damaged_backup_is_told(archive: Path, new: Path, name: str):
    """A single bit that fell over, in whatever is in it."""
    with tarfile.open(archive) as opened:
        member = next(each for each in opened if each.name.startswith(name))
    with archive.open("r+b") as file:
        file.seek(member.offset_data + 20)
        (byte,) = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(BackupUnusable, match="it is damaged"):
        restore(archive, new)
    assert_nothing(new)


def entry(name: str, **fields: Any) -> tarfile.TarInfo:
    """Make an entry that no backup has."""
    made = tarfile.TarInfo(name)
    for field, value in fields.items():
        setattr(made, field, value)
    return made


@pytest.mark.parametrize(
    "strange",
    [
        entry("../atelier.db"),
        entry("/etc/passwd"),
        entry("blobs/../../x"),
        entry("blobs/ab/" + "c" * 61),
        entry("blobs/ab/" + "c" * 62, type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        entry("blobs/ab/" + "c" * 62, type=tarfile.LNKTYPE, linkname="atelier.db"),
        entry("blobs", type=tarfile.DIRTYPE),
        entry("atelier.db\n"),
    ],
    ids=lambda each: each.name,
)
def test_what_is_no_backup_is_told(tmp_path: Path, new: Path, strange: tarfile.TarInfo):
    """Nothing of it is written anywhere."""
    target = tmp_path / "strange.tar"
    with tarfile.open(target, "w") as opened:
        opened.addfile(strange, io.BytesIO())
    with pytest.raises(BackupUnusable, match="no backup of Atelier"):
        restore(target, new)
    assert_nothing(new)


@pytest.mark.parametrize("said", [b"", b"Dear reader, " * 999], ids=["nothing", "a letter"])
def test_a_letter_is_no_backup(tmp_path: Path, new: Path, said: bytes):
    """Nor is a file that is empty, or not there."""
    (tmp_path / "letter").write_bytes(said)
    with pytest.raises(BackupUnusable, match="it breaks off"):
        restore(tmp_path / "letter", new)
    with pytest.raises(BackupUnusable, match="can't be read: No such file"):
        restore(tmp_path / "nowhere", new)
    assert_nothing(new)


def test_a_pipe_is_no_backup(tmp_path: Path, new: Path):
    """It is told before anybody waits for its other end."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BackupUnusable, match="it has to be a file"):
        restore(tmp_path / "pipe", new)
    assert_nothing(new)


@pytest.mark.parametrize("name", ["nowhere/backup.tar", "a" * 300], ids=["nowhere", "too long"])
def test_a_place_where_nothing_can_be_written(data: Path, tmp_path: Path, name: str):
    """The disk's own word is told."""
    with pytest.raises(BackupUnusable, match=r"can't be written: (No such file|File name too)"):
        back_up(data, tmp_path / name)


def test_a_backup_of_a_newer_version_is_left_to_it(data: Path, tmp_path: Path, new: Path):
    """This one could do nothing with it."""
    with closing(sqlite3.connect(data / "atelier.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    back_up(data, tmp_path / "newer.tar")
    with pytest.raises(BackupUnusable, match="its database is at revision 9999"):
        restore(tmp_path / "newer.tar", new)
    assert_nothing(new)


def test_where_there_is_no_room_nothing_is_left(
    data: Path, archive: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Neither of a backup, nor of what is restored."""

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_take_out", full)
    with pytest.raises(StorageFailed, match="disk: No space left on device"):
        restore(archive, new)
    assert_nothing(new)
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(backup, "_write", full)
    with pytest.raises(BackupUnusable, match="can't be written: No space left on device"):
        back_up(data, tmp_path / "second.tar")
    assert sorted(tmp_path.iterdir()) == before


KILLED = """
import os, pathlib, signal, sys
from bot.storage import backup, reads

def deadly(work):
    calls = []
    def run(*args, **kwargs):
        calls.append(args)
        if len(calls) > {before}:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*args, **kwargs)
    return run

{owner}.{name} = deadly({owner}.{name})
from bot.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def killed(data: Path, *words: object, owner: str, name: str, before: int) -> None:
    """Run a command that is killed as soon as it does something for the `before` + 1st time."""
    script = KILLED.format(owner=owner, name=name, before=before)
    ended = subprocess.run(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", script, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(PROJECT), "ATELIER_DATA_DIR": str(data)},
        cwd=data.parent,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.parametrize("before", [0, 3])
def test_a_backup_that_is_killed_is_none(data: Path, tmp_path: Path, new: Path, before: int):
    """No file has its name, and the next one is whole."""
    target = tmp_path / "backup.tar"
    killed(data, "backup", target, owner="backup", name="_add", before=before)
    assert not target.exists()
    back_up(data, target)
    restore(target, new)
    assert_same(data, new)


@pytest.mark.parametrize(
    ("owner", "name", "before"),
    [
        ("backup", "_take_out", 0),
        ("backup", "_take_out", 3),
        ("os", "sync", 0),
        ("pathlib.Path", "rename", 0),
        ("pathlib.Path", "rename", 1),
    ],
)
def test_a_restore_that_is_killed_is_told(
    data: Path, archive: Path, new: Path, owner: str, name: str, before: int
):
    """A bot does not begin from nothing there; restoring again does all of it."""
    killed(new, "restore", archive, owner=owner, name=name, before=before)
    assert not (new / "atelier.db").exists()
    with pytest.raises(StorageFailed, match=r"broke off\. Restore again"):
        check_whole(new)
    restore(archive, new)
    assert_same(data, new)
    check_whole(new)


def test_a_folder_where_a_restore_was_killed_takes_nothing_else_along(
    data: Path, archive: Path, new: Path
):
    """What somebody put there meanwhile is theirs."""
    (new / "restoring").mkdir()
    (new / "letter").write_text("Dear reader")
    with pytest.raises(BackupUnusable, match="is not empty: letter"):
        restore(archive, new)
    assert (new / "letter").exists()
    shutil.rmtree(new / "restoring")


def test_the_pictures_of_a_bot_are_no_restores(data: Path, archive: Path):
    """One that was killed with all in its place leaves a folder, also when the database moves."""
    (data / "restoring").mkdir()
    (data / "atelier.db").rename(data.parent / "atelier.db")
    before = files(data)
    with pytest.raises(BackupUnusable, match="is not empty: blobs"):
        restore(archive, data)
    assert files(data) == before
