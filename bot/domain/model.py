"""What a model takes and costs: data that operators can change, never constants in code."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.domain.media import MediaFile, MediaKind
from bot.domain.picture import Picture
from bot.domain.tariff import TokenPrices

CHAT_HISTORY: Final = 40
"""Turns of a chat that a model is reminded of."""


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

    `thinking` maps a member's choice to what the model takes: a level (text) or a budget (tokens).
    `family` groups models that read each other's memory, and who `signs` insists on getting it.
    Who has `tools` can ask for a picture while it talks, and who has `search` can look things up on
    the web. `takes` names the files that it reads, beside words and pictures. Who has `thoughts`
    tells what it thought.
    `prices` and `tokens` are what it costs, as in a `Tariff`. It reads `input_limit` tokens at most
    and answers with `output_limit` at most: its thoughts are among them, its pictures are not.
    `timeouts` maps a size to how many seconds may pass without a sign of life, `totals` to how many
    an answer may take in all; `timeout` and `total` are for all others, and without `total` it is
    twice as long as the first. `modalities` names what is asked for; empty for what models of its
    kind usually want.
    `fallbacks` names the models to ask instead while this one is not to be had, in order.
    `usual_aspect` and `usual_size` are what a server wants where nobody chooses.
    """

    id: str
    kind: ModelKind
    label: str = ""
    family: str = ""
    aspects: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    max_references: int = 3
    signs: bool = False
    tools: bool = False
    search: bool = False
    takes: tuple[MediaKind, ...] = ()
    thoughts: bool = False
    thinking: Mapping[Thinking, str | int] = field(default_factory=dict[Thinking, str | int])
    prices: Mapping[str, int] = field(default_factory=dict[str, int])
    tokens: tuple[TokenPrices, ...] = ()
    input_limit: int = 1_048_576
    output_limit: int = 65_536
    timeout: float = 300.0
    timeouts: Mapping[str, float] = field(default_factory=dict[str, float])
    total: float | None = None
    totals: Mapping[str, float] = field(default_factory=dict[str, float])
    modalities: tuple[str, ...] = ()
    sampling: Sampling = Sampling()
    fallbacks: tuple[str, ...] = ()
    usual_aspect: str | None = None
    usual_size: str | None = None

    @property
    def room_beside_one(self) -> int:
        """Return how many pictures may go along with the one that is edited."""
        return max(self.max_references - 1, 0)

    @property
    def history(self) -> int:
        """Return how many turns back it is worth to look: more would not be sent.

        A painter's turns have a picture each. How far back a chat goes is a choice of ours: far
        enough for a long evening, and the same work for every turn.
        """
        return max(self.max_references, 1) if self.kind is ModelKind.IMAGE else CHAT_HISTORY

    @property
    def name(self) -> str:
        """Return what members read: the label, else the id."""
        return self.label or self.id

    def reads(self, file: MediaFile) -> bool:
        """Tell whether it takes such a file."""
        return file.kind in self.takes

    def patience(self, size: str | None) -> float:
        """Return for how many seconds without a sign of life a picture of this size is awaited."""
        return self.timeouts.get(size or "", self.timeout)

    def limit(self, size: str | None) -> float:
        """Return how many seconds an answer of this size may take in all, however alive it is."""
        return self.totals.get(size or "", self.total or 2 * self.patience(size))


def nearest_aspect(aspects: Sequence[str], picture: Picture) -> str | None:
    """Return the ratio (width:height) that is nearest to a picture's own; None if there is none."""
    own = math.log(picture.width / picture.height)
    return min(aspects, key=lambda aspect: abs(math.log(_ratio(aspect)) - own), default=None)


def size_above(sizes: Sequence[str], picture: Picture) -> str | None:
    """Return the next size that has more pixels than a picture; None if there is none.

    By a tenth of its side at least: models keep to a size no closer than that.
    """
    side = 1.1 * math.sqrt(picture.width * picture.height)
    return min((size for size in sizes if _side(size) > side), key=_side, default=None)


def is_as_asked(picture: Picture, *, aspect: str | None, size: str | None) -> bool:
    """Tell whether a model kept to the ratio and size that were asked for, if any were.

    Models round sides to multiples of 16 or 32, which moves a ratio by up to 3 %. A size names the
    side of a square of as many pixels.
    """
    width, height = picture.width, picture.height
    if aspect and not math.isclose(width / height, _ratio(aspect), rel_tol=0.05):
        return False
    return not size or math.isclose(math.sqrt(width * height), _side(size), rel_tol=0.1)


def _ratio(aspect: str) -> float:
    width, _, height = aspect.partition(":")
    return int(width) / int(height)


def _side(size: str) -> int:
    thousands = size.removesuffix("K")
    return int(size) if thousands == size else 1024 * int(thousands)


def careful_profile(model_id: str, kind: ModelKind) -> ModelProfile:
    """Describe a model that is in no table: no option that it might refuse."""
    return ModelProfile(id=model_id, kind=kind, family=model_id)
