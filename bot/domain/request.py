"""One question to a model, and its answer, as values."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.content import Content, Part
from bot.domain.model import ModelProfile, Thinking


class Safety(StrEnum):
    """Name how strictly the model filters; DEFAULT sends no `safetySettings` at all."""

    DEFAULT = "default"
    MEDIUM = "medium"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class GenerateRequest:
    """Hold all that a relay needs for one `generateContent` call."""

    model: ModelProfile
    contents: tuple[Content, ...]
    aspect: str | None = None
    size: str | None = None
    thinking: Thinking | None = None
    safety: Safety = Safety.DEFAULT


@dataclass(frozen=True, slots=True)
class TokenCounts:
    """Count tokens as `usageMetadata` does; zero where the relay did not say."""

    prompt: int = 0
    candidates: int = 0
    thoughts: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Name a web page that a grounded answer stands on."""

    title: str
    url: str


class CutShort(StrEnum):
    """Say why an answer is not whole: what came of it is good, and kept."""

    BY_MODEL = "by-model"
    """It stopped before its end: `MAX_TOKENS` and the like."""

    BROKEN_OFF = "broken-off"
    """The connection broke, or nothing more came in time."""

    STOPPED = "stopped"
    """The member had enough."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Hold what came back: parts as received without thoughts, and how it ended.

    `cut` says why it is not whole, if it is not. `relay` names who answered, where that was not the
    operator's first choice. `barred`: it names a picture at a host from which none may be fetched.
    `is_draft`: its picture is one that the model thought with, for there is no other.
    """

    parts: tuple[Part, ...]
    finish: str = "STOP"
    cut: CutShort | None = None
    tokens: TokenCounts = TokenCounts()
    model_version: str = ""
    response_id: str = ""
    sources: tuple[Source, ...] = ()
    relay: str = ""
    barred: bool = False
    is_draft: bool = False
