"""What is asked of a model: composed signed, and unsigned where signatures are refused."""

from dataclasses import dataclass, replace
from typing import Self

from bot.domain.content import Part
from bot.domain.conversation import Composition, Turn, compose
from bot.domain.job import Order
from bot.domain.model import ModelProfile
from bot.domain.picture import Picture


@dataclass(frozen=True, slots=True)
class Question:
    """Hold an order with the path that it continues, for one model and one budget in bytes."""

    model: ModelProfile
    order: Order
    path: tuple[Turn, ...]
    parent_id: int | None
    pointed: int | None
    budget: int

    @property
    def meant(self) -> Picture | None:
        """Return the picture that was pointed at."""
        if self.pointed is None or not self.path:
            return None
        return self.path[-1].picture(self.pointed)

    def compose(self, *, signed: bool = True) -> Composition:
        """Return the contents for this model, within the budget as far as that can be."""
        return compose(
            self.path,
            self.order.user,
            self.model,
            budget=self.budget,
            pointed=self.pointed,
            signed=signed,
        )

    def detached(self, picture: Picture) -> Self:
        """Go on without history: the picture that is meant is part of what is asked."""
        order = replace(self.order, user=(Part(picture=picture), *self.order.user))
        return replace(self, order=order, path=(), pointed=None)

    def was_cut_before(self) -> bool:
        """Tell whether the turn before was asked without older turns already."""
        if not self.path:
            return False
        before = compose(self.path[:-1], self.path[-1].user, self.model, budget=self.budget)
        return before.left_out > 0
