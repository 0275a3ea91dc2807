"""A breaker: what keeps failing is left alone for a while, then tried by one request."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BreakerRules:
    """Say after how many failures in a row a breaker opens, and for how many seconds.

    Each opening lasts twice as long as the one before, until something is answered again.
    """

    failures: int = 3
    first_pause: float = 15.0
    longest_pause: float = 300.0


class Breaker:
    """Keep requests away from what fails, and let one through at a time to see if it still does.

    Closed, it lets all through; open, none; after its pause it is half open, for one probe.
    """

    def __init__(self, name: str, rules: BreakerRules, clock: Callable[[], float]) -> None:
        self._name = name
        self._rules = rules
        self._clock = clock
        self._failures = 0
        self._next_pause = rules.first_pause
        self._open_until: float | None = None
        self._is_probed = False

    @property
    def wait(self) -> float:
        """Return in how many seconds it is worth asking again; 0 where a request may pass now."""
        if self._open_until is None:
            return 0.0
        if self._is_probed:
            # How long the probe takes, nobody knows.
            return self._rules.first_pause
        return max(self._open_until - self._clock(), 0.0)

    def enter(self) -> bool:
        """Let a request pass that need not wait; return whether it is the probe."""
        if self._open_until is None:
            return False
        self._is_probed = True
        log.info("relay %s: half open, one request tries it", self._name)
        return True

    def answered(self) -> None:
        """Close, because it does what it should."""
        if self._open_until is not None:
            log.info("relay %s: closed, it answers again", self._name)
        self._failures = 0
        self._next_pause = self._rules.first_pause
        self._open_until = None

    def failed(self, *, was_probe: bool, asked_wait: float = 0.0) -> None:
        """Count a failure, and open after too many in a row, for `asked_wait` seconds at least."""
        self._failures += 1
        if self._open_until is None:
            if self._failures < self._rules.failures:
                return
        elif not was_probe:
            # What was on its way when it opened says nothing new.
            return
        pause = min(max(self._next_pause, asked_wait), self._rules.longest_pause)
        self._next_pause = min(2 * self._next_pause, self._rules.longest_pause)
        self._open_until = self._clock() + pause
        self._is_probed = False
        log.warning("relay %s: open for %.0f s", self._name, pause)

    def left(self, *, was_probe: bool) -> None:
        """Let another be the probe, whatever became of this request."""
        if was_probe:
            self._is_probed = False
