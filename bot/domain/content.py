"""What a conversation is made of: parts, each words, a picture, another file, or a call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.domain.blob import BlobRef
from bot.domain.media import MediaFile
from bot.domain.picture import Picture
from bot.domain.tool import ToolCall


@dataclass(frozen=True, slots=True)
class Memory:
    """What came with a part and has to go back with it; only the wire that wrote it reads it.

    `token` is a text, a long one as the blob of that text; `extra` are further fields.
    """

    token: str | BlobRef | None = None
    # JSON, which is a recursive type: msgspec reads parts, and knows none.
    extra: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Part:
    """A text, a picture, another file or a call, and what its model is reminded of with it."""

    text: str | None = None
    picture: Picture | None = None
    memory: Memory = field(default_factory=Memory)
    call: ToolCall | None = None
    file: MediaFile | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether this is a text without a character, and nothing else."""
        return self.text == "" and not (self.picture or self.file or self.memory.extra)

    @property
    def data(self) -> Picture | MediaFile | None:
        """Return what of it is kept as bytes: a picture or another file."""
        return self.picture or self.file

    def as_spoiler(self) -> "Part":
        """Return the same part, its picture a spoiler."""
        return replace(self, picture=replace(self.picture, spoiler=True)) if self.picture else self


def user_parts(
    pictures: Iterable[Picture], text: str, files: Iterable[MediaFile] = ()
) -> tuple[Part, ...]:
    """Return the parts of a user turn: pictures and other files, then the words about them."""
    words = [Part(text=text)] if text else []
    return (
        *(Part(picture=picture) for picture in pictures),
        *(Part(file=file) for file in files),
        *words,
    )
