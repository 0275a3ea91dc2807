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

    @property
    def text(self) -> str:
        """Join what the model said."""
        return "".join(part.text for part in self.answer if part.text)

    def picture(self, part: int) -> Picture | None:
        """Return the picture at this position of the answer, if there is one."""
        return self.answer[part].picture if 0 <= part < len(self.answer) else None


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
    path: Sequence[Turn],
    asked: Sequence[Part],
    model: ModelProfile,
    *,
    budget: int,
    pointed: int | None = None,
    signed: bool = True,
) -> Composition:
    """Turn a path (root first) and the new user parts into alternating `contents`.

    `pointed` is the part of the path's last turn that a member means: its picture is in the
    request whatever falls out, in the model turn that made it where the model edits it there,
    else in the new user turn. Oldest turns fall out first until the estimate is within `budget`
    bytes; the new user parts never do, so the result may still be too large. With `signed=False`
    no model turn keeps pictures or signatures: what a request becomes after a signature error.
    """
    meant = path[-1].picture(pointed) if path and pointed is not None else None
    for start in range(len(path) + 1):
        kept = path[start:]
        composition = Composition(
            _contents(kept, asked, model, meant=meant, signed=signed), left_out=start
        )
        if composition.wire_bytes <= budget or not kept:
            return composition
    raise AssertionError  # the loop returns at the latest when nothing is kept


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


def _contents(
    path: Sequence[Turn],
    asked: Sequence[Part],
    model: ModelProfile,
    *,
    meant: Picture | None,
    signed: bool,
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
        if signed and keeps_signed(turn, model):
            add(Role.MODEL, turn.answer)
            carried = []
            continue
        if model.kind is ModelKind.CHAT or not model.signs:
            add(Role.MODEL, [Part(text=part.text) for part in turn.answer if part.text])
        carried = [part.unsigned() for part in turn.answer if part.picture]
    if meant is not None and (carried or not _edits_last(contents, meant)):
        carried = [Part(picture=meant)]
    add(Role.USER, [*carried, *asked])
    return tuple(contents)


def _edits_last(contents: Sequence[Content], meant: Picture) -> bool:
    """Tell whether the picture that a model would go on from is the one that is meant."""
    if not contents or contents[-1].role is not Role.MODEL:
        return False
    pictures = [part.picture for part in contents[-1].parts if part.picture]
    return bool(pictures) and pictures[-1] == meant
