"""Who may come in, and who may go next: fair turns for the process's requests."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from bot.domain.access import Terms
from bot.domain.errors import QueueFull, Restarting, TooManyAtOnce
from bot.services.fairness import FairQueue

LEAVING_SECONDS = 5.0
"""How long those who were cancelled may take to leave."""


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class Lines:
    """Let those who come for the same thing through one after the other, in order of arrival.

    A line takes `longest` at most, whoever holds it included.
    """

    def __init__(self, *, longest: int = 50) -> None:
        self._longest = longest
        self._lines: dict[int, _Line] = {}

    @asynccontextmanager
    async def turn(self, key: int) -> AsyncGenerator[None]:
        """Wait until all who came before for this key have left, and hold it; raise QueueFull."""
        line = self._lines.setdefault(key, _Line())
        if line.length >= self._longest:
            raise QueueFull
        line.length += 1
        try:
            async with line.lock:
                yield
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[key]


@dataclass(slots=True, eq=False, kw_only=True)
class Presence:
    """Stand for something that is under way until it is `over`.

    In a thread, those are known who were there `before`: what goes on from the newest turn of the
    thread goes on from theirs.
    """

    thread_id: int | None = None
    before: Sequence["Presence"] = ()
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_next(self) -> bool:
        """Tell whether all who came before to the same thread have left."""
        return all(each.over.is_set() for each in self.before)

    async def turn(self) -> None:
        """Wait until it is."""
        for each in self.before:
            await each.over.wait()

    def end(self) -> None:
        """Leave, and forget those before: they would know those before them, and so on."""
        self.before = ()
        self.over.set()


@dataclass(slots=True, eq=False, kw_only=True)
class Visit(Presence):
    """Hold a member's place, from what they ask for to its answer.

    It is counted before anything is done for them, so it is the key to all that costs something.
    `terms` are those on which they were let in.
    """

    guild_id: int | None
    author_id: int
    terms: Terms


@dataclass(slots=True, eq=False)
class _Waiter:
    """Hold a request that waits for a slot; who is `called` is out of the queue and owns one."""

    on_place: Callable[[int], None] | None
    called: asyncio.Event = field(default_factory=asyncio.Event)
    place: int | None = None


class Slots:
    """Hand a number of places out in fair turns, and tell those who wait where they stand.

    Whoever leaves moves all who wait, so they are told in one pass over them: 0.2 ms for the 800
    requests of 200 jobs with four pictures each.
    """

    def __init__(self, number: int) -> None:
        self._free = number
        self._waiting = FairQueue[_Waiter]()
        self._telling: asyncio.Handle | None = None

    async def _take(
        self,
        guild_id: int | None,
        author_id: int | None,
        on_place: Callable[[int], None] | None = None,
    ) -> None:
        """Return once a place is the caller's; a cancelled wait leaves no trace."""
        if self._free:
            self._free -= 1
            return
        waiter = _Waiter(on_place)
        self._waiting.push(_server(guild_id, author_id), author_id, waiter)
        self._moved()
        try:
            await waiter.called.wait()
        except BaseException:
            if waiter.called.is_set():
                self._give()
            else:
                self._waiting.remove(waiter)
                self._moved()
            raise

    def foresee(self, guild_id: int | None, author_id: int | None) -> int:
        """Return the place that one more request of a member would have; 0 where it need not wait.

        One that stands last in its member's pile moves nobody, and is taken out again.
        """
        if self._free:
            return 0
        waiter = _Waiter(None)
        self._waiting.push(_server(guild_id, author_id), author_id, waiter)
        place = 1 + list(self._waiting).index(waiter)
        self._waiting.remove(waiter)
        return place

    @asynccontextmanager
    async def place(
        self,
        guild_id: int | None,
        author_id: int | None,
        on_place: Callable[[int], None] | None = None,
    ) -> AsyncGenerator[None]:
        """Wait for a place, and hold it."""
        await self._take(guild_id, author_id, on_place)
        try:
            yield
        finally:
            self._give()

    def _give(self) -> None:
        """Let the next in, or keep the place free where nobody waits."""
        if self._waiting:
            self._waiting.pop().called.set()
            self._moved()
        else:
            self._free += 1

    def _moved(self) -> None:
        """Tell places soon and once: what happens until then is one change.

        Being called by the loop also keeps an error of a listener away from whoever gives a place.
        """
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_soon(self._tell)

    def _tell(self) -> None:
        self._telling = None
        for place, waiter in enumerate(self._waiting, 1):
            if waiter.place != place:
                waiter.place = place
                if waiter.on_place is not None:
                    waiter.on_place(place)


def _server(guild_id: int | None, author_id: int | None) -> tuple[int | None, int | None]:
    """Name a server; direct messages have none: each member's are a server of its own."""
    return (guild_id, author_id if guild_id is None else None)


class Admission:
    """Let jobs through in fair turns, and only as many as there is room for.

    `running` is how many requests may be under way at once. The others count visits, which begin
    before anything is fetched or read for a member and end with the answer; one more is refused at
    once: `waiting` in the process, `per_server` in one server, `per_member` of one member wherever
    they ask. A member may look at as many things at once beside that.

    A server that has a relay of its own (`has_own_relay`) has `own_running` places of its own for
    its requests: however long its relay takes, nobody else waits for that.

    The defaults: where 8 requests of 20 seconds run at once, the last of 200 jobs of one picture
    begins after 8 minutes, well within the 15 for which an interaction's token is valid (Discord
    docs, Receiving and Responding). A server has at most a quarter of the room, so that a busy one
    leaves some to others. Five jobs of four pictures are a member's whole day at 20 pictures.
    """

    def __init__(
        self,
        *,
        running: int,
        waiting: int = 200,
        per_server: int = 50,
        per_member: int = 5,
        own_running: int = 4,
        has_own_relay: Callable[[int | None], bool] = lambda _: False,
    ) -> None:
        self._slots = Slots(running)
        self._own_slots: dict[int | None, Slots] = {}
        self._own_running = own_running
        self._has_own_relay = has_own_relay
        self._room = waiting
        self._per_server = per_server
        self._per_member = per_member
        self._present = dict[Presence, asyncio.Task[Any]]()
        self._of_server = Counter[int | None]()
        self._of_member = Counter[int | None]()
        self._looking = Counter[int | None]()
        self._closed = False
        self._empty = asyncio.Event()
        self._empty.set()

    @asynccontextmanager
    async def visit(
        self,
        *,
        author_id: int,
        terms: Terms,
        guild_id: int | None = None,
        thread_id: int | None = None,
    ) -> AsyncGenerator[Visit]:
        """Be present for a whole job, on these terms; raise a LimitError where it had to wait.

        It is Restarting, TooManyAtOnce for the member, or QueueFull for the server or the process.
        """
        if self._closed:
            raise Restarting
        if self._of_member[author_id] >= self._per_member:
            raise TooManyAtOnce(limit=self._per_member)
        if guild_id is not None and self._of_server[guild_id] >= self._per_server:
            raise QueueFull
        if self._of_member.total() >= self._room:
            raise QueueFull
        visit = Visit(
            guild_id=guild_id,
            author_id=author_id,
            terms=terms,
            thread_id=thread_id,
            before=self._in_thread(thread_id),
        )
        async with self._present_as(visit):
            with _counted(self._of_server, guild_id), _counted(self._of_member, author_id):
                yield visit

    @asynccontextmanager
    async def look(self, *, author_id: int) -> AsyncGenerator[None]:
        """Be present for looking at what is there; raise TooManyAtOnce, or Restarting."""
        if self._looking[author_id] >= self._per_member:
            raise TooManyAtOnce(limit=self._per_member)
        async with self.presence():
            with _counted(self._looking, author_id):
                yield

    @asynccontextmanager
    async def presence(self, *, thread_id: int | None = None) -> AsyncGenerator[Presence]:
        """Be present for what no limit holds: what was taken on before; raise Restarting."""
        if self._closed:
            raise Restarting
        presence = Presence(thread_id=thread_id, before=self._in_thread(thread_id))
        async with self._present_as(presence):
            yield presence

    @asynccontextmanager
    async def slot(
        self,
        *,
        guild_id: int | None = None,
        author_id: int | None = None,
        on_place: Callable[[int], None] | None = None,
    ) -> AsyncGenerator[None]:
        """Wait for one of the places for a request under way, and hold it.

        `on_place` is called with the place in the queue, 1 for the next, when it is taken and
        whenever it changes, until the wait is over; it must return at once. A place may also grow:
        somebody's first request passes the third of somebody else.
        """
        async with self._slots_of(guild_id).place(guild_id, author_id, on_place):
            yield

    def foresee(self, *, guild_id: int | None, author_id: int | None) -> int:
        """Return the place in the queue that a request would have now; 0 where there is none."""
        return self._slots_of(guild_id).foresee(guild_id, author_id)

    def _slots_of(self, guild_id: int | None) -> Slots:
        if not self._has_own_relay(guild_id):
            return self._slots
        return self._own_slots.setdefault(guild_id, Slots(self._own_running))

    @asynccontextmanager
    async def _present_as(self, presence: Presence) -> AsyncGenerator[None]:
        """Let a process that stops wait for this, and end it in the end."""
        task = asyncio.current_task()
        assert task is not None
        self._present[presence] = task
        self._empty.clear()
        try:
            yield
        finally:
            presence.end()
            del self._present[presence]
            if not self._present:
                self._empty.set()

    def _in_thread(self, thread_id: int | None) -> list[Presence]:
        if thread_id is None:
            return []
        return [present for present in self._present if present.thread_id == thread_id]

    async def close(self, seconds: float) -> int:
        """Let nobody in any more, wait for those present, and cancel those who still are.

        Return how many were cancelled.
        """
        self._closed = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._empty.wait(), seconds)
        late = {task for task in self._present.values() if task is not asyncio.current_task()}
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=LEAVING_SECONDS)
        return len(late)


@contextmanager
def _counted(counts: Counter[int | None], key: int | None) -> Generator[None]:
    """Count one more for this key, and forget a key that is down to none."""
    counts[key] += 1
    try:
        yield
    finally:
        counts[key] -= 1
        if not counts[key]:
            del counts[key]
