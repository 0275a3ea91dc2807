"""What commands, forms and messages ask for, as requests."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.area import Area
from bot.domain.content import Part, user_parts
from bot.domain.conversation import Pointer, Turn
from bot.domain.job import GenerationRequest, JobKind, Purpose
from bot.domain.model import ModelProfile, Thinking, nearest_aspect
from bot.domain.picture import Picture
from bot.domain.style import Style
from bot.interface.jobs.chats import ChatSettings
from bot.interface.messages.answers import Origin
from bot.interface.options import AUTO
from bot.interface.text_limits import shorten
from bot.services.area_words import pointed_out
from bot.services.descriptions import asked_for
from bot.services.improvements import improvement_asked_for
from bot.services.intake import AcceptedUploads
from bot.services.things import things_asked_for

CALLED_CHARACTERS: Final = 1_000
"""What a request is called whose words stand in a file alone, at most."""


def picture_request(  # noqa: PLR0913 (what members choose)
    origin: Origin,
    model: ModelProfile,
    prompt: str,
    accepted: AcceptedUploads,
    *,
    aspect: str | None = None,
    size: str | None = None,
    count: int = 1,
    thinking: Thinking | None = None,
    search: bool = False,
) -> GenerationRequest:
    """Ask for pictures from words and pictures: they begin a conversation."""
    prompt, said = _said(prompt, accepted)
    request = _request(origin, JobKind.PICTURE, model, prompt, user_parts(accepted.pictures, said))
    aspect = _aspect(aspect, model, accepted.pictures)
    return replace(
        request,
        aspect=aspect,
        size=size or model.usual_size,
        count=count,
        thinking=thinking,
        search=search,
        collected=accepted.collected,
        along=accepted.along,
    )


def styled_request(
    origin: Origin,
    model: ModelProfile,
    prompt: str,
    accepted: AcceptedUploads,
    style: Style,
    *,
    count: int = 1,
) -> GenerationRequest:
    """Ask for pictures in a style: its pictures are accepted already, its words come behind."""
    request = picture_request(
        origin,
        model,
        "\n\n".join(filter(None, [prompt, style.words])),
        accepted,
        aspect=style.aspect,
        size=style.size,
        count=count,
        thinking=style.thinking,
    )
    return replace(request, prompt=prompt, style=style.name)


def edit_request(  # noqa: PLR0913 (what members choose)
    origin: Origin,
    model: ModelProfile,
    prompt: str,
    accepted: AcceptedUploads,
    *,
    turn: Turn,
    part: int | None,
    aspect: str | None = None,
    size: str | None = None,
    thinking: Thinking | None = None,
) -> GenerationRequest:
    """Ask for an edit of one part of a turn: as large as that was, if nothing else is said.

    `part` is None where the turn has no picture and is only gone on from.
    """
    kept = turn.size if turn.size in model.sizes else None
    meant = turn.picture(part) if part is not None else None
    pictures = (meant, *accepted.pictures) if meant else accepted.pictures
    return replace(
        picture_request(origin, model, prompt, accepted, thinking=thinking),
        aspect=_aspect(aspect, model, pictures),
        size=size or kept,
        parent_id=turn.id,
        pointed=Pointer(turn.id, part) if part is not None else None,
    )


def only_in(area: Area, request: GenerationRequest) -> GenerationRequest:
    """Ask the same for an area of the picture alone."""
    return replace(request, user=pointed_out(request.user, area), area=area)


def _aspect(chosen: str | None, model: ModelProfile, pictures: Sequence[Picture]) -> str | None:
    """Return the ratio to ask for where nobody chose one.

    Of one picture the model keeps the ratio itself. Of several it may take any one's, so it is told
    that of the first, which is the one that is edited. Where there is none, it is the server's.
    """
    if chosen not in {None, AUTO}:
        return chosen
    if len(pictures) > 1:
        return nearest_aspect(model.aspects, pictures[0])
    return None if pictures or chosen == AUTO else model.usual_aspect


def _said(prompt: str, accepted: AcceptedUploads) -> tuple[str, str]:
    """Return what a request is called, and all that is said in it, with the words of text files."""
    said = "\n\n".join(filter(None, [prompt, *(file.text for file in accepted.texts)]))
    return prompt or shorten(said, CALLED_CHARACTERS), said


def chat_request(
    origin: Origin,
    chat: ChatSettings,
    prompt: str,
    accepted: AcceptedUploads,
    *,
    parent_id: int | None = None,
    quoted: str = "",
) -> GenerationRequest:
    """Ask for an answer in words; `quoted` is what the words are about, from another message."""
    words = [quoted, prompt, *(file.said for file in accepted.texts)]
    said = "\n\n".join(filter(None, words))
    prompt, _ = _said(prompt, accepted)
    user = user_parts(accepted.pictures, said, accepted.files)
    return replace(
        _request(origin, JobKind.CHAT, chat.model, prompt, user),
        parent_id=parent_id,
        thinking=chat.thinking,
        search=chat.search,
        thoughts=chat.thoughts,
    )


def description_request(
    origin: Origin,
    model: ModelProfile,
    accepted: AcceptedUploads,
    *,
    pointed: Pointer | None,
    called: str,
    locale: str,
) -> GenerationRequest:
    """Ask for the description of a picture in a member's language; `called` is what lists say.

    `pointed` is one that the bot made: it goes with its message, whoever had it described.
    """
    user = user_parts(accepted.pictures, asked_for(locale))
    request = _request(origin, JobKind.CHAT, model, called, user)
    return replace(request, purpose=Purpose.DESCRIBE, pointed=pointed)


def improvement_request(
    origin: Origin, model: ModelProfile, proposed: GenerationRequest, area: Area | None = None
) -> GenerationRequest:
    """Ask for better words than those of a request for pictures, which waits meanwhile.

    The model sees what is to change, or what goes along, as far as it takes that. What was
    collected is used up now. `area` is what of the picture is to change, if not all.
    """
    pictures = [part.picture for part in proposed.user if part.picture]
    said = "\n".join(part.text for part in proposed.user if part.text)
    user = user_parts(pictures[: model.max_references], improvement_asked_for(said))
    waiting = replace(proposed, collected=())
    return replace(
        _request(origin, JobKind.CHAT, model, proposed.prompt, user),
        purpose=Purpose.IMPROVE,
        pointed=proposed.pointed,
        collected=proposed.collected,
        person_id=proposed.person_id,
        proposed=only_in(area, waiting) if area else waiting,
    )


def chosen_request(
    origin: Origin, proposed: GenerationRequest, words: str | None
) -> GenerationRequest:
    """Ask for what was proposed, where that is chosen; with these words, else with its own."""
    request = replace(
        proposed,
        place=origin.place,
        source_id=origin.source_id,
        private=origin.private,
        locale=origin.locale,
        author_name=origin.author_name,
    )
    if words is None:
        return request
    area = proposed.area
    mask = area.mask if area else None
    pictures = [part.picture for part in proposed.user if part.picture and part.picture != mask]
    request = replace(request, prompt=words, user=user_parts(pictures, words))
    return only_in(area, request) if area else request


def things_request(
    origin: Origin, model: ModelProfile, pointer: Pointer, *, called: str
) -> GenerationRequest:
    """Ask what is in a picture, and where, in a member's language; `called` is what lists say."""
    user = user_parts([], things_asked_for(origin.locale))
    request = _request(origin, JobKind.CHAT, model, called, user)
    return replace(request, purpose=Purpose.NAME_THINGS, pointed=pointer)


def _request(
    origin: Origin, kind: JobKind, model: ModelProfile, prompt: str, user: tuple[Part, ...]
) -> GenerationRequest:
    """Return a request with nothing but what every request has."""
    return GenerationRequest(
        kind=kind,
        place=origin.place,
        author_id=origin.author_id,
        source_id=origin.source_id,
        private=origin.private,
        locale=origin.locale,
        author_name=origin.author_name,
        prompt=prompt,
        model=model.id,
        user=user,
    )
