"""In which order messages are acted on before they are jobs, and which question is answered."""

import sys
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, contextmanager

from bot.services.admission import Lines


class Arrivals:
    """Let the messages of a place come one after the other."""

    def __init__(self) -> None:
        # Who stands here is let in, or refused, one after the other: no end of the line is needed.
        self._lines = Lines(longest=sys.maxsize)
        self._answered = set[int]()

    def turn(self, channel_id: int) -> AbstractAsyncContextManager[None]:
        """Stand behind the messages of a channel that came before."""
        return self._lines.turn(channel_id)

    @contextmanager
    def once(self, message_id: int) -> Generator[bool]:
        """Yield whether nobody else acts on the answer to what a message left open."""
        if message_id in self._answered:
            yield False
            return
        self._answered.add(message_id)
        try:
            yield True
        finally:
            self._answered.discard(message_id)
