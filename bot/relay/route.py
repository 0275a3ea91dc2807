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

from bot.domain.attempts import Attempts
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.errors import (
    AllRelaysDown,
    ConnectionBroke,
    KeyRejected,
    MemoryRejected,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
    Stopped,
)
from bot.domain.model import ModelProfile
from bot.domain.request import Fit, GenerationOptions, Reply
from bot.relay.breaker import Breaker, BreakerRules
from bot.relay.retry import RetryRules, another_relay_may_help, delay_before_retry

log = logging.getLogger(__name__)

_OF_ITS_ACCOUNT = (KeyRejected, RelayBalanceUsedUp)
_OF_ITS_MODEL = (
    ConnectionBroke,
    RelayBusy,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
)


class Answering(Protocol):
    """Answer requests, as one relay does."""

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes."""
        ...

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask one model to answer to this; end it when `options.attempts.stop` is set.

        Raise a RelayError whose `billing` says what is known of the bill.
        """
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
            raise
        except _OF_ITS_MODEL as error:
            model.failed(was_probe=model_probe, asked_wait=_asked_wait(error))
            raise
        except Stopped:
            # Whoever ended it says nothing of the relay.
            raise
        except RelayError:
            # It refused, found the request wrong, or lacks the model: those are answers too.
            account.answered()
            model.answered()
            raise
        else:
            account.answered()
            model.answered()
        finally:
            account.left(was_probe=account_probe)
            model.left(was_probe=model_probe)

    def _model(self, model_id: str) -> Breaker:
        # Only models that are configured get this far, which bounds the table.
        if model_id not in self._models:
            name = f"{self.name}, model {model_id}"
            self._models[model_id] = Breaker(name, self._rules, self._clock)
        return self._models[model_id]


class _RoutedRequest:
    """One request on its way along the relays."""

    def __init__(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> None:
        self.model_id = model.id
        self.attempts = options.attempts
        self.failures: dict[str, RelayError] = {}
        if options.on_text:
            options = replace(options, on_text=self._noticed(options.on_text))
        self._asking = (model, path, asked, options)

    async def send(self, relay: Answering) -> Reply:
        """Send it to one relay."""
        return await relay.generate(*self._asking)

    def _noticed(self, on_text: Callable[[str], None]) -> Callable[[str], None]:
        def hear(text: str) -> None:
            self.attempts.heard()
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
        self._wall_clock = wall_clock
        self._jitter = jitter

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes, of any relay."""
        return self._lanes[0].relay.fit(model, path, asked, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask one model to answer to this, wherever it is to be had.

        Raise the RelayError of the first relay, or AllRelaysDown where they differ or none was
        asked. An error may have been billed if any attempt before it may.
        """
        routed = _RoutedRequest(model, path, asked, options)
        for index, lane in enumerate(self._lanes):
            if lane.wait(model.id) > 0:
                continue
            try:
                with lane.judged(model.id):
                    reply = await self._ask(lane, routed, others=self._lanes[index + 1 :])
            except RelayError as error:
                if not (another_relay_may_help(error) and routed.attempts.may_go_on):
                    raise self._first(routed, error) from None
                routed.failures[lane.name] = error
            else:
                return replace(reply, relay=lane.name, is_elsewhere=index > 0)
        raise self._all_failed(routed)

    async def _ask(self, lane: _Lane, routed: _RoutedRequest, *, others: Sequence[_Lane]) -> Reply:
        """Ask one relay, and again as the rules allow."""
        attempts = routed.attempts
        attempt = 0
        while True:
            if attempts.stop.is_set():
                stopped = Stopped()
                stopped.billing = attempts.billing
                raise stopped
            attempt += 1
            attempts.begin()
            try:
                return await routed.send(lane.relay)
            except RelayError as error:
                attempts.failed(error)
                delay = delay_before_retry(
                    error,
                    attempt=attempt,
                    patience=attempts.patience,
                    rules=self._rules,
                    jitter=self._jitter,
                )
                # A fault is repeated once and no more; another relay makes better use of that.
                moves_on = isinstance(error, RelayFault) and any(
                    other.wait(routed.model_id) == 0 for other in others
                )
                if delay is None or moves_on or not attempts.may_go_on:
                    raise
            log.info("relay %s: asked again in %.1f s", lane.name, delay)
            await self._wait(attempts, delay)

    async def _wait(self, attempts: Attempts, seconds: float) -> None:
        """Wait before a request is sent again, unless nobody wants it any more."""
        attempts.wait(seconds, self._wall_clock() + seconds)
        sleeping = asyncio.ensure_future(self._sleep(seconds))
        stopping = asyncio.ensure_future(attempts.stop.wait())
        try:
            await asyncio.wait({sleeping, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            stopping.cancel()
            attempts.go_on()

    def _first(self, routed: _RoutedRequest, error: RelayError) -> RelayError:
        """Return what the request ends with: a stand-in's own error takes nobody's place.

        Two are not for members: a signature that is refused is answered with another request, and
        who stopped it knows why it ended.
        """
        if not isinstance(error, MemoryRejected | Stopped):
            first = next(iter(routed.failures.values()), error)
            first.billing, error = error.billing, first
        if isinstance(error, RelayBusy) and error.retry_after is not None:
            error.until(math.ceil(self._wall_clock() + error.retry_after))
        return error

    def _all_failed(self, routed: _RoutedRequest) -> RelayError:
        """Return the relays' own error where they agree, else one that says when to come back."""
        model_id, failures = routed.model_id, routed.failures
        asked = {lane.name: _asked_wait(failures.get(lane.name)) for lane in self._lanes}
        wait = min(
            max(lane.wait(model_id), asked[lane.name]) or self._rules.longest_delay
            for lane in self._lanes
        )
        kinds = {type(error) for error in failures.values()}
        if len(failures) == len(self._lanes) and len(kinds) == 1:
            error = next(iter(failures.values()))
            if isinstance(error, RelayBusy):
                error.retry_after = wait
                if any(asked.values()):
                    error.until(math.ceil(self._wall_clock() + wait))
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
        routed.attempts.failed(error)
        return error


def _asked_wait(error: RelayError | None) -> float:
    return (error.retry_after or 0.0) if isinstance(error, RelayBusy) else 0.0
