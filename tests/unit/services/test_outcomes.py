"""What becomes of a job: who is told of it meanwhile, how it ends, and what is booked."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.content import Part, user_parts
from bot.domain.errors import (
    AlreadyShown,
    AtelierError,
    Billing,
    Cancelled,
    Refused,
    RelayBusy,
    RelayTimeout,
    RequestRejected,
    Stopped,
    StorageFailed,
    TakenOver,
    Unexpected,
)
from bot.domain.job import JobKind, JobState
from bot.domain.request import Reply
from bot.services.cancellation import Ending
from bot.services.job_watch import SENT, Made, Result
from bot.services.model_caller import Note
from tests.acting import until
from tests.contract.builders import TERMS
from tests.unit.services.test_generation import Answer, House, one, request, results, work
from tests.unit.services.test_job_states import becomes, booked

WORDS: dict[str, Any] = {"kind": JobKind.CHAT, "model": "voice"}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncGenerator[House]:
    """Give a house whose service is not open yet."""
    async with AsyncExitStack() as stack:
        yield House(tmp_path, stack)


async def reason(house: House) -> str | None:
    """Return why the last job has no answer, as its row says."""
    return await house.store.write(
        lambda connection: connection.exec_driver_sql("SELECT error FROM jobs").scalars().all()[-1]
    )


def down(monkeypatch: pytest.MonkeyPatch, house: House, method: str) -> None:
    """Let one method of the store fail."""

    async def fail(*_: object, **__: object) -> None:
        raise StorageFailed("full")

    monkeypatch.setattr(house.store, method, fail)


def sent(house: House, error: BaseException) -> Answer:
    """Fail as a request does that was under way."""
    house.relay.attempts.begin()
    return error


async def test_who_watches_hears_of_each_result_as_it_comes(house: House) -> None:
    """In the order in which they arrive, and not the first one twice."""
    generation = await house.open()
    house.relay.script = [Refused("SAFETY"), await house.painted()]
    heard: list[Result] = []
    job = await generation.accept(request(count=2), TERMS)
    async with generation._admission.presence() as presence:
        came = await generation.work(job, presence, on_result=heard.append)
    assert heard == came
    assert {type(each) for each in heard} == {Refused, Made}


async def test_what_is_at_work_does_not_go_back_into_the_queue(house: House) -> None:
    """Once one request of a job is sent, the places of its others are told to nobody."""
    generation = await house.open(running=1)
    house.relay.hold.clear()
    house.relay.script = [await house.painted() for _ in range(4)]
    first = asyncio.create_task(results(generation, request()))
    await house.relay.came.wait()
    places: list[int] = []
    job = await generation.accept(request(count=3), TERMS)
    async with generation._admission.presence() as presence:
        working = asyncio.create_task(generation.work(job, presence, on_place=places.append))
        await until(lambda: places)
        house.relay.hold.set()
        await working
    await first
    begin = places.index(SENT)
    assert places[0] > SENT
    assert set(places[begin:]) == {SENT}


async def test_a_job_whose_waits_nobody_follows_is_made(house: House) -> None:
    """The relay tells of them all the same."""
    generation = await house.open()

    def waits() -> Answer:
        house.relay.attempts.wait(1.0, 1.0)
        house.relay.attempts.go_on()
        return Refused("SAFETY")

    house.relay.script = [waits]
    (result,) = await results(generation, request())
    assert isinstance(result, Refused)


@pytest.mark.parametrize(
    ("failures", "lines"),
    [
        ([RelayTimeout(), Refused("SAFETY")], {"possibly-billed", "refund"}),
        ([Refused("SAFETY"), RelayBusy()], {"refund"}),
    ],
)
async def test_each_failure_is_booked_by_its_own(
    house: House, failures: list[AtelierError], lines: set[str]
) -> None:
    """One that may have cost something makes the others no dearer."""
    generation = await house.open()
    house.relay.script = [*failures, RelayBusy()]
    await results(generation, request(count=2))
    found = await booked(house)
    assert len(found) == 2
    assert set(found) == lines


async def test_what_may_have_cost_is_what_a_job_is_written_down_with(house: House) -> None:
    """Of several failures the row has the one that matters most."""
    generation = await house.open()
    house.relay.script = [Refused("SAFETY"), RelayTimeout(), Refused("SAFETY")]
    await results(generation, request(count=3))
    assert await reason(house) == RelayTimeout.key


@pytest.mark.logs_errors
@pytest.mark.parametrize("method", ["ended", "failed_one"])
async def test_what_can_not_be_written_down_is_told_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """The store is down when a job fails: its member reads why it did."""
    generation = await house.open()
    down(monkeypatch, house, method)
    house.relay.script = [Refused("SAFETY")]
    (result,) = await results(generation, request())
    assert isinstance(result, Refused)


@pytest.mark.logs_errors
async def test_what_is_seen_is_not_taken_back_where_it_can_not_be_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start finds the message by its buttons."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)
    down(monkeypatch, house, "posted")
    await generation.posted(job, [])
    assert await generation._jobs.state(job.id) is JobState.ACCEPTED


@pytest.mark.logs_errors
async def test_a_mistake_of_ours_after_sending_may_have_been_billed(house: House) -> None:
    """What is told has a reference of eight characters, and does not call it free."""
    generation = await house.open()
    house.relay.script = [lambda: sent(house, ZeroDivisionError())]
    (result,) = await results(generation, request())
    assert isinstance(result, Unexpected)
    assert result.billing is Billing.POSSIBLE
    assert len(str(result.values["reference"])) == 8
    assert await booked(house) == ["possibly-billed"]


async def test_what_the_relay_says_was_free_stays_free(house: House) -> None:
    """That a request was sent does not make a refusal cost anything."""
    generation = await house.open()
    house.relay.script = [lambda: sent(house, RequestRejected())]
    (result,) = await results(generation, request())
    assert isinstance(result, RequestRejected)
    assert await booked(house) == ["refund"]


async def test_a_job_that_was_stopped_before_anything_came_is_cancelled(house: House) -> None:
    """As one that was cancelled."""
    generation = await house.open()
    house.relay.script = [Stopped()]
    job = await generation.accept(request(**WORDS), TERMS)
    await work(generation, job)
    assert await generation._jobs.state(job.id) is JobState.CANCELLED


async def test_who_is_cancelled_while_they_wait_ends_as_that(house: House) -> None:
    """What was held for it is given back, and whoever works on it is told."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)

    async def wait() -> None:
        async with generation.cancellable(job):
            await asyncio.Event().wait()

    waiting = asyncio.create_task(wait())
    await until(lambda: job.id in generation._cancellation)
    assert await generation.cancel(job) is Ending.IN_TIME
    with pytest.raises(Cancelled):
        await waiting
    assert await generation._jobs.state(job.id) is JobState.CANCELLED
    assert await booked(house) == ["refund"]


@pytest.mark.parametrize("words", [True, False])
async def test_only_words_are_stopped_once_they_are_sent(house: House, *, words: bool) -> None:
    """A picture goes on, and is not shown unasked."""
    generation = await house.open()
    house.relay.hold.clear()
    house.relay.script = [Reply((Part(text="One"),))]
    job = await generation.accept(request(**(WORDS if words else {})), TERMS)
    async with generation.cancellable(job) as stop:
        working = asyncio.create_task(work(generation, job))
        await house.relay.came.wait()
        ending = await generation.cancel(job)
        house.relay.hold.set()
        await working
    assert ending is (Ending.STOPPED if words else Ending.TOO_LATE)
    assert stop.is_set() is words
    assert (await generation._jobs.job(job.id)).unwanted is not words


@pytest.mark.parametrize("state", [JobState.SENT, JobState.MADE])
async def test_words_that_an_earlier_process_sent_are_over(house: House, state: JobState) -> None:
    """There is no stream left to stop, and nothing to keep back."""
    generation = await house.open()
    job = await generation.accept(request(**WORDS), TERMS)
    await becomes(house, state)
    with pytest.raises(AlreadyShown) as caught:
        await generation.cancel(job)
    assert caught.value.message_key == "error-over"
    assert not (await generation._jobs.job(job.id)).unwanted


@pytest.mark.parametrize(
    ("error", "key"),
    [(Refused("SAFETY"), Refused.key), (ConnectionError(), "error-discord")],
)
async def test_a_job_that_is_given_up_says_why(house: House, error: Exception, key: str) -> None:
    """An error of ours by its own name; all else was Discord's."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)
    await generation.abandon(job, error)
    assert await reason(house) == key


async def test_what_is_taken_over_is_not_booked_here(house: House) -> None:
    """It is the other's to give back."""
    generation = await house.open()
    house.relay.hold.clear()
    house.relay.script = [await house.painted()]
    job = await generation.accept(request(), TERMS)
    first = asyncio.create_task(work(generation, job))
    await house.relay.came.wait()
    (second,) = await work(generation, job)
    assert isinstance(second, TakenOver)
    assert await booked(house) == []
    house.relay.hold.set()
    await first
    assert await booked(house) == ["settle"]


async def test_what_was_touched_lately_is_not_left_behind(house: House) -> None:
    """Who looks for what has lain about for an hour does not find what is new."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)
    assert await generation.left_behind(idle=timedelta(hours=1)) == []
    assert [each.job for each in await generation.left_behind()] == [job]


async def test_what_is_kept_is_untold_until_that_is_said(house: House) -> None:
    """The last of them is found for its author."""
    generation = await house.open()
    house.relay.script = [await house.painted()]
    job = await generation.accept(request(), TERMS)
    await work(generation, job)
    await generation.keep(job)
    assert await generation._jobs.newest_kept(7) == job.id


async def test_a_picture_that_did_not_come_is_noted(house: House) -> None:
    """Words in place of one need a word; words that were asked for, and pictures, need none."""
    generation = await house.open()
    said = Reply((Part(text="Which colour?"),))
    house.relay.script = [said, said, await house.painted()]
    assert (await one(generation, request())).notes == (Note("note-no-picture"),)
    assert (await one(generation, request(**WORDS))).notes == ()
    assert (await one(generation, request())).notes == ()


@pytest.mark.parametrize("spoiler", [True, False])
async def test_what_is_made_of_a_spoiler_is_one(house: House, *, spoiler: bool) -> None:
    """And of other pictures are made none."""
    generation = await house.open()
    upload = replace(await house.picture(), spoiler=spoiler)
    house.relay.script = [await house.painted()]
    made = await one(generation, request(user=user_parts([upload], "blur it")))
    assert [picture.spoiler for _, picture in made.turn.pictures] == [spoiler]


async def test_how_long_an_order_takes_is_learned(house: House) -> None:
    """From the time at which it is sent, and for its own kind alone."""
    generation = await house.open()
    began = time.monotonic()
    for _ in range(3):
        assert generation.expected_seconds(request()) is None
        house.relay.script = [await house.painted()]
        await one(generation, request())
    expected = generation.expected_seconds(request())
    assert expected is not None
    assert 0 <= expected <= time.monotonic() - began
    assert generation.expected_seconds(request(size="4K")) is None
