import asyncio
import random
from collections.abc import Callable
from contextlib import AsyncExitStack

import pytest

from bot.domain.errors import QueueFull, Restarting, TooManyAtOnce
from bot.services.admission import Admission, Lines
from tests.contract.builders import TERMS


async def settle() -> None:
    """Let everything happen that can happen now."""
    for _ in range(5):
        await asyncio.sleep(0)


class Visitor:
    """Hold a slot, or wait for one, until told to leave."""

    def __init__(
        self,
        admission: Admission,
        guild_id: int | None = None,
        author_id: int | None = None,
        on_place: Callable[[int], None] | None = None,
    ) -> None:
        self.places: list[int] = []
        self.is_in = False
        self.leaving = asyncio.Event()
        slot = admission.slot(
            guild_id=guild_id,
            author_id=author_id,
            on_place=on_place or self.places.append,
        )

        async def stay() -> None:
            async with slot:
                self.is_in = True
                await self.leaving.wait()
            self.is_in = False

        self.task = asyncio.create_task(stay())

    async def leave(self) -> None:
        self.leaving.set()
        await self.task
        await settle()

    async def give_up(self) -> None:
        self.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await self.task
        await settle()


async def all_free(admission: Admission, number: int) -> bool:
    """Tell whether `number` slots, and no more, can be held at once."""
    visitors = [Visitor(admission) for _ in range(number + 1)]
    await settle()
    inside = [visitor.is_in for visitor in visitors]
    for visitor in visitors:
        await visitor.leave()
    return inside == [True] * number + [False]


async def test_a_line_lets_one_through_at_a_time_in_order() -> None:
    """Those who come for the same key pass in the order of their arrival."""
    lines, passed, inside = Lines(), list[int](), 0

    async def come(number: int) -> None:
        nonlocal inside
        async with lines.turn(1):
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            passed.append(number)
            inside -= 1

    await asyncio.gather(*(come(number) for number in range(5)))
    assert passed == [0, 1, 2, 3, 4]


async def test_other_lines_are_not_held_up() -> None:
    """Who comes for another key need not wait."""
    lines = Lines()
    async with lines.turn(1), asyncio.timeout(30), lines.turn(2):
        pass


async def test_a_line_that_is_empty_is_forgotten() -> None:
    """Nothing is kept of a line when the last one has left, also by an error."""
    lines = Lines()
    with pytest.raises(KeyError):
        async with lines.turn(1):
            raise KeyError
    assert not lines._lines


async def test_a_full_house_refuses_at_once() -> None:
    """One job more than there is room for is refused; what no limit holds comes in."""
    admission = Admission(running=1, waiting=1)
    async with admission.visit(terms=TERMS, author_id=7):
        with pytest.raises(QueueFull):
            async with admission.visit(terms=TERMS, author_id=8):
                pass
        async with admission.presence(), admission.look(author_id=8):
            pass
    async with admission.visit(terms=TERMS, author_id=8):
        pass


async def test_a_member_may_have_only_so_many_jobs() -> None:
    """One job more of a member is refused with the limit, in any server; others come in."""
    admission = Admission(running=1, per_member=2)
    async with (
        admission.visit(terms=TERMS, guild_id=1, author_id=7),
        admission.visit(terms=TERMS, guild_id=None, author_id=7),
        admission.visit(terms=TERMS, guild_id=1, author_id=8),
    ):
        with pytest.raises(TooManyAtOnce) as refusal:
            async with admission.visit(terms=TERMS, guild_id=2, author_id=7):
                pass
    assert refusal.value.values == {"limit": 2}
    async with admission.visit(terms=TERMS, guild_id=2, author_id=7):
        pass


async def test_a_member_may_look_at_only_so_many_things() -> None:
    """One look more at the same time is refused; jobs at work take none of them."""
    admission = Admission(running=1, per_member=1)
    async with admission.visit(terms=TERMS, author_id=7), admission.look(author_id=7):
        with pytest.raises(TooManyAtOnce):
            async with admission.look(author_id=7):
                pass
        async with admission.look(author_id=8):
            pass
    async with admission.look(author_id=7):
        pass
    assert not admission._looking


async def test_a_server_may_have_only_so_many_jobs() -> None:
    """One job more of a server is refused; other servers and direct messages come in."""
    admission = Admission(running=1, per_server=2)
    async with (
        admission.visit(terms=TERMS, guild_id=1, author_id=7),
        admission.visit(terms=TERMS, guild_id=1, author_id=8),
        admission.visit(terms=TERMS, guild_id=2, author_id=9),
        admission.visit(terms=TERMS, guild_id=None, author_id=9),
    ):
        with pytest.raises(QueueFull):
            async with admission.visit(terms=TERMS, guild_id=1, author_id=9):
                pass
    async with admission.visit(terms=TERMS, guild_id=1, author_id=9):
        pass


async def test_direct_messages_share_no_limit() -> None:
    """Direct messages are no server: only their members' limits and the process's hold there."""
    admission = Admission(running=1, per_server=1)
    async with admission.visit(terms=TERMS, author_id=7), admission.visit(terms=TERMS, author_id=8):
        pass


async def test_a_refused_or_failed_job_is_not_counted() -> None:
    """After refusals and errors there is as much room as before, and nothing is remembered."""
    admission = Admission(running=1, waiting=1)

    async def fail() -> None:
        async with admission.visit(terms=TERMS, guild_id=1, author_id=7):
            with pytest.raises(QueueFull):
                async with admission.visit(terms=TERMS, guild_id=2, author_id=8):
                    pass
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert await admission.close(0) == 0
    assert not admission._of_server
    assert not admission._of_member


async def test_a_visit_knows_who_was_before_it_in_its_thread() -> None:
    """It is next once all of them have left, in whatever order; other threads do not count."""
    admission = Admission(running=1)
    async with AsyncExitStack() as first, AsyncExitStack() as second:
        before = await first.enter_async_context(
            admission.visit(terms=TERMS, author_id=7, thread_id=1)
        )
        beside = await second.enter_async_context(admission.presence(thread_id=1))
        async with (
            admission.visit(terms=TERMS, author_id=8, thread_id=1) as visit,
            admission.visit(terms=TERMS, author_id=8, thread_id=2) as other,
        ):
            assert [each.is_next for each in (before, beside, visit, other)] == [
                True,
                False,
                False,
                True,
            ]
            waiting = asyncio.create_task(visit.turn())
            await second.aclose()
            await settle()
            assert not waiting.done()
            await first.aclose()
            await settle()
            assert waiting.done()
            assert visit.is_next
        assert not visit.before


async def test_outside_of_threads_nobody_comes_before_another() -> None:
    """Jobs in a channel go side by side."""
    admission = Admission(running=1)
    async with (
        admission.visit(terms=TERMS, author_id=7),
        admission.visit(terms=TERMS, author_id=8) as visit,
    ):
        assert visit.is_next


async def test_the_place_foreseen_is_the_place_told() -> None:
    """Asking where one would stand moves nobody, and is what one is told then."""
    admission = Admission(running=1)
    assert admission.foresee(guild_id=1, author_id=7) == 0
    visitors = [Visitor(admission, 1, 7) for _ in range(3)]
    visitors.append(Visitor(admission, 2, 8))
    await settle()
    for guild_id, author_id, place in ((1, 7, 4), (1, 9, 3), (2, 8, 4), (3, 9, 3), (None, 9, 3)):
        assert admission.foresee(guild_id=guild_id, author_id=author_id) == place
    newcomer = Visitor(admission, 1, 9)
    await settle()
    assert newcomer.places == [3]
    for visitor in (visitors[0], visitors[1], visitors[3], newcomer, visitors[2]):
        await visitor.leave()


async def test_only_so_many_requests_run_at_once() -> None:
    """Slots bound what is under way, whatever conversation it belongs to."""
    admission, busy, most = Admission(running=2), 0, 0

    async def work() -> None:
        nonlocal busy, most
        async with admission.slot():
            busy += 1
            most = max(most, busy)
            await asyncio.sleep(0)
            busy -= 1

    await asyncio.gather(*(work() for _ in range(8)))
    assert most == 2


async def test_closing_waits_for_those_who_are_present() -> None:
    """Nobody new is let in, and the present jobs may end."""
    admission = Admission(running=1)
    leave = asyncio.Event()

    async def job() -> None:
        async with admission.presence():
            await leave.wait()

    present = asyncio.create_task(job())
    await asyncio.sleep(0)
    closing = asyncio.create_task(admission.close(10))
    await asyncio.sleep(0)
    with pytest.raises(Restarting):
        async with admission.presence():
            pass
    leave.set()
    assert await closing == 0
    await present


async def test_closing_cancels_who_does_not_end() -> None:
    """After its time, closing ends those who are still at work, and tells how many they were."""
    admission = Admission(running=1)

    async def job() -> None:
        async with admission.presence():
            await asyncio.Event().wait()

    present = asyncio.create_task(job())
    await asyncio.sleep(0)
    assert await admission.close(0.01) == 1
    assert present.cancelled()


async def test_a_line_that_is_too_long_refuses_at_once() -> None:
    """Who would be one too many in a line is told so instead of waiting."""
    lines = Lines(longest=1)

    async def come() -> None:
        async with lines.turn(1):
            pass

    async with lines.turn(1):
        beyond = asyncio.create_task(come())
        await settle()
        assert isinstance(beyond.exception(), QueueFull)
    await come()


async def test_slots_go_round_servers_and_members() -> None:
    """A pile of one member is passed by other servers, members and direct messages."""
    admission, served = Admission(running=1), list[str]()

    async def request(name: str, guild_id: int | None, author_id: int) -> None:
        async with admission.slot(guild_id=guild_id, author_id=author_id):
            served.append(name)
            await asyncio.sleep(0)

    await asyncio.gather(
        *(request(f"greedy {number}", 1, 7) for number in range(4)),
        request("neighbour", 1, 8),
        request("elsewhere", 2, 9),
        request("letter", None, 9),
        request("letter of another", None, 10),
    )
    assert served == [
        "greedy 0",
        "greedy 1",
        "elsewhere",
        "letter",
        "letter of another",
        "neighbour",
        "greedy 2",
        "greedy 3",
    ]


async def test_who_waits_is_told_the_place() -> None:
    """Each place is told once, down to 1; a request that runs at once is told nothing."""
    admission = Admission(running=1)
    visitors = [Visitor(admission) for _ in range(4)]
    await settle()
    for visitor in visitors:
        await visitor.leave()
    assert [visitor.places for visitor in visitors] == [[], [1], [2, 1], [3, 2, 1]]


async def test_a_place_that_stays_is_not_told_again() -> None:
    """What happens behind a request is no news for it."""
    admission = Admission(running=1)
    visitors = [Visitor(admission) for _ in range(2)]
    await settle()
    behind = Visitor(admission)
    await settle()
    await behind.give_up()
    assert visitors[1].places == [1]
    for visitor in visitors:
        await visitor.leave()


async def test_a_newcomer_moves_a_pile_back() -> None:
    """The second request of a member makes way for the first of another, and is told so."""
    admission = Admission(running=1)
    pile = [Visitor(admission, 1, 7) for _ in range(3)]
    await settle()
    newcomer = Visitor(admission, 1, 8)
    await settle()
    assert [visitor.places for visitor in (*pile, newcomer)] == [[], [1], [2, 3], [2]]
    for visitor in (pile[0], pile[1], newcomer, pile[2]):
        await visitor.leave()


async def test_changes_at_the_same_time_are_told_as_one() -> None:
    """Several who give up together move the one behind them up in one step."""
    admission = Admission(running=1)
    visitors = [Visitor(admission) for _ in range(5)]
    await settle()
    for visitor in visitors[1:4]:
        visitor.task.cancel()
    await settle()
    assert visitors[4].places == [4, 1]
    await visitors[0].leave()
    await visitors[4].leave()


async def test_giving_up_leaves_no_hole() -> None:
    """Who waits and is cancelled is passed over; nobody comes in before a slot is free."""
    admission = Admission(running=1)
    first, second, third = (Visitor(admission) for _ in range(3))
    await settle()
    await second.give_up()
    assert not third.is_in
    assert third.places == [2, 1]
    await first.leave()
    assert third.is_in
    await third.leave()
    assert await all_free(admission, 1)


@pytest.mark.parametrize("steps", range(4))
async def test_a_slot_given_to_who_gives_up_goes_on(steps: int) -> None:
    """Just before, between and just after a slot is given and taken, giving up loses nothing."""
    admission = Admission(running=1)
    first, second, third = (Visitor(admission) for _ in range(3))
    await settle()
    first.leaving.set()
    for _ in range(steps):
        await asyncio.sleep(0)
    await second.give_up()
    assert third.is_in
    await third.leave()
    assert await all_free(admission, 1)


async def test_a_listener_that_fails_harms_nobody() -> None:
    """An error of who listens ends in the loop's handler; slots go on as if nothing were."""

    def fail(place: int) -> None:
        raise KeyError(place)

    failures: list[object] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: failures.append(context["exception"])
    )
    admission = Admission(running=1)
    first, second = Visitor(admission), Visitor(admission, on_place=fail)
    await settle()
    await first.leave()
    assert second.is_in
    assert [type(failure) for failure in failures] == [KeyError]
    await second.leave()


@pytest.mark.parametrize("seed", range(25))
async def test_random_cancels_lose_nothing(seed: int) -> None:
    """Whoever comes, leaves and gives up when: no slot too many, none idle, none lost."""
    luck, running = random.Random(seed), 3
    admission = Admission(running=running)
    present: list[Visitor] = []
    for _ in range(150):
        match luck.choice(("come", "come", "leave", "give up")):
            case "come":
                present.append(Visitor(admission, luck.choice((1, 2, None)), luck.randrange(4)))
            case "leave" if present:
                luck.choice(present).leaving.set()
            case _ if present:
                luck.choice(present).task.cancel()
        for _ in range(luck.randrange(3)):
            await asyncio.sleep(0)
        if luck.random() < 0.3:
            await settle()
            present = [visitor for visitor in present if not visitor.task.done()]
            assert sum(visitor.is_in for visitor in present) == min(running, len(present))
    for visitor in present:
        visitor.leaving.set()
    await asyncio.gather(*(visitor.task for visitor in present), return_exceptions=True)
    assert await all_free(admission, running)
