"""How one request goes on after a failure: how often it is sent, how long it waits in between."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.domain.errors import Billing, RelayError

MOST_REQUESTS: Final = 5
CHAT_WAITING: Final = 45.0
PICTURE_WAITING: Final = 90.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """Say that nobody is at work on a request: it is sent again at `until`, in Unix seconds.

    It was sent `sent` times by then, and will be `most` times at most.
    """

    until: float
    sent: int
    most: int


class Attempts:
    """Hold the one budget of a request for all relays, models and repeats, and what it met so far.

    It is sent `most` times at most. `patience` is how many seconds it may wait in between; the time
    in which it is at work is not counted. `on_wait` learns when a wait begins, and gets None when
    it is over. `stop` ends a wait at once, and an exchange with what came of it by then.
    """

    def __init__(
        self,
        *,
        most: int = MOST_REQUESTS,
        patience: float = PICTURE_WAITING,
        on_wait: Callable[[Waiting | None], None] | None = None,
        stop: asyncio.Event | None = None,
    ) -> None:
        self.most = most
        self.patience = patience
        self.stop = stop or asyncio.Event()
        self.sent = 0
        self.billing = Billing.NONE
        self._on_wait = on_wait

    @property
    def may_go_on(self) -> bool:
        """Tell whether it may be sent once more, to whomever: the bill and the count allow it."""
        return self.billing.allows_another and self.sent < self.most

    def begin(self) -> None:
        """Count that it is sent."""
        self.sent += 1

    def heard(self) -> None:
        """Take note that something of an answer came, which may have been billed."""
        self.billing = Billing.POSSIBLE

    def failed(self, error: RelayError) -> None:
        """Take note of a failure, and let the error tell what is known of the whole bill."""
        self.billing = self.billing.then(error.billing)
        if self.billing is not Billing.NONE:
            error.billing = Billing.POSSIBLE

    def wait(self, seconds: float, until: float) -> None:
        """Take a wait from the budget and tell of it; `until` is when it ends, in Unix seconds."""
        self.patience -= seconds
        if self._on_wait:
            self._on_wait(Waiting(until, self.sent, self.most))

    def go_on(self) -> None:
        """Tell that the wait is over."""
        if self._on_wait:
            self._on_wait(None)
