"""Where something is kept, and what Discord says of it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from bot.domain.deletion import Page, Seen, Sight, Spot


class Places(Protocol):
    """Know where something is kept, and look at each place in its turn."""

    async def next_spot(self, now: datetime) -> Spot | None:
        """Return the place whose turn it is to be looked at."""
        ...

    async def messages_in(self, channel_id: int, *, below: int, most: int) -> list[int]:
        """Return the messages of a channel that show something, the newest below an id first."""
        ...

    async def looked(self, channel_id: int, *, below: int, due_at: datetime) -> None:
        """Write how far a place was looked through, and when it is its turn again.

        One in which nothing is kept any more is none.
        """
        ...

    async def look_anew(self, now: datetime) -> None:
        """Let every place be looked at; where that has begun already, it goes on from there."""
        ...

    async def note_parents(self, parents: Mapping[int, int]) -> None:
        """Write which channels threads belong to; those in which nothing is kept are passed by."""
        ...

    async def join_servers(self, guild_ids: Collection[int]) -> None:
        """Write that the bot is in these servers. Where only members use it, it is not."""
        ...

    async def servers_but(self, guild_ids: Collection[int]) -> set[int]:
        """Return the other servers that the bot joined and that are not forgotten since."""
        ...


class Lookup(Protocol):
    """Look what is still there in Discord. What is not known to be gone is not GONE."""

    def reaches(self, guild_id: int | None) -> bool:
        """Tell whether looking makes sense: a server that is out of order can't be looked into."""
        ...

    def knows(self, channel_id: int) -> Seen | None:
        """Return what is known of a channel without asking; None where that is nothing."""
        ...

    async def channel(self, channel_id: int) -> Seen:
        """Ask for a channel or thread."""
        ...

    async def page(self, channel_id: int, *, below: int) -> Page | Sight:
        """Ask for the newest messages of a channel below an id; else return why not.

        A page may miss messages that are there: who may not read them is told of none.
        """
        ...

    async def message(self, channel_id: int, message_id: int) -> Sight:
        """Ask for one message."""
        ...
