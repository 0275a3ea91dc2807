"""Several relays as one: in the operator's order, with repeats, and past those that are down."""

import asyncio
import logging
import math
import random
import time
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from bot.domain.errors import (
    AllRelaysDown,
    Billing,
    KeyRejected,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
)
from bot.domain.request import GenerateRequest, Reply
from bot.relay.retry import RetryRules, delay_before_retry, is_free

log = logging.getLogger(__name__)

_OF_ITS_ACCOUNT = (KeyRejected, RelayBalanceUsedUp)
_OF_ITS_MODEL = (
    RelayBusy,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
)


class Answering(Protocol):
    """Answer requests, as one relay does."""

    async def generate(
        self, request: GenerateRequest, *, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """Send one request; with `on_text`, stream. Raise a RelayError."""
        ...


@dataclass(frozen=True, slots=True)
class NamedRelay:
    """Name a relay for the log and for members."""

    name: str
    relay: Answering


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
        left = self._open_until - self._clock()
        if left <= 0 and self._is_probed:
            # How long the probe takes, nobody knows.
            return self._rules.first_pause
        return max(left, 0.0)

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
        self._is_probed = False

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
        """Forget a request that ended without a verdict, so that another may be the probe."""
        if was_probe:
            self._is_probed = False


class _Lane:
    """One relay with its breakers: one for its account, one for each model."""

    def __init__(self, named: NamedRelay, rules: BreakerRules, clock: Callable[[], float]) -> None:
        self.name = named.name
        self.relay = named.relay
        self._rules = rules
        self._clock = clock
        self._account = Breaker(named.name, rules, clock)
        self._models: dict[str, Breaker] = {}

    def wait(self, model_id: str) -> float:
        """Return in how many seconds it is worth asking for this model; 0 for now."""
        return max(self._account.wait, self._model(model_id).wait)

    @contextmanager
    def judged(self, model_id: str) -> Generator[None]:
        """Let the breakers learn how the request inside ends."""
        account, model = self._account, self._model(model_id)
        account_probe, model_probe = account.enter(), model.enter()
        try:
            yield
        except _OF_ITS_ACCOUNT:
            account.failed(was_probe=account_probe)
            model.left(was_probe=model_probe)
            raise
        except _OF_ITS_MODEL as error:
            account.left(was_probe=account_probe)
            model.failed(was_probe=model_probe, asked_wait=_asked_wait(error))
            raise
        except RelayError:
            # It refused, found the request wrong, or lacks the model: those are answers too.
            account.answered()
            model.answered()
            raise
        except BaseException:
            account.left(was_probe=account_probe)
            model.left(was_probe=model_probe)
            raise
        account.answered()
        model.answered()

    def _model(self, model_id: str) -> Breaker:
        # Only models that are configured get this far, which bounds the table.
        if model_id not in self._models:
            name = f"{self.name}, model {model_id}"
            self._models[model_id] = Breaker(name, self._rules, self._clock)
        return self._models[model_id]


class _Errand:
    """One request on its way along the relays, and what it has met so far."""

    def __init__(
        self, request: GenerateRequest, on_text: Callable[[str], None] | None, began: float
    ) -> None:
        self.request = request
        self.on_text = self._noticed(on_text) if on_text else None
        self.began = began
        self.faults = 0
        self.took = 0.0
        self.is_heard = False

    def note(self, error: RelayError, took: float) -> None:
        """Remember a failure of an attempt that took so many seconds."""
        self.took = took
        self.faults += isinstance(error, RelayFault)
        self.mark(error)

    def mark(self, error: RelayError) -> None:
        """Call an error possibly billed if anything that came before it may have been."""
        if self.faults or self.is_heard:
            error.billing = Billing.POSSIBLE

    def _noticed(self, on_text: Callable[[str], None]) -> Callable[[str], None]:
        def hear(text: str) -> None:
            self.is_heard = True
            on_text(text)

        return hear


class RelayRoute:
    """Ask the relays in the operator's order until one answers.

    The next one is asked only when it is sure that nothing was billed, and never after text was
    streamed out. `clock` is monotonic, `wall_clock` is in Unix seconds, `jitter` from 0 to 1.
    """

    def __init__(
        self,
        relays: Sequence[NamedRelay],
        rules: RetryRules | None = None,
        breakers: BreakerRules | None = None,
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._rules = rules or RetryRules()
        self._lanes = [_Lane(named, breakers or BreakerRules(), clock) for named in relays]
        self._sleep = sleep
        self._clock = clock
        self._wall_clock = wall_clock
        self._jitter = jitter

    async def generate(
        self, request: GenerateRequest, *, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """Send one request; with `on_text`, stream and call it with each piece of text.

        Raise the RelayError of the relay that ended it, or AllRelaysDown where they differ or
        none was asked. An error may have been billed if any attempt before it may.
        """
        errand = _Errand(request, on_text, self._clock())
        failures: dict[str, RelayError] = {}
        for index, lane in enumerate(self._lanes):
            if lane.wait(request.model.id) > 0:
                continue
            try:
                with lane.judged(request.model.id):
                    reply = await self._ask(lane, errand, others=self._lanes[index + 1 :])
            except RelayError as error:
                if errand.is_heard or not is_free(
                    error, took=errand.took, faults=errand.faults, rules=self._rules
                ):
                    raise
                failures[lane.name] = error
            else:
                return replace(reply, relay=lane.name) if index else reply
        raise self._all_failed(errand, failures)

    async def _ask(self, lane: _Lane, errand: _Errand, *, others: Sequence[_Lane]) -> Reply:
        """Ask one relay, and again as the rules allow."""
        attempt = 0
        while True:
            attempt += 1
            started = self._clock()
            try:
                return await lane.relay.generate(errand.request, on_text=errand.on_text)
            except RelayError as error:
                now = self._clock()
                errand.note(error, now - started)
                delay = delay_before_retry(
                    error,
                    attempt=attempt,
                    took=errand.took,
                    faults=errand.faults,
                    spent=now - errand.began,
                    rules=self._rules,
                    jitter=self._jitter,
                )
                # A fault is repeated once and no more; another relay makes better use of that.
                moves_on = isinstance(error, RelayFault) and any(
                    other.wait(errand.request.model.id) == 0 for other in others
                )
                if delay is None or moves_on or errand.is_heard:
                    raise
            log.info("relay %s: asked again in %.1f s", lane.name, delay)
            await self._sleep(delay)

    def _all_failed(self, errand: _Errand, failures: dict[str, RelayError]) -> RelayError:
        """Return the relays' own error where they agree, else one that says when to come back."""
        model_id = errand.request.model.id
        wait = min(
            max(lane.wait(model_id), _asked_wait(failures.get(lane.name)))
            or self._rules.longest_delay
            for lane in self._lanes
        )
        kinds = {type(error) for error in failures.values()}
        if len(failures) == len(self._lanes) and len(kinds) == 1:
            error = next(iter(failures.values()))
            if isinstance(error, RelayBusy):
                error.retry_after = wait
        else:
            error = AllRelaysDown(
                ", ".join(
                    f"{lane.name}: {type(failures[lane.name]).__name__}"
                    if lane.name in failures
                    else f"{lane.name}: not asked"
                    for lane in self._lanes
                ),
                retry=math.ceil(self._wall_clock() + wait),
            )
        errand.mark(error)
        return error


def _asked_wait(error: RelayError | None) -> float:
    return (error.retry_after or 0.0) if isinstance(error, RelayBusy) else 0.0
