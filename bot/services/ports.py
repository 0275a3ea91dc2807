"""What services need from outside, as they need it."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.domain.attempts import Attempts
from bot.domain.blob import BlobRef
from bot.domain.conversation import Pointer, Turn
from bot.domain.deletion import Deletion, Page, Pending, Seen, Sight, Spot
from bot.domain.job import (
    Draft,
    Forgotten,
    GenerationRequest,
    Job,
    JobKind,
    JobState,
    Place,
    Shown,
    Unfinished,
)
from bot.domain.model import Thinking
from bot.domain.request import GenerateRequest, Reply
from bot.domain.version import Head, Node
from bot.relay.spool import Spool


class Relay(Protocol):
    """Ask a model."""

    async def generate(
        self,
        request: GenerateRequest,
        *,
        on_text: Callable[[str], None] | None = None,
        attempts: Attempts | None = None,
    ) -> Reply:
        """Send one request; with `on_text`, stream and call it with each piece of text.

        `attempts` bounds how often and when, and may stop it. Raise a RelayError. A picture of the
        answer is a stored blob by the time this returns.
        """
        ...


class Store(Protocol):
    """Keep conversations, jobs and the books. Each method is one transaction.

    A job belongs to the store that accepted it, which is that of one run of a process, as long as
    it says so at least every LEASE. Then another one may claim it.
    """

    async def accept(self, request: GenerationRequest, *, daily_limit: int, now: datetime) -> Job:
        """Write the job and reserve its pictures, or its answer where it is a chat.

        `daily_limit` is the day's for what is reserved. Raise QuotaUsedUp, or Gone if the parent
        turn is no longer kept; nothing is written then. The conversation is the parent turn's, else
        the kept thread's, else a new one.
        """
        ...

    async def sent(self, job_id: int, now: datetime) -> bool:
        """Write that a request is about to leave; False if it must not.

        The job is over or somebody else's, or all of its requests left before.
        """
        ...

    async def renew(self, now: datetime) -> None:
        """Go on owning the jobs that are owned and not over."""
        ...

    async def claim(self, *, untouched_since: datetime, now: datetime) -> list[Unfinished]:
        """Own the jobs that are in no final state, came no further since and are nobody else's.

        Return all of them, oldest first, also those that were owned before.
        """
        ...

    async def disown(self) -> None:
        """Take what is not over from whoever owned it: they must be known to be gone."""
        ...

    async def cancelled(self, job_id: int, error: str, now: datetime) -> bool:
        """End a job that is not sent yet, and return all of it; False where it is too late."""
        ...

    async def made(self, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture, or the chat's answer.

        What was reserved for a picture that is none, or not whole, is returned as possibly billed.
        """
        ...

    async def posted(self, job_id: int, shown: list[Shown], now: datetime) -> None:
        """Write which message shows which part; a turn that was deleted meanwhile stays so."""
        ...

    async def kept(self, job_id: int, now: datetime, *, told: bool) -> None:
        """Write that what was made waits for its author, who was told so, or still has to be."""
        ...

    async def called_off(self, job_id: int, now: datetime) -> None:
        """Write that what is sent already is no longer wanted."""
        ...

    async def failed_one(self, job_id: int, now: datetime, *, possibly_billed: bool) -> None:
        """Return what is reserved for one request of a job, which goes on with the others.

        Nothing is done to a job that is somebody else's by now.
        """
        ...

    async def ended(
        self, job_id: int, state: JobState, error: str, now: datetime, *, possibly_billed: bool
    ) -> None:
        """End a job without (all of) what it should make; what is still reserved is returned.

        A job that made some of its pictures stays as far as it came; only the rest is returned.
        Nothing is done to a job that is somebody else's by now.
        """
        ...

    async def path(self, turn_id: int, *, limit: int) -> list[Turn]:
        """Return the turns from the root (or `limit` back) to this turn, root first."""
        ...

    async def turn(self, turn_id: int) -> Turn | None:
        """Return one turn."""
        ...

    async def job(self, job_id: int) -> Job | None:
        """Return one job with its order."""
        ...

    async def state(self, job_id: int) -> JobState | None:
        """Return how far a job came."""
        ...

    async def unfinished(self, *, untouched_since: datetime) -> list[Unfinished]:
        """Return the jobs that are in no final state and came no further since, oldest first."""
        ...

    async def newest_kept(self, author_id: int) -> int | None:
        """Return the last kept job of a member that they were not told of."""
        ...

    async def turns_of(self, job_id: int) -> list[Turn]:
        """Return the turns that a job made, oldest first."""
        ...

    async def shown_in(self, message_id: int) -> list[Shown]:
        """Return what a message shows, by position."""
        ...

    async def keep_thread(
        self, place: Place, *, model: str, thinking: Thinking | None, now: datetime
    ) -> None:
        """Make a thread one whose messages are turns, or change its model; idempotent."""
        ...

    async def kept_thread(self, thread_id: int) -> tuple[str, Thinking | None] | None:
        """Return the model and thinking of a kept thread; None for any other channel."""
        ...

    async def newest_turn(self, thread_id: int) -> int | None:
        """Return the id of the turn of a kept thread that was made last."""
        ...

    async def newest_shown(self, channel_id: int) -> Shown | None:
        """Return the picture that was posted last in a channel or thread."""
        ...

    async def head(self, channel_id: int) -> Head | None:
        """Return what somebody went back to in a channel, while nothing there is newer."""
        ...

    async def go_back(self, channel_id: int, head: Head) -> None:
        """Let a channel or thread go on from here until something newer is made there.

        Raise Gone if the turn was deleted.
        """
        ...

    async def points(self, pointing: Shown) -> None:
        """Write what a message points to, so that a reply to it is one to that.

        Where that was deleted meanwhile, or the message points already, nothing is written.
        """
        ...

    async def conversation_of(self, turn_id: int) -> int | None:
        """Return the conversation that a turn belongs to."""
        ...

    async def nodes(self, conversation_id: int) -> list[Node]:
        """Return the turns of a conversation as a tree, oldest first."""
        ...

    async def asked_turns(self, turn_ids: Sequence[int]) -> dict[int, tuple[Turn, Pointer | None]]:
        """Return turns by their ids, each with the picture that it was asked to change."""
        ...

    async def used_today(
        self, guild_id: int | None, author_id: int, kind: JobKind, now: datetime
    ) -> int:
        """Count what a member has reserved or settled on this UTC day: pictures, or answers."""
        ...

    # What is forgotten takes the words and pictures of its jobs along, but no line of the books.
    # A job that is not over keeps all that it has. Each of those with `most` takes so many jobs at
    # most, and is repeated until there are none.

    async def forget_messages(self, message_ids: Collection[int]) -> Forgotten:
        """Delete what these messages showed and no other message shows."""
        ...

    async def forget_channel(self, channel_id: int, *, most: int) -> Forgotten:
        """Delete what was asked in a channel or its threads and is not shown in another one.

        A kept thread is no longer kept. Of what was asked elsewhere, what only was shown here goes.
        """
        ...

    async def forget_guild(self, guild_id: int, *, then: datetime, most: int) -> Forgotten:
        """Delete what was asked in a server until then and is not shown outside of it."""
        ...

    async def forget_member(self, author_id: int, *, most: int) -> Forgotten:
        """Delete what a member asked for, wherever it is shown, and what is known of them."""
        ...

    async def forget_before(self, then: datetime, *, most: int) -> Forgotten:
        """Delete what nothing came of any more since then."""
        ...

    async def forget_fruitless(self, then: datetime, *, most: int) -> Forgotten:
        """Delete what was asked before then and of which nothing came."""
        ...

    async def named(self, blobs: Collection[str]) -> set[str]:
        """Return those of these keys of blobs that a row refers to."""
        ...


class PendingDeletions(Protocol):
    """Keep what was deleted in Discord until it is forgotten. Each method is one transaction."""

    async def presenter(self, message_ids: Collection[int]) -> set[int]:
        """Return those of these messages that show something."""
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


class Members(Protocol):
    """Keep what is known of members until they are forgotten. Each method is one transaction."""

    async def locale_of(self, member_id: int) -> str | None:
        """Return the locale that a member's Discord had last; None where that is not known."""
        ...

    async def keep_locale(self, member_id: int, locale: str) -> None:
        """Write which locale a member's Discord has."""
        ...


class Heard(Protocol):
    """Know what was heard, and where something may have been missed; see `Hearing`."""

    async def heard_up_to(self) -> int | None:
        """Return the message up to which all were dealt with; None before there was one."""
        ...

    async def hear_up_to(self, message_id: int) -> None:
        """Write that all messages up to this one were dealt with."""
        ...

    async def asked_among(self, message_ids: Collection[int]) -> set[int]:
        """Return those of these messages by which a job was asked for, whatever became of it."""
        ...

    async def lively(self, since: datetime, *, most: int) -> list[int]:
        """Return the channels where something was asked or shown since then, the latest first."""
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


class Clock(Protocol):
    """Tell the time, and let it pass."""

    def now(self) -> datetime:
        """Return the time in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return so much later."""
        ...


class GrowingFile(Spool, Protocol):
    """Take bytes as they arrive, and be a file before it is decided whether they are kept."""

    async def finish(self) -> Path:
        """Write what is pending and return the file, which lasts until `commit` or `discard`."""
        ...


class Blobs(Protocol):
    """Keep bytes as files, named by their content."""

    def spool(self) -> GrowingFile:
        """Begin a blob whose bytes are yet to come."""
        ...

    def path(self, blob: BlobRef) -> Path:
        """Return the local file of a stored blob."""
        ...

    def scratch(self, suffix: str = "") -> AbstractAsyncContextManager[Path]:
        """Yield the path of a file that does not exist yet, inside the store's own folder.

        What is still there at the end is deleted.
        """
        ...

    async def adopt(self, path: Path) -> BlobRef:
        """Make a scratch file a stored blob: hash it, and rename it to its content address."""
        ...

    async def renew(self, blob: BlobRef) -> bool:
        """Make a blob as young as one that was just stored; False if it is not there."""
        ...

    def old(self, age: timedelta) -> AsyncIterator[list[str]]:
        """List the keys of blobs that nobody stored or renewed for so long, in batches."""
        ...

    async def delete(self, keys: Collection[str], *, age: timedelta) -> int:
        """Delete those of these blobs that are still as old, and return how many these are."""
        ...
