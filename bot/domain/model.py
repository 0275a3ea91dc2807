"""What a model takes and costs: data that operators can change, never constants in code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ModelKind(StrEnum):
    """Say whether a model answers with pictures or with text."""

    IMAGE = "image"
    CHAT = "chat"


class Thinking(StrEnum):
    """Name how long a model may think, as members choose it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Sampling:
    """Hold what an operator set for sampling; None leaves the field out of the request."""

    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    max_output_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class ModelProfile:
    """Describe one model: only what it is known to take is ever sent to it.

    `thinking` maps a member's choice to what the model takes: a `thinkingLevel` (text) or a
    `thinkingBudget` (tokens). `family` groups models that accept each other's signatures.
    `prices` maps a size (or "" where none was chosen) to millionths of a US dollar a picture.
    `timeouts` maps a size to how many seconds may pass without a byte; `timeout` is for all others.
    `fallbacks` names the models to ask instead while this one is not to be had, in order.
    """

    id: str
    kind: ModelKind
    label: str = ""
    family: str = ""
    aspects: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    max_references: int = 3
    signs: bool = False
    system: bool = True
    search: bool = False
    thinking: Mapping[Thinking, str | int] = field(default_factory=dict[Thinking, str | int])
    prices: Mapping[str, int] = field(default_factory=dict[str, int])
    timeout: float = 300.0
    timeouts: Mapping[str, float] = field(default_factory=dict[str, float])
    sampling: Sampling = Sampling()
    fallbacks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return what members read: the label, else the id."""
        return self.label or self.id

    def patience(self, size: str | None) -> float:
        """Return for how many seconds without a byte a picture of this size is waited for."""
        return self.timeouts.get(size or "", self.timeout)


def careful_profile(model_id: str, kind: ModelKind) -> ModelProfile:
    """Describe a model that is in no table: no option that it might refuse."""
    return ModelProfile(id=model_id, kind=kind, family=model_id, system=False)
