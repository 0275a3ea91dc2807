import asyncio
import logging
from collections.abc import Callable

import aiohttp
import pytest
from aiohttp import web

from bot.domain.content import Part
from bot.domain.errors import (
    AllRelaysDown,
    Billing,
    Gone,
    KeyRejected,
    ModelUnavailable,
    Refused,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyEmpty,
    ReplyUnreadable,
    RequestRejected,
    SignatureRejected,
)
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import GenerateRequest, Reply
from bot.relay.client import RelayClient
from bot.relay.route import Breaker, BreakerRules, NamedRelay, RelayRoute
from tests.unit.relay.support import Shelf, ask, serving

NOW = 1_800_000_000.0
REPLY = Reply((Part(text="a fox"),))
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

    async def generate(
        self, request: GenerateRequest, *, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        self.asked += 1
        while True:
            step = self.script.pop(0)
            if isinstance(step, float):
                self._clock.time += step
            elif isinstance(step, str):
                assert on_text
                on_text(step)
            elif isinstance(step, Exception):
                raise step
            else:
                return step


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still."""
    return Clock()


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


async def failure(route: RelayRoute, request: GenerateRequest | None = None) -> RelayError:
    """Return the error that a request ends with."""
    with pytest.raises(RelayError) as caught:
        await route.generate(request or ask())
    return caught.value


# One relay


async def test_the_first_relay_needs_no_name(clock: Clock) -> None:
    """An answer of the operator's first choice is passed on as it is."""
    assert await route(clock, ScriptedRelay(clock, REPLY)).generate(ask()) is REPLY


async def test_a_refused_request_is_repeated_after_what_was_asked_for(clock: Clock) -> None:
    """Busy twice and then not: the answer comes, after both waits."""
    relay = ScriptedRelay(clock, RelayBusy(retry_after=7.0), RelayBusy(), REPLY)
    assert await route(clock, relay).generate(ask()) is REPLY
    assert clock.slept == [7.0, 2.0]


async def test_repeats_end(clock: Clock) -> None:
    """After two repeats the error is told, with when it is worth trying again."""
    relay = ScriptedRelay(clock, RelayBusy(), RelayBusy(), RelayBusy(retry_after=20.0))
    error = await failure(route(clock, relay))
    assert isinstance(error, RelayBusy)
    assert (relay.asked, error.retry_after) == (3, 20.0)


async def test_a_busy_relay_that_does_not_say_when_gets_a_minute(clock: Clock) -> None:
    """The error always says when it is worth trying again."""
    error = await failure(route(clock, ScriptedRelay(clock, *(RelayBusy() for _ in range(3)))))
    assert isinstance(error, RelayBusy)
    assert error.retry_after == 60.0


async def test_the_budget_holds_over_all_attempts(clock: Clock) -> None:
    """Time spent waiting for an answer counts, so that nobody waits for long in all."""
    relay = ScriptedRelay(clock, 50.0, RelayBusy(retry_after=30.0), 5.0, RelayBusy(retry_after=6.0))
    await failure(route(clock, relay))
    assert clock.slept == [30.0]


async def test_an_early_fault_is_repeated_once(clock: Clock) -> None:
    """A fault that came at once is repeated; the second one ends it."""
    relay = ScriptedRelay(clock, 1.0, RelayFault(), 1.0, RelayFault())
    assert isinstance(await failure(route(clock, relay)), RelayFault)
    assert relay.asked == 2


async def test_a_late_fault_ends_it(clock: Clock) -> None:
    """A fault that came late enough for a picture is neither repeated nor passed on."""
    one, two = ScriptedRelay(clock, 5.5, RelayFault()), ScriptedRelay(clock)
    assert isinstance(await failure(route(clock, one, two)), RelayFault)
    assert (one.asked, two.asked) == (1, 0)


@pytest.mark.parametrize("last", [RelayBusy(), RelayUnreachable(), SignatureRejected()])
async def test_a_bill_that_was_possible_stays_possible(clock: Clock, last: RelayError) -> None:
    """What ends a request after a fault is not free, though it would be by itself."""
    relay = ScriptedRelay(clock, RelayFault(), last, last, last)
    error = await failure(route(clock, relay))
    assert type(error) is type(last)
    assert error.billing is Billing.POSSIBLE


# Several relays


@pytest.mark.parametrize(
    "script",
    [
        [RelayUnreachable(), RelayUnreachable(), RelayUnreachable()],
        [RelayBusy(), RelayBusy(), RelayBusy()],
        [RelayBusy(retry_after=600.0)],
        [KeyRejected()],
        [RelayBalanceUsedUp()],
        [ModelUnavailable()],
        [RelayFault()],
    ],
)
async def test_what_costs_nothing_goes_to_the_next_relay(
    clock: Clock, script: list[Exception]
) -> None:
    """The next relay answers, and the answer names it."""
    one, two = ScriptedRelay(clock, *script), ScriptedRelay(clock, REPLY)
    reply = await route(clock, one, two).generate(ask())
    assert reply.relay == "two"
    assert reply.parts == REPLY.parts
    assert not one.script


@pytest.mark.parametrize(
    "error",
    [
        RelayTimeout(),
        Refused("SAFETY"),
        RequestRejected(),
        SignatureRejected(),
        ReplyEmpty(),
        ReplyUnreadable(),
    ],
)
async def test_what_was_taken_does_not_go_to_the_next_relay(
    clock: Clock, error: RelayError
) -> None:
    """Whoever took the request has the last word."""
    two = ScriptedRelay(clock)
    assert await failure(route(clock, ScriptedRelay(clock, error), two)) is error
    assert two.asked == 0


async def test_a_fault_is_repeated_once_among_all_relays(clock: Clock) -> None:
    """The one repeat goes to the next relay, and a fault there is the end."""
    relays = [ScriptedRelay(clock, RelayFault()) for _ in range(3)]
    error = await failure(route(clock, *relays))
    assert isinstance(error, RelayFault)
    assert [relay.asked for relay in relays] == [1, 1, 0]


@pytest.mark.parametrize("error", [RelayBusy(), RelayUnreachable(), KeyRejected(), RelayFault()])
async def test_nobody_hears_two_answers(clock: Clock, error: RelayError) -> None:
    """After text was streamed out, no failure is repeated or passed on, and it may have cost."""
    one, two = ScriptedRelay(clock, "a f", error), ScriptedRelay(clock)
    heard: list[str] = []
    with pytest.raises(type(error)):
        await route(clock, one, two).generate(ask(), on_text=heard.append)
    assert (heard, one.asked, two.asked) == (["a f"], 1, 0)
    assert error.billing is Billing.POSSIBLE


async def test_the_next_relay_streams_too(clock: Clock) -> None:
    """Text is heard from whoever answers."""
    one, two = ScriptedRelay(clock, KeyRejected()), ScriptedRelay(clock, "a ", "fox", REPLY)
    heard: list[str] = []
    await route(clock, one, two).generate(ask(), on_text=heard.append)
    assert heard == ["a ", "fox"]


async def test_relays_that_agree_are_believed(clock: Clock) -> None:
    """Where all lack the model, that is what is told, for another model to be tried."""
    relays = [ScriptedRelay(clock, ModelUnavailable()) for _ in range(2)]
    assert isinstance(await failure(route(clock, *relays)), ModelUnavailable)


async def test_the_relay_that_has_room_first_is_waited_for(clock: Clock) -> None:
    """Where all are busy, the shortest wait is told."""
    relays = [ScriptedRelay(clock, RelayBusy(retry_after=wait)) for wait in (500.0, 120.0)]
    error = await failure(route(clock, *relays))
    assert isinstance(error, RelayBusy)
    assert error.retry_after == 120.0


async def test_relays_that_fail_differently_are_all_down(clock: Clock) -> None:
    """One sentence says when to come back; the log learns who failed how."""
    one = ScriptedRelay(clock, KeyRejected())
    two = ScriptedRelay(clock, RelayBusy(retry_after=120.5))
    error = await failure(route(clock, one, two))
    assert isinstance(error, AllRelaysDown)
    assert error.billing is Billing.NONE
    assert error.values == {"retry": NOW + 60}
    assert error.detail == "one: KeyRejected, two: RelayBusy"


async def test_an_error_of_ours_is_nobodys_fault(clock: Clock) -> None:
    """A stored picture that is missing ends the request, and blames no relay."""
    one, two = ScriptedRelay(clock, *(Gone() for _ in range(4)), REPLY), ScriptedRelay(clock)
    relays = route(clock, one, two)
    for _ in range(4):
        with pytest.raises(Gone):
            await relays.generate(ask())
    assert await relays.generate(ask()) is REPLY


# Breakers of a route


async def test_a_relay_that_keeps_failing_is_passed_over(clock: Clock) -> None:
    """After three failures in a row it is not asked again until its pause is over."""
    one = ScriptedRelay(clock, *(RelayBusy(retry_after=99.0) for _ in range(3)), REPLY)
    two = ScriptedRelay(clock, *(REPLY for _ in range(4)))
    relays = route(clock, one, two)
    for _ in range(4):
        assert (await relays.generate(ask())).relay == "two"
    assert one.asked == 3
    clock.time += 35.0
    assert (await relays.generate(ask())).relay == ""


async def test_other_models_are_not_passed_over(clock: Clock) -> None:
    """What fails for one model may work for another."""
    one = ScriptedRelay(clock, *(RelayTimeout() for _ in range(3)), REPLY)
    relays = route(clock, one)
    for _ in range(3):
        await failure(relays)
    assert await relays.generate(ask(model=OTHER)) is REPLY


@pytest.mark.parametrize("kind", [KeyRejected, RelayBalanceUsedUp])
async def test_a_key_is_wrong_for_every_model(clock: Clock, kind: type[RelayError]) -> None:
    """A relay whose key or balance fails is passed over for all models."""
    one = ScriptedRelay(clock, kind(), kind(), kind())
    relays = route(clock, one)
    for _ in range(3):
        await failure(relays)
    error = await failure(relays, ask(model=OTHER))
    assert isinstance(error, AllRelaysDown)
    assert error.values == {"retry": NOW + 10}
    assert one.asked == 3


@pytest.mark.parametrize(
    "error", [Refused("SAFETY"), RequestRejected(), SignatureRejected(), ModelUnavailable()]
)
async def test_an_answer_that_nobody_likes_is_no_failure(clock: Clock, error: RelayError) -> None:
    """Refusals and wrong requests never make a relay be passed over."""
    one = ScriptedRelay(clock, *(error for _ in range(5)), REPLY)
    relays = route(clock, one)
    for _ in range(5):
        await failure(relays)
    assert await relays.generate(ask()) is REPLY


async def test_all_are_open_and_none_is_asked(clock: Clock) -> None:
    """Members learn at once when it is worth trying again."""
    one, two = (ScriptedRelay(clock, *(RelayTimeout() for _ in range(3))) for _ in range(2))
    relays = route(clock, one, two)
    for _ in range(3):
        await failure(relays)
    clock.time += 4.0
    for _ in range(3):
        await failure(relays)
    error = await failure(relays)
    assert isinstance(error, AllRelaysDown)
    assert error.values == {"retry": NOW + 6}
    assert error.detail == "one: not asked, two: not asked"


async def test_one_probe_at_a_time(clock: Clock) -> None:
    """While a probe is on its way, others go elsewhere; its success lets all back in."""
    reached, answer = asyncio.Event(), asyncio.Event()

    class Slow(ScriptedRelay):
        async def generate(self, request: GenerateRequest, **kept: object) -> Reply:
            reached.set()
            await answer.wait()
            return await super().generate(request)

    one = Slow(clock, *(RelayTimeout() for _ in range(3)), REPLY, REPLY)
    two = ScriptedRelay(clock, REPLY)
    relays = route(clock, one, two)
    answer.set()
    for _ in range(3):
        await failure(relays)
    clock.time += 10.0
    reached.clear()
    answer.clear()
    async with asyncio.TaskGroup() as tasks:
        probe = tasks.create_task(relays.generate(ask()))
        await reached.wait()
        assert (await relays.generate(ask())).relay == "two"
        answer.set()
    assert probe.result().relay == ""
    assert (await relays.generate(ask())).relay == ""


async def test_a_cancelled_probe_makes_room_for_another(clock: Clock) -> None:
    """A member who gives up does not keep a relay shut."""
    reached = asyncio.Event()

    class Hanging(ScriptedRelay):
        async def generate(self, request: GenerateRequest, **kept: object) -> Reply:
            if not self.script:
                reached.set()
                await asyncio.Event().wait()
            return await super().generate(request)

    one = Hanging(clock, *(RelayTimeout() for _ in range(3)))
    relays = route(clock, one)
    for _ in range(3):
        await failure(relays)
    clock.time += 10.0
    probe = asyncio.create_task(relays.generate(ask()))
    await reached.wait()
    probe.cancel()
    with pytest.raises(asyncio.CancelledError):
        await probe
    one.script.append(REPLY)
    assert await relays.generate(ask()) is REPLY


# A breaker by itself


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
    found.failed(was_probe=False)
    assert found.wait == 0.0


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


def test_a_pause_is_as_long_as_the_relay_asks(clock: Clock) -> None:
    """A wait that was asked for is kept, up to the cap."""
    for asked, wait in ((5.0, 10.0), (25.0, 25.0), (900.0, 35.0)):
        found = breaker(clock, failures=2)
        found.failed(was_probe=False, asked_wait=asked)
        assert found.wait == wait


def test_latecomers_do_not_lengthen_the_pause(clock: Clock) -> None:
    """What was sent before it opened, and fails after, says nothing new."""
    found = breaker(clock, failures=3)
    clock.time += 4.0
    found.failed(was_probe=False)
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
    clock.time += 10.0
    assert found.wait == 0.0
    assert found.enter()
    assert found.wait == 10.0
    found.left(was_probe=False)
    assert found.wait == 10.0
    found.left(was_probe=True)
    assert found.wait == 0.0


def test_each_change_of_state_is_one_line(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    """The operator reads when a relay was given up, tried, and taken back."""
    caplog.set_level(logging.INFO, logger="bot.relay.route")
    found = breaker(clock, failures=3)
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


# Over the wire


async def test_a_second_relay_steps_in_over_the_wire(
    shelf: Shelf, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """With real relays: one that is busy twice and then gone for good, one that answers."""
    caplog.set_level(logging.DEBUG)
    seen: list[str] = []

    async def busy(request: web.Request) -> web.Response:
        await request.read()
        seen.append(request.headers["Authorization"])
        return web.json_response({"error": {"message": "Please retry in 3s."}}, status=429)

    async def good(request: web.Request) -> web.Response:
        await request.read()
        seen.append(request.headers["Authorization"])
        parts = [{"text": "a fox"}]
        return web.json_response(
            {"candidates": [{"content": {"parts": parts}, "finishReason": "STOP"}]}
        )

    async with serving(busy) as first, serving(good) as second, aiohttp.ClientSession() as session:

        def client(url: str, key: str) -> RelayClient:
            return RelayClient(
                session,
                url,
                key,
                open_spool=shelf.open_spool,
                blob_path=shelf.path,
                examine=shelf.examine,
            )

        relays = RelayRoute(
            [NamedRelay("one", client(first, "key-1")), NamedRelay("two", client(second, "key-2"))],
            sleep=clock.sleep,
        )
        reply = await relays.generate(ask())
    assert (reply.relay, reply.parts[0].text) == ("two", "a fox")
    assert seen == ["Bearer key-1"] * 3 + ["Bearer key-2"]
    assert clock.slept == [3.0, 3.0]
    assert "key-" not in caplog.text
