import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from bot.domain.errors import StorageFailed
from bot.storage.engine import create_engine as our_engine
from bot.storage.engine import migrating
from bot.storage.folder import BEFORE
from bot.storage.migrate import NEWEST, SCRIPTS, bring_to
from bot.storage.store import SqlStore
from bot.storage.tables import metadata


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a database in a folder that is not there yet, with a trap for templates."""
    return tmp_path / "100% new" / "atelier.sqlite3"


LETTER = b"Dear reader, this is a letter and no database. " * 100


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Write something else than a database."""
    path = tmp_path / "letter.txt"
    path.write_bytes(LETTER)
    return path


def run(script: str, *args: object):
    """Run a script in a new process, which must end by itself."""
    return subprocess.run(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", script, *map(str, args)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_the_constant_names_the_newest_script():
    """The check that spares Alembic's import knows the scripts' head."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


async def test_scripts_and_tables_agree(path: Path):
    """A database made by the scripts is what the code expects, down to the indices."""
    async with SqlStore.open(path):
        pass
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


async def test_ids_are_never_used_twice(path: Path):
    """A button of a deleted turn must not come to point to another."""
    async with SqlStore.open(path):
        pass
    with sqlite3.connect(path) as connection:
        sql = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    connection.close()
    for name in ("turns", "jobs", "conversations", "ledger"):
        assert "AUTOINCREMENT" in sql[name]


async def test_a_newer_database_is_refused_in_one_line(path: Path):
    """The sentence names both revisions and what to do; nothing is changed."""
    async with SqlStore.open(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StorageFailed, match=rf"revision 9999.*newest is {NEWEST}.*newer one\.$"):
        async with SqlStore.open(path):
            pass


async def test_a_file_that_is_no_database_is_refused(letter: Path):
    """Something else under that name is left alone."""
    with pytest.raises(StorageFailed, match="file is not a database"):
        async with SqlStore.open(letter):
            pass
    assert await asyncio.to_thread(letter.read_bytes) == LETTER


async def test_a_folder_that_can_not_be_is_refused(tmp_path: Path):
    """A data folder under a file is no data folder."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match="disk: File exists"):
        async with SqlStore.open(tmp_path / "file" / "atelier.sqlite3"):
            pass


async def test_a_migration_that_fails_leaves_nothing_behind(path: Path):
    """Scripts run in one transaction: all of it or none."""
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE shown (something_else)")
    connection.close()
    with pytest.raises(StorageFailed, match="shown already exists"):
        async with SqlStore.open(path):
            pass
    with sqlite3.connect(path) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    assert tables == ["shown"]


def of_before(path: Path, revision: str) -> None:
    """Make a database as an earlier version left it, with a conversation in it."""
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    engine = our_engine(path)
    with migrating(engine) as connection:
        bring_to(connection, revision)
        connection.exec_driver_sql(
            "INSERT INTO conversations (channel_id, created_at) VALUES (7, '2026-01-01')"
        )
    engine.dispose()


def revision_in(path: Path) -> tuple[str, int]:
    """Return the revision of a database, and how many conversations it has."""
    with closing(sqlite3.connect(path)) as connection:
        ((revision,),) = connection.execute("SELECT version_num FROM alembic_version")
        ((count,),) = connection.execute("SELECT count(*) FROM conversations")
    return revision, count


async def test_a_database_is_copied_before_it_is_changed(path: Path):
    """The way back: of copies there is one, the newest."""
    copy = path.with_name(BEFORE)
    for revision in ("0001", "0005"):
        of_before(path, revision)
        async with SqlStore.open(path):
            pass
        assert revision_in(path) == (NEWEST, 1)
        assert revision_in(copy) == (revision, 1)
    async with SqlStore.open(path):
        pass
    assert revision_in(copy) == ("0005", 1)
    names = {each.name for each in path.parent.iterdir()}
    assert names == {path.name, copy.name}


async def test_a_new_database_and_a_newer_one_are_not_copied(path: Path):
    """The first has nothing in it, the second is not changed."""
    async with SqlStore.open(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StorageFailed, match="revision 9999"):
        async with SqlStore.open(path):
            pass
    assert not path.with_name(BEFORE).exists()


async def test_without_room_for_a_copy_nothing_is_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The sentence says how much is needed."""
    of_before(path, "0001")
    usage = SimpleNamespace(free=2**10)
    monkeypatch.setattr("bot.storage.snapshot.shutil.disk_usage", lambda _: usage)
    with pytest.raises(StorageFailed, match=r"of room, and there are 0 MiB\. Make room"):
        async with SqlStore.open(path):
            pass
    assert revision_in(path) == ("0001", 1)
    assert not path.with_name(BEFORE).exists()


OPEN = """
import asyncio, pathlib, sys
from bot.storage.store import SqlStore
async def main():
    async with SqlStore.open(pathlib.Path(sys.argv[1])) as store:
        await store.turn(1)
        {inside}
asyncio.run(main())
"""


async def test_alembic_is_not_imported_for_a_database_of_today(path: Path):
    """Only a database that is to be changed costs that import."""
    async with SqlStore.open(path):
        pass
    result = run(OPEN.format(inside="print('alembic' in sys.modules)"), path)
    assert (result.stdout, result.stderr) == ("False\n", "")


def test_an_exception_inside_ends_the_process(path: Path):
    """No thread of a connection keeps it alive."""
    result = run(OPEN.format(inside="raise RuntimeError('inside')"), path)
    assert result.returncode == 1
    assert "RuntimeError: inside" in result.stderr
