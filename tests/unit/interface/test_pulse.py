import pytest

from bot.interface.pulse import DEAF_SECONDS, Pulse


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
def pulse(clock: Clock) -> Pulse:
    """Give the pulse of a client that is connected by now."""
    pulse = Pulse(clock)
    for event in ("socket_raw_receive", "connect", "ready"):
        pulse.note(event)
    return pulse


def test_nothing_beats_before_there_is_a_session(clock: Clock):
    """A hello and a ready client are no session."""
    pulse = Pulse(clock)
    for event in ("socket_raw_receive", "ready", "socket_event_type"):
        pulse.note(event)
        assert not pulse.beats


def test_it_beats_while_discord_says_something(pulse: Pulse, clock: Clock):
    """A heartbeat that is acknowledged is enough."""
    for _ in range(5):
        assert pulse.beats
        clock.now += DEAF_SECONDS - 1
        pulse.note("socket_raw_receive")
    assert pulse.beats


def test_a_deaf_connection_does_not_beat(pulse: Pulse, clock: Clock):
    """Nobody closed it, and what is sent is no word of Discord's."""
    clock.now += DEAF_SECONDS
    pulse.note("socket_raw_send")
    assert not pulse.beats
    pulse.note("socket_raw_receive")
    assert pulse.beats


@pytest.mark.parametrize("event", ["resumed", "connect"])
def test_a_lost_session_does_not_beat_until_there_is_one_again(pulse: Pulse, event: str):
    """A hello before it is not enough, nor a ready that was on its way."""
    pulse.note("disconnect")
    pulse.note("socket_raw_receive")
    pulse.note("ready")
    assert not pulse.beats
    pulse.note(event)
    assert pulse.beats
