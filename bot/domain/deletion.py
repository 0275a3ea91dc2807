"""What is deleted in Discord, and where it is looked for what was."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto
from typing import Final

NEWEST: Final = 2**63 - 1
"""An id above that of every message."""

ROUND: Final = timedelta(days=1)
"""How long after it was looked at a place is looked at again, also where nothing was missed."""

DAY_IS_OVER: Final = timedelta(days=3)
"""How long after somebody, or a server, was forgotten their day is over in whatever time zone.

Until then stays what was used on it: being forgotten gives nobody a new allowance.
"""


class Deleted(StrEnum):
    """Name what was deleted: a thread is a channel, and a server is gone when the bot left it.

    A member is not gone: they want to be forgotten.
    """

    MESSAGE = "message"
    CHANNEL = "channel"
    GUILD = "guild"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Deletion:
    """Say that something was deleted in Discord, or is to be forgotten, by its id there."""

    what: Deleted
    id: int


@dataclass(frozen=True, slots=True)
class Pending:
    """Hold a deletion that is still to be carried out, and since when."""

    deletion: Deletion
    noted_at: datetime


class Sight(Enum):
    """Say what a look at Discord told.

    CLOSED: the bot may not look there, so that nothing is known. UNSURE: Discord, or the way to it,
    broke down.
    """

    THERE = auto()
    GONE = auto()
    CLOSED = auto()
    UNSURE = auto()


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what is known of a channel; `parent_id` is the channel that a thread belongs to."""

    sight: Sight
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the ids of all the messages that a channel has from `lowest` up to where was asked."""

    message_ids: frozenset[int]
    lowest: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Hold a channel or thread in which something is kept, and how far it was looked through.

    `guild_id` is None for direct messages, `parent_id` for what is no thread, or not known as one.
    In this round, messages from `below` on are looked at already.
    """

    channel_id: int
    guild_id: int | None
    parent_id: int | None
    below: int
