"""Which models members may choose, and which is meant when they don't."""

from collections.abc import Collection, Mapping, Sequence

from bot.domain.errors import UnknownModel, UnsupportedOption
from bot.domain.job import GenerationRequest, JobKind
from bot.domain.media import MediaFile
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.services.fallback import fallbacks


class Models:
    """Find profiles by id; the two defaults are always among them.

    Once it is known what the relays list, what they do not list is neither offered nor found, and
    stands in for nothing.
    """

    def __init__(
        self,
        profiles: Mapping[str, ModelProfile],
        *,
        image: ModelProfile,
        chat: ModelProfile,
        dearer_fallback: bool = False,
    ) -> None:
        self._known = {**profiles, image.id: image, chat.id: chat}
        self._profiles = self._known
        self._dearer_fallback = dearer_fallback
        self._configured = {ModelKind.IMAGE: image, ModelKind.CHAT: chat}
        self._defaults = dict(self._configured)

    def knows_any(self, listed: Collection[str]) -> bool:
        """Tell whether a list names a model that is known here."""
        return any(model_id in self._known for model_id in listed)

    def offer(self, listed: Collection[str], *, also: Collection[str] = ()) -> None:
        """Offer only what is listed, or `also` to be had, from now on.

        The place of a default that is not among them is taken by what may stand in for it.
        """
        self._profiles = {
            model_id: profile
            for model_id, profile in self._known.items()
            if model_id in listed or model_id in also
        }
        self._defaults = {kind: self._nearest(usual) for kind, usual in self._configured.items()}
        # Where nothing may take its place, a default is still tried.
        self._profiles |= {profile.id: profile for profile in self._defaults.values()}

    def _nearest(self, usual: ModelProfile) -> ModelProfile:
        if usual.id in self._profiles:
            return usual
        return next(iter(self.fallbacks(usual, aspect=None, size=None)), usual)

    @property
    def left_out(self) -> list[str]:
        """List the known models that are not offered."""
        return [model_id for model_id in self._known if model_id not in self._profiles]

    def configured(self, kind: ModelKind) -> ModelProfile:
        """Return what would be meant if it were to be had, where nobody chooses."""
        return self._configured[kind]

    def find(self, model_id: str | None, kind: ModelKind) -> ModelProfile:
        """Return the profile of this id, or the default of this kind; raise UnknownModel."""
        if model_id is None:
            return self._defaults[kind]
        profile = self._profiles.get(model_id)
        if profile is None or profile.kind is not kind:
            known = ", ".join(each.name for each in self.of_kind(kind))
            raise UnknownModel(model=model_id, known=known)
        return profile

    def recall(self, model_id: str, kind: ModelKind) -> ModelProfile:
        """Return the profile that an old turn used, or the default if it is no longer known."""
        profile = self._profiles.get(model_id)
        return profile if profile and profile.kind is kind else self._defaults[kind]

    def of(self, request: GenerationRequest) -> ModelProfile:
        """Return the profile that a request names, or the default if it is no longer known."""
        kind = ModelKind.CHAT if request.kind is JobKind.CHAT else ModelKind.IMAGE
        return self.recall(request.model, kind)

    def name(self, model_id: str) -> str:
        """Return what members read of a model, also of one that is no longer configured."""
        profile = self._known.get(model_id)
        return profile.name if profile else model_id

    def fallbacks(
        self,
        model: ModelProfile,
        *,
        aspect: str | None,
        size: str | None,
        thinking: Thinking | None = None,
        search: bool = False,
        files: Sequence[MediaFile] = (),
    ) -> list[ModelProfile]:
        """Return what may stand in for a model, in the operator's order."""
        return fallbacks(
            model,
            self._profiles,
            aspect=aspect,
            size=size,
            thinking=thinking,
            search=search,
            files=files,
            dearer=self._dearer_fallback,
        )

    def any_searches(self, kind: ModelKind) -> bool:
        """Tell whether a model of this kind can search, whether it is to be had now or not."""
        return any(model.search for model in self._known.values() if model.kind is kind)

    def talks(self, model_id: str) -> bool:
        """Tell whether this model answers with words."""
        profile = self._known.get(model_id)
        return profile is not None and profile.kind is ModelKind.CHAT

    def of_kind(self, kind: ModelKind) -> list[ModelProfile]:
        """List what members may choose, the default first."""
        default = self._defaults[kind]
        others = [p for p in self._profiles.values() if p.kind is kind and p.id != default.id]
        return [default, *others]


def check_options(
    model: ModelProfile,
    *,
    aspect: str | None = None,
    size: str | None = None,
    thinking: Thinking | None = None,
    search: bool = False,
    thoughts: bool = False,
) -> None:
    """Raise UnsupportedOption for what the model does not take: a ratio, a size, and so on."""
    for value, allowed in ((aspect, model.aspects), (size, model.sizes)):
        if value is not None and value not in allowed:
            key = "error-unsupported-option" if allowed else "error-option-not-taken"
            raise UnsupportedOption(
                key=key, value=value, model=model.name, allowed=", ".join(allowed)
            )
    if thinking is not None and thinking not in model.thinking:
        raise UnsupportedOption(key="error-thinking-not-taken", model=model.name)
    if search and not model.search:
        raise UnsupportedOption(key="error-search-not-taken", model=model.name)
    if thoughts and not model.thoughts:
        raise UnsupportedOption(key="error-thoughts-not-told", model=model.name)
