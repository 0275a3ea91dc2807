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
    """Hold an order with the path that it continues, for one model and one budget in bytes.

    `older` is the turn before the path, where that goes further back than the model's memory.
    """

    model: ModelProfile
    order: Order
    path: tuple[Turn, ...]
    parent_id: int | None
    pointed: int | None
    budget: int
    older: tuple[Turn, ...] = ()

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
        return replace(self, order=order, path=(), older=(), pointed=None)

    def is_first_cut(self, composition: Composition) -> bool:
        """Tell whether older turns are left out now which the turn before was asked with."""
        if not (self.older or composition.left_out):
            return False
        before = (*self.older, *self.path)
        if not before:
            return False
        begun_late = bool(self.older) and self.older[0].parent_id is not None
        asked = compose(before[:-1], before[-1].user, self.model, budget=self.budget)
        return not (begun_late or asked.left_out)
