"""What tests of the route share: a clock, relays that follow a script, and a route over them."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.domain.attempts import Attempts
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.errors import Billing, RelayError, RelayFault
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import Fit, GenerationOptions, Reply
from bot.relay.breaker import BreakerRules
from bot.relay.gemini.contents import fit
from bot.relay.route import NamedRelay, RelayRoute
from tests.unit.relay.support import Asking, ask

NOW = 1_800_000_000.0
REPLY = Reply((Part(text="a fox"),))
OF_THE_FIRST = Reply((Part(text="a fox"),), relay="one")
RULES = BreakerRules(failures=3, first_pause=10.0, longest_pause=35.0)
OTHER = ModelProfile("other", ModelKind.IMAGE)


class Clock:
    """Show a time that passes only when it is told to; to sleep is to move it."""

    def __init__(self) -> None:
        self.time = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)


class ScriptedRelay:
    """Answer each request with the next thing of a script; a number first lets time pass."""

    def __init__(self, clock: Clock, *script: Reply | Exception | float | str) -> None:
        self.script = list(script)
        self.asked = 0
        self._clock = clock

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        return fit(path, asked, model, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        self.asked += 1
        while True:
            step = self.script.pop(0)
            if isinstance(step, float):
                self._clock.time += step
            elif isinstance(step, str):
                assert options.on_text
                options.on_text(step)
            elif isinstance(step, Exception):
                raise step
            else:
                return step


def route(clock: Clock, *relays: ScriptedRelay) -> RelayRoute:
    """Return a route over relays called one, two, three, whose jitter is a half."""
    return RelayRoute(
        [
            NamedRelay(name, relay)
            for name, relay in zip(("one", "two", "three"), relays, strict=False)
        ],
        breakers=RULES,
        sleep=clock.sleep,
        clock=clock,
        wall_clock=lambda: NOW,
        jitter=lambda: 0.5,
    )


def early_fault() -> RelayFault:
    """Return a fault that came too soon for a picture."""
    error = RelayFault()
    error.billing = Billing.UNLIKELY
    return error


async def failure(
    route: RelayRoute, request: Asking | None = None, attempts: Attempts | None = None
) -> RelayError:
    """Return the error that a request ends with."""
    with pytest.raises(RelayError) as caught:
        await route.generate(*(request or ask(attempts=attempts or Attempts())))
    return caught.value
