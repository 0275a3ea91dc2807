"""Whether Discord's gateway is connected and acknowledges that the bot lives."""

import math
import time
from collections.abc import Callable
from typing import Final

DEAF_SECONDS: Final = 60.0
"""After so long without an acknowledged heartbeat a connection is dead, though nobody closed it.

Discord has one sent every 41 seconds, and acknowledges each (Discord docs, Gateway, Sending
Heartbeats). It may go on telling of events on a connection that it no longer hears.
"""

_ACKNOWLEDGED: Final = '"op":11'
_LONGEST: Final = 100
"""Characters of an acknowledgement: `{"t":null,"s":null,"op":11,"d":null}`."""


class Heartbeat:
    """Follow what discord.py dispatches of its one connection to the gateway.

    The client itself does not tell: once it was ready it is so for ever, and its latency stays what
    it was when nothing comes any more.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._connected = False
        self._acknowledged_at = -math.inf

    def note(self, event: str, *said: object) -> None:
        """Take the name of an event as discord.py dispatches it, and what it says."""
        match event:
            case "socket_raw_receive":
                if any(map(_acknowledges, said)):
                    self._acknowledged_at = self._clock()
            case "connect" | "resumed":
                self._connected = True
                self._acknowledged_at = self._clock()
            case "disconnect":
                self._connected = False
            case _:
                pass

    @property
    def beats(self) -> bool:
        """Tell whether there is a session, and Discord acknowledged a heartbeat lately."""
        return self._connected and self._clock() - self._acknowledged_at < DEAF_SECONDS


def _acknowledges(said: object) -> bool:
    return (
        isinstance(said, str) and len(said) <= _LONGEST and _ACKNOWLEDGED in said.replace(" ", "")
    )
