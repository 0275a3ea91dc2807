"""Domain values as JSON text, and back.

Python's own field names are the stored names, so that a row can be read with any tool. msgspec
writes the domain's classes as they are; to read, it needs mirrors of those that hold `Part.extra`,
whose recursive type it does not know.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import Pointer
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.domain.model import Thinking
from bot.domain.picture import Picture


class _StoredPart(msgspec.Struct, frozen=True):
    text: str | None = None
    picture: Picture | None = None
    signature: str | BlobRef | None = None
    thought: bool = False
    extra: dict[str, Any] = {}

    def part(self) -> Part:
        return Part(self.text, self.picture, self.signature, self.thought, self.extra)


class _StoredRequest(msgspec.Struct, frozen=True):
    kind: JobKind
    place: Place
    author_id: int
    prompt: str
    model: str
    user: tuple[_StoredPart, ...]
    source_id: int = 0
    parent_id: int | None = None
    pointed: Pointer | None = None
    aspect: str | None = None
    size: str | None = None
    thinking: Thinking | None = None
    count: int = 1
    private: bool = False
    locale: str = "en-US"

    def request(self) -> GenerationRequest:
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.__struct_fields__}
        fields["user"] = tuple(stored.part() for stored in self.user)
        return GenerationRequest(**fields)


_parts = msgspec.json.Decoder(tuple[_StoredPart, ...])
_order = msgspec.json.Decoder(_StoredRequest)


def encode_parts(parts: Sequence[Part]) -> str:
    """Write parts as a JSON array; blobs by name, unknown fields as received."""
    return msgspec.json.encode(parts).decode()


def decode_parts(text: str) -> tuple[Part, ...]:
    """Read what `encode_parts` wrote."""
    return tuple(stored.part() for stored in _parts.decode(text))


def encode_request(request: GenerationRequest) -> str:
    """Write all of an order as a JSON object: what a job needs to be run again."""
    return msgspec.json.encode(request).decode()


def decode_request(text: str) -> GenerationRequest:
    """Read what `encode_order` wrote."""
    return _order.decode(text).request()
