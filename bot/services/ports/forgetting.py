"""What forgets, and what is still to be forgotten. Each method is one transaction."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.deletion import Deletion, Pending
from bot.domain.job import Forgotten


class Forgetting(Protocol):
    """Forget jobs with their words, pictures and author, but no line of the ledger.

    A job that is not over keeps all that it has. Each method with `most` takes so many jobs at
    most, and is repeated until there are none.
    """

    async def forget_messages(self, message_ids: Collection[int]) -> Forgotten:
        """Delete what these messages showed and no other message shows."""
        ...

    async def forget_channel(self, channel_id: int, *, most: int) -> Forgotten:
        """Delete what was asked in a channel or its threads and is not shown in another one.

        A chat there is none any more. Of what was asked elsewhere, what only was shown here goes.
        """
        ...

    async def forget_guild(
        self, guild_id: int, *, then: datetime, now: datetime, most: int
    ) -> Forgotten:
        """Delete what was asked in a server until then and is not shown outside of it.

        What was kept for all who are there goes as well. What they used and were given on a day
        stays until that is over everywhere; what the server used as a whole stays.
        """
        ...

    async def forget_member(
        self, member_id: int, *, then: datetime, now: datetime, most: int
    ) -> Forgotten:
        """Delete what a member asked for until then, wherever shown, and what is known of them.

        What they decided for a server stays without their name. What they used and were given on a
        day stays until that is over everywhere, and that a server blocks them.
        """
        ...

    async def forget_before(self, then: datetime, *, most: int) -> Forgotten:
        """Delete what nothing came of any more since then."""
        ...

    async def forget_before_in(self, guild_id: int, then: datetime, *, most: int) -> Forgotten:
        """Delete what was asked in a server and of which nothing came any more since then."""
        ...

    async def forget_fruitless(self, then: datetime, *, most: int) -> Forgotten:
        """Delete what was asked before then and of which nothing came."""
        ...

    async def forget_collected(self, then: datetime) -> None:
        """Delete what was collected before then and never used."""
        ...

    async def forget_questions(self, then: datetime) -> None:
        """Delete that somebody was asked for their avatar before then and has not answered."""
        ...

    async def forget_tallies(self, now: datetime) -> None:
        """Delete sums and grants that limit nothing any more and are kept long enough."""
        ...

    async def forget_reports(self, then: datetime) -> None:
        """Delete who reported what before then."""
        ...

    async def named(self, blobs: Collection[str]) -> set[str]:
        """Return those of these keys of blobs that a row refers to."""
        ...


class PendingDeletions(Protocol):
    """Keep what was deleted in Discord until it is forgotten."""

    async def showing(self, message_ids: Collection[int]) -> set[int]:
        """Return those of these messages that show something, or were collected from."""
        ...

    async def note_deletions(self, noted: Sequence[Deletion], now: datetime) -> None:
        """Write that these are to be carried out; one that is noted already is noted anew."""
        ...

    async def due_deletions(self, now: datetime, *, most: int) -> list[Pending]:
        """Return what is to be carried out now, what waited longest first."""
        ...

    async def next_deletion_due(self) -> datetime | None:
        """Return when something is to be carried out next."""
        ...

    async def deletions_done(self, done: Sequence[Deletion]) -> None:
        """Write that nothing of these is left to be forgotten."""
        ...

    async def postpone_deletion(self, deletion: Deletion, due_at: datetime) -> None:
        """Write that a deletion is to be carried out again: something there is not over."""
        ...
