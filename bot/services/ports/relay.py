from collections.abc import Sequence
from typing import Protocol

from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.model import ModelProfile
from bot.domain.request import Fit, GenerationOptions, Reply


class Relay(Protocol):
    """Ask models to go on from a path of turns with what is asked now."""

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes."""
        ...

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask one model to answer to this; raise a RelayError.

        A picture of the answer is a stored blob by the time this returns.
        """
        ...
