"""How much a database is asked for, and how it finds that."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.domain.access import Terms
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.content import Part
from bot.domain.conversation import Pointer, Turn
from bot.domain.deletion import ROUND, Deleted, Deletion
from bot.domain.job import GenerationRequest, Job, JobKind, JobState, Place, Shown
from bot.domain.picture import Picture
from bot.domain.references import Reference
from bot.domain.style import Style
from bot.storage.store import SqlStore
from tests.contract.builders import (
    CHANNEL,
    GUILD,
    IN_THREAD,
    MEMBER,
    NOON,
    THREAD,
    blob,
    draft,
    picture_part,
    request,
)
from tests.unit.storage.recording import plan, recorded

BEGIN = "BEGIN IMMEDIATE"
A_DELETION = Deletion(Deleted.CHANNEL, CHANNEL)
A_REFERENCE = Reference(GUILD, CHANNEL, 7, 0, Pointer(1, 1))
A_STYLE = Style(MEMBER, None, "Ink", pictures=(Picture(blob("ink"), "image/png", 9, 9),))
A_STYLE_FOR_ALL = replace(A_STYLE, guild_id=GUILD)
BELOW = Place(GUILD, THREAD, THREAD, parent_id=CHANNEL)
MEMORY = 15
"""How many turns back a request goes, at most."""


async def accept(store: SqlStore, **values: Any) -> Job:
    """Accept a request for one picture, changed by `values`."""
    return await store.accept(request(**values), terms=Terms(99, 99), now=NOON)


async def work(store: SqlStore, wanted: GenerationRequest, *, message_id: int = 1) -> list[Turn]:
    """Take the steps from a request to its posted pictures as the service takes them."""
    job = await store.accept(wanted, terms=Terms(99, 99), now=NOON)
    if wanted.parent_id is not None:
        await store.path(wanted.parent_id, limit=MEMORY)
    made: list[Turn] = []
    for number in range(wanted.count):
        assert await store.sent(job.id, NOON)
        answer = draft(
            f"{job.id}.{number}", parent_id=wanted.parent_id, signature=blob("signature")
        )
        made.append(await store.made(job, answer, NOON))
    if wanted.pointed is not None:
        await store.shown_of(wanted.pointed.turn_id)
    shown = [Shown(message_id, at, turn.id, 1, CHANNEL) for at, turn in enumerate(made)]
    await store.posted(job.id, shown, NOON)
    return made


def upload() -> tuple[Part, ...]:
    """Return what a member asks with a picture of their own."""
    return (picture_part("upload"), Part(text="paint it blue"))


async def conversation(store: SqlStore, length: int) -> list[Turn]:
    """Make turns in a thread, each out of the one before it."""
    turns: list[Turn] = []
    for number in range(length):
        parent_id = turns[-1].id if turns else None
        turns += await work(
            store,
            request(place=IN_THREAD, parent_id=parent_id, user=upload()),
            message_id=number + 1,
        )
    return turns


@pytest.mark.parametrize(
    ("wanted", "statements", "transactions"),
    [
        ({}, 16, 4),
        ({"user": upload()}, 18, 4),
        ({"kind": JobKind.CHAT}, 16, 4),
        ({"count": 4}, 34, 10),
    ],
    ids=["a picture", "a picture of an upload", "words", "four pictures"],
)
async def test_a_job_is_few_statements(
    engine: Engine, store: SqlStore, wanted: dict[str, Any], statements: int, transactions: int
):
    """Each step is committed by itself: accepted, sent and made (both for each picture), posted."""
    await conversation(store, 2)
    with recorded(engine) as executed:
        await work(store, request(**wanted), message_id=100)
    began = [statement for statement, _ in executed].count(BEGIN)
    assert (len(executed) - began, began) == (statements, transactions)


async def test_an_edit_of_an_earlier_picture_is_few_statements(engine: Engine, store: SqlStore):
    """From the reply to its picture: three reads, of what shows what, and of the path."""
    turns = await conversation(store, 10)
    with recorded(engine) as executed:
        (pointed,) = await store.shown_in(4)
        assert pointed.turn_id == turns[3].id
        edit = request(
            parent_id=pointed.turn_id, pointed=Pointer(pointed.turn_id, 1), user=upload()
        )
        await work(store, edit, message_id=100)
    statements = [statement for statement, _ in executed]
    reads = statements[: statements.index(BEGIN)]
    began = statements.count(BEGIN)
    assert len(reads) == 1
    assert (len(statements) - len(reads) - began, began) == (20, 4)


async def test_the_ledger_is_not_added_up(engine: Engine, store: SqlStore):
    """What is reserved is a look at the sums, a line, and all of the sums that it changes at once.

    They are looked at under the write lock under which they are changed.
    """
    with recorded(engine) as executed:
        await accept(store)
    statements = [statement for statement, _ in executed]
    about = [each for each in statements if "ledger" in each or "tallies" in each]
    assert [each.split("(")[0].strip() for each in about] == [
        "SELECT coalesce",
        "INSERT INTO ledger",
        "INSERT INTO tallies",
    ]
    assert statements[0] == BEGIN


async def test_a_path_is_one_statement(engine: Engine, store: SqlStore):
    """However long it is."""
    turns = await conversation(store, 12)
    with recorded(engine) as executed:
        assert await store.path(turns[-1].id, limit=99) == turns
    assert len(executed) == 1


FEW = {
    "SCAN path",  # the turns of the path themselves
    "SCAN CONSTANT ROW",
    "SCAN jobs USING INDEX ix_jobs_unfinished",  # an index of these alone
    "SCAN servers",  # all of them are asked for
    "SCAN heard",  # one row
}
SORTED_BY_HAND = {"path"}
"""By its length: as many rows as the path has."""


async def test_nothing_scans_a_table(engine: Engine, store: SqlStore):
    """Each statement finds its rows by an index, and in the order that it wants."""
    newest = (await conversation(store, 30))[-1].id
    job, other, third = await accept(store), await accept(store), await accept(store)
    steps = {
        "path": lambda: store.path(newest, limit=10),
        "turn": lambda: store.turn(newest),
        "job": lambda: store.job(1),
        "state": lambda: store.state(1),
        "is_called_for": lambda: store.is_called_for(1),
        "turns_of": lambda: store.turns_of(1),
        "standing": lambda: store.standing(GUILD, MEMBER, UTC_CALENDAR, NOON),
        "standing in direct messages": lambda: store.standing(None, MEMBER, UTC_CALENDAR, NOON),
        "shown_in": lambda: store.shown_in(3),
        "shown_of": lambda: store.shown_of(newest),
        "newest_turn": lambda: store.newest_turn(THREAD),
        "newest_shown": lambda: store.newest_shown(CHANNEL),
        "chat_of": lambda: store.chat_of(THREAD),
        "head": lambda: store.head(THREAD),
        "conversation_of": lambda: store.conversation_of(newest),
        "nodes": lambda: store.nodes(1),
        "asked_turns": lambda: store.asked_turns([1, newest]),
        "unfinished": lambda: store.unfinished(untouched_since=NOON),
        "newest_kept": lambda: store.newest_kept(MEMBER),
        "heard_up_to": store.heard_up_to,
        "hear_up_to": lambda: store.hear_up_to(7),
        "asked_among": lambda: store.asked_among([1, 2]),
        "lively": lambda: store.lively(NOON, most=9),
        "next_spot": lambda: store.next_spot(NOON + 2 * ROUND),
        "messages_in": lambda: store.messages_in(CHANNEL, below=20, most=9),
        "looked": lambda: store.looked(CHANNEL, below=9, due_at=NOON),
        "look_anew": lambda: store.look_anew(NOON),
        "note_parents": lambda: store.note_parents({THREAD: CHANNEL}),
        "join_servers": lambda: store.join_servers([GUILD]),
        "servers_but": lambda: store.servers_but([]),
        "showing": lambda: store.showing([1, 2]),
        "note_deletions": lambda: store.note_deletions([A_DELETION], NOON),
        "postpone_deletion": lambda: store.postpone_deletion(A_DELETION, NOON),
        "due_deletions": lambda: store.due_deletions(NOON, most=9),
        "next_deletion_due": store.next_deletion_due,
        "deletions_done": lambda: store.deletions_done([A_DELETION]),
        "collect": lambda: store.collect(MEMBER, [A_REFERENCE], NOON, most=9),
        "collected_by": lambda: store.collected_by(MEMBER, NOON),
        "accept with what was collected": lambda: accept(store, collected=(1,)),
        "clear_collected": lambda: store.clear_collected(MEMBER),
        "save_style": lambda: store.save_style(A_STYLE, NOON),
        "save_style again": lambda: store.save_style(A_STYLE, NOON),
        "save_style of a server": lambda: store.save_style(A_STYLE_FOR_ALL, NOON),
        "styles_for": lambda: store.styles_for(MEMBER, GUILD),
        "style": lambda: store.style(1),
        "named": lambda: store.named([blob("upload").key]),
        "delete_style": lambda: store.delete_style(1),
        "forget_collected": lambda: store.forget_collected(NOON),
        "consent_of": lambda: store.consent_of(MEMBER, GUILD),
        "decide": lambda: store.decide(MEMBER, GUILD, NOON, allows=True),
        "note_question": lambda: store.note_question(MEMBER + 1, GUILD, asker_id=9, now=NOON),
        "drop_question": lambda: store.drop_question(MEMBER + 1, GUILD),
        "forget_questions": lambda: store.forget_questions(NOON),
        "kept_of": lambda: store.kept_of(MEMBER),
        "asked_by": lambda: store.asked_by(MEMBER, after=1, most=9),
        "belongings_of": lambda: store.belongings_of(MEMBER, NOON),
        "forget_decisions": lambda: store.forget_decisions(GUILD, NOON),
        "accept in a thread of a channel": lambda: accept(store, place=BELOW),
        "accept": lambda: accept(store, user=upload()),
        "accept an edit": lambda: accept(store, parent_id=newest),
        "accept in a thread": lambda: accept(store, place=IN_THREAD),
        "sent": lambda: store.sent(job.id, NOON),
        "made": lambda: store.made(job, draft(parent_id=newest), NOON),
        "posted": lambda: store.posted(job.id, [Shown(500, 0, newest, 1, CHANNEL)], NOON),
        "kept": lambda: store.kept(job.id, NOON, told=True),
        "renew": lambda: store.renew(NOON),
        "claim": lambda: store.claim(untouched_since=NOON, now=NOON),
        "disown": store.disown,
        "cancelled": lambda: store.cancelled(third.id, "called-off", NOON),
        "unwanted": lambda: store.unwanted(other.id, NOON),
        "failed_one": lambda: store.failed_one(other.id, NOON, possibly_billed=True),
        "ended": lambda: store.ended(
            other.id, JobState.FAILED, "error", NOON, possibly_billed=False
        ),
    }
    for name, step in steps.items():
        with recorded(engine) as executed:
            await step()
        for statement, values in executed:
            if statement == BEGIN:
                continue
            found = plan(engine, statement, values)
            scans = [each for each in found if each.startswith("SCAN") and each not in FEW]
            assert not scans, (name, statement, found)
            if name not in SORTED_BY_HAND:
                assert not [each for each in found if "ORDER BY" in each], (name, found)


async def test_what_is_kept_of_a_member_is_few_statements(engine: Engine, store: SqlStore):
    """However much that is."""
    await conversation(store, 12)
    with recorded(engine) as executed:
        assert (await store.kept_of(MEMBER)).requests == 12
    assert len(executed) <= 10
