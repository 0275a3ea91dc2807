"""Which models members may choose, and which is meant when they don't."""

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import TypeAlias

from bot.domain.errors import UnknownModel, UnsupportedOption
from bot.domain.guild_settings import NO_SETTINGS, GuildSettings
from bot.domain.job import GenerationRequest, JobKind
from bot.domain.media import MediaFile
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.services.fallback import fallbacks

_Narrowing: TypeAlias = tuple[GuildSettings, Collection[str] | None]
"""What a server decided, and what its own relay lists, if it has one."""


class Models:
    """Find profiles by id; the two defaults are always among them.

    Once it is known what the relays list, what they do not list is neither offered nor found, and
    stands in for nothing. `settings_of` tells what a server decided, and `listed_of` what its own
    relay lists, if it has one; `at` narrows all to that.
    """

    def __init__(
        self,
        profiles: Mapping[str, ModelProfile],
        *,
        image: ModelProfile,
        chat: ModelProfile,
        dearer_fallback: bool = False,
        settings_of: Callable[[int | None], GuildSettings] = lambda _: NO_SETTINGS,
        listed_of: Callable[[int | None], Collection[str] | None] = lambda _: None,
    ) -> None:
        self._known = {**profiles, image.id: image, chat.id: chat}
        self._profiles = self._known
        self._barred = frozenset[str]()
        self._dearer_fallback = dearer_fallback
        self._settings_of = settings_of
        self._narrowed: dict[int | None, tuple[_Narrowing, Models]] = {}
        self._listed_of = listed_of
        self._configured = {ModelKind.IMAGE: image, ModelKind.CHAT: chat}
        self._defaults = dict(self._configured)

    def knows_any(self, listed: Collection[str]) -> bool:
        """Tell whether a list names a model that is known here."""
        return any(model_id in self._known for model_id in listed)

    def offer(self, listed: Collection[str], *, also: Collection[str] = ()) -> None:
        """Offer only what is listed, or `also` to be had, from now on.

        The place of a default that is not among them is taken by what may stand in for it.
        """
        self.keep_to_listed({*listed, *also})
        self._narrowed.clear()

    def keep_to_listed(self, listed: Collection[str]) -> None:
        """Offer only what is listed."""
        self._profiles = {
            model_id: profile for model_id, profile in self._known.items() if model_id in listed
        }
        self._defaults = {kind: self._nearest(usual) for kind, usual in self._configured.items()}
        # Where nothing may take its place, a default is still tried.
        self._profiles |= {profile.id: profile for profile in self._defaults.values()}

    def _nearest(self, usual: ModelProfile) -> ModelProfile:
        if usual.id in self._profiles:
            return self._profiles[usual.id]
        return next(iter(self.fallbacks(usual, aspect=None, size=None)), usual)

    def at(self, guild_id: int | None) -> "Models":
        """Return what a server lets its members use, as it stands now, with its own defaults.

        What it allows says nothing of a kind of which it names none. Whether a dearer one may stand
        in is a server's to say; where there is none, as in direct messages, it is the operator's.
        """
        if guild_id is None:
            return self
        narrowing = self._settings_of(guild_id), self._listed_of(guild_id)
        # Most servers have decided nothing, and so have the same.
        key = None if narrowing == (NO_SETTINGS, None) else guild_id
        narrowed = self._narrowed.get(key)
        if narrowed is None or narrowed[0] != narrowing:
            settings, listed = narrowing
            here = copy(self)
            if listed is not None:
                here.keep_to_listed(listed)
            here.keep_to(settings)
            narrowed = self._narrowed[key] = narrowing, here
        return narrowed[1]

    def keep_to(self, settings: GuildSettings) -> None:
        """Offer only what a server allows, with its defaults, from now on."""
        self._dearer_fallback = settings.dearer
        self._barred = self._barred_by(settings)
        self._profiles = {
            model_id: _with_usual(profile, settings)
            for model_id, profile in self._profiles.items()
            if model_id not in self._barred
        }
        chosen = {ModelKind.IMAGE: settings.image_model, ModelKind.CHAT: settings.chat_model}
        self._configured = {
            kind: self._meant(model_id, kind, settings) for kind, model_id in chosen.items()
        }
        self._defaults = {kind: self._nearest(usual) for kind, usual in self._configured.items()}
        self._profiles |= {profile.id: profile for profile in self._defaults.values()}

    def _barred_by(self, settings: GuildSettings) -> frozenset[str]:
        """Return the ids of what a server does not allow."""
        allowed = [self._known[each] for each in settings.models if each in self._known]
        kinds = {profile.kind for profile in allowed}
        return frozenset(
            model_id
            for model_id, profile in self._known.items()
            if profile.kind in kinds and profile not in allowed
        )

    def _meant(
        self, model_id: str | None, kind: ModelKind, settings: GuildSettings
    ) -> ModelProfile:
        """Return a server's default, else the operator's, else the first that the server allows."""
        chosen = self._known.get(model_id or "")
        usual = chosen if chosen and chosen.kind is kind else self._configured[kind]
        may_be = (
            each
            for each in (
                usual,
                self._configured[kind],
                *self._profiles.values(),
                *self._known.values(),
            )
            if each.kind is kind and each.id not in self._barred
        )
        return _with_usual(next(may_be), settings)

    def bars(self, model_id: str, kind: ModelKind) -> bool:
        """Tell whether a server does not allow a model of this kind that there is."""
        return model_id in self._barred and self._known[model_id].kind is kind

    def known(self, kind: ModelKind) -> list[str]:
        """List the ids of all models of this kind, whether they are to be had now or not."""
        return [model.id for model in self._known.values() if model.kind is kind]

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
        """Return the profile that a request names, or the default if there it is no longer had."""
        kind = ModelKind.CHAT if request.kind is JobKind.CHAT else ModelKind.IMAGE
        return self.at(request.place.guild_id).recall(request.model, kind)

    def suited(self, request: GenerationRequest) -> GenerationRequest:
        """Return a request without what the default does not take that answers it by now.

        Whoever asks for something once more can't choose anything else.
        """
        model = self.of(request)
        if model.id == request.model or request.kind is not JobKind.PICTURE:
            return request
        return replace(
            request,
            aspect=request.aspect if request.aspect in model.aspects else None,
            size=request.size if request.size in model.sizes else None,
            thinking=request.thinking if request.thinking in model.thinking else None,
            search=request.search and model.search,
        )

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

    def stand_ins(self, model: ModelProfile, request: GenerationRequest) -> list[ModelProfile]:
        """Return what may answer a request in a model's place, where it is asked, in order.

        What even the model that was asked does not take is no reason to ask nobody else.
        """
        return self.at(request.place.guild_id).fallbacks(
            model,
            aspect=request.aspect,
            size=request.size,
            thinking=request.thinking if model.kind is ModelKind.IMAGE else None,
            search=request.search and model.search,
            files=[part.file for part in request.user if part.file],
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


def _with_usual(model: ModelProfile, settings: GuildSettings) -> ModelProfile:
    """Return a profile that says what a server wants where nobody chooses, if it takes that."""
    return replace(
        model,
        usual_aspect=settings.aspect if settings.aspect in model.aspects else None,
        usual_size=settings.size if settings.size in model.sizes else None,
    )


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
