"""Messages that are in Discord and not yet in the store: a reply to one waits until it is."""

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager


class Unfinished:
    """Know which messages belong to jobs that are still being answered."""

    def __init__(self) -> None:
        self._jobs: dict[int, asyncio.Event] = {}

    @contextmanager
    def job(self) -> Generator[Callable[[int], None]]:
        """Yield a function that takes the id of each message of a job, which ends with this."""
        finished = asyncio.Event()
        messages: set[int] = set()

        def shows(message_id: int) -> None:
            messages.add(message_id)
            self._jobs[message_id] = finished

        try:
            yield shows
        finally:
            finished.set()
            for message_id in messages:
                if self._jobs.get(message_id) is finished:
                    del self._jobs[message_id]

    async def wait(self, message_id: int) -> None:
        """Return once the job of this message is answered; at once for any other message."""
        if finished := self._jobs.get(message_id):
            await finished.wait()
