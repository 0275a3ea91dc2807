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
from bot.relay.breaker import Breaker, BreakerRules
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
