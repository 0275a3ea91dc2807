"""Which models may stand in for one that is not available."""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.errors import (
    AllRelaysDown,
    ModelUnavailable,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
)
from bot.domain.media import MediaFile
from bot.domain.model import ModelProfile, Thinking
from bot.domain.tariff import TokenPrices

_OF_THE_MODEL = (AllRelaysDown, ModelUnavailable, RelayBalanceUsedUp, RelayBusy)
"""What may be otherwise with another model; a daily quota is one model's too."""


def another_may_help(error: RelayError) -> bool:
    """Tell whether another model may be asked after this error: it can help, and costs nothing."""
    return isinstance(error, _OF_THE_MODEL) and error.billing.allows_another


def fallbacks(
    model: ModelProfile,
    known: Mapping[str, ModelProfile],
    *,
    aspect: str | None,
    size: str | None,
    thinking: Thinking | None = None,
    search: bool = False,
    files: Iterable[MediaFile] = (),
    dearer: bool,
) -> list[ModelProfile]:
    """Return the models to ask instead, in the operator's order.

    They are known, of the same kind, and take what was asked for: the ratio, the size, the files, a
    time to think, a search. Unless `dearer` is allowed, they cost no more than `model` does for
    this size.
    """
    found = (known.get(model_id) for model_id in model.fallbacks)
    return [
        other
        for other in found
        if other
        and other.kind is model.kind
        and (aspect is None or aspect in other.aspects)
        and (size is None or size in other.sizes)
        and (thinking is None or thinking in other.thinking)
        and (other.search or not search)
        and all(map(other.reads, files))
        and (dearer or _is_no_dearer(other, model, size or ""))
    ]


def _is_no_dearer(other: ModelProfile, model: ModelProfile, size: str) -> bool:
    """Compare prices; where only one of the two is known, the other may be anything.

    Where it is not by the picture, what is sent must cost no more, and what is answered.
    """
    theirs, ours = other.prices.get(size), model.prices.get(size)
    if theirs is None and ours is None:
        return _are_no_dearer(other.tokens, model.tokens)
    return theirs is not None and ours is not None and theirs <= ours


def _are_no_dearer(theirs: Sequence[TokenPrices], ours: Sequence[TokenPrices]) -> bool:
    """Compare prices of tokens at every length from which on other ones hold."""
    if not theirs or not ours:
        return not theirs and not ours
    return all(
        _at(theirs, each.over).input <= _at(ours, each.over).input
        and _at(theirs, each.over).output <= _at(ours, each.over).output
        for each in (*theirs, *ours)
    )


def _at(prices: Sequence[TokenPrices], over: int) -> TokenPrices:
    return [each for each in prices if each.over <= over][-1]
