import pytest

from bot.interface.heartbeat import DEAF_SECONDS, Heartbeat


class Clock:
    """Stand still until somebody moves it."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Give a clock."""
    return Clock()


@pytest.fixture
def heartbeat(clock: Clock) -> Heartbeat:
    """Give the pulse of a client that is connected by now."""
    heartbeat = Heartbeat(clock)
    for event in ("socket_raw_receive", "connect", "ready"):
        heartbeat.note(event)
    return heartbeat


def test_nothing_beats_before_there_is_a_session(clock: Clock):
    """A hello and a ready client are no session."""
    heartbeat = Heartbeat(clock)
    for event in ("socket_raw_receive", "ready", "socket_event_type"):
        heartbeat.note(event)
        assert not heartbeat.beats


def test_it_beats_while_discord_says_something(heartbeat: Heartbeat, clock: Clock):
    """A heartbeat that is acknowledged is enough."""
    for _ in range(5):
        assert heartbeat.beats
        clock.now += DEAF_SECONDS - 1
        heartbeat.note("socket_raw_receive")
    assert heartbeat.beats


def test_a_deaf_connection_does_not_beat(heartbeat: Heartbeat, clock: Clock):
    """Nobody closed it, and what is sent is no word of Discord's."""
    clock.now += DEAF_SECONDS
    heartbeat.note("socket_raw_send")
    assert not heartbeat.beats
    heartbeat.note("socket_raw_receive")
    assert heartbeat.beats


@pytest.mark.parametrize("event", ["resumed", "connect"])
def test_a_lost_session_does_not_beat_until_there_is_one_again(heartbeat: Heartbeat, event: str):
    """A hello before it is not enough, nor a ready that was on its way."""
    heartbeat.note("disconnect")
    heartbeat.note("socket_raw_receive")
    heartbeat.note("ready")
    assert not heartbeat.beats
    heartbeat.note(event)
    assert heartbeat.beats
