"""The tree of turns, and the paths through it.

A turn is one exchange: what a member asked (user parts) and what a model answered (model parts,
as received). Its parent is the turn that it continues, so two replies to one picture make two
branches.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.content import Part
from bot.domain.grounding import UNGROUNDED, Grounding
from bot.domain.model import Thinking
from bot.domain.picture import Picture
from bot.domain.tool import ToolCall


@dataclass(frozen=True, slots=True)
class Pointer:
    """Point to one part of a turn's answer: the picture that a member means."""

    turn_id: int
    part: int


@dataclass(frozen=True, slots=True)
class ChatChoice:
    """How the messages of a thread are answered: by which model, and how long it thinks.

    With `search` it may look things up on the web, and with `thoughts` tells what it thought.
    """

    model: str
    thinking: Thinking | None = None
    search: bool = False
    thoughts: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold one exchange of a conversation; models of its `family` take its answer as it is.

    `author_name` is what its author was called then; empty where that was not kept.
    """

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
    author_name: str = ""
    grounding: Grounding = UNGROUNDED

    @property
    def pictures(self) -> list[tuple[int, Picture]]:
        """List the pictures of the answer with their positions among its parts."""
        return [(index, part.picture) for index, part in enumerate(self.answer) if part.picture]

    @property
    def finals(self) -> list[tuple[int, Picture]]:
        """List the pictures that are the answer, and not drafts of it.

        Asked for one picture, models send several on hard prompts, the last of which is meant;
        where they tell a story, words stand between its pictures, and all are.
        """
        pictures = self.pictures
        if not pictures:
            return []
        between = self.answer[pictures[0][0] : pictures[-1][0]]
        tells = any(part.text and part.text.strip() for part in between)
        return pictures if tells else pictures[-1:]

    @property
    def text(self) -> str:
        """Join what the model said."""
        return "".join(part.text for part in self.answer if part.text)

    @property
    def call(self) -> ToolCall | None:
        """Return what the model asked for beside its words; what more it asked for is left."""
        return next((part.call for part in self.answer if part.call), None)

    def picture(self, part: int) -> Picture | None:
        """Return the picture at this position of the answer, if there is one."""
        return self.answer[part].picture if 0 <= part < len(self.answer) else None


@dataclass(frozen=True, slots=True)
class TurnPath:
    """The turns that a request goes on from, root first, and which picture of them is meant.

    `pointed` is its position in the answer of the last turn; None where none is meant.
    """

    turns: tuple[Turn, ...] = ()
    pointed: int | None = None

    @property
    def meant(self) -> Picture | None:
        """Return the picture that is meant."""
        if self.pointed is None or not self.turns:
            return None
        return self.turns[-1].picture(self.pointed)
