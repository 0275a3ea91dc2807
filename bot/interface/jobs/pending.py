"""Messages that are in Discord and not yet in the store: who means one waits until it is.

Members see a picture before the bot hears that it is posted, and some are fast.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager


class PendingMessages:
    """The messages of jobs that are still being answered."""

    def __init__(self) -> None:
        self._jobs: dict[int, asyncio.Event] = {}
        self._open = set[int]()
        self._posts: defaultdict[int, set[asyncio.Event]] = defaultdict(set)

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

    @contextmanager
    def posting(self, channel_id: int) -> Generator[None]:
        """Make whoever means what is newest wait in a channel, until this is written down."""
        written = asyncio.Event()
        self._posts[channel_id].add(written)
        try:
            yield
        finally:
            written.set()
            self._posts[channel_id].remove(written)
            if not self._posts[channel_id]:
                del self._posts[channel_id]

    async def posted(self, channel_id: int) -> None:
        """Return once what members may see in a channel by now is written down."""
        for written in list(self._posts.get(channel_id, ())):
            await written.wait()

    @contextmanager
    def once(self, message_id: int) -> Generator[bool]:
        """Yield whether nobody else at this moment acts on a message once more."""
        if message_id in self._open:
            yield False
            return
        self._open.add(message_id)
        try:
            yield True
        finally:
            self._open.discard(message_id)
