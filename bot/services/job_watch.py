"""What is told of a job while it is at work, and what it made."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.domain.attempts import Waiting
from bot.domain.conversation import Turn
from bot.domain.errors import AtelierError
from bot.domain.request import CutShort
from bot.services.model_caller import Note

SENT: Final = 0
"""The place of a request that waits no more."""

BEHIND: Final = -1
"""The place of a job that waits for the answer before it, which it goes on from."""


@dataclass(frozen=True, slots=True)
class Made:
    """One turn that was made, and what its reader should know about it.

    `cut` says why the answer is not whole; what broke off is worth another try. `micros` is what it
    cost in millionths of a US dollar, where that is known.
    """

    turn: Turn
    notes: tuple[Note, ...] = ()
    cut: CutShort | None = None
    micros: int | None = None


Result: TypeAlias = Made | AtelierError
"""One thing that was made, or why it was not."""


@dataclass(frozen=True, slots=True)
class JobWatch:
    """Who follows a job while it is at work; see `Generation.work`."""

    on_text: Callable[[str], None] | None
    on_result: Callable[[Result], None] | None
    on_place: Callable[[int], None] | None
    on_wait: Callable[[Waiting | None], None] | None
    stop: asyncio.Event | None


class Waits:
    """Join what the requests of one job tell of their waiting."""

    def __init__(self, on_wait: Callable[[Waiting | None], None] | None) -> None:
        self._on_wait = on_wait
        self._now: dict[object, Waiting] = {}

    def of_one(self) -> Callable[[Waiting | None], None]:
        """Return what takes the waiting of one request."""
        request = object()

        def take(news: Waiting | None) -> None:
            self._now.pop(request, None)
            if news:
                self._now[request] = news
            if self._on_wait:
                longest = max(self._now.values(), key=lambda each: each.until, default=None)
                self._on_wait(longest)

        return take
