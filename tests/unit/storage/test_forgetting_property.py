"""Whatever is asked, made, shown, forgotten and tidied away, in whatever order: rows and files fit.

What the sweep does in three steps (list, ask the database, delete) has others' work between them.
An hour passes only where no bytes wait for the row that will name them.
"""

import asyncio
import os
import shutil
import tempfile
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from blake3 import blake3
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Connection, select

from bot.domain.access import Terms
from bot.domain.content import Memory, Part
from bot.domain.conversation import ChatChoice
from bot.domain.errors import Gone
from bot.domain.job import Draft, GenerationRequest, Job, JobState, Place, Shown
from bot.domain.picture import IntakeLimits, ModelLimits, Picture
from bot.services.erasure import AN_HOUR, Erasure, Housekeeping
from bot.services.intake import Intake
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from bot.storage.tables import blob_refs, job_blobs, jobs, turns
from tests.contract.builders import CHANNEL, GUILD, MEMBER, NOON, THREAD, request
from tests.databases import put_database

pytestmark = pytest.mark.timeout(600)  # to shrink a failure takes minutes

CONTENTS = [bytes([number]) * 3 for number in range(4)]
MEMBERS = [MEMBER, MEMBER + 1]
PLACES = [Place(GUILD, CHANNEL), Place(GUILD, THREAD, THREAD), Place(None, 5, 5)]
DIRECT = 6
SINCE = timedelta(days=1)

number = st.integers(0, 10_000)
meanwhile = st.lists(st.sampled_from(["ask", "redo", "answer", "forget"]), max_size=2)


def one_of(found: Any, nth: int) -> Any:
    """Choose one of what there is."""
    return sorted(found)[nth % len(found)]


class House(RuleBasedStateMachine):
    """Do what members, the relay, Discord and time do, and look whether rows and files fit."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.runner.run(self._open())
        self.at_work: dict[int, Job] = {}
        self.failed: dict[int, Job] = {}
        self.late: set[int] = set()
        self.made: dict[int, list[int]] = {}
        self.pressed: list[GenerationRequest] = []
        self.turn_ids: set[int] = set()
        self.messages: set[int] = set()
        self.now = NOON

    async def _open(self) -> None:
        opening = self.stack.enter_async_context
        self.store = await opening(SqlStore.open(put_database(self.folder / "db")))
        self.blobs = await opening(FileBlobs.open(self.folder / "blobs"))
        self.intake = Intake(
            None,  # type: ignore[arg-type]
            self.blobs,
            None,  # type: ignore[arg-type]
            limits=IntakeLimits(),
            for_models=ModelLimits(),
        )
        self.forgetting = Erasure(self.store)
        await self.store.open_chat(PLACES[1], ChatChoice("talker"), NOON)

    def teardown(self) -> None:
        self.runner.run(self.stack.aclose())
        self.runner.close()
        shutil.rmtree(self.folder)

    async def put(self, content: int) -> Part:
        async with self.blobs.scratch() as path:
            path.write_bytes(CONTENTS[content])
            blob = await self.blobs.adopt(path)
        return Part(picture=Picture(blob, "image/png", 1, 1), memory=Memory("c2ln"))

    async def accept_request(self, wanted: GenerationRequest) -> None:
        """Do what the service does with a request."""
        with suppress(Gone):
            await self.intake.hold(wanted.user)
            job = await self.store.accept(wanted, terms=Terms(10**6, 10**6), now=self.now)
            self.at_work[job.id] = job

    # Members ask, the relay answers, Discord shows

    @rule(
        who=st.sampled_from(MEMBERS),
        place=st.sampled_from(PLACES),
        uploads=st.lists(st.integers(0, 3), max_size=2),
        parent=st.none() | number,
    )
    def ask(self, who: int, place: Place, uploads: list[int], parent: int | None) -> None:
        async def ask() -> None:
            parts = [replace(await self.put(each), memory=Memory()) for each in uploads]
            known = parent is not None and self.turn_ids
            parent_id = one_of(self.turn_ids, parent) if known else None
            user = (*parts, Part(text="paint"))
            await self.accept_request(
                request(author_id=who, place=place, parent_id=parent_id, user=user)
            )

        self.runner.run(ask())

    @rule(nth=number)
    def press_redo(self, nth: int) -> None:
        """Read an old request; it is accepted again later."""
        job = self.runner.run(self.store.job(nth % 12 + 1))
        if job is not None:
            self.pressed.append(job.request)

    @rule()
    def redo(self) -> None:
        while self.pressed:
            self.runner.run(self.accept_request(self.pressed.pop()))

    @precondition(lambda self: self.at_work)
    @rule(nth=number, content=st.integers(0, 3))
    def answer(self, nth: int, content: int) -> None:
        self.runner.run(self._answer(self.at_work[one_of(self.at_work, nth)], content))

    async def _answer(self, job: Job, content: int) -> None:
        answer = (await self.put(content),)
        draft = Draft(job.request.parent_id, job.request.user, answer, "painter", "painters")
        turn = await self.store.made(job, draft, self.now)
        self.made.setdefault(job.id, []).append(turn.id)
        self.turn_ids.add(turn.id)

    @precondition(lambda self: self.made)
    @rule(nth=number, messages=st.integers(0, 2), directly=st.booleans())
    def show(self, nth: int, messages: int, *, directly: bool) -> None:
        """Show what was made in so many messages, or keep it."""
        job_id = one_of(self.made, nth)
        made = self.made.pop(job_id)
        place = self.at_work.pop(job_id).request.place
        if not messages:
            self.runner.run(self.store.kept(job_id, self.now, told=False))
            return
        ids = [len(self.messages) + 1 + each for each in range(messages)]
        self.messages.update(ids)
        channel_id = DIRECT if directly else place.channel_id
        shown = [
            Shown(message_id, position, turn_id, 0, channel_id)
            for message_id in ids
            for position, turn_id in enumerate(made)
        ]
        self.runner.run(self.store.posted(job_id, shown, self.now))

    @precondition(lambda self: self.at_work)
    @rule(nth=number)
    def fail(self, nth: int) -> None:
        job_id = one_of(self.at_work, nth)
        self.runner.run(
            self.store.ended(job_id, JobState.FAILED, "error", self.now, possibly_billed=False)
        )
        if job_id not in self.made:
            self.failed[job_id] = self.at_work.pop(job_id)

    @precondition(lambda self: self.failed)
    @rule(nth=number, content=st.integers(0, 3))
    def answer_late(self, nth: int, content: int) -> None:
        """Answer a job that failed, and that may be forgotten."""
        job_id = one_of(self.failed, nth)
        self.late.add(job_id)
        self.at_work[job_id] = self.failed.pop(job_id)
        self.runner.run(self._answer(self.at_work[job_id], content))

    # What is deleted

    @precondition(lambda self: self.messages)
    @rule(nths=st.lists(number, min_size=1, max_size=3))
    def delete_messages(self, nths: list[int]) -> None:
        ids = {one_of(self.messages, nth) for nth in nths}
        self.runner.run(self.forgetting.messages(ids))

    @rule(which=st.sampled_from(["channel", "thread", "server", "anna", "ben", "old"]))
    def forget(self, which: str) -> None:
        forgetting = {
            "channel": lambda: self.forgetting.channel(CHANNEL),
            "thread": lambda: self.forgetting.channel(THREAD),
            "server": lambda: self.forgetting.guild(GUILD, then=self.now, now=self.now),
            "anna": lambda: self.forgetting.member(MEMBERS[0], then=self.now, now=self.now),
            "ben": lambda: self.forgetting.member(MEMBERS[1], then=self.now, now=self.now),
            "old": lambda: self.forgetting.before(self.now - SINCE),
        }
        self.runner.run(forgetting[which]())

    # Time, and the sweep

    @rule()
    def a_day_passes(self) -> None:
        self.now += SINCE
        self._hours_pass()

    def _hours_pass(self) -> None:
        for path in (self.folder / "blobs").glob("??/*"):
            os.utime(path, (1, 1))

    @rule(listed=meanwhile, asked=meanwhile)
    def sweep(self, listed: list[str], asked: list[str]) -> None:
        """Delete what is old and unnamed, while others are at work between the steps of it."""
        self._hours_pass()
        keys = self.runner.run(self._old())
        self._do(listed)
        named = self.runner.run(self.store.named(keys))
        self._do(asked)
        self.runner.run(self.blobs.delete([key for key in keys if key not in named], age=AN_HOUR))

    async def _old(self) -> list[str]:
        return [key async for keys in self.blobs.old(AN_HOUR) for key in keys]

    def _do(self, actions: list[str]) -> None:
        for action in actions:
            match action:
                case "ask":
                    self.ask(MEMBERS[0], PLACES[0], [0, 1, 2, 3], None)
                case "redo":
                    self.redo()
                case "answer" if self.at_work:
                    for content in range(4):
                        self.answer(0, content)
                case "forget":
                    self.forget("anna")
                    self.forget("ben")

    @rule()
    def tidy(self) -> None:
        """After a sweep in which everything is old there is no file that no row names."""
        self._hours_pass()
        self.runner.run(Housekeeping(self.store, self.blobs, keep_for=None).tidy())
        assert self.files() == self.runner.run(self.rows())

    # What always holds

    def files(self) -> set[str]:
        """Return the keys of all blobs, each of which has the content of its name."""
        keys = set[str]()
        for path in (self.folder / "blobs").glob("??/*"):
            digest = path.parent.name + path.name
            assert blake3(path.read_bytes()).hexdigest() == digest
            keys.add(f"b3-{digest}")
        return keys

    async def rows(self) -> set[str]:
        """Return the keys that rows name: the tables of names and what was said agree."""
        return await self.store.read(self._rows)

    def _rows(self, connection: Connection) -> set[str]:
        said = {
            (key, row.id)
            for row in connection.execute(select(turns.c.id, turns.c.user, turns.c.answer))
            for key in keys_of((*row.user, *row.answer))
        }
        asked = {
            (key, row.id)
            for row in connection.execute(select(jobs.c.id, jobs.c.request))
            for key in keys_of(row.request.user)
        }
        assert said == {tuple(row) for row in connection.execute(select(blob_refs))}
        assert asked == {tuple(row) for row in connection.execute(select(job_blobs))}
        return {key for key, _ in said | asked}

    @invariant()
    def every_named_blob_is_there(self) -> None:
        assert self.runner.run(self.rows()) <= self.files()

    @invariant()
    def a_job_at_work_keeps_what_it_needs(self) -> None:
        async def look() -> None:
            for job in self.at_work.values():
                found = await self.store.job(job.id)
                assert found is not None
                assert job.id in self.late or found.request == job.request
                made = [turn.id for turn in await self.store.turns_of(job.id)]
                assert made == self.made.get(job.id, [])

        self.runner.run(look())


def keys_of(parts: tuple[Part, ...]) -> set[str]:
    """Return the keys of the blobs of parts."""
    return {part.picture.blob.key for part in parts if part.picture}


TestHouse = House.TestCase
TestHouse.settings = settings(max_examples=20, stateful_step_count=40, deadline=None)
