"""What a model is billed at, as data: money is in millionths of a US dollar, and whole."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

MICROS: Final = 1_000_000
"""Millionths of a US dollar in one."""


@dataclass(frozen=True, slots=True)
class TokenPrices:
    """Hold what a million tokens cost where more than `over` tokens are sent.

    `output` is that of words and thoughts. `cached` is that of what the model still knew from a
    request before, and `audio` that of sound that is sent: as `input`, where they are None.
    """

    input: int
    output: int
    cached: int | None = None
    audio: int | None = None
    over: int = 0


@dataclass(frozen=True, slots=True)
class Tariff:
    """Hold all prices of one model.

    `prices` maps a size ("" where none was chosen) to what a picture costs, or an answer of a model
    that talks. `tokens` are the prices of what is sent and of words, from the shortest request to
    the longest; a relay that bills by the picture, or by the answer, has none.
    """

    prices: Mapping[str, int] = field(default_factory=dict[str, int])
    tokens: tuple[TokenPrices, ...] = ()

    def of(self, size: str | None) -> int | None:
        """Return the price of a size; where there is but one price, it is that of every size."""
        if set(self.prices) == {""}:
            return self.prices[""]
        return self.prices.get(size or "")

    def dearest(self, size: str | None) -> int | None:
        """Return the price of a size, or the dearest one where none was chosen."""
        return self.of(size) if size else max(self.prices.values(), default=None)

    def times(self, factor: Fraction) -> "Tariff":
        """Return the prices of a relay that bills so much of each, rounded up."""

        def scaled(price: int) -> int:
            return math.ceil(price * factor)

        return Tariff(
            {size: scaled(price) for size, price in self.prices.items()},
            tuple(
                replace(
                    each,
                    input=scaled(each.input),
                    output=scaled(each.output),
                    cached=None if each.cached is None else scaled(each.cached),
                    audio=None if each.audio is None else scaled(each.audio),
                )
                for each in self.tokens
            ),
        )
