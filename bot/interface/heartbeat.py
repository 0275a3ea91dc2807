"""Whether Discord's gateway is connected and speaks."""

import math
import time
from collections.abc import Callable
from typing import Final

DEAF_SECONDS: Final = 60.0
"""After so long without a word a connection is dead, though nobody has closed it.

Discord acknowledges a heartbeat every 41 seconds; discord.py gives a connection up after the same
time (Client, heartbeat_timeout), once it looks.
"""


class Heartbeat:
    """Follow what discord.py dispatches of its one connection to the gateway.

    The client itself does not tell: once it was ready it is so for ever, and its latency stays what
    it was when nothing comes any more.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._connected = False
        self._heard_at = -math.inf

    def note(self, event: str) -> None:
        """Take the name of an event as discord.py dispatches it."""
        match event:
            case "socket_raw_receive":
                self._heard_at = self._clock()
            case "connect" | "resumed":
                self._connected = True
            case "disconnect":
                self._connected = False
            case _:
                pass

    @property
    def beats(self) -> bool:
        """Tell whether there is a session, and Discord said something lately."""
        return self._connected and self._clock() - self._heard_at < DEAF_SECONDS
