"""Discord's short bad moments: what they look like, and one budget for waiting them out."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar

import discord

log = logging.getLogger(__name__)

PASSING: Final = (ConnectionError, TimeoutError, discord.DiscordServerError)
"""What says that Discord, or the way to it, broke down for a while."""

PAUSES: Final = (0.5, 2.0, 4.0)
"""Seconds before something is tried again that Discord broke down over."""

LONGEST: Final = 60.0
"""Seconds after which nothing is tried again, however slow each failure was to come."""

T = TypeVar("T")


class RetryBudget:
    """What is left of the pauses, for all that is tried again meanwhile, whoever does it.

    Whatever succeeds shows that the bad moment is over: then all of it is there again.
    """

    def __init__(self, pauses: Sequence[float]) -> None:
        self._pauses = pauses
        self.restore()

    def restore(self) -> None:
        """Note that Discord answers."""
        self._taken = 0
        self._until: float | None = None

    def next_pause(self) -> float | None:
        """Take the next pause; None where there is none left."""
        now = time.monotonic()
        if self._until is None:
            self._until = now + LONGEST
        if self._taken == len(self._pauses) or now >= self._until:
            return None
        self._taken += 1
        return self._pauses[self._taken - 1]


_budget: ContextVar[RetryBudget | None] = ContextVar("retry_budget", default=None)


@contextmanager
def one_retry_budget() -> Generator[RetryBudget]:
    """Let all that is done in here share one budget: the outermost, where one holds the other.

    While it holds, discord.py tries nothing again by itself (`is_ours`).
    """
    if (held := _budget.get()) is not None:
        yield held
        return
    with _held(RetryBudget(PAUSES)) as budget:
        yield budget


@contextmanager
def no_retries() -> Generator[None]:
    """Let nothing be tried again in here: something newer will make it good."""
    with _held(RetryBudget(())):
        yield


def is_ours() -> bool:
    """Tell whether what is asked of Discord now is tried again here, and so by nobody else."""
    return _budget.get() is not None


async def retrying(
    attempt: Callable[[], Awaitable[T]], *, over: tuple[type[Exception], ...] = PASSING
) -> T:
    """Try again where Discord broke down, or the connection broke off: perhaps after it was done.

    So it is for what may happen twice: an edit, or a message with a nonce. Each attempt opens its
    files anew.
    """
    with one_retry_budget() as budget:
        while True:
            try:
                done = await attempt()
            except over as error:
                pause = budget.next_pause()
                if pause is None:
                    raise
                log.warning("Discord broke down, again in %.1f s: %s", pause, type(error).__name__)
                await asyncio.sleep(pause)
            else:
                budget.restore()
                return done


@contextmanager
def _held(budget: RetryBudget) -> Generator[RetryBudget]:
    token = _budget.set(budget)
    try:
        yield budget
    finally:
        _budget.reset(token)
