"""Names for bytes that are kept elsewhere: what travels between packages instead of the bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlobRef:
    """Name stored bytes by their content: `key` is `b3-` and the BLAKE3 in hex, `size` in bytes."""

    key: str
    size: int
