from dataclasses import replace
from typing import Any

import pytest

from bot.domain.errors import (
    AllRelaysDown,
    Billing,
    KeyRejected,
    ModelUnavailable,
    Refused,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyEmpty,
    RequestRejected,
    WrongAddress,
)
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.domain.tariff import TokenPrices
from bot.services.fallback import another_may_help, fallbacks


def image(name: str, *instead: str, **prices: int) -> ModelProfile:
    """Return an image model with its fallbacks and its prices by size; `any` is no size."""
    return ModelProfile(
        id=name,
        kind=ModelKind.IMAGE,
        aspects=("1:1", "16:9"),
        sizes=("1K", "2K"),
        prices={"" if size == "any" else size[1:]: price for size, price in prices.items()},
        fallbacks=instead,
    )


KNOWN = {
    model.id: model
    for model in (
        image("brush", "palette", "pencil", "chalk", any=100, _1K=100, _2K=200),
        image("palette", any=101, _1K=100, _2K=300),
        image("pencil", any=50, _1K=50),
        image("chalk"),
        image("crayon", "chalk", "pencil"),
        ModelProfile(id="square", kind=ModelKind.IMAGE, aspects=("1:1",), prices={"": 1}),
        ModelProfile(id="voice", kind=ModelKind.CHAT, fallbacks=("whisper", "brush")),
        ModelProfile(id="whisper", kind=ModelKind.CHAT),
    )
}


def names(
    model: ModelProfile | str,
    *,
    aspect: str | None = None,
    size: str | None = None,
    dearer: bool = False,
) -> list[str]:
    """Return the ids of what may stand in for a model."""
    model = KNOWN[model] if isinstance(model, str) else model
    found = fallbacks(model, KNOWN, aspect=aspect, size=size, dearer=dearer)
    return [other.id for other in found]


@pytest.mark.parametrize(
    ("size", "cheap"), [(None, ["pencil"]), ("1K", ["palette", "pencil"]), ("2K", [])]
)
def test_dearer_models_need_consent(size: str | None, cheap: list[str]) -> None:
    """The price of the very size decides; what has no price may cost anything."""
    assert names("brush", size=size) == cheap
    assert names("brush", size=size, dearer=True) == ["palette", "pencil", "chalk"]


def test_where_no_price_is_known_the_operators_list_decides() -> None:
    """Two models without prices are taken as they are listed; one with a price may be dearer."""
    assert names("crayon") == ["chalk"]
    assert names("voice") == ["whisper"]


def test_a_fallback_takes_the_ratio_and_the_size() -> None:
    """A model that can't make what was asked for is left out."""
    model = image("easel", "square", any=100, _2K=100)
    assert names(model) == names(model, aspect="1:1") == ["square"]
    assert names(model, aspect="16:9", dearer=True) == []
    assert names(model, size="2K", dearer=True) == []


def test_a_fallback_is_known_and_of_the_same_kind() -> None:
    """What is in no table, or answers with words, paints nothing."""
    assert names(image("easel", "unheard-of", "voice"), dearer=True) == []


def test_fallbacks_of_fallbacks_are_not_asked() -> None:
    """Only what the model itself lists stands in for it."""
    assert names(image("easel", "crayon"), dearer=True) == ["crayon"]


@pytest.mark.parametrize(
    ("error", "helps"),
    [
        (ModelUnavailable(), True),
        (RelayBusy(), True),
        (RelayBalanceUsedUp(), True),
        (AllRelaysDown(retry=1), True),
        (KeyRejected(), False),
        (RelayUnreachable(), False),
        (WrongAddress(), False),
        (RelayFault(), False),
        (RelayTimeout(), False),
        (RequestRejected(), False),
        (Refused("SAFETY"), False),
        (ReplyEmpty(), False),
    ],
)
def test_another_model_helps_where_it_was_the_models_matter(
    error: RelayError,
    helps: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    """Refusals, wrong requests and what may have been billed end with the model that was asked."""
    assert another_may_help(error) is helps


def test_another_model_is_not_asked_after_a_possible_bill() -> None:
    """A busy relay after an early fault is no longer free."""
    error = RelayBusy()
    error.billing = Billing.POSSIBLE
    assert not another_may_help(error)


def test_a_fallback_searches_and_thinks_as_asked_for() -> None:
    """What does not would be another thing for the same money; else it is as good as any."""
    able = replace(KNOWN["pencil"], search=True, thinking={Thinking.LOW: "LOW"})
    known = KNOWN | {"pencil": able}

    def instead(**wanted: Any) -> list[str]:
        found = fallbacks(KNOWN["brush"], known, aspect=None, size=None, dearer=True, **wanted)
        return [other.id for other in found]

    assert instead() == ["palette", "pencil", "chalk"]
    assert instead(search=True) == instead(thinking=Thinking.LOW) == ["pencil"]
    assert instead(thinking=Thinking.HIGH) == []


CHEAP, DEAR = TokenPrices(1, 10), TokenPrices(2, 20)


@pytest.mark.parametrize(
    ("theirs", "stands_in"),
    [
        ((CHEAP,), True),
        ((TokenPrices(2, 10),), False),
        ((TokenPrices(1, 11),), False),
        ((CHEAP, replace(DEAR, over=9)), False),
        ((), False),
    ],
    ids=["as dear", "dearer to ask", "dearer to answer", "dearer when long", "unknown"],
)
def test_who_talks_is_compared_by_tokens(
    theirs: tuple[TokenPrices, ...], *, stands_in: bool
) -> None:
    """What is sent and what is answered must cost no more, however long it is."""
    ours = ModelProfile("voice", ModelKind.CHAT, tokens=(CHEAP,), fallbacks=("other",))
    known = {"other": ModelProfile("other", ModelKind.CHAT, tokens=theirs)}
    found = fallbacks(ours, known, aspect=None, size=None, dearer=False)
    assert [each.id for each in found] == ["other"] * stands_in
    long = replace(ours, tokens=(CHEAP, replace(DEAR, over=9)))
    assert bool(fallbacks(long, known, aspect=None, size=None, dearer=False)) == (
        stands_in or theirs[1:] == (replace(DEAR, over=9),)
    )
