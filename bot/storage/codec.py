"""Domain values as JSON text, and back.

Python's own field names are the stored names, so that a row can be read with any tool. A field that
is added to the domain needs a default, which rows that lack it get; one that is renamed needs a
migration of the rows.

Parts of turns are the exception: what a wire remembers has stood beside their text and picture
from the first, its token as `signature`, and stays there. A request has parts of a member alone,
with which no wire remembers anything.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.grounding import Grounding
from bot.domain.guild_settings import GuildSettings
from bot.domain.job import GenerationRequest
from bot.domain.media import MediaFile
from bot.domain.picture import Picture
from bot.domain.tool import ToolCall


class _StoredPart(msgspec.Struct, frozen=True):
    text: str | None = None
    picture: Picture | None = None
    signature: str | BlobRef | None = None
    extra: dict[str, object] = {}
    call: ToolCall | None = None
    file: MediaFile | None = None

    @classmethod
    def of(cls, part: Part) -> "_StoredPart":
        memory = part.memory
        return cls(part.text, part.picture, memory.token, dict(memory.extra), part.call, part.file)

    def part(self) -> Part:
        memory = Memory(self.signature, self.extra)
        return Part(self.text, self.picture, memory, self.call, self.file)


_parts = msgspec.json.Decoder(tuple[_StoredPart, ...])
_request = msgspec.json.Decoder(GenerationRequest)
_settings = msgspec.json.Decoder(GuildSettings)
_grounding = msgspec.json.Decoder(Grounding)


def encode_parts(parts: Sequence[Part]) -> str:
    """Write parts as a JSON array; blobs by name, unknown fields as received."""
    return msgspec.json.encode([*map(_StoredPart.of, parts)]).decode()


def decode_parts(text: str) -> tuple[Part, ...]:
    """Read what `encode_parts` wrote."""
    return tuple(stored.part() for stored in _parts.decode(text))


def encode_request(request: GenerationRequest) -> str:
    """Write a request as a JSON object: what a job needs to be run again."""
    return msgspec.json.encode(request).decode()


def decode_request(text: str) -> GenerationRequest:
    """Read what `encode_request` wrote."""
    return _request.decode(text)


def encode_grounding(grounding: Grounding) -> str:
    """Write what an answer stands on as a JSON object."""
    return msgspec.json.encode(grounding).decode()


def decode_grounding(text: str) -> Grounding:
    """Read what `encode_grounding` wrote."""
    return _grounding.decode(text)


def encode_settings(settings: GuildSettings) -> str:
    """Write what a server decided as a JSON object."""
    return msgspec.json.encode(settings).decode()


def decode_settings(text: str) -> GuildSettings:
    """Read what `encode_settings` wrote."""
    return _settings.decode(text)


def encode_setting(value: object) -> str:
    """Write one setting as JSON."""
    return msgspec.json.encode(value).decode()


def decode_setting(text: str) -> Any:
    """Read what `encode_setting` wrote: as JSON has it, lists for tuples and names for numbers."""
    return msgspec.json.decode(text)


def setting_as(name: str, value: Any) -> Any:
    """Return one setting that was read as JSON as the settings of a server hold it."""
    return getattr(msgspec.convert({name: value}, GuildSettings, strict=False), name)
