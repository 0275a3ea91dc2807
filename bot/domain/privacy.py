"""What is kept of one member, as they may see it and take it along."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.conversation import Turn
from bot.domain.guild_settings import SettingChange
from bot.domain.job import Job
from bot.domain.media import MediaFile
from bot.domain.picture import Picture
from bot.domain.references import Reference
from bot.domain.style import Style
from bot.domain.usage import Period, Used


@dataclass(frozen=True, slots=True)
class Decision:
    """Say what somebody decided about their avatar in a server; None where they were only asked."""

    guild_id: int
    allows: bool | None
    at: datetime


@dataclass(frozen=True, slots=True)
class UsedIn:
    """Say what a member used in a server, 0 for direct messages, in a month or on a day of late."""

    period: Period
    guild_id: int
    used: Used


@dataclass(frozen=True, slots=True)
class Kept:
    """Count what is kept of a member.

    `requests` are what they asked for, `answers` what came of it, of which `waiting` requests were
    not shown yet. `guild_ids` are the servers where they asked; `directly`: also elsewhere. `blobs`
    are the keys of all files of theirs.
    """

    requests: int
    answers: int
    waiting: int
    guild_ids: tuple[int, ...]
    directly: bool
    blobs: tuple[str, ...]
    styles: int
    references: int
    changes: int
    decisions: tuple[Decision, ...]
    locale: str | None
    used: tuple[UsedIn, ...]
    blocked_in: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what a member asked for, and what came of it."""

    job: Job
    state: str
    turns: tuple[Turn, ...]

    @property
    def is_their_wish(self) -> bool:
        """Tell whether they said themselves what was asked for: Redo can be pressed by others.

        Of what was asked once more before it was written down whose it was, nobody knows.
        """
        request = self.job.request
        is_known = request.given_by_id is not None or not request.redone
        return is_known and request.given_by_id in {None, request.author_id}

    @property
    def given(self) -> list[Picture | MediaFile]:
        """List the pictures and other files that they themselves gave with it.

        Somebody else's avatar, which goes first, is not theirs.
        """
        request = self.job.request
        if not self.is_their_wish:
            return []
        given = [part.data for part in request.parts if part.data]
        has_avatar = request.person_id not in {None, request.author_id}
        return given[1:] if has_avatar else given


@dataclass(frozen=True, slots=True)
class Belongings:
    """Hold what is kept of a member beside what they asked for."""

    styles: tuple[Style, ...]
    references: tuple[Reference, ...]
    changes: tuple[SettingChange, ...]
    decisions: tuple[Decision, ...]
    asked_for_avatars: int
    locale: str | None
    used: tuple[UsedIn, ...]
    blocked_in: tuple[int, ...]
