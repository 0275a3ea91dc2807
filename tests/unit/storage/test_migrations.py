"""Every script on a database that is full: nothing is lost, and all ends up as the code expects.

A new script is tried by itself, from each revision that was before it.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, Table, create_engine, insert, select

from bot.domain.deletion import NEWEST, ROUND, Spot
from bot.domain.errors import StorageFailed
from bot.domain.guild_settings import GuildSettings
from bot.storage import migrate
from bot.storage.codec import encode_parts, encode_request, encode_settings
from bot.storage.engine import begin_writing, migrating
from bot.storage.engine import create_engine as our_engine
from bot.storage.migrate import SCRIPTS, bring_to
from bot.storage.promises import lost, promises
from bot.storage.store import SqlStore
from bot.storage.tables import job_blobs, metadata
from tests.contract.builders import NOON, blob, picture_part, request

# A loss that Alembic or SQLAlchemy warns of does not stop them: what matters is that it stops us.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Unnamed CHECK constraint"),
    pytest.mark.filterwarnings("ignore:Skipped unsupported reflection"),
]

ROWS = 6
STATES = ("accepted", "sent", "made", "posted", "kept", "failed")
PARTS = (picture_part("upload"),)
MEANINGFUL = {
    "jobs.state": lambda number: STATES[number % len(STATES)],
    "jobs.request": lambda _: encode_request(request(user=PARTS)),
    "jobs.count": lambda number: number,
    "turns.user": lambda _: encode_parts(PARTS),
    "turns.answer": lambda _: encode_parts(PARTS),
    "styles.pictures": lambda _: encode_parts(PARTS),
    "guild_settings.settings": lambda _: encode_settings(GuildSettings()),
    "setting_changes.before": lambda _: "null",
    "setting_changes.after": str,
}
"""What a script may read; in other columns any value will do."""

Rows = dict[str, list[dict[str, Any]]]


def revisions() -> list[str]:
    """Return all revisions that there ever were, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    known = ScriptDirectory.from_config(config).walk_revisions()
    return [script.revision for script in known][::-1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a database."""
    return tmp_path / "atelier.db"


def within(
    path: Path, work: Callable[[Connection], Any], begin: Callable[..., Any] = migrating
) -> Any:
    """Do something to a database, in a transaction."""
    engine = our_engine(path)
    try:
        with begin(engine) as connection:
            return work(connection)
    finally:
        engine.dispose()


def value(column: Column[Any], number: int) -> object:
    """Make a value for the row of this number, which refers to rows of the same number."""
    name = f"{column.table.name}.{column.name}"
    if name in MEANINGFUL:
        return MEANINGFUL[name](number)
    if column.foreign_keys:
        itself = any(key.column.table is column.table for key in column.foreign_keys)
        return (number - 1 or None) if itself else number
    moment = datetime(2026, 3, number, 12, tzinfo=UTC)
    values = {bool: number % 2 == 0, int: number, datetime: moment, date: moment.date()}
    return values.get(column.type.python_type, f"{name} {number}")


def fill(connection: Connection) -> None:
    """Put rows into all tables that there are, with something in every column."""
    for table in reflected(connection):
        for number in range(1, ROWS + 1):
            row = {column.name: value(column, number) for column in table.columns}
            connection.execute(insert(table).values(row))


def reflected(connection: Connection) -> list[Table]:
    """Return the tables as they are, parents first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def rows(connection: Connection) -> Rows:
    """Read everything, as it is kept."""
    return {
        table.name: [
            dict(row)
            for row in connection.exec_driver_sql(
                f'SELECT * FROM "{table.name}" ORDER BY rowid'  # noqa: S608 (a name of ours)
            ).mappings()
        ]
        for table in reflected(connection)
    }


def columns(connection: Connection) -> dict[str, dict[str, tuple[Any, ...]]]:
    """Tell of each column its type, whether it may be empty, its default and place in the key."""
    return {
        table.name: {
            name: (kind, needed, str(default).strip("'()") if default else None, key)
            for _, name, kind, needed, default, key in connection.exec_driver_sql(
                f'PRAGMA table_info("{table.name}")'
            )
        }
        for table in reflected(connection)
    }


@pytest.mark.parametrize("revision", revisions())
async def test_a_full_database_of_any_version_keeps_all_that_it_has(path: Path, revision: str):
    """Every row, trigger, check and index is there after it was opened, and as it was."""

    def begin(connection: Connection) -> tuple[Rows, dict[str, str]]:
        bring_to(connection, revision)
        fill(connection)
        return rows(connection), promises(connection)

    before, promised = within(path, begin)
    assert all(len(found) == ROWS for found in before.values())
    async with SqlStore.open(path) as store:
        after = await store.read(rows)
        assert lost(promised, await store.read(promises)) == []
    for table, kept in before.items():
        assert len(after[table]) >= len(kept)
        for row, changed in zip(kept, after[table], strict=False):
            assert row.items() <= changed.items()


@pytest.mark.parametrize("revision", revisions())
async def test_a_database_of_any_version_becomes_what_the_code_expects(path: Path, revision: str):
    """The tables, with all that they promise, as they would be made for this version."""
    within(path, lambda connection: bring_to(connection, revision))
    async with SqlStore.open(path) as store:
        found = await store.read(promises), await store.read(columns)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        made = promises(connection), columns(connection)
    engine.dispose()
    assert (found[0].keys() - {"table alembic_version"}) == made[0].keys()
    assert lost(made[0], found[0]) == []
    assert found[1] == made[1]


async def test_uploads_of_the_first_version_are_named(path: Path):
    """So that the files of a job that was asked for with pictures are not tidied away."""

    def begin(connection: Connection) -> None:
        bring_to(connection, "0001")
        fill(connection)

    within(path, begin)
    async with SqlStore.open(path) as store:
        named = await store.read(lambda connection: connection.execute(select(job_blobs)).all())
        found = await store.job(1)
    assert named == [(blob("upload").key, number) for number in range(1, ROWS + 1)]
    assert found is not None
    assert found.request == request(user=PARTS)


async def test_places_of_before_are_known(path: Path):
    """Where something was asked, kept or shown, to be looked at at once; not what was forgotten."""

    def begin(connection: Connection) -> None:
        bring_to(connection, "0005")
        fill(connection)
        for statement in (
            "UPDATE jobs SET channel_id = id + 10, guild_id = 7",
            "UPDATE jobs SET conversation_id = NULL WHERE id > 1",
            "UPDATE conversations SET thread_id = id + 20, guild_id = 8",
            "UPDATE conversations SET model = NULL WHERE id > 1",
            "UPDATE shown SET channel_id = 30",
            "UPDATE shown SET channel_id = 0 WHERE message_id > 1",
        ):
            connection.exec_driver_sql(statement)

    within(path, begin)
    spots: set[Spot] = set()
    async with SqlStore.open(path) as store:
        while spot := await store.next_spot(NOON):
            spots.add(spot)
            await store.looked(spot.channel_id, below=NEWEST, due_at=NOON + ROUND)
    assert spots == {
        Spot(11, 7, None, NEWEST),
        Spot(21, 8, None, NEWEST),
        Spot(30, None, None, NEWEST),
    }


# What a script may do wrong. These are made here.

FIRST = """
revision, down_revision = "1", None
def upgrade():
    for statement in (
        "CREATE TABLE parents (id INTEGER PRIMARY KEY AUTOINCREMENT, age INTEGER CHECK (age > 0))",
        "CREATE TABLE children (id INTEGER PRIMARY KEY,"
        " parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE)",
        "INSERT INTO parents VALUES (1, 30), (2, 40), (3, 50)",
        "INSERT INTO children VALUES (1, 1), (2, 2), (3, 3)",
    ):
        op.execute(statement)
"""

BATCH = """
revision, down_revision = "2", "1"
drops = {drops}
def upgrade():
    with op.batch_alter_table("parents", recreate="always", table_kwargs={kwargs}) as batch:
        batch.add_column(sa.Column("name", sa.Text()))
"""

KEPT = "{'sqlite_autoincrement': True}"
AGE = "check (age > 0) of parents"


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give a function that puts the scripts of another database in the place of ours."""
    folder = tmp_path / "scripts"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((SCRIPTS / "env.py").read_text())
    monkeypatch.setattr(migrate, "SCRIPTS", folder)

    def write(number: int, script: str, **values: object) -> None:
        text = "import sqlalchemy as sa\nfrom alembic import op\n" + script.format(**values)
        (folder / "versions" / f"{number}.py").write_text(text)

    return write


def upgrade(path: Path, begin: Callable[..., Any] = migrating) -> None:
    """Bring a database to the last script."""
    within(path, lambda connection: bring_to(connection, "head"), begin)


def children(path: Path) -> list[int]:
    """Return who is left."""
    read = "SELECT id FROM children"
    return within(path, lambda c: list(c.exec_driver_sql(read).scalars()), begin_writing)


def test_who_refers_to_a_table_that_is_made_anew_stays(path: Path, scripts: Callable[..., None]):
    """The rows that would go with their parents, which only move from a table to another."""
    scripts(1, FIRST)
    upgrade(path)
    scripts(2, BATCH, drops=(AGE,), kwargs=KEPT)
    upgrade(path)
    assert children(path) == [1, 2, 3]
    assert "name" in within(path, lambda c: columns(c)["parents"])


def test_with_foreign_keys_they_would_go(path: Path, scripts: Callable[..., None]):
    """Without an error: the test above tests something."""
    scripts(1, FIRST)
    upgrade(path)
    scripts(2, BATCH, drops=(AGE,), kwargs=KEPT)
    upgrade(path, begin_writing)
    assert children(path) == []


@pytest.mark.parametrize(
    ("also", "kwargs", "name"),
    [
        ("SELECT 1", KEPT, AGE),
        ("SELECT 1", {}, "autoincrement of parents"),
        (
            "CREATE TRIGGER birthday AFTER UPDATE ON parents BEGIN SELECT 1; END",
            KEPT,
            "trigger birthday",
        ),
        ("CREATE INDEX by_age ON parents (abs(age))", KEPT, "index by_age"),
    ],
)
def test_what_a_script_loses_without_naming_it_is_refused(
    path: Path, scripts: Callable[..., None], also: str, kwargs: object, name: str
):
    """In one line that names it, and nothing is changed; what is named may go."""
    scripts(1, FIRST)
    upgrade(path)
    within(path, lambda connection: connection.exec_driver_sql(also), begin_writing)
    before = within(path, promises)
    others = {AGE, "autoincrement of parents"} - {name}
    scripts(2, BATCH, drops=tuple(others), kwargs=kwargs)
    with pytest.raises(StorageFailed) as refused:
        upgrade(path)
    assert name in refused.value.detail
    assert not [other for other in others if other in refused.value.detail]
    assert within(path, promises) == before
    scripts(2, BATCH, drops=(name, *others), kwargs=kwargs)
    upgrade(path)
    assert "name" in within(path, lambda c: columns(c)["parents"])


def test_rows_that_refer_to_nothing_are_refused(path: Path, scripts: Callable[..., None]):
    """Foreign keys are looked at before it is committed."""
    scripts(1, FIRST)
    upgrade(path)
    scripts(2, OUTLIVED)
    with pytest.raises(StorageFailed, match="2 rows that refer to nothing, in children"):
        upgrade(path)
    assert within(path, rows)["parents"] != []


OUTLIVED = """
revision, down_revision = "2", "1"
def upgrade():
    op.execute("DELETE FROM parents WHERE id > 1")
"""


async def test_foreign_keys_are_on_when_it_is_done(path: Path):
    """Whoever gets a connection after a change of the database has them."""
    async with SqlStore.open(path) as store:
        pragma = "PRAGMA foreign_keys"
        assert await store.write(lambda c: c.exec_driver_sql(pragma).scalar()) == 1
        assert await store.read(lambda c: c.exec_driver_sql(pragma).scalar()) == 1
