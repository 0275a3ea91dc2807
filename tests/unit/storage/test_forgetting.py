from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, func, select

from bot.domain.access import Terms
from bot.domain.content import Part
from bot.domain.conversation import ChatChoice
from bot.domain.job import Forgotten, JobState, Place, Shown
from bot.storage.store import SqlStore
from bot.storage.tables import conversations, job_blobs, jobs, ledger, metadata
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    HERE,
    LATE,
    MEMBER,
    NOON,
    THREAD,
    blob,
    draft,
    picture_part,
    request,
)
from tests.unit.storage.recording import plan, recorded

A_THREAD = Place(GUILD, THREAD, THREAD)
LATER = NOON + timedelta(days=1)
ALL_OF_A_TABLE = tuple(f"SCAN {name}" for name in metadata.tables)


async def conversation(store: SqlStore, first_message_id: int, place: Place) -> None:
    """Let six members make a turn each, one out of the other, and fail once."""
    parent_id = None
    for number in range(6):
        asked = request(
            place=place,
            parent_id=parent_id,
            author_id=MEMBER + number,
            user=(picture_part(f"upload {number}"), Part(text="a fox")),
        )
        job = await store.accept(asked, terms=Terms(99, 99), now=NOON)
        turn = await store.made(job, draft(str(number), parent_id=parent_id), NOON)
        message_id = first_message_id + number
        await store.posted(job.id, [Shown(message_id, 0, turn.id, 1, place.channel_id)], NOON)
        failed = await store.accept(
            replace(asked, parent_id=turn.id), terms=Terms(99, 99), now=NOON
        )
        await store.ended(failed.id, JobState.FAILED, "error", NOON, possibly_billed=False)
        parent_id = turn.id


async def test_no_step_scans_a_table(engine: Engine, store: SqlStore):
    """Each statement of forgetting finds its rows by an index."""
    for number, channel_id in enumerate((CHANNEL, CHANNEL + 9)):
        await conversation(store, number * 10, Place(GUILD, channel_id))
    await store.open_chat(A_THREAD, ChatChoice("talker"), NOON)
    await conversation(store, 100, A_THREAD)
    await conversation(store, 200, Place(GUILD + 1, CHANNEL + 10))
    steps = {
        "named": lambda: store.named([blob("1").key, blob("upload 2").key]),
        "messages": lambda: store.forget_messages([3, 4]),
        "thread": lambda: store.forget_channel(THREAD, most=3),
        "channel": lambda: store.forget_channel(CHANNEL, most=3),
        "member": lambda: store.forget_member(MEMBER + 5, then=LATE, now=LATE, most=3),
        "server": lambda: store.forget_guild(GUILD, then=LATER, now=LATER, most=3),
        "a server's time": lambda: store.forget_before_in(
            GUILD + 1, NOON + timedelta(days=1), most=99
        ),
        "time": lambda: store.forget_before(NOON + timedelta(days=1), most=99),
    }
    for name, step in steps.items():
        with recorded(engine) as statements:
            assert await step(), name
        for statement, values in statements:
            if statement.startswith("BEGIN"):
                continue
            details = plan(engine, statement, values)
            scans = [detail for detail in details if detail.startswith(ALL_OF_A_TABLE)]
            assert not scans, (name, statement, details)


async def test_what_a_deletion_takes_along_is_found_by_indices(engine: Engine):
    """Each column that refers to a row which can go has an index that begins with it."""
    with engine.connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT m.name, f.'from' FROM sqlite_master m, pragma_foreign_key_list(m.name) f"
            " WHERE m.type = 'table' AND f.on_delete <> 'NO ACTION'"
        )
        indices = connection.exec_driver_sql(
            "SELECT m.name, i.name FROM sqlite_master m, pragma_index_list(m.name) l,"
            " pragma_index_info(l.name) i WHERE m.type = 'table' AND i.seqno = 0 AND NOT l.partial"
        )
        referring, indexed = set(map(tuple, tables)), set(map(tuple, indices))
    assert len(referring) == 9
    assert referring <= indexed


async def test_nothing_of_what_was_said_stays(engine: Engine, store: SqlStore):
    """The job keeps where, when, which model and how many; the books keep their lines, nameless."""
    asked = request("a secret wish", user=(picture_part("upload"), Part(text="a secret wish")))
    asked = replace(asked, aspect="1:1", count=2, source_id=77, about="a secret")
    job = await store.accept(asked, terms=Terms(9, 9), now=NOON)
    secret = replace(draft(), user=asked.user, answer=(Part(text="a secret"), picture_part("fox")))
    turn = await store.made(job, secret, NOON)
    await store.posted(job.id, [Shown(7, 0, turn.id, 1, CHANNEL)], NOON)
    await store.forget_messages([7])
    with engine.connect() as connection:
        (row,) = connection.execute(select(jobs)).all()
        assert row.request == replace(asked, prompt="", about="", user=(), author_id=0)
        assert (row.conversation_id, row.state) == (None, JobState.POSTED)
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for name in names.scalars().all():
            rows = connection.exec_driver_sql(f"SELECT * FROM {name}")  # noqa: S608 (ours)
            assert "secret" not in str(rows.all()), name
        assert connection.scalar(select(func.count()).select_from(ledger)) == 2
        assert connection.scalar(select(func.count()).select_from(job_blobs)) == 0
        assert connection.scalar(select(func.count()).select_from(conversations)) == 0


async def test_a_step_is_a_handful_of_statements(engine: Engine, store: SqlStore):
    """However many jobs are forgotten, they are as many statements."""
    for number in range(4):
        await conversation(store, number * 10, replace(HERE, channel_id=CHANNEL + number))
    with recorded(engine) as statements:
        assert (await store.forget_guild(GUILD, then=LATER, now=LATER, most=200)).jobs == 48
    assert len(statements) <= 24


async def test_a_message_that_showed_nothing_is_two_statements(engine: Engine, store: SqlStore):
    """Most of what is deleted in a server was not the bot's."""
    await conversation(store, 0, HERE)
    with recorded(engine) as statements:
        assert await store.forget_messages([99]) == Forgotten(jobs=0, turns=0)
    assert len(statements) == 3
    assert statements[0][0] == "BEGIN IMMEDIATE"
