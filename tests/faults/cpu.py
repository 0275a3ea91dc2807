"""Measure what CPU each part of the storm takes."""

import resource
import time
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Cpu:
    """Hold CPU seconds by who took them.

    Discord and its members run on the main thread, and the relay on others; the bot's count when
    its process has ended.
    """

    bot: float
    discord: float
    relay: float

    @classmethod
    def so_far(cls) -> Self:
        """Return what they have taken by now."""
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        here = time.thread_time()
        return cls(ended.ru_utime + ended.ru_stime, here, time.process_time() - here)

    def since(self, before: Self) -> Self:
        """Return what was taken after another moment."""
        return type(self)(
            self.bot - before.bot, self.discord - before.discord, self.relay - before.relay
        )

    @property
    def share(self) -> float:
        """Return what the doubles take of what the bot does."""
        return (self.discord + self.relay) / self.bot

    def __str__(self) -> str:
        return (
            f"CPU: bot {self.bot:.1f} s, Discord and its members {self.discord:.1f} s,"
            f" relay {self.relay:.1f} s: the doubles take {self.share:.0%} of the bot's"
        )
