"""Keep what reached the relay, in a form that a person can read and that stays small."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import pybase64

from bot.demo.relay.moods import Mood
from bot.demo.relay.pictures import measure

_LONGEST_TEXT = 4_000


@dataclass(slots=True)
class RecordedRequest:
    """One request to a model: its body in short, and how it was answered.

    `status` is 0 while it is being answered, and stays so when the client leaves before the end.
    `billed` says whether a picture was made and answered, `mood` in which mood that was.
    """

    method: str
    model: str
    received_at: datetime
    body: Any = None
    status: int = 0
    billed: bool = False
    mood: Mood = field(default_factory=Mood)
    seconds: float = 0.0


def describe(request: RecordedRequest) -> str:
    """Return the request as text: a line on what happened, then its body as indented JSON."""
    billed = ", billed" if request.billed else ""
    head = (
        f"{request.received_at:%H:%M:%S} {request.model}:{request.method}"
        f" -> {request.status} in {request.seconds:.2f} s{billed}"
    )
    return f"{head}\n{json.dumps(request.body, indent=2, ensure_ascii=False)}"


def shortened(value: Any) -> Any:
    """Return a JSON value with its pictures and signatures replaced by what they are."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        if isinstance(fields.get("data"), str):
            return {**fields, "data": _picture(fields["data"], fields.get("mimeType"))}
        return {name: _field(name, item) for name, item in fields.items()}
    if isinstance(value, list):
        return [shortened(item) for item in cast("list[Any]", value)]
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]}… <{len(value):,} chars>"
    return value


def _field(name: str, value: Any) -> Any:
    if name == "thoughtSignature" and isinstance(value, str):
        digest = hashlib.sha256(value.encode()).hexdigest()
        return f"<signature {len(value):,} chars, sha256 {digest[:8]}…>"
    return shortened(value)


def _picture(encoded: str, mime_type: Any) -> str:
    try:
        data = pybase64.b64decode(encoded, validate=True)
    except ValueError:
        return f"<{mime_type}, {len(encoded):,} chars that are no base64>"
    digest = hashlib.sha256(data).hexdigest()
    width, height = measure(data, whole=False) or (0, 0)
    return f"<{mime_type} {width}x{height}, {len(data):,} bytes, sha256 {digest[:8]}…>"
