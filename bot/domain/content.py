"""What a conversation is made of on the wire: `contents`, each with a role and `parts`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from bot.domain.blob import BlobRef
from bot.domain.picture import Picture

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
Signature: TypeAlias = str | BlobRef
"""A `thoughtSignature` as received: short ones as text, long ones as a blob of that same text."""

JSON_OVERHEAD = 64
"""Bytes that the JSON around a part costs at most: keys, quotes, media type."""


class Role(StrEnum):
    """Name who speaks, as the wire does."""

    USER = "user"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part: a text or a picture, its signature, and unknown fields as received."""

    text: str | None = None
    picture: Picture | None = None
    signature: Signature | None = None
    thought: bool = False
    extra: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])

    @property
    def wire_bytes(self) -> int:
        """Estimate the JSON bytes of this part, never too low for its picture and signature."""
        size = JSON_OVERHEAD
        if self.text is not None:
            size += len(self.text.encode()) * 11 // 10
        if self.picture is not None:
            size += base64_length(self.picture.blob.size)
        if isinstance(self.signature, BlobRef):
            size += self.signature.size
        elif self.signature is not None:
            size += len(self.signature)
        return size

    def veiled(self) -> "Part":
        """Return the same part, its picture a spoiler."""
        return replace(self, picture=replace(self.picture, spoiler=True)) if self.picture else self

    def unsigned(self) -> "Part":
        """Return the same text or picture without what only the receiving model understands."""
        return Part(text=self.text, picture=self.picture)


@dataclass(frozen=True, slots=True)
class Content:
    """Hold one entry of `contents`."""

    role: Role
    parts: tuple[Part, ...]

    @property
    def wire_bytes(self) -> int:
        """Sum the estimates of the parts."""
        return sum(part.wire_bytes for part in self.parts)


def question(pictures: Iterable[Picture], text: str) -> tuple[Part, ...]:
    """Return the parts of a user turn: pictures first, then the words about them."""
    words = [Part(text=text)] if text else []
    return (*(Part(picture=picture) for picture in pictures), *words)


def base64_length(size: int) -> int:
    """Return how many base64 characters `size` bytes make, with padding."""
    return (size + 2) // 3 * 4
