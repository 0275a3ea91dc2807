from collections import Counter
from copy import deepcopy
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.services.fairness import FairQueue
from tests.benchmarks.fairness import GREEDY, MODEST, simulate, worst_modest

SERVERS = st.sampled_from("ABCD")
MEMBERS = st.integers(0, 3)
PILES = st.dictionaries(st.tuples(SERVERS, MEMBERS), st.integers(1, 12), min_size=1)


class Item(NamedTuple):
    server: str
    member: int
    number: int


class Passed:
    """Count how often those who wait were passed by each other since their own last turn."""

    def __init__(self) -> None:
        self.by: dict[object, Counter[object]] = {}

    def turn(self, served: object, waiting: list[object]) -> None:
        for other in waiting:
            self.by.setdefault(other, Counter())[served] += 1
        self.by[served] = Counter()


class Against(RuleBasedStateMachine):
    """Do everything to the queue and to lists that are looked through."""

    def __init__(self) -> None:
        super().__init__()
        self.queue = FairQueue[Item]()
        self.items: list[Item] = []
        self.servers: list[object] = []
        self.members: dict[object, list[object]] = {}
        self.passed_servers = Passed()
        self.passed_members: dict[object, Passed] = {}
        self.pushed = 0

    @rule(server=SERVERS, member=MEMBERS)
    def push(self, server: str, member: int) -> None:
        self.pushed += 1
        item = Item(server, member, self.pushed)
        self.queue.push(server, member, item)
        self.items.append(item)
        if server not in self.servers:
            self.servers.append(server)
            self.members[server] = []
        if member not in self.members[server]:
            self.members[server].append(member)

    @precondition(lambda self: self.items)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        item = data.draw(st.sampled_from(self.items))
        self.queue.remove(item)
        self.forget(item)

    @precondition(lambda self: self.items)
    @rule()
    def pop(self) -> None:
        server = self.servers.pop(0)
        member = self.members[server].pop(0)
        item = next(each for each in self.items if each[:2] == (server, member))
        assert self.queue.pop() == item
        self.passed_servers.turn(server, self.servers)
        self.passed_members.setdefault(server, Passed()).turn(member, self.members[server])
        self.servers.append(server)
        self.members[server].append(member)
        self.forget(item)

    def forget(self, item: Item) -> None:
        """Drop an item; whoever has no other waits no more, and begins anew when they return."""
        server, member, _ = item
        self.items.remove(item)
        if all(each[:2] != (server, member) for each in self.items):
            self.members[server].remove(member)
            if server in self.passed_members:
                self.passed_members[server].by.pop(member, None)
        if not self.members[server]:
            self.servers.remove(server)
            self.passed_servers.by.pop(server, None)

    @invariant()
    def nobody_is_passed_twice(self) -> None:
        """Between two turns of a server or member that waits, each other one has one at most."""
        for passed in (self.passed_servers, *self.passed_members.values()):
            assert all(times == 1 for by in passed.by.values() for times in by.values())

    @invariant()
    def the_order_told_is_the_order_kept(self) -> None:
        """Tell beforehand, by iteration, what pops will bring; nothing is missing."""
        rest = deepcopy(self.queue)
        assert list(self.queue) == [rest.pop() for _ in self.items]
        assert len(self.queue) == len(self.items)
        assert not rest


TestAgainst = Against.TestCase


def _filled(piles: dict[tuple[str, int], int]) -> FairQueue[Item]:
    queue = FairQueue[Item]()
    for (server, member), size in piles.items():
        for number in range(size):
            queue.push(server, member, Item(server, member, number))
    return queue


@given(PILES, SERVERS)
def test_a_first_item_passes_every_pile(piles: dict[tuple[str, int], int], server: str) -> None:
    """A newcomer's first item comes within servers × members of its server pops."""
    queue, newcomer = _filled(piles), Item(server, 9, 0)
    queue.push(server, 9, newcomer)
    servers = len({where for where, _ in piles} | {server})
    members = 1 + sum(where == server for where, _ in piles)
    assert 1 + list(queue).index(newcomer) <= servers * members


def test_everybody_comes_once_before_anybody_comes_twice() -> None:
    """Of three servers with three members each, all nine have a turn in the first nine pops."""
    queue = _filled({(server, member): 5 for server in "ABC" for member in range(3)})
    assert len({queue.pop()[:2] for _ in range(9)}) == 9


def test_turns_go_round_servers_then_members() -> None:
    """Each server has one turn a round, and gives it to its members in turn."""
    queue = _filled({("A", 1): 2, ("A", 2): 1, ("B", 3): 3})
    assert [queue.pop() for _ in range(6)] == [
        ("A", 1, 0),
        ("B", 3, 0),
        ("A", 2, 0),
        ("B", 3, 1),
        ("A", 1, 1),
        ("B", 3, 2),
    ]


def test_who_comes_back_stands_behind_those_who_wait() -> None:
    """Emptying one's pile and coming again at once is no way to the front."""
    queue = _filled({("A", 1): 1, ("A", 2): 2, ("B", 3): 2})
    queue.pop()
    queue.push("A", 1, Item("A", 1, 1))
    assert list(queue) == [("B", 3, 0), ("A", 2, 0), ("B", 3, 1), ("A", 1, 1), ("A", 2, 1)]


def test_nothing_is_kept_of_who_has_left() -> None:
    """A queue that was emptied holds no servers and no members."""
    queue = _filled({("A", 1): 2, ("B", 2): 1})
    queue.remove(Item("A", 1, 0))
    queue.pop()
    queue.pop()
    assert not queue._servers
    assert not queue._owners


@pytest.mark.parametrize("seed", range(5))
def test_a_greedy_member_delays_the_modest_little(seed: int) -> None:
    """All jobs get done, and the worst modest wait is under a third of what it would be."""
    fair, plain = simulate(seed=seed, fair=True), simulate(seed=seed, fair=False)
    for waits in (fair, plain):
        assert {member: len(each) for member, each in waits.items()} == {
            member: member.jobs for member in (GREEDY, *MODEST)
        }
    assert worst_modest(fair) < worst_modest(plain) / 3
