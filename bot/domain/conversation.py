"""The tree of turns, and how a path through it becomes `contents` that a model accepts.

A turn is one exchange: what a member asked (user parts) and what a model answered (model parts,
as received). Its parent is the turn that it continues, so two replies to one picture make two
branches. Rules of the wire, from Google's "Thought signatures" page: a signing image model wants
every picture, and a text before the first picture, in a *model* turn signed by itself; a picture
in a *user* turn needs no signature.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.content import Content, Part, Role
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture


@dataclass(frozen=True, slots=True)
class Pointer:
    """Point to one part of a turn's answer: the picture that a member means."""

    turn_id: int
    part: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold one exchange of a conversation."""

    id: int
    conversation_id: int
    parent_id: int | None
    author_id: int
    prompt: str
    user: tuple[Part, ...]
    answer: tuple[Part, ...]
    model: str
    family: str
    aspect: str | None
    size: str | None
    created_at: datetime

    @property
    def pictures(self) -> list[tuple[int, Picture]]:
        """List the pictures of the answer with their positions among its parts."""
        return [(index, part.picture) for index, part in enumerate(self.answer) if part.picture]

    def picture(self, part: int) -> Picture | None:
        """Return the picture at this position of the answer, if there is one."""
        return self.answer[part].picture if 0 <= part < len(self.answer) else None


@dataclass(frozen=True, slots=True)
class Composition:
    """Hold the `contents` of a request, and how many old turns no longer fitted."""

    contents: tuple[Content, ...]
    left_out: int = 0


def compose(
    path: Sequence[Turn],
    asked: Sequence[Part],
    model: ModelProfile,
    *,
    budget: int,
    signed: bool = True,
) -> Composition:
    """Turn a path (root first) and the new user parts into alternating `contents`.

    Oldest turns fall out first until the estimate is within `budget` bytes; the new user parts
    never do. With `signed=False` no model turn keeps pictures or signatures: all pictures travel
    in user turns, which is what a request becomes after a signature error.
    """
    for start in range(len(path) + 1):
        contents = _contents(path[start:], asked, model, signed=signed)
        if sum(content.wire_bytes for content in contents) <= budget:
            return Composition(contents, left_out=start)
    return Composition(_contents((), asked, model, signed=signed), left_out=len(path))


def keeps_signed(turn: Turn, model: ModelProfile) -> bool:
    """Tell whether `model` accepts this turn's answer as a model turn, just as it was received."""
    if turn.family != model.family:
        return False
    if not model.signs or model.kind is ModelKind.CHAT:
        return True
    first_picture = next((index for index, part in enumerate(turn.answer) if part.picture), None)
    if first_picture is None:
        return False
    must_sign = [part for part in turn.answer if part.picture]
    must_sign += [part for part in turn.answer[:first_picture] if part.text][:1]
    return all(part.signature for part in must_sign)


def meant_is_last(turn: Turn, part: int) -> bool:
    """Tell whether the picture at `part` is the last of its answer, so that a model edits it."""
    pictures = turn.pictures
    return bool(pictures) and pictures[-1][0] == part


def _contents(
    path: Sequence[Turn], asked: Sequence[Part], model: ModelProfile, *, signed: bool
) -> tuple[Content, ...]:
    contents: list[Content] = []
    carried: list[Part] = []

    def add(role: Role, parts: Sequence[Part]) -> None:
        if not parts:
            return
        if contents and contents[-1].role is role:
            contents[-1] = Content(role, (*contents[-1].parts, *parts))
        else:
            contents.append(Content(role, tuple(parts)))

    for turn in path:
        add(Role.USER, [*carried, *turn.user])
        carried = []
        if signed and keeps_signed(turn, model):
            add(Role.MODEL, turn.answer)
            continue
        carried = [part.unsigned() for part in turn.answer if part.picture]
        if model.kind is ModelKind.CHAT or not model.signs:
            add(Role.MODEL, [Part(text=part.text) for part in turn.answer if part.text])
    add(Role.USER, [*carried, *asked])
    return tuple(contents)
