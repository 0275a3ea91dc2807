import asyncio
from contextlib import suppress
from typing import Any

import pytest

from bot.domain.errors import (
    AllRelaysDown,
    ConnectionBroke,
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
    ReplyUnreadable,
    RequestRejected,
    Stopped,
)
from bot.domain.request import Reply
from tests.unit.relay.scripts import (
    NOW,
    OF_THE_FIRST,
    OTHER,
    REPLY,
    Clock,
    ScriptedRelay,
    failure,
    route,
)
from tests.unit.relay.support import ask


async def test_a_relay_that_keeps_failing_is_passed_over(clock: Clock) -> None:
    """After three failures in a row it is not asked again until its pause is over."""
    one = ScriptedRelay(clock, *(RelayBusy(retry_after=99.0) for _ in range(3)), REPLY)
    two = ScriptedRelay(clock, *(REPLY for _ in range(5)))
    relays = route(clock, one, two)
    for _ in range(4):
        assert (await relays.generate(*ask())).relay == "two"
    assert one.asked == 3
    clock.time += 34.5
    assert (await relays.generate(*ask())).relay == "two"
    clock.time += 0.5
    assert (await relays.generate(*ask())).relay == "one"


@pytest.mark.parametrize(
    "kind",
    [ConnectionBroke, RelayBusy, RelayFault, RelayTimeout, RelayUnreachable, ReplyUnreadable],
)
async def test_whatever_it_fails_with_a_relay_is_passed_over(
    clock: Clock, kind: type[RelayError]
) -> None:
    """Each failure that may be otherwise with another relay counts, once for each request."""
    relays = route(clock, ScriptedRelay(clock, *(kind() for _ in range(9))))
    assert [type(await failure(relays)) for _ in range(4)] == [kind, kind, kind, AllRelaysDown]


@pytest.mark.parametrize("kind", [KeyRejected, RelayTimeout])
@pytest.mark.parametrize("answer", [REPLY, Refused("SAFETY")])
async def test_only_failures_in_a_row_count(
    clock: Clock, kind: type[RelayError], answer: Reply | RelayError
) -> None:
    """An answer begins the count anew, whether or not anybody likes it."""
    script = [kind(), kind(), answer, kind(), kind(), REPLY]
    relays = route(clock, ScriptedRelay(clock, *script))
    for _ in script[:-1]:
        with suppress(RelayError):
            await relays.generate(*ask())
    assert await relays.generate(*ask()) == OF_THE_FIRST


async def test_a_stop_says_nothing_of_a_relay(clock: Clock) -> None:
    """What its member ended is neither a failure nor an answer that begins the count anew."""
    script = [RelayTimeout(), Stopped(), RelayTimeout(), Stopped(), RelayTimeout()]
    relays = route(clock, ScriptedRelay(clock, *script))
    for error in script:
        assert await failure(relays) is error
    assert isinstance(await failure(relays), AllRelaysDown)


async def test_other_models_are_not_passed_over(clock: Clock) -> None:
    """What fails for one model may work for another."""
    one = ScriptedRelay(clock, *(RelayTimeout() for _ in range(3)), REPLY)
    relays = route(clock, one)
    for _ in range(3):
        await failure(relays)
    assert await relays.generate(*ask(model=OTHER)) == OF_THE_FIRST


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
    "error", [Refused("SAFETY"), RequestRejected(), MemoryRejected(), ModelUnavailable()]
)
async def test_an_answer_that_nobody_likes_is_no_failure(clock: Clock, error: RelayError) -> None:
    """Refusals and wrong requests never make a relay be passed over."""
    one = ScriptedRelay(clock, *(error for _ in range(5)), REPLY)
    relays = route(clock, one)
    for _ in range(5):
        await failure(relays)
    assert await relays.generate(*ask()) == OF_THE_FIRST


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
        async def generate(self, *asking: Any) -> Reply:
            reached.set()
            await answer.wait()
            return await super().generate(*asking)

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
        probe = tasks.create_task(relays.generate(*ask()))
        await reached.wait()
        assert (await relays.generate(*ask())).relay == "two"
        answer.set()
    assert probe.result().relay == "one"
    assert (await relays.generate(*ask())).relay == "one"


@pytest.mark.parametrize("kind", [KeyRejected, RelayTimeout])
async def test_a_cancelled_probe_makes_room_for_another(
    clock: Clock, kind: type[RelayError]
) -> None:
    """A member who gives up does not keep a relay shut."""
    reached = asyncio.Event()

    class Hanging(ScriptedRelay):
        async def generate(self, *asking: Any) -> Reply:
            if not self.script:
                reached.set()
                await asyncio.Event().wait()
            return await super().generate(*asking)

    one = Hanging(clock, *(kind() for _ in range(3)))
    relays = route(clock, one)
    for _ in range(3):
        await failure(relays)
    clock.time += 10.0
    probe = asyncio.create_task(relays.generate(*ask()))
    await reached.wait()
    probe.cancel()
    with pytest.raises(asyncio.CancelledError):
        await probe
    one.script.append(REPLY)
    assert await relays.generate(*ask()) == OF_THE_FIRST
