import logging

import pytest

from bot.relay.breaker import Breaker, BreakerRules
from tests.unit.relay.scripts import RULES, Clock


def breaker(clock: Clock, *, failures: int = 0) -> Breaker:
    """Return a breaker that has seen so many failures."""
    found = Breaker("one", RULES, clock)
    for _ in range(failures):
        found.failed(was_probe=found.enter())
    return found


@pytest.mark.parametrize(("failures", "wait"), [(0, 0.0), (2, 0.0), (3, 10.0)])
def test_a_breaker_opens_after_failures_in_a_row(clock: Clock, failures: int, wait: float) -> None:
    """Up to the last but one failure, requests pass."""
    assert breaker(clock, failures=failures).wait == wait


def test_an_answer_in_between_begins_the_count_anew(clock: Clock) -> None:
    """Only failures in a row open."""
    found = breaker(clock, failures=2)
    found.answered()
    for wait in (0.0, 0.0, 10.0):
        found.failed(was_probe=False)
        assert found.wait == wait


def test_pauses_double_up_to_a_cap_until_it_closes(clock: Clock) -> None:
    """Each probe that fails doubles the pause; a success begins anew."""
    found, pauses = breaker(clock, failures=3), list[float]()
    for _ in range(4):
        pauses.append(found.wait)
        clock.time += found.wait
        found.failed(was_probe=found.enter())
    clock.time += found.wait
    found.enter()
    found.answered()
    for _ in range(3):
        found.failed(was_probe=False)
    assert [*pauses, found.wait] == [10.0, 20.0, 35.0, 35.0, 10.0]


def test_unless_told_otherwise_it_does_what_the_readme_says(clock: Clock) -> None:
    """After three failures in a row it opens for 15 seconds, and at most for five minutes."""
    found, pauses = Breaker("one", BreakerRules(), clock), list[float]()
    for _ in range(8):
        clock.time += found.wait
        found.failed(was_probe=found.enter())
        pauses.append(found.wait)
    assert pauses == [0.0, 0.0, 15.0, 30.0, 60.0, 120.0, 240.0, 300.0]


def test_a_pause_is_as_long_as_the_relay_asks(clock: Clock) -> None:
    """A wait that was asked for is kept, up to the cap."""
    for asked, wait in ((5.0, 10.0), (25.0, 25.0), (900.0, 35.0)):
        found = breaker(clock, failures=2)
        found.failed(was_probe=False, asked_wait=asked)
        assert found.wait == wait


def test_latecomers_do_not_lengthen_the_pause(clock: Clock) -> None:
    """What was sent before it opened, and fails after, says nothing new."""
    found = breaker(clock, failures=2)
    late = found.enter()
    found.failed(was_probe=found.enter())
    clock.time += 4.0
    found.failed(was_probe=late)
    assert found.wait == 6.0


def test_a_late_answer_closes(clock: Clock) -> None:
    """An answer to what was sent before proves that it works."""
    found = breaker(clock, failures=3)
    found.answered()
    assert found.wait == 0.0


def test_a_probe_that_fails_after_a_late_answer_is_one_failure(clock: Clock) -> None:
    """What closed in the meantime needs as many failures as ever to open."""
    found = breaker(clock, failures=3)
    clock.time += 10.0
    probe = found.enter()
    found.answered()
    found.failed(was_probe=probe)
    assert found.wait == 0.0


def test_a_relay_may_be_gone_for_months(clock: Clock) -> None:
    """However often it opens, the pause is still the longest one."""
    found = breaker(clock, failures=3)
    for _ in range(2000):
        clock.time += found.wait
        found.failed(was_probe=found.enter())
    assert found.wait == 35.0


def test_half_open_lets_one_through(clock: Clock) -> None:
    """Who comes while a probe is on its way is told to wait; when it leaves, another may try."""
    found = breaker(clock, failures=3)
    clock.time += 10.5
    assert found.wait == 0.0
    assert found.enter()
    assert found.wait == 10.0
    found.left(was_probe=False)
    assert found.wait == 10.0
    found.left(was_probe=True)
    assert found.wait == 0.0


def test_each_change_of_state_is_one_line(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    """The operator reads when a relay was given up, tried, and taken back."""
    caplog.set_level(logging.INFO, logger="bot.relay.breaker")
    found = breaker(clock)
    found.answered()
    for _ in range(4):
        found.failed(was_probe=False)
    clock.time += 10.0
    found.enter()
    found.answered()
    found.answered()
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "relay one: open for 10 s"),
        ("INFO", "relay one: half open, one request tries it"),
        ("INFO", "relay one: closed, it answers again"),
    ]
