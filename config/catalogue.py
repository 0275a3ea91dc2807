"""The table of models: `models.toml`, with an operator's changes laid over it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Annotated, Final, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator

from bot.domain.media import MediaKind
from bot.domain.model import ModelKind, ModelProfile, Sampling, Thinking, careful_profile
from bot.domain.tariff import MICROS, Tariff, TokenPrices
from config.problems import in_table

LONGEST_REQUEST: Final = 840.0
"""Seconds: an interaction can be answered for fifteen minutes, and a minute is left to post."""

LONGEST_IN_ALL: Final = 3600.0
"""Seconds: what comes after an interaction is over is posted as a message of its own."""

LONGEST_NAME: Final = 100
"""Discord docs, Application Commands: the name and the value of a choice."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@-]*(?:/[A-Za-z0-9][A-Za-z0-9._:@-]*)*")
_ASPECT = re.compile(r"[1-9]\d?:[1-9]\d?")
_SIZE = re.compile(r"[1-9]\d*K?")
_LEVEL = re.compile(r"[A-Z]+")


def _model_id(value: str) -> str:
    value = _bare_id(value)
    if not _ID.fullmatch(value):
        raise ValueError("not a model's name. Write it as the relay does, without spaces")
    if len(value) > LONGEST_NAME:
        raise ValueError(f"a model's name has {LONGEST_NAME} characters at most")
    return value


def _bare_id(value: str) -> str:
    """Return a model's name without what stands before it where Google lists models."""
    return value.removeprefix("models/")


def _aspect(value: str) -> str:
    if not _ASPECT.fullmatch(value):
        raise ValueError('not a ratio. Write width:height, for example "16:9"')
    return value


def _size(value: str) -> str:
    if not _SIZE.fullmatch(value):
        raise ValueError('not a size. Write "512", or thousands with a capital K, for example "2K"')
    return value


def _modality(value: str) -> str:
    if not _LEVEL.fullmatch(value):
        raise ValueError('not a kind of answer. Write it in capitals, for example "IMAGE"')
    return value


def _thinking(value: object) -> str | int:
    if isinstance(value, str) and _LEVEL.fullmatch(value):
        return value
    # -1 lets the model decide how long it thinks; a bool is an int to Python, not to a relay.
    if isinstance(value, int) and not isinstance(value, bool) and value >= -1:
        return value
    raise ValueError('neither a level such as "HIGH" nor a number of tokens')


ModelId = Annotated[str, AfterValidator(_model_id)]
Aspect = Annotated[str, AfterValidator(_aspect)]
Size = Annotated[str, AfterValidator(_size)]
Dollars = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
Modality = Annotated[str, AfterValidator(_modality)]
Seconds = Annotated[float, Field(ge=10, le=LONGEST_REQUEST)]
SecondsInAll = Annotated[float, Field(gt=10, le=LONGEST_IN_ALL)]
ThinkingOption = Annotated[str | int, PlainValidator(_thinking)]


class TokenEntry(BaseModel):
    """Check one entry of `tokens`: US dollars a million tokens, from `over` tokens sent on."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    input: Dollars
    output: Dollars
    cached: Dollars | None = None
    audio: Dollars | None = None
    over: int = Field(default=0, ge=0)

    def prices(self) -> TokenPrices:
        """Return the same in millionths of a dollar."""
        return TokenPrices(
            input=_micros(self.input),
            output=_micros(self.output),
            cached=None if self.cached is None else _micros(self.cached),
            audio=None if self.audio is None else _micros(self.audio),
            over=self.over,
        )


def _rising(steps: tuple[TokenEntry, ...]) -> tuple[TokenEntry, ...]:
    overs = [step.over for step in steps]
    if overs and (overs[0] != 0 or overs != sorted(set(overs))):
        raise ValueError('not in order. Begin with one without "over", then rise')
    return steps


class PriceEntry(BaseModel):
    """Check what a model costs: US dollars a picture, or an answer in words, and of its tokens.

    `price` is that of a picture whose size nobody chose.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    price: Dollars | None = None
    prices: dict[Size, Dollars] = {}
    tokens: Annotated[tuple[TokenEntry, ...], AfterValidator(_rising)] = ()

    def tariff(self) -> Tariff:
        """Return the same in millionths of a dollar."""
        dollars = dict(self.prices) if self.price is None else {"": self.price, **self.prices}
        return Tariff(
            {size: _micros(price) for size, price in dollars.items()},
            tuple(step.prices() for step in self.tokens),
        )


class ModelEntry(PriceEntry):
    """Check one `[models."id"]` table; time is in seconds.

    `timeout` and `total` hold for every size
    that is not among `timeouts` and `totals`.
    """

    kind: ModelKind
    label: str = Field(default="", max_length=LONGEST_NAME)
    family: str = ""
    aspects: tuple[Aspect, ...] = ()
    sizes: tuple[Size, ...] = ()
    references: int = Field(default=3, ge=0, le=100)
    signs: bool = False
    tools: bool = False
    search: bool = False
    takes: tuple[MediaKind, ...] = ()
    thoughts: bool = False
    thinking: dict[Thinking, ThinkingOption] = {}
    input_limit: int = Field(default=1_048_576, ge=1)
    output_limit: int = Field(default=65_536, ge=1)
    timeout: Seconds = 300.0
    timeouts: dict[Size, Seconds] = {}
    total: SecondsInAll | None = None
    totals: dict[Size, SecondsInAll] = {}
    modalities: tuple[Modality, ...] = ()
    temperature: float | None = Field(default=None, ge=0, le=2)
    top_p: float | None = Field(default=None, ge=0, le=1)
    top_k: int | None = Field(default=None, ge=1)
    max_output_tokens: int | None = Field(default=None, ge=1)
    fallbacks: tuple[ModelId, ...] = ()

    def profile(self, model_id: str) -> ModelProfile:
        """Return what the rest of the program reads; prices become millionths of a dollar."""
        tariff = self.tariff()
        return ModelProfile(
            id=model_id,
            kind=self.kind,
            label=self.label,
            family=self.family or model_id,
            aspects=self.aspects,
            sizes=self.sizes,
            max_references=self.references,
            signs=self.signs,
            tools=self.tools,
            search=self.search,
            takes=self.takes,
            thoughts=self.thoughts,
            thinking=self.thinking,
            prices=tariff.prices,
            tokens=tariff.tokens,
            input_limit=self.input_limit,
            output_limit=self.output_limit,
            timeout=self.timeout,
            timeouts=self.timeouts,
            total=self.total,
            totals=self.totals,
            modalities=self.modalities,
            sampling=Sampling(
                temperature=self.temperature,
                top_p=self.top_p,
                top_k=self.top_k,
                max_output_tokens=self.max_output_tokens,
            ),
            fallbacks=self.fallbacks,
        )


def _micros(dollars: float) -> int:
    return round(dollars * MICROS)


def with_built_in(changes: object) -> object:
    """Lay an operator's tables over the built-in ones, key by key.

    Who writes `timeout` alone means every size, so the built-in `timeouts` then no longer hold.
    What is no table stays as it is, for the validation to name.
    """
    if not isinstance(changes, dict):
        return changes
    built_in = _built_in()
    merged: dict[str, object] = {**built_in}
    for written, change in cast("dict[str, object]", changes).items():
        model_id = _bare_id(written)
        if isinstance(change, dict):
            known = built_in.get(model_id, {})
            if "timeout" in change:
                known.pop("timeouts", None)
            merged[model_id] = known | cast("dict[str, object]", change)
        else:
            merged[model_id] = change
    return merged


def own_tables(models: Mapping[str, ModelEntry]) -> list[str]:
    """Return which models an operator added or changed."""
    built_in = _built_in()
    return [
        model_id
        for model_id, entry in models.items()
        if model_id not in built_in or entry != ModelEntry.model_validate(built_in[model_id])
    ]


def fallback_problems(models: Mapping[str, ModelEntry]) -> Iterator[str]:
    """Say which fallbacks are in no table, of another kind, or the model itself."""
    for model_id, entry in models.items():
        for index, other_id in enumerate(entry.fallbacks):
            other = models.get(other_id)
            place = in_table("models", model_id, "fallbacks", index)
            if other is None:
                yield f"{place}: no known model. Give {other_id} a table too"
            elif other.kind is not entry.kind:
                yield f"{place}: the {other.kind} model {other_id} is no {entry.kind} model"
            elif other_id == model_id:
                yield f"{place}: the model itself"


def total_problems(models: Mapping[str, ModelEntry]) -> Iterator[str]:
    """Say which totals would end an answer that is still within its time-out."""
    for model_id, entry in models.items():
        profile = entry.profile(model_id)
        for size in ("", *entry.timeouts, *entry.totals):
            if profile.limit(size) <= profile.patience(size):
                name = "totals" if size in entry.totals else "total"
                place = in_table("models", model_id, name, *([size] if name == "totals" else []))
                yield f"{place}: must be longer than the time-out, {profile.patience(size):g} s"
                break


def _built_in() -> dict[str, dict[str, object]]:
    return tomllib.loads(resources.files("config").joinpath("models.toml").read_text("utf-8"))


class Catalogue:
    """Hold the profiles of all models that are known by name."""

    def __init__(self, profiles: Mapping[str, ModelProfile]) -> None:
        self.profiles = dict(profiles)

    def get(self, model_id: str, kind: ModelKind) -> ModelProfile:
        """Return the model's profile; for one in no table, or of another kind, a careful one."""
        profile = self.profiles.get(model_id)
        return profile if profile and profile.kind is kind else careful_profile(model_id, kind)
