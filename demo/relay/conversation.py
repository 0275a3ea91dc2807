"""A checked request, as the painter, the editor and the chat read it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image

from demo.jsons import JSON
from demo.relay.models import Model


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture that was opened once, so that its size is known and it can be read."""

    mime_type: str
    data: bytes = field(repr=False)
    width: int
    height: int

    def open(self) -> Image.Image:
        """Decode to RGB."""
        return Image.open(io.BytesIO(self.data)).convert("RGB")


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file that only chat models take."""

    mime_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a turn: text, a picture, a file or a call, with the signature that came along."""

    text: str = ""
    picture: Picture | None = None
    file: MediaFile | None = None
    thought: bool = False
    signature: str | None = field(default=None, repr=False)
    call: JSON | None = None
    is_response: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its role on the wire and its parts in order."""

    role: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Return the text of all parts that are no thoughts."""
        return "".join(part.text for part in self.parts if not part.thought)

    @property
    def files(self) -> tuple[MediaFile, ...]:
        """Return the files that are no pictures, in order."""
        return tuple(part.file for part in self.parts if part.file)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures that are no thoughts, in order."""
        return tuple(part.picture for part in self.parts if part.picture and not part.thought)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything that one request asks, after the checks."""

    model: Model
    turns: tuple[Turn, ...]
    system: str = ""
    ratio: str | None = None
    size: str | None = None
    wants_text: bool = True
    wants_thoughts: bool = False
    tools: tuple[str, ...] = ()
    searches: bool = False

    @property
    def prompt(self) -> str:
        """Return the text of the last question: of the last user turn, what follows its pictures.

        Before them may stand what was asked before, where the answer can't be shown as a model's.
        """
        parts = self.turns[-1].parts
        last = max((index for index, part in enumerate(parts) if part.picture), default=-1)
        asked = Turn("user", parts[last + 1 :]).text.strip()
        return asked or self.turns[-1].text.strip()

    @property
    def subjects(self) -> tuple[Picture, ...]:
        """Return the pictures that an edit is about: the edited one, and those that go with it.

        The edited one is the last of the newest model turn that has any, unless the last user turn
        brings it again, or one that is newer. Those that go with it are the user turn's own.
        """
        own, brings_newer = _asked_with(self.turns[-1])
        painted = (turn for turn in reversed(self.turns) if turn.role == "model" and turn.pictures)
        newest = next(painted, None)
        if newest is None or (own and (brings_newer or set(own) & set(newest.pictures))):
            return own
        return (*newest.pictures[-1:], *own)

    def all_pictures(self) -> Iterator[Picture]:
        """Yield every picture of every turn."""
        for turn in self.turns:
            yield from turn.pictures


def _asked_with(turn: Turn) -> tuple[tuple[Picture, ...], bool]:
    """Return the pictures of a turn's last question, and whether a question stands before it.

    The picture that a model can't be shown as its own goes to the user's turn, behind the words
    that asked for it, and what is asked now goes behind that.
    """
    own: list[Picture] = []
    words = brings_newer = False
    for part in turn.parts:
        if part.picture and not part.thought:
            if words:
                own, words, brings_newer = [], False, True
            own.append(part.picture)
        words |= bool(part.text.strip())
    return tuple(own), brings_newer
