from bot.domain.usage import Used
from bot.interface.markup import Markup
from bot.interface.setting_words import money
from bot.interface.texts import Texts

_CELLS = 10
_FULL, _EMPTY = "▰", "▱"


def used_in_words(used: Used, texts: Texts, locale: str, *, cost: bool) -> Markup:
    """Say how many pictures and answers something was, how many refused, and what it cost."""
    said = [
        texts.get(key, locale, count=count)
        for key, count in (
            ("usage-pictures", used.pictures),
            ("usage-answers", used.answers),
            ("usage-refused", used.refused),
        )
        if count
    ]
    if cost and used.micros:
        said.append(money(used.micros, texts, locale))
    return Markup(" · ".join(said)) or texts.get("usage-nothing", locale)


def bar(spent: int, budget: int) -> str:
    """Return how much of a budget is spent as a row of cells: none is full before it is."""
    full = min(_CELLS, spent * _CELLS // budget) if budget else _CELLS
    return _FULL * full + _EMPTY * (_CELLS - full)


def percent(spent: int, budget: int) -> int:
    """Return how much of a budget is spent, 100 no sooner than all is."""
    return spent * 100 // budget if budget else 100
