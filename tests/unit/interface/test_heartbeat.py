import pytest

from bot.interface.heartbeat import DEAF_SECONDS, Heartbeat

ACKNOWLEDGED = '{"t":null,"s":null,"op":11,"d":null}'
HELLO = '{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}'


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
    heartbeat.note("socket_raw_receive", HELLO)
    for event in ("connect", "ready"):
        heartbeat.note(event)
    return heartbeat


def test_nothing_beats_before_there_is_a_session(clock: Clock):
    """A hello, a ready client and an acknowledged heartbeat are no session."""
    heartbeat = Heartbeat(clock)
    for event, *said in (["socket_raw_receive", HELLO], ["ready"], ["socket_event_type", "READY"]):
        heartbeat.note(event, *said)
        assert not heartbeat.beats
    heartbeat.note("socket_raw_receive", ACKNOWLEDGED)
    assert not heartbeat.beats


@pytest.mark.parametrize("acknowledged", [ACKNOWLEDGED, '{"op": 11, "d": null}'])
def test_it_beats_while_discord_acknowledges(heartbeat: Heartbeat, clock: Clock, acknowledged: str):
    """Where nothing happens for long, that is all that it says."""
    for _ in range(5):
        assert heartbeat.beats
        clock.now += DEAF_SECONDS - 1
        heartbeat.note("socket_raw_receive", acknowledged)
    assert heartbeat.beats


def test_a_deaf_connection_does_not_beat(heartbeat: Heartbeat, clock: Clock):
    """Nobody closed it, and what is sent is no word of Discord's."""
    clock.now += DEAF_SECONDS
    heartbeat.note("socket_raw_send", ACKNOWLEDGED)
    assert not heartbeat.beats
    heartbeat.note("socket_raw_receive", ACKNOWLEDGED)
    assert heartbeat.beats


@pytest.mark.parametrize(
    "event",
    [
        HELLO,
        '{"t":"TYPING_START","s":11,"op":0,"d":{"said":"\\"op\\":11"}}',
        f"[{ACKNOWLEDGED}]" * 9,
    ],
)
def test_what_happens_is_no_acknowledgement(heartbeat: Heartbeat, clock: Clock, event: str):
    """A gateway may tell of events on a connection on which it no longer hears."""
    clock.now += DEAF_SECONDS
    heartbeat.note("socket_raw_receive", event)
    assert not heartbeat.beats


@pytest.mark.parametrize("event", ["resumed", "connect"])
def test_a_lost_session_does_not_beat_until_there_is_one_again(heartbeat: Heartbeat, event: str):
    """A hello before it is not enough, nor a ready that was on its way."""
    heartbeat.note("disconnect")
    heartbeat.note("socket_raw_receive", HELLO)
    heartbeat.note("ready")
    assert not heartbeat.beats
    heartbeat.note(event)
    assert heartbeat.beats
