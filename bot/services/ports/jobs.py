"""What is kept of jobs. Each method is one transaction."""

from datetime import datetime
from typing import Protocol

from bot.domain.access import Terms
from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.job import Draft, GenerationRequest, Job, JobState, Shown, UnfinishedJob


class Jobs(Protocol):
    """Keep jobs, how far each came, and what it made; what each costs is booked along.

    A job belongs to the store that accepted it, which is that of one run of a process, as long as
    it says so at least every LEASE. Then another one may claim it.
    """

    async def accept(
        self, request: GenerationRequest, *, terms: Terms, now: datetime, micros: int | None = None
    ) -> Job:
        """Write the job and reserve its pictures, or its answer where it is a chat.

        Each costs `micros` at most, in millionths of a US dollar, where that is known. Raise a
        LimitError where the terms have no room, or Gone if the turn that it continues, or is asked
        beside, is no longer kept; nothing is written then. The conversation is that turn's, else
        that of the thread where it is one of a chat, else a new one.
        """
        ...

    async def sent(
        self,
        job_id: int,
        now: datetime,
        *,
        terms: Terms | None = None,
        micros: int | None = None,
    ) -> bool:
        """Write that a request is about to leave; False if it must not.

        The job is over or somebody else's, or all of its requests left before. `micros` is what it
        can cost at most by now, where `terms` count that: where it is more than was reserved, so
        much is. Raise BudgetUsedUp where there is not, without writing anything.
        """
        ...

    async def renew(self, now: datetime) -> None:
        """Go on owning the jobs that are owned and not over."""
        ...

    async def claim(self, *, untouched_since: datetime, now: datetime) -> list[UnfinishedJob]:
        """Own the jobs that are in no final state, came no further since and are nobody else's.

        Return all of them, oldest first, also those that were owned before.
        """
        ...

    async def disown(self) -> None:
        """Take what is not over from whoever owned it: they must be known to be gone."""
        ...

    async def cancelled(self, job_id: int, error: str, now: datetime) -> bool:
        """End a job that is not sent yet, give back what it reserved; False if that is too late."""
        ...

    async def made(self, job: Job, draft: Draft, now: datetime) -> Turn:
        """Write the turn, name its blobs, and settle one reserved picture, or the chat's answer.

        What was reserved for a picture that is none, or not whole, is returned as possibly billed.
        """
        ...

    async def rewritten(self, turn: Turn, answer: tuple[Part, ...]) -> Turn:
        """Write a turn's answer anew, and name what it did not name before.

        Return the turn as it is then: one that was deleted meanwhile stays so.
        """
        ...

    async def posted(self, job_id: int, shown: list[Shown], now: datetime) -> None:
        """Write which message shows which part; a turn that was deleted meanwhile stays so."""
        ...

    async def shared(self, job_id: int, now: datetime, *, private: bool = False) -> None:
        """Write that what was private is for all now, or is `private` again.

        A job that was forgotten stays so.
        """
        ...

    async def kept(self, job_id: int, now: datetime, *, told: bool) -> None:
        """Write that what was made waits for its author, who was told so, or still has to be."""
        ...

    async def unwanted(self, job_id: int, now: datetime) -> None:
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

    async def job(self, job_id: int) -> Job | None:
        """Return one job with its request."""
        ...

    async def state(self, job_id: int) -> JobState | None:
        """Return how far a job came."""
        ...

    async def unfinished(self, *, untouched_since: datetime) -> list[UnfinishedJob]:
        """Return the jobs that are in no final state and came no further since, oldest first."""
        ...

    async def newest_kept(self, author_id: int) -> int | None:
        """Return the last kept job of a member that they were not told of."""
        ...

    async def is_called_for(self, turn_id: int) -> bool:
        """Tell whether a job is for what the model called for in this turn, however far it is."""
        ...

    async def turns_of(self, job_id: int) -> list[Turn]:
        """Return the turns that a job made, oldest first."""
        ...
