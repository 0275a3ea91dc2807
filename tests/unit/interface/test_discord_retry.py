import aiohttp
import discord
import pytest

from bot.interface import discord_retry
from bot.interface.discord_retry import RetryBudget, is_ours, no_retries, one_retry_budget, retrying


class Clock:
    """Stands still, but for those who sleep by it."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.pauses: list[float] = []

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock that the pauses go by."""
    clock = Clock()
    monkeypatch.setattr(discord_retry, "time", clock)
    monkeypatch.setattr(discord_retry, "asyncio", clock)
    return clock


class BadMoment:
    """Fails so many times, then does what it is for."""

    def __init__(self, times: int, error: Exception | None = None) -> None:
        self._left = times
        self._error = error or ConnectionError()

    async def __call__(self) -> str:
        if self._left:
            self._left -= 1
            raise self._error
        return "done"


def answered(status: int) -> aiohttp.ClientResponse:
    """Return as much of Discord's answer as its exceptions look at."""
    answer = aiohttp.ClientResponse.__new__(aiohttp.ClientResponse)
    answer.status, answer.reason = status, ""
    return answer


async def test_the_pauses_grow_and_come_to_an_end(clock: Clock) -> None:
    """Half a second, two and four: who fails a fourth time is not waited for."""
    assert await retrying(BadMoment(3)) == "done"
    assert clock.pauses == [0.5, 2.0, 4.0]
    with pytest.raises(ConnectionError):
        await retrying(BadMoment(4))
    assert clock.pauses == [0.5, 2.0, 4.0] * 2


@pytest.mark.parametrize(
    "error",
    [
        ConnectionResetError(),
        TimeoutError(),
        discord.DiscordServerError(answered(503), ""),
    ],
    ids=["connection", "time-out", "server"],
)
async def test_a_bad_moment_is_waited_out(clock: Clock, error: Exception) -> None:
    """A broken way to Discord, its silence and its own breakdown may be over soon."""
    assert await retrying(BadMoment(1, error)) == "done"
    assert clock.pauses == [0.5]


async def test_a_refusal_is_no_bad_moment(clock: Clock) -> None:
    """What Discord says no to, it would say no to again."""
    with pytest.raises(discord.Forbidden):
        await retrying(BadMoment(1, discord.Forbidden(answered(403), "")))
    assert not clock.pauses


async def test_only_what_is_named_is_tried_again(clock: Clock) -> None:
    """Where a post may have happened, a broken connection is not waited out."""
    with pytest.raises(ConnectionError):
        await retrying(BadMoment(1), over=(discord.DiscordServerError,))
    assert not clock.pauses


async def test_those_who_share_a_budget_use_it_up_together(clock: Clock) -> None:
    """What one has waited, the other does not wait again."""
    with one_retry_budget():
        with pytest.raises(ConnectionError):
            await retrying(BadMoment(4))
        with pytest.raises(ConnectionError):
            await retrying(BadMoment(1))
    assert clock.pauses == [0.5, 2.0, 4.0]
    assert await retrying(BadMoment(1)) == "done"


async def test_what_succeeds_gives_all_of_it_back(clock: Clock) -> None:
    """The bad moment is over then; another one is waited out like the first."""
    with one_retry_budget():
        for _ in range(2):
            assert await retrying(BadMoment(3)) == "done"
    assert clock.pauses == [0.5, 2.0, 4.0] * 2


def test_nobody_waits_for_longer_than_a_minute(clock: Clock) -> None:
    """It counts from the first failure on, and anew once Discord has answered."""
    budget = RetryBudget([0.0, 0.0, 0.0, 0.0])
    assert budget.next_pause() == 0.0
    clock.now += 59.5
    assert budget.next_pause() == 0.0
    clock.now += 0.5
    assert budget.next_pause() is None
    budget.restore()
    assert budget.next_pause() == 0.0


async def test_what_something_newer_makes_good_is_not_tried_again(clock: Clock) -> None:
    """Within it nothing is left of the budget, and after it there is as before."""
    with one_retry_budget():
        with no_retries(), pytest.raises(ConnectionError):
            await retrying(BadMoment(1))
        assert not clock.pauses
        assert await retrying(BadMoment(1)) == "done"


def test_who_tries_again_says_so() -> None:
    """While it is held, and no longer, nobody else is to try again."""
    assert not is_ours()
    with one_retry_budget():
        assert is_ours()
        with no_retries():
            assert is_ours()
        assert is_ours()
    assert not is_ours()
