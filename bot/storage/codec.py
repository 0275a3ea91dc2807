"""Domain values as JSON text, and back.

Python's own field names are the stored names, so that a row can be read with any tool. A field that
is added to the domain needs a default, which rows that lack it get; one that is renamed needs a
migration of the rows.
"""

from collections.abc import Sequence

import msgspec

from bot.domain.content import Part
from bot.domain.job import GenerationRequest

_parts = msgspec.json.Decoder(tuple[Part, ...])
_request = msgspec.json.Decoder(GenerationRequest)


def encode_parts(parts: Sequence[Part]) -> str:
    """Write parts as a JSON array; blobs by name, unknown fields as received."""
    return msgspec.json.encode(parts).decode()


def decode_parts(text: str) -> tuple[Part, ...]:
    """Read what `encode_parts` wrote."""
    return _parts.decode(text)


def encode_request(request: GenerationRequest) -> str:
    """Write a request as a JSON object: what a job needs to be run again."""
    return msgspec.json.encode(request).decode()


def decode_request(text: str) -> GenerationRequest:
    """Read what `encode_request` wrote."""
    return _request.decode(text)
