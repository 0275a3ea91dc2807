"""The three things outside that services need, as they need them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.domain.blob import BlobRef
from bot.domain.conversation import Turn
from bot.domain.job import Draft, Job, JobState, Order, Place, Shown, Unfinished
from bot.domain.model import Thinking
from bot.domain.request import GenerateRequest, Reply
from bot.relay.spool import Spool


class Relay(Protocol):
    """Ask a model."""

    async def generate(
        self, request: GenerateRequest, *, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """Send one request; with `on_text`, stream and call it with each piece of text.

        Raise a RelayError. A picture of the answer is a stored blob by the time this returns.
        """
        ...


class Store(Protocol):
    """Keep conversations, jobs and the books. Each method is one transaction."""

    async def accept(self, order: Order, *, daily_limit: int, now: datetime) -> Job:
        """Write the job and reserve its pictures.

        Raise QuotaUsedUp, or Gone if the parent turn is no longer kept; nothing is written then.
        The conversation is the parent turn's, else the kept thread's, else a new one.
        """
        ...

    async def sent(self, job_id: int, now: datetime) -> None:
        """Write that the request is about to leave."""
        ...

    async def made(self, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture (none for chat).

        What was reserved for an answer without a picture is returned as possibly billed.
        """
        ...

    async def posted(self, job_id: int, shown: list[Shown], now: datetime) -> None:
        """Write which message shows which part."""
        ...

    async def kept(self, job_id: int, now: datetime) -> None:
        """Write that what was made waits for its author instead of being shown."""
        ...

    async def called_off(self, job_id: int, now: datetime) -> None:
        """Write that what is sent already is no longer wanted."""
        ...

    async def ended(
        self, job_id: int, state: JobState, error: str, now: datetime, *, possibly_billed: bool
    ) -> None:
        """End a job without (all of) its pictures; what is still reserved is returned.

        A job that made some of its pictures stays as far as it came; only the rest is returned.
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
        """Return the last job of a member that could not be shown anywhere."""
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

    async def used_today(self, guild_id: int | None, author_id: int, now: datetime) -> int:
        """Count the pictures of this UTC day that a member has reserved or settled."""
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
