"""A job: one message's worth of work, kept as a row before it is work."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.area import Area
from bot.domain.content import Part
from bot.domain.conversation import Pointer
from bot.domain.grounding import UNGROUNDED, Grounding
from bot.domain.model import Thinking


class JobKind(StrEnum):
    """Name what a member asked for."""

    PICTURE = "picture"
    CHAT = "chat"


class Purpose(StrEnum):
    """Name what becomes of an answer: it is shown as it came, or read for what it says in parts."""

    ANSWER = "answer"
    DESCRIBE = "describe"
    NAME_THINGS = "name-things"
    IMPROVE = "improve"


class JobState(StrEnum):
    """Name how far a job came. Each step is committed before the next outside effect.

    The first three are unfinished. KEPT: made, but not wanted any more or nowhere to be shown; it
    waits for its author. REFUSED: by the model's or the relay's rules.
    """

    ACCEPTED = "accepted"
    SENT = "sent"
    MADE = "made"
    POSTED = "posted"
    KEPT = "kept"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"


POINTS = -1
"""The position of what a message points to and does not show."""

LEASE: Final = timedelta(seconds=90)
"""How long a job stays with the process that owns it, since that last said so."""

UNSHOWN = frozenset({JobState.MADE, JobState.KEPT})
"""The states of a job that made something which nobody has seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """Say where a job was asked and is answered; `guild_id` is None in direct messages.

    `thread_id` is set where the channel is a thread that keeps its own conversation, `parent_id`
    where it is any thread: the channel that it belongs to.
    """

    guild_id: int | None
    channel_id: int
    thread_id: int | None = None
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """Hold what a member asked for, checked against the model, before it is a job.

    `source_id` is the interaction or message that asked: Discord names it in the answer, which is
    how an answer is found again after a crash. `parent_id` is the turn that it continues; None
    begins a new conversation, but for words in a thread, which go on from its newest turn.
    `beside_id` is a turn whose question is asked anew: it continues what that one did, beside it.
    `called_by_id` is a turn in which a model asked for it: it continues that, and is not about it.
    `pointed` is the picture that was pointed at, and `area` what of it is to change, if not all.
    What comes of a `private` request is for its author alone, and never shown in a channel.
    `redone`: it asks once more for what was shown. `collected` are the ids of the references that
    its author had collected and that it uses up, of which so many went `along`. What has a
    `purpose` of its own is no turn of the thread where it is asked.
    `author_name` is what its author is called where they ask. `proposed` is the request whose words
    are to be made better, and that waits until its author chooses the words.
    `given_by_id` gave the pictures that go along where it is asked once more, else its author did.
    `person_id` is whose avatar goes along; that they let it is looked at each time this is asked.
    Where a button asked, `prompt` says what that does, and `about` is what a member had said of the
    picture. With `search` the model may look things up on the web, with `thoughts` it tells what it
    thought. `style` is the name of the style that its author chose, of which the rest is in `user`
    and in what else was chosen. `pays_itself`: it was accepted as one that its server pays for,
    at a relay of its own.
    """

    kind: JobKind
    place: Place
    author_id: int
    prompt: str
    model: str
    user: tuple[Part, ...]
    source_id: int = 0
    parent_id: int | None = None
    beside_id: int | None = None
    called_by_id: int | None = None
    pointed: Pointer | None = None
    area: Area | None = None
    aspect: str | None = None
    size: str | None = None
    thinking: Thinking | None = None
    search: bool = False
    thoughts: bool = False
    count: int = 1
    private: bool = False
    locale: str = "en-US"
    redone: bool = False
    collected: tuple[int, ...] = ()
    along: int = 0
    purpose: Purpose = Purpose.ANSWER
    author_name: str = ""
    proposed: "GenerationRequest | None" = None
    person_id: int | None = None
    style: str = ""
    given_by_id: int | None = None
    pays_itself: bool = False

    @property
    def is_held(self) -> bool:
        """Tell whether its author has to wait for it where a server wants time in between.

        What a model calls for, or is asked on the way to a picture, they did not ask for by itself.
        """
        return self.called_by_id is None and self.purpose is Purpose.ANSWER

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return all that it was asked with, and what waits was."""
        return (*self.user, *self.proposed.user) if self.proposed else self.user

    about: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Hold an accepted request: its row, and the conversation that it belongs to.

    `unwanted`: it was cancelled when it was sent already; what came of it is not shown unasked,
    and its author knows that it is kept.
    """

    id: int
    conversation_id: int
    request: GenerationRequest
    created_at: datetime
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class UnfinishedJob:
    """Hold a job that a process left behind, and how far it came."""

    job: Job
    state: JobState


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold a turn that is about to be stored: what it continues, what was asked, what came back.

    `micros` is what that cost in millionths of a US dollar, where it is known.
    """

    parent_id: int | None
    user: tuple[Part, ...]
    answer: tuple[Part, ...]
    model: str
    family: str
    grounding: Grounding = UNGROUNDED
    micros: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Say that position `position` of message `message_id` shows a part of a turn.

    `part` is None where a message shows a turn's text alone. `channel_id` is 0 where the message is
    for its author alone, and so in no channel's sight. A message at POINTS shows nothing itself: it
    tells of what another one shows.
    """

    message_id: int
    position: int
    turn_id: int
    part: int | None
    channel_id: int = field(default=0)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Count what was forgotten at once: jobs that are over, and the turns that went with them.

    `at_work`: a job of the place that is forgotten is not over, and was left alone.
    """

    jobs: int
    turns: int
    at_work: bool = False
