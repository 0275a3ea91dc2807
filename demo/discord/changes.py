"""Wake whoever waits for something to become true."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")


class Change(NamedTuple):
    """Say which message was posted, changed or deleted."""

    channel_id: int
    message_id: int


Listener: TypeAlias = Callable[[Change | None], None]


class Changes:
    """Tell listeners that something changed, and of a public message which one it is."""

    def __init__(self) -> None:
        # A dictionary for its order: who came first hears first.
        self._listeners: dict[Listener, None] = {}

    def notify(self, change: Change | None = None) -> None:
        """Call every listener."""
        for listener in tuple(self._listeners):
            listener(change)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after each change until ``unlisten``."""
        self._listeners[listener] = None

    def unlisten(self, listener: Listener) -> None:
        """Stop calling ``listener``."""
        self._listeners.pop(listener, None)

    async def wait_for(
        self,
        probe: Callable[[], T],
        *,
        within: float,
        concerns: Callable[[Change | None], object] = lambda _: True,
    ) -> T:
        """Return the first truthy value of ``probe``, asked now and after each change.

        Changes that do not concern it can be left out. Raise ``TimeoutError`` after ``within``
        seconds.
        """
        changed = asyncio.Event()

        def hear(change: Change | None) -> None:
            if concerns(change):
                changed.set()

        self.listen(hear)
        try:
            async with asyncio.timeout(within):
                while not (found := probe()):
                    changed.clear()
                    await changed.wait()
        except TimeoutError:
            message = f"What was waited for did not happen within {within} s"
            raise TimeoutError(message) from None
        finally:
            self.unlisten(hear)
        return found
