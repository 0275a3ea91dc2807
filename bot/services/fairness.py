"""A queue in which nobody waits for another's pile: turns go round between servers and members."""

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class FairQueue(Generic[Item]):
    """Hand items out round robin between servers, within each between members, each in order.

    Who has had a turn, or comes anew, stands behind all who wait. So between two turns of a server
    every other server has one at most, and between two turns of a member every other member of
    that server has one at most: a member's first item comes within servers × members of its server
    pops, however much the others have piled up. Fewer can't be promised where all of them wait.

    `push`, `pop` and `remove` are O(1); iteration yields the items in the order in which they would
    be popped, all of them in O(n).
    """

    def __init__(self) -> None:
        self._servers: OrderedDict[Hashable, OrderedDict[Hashable, OrderedDict[Item, None]]] = (
            OrderedDict()
        )
        self._owners: dict[Item, tuple[Hashable, Hashable]] = {}

    def __len__(self) -> int:
        return len(self._owners)

    def __iter__(self) -> Iterator[Item]:
        return _in_turns(_in_turns(members.values()) for members in self._servers.values())

    def push(self, server: Hashable, member: Hashable, item: Item) -> None:
        """Put an item, which is not in the queue yet, behind the others of its member."""
        members = self._servers.setdefault(server, OrderedDict())
        members.setdefault(member, OrderedDict())[item] = None
        self._owners[item] = (server, member)

    def pop(self) -> Item:
        """Take out the item whose turn it is; the queue must not be empty."""
        server, members = next(iter(self._servers.items()))
        member, items = next(iter(members.items()))
        item = next(iter(items))
        self._servers.move_to_end(server)
        members.move_to_end(member)
        self.remove(item)
        return item

    def remove(self, item: Item) -> None:
        """Take out an item that is in the queue; the turns of all others stay as they are."""
        server, member = self._owners.pop(item)
        members = self._servers[server]
        del members[member][item]
        if not members[member]:
            del members[member]
        if not members:
            del self._servers[server]


def _in_turns(queues: Iterable[Iterable[Item]]) -> Iterator[Item]:
    """Yield the first of each queue, then the second of each that has one, and so on."""
    waiting = deque(iter(queue) for queue in queues)
    while waiting:
        queue = waiting.popleft()
        for item in queue:
            yield item
            waiting.append(queue)
            break
