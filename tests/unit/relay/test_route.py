import asyncio
import logging

import pytest
from aiohttp import web

from bot.domain.attempts import Attempts, Waiting
from bot.domain.errors import (
    AllRelaysDown,
    Billing,
    Gone,
    KeyRejected,
    MemoryRejected,
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
    Stopped,
)
from bot.domain.request import Fit
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.relay.route import NamedRelay, RelayRoute
from tests.unit.relay.scripts import (
    NOW,
    OF_THE_FIRST,
    REPLY,
    Clock,
    ScriptedRelay,
    early_fault,
    failure,
    route,
)
from tests.unit.relay.support import Shelf, ask, serving

# One relay


async def test_the_first_relay_is_named_and_is_nobodys_stand_in(clock: Clock) -> None:
    """An answer says whose prices hold; of the operator's first choice nothing is told."""
    assert await route(clock, ScriptedRelay(clock, REPLY)).generate(*ask()) == OF_THE_FIRST


async def test_a_refused_request_is_repeated_after_what_was_asked_for(clock: Clock) -> None:
    """Busy twice and then not: the answer comes, after both waits."""
    relay = ScriptedRelay(clock, RelayBusy(retry_after=7.0), RelayBusy(), REPLY)
    assert await route(clock, relay).generate(*ask()) == OF_THE_FIRST
    assert clock.slept == [7.0, 2.0]


async def test_repeats_end(clock: Clock) -> None:
    """After two repeats the error is told, with when it is worth trying again."""
    relay = ScriptedRelay(clock, RelayBusy(), RelayBusy(), RelayBusy(retry_after=20.0))
    error = await failure(route(clock, relay))
    assert isinstance(error, RelayBusy)
    assert (relay.asked, error.retry_after) == (3, 20.0)


async def test_a_busy_relay_that_does_not_say_when_gets_a_minute(clock: Clock) -> None:
    """The error always says how long to wait; members read a moment only if the relay named one."""
    error = await failure(route(clock, ScriptedRelay(clock, *(RelayBusy() for _ in range(3)))))
    assert isinstance(error, RelayBusy)
    assert error.retry_after == 60.0
    assert error.message_key == "error-relay-busy"


async def test_the_patience_holds_over_all_attempts(clock: Clock) -> None:
    """Time in which nobody is at work counts, and no other."""
    script = [RelayBusy(retry_after=60.0), 500.0, RelayBusy(retry_after=31.0)]
    await failure(route(clock, ScriptedRelay(clock, *script)))
    assert clock.slept == [60.0]


async def test_an_early_fault_is_repeated_once(clock: Clock) -> None:
    """A fault that came at once is repeated; the second one ends it."""
    relay = ScriptedRelay(clock, early_fault(), early_fault())
    assert isinstance(await failure(route(clock, relay)), RelayFault)
    assert relay.asked == 2


async def test_a_late_fault_ends_it(clock: Clock) -> None:
    """A fault that came late enough for a picture is neither repeated nor passed on."""
    one, two = ScriptedRelay(clock, RelayFault()), ScriptedRelay(clock)
    assert isinstance(await failure(route(clock, one, two)), RelayFault)
    assert (one.asked, two.asked) == (1, 0)


@pytest.mark.parametrize("last", [RelayBusy(), RelayUnreachable(), MemoryRejected()])
async def test_a_bill_that_was_possible_stays_possible(clock: Clock, last: RelayError) -> None:
    """What ends a request after a fault is not free, though it would be by itself."""
    relay = ScriptedRelay(clock, early_fault(), last)
    error = await failure(route(clock, relay))
    assert type(error) is type(last)
    assert error.billing is Billing.POSSIBLE


async def test_it_is_told_that_nobody_is_at_work(clock: Clock) -> None:
    """A wait is told when it begins, with when it ends, and when it is over."""
    told: list[Waiting | None] = []
    relay = ScriptedRelay(clock, RelayBusy(retry_after=7.0), REPLY)
    await route(clock, relay).generate(*ask(attempts=Attempts(on_wait=told.append)))
    assert told == [Waiting(until=NOW + 7, sent=1, most=5), None]


async def test_a_wait_is_ended_by_who_does_not_want_it_any_more(clock: Clock) -> None:
    """Stopped while nobody is at work: nothing more is sent, and nothing was billed."""
    attempts = Attempts(on_wait=lambda _: attempts.stop.set())
    relay = ScriptedRelay(clock, RelayBusy(retry_after=7.0))
    error = await failure(route(clock, relay), attempts=attempts)
    assert isinstance(error, Stopped)
    assert (relay.asked, error.billing) == (1, Billing.NONE)


@pytest.mark.parametrize("is_stopped", [True, False])
async def test_a_wait_leaves_nothing_at_work(*, is_stopped: bool) -> None:
    """However a wait ends, nothing that waited goes on: not for the time, not for a stop."""
    asleep = asyncio.Event()
    attempts = Attempts(on_wait=lambda _: (attempts.stop if is_stopped else asleep).set())

    class Nights(Clock):
        async def sleep(self, seconds: float) -> None:
            await asleep.wait()

    clock = Nights()
    relay = ScriptedRelay(clock, RelayBusy(retry_after=7.0), Refused("SAFETY"))
    await failure(route(clock, relay), attempts=attempts)
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_what_is_stopped_before_it_is_sent_costs_nothing(clock: Clock) -> None:
    """A request that nobody wants any more when its turn comes is not sent at all."""
    attempts = Attempts()
    attempts.stop.set()
    relay = ScriptedRelay(clock)
    error = await failure(route(clock, relay), attempts=attempts)
    assert isinstance(error, Stopped)
    assert (relay.asked, error.billing) == (0, Billing.NONE)


async def test_requests_are_counted_over_relays_and_models(clock: Clock) -> None:
    """The sixth request is not sent, whoever would get it; the first failure is told."""
    attempts = Attempts()
    one, two = (ScriptedRelay(clock, *(RelayBusy() for _ in range(3))) for _ in range(2))
    error = await failure(route(clock, one, two), attempts=attempts)
    assert isinstance(error, RelayBusy)
    assert (one.asked, two.asked) == (3, 2)
    assert not attempts.may_go_on


async def test_patience_is_counted_over_relays_and_models(clock: Clock) -> None:
    """What one wait took is not there for another; the wait that doesn't fit is told."""
    attempts = Attempts(patience=45.0)
    relay = ScriptedRelay(clock, RelayBusy(retry_after=40.0), RelayBusy(retry_after=6.0))
    error = await failure(route(clock, relay), attempts=attempts)
    assert clock.slept == [40.0]
    assert error.message_key == "error-relay-busy-until"
    assert error.values == {"retry": NOW + 6}


@pytest.mark.parametrize(
    "error", [RequestRejected(), RelayTimeout(), ReplyEmpty(), Refused("SAFETY")]
)
async def test_a_stand_ins_error_takes_nobodys_place(clock: Clock, error: RelayError) -> None:
    """What the second relay fails with is not told, but for what it may have cost."""
    one = ScriptedRelay(clock, RelayBusy(retry_after=99.0))
    told = await failure(route(clock, one, ScriptedRelay(clock, error)))
    assert isinstance(told, RelayBusy)
    assert told.values == {"retry": NOW + 99}
    assert told.billing is error.billing


@pytest.mark.parametrize("error", [MemoryRejected(), Stopped()])
async def test_a_stand_ins_error_that_is_acted_on_is_passed_on(
    clock: Clock, error: RelayError
) -> None:
    """A rebuilt request answers the one, the other was wanted: neither is read as a failure."""
    one, two = ScriptedRelay(clock, KeyRejected()), ScriptedRelay(clock, error)
    assert await failure(route(clock, one, two)) is error


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
        [early_fault()],
    ],
)
async def test_what_costs_nothing_goes_to_the_next_relay(
    clock: Clock, script: list[Exception]
) -> None:
    """The next relay answers, and the answer names it."""
    one, two = ScriptedRelay(clock, *script), ScriptedRelay(clock, REPLY)
    reply = await route(clock, one, two).generate(*ask())
    assert (reply.relay, reply.is_elsewhere) == ("two", True)
    assert reply.parts == REPLY.parts
    assert not one.script


@pytest.mark.parametrize(
    "error",
    [
        RelayTimeout(),
        Refused("SAFETY"),
        RequestRejected(),
        MemoryRejected(),
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
    relays = [ScriptedRelay(clock, early_fault()) for _ in range(3)]
    error = await failure(route(clock, *relays))
    assert isinstance(error, RelayFault)
    assert [relay.asked for relay in relays] == [1, 1, 0]


@pytest.mark.parametrize("error", [RelayBusy(), RelayUnreachable(), KeyRejected(), RelayFault()])
async def test_nobody_hears_two_answers(clock: Clock, error: RelayError) -> None:
    """After text was streamed out, no failure is repeated or passed on, and it may have cost."""
    one, two = ScriptedRelay(clock, "a f", error), ScriptedRelay(clock)
    heard: list[str] = []
    with pytest.raises(type(error)):
        await route(clock, one, two).generate(*ask(on_text=heard.append))
    assert (heard, one.asked, two.asked) == (["a f"], 1, 0)
    assert error.billing is Billing.POSSIBLE


async def test_the_next_relay_streams_too(clock: Clock) -> None:
    """Text is heard from whoever answers."""
    one, two = ScriptedRelay(clock, KeyRejected()), ScriptedRelay(clock, "a ", "fox", REPLY)
    heard: list[str] = []
    await route(clock, one, two).generate(*ask(on_text=heard.append))
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


async def test_that_all_are_down_is_not_free_after_an_early_fault(clock: Clock) -> None:
    """What one of them may have billed is told of all, and bars another model."""
    one, two = ScriptedRelay(clock, KeyRejected()), ScriptedRelay(clock, early_fault())
    error = await failure(route(clock, one, two), attempts=Attempts(patience=0.0))
    assert isinstance(error, AllRelaysDown)
    assert error.billing is Billing.POSSIBLE


async def test_an_error_of_ours_is_nobodys_fault(clock: Clock) -> None:
    """A stored picture that is missing ends the request, and blames no relay."""
    one, two = ScriptedRelay(clock, *(Gone() for _ in range(4)), REPLY), ScriptedRelay(clock)
    relays = route(clock, one, two)
    for _ in range(4):
        with pytest.raises(Gone):
            await relays.generate(*ask())
    assert await relays.generate(*ask()) == OF_THE_FIRST


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

    async with serving(busy) as first, serving(good) as second, relay_session() as session:

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
        reply = await relays.generate(*ask())
    assert (reply.relay, reply.parts[0].text) == ("two", "a fox")
    assert seen == ["Bearer key-1"] * 3 + ["Bearer key-2"]
    assert clock.slept == [3.0, 3.0]
    assert "key-" not in caplog.text


def test_what_fits_is_the_same_for_all_relays(clock: Clock) -> None:
    """The first one tells it, whether or not it can be asked, and no other."""

    class Silent(ScriptedRelay):
        def fit(self, *_: object, budget: int) -> Fit:
            raise AssertionError(budget)

    asking = ask()
    relays = route(clock, ScriptedRelay(clock), Silent(clock), Silent(clock))
    assert relays.fit(asking.model, asking.path, asking.asked, budget=1).is_too_large
