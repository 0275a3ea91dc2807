"""What a conversation is made of: parts, each of them words or a picture."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from bot.domain.blob import BlobRef
from bot.domain.picture import Picture

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
Signature: TypeAlias = str | BlobRef
"""A `thoughtSignature` as received: short ones as text, long ones as a blob of that same text."""


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part: a text or a picture, its signature, and unknown fields as received."""

    text: str | None = None
    picture: Picture | None = None
    signature: Signature | None = None
    thought: bool = False
    # JSON, which is a recursive type: msgspec reads parts, and knows none.
    extra: Mapping[str, object] = field(default_factory=dict[str, object])

    def veiled(self) -> "Part":
        """Return the same part, its picture a spoiler."""
        return replace(self, picture=replace(self.picture, spoiler=True)) if self.picture else self


def question(pictures: Iterable[Picture], text: str) -> tuple[Part, ...]:
    """Return the parts of a user turn: pictures first, then the words about them."""
    words = [Part(text=text)] if text else []
    return (*(Part(picture=picture) for picture in pictures), *words)
