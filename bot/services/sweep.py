"""Find what was deleted in Discord while the bot did not hear of it.

Where something is kept is looked at when Discord has begun to tell anew, and every day, slowly:
places take turns, each is looked at a page further, its newest messages first. Only what Discord
says is gone is taken to be gone. Where the bot may not look nothing is known, and what fails says
nothing. Messages for one member alone are in no channel and can't be looked at.
"""

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, TypeVar

from bot.domain.counting import counted
from bot.domain.deletion import NEWEST, ROUND, Deleted, Deletion, Page, Seen, Sight, Spot
from bot.domain.errors import StorageFailed
from bot.services.deletion_queue import DeletionQueue
from bot.services.ports.clock import Clock
from bot.services.ports.places import Lookup, Places

log = logging.getLogger(__name__)

A_LOOK: Final = 15.0
"""Seconds between two questions to Discord: 240 an hour at most."""

IDLE: Final = 60.0
"""Seconds between two times at which it is looked whether a place is due."""

LATER: Final = timedelta(hours=1)
"""How long a place is left alone that can't be looked into at the moment."""

PAGE: Final = 100
"""Discord docs, Get Channel Messages: how many it tells of at once."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what Discord tells by itself when it begins anew: all of the bot's servers.

    `parents` are the channels of the threads that are open.
    """

    guild_ids: Collection[int]
    parents: Mapping[int, int]


class Sweep:
    """Look at one place after the other."""

    def __init__(self, places: Places, deletions: DeletionQueue, clock: Clock) -> None:
        self._places = places
        self._deletions = deletions
        self._clock = clock
        self._told: Known | None = None
        self._joined = set[int]()

    def join(self, guild_id: int) -> None:
        """Take that the bot is in a server from now on."""
        self._joined.add(guild_id)

    def begin_anew(self, known: Known) -> None:
        """Take what Discord tells after a time in which nothing was heard of it."""
        self._told = known

    async def run(self, eyes: Lookup) -> None:
        """Look as long as this runs."""
        while True:
            try:
                is_done = not await self.step(eyes)
            except StorageFailed as error:
                log.warning("what is gone can't be looked for at the moment: %s", error.detail)
                is_done = True
            except Exception:
                log.exception("what is gone could not be looked for")
                is_done = True
            if is_done:
                await self._clock.sleep(IDLE)

    async def step(self, eyes: Lookup) -> bool:
        """Look at the place whose turn it is; tell whether there was one."""
        if self._joined:
            joined = set(self._joined)
            await self._places.join_servers(joined)
            self._joined -= joined
        if (told := self._told) is not None:
            await self._begin(told)
            self._told = None if self._told is told else self._told
        spot = await self._places.next_spot(self._clock.now())
        if spot is None:
            return False
        if eyes.reaches(spot.guild_id):
            await self._look(eyes, spot)
        else:
            await self._leave(spot, below=spot.below, until=LATER)
        return True

    async def _begin(self, known: Known) -> None:
        """Forget the servers that are gone, which is known for nothing, and look at the rest."""
        await self._places.join_servers(known.guild_ids)
        gone = await self._places.servers_but(known.guild_ids)
        if gone:
            log.info("left, and forgotten: %s", counted(len(gone), "server"))
            self._deletions.add(Deletion(Deleted.GUILD, guild_id) for guild_id in gone)
        await self._places.note_parents(known.parents)
        await self._places.look_anew(self._clock.now())

    async def _look(self, eyes: Lookup, spot: Spot) -> None:
        """Look at a page of a place, or whether it is there where it has no page."""
        message_ids = await self._places.messages_in(spot.channel_id, below=spot.below, most=PAGE)
        seen = eyes.knows(spot.channel_id)
        is_new = spot.below == NEWEST and spot.guild_id is not None and spot.parent_id is None
        if seen is None and (is_new or not message_ids):
            seen = await self._ask(lambda: eyes.channel(spot.channel_id))
        if seen is not None and await self._settled(spot, seen):
            return
        if not message_ids:
            await self._leave(spot)
            return
        above_it = message_ids[0] + 1
        page = await self._ask(lambda: eyes.page(spot.channel_id, below=above_it))
        if isinstance(page, Page):
            await self._compare(eyes, spot, message_ids, page)
        else:
            await self._settled(spot, Seen(page))

    async def _settled(self, spot: Spot, seen: Seen) -> bool:
        """Act on what was seen of a channel, and tell whether that is all for this time."""
        if seen.sight is Sight.THERE:
            if seen.parent_id is not None and spot.parent_id is None:
                await self._places.note_parents({spot.channel_id: seen.parent_id})
            return False
        if seen.sight is Sight.GONE:
            log.info("a channel is gone, and is forgotten")
            self._deletions.add([Deletion(Deleted.CHANNEL, spot.channel_id)])
        if seen.sight is Sight.UNSURE:
            await self._leave(spot, below=spot.below, until=LATER)
        else:
            await self._leave(spot)
        return True

    async def _compare(self, eyes: Lookup, spot: Spot, message_ids: list[int], page: Page) -> None:
        """Ask for each message that a page should have and has not: it may only be hidden."""
        told = [each for each in message_ids if each >= page.lowest]
        for message_id in told:
            if message_id in page.message_ids:
                continue
            sight = await self._ask(partial(eyes.message, spot.channel_id, message_id))
            if sight is Sight.GONE:
                self._deletions.add([Deletion(Deleted.MESSAGE, message_id)])
            elif sight is not Sight.THERE:
                await self._settled(spot, Seen(sight))
                return
        if len(told) == len(message_ids) < PAGE:
            await self._leave(spot)
        else:
            # To the end of the line, behind the others that are due.
            await self._leave(spot, below=told[-1], until=timedelta(0))

    async def _leave(self, spot: Spot, *, below: int = NEWEST, until: timedelta = ROUND) -> None:
        due_at = self._clock.now() + until
        await self._places.looked(spot.channel_id, below=below, due_at=due_at)

    async def _ask(self, question: Callable[[], Awaitable[T]]) -> T:
        """Ask Discord when it is time for a question."""
        await self._clock.sleep(A_LOOK)
        return await question()
