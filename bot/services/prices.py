"""What a request can cost at most, and what it did cost, in millionths of a US dollar."""

from bot.domain.job import GenerationRequest
from bot.domain.model import ModelProfile
from bot.domain.request import Reply
from bot.services.models import Models


class Prices:
    """Tell prices by the table of models; None where one is not known."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def most(self, request: GenerationRequest) -> int | None:
        """Return what each picture, or the answer, of a request can cost at most."""
        model = self._models.of(request)
        return _price(model, request.size)

    def spent(self, model: ModelProfile, reply: Reply, size: str | None) -> int | None:
        """Return what a reply of a model cost."""
        del reply
        return _price(model, size)


def _price(model: ModelProfile, size: str | None) -> int | None:
    return model.prices.get(size or "", model.prices.get(""))
