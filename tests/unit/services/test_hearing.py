"""Up to where all was dealt with: what holds it back, and when it is written."""

import asyncio

import pytest

from bot.domain.errors import StorageFailed
from bot.services.hearing import Hearing
from tests.acting import until


class Memory:
    """Keeps what is written, and every word of it."""

    def __init__(self, *, up_to: int | None = None) -> None:
        self.up_to = up_to
        self.written: list[int] = []
        self.broken: Exception | None = None

    async def heard_up_to(self) -> int | None:
        return self.up_to

    async def hear_up_to(self, message_id: int) -> None:
        if self.broken:
            raise self.broken
        self.up_to = message_id
        self.written.append(message_id)


@pytest.fixture
def memory() -> Memory:
    """Give what remembers nothing yet."""
    return Memory()


@pytest.fixture
def hearing(memory: Memory) -> Hearing:
    """Give what has heard nothing yet."""
    return Hearing(memory)  # type: ignore[arg-type]


def hear(hearing: Hearing, *message_ids: int) -> None:
    """Deal with messages at once."""
    for message_id in message_ids:
        with hearing.of(message_id):
            pass


async def left(hearing: Hearing, memory: Memory) -> int | None:
    """Return what a process leaves behind that ends now."""
    await hearing._write()
    return memory.up_to


async def test_what_was_dealt_with_is_remembered(hearing: Hearing, memory: Memory) -> None:
    """Up to the newest, in whatever order they came."""
    hear(hearing, 10, 12, 11)
    assert await left(hearing, memory) == 12


async def test_where_nothing_was_heard_nothing_is_written(hearing: Hearing, memory: Memory) -> None:
    """Nor was anything missed, as far as anybody knows."""
    hearing.begin_anew()
    assert hearing.gap is None
    assert await left(hearing, memory) is None


async def test_what_is_listened_to_holds_back_what_is_remembered(
    hearing: Hearing, memory: Memory
) -> None:
    """A process that is killed meanwhile has not dealt with it."""
    with hearing.of(10):
        hear(hearing, 11)
        assert await left(hearing, memory) == 9
    assert await left(hearing, memory) == 11


async def test_what_became_a_job_holds_nothing_back(hearing: Hearing, memory: Memory) -> None:
    """That is looked after by its row, however long it takes."""
    with hearing.of(10) as dealt_with:
        hear(hearing, 11)
        dealt_with()
        assert await left(hearing, memory) == 11


async def test_what_is_listened_to_twice_is_so_until_both_have_ended(
    hearing: Hearing, memory: Memory
) -> None:
    """As Discord tells of it, and as it is looked for."""
    with hearing.of(10):
        hear(hearing, 10)
        assert await left(hearing, memory) == 9


async def test_what_failed_was_dealt_with(hearing: Hearing, memory: Memory) -> None:
    """It would fail again."""
    with pytest.raises(ValueError, match="broken"), hearing.of(10):
        raise ValueError("broken")
    assert await left(hearing, memory) == 10


async def test_who_is_cancelled_has_not_dealt_with_it(hearing: Hearing, memory: Memory) -> None:
    """The next process does."""
    with pytest.raises(asyncio.CancelledError), hearing.of(10):
        raise asyncio.CancelledError
    hear(hearing, 11)
    assert await left(hearing, memory) == 9


async def test_what_ends_while_we_leave_was_not_dealt_with(
    hearing: Hearing, memory: Memory
) -> None:
    """The connection is closed, so that nobody may have got an answer."""
    with hearing.of(10):
        hearing.close()
    assert await left(hearing, memory) == 9


async def test_what_was_missed_holds_back_what_is_remembered(
    hearing: Hearing, memory: Memory
) -> None:
    """Until it was looked for: a process may end in the middle of that."""
    hear(hearing, 10)
    hearing.begin_anew()
    assert hearing.gap is not None
    assert hearing.gap.since == 10
    hear(hearing, 12)
    assert await left(hearing, memory) == 10
    hearing.caught_up(hearing.gap)
    assert await left(hearing, memory) == 12
    assert hearing.gap is None


async def test_what_is_missed_again_is_looked_for_again(hearing: Hearing, memory: Memory) -> None:
    """From where the first time began; who looked then has not seen what was missed since."""
    hear(hearing, 10)
    hearing.begin_anew()
    first = hearing.gap
    hear(hearing, 12)
    hearing.begin_anew()
    assert first is not None
    hearing.caught_up(first)
    assert hearing.gap is not None
    assert hearing.gap.since == 10
    assert await left(hearing, memory) == 10


async def test_a_process_goes_on_from_where_the_last_one_ended() -> None:
    """What was said in between was missed, and stays so until it was looked for."""
    memory = Memory(up_to=10)
    hearing = Hearing(memory)  # type: ignore[arg-type]
    async with hearing.running():
        hearing.begin_anew()
        assert hearing.gap is not None
        assert hearing.gap.since == 10
        hear(hearing, 12)
    assert memory.up_to == 10


def test_a_message_is_taken_once(hearing: Hearing) -> None:
    """Whoever comes second leaves it alone."""
    assert hearing.take(10)
    assert not hearing.take(10)
    assert hearing.take(11)


def test_what_was_taken_long_ago_is_forgotten(
    hearing: Hearing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one, once there are too many."""
    monkeypatch.setattr("bot.services.hearing.MOST_TAKEN", 2)
    assert [hearing.take(message_id) for message_id in (10, 11, 12)] == [True] * 3
    assert [hearing.take(message_id) for message_id in (12, 11, 10)] == [False, False, True]


async def test_a_busy_server_is_few_writes(hearing: Hearing, memory: Memory) -> None:
    """One at once, and one at the end; others would come seconds later."""
    async with hearing.running():
        hear(hearing, 10)
        await until(lambda: memory.written)
        for message_id in range(11, 200):
            hear(hearing, message_id)
            await asyncio.sleep(0)
    assert memory.written == [10, 199]


@pytest.mark.logs_errors
@pytest.mark.parametrize("error", [StorageFailed("database: locked"), RuntimeError("broken")])
async def test_what_could_not_be_written_is_written_later(
    hearing: Hearing,
    memory: Memory,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    """Members are heard all the same; a line of the log says so."""
    monkeypatch.setattr("bot.services.hearing.EVERY", 0.0)
    memory.broken = error
    async with hearing.running():
        hear(hearing, 10)
        await until(lambda: "up to where all was heard" in caplog.text)
        memory.broken = None
        hear(hearing, 11)
        await until(lambda: memory.written == [11])
