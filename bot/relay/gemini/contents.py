"""How a path through a conversation becomes `contents` that a model accepts, within a budget.

Rules of the wire, from Google's "Thought signatures" page: a signing image model wants every
picture, and a text before the first picture, in a *model* turn signed by itself; a picture in a
*user* turn needs no signature. The memory of a part is its signature and the fields that nobody
knows.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Turn, TurnPath
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import Fit
from bot.relay.base64_text import base64_length
from bot.relay.gemini.tools import responses

JSON_OVERHEAD = 64
"""Bytes that the JSON around a part costs at most: keys, quotes, media type."""


class Role(StrEnum):
    """Name who speaks."""

    USER = "user"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Content:
    """Hold one entry of `contents`."""

    role: Role
    parts: tuple[Part, ...]

    @property
    def wire_bytes(self) -> int:
        """Sum the estimates of the parts."""
        return sum(map(_wire_bytes, self.parts))


@dataclass(frozen=True, slots=True)
class Composition:
    """Hold the `contents` of a request, and how many old turns no longer fitted."""

    contents: tuple[Content, ...]
    left_out: int = 0

    @property
    def wire_bytes(self) -> int:
        """Sum the estimates of the contents."""
        return sum(content.wire_bytes for content in self.contents)


def compose(
    path: TurnPath,
    asked: Sequence[Part],
    model: ModelProfile,
    *,
    budget: int,
    signed: bool = True,
) -> Composition:
    """Turn a path and the new user parts into alternating `contents`.

    The picture that a member means is in the request whatever falls out, in the model turn that
    made it where the model edits it there, else in the new user turn. Oldest turns fall out first
    until the estimate is within `budget` bytes and the model's number of pictures; the new user
    parts never do, so the result may still be too large. With `signed=False` no model turn keeps
    pictures or signatures: what a request becomes after a signature error. A file that the
    model does not read is named and stays out.
    """
    meant, asked = path.meant, _as_read(asked, model)
    exchanges = [_exchange(turn, model, signed=signed) for turn in path.turns]
    if exchanges and meant and (exchanges[-1].moved or not _edits(exchanges[-1].answer, meant)):
        exchanges[-1] = replace(exchanges[-1], moved=(Part(picture=meant),))
    start = _first_that_fits(exchanges, asked, model, budget)
    kept = exchanges[start:]
    alone = (Part(picture=meant),) if meant and not kept else ()
    return Composition(_contents(kept, (*alone, *asked)), left_out=start)


def fit(path: TurnPath, asked: Sequence[Part], model: ModelProfile, *, budget: int) -> Fit:
    """Tell how much of this fits into one request of `budget` bytes."""
    composition = compose(path, asked, model, budget=budget)
    pictures = sum(1 for part in asked if part.picture)
    files = sum(_wire_bytes(part) for part in asked if part.file)
    return Fit(
        left_out=composition.left_out,
        is_too_large=composition.wire_bytes > budget,
        # Base64 makes four bytes of three, and the words and the JSON need some room, too.
        picture_bytes=(budget - files) * 2 // 3 // max(pictures, 1),
    )


def keeps_signed(turn: Turn, model: ModelProfile) -> bool:
    """Tell whether `model` accepts this turn's answer as a model turn, just as it was received."""
    calls = [part for part in turn.answer if part.call]
    if turn.family != model.family or (model.signs and calls and not calls[0].memory.token):
        return False
    if not model.signs or model.kind is ModelKind.CHAT:
        return not any(part.picture and part.picture.is_composed for part in turn.answer)
    first_picture = next((index for index, part in enumerate(turn.answer) if part.picture), None)
    if first_picture is None:
        return False
    must_sign = [part for part in turn.answer if part.picture]
    must_sign += [part for part in turn.answer[:first_picture] if part.text][:1]
    return all(part.memory.token for part in must_sign)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """Hold a turn as a model gets it: what was asked and answered, and what moves on.

    `moved` are the pictures that can't be in the model turn: they go before what is asked next.
    `is_painted`: there is a picture in it.
    """

    asked: tuple[Part, ...]
    answer: tuple[Part, ...]
    moved: tuple[Part, ...]
    drafts: int = 0
    is_painted: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.asked, *self.answer, *self.moved)


def _exchange(turn: Turn, model: ModelProfile, *, signed: bool) -> _Exchange:
    user = _as_read(turn.user, model)
    if signed and keeps_signed(turn, model):
        drafts = len(turn.pictures) - len(turn.finals)
        return _Exchange(user, turn.answer, (), drafts, bool(turn.pictures))
    answer: tuple[Part, ...] = ()
    if model.kind is ModelKind.CHAT or not model.signs:
        answer = tuple(Part(text=part.text) for part in turn.answer if part.text)
    moved = tuple(Part(picture=picture) for _, picture in turn.finals)
    return _Exchange(user, answer, moved, is_painted=bool(moved))


def _as_read(parts: Sequence[Part], model: ModelProfile) -> tuple[Part, ...]:
    """Return what a model gets of a member's parts: the name alone of what it does not read."""
    return tuple(
        Part(text=f"[{part.file.name}]") if part.file and not model.reads(part.file) else part
        for part in parts
    )


def _first_that_fits(
    exchanges: Sequence[_Exchange], asked: Sequence[Part], model: ModelProfile, budget: int
) -> int:
    """Return where to begin, so that what follows is within the budget and no painter's limit."""
    size = pictures = 0
    most = model.max_references if model.kind is ModelKind.IMAGE else math.inf
    for start in range(len(exchanges), -1, -1):
        parts, drafts = asked, 0
        if start < len(exchanges):
            parts, drafts = exchanges[start].parts, exchanges[start].drafts
        size += sum(map(_wire_bytes, parts))
        # A model's own drafts are no references: it sent more than was asked of it.
        pictures += sum(1 for part in parts if part.picture) - drafts
        if size > budget or pictures > most:
            return min(start + 1, len(exchanges))
    return 0


def _contents(exchanges: Sequence[_Exchange], asked: Sequence[Part]) -> tuple[Content, ...]:
    """Lay exchanges out as `contents` whose roles alternate."""
    contents: list[Content] = []

    def add(role: Role, parts: Sequence[Part]) -> None:
        if not parts:
            return
        if contents and contents[-1].role is role:
            contents[-1] = Content(role, (*contents[-1].parts, *parts))
        else:
            contents.append(Content(role, tuple(parts)))

    moved: tuple[Part, ...] = ()
    calls: list[Part] = []
    for exchange in exchanges:
        told = responses(calls, is_done=exchange.is_painted) if calls else ()
        add(Role.USER, (*told, *moved, *exchange.asked))
        add(Role.MODEL, exchange.answer)
        moved, calls = exchange.moved, [part for part in exchange.answer if part.call]
    told = responses(calls, is_done=False) if calls else ()
    add(Role.USER, (*told, *moved, *asked))
    return tuple(contents)


def _edits(answer: Sequence[Part], meant: Picture) -> bool:
    """Tell whether the picture that a model would go on from is the one that is meant."""
    pictures = [part.picture for part in answer if part.picture]
    return bool(pictures) and pictures[-1] == meant


def _wire_bytes(part: Part) -> int:
    """Estimate the JSON bytes of a part, never too low for its picture and signature."""
    size = JSON_OVERHEAD
    if part.text is not None:
        size += len(part.text.encode()) * 11 // 10
    if part.data is not None:
        size += base64_length(part.data.blob.size)
    if part.memory.extra:
        size += len(msgspec.json.encode(part.memory.extra))
    signature = part.memory.token
    if isinstance(signature, BlobRef):
        size += signature.size
    elif signature is not None:
        size += len(signature)
    return size
