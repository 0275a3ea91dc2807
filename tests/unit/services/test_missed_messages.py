"""Up to where all was dealt with: what holds it back, and when it is written."""

import asyncio

import pytest

from bot.domain.errors import StorageFailed
from bot.services.missed_messages import MissedMessages
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
def missed_messages(memory: Memory) -> MissedMessages:
    """Give what has heard nothing yet."""
    return MissedMessages(memory)  # type: ignore[arg-type]


def hear(missed_messages: MissedMessages, *message_ids: int) -> None:
    """Deal with messages at once."""
    for message_id in message_ids:
        with missed_messages.of(message_id):
            pass


async def left(missed_messages: MissedMessages, memory: Memory) -> int | None:
    """Return what a process leaves behind that ends now."""
    await missed_messages._write()
    return memory.up_to


async def test_what_was_dealt_with_is_remembered(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """Up to the newest, in whatever order they came."""
    hear(missed_messages, 10, 12, 11)
    assert await left(missed_messages, memory) == 12


async def test_where_nothing_was_heard_nothing_is_written(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """Nor was anything missed, as far as anybody knows."""
    missed_messages.begin_anew()
    assert missed_messages.gap is None
    assert await left(missed_messages, memory) is None


async def test_what_is_listened_to_holds_back_what_is_remembered(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """A process that is killed meanwhile has not dealt with it."""
    with missed_messages.of(10):
        hear(missed_messages, 11)
        assert await left(missed_messages, memory) == 9
    assert await left(missed_messages, memory) == 11


async def test_what_became_a_job_holds_nothing_back(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """That is looked after by its row, however long it takes."""
    with missed_messages.of(10) as dealt_with:
        hear(missed_messages, 11)
        dealt_with()
        assert await left(missed_messages, memory) == 11


async def test_what_is_listened_to_twice_is_so_until_both_have_ended(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """As Discord tells of it, and as it is looked for."""
    with missed_messages.of(10):
        hear(missed_messages, 10)
        assert await left(missed_messages, memory) == 9


async def test_what_failed_was_dealt_with(missed_messages: MissedMessages, memory: Memory) -> None:
    """It would fail again."""
    with pytest.raises(ValueError, match="broken"), missed_messages.of(10):
        raise ValueError("broken")
    assert await left(missed_messages, memory) == 10


async def test_who_is_cancelled_has_not_dealt_with_it(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """The next process does."""
    with pytest.raises(asyncio.CancelledError), missed_messages.of(10):
        raise asyncio.CancelledError
    hear(missed_messages, 11)
    assert await left(missed_messages, memory) == 9


async def test_what_ends_while_we_leave_was_not_dealt_with(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """The connection is closed, so that nobody may have got an answer."""
    with missed_messages.of(10):
        missed_messages.close()
    assert await left(missed_messages, memory) == 9


async def test_what_was_missed_holds_back_what_is_remembered(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """Until it was looked for: a process may end in the middle of that."""
    hear(missed_messages, 10)
    missed_messages.begin_anew()
    assert missed_messages.gap is not None
    assert missed_messages.gap.since == 10
    hear(missed_messages, 12)
    assert await left(missed_messages, memory) == 10
    missed_messages.caught_up(missed_messages.gap)
    assert await left(missed_messages, memory) == 12
    assert missed_messages.gap is None


async def test_what_is_missed_again_is_looked_for_again(
    missed_messages: MissedMessages, memory: Memory
) -> None:
    """From where the first time began; who looked then has not seen what was missed since."""
    hear(missed_messages, 10)
    missed_messages.begin_anew()
    first = missed_messages.gap
    hear(missed_messages, 12)
    missed_messages.begin_anew()
    assert first is not None
    missed_messages.caught_up(first)
    assert missed_messages.gap is not None
    assert missed_messages.gap.since == 10
    assert await left(missed_messages, memory) == 10


async def test_a_process_goes_on_from_where_the_last_one_ended() -> None:
    """What was said in between was missed, and stays so until it was looked for."""
    memory = Memory(up_to=10)
    missed_messages = MissedMessages(memory)  # type: ignore[arg-type]
    async with missed_messages.running():
        missed_messages.begin_anew()
        assert missed_messages.gap is not None
        assert missed_messages.gap.since == 10
        hear(missed_messages, 12)
    assert memory.up_to == 10


def test_a_message_is_taken_once(missed_messages: MissedMessages) -> None:
    """Whoever comes second leaves it alone."""
    assert missed_messages.take(10)
    assert not missed_messages.take(10)
    assert missed_messages.take(11)


def test_what_was_taken_long_ago_is_forgotten(
    missed_messages: MissedMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one, once there are too many."""
    monkeypatch.setattr("bot.services.missed_messages.MOST_TAKEN", 2)
    assert [missed_messages.take(message_id) for message_id in (10, 11, 12)] == [True] * 3
    assert [missed_messages.take(message_id) for message_id in (12, 11, 10)] == [False, False, True]


async def test_a_busy_server_is_few_writes(missed_messages: MissedMessages, memory: Memory) -> None:
    """One at once, and one at the end; others would come seconds later."""
    async with missed_messages.running():
        hear(missed_messages, 10)
        await until(lambda: memory.written)
        for message_id in range(11, 200):
            hear(missed_messages, message_id)
            await asyncio.sleep(0)
    assert memory.written == [10, 199]


@pytest.mark.logs_errors
@pytest.mark.parametrize("error", [StorageFailed("database: locked"), RuntimeError("broken")])
async def test_what_could_not_be_written_is_written_later(
    missed_messages: MissedMessages,
    memory: Memory,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    """Members are heard all the same; a line of the log says so."""
    monkeypatch.setattr("bot.services.missed_messages.EVERY", 0.0)
    memory.broken = error
    async with missed_messages.running():
        hear(missed_messages, 10)
        await until(lambda: "up to where all was heard" in caplog.text)
        memory.broken = None
        hear(missed_messages, 11)
        await until(lambda: memory.written == [11])
