"""Wake whoever waits for something to become true."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Tell listeners that the world changed, without saying how."""

    def __init__(self) -> None:
        self._listeners: set[Callable[[], None]] = set()

    def notify(self) -> None:
        """Call every listener."""
        for listener in tuple(self._listeners):
            listener()

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each change until ``unlisten``."""
        self._listeners.add(listener)

    def unlisten(self, listener: Callable[[], None]) -> None:
        """Stop calling ``listener``."""
        self._listeners.discard(listener)

    async def wait_for(self, probe: Callable[[], T], *, within: float) -> T:
        """Return the first truthy value of ``probe``, asked now and after each change.

        Raise ``TimeoutError`` after ``within`` seconds.
        """
        changed = asyncio.Event()
        self._listeners.add(changed.set)
        try:
            async with asyncio.timeout(within):
                while not (found := probe()):
                    changed.clear()
                    await changed.wait()
        except TimeoutError:
            message = f"What was waited for did not happen within {within} s"
            raise TimeoutError(message) from None
        finally:
            self._listeners.discard(changed.set)
        return found
