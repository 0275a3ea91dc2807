"""How a model is asked, and what comes back, as values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.attempts import Attempts
from bot.domain.content import Part
from bot.domain.grounding import UNGROUNDED, Grounding
from bot.domain.model import Thinking
from bot.domain.tool import Tool


class Safety(StrEnum):
    """Name how strictly the model filters; DEFAULT leaves that to the model."""

    DEFAULT = "default"
    MEDIUM = "medium"
    STRICT = "strict"


def stricter(one: Safety, other: Safety | None) -> Safety:
    """Return whichever of the two filters more; None says nothing."""
    return max(one, other or Safety.DEFAULT, key=[*Safety].index)


@dataclass(frozen=True, slots=True)
class GenerationOptions:
    """How a model is to answer, and how far a request for that may go.

    `budget` bounds its body, in bytes: older turns are left out for it. With `search` the model may
    look things up on the web, with `thoughts` it tells what it thought. Without `with_memory`
    nothing is sent back that only the model understands which made it. With `on_text` the answer is
    streamed, and that is called with each piece of text. `tools` are what the model may call.
    `persona` is what it is told to be. `attempts` bounds how often and when it is sent, and may
    stop it. `guild_id` is the server whose own relay is asked, where it has one; with `pays_itself`
    that one alone.
    """

    budget: int
    aspect: str | None = None
    size: str | None = None
    thinking: Thinking | None = None
    safety: Safety = Safety.DEFAULT
    search: bool = False
    thoughts: bool = False
    with_memory: bool = True
    on_text: Callable[[str], None] | None = None
    tools: tuple[Tool, ...] = ()
    persona: str = ""
    attempts: Attempts = field(default_factory=Attempts)
    guild_id: int | None = None
    pays_itself: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of a conversation fits into one request.

    `left_out` of the oldest turns do not. `is_too_large`: nor does what is asked. If so, it would
    with pictures of `picture_bytes` each.
    """

    left_out: int
    is_too_large: bool
    picture_bytes: int


@dataclass(frozen=True, slots=True)
class TokenCounts:
    """Count tokens; zero where the relay did not say.

    Of the prompt, `cached` were known from a request before, and `sound` are of what was heard; of
    the answer, `pictures` are of pictures. Thoughts are beside the answer.
    """

    prompt: int = 0
    answer: int = 0
    thoughts: int = 0
    total: int = 0
    cached: int = 0
    sound: int = 0
    pictures: int = 0

    @property
    def are_told(self) -> bool:
        """Tell whether the relay counted what was asked, and what came of it."""
        return self.prompt > 0 and self.answer + self.thoughts > 0


class CutShort(StrEnum):
    """Say why an answer is not whole: what came of it is good, and kept."""

    BY_MODEL = "by-model"
    """It stopped before its end."""

    BROKEN_OFF = "broken-off"
    """The connection broke, or nothing more came in time."""

    STOPPED = "stopped"
    """The member had enough."""

    UNREADABLE = "unreadable"
    """What came around it, or between, could not be read."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Hold what came back: parts as received without thoughts, and whether all came.

    `cut` says why it is not whole, if it is not. `relay` names who answered; `is_elsewhere`: that
    was not the operator's first choice. `barred`: it names a picture at a host from which none may
    be fetched. `is_draft`: its picture is one that the model thought with, for there is no other.
    `thoughts` are the beginning of what it thought in words, as far as it tells.
    """

    parts: tuple[Part, ...]
    cut: CutShort | None = None
    tokens: TokenCounts = TokenCounts()
    model_version: str = ""
    response_id: str = ""
    grounding: Grounding = UNGROUNDED
    relay: str = ""
    is_elsewhere: bool = False
    barred: bool = False
    is_draft: bool = False
    thoughts: str = ""
