"""Which models members may choose, and which is meant when they don't."""

from collections.abc import Mapping

from bot.domain.errors import UnknownModel, UnsupportedOption
from bot.domain.job import JobKind, Order
from bot.domain.model import ModelKind, ModelProfile
from bot.services.fallback import fallbacks


class Models:
    """Find profiles by id; the two defaults are always among them."""

    def __init__(
        self,
        profiles: Mapping[str, ModelProfile],
        *,
        image: ModelProfile,
        chat: ModelProfile,
        dearer_fallback: bool = False,
    ) -> None:
        self._profiles = {**profiles, image.id: image, chat.id: chat}
        self._dearer_fallback = dearer_fallback
        self._defaults = {ModelKind.IMAGE: image, ModelKind.CHAT: chat}

    def find(self, model_id: str | None, kind: ModelKind) -> ModelProfile:
        """Return the profile of this id, or the default of this kind; raise UnknownModel."""
        if model_id is None:
            return self._defaults[kind]
        profile = self._profiles.get(model_id)
        if profile is None or profile.kind is not kind:
            raise UnknownModel(model=model_id)
        return profile

    def recall(self, model_id: str, kind: ModelKind) -> ModelProfile:
        """Return the profile that an old turn used, or the default if it is no longer known."""
        profile = self._profiles.get(model_id)
        return profile if profile and profile.kind is kind else self._defaults[kind]

    def of(self, order: Order) -> ModelProfile:
        """Return the profile that an order names, or the default if it is no longer known."""
        kind = ModelKind.CHAT if order.kind is JobKind.CHAT else ModelKind.IMAGE
        return self.recall(order.model, kind)

    def name(self, model_id: str) -> str:
        """Return what members read of a model, also of one that is no longer configured."""
        profile = self._profiles.get(model_id)
        return profile.name if profile else model_id

    def fallbacks(
        self, model: ModelProfile, *, aspect: str | None, size: str | None
    ) -> list[ModelProfile]:
        """Return what may stand in for a model, in the operator's order."""
        return fallbacks(
            model, self._profiles, aspect=aspect, size=size, dearer=self._dearer_fallback
        )

    def talks(self, model_id: str) -> bool:
        """Tell whether this model answers with words."""
        profile = self._profiles.get(model_id)
        return profile is not None and profile.kind is ModelKind.CHAT

    def of_kind(self, kind: ModelKind) -> list[ModelProfile]:
        """List what members may choose, the default first."""
        default = self._defaults[kind]
        others = [p for p in self._profiles.values() if p.kind is kind and p.id != default.id]
        return [default, *others]


def check_options(model: ModelProfile, *, aspect: str | None, size: str | None) -> None:
    """Raise UnsupportedOption for a ratio or size that the model does not take."""
    for value, allowed in ((aspect, model.aspects), (size, model.sizes)):
        if value is not None and value not in allowed:
            key = "error-unsupported-option" if allowed else "error-option-not-taken"
            raise UnsupportedOption(
                key=key, value=value, model=model.name, allowed=", ".join(allowed)
            )
