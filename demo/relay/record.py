"""Keep what reached the relay, in a form that a person can read and that stays small."""

import hashlib
import json
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pybase64

from demo.jsons import is_array, is_object
from demo.relay.faults import Fault
from demo.relay.pictures import measure

_LONGEST_TEXT = 4_000
_DIGITS = 8
_MARK = re.compile(rf"<.*, sha256 ([0-9a-f]{{{_DIGITS}}})…>")


@dataclass(slots=True)
class RecordedRequest:
    """One request to a model: its body in short, and how it was answered.

    `number` counts the requests from 1. `status` is 0 while it is being answered, and stays so when
    the client leaves before the end. `billed` says whether a picture was made and answered, `fault`
    what went wrong on purpose. `answer` has the documents that were sent back, or the text of
    another answer, if somebody looks on.
    """

    method: str
    model: str
    received_at: datetime
    number: int = 0
    body: Any = None
    answer: Any = None
    status: int = 0
    billed: bool = False
    fault: Fault = field(default_factory=Fault)
    seconds: float = 0.0


class Pictures:
    """Keep the newest pictures, as many as fit into `limit` bytes, by their short digest."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        # Bodies are taken in on several threads.
        self._lock = threading.Lock()

    def find(self, digest: str) -> bytes | None:
        """Return a picture that is still kept."""
        return self._kept.get(digest)

    def keep_all(self, value: Any) -> None:
        """Keep every picture of a JSON value as it stands on the wire."""
        if is_object(value):
            if isinstance(value.get("data"), str):
                self._keep(value["data"])
            for item in value.values():
                self.keep_all(item)
        elif is_array(value):
            for item in value:
                self.keep_all(item)

    def _keep(self, encoded: str) -> None:
        try:
            data = pybase64.b64decode(encoded, validate=True)
        except ValueError:
            return
        digest = _digest(data)
        with self._lock:
            self._size += len(data) - len(self._kept.pop(digest, b""))
            self._kept[digest] = data
            while self._size > self._limit:
                self._size -= len(self._kept.popitem(last=False)[1])


def digest_of(mark: str) -> str | None:
    """Return the digest of the picture in whose place `shortened` put this mark."""
    match = _MARK.fullmatch(mark)
    return match[1] if match else None


def describe(request: RecordedRequest) -> str:
    """Return the request as text: a line on what happened, then its body as indented JSON."""
    billed = ", billed" if request.billed else ""
    head = (
        f"{request.received_at:%H:%M:%S} {request.model}:{request.method}"
        f" -> {request.status} in {request.seconds:.2f} s{billed}"
    )
    return f"{head}\n{json.dumps(request.body, indent=2, ensure_ascii=False)}"


def shortened(value: Any) -> Any:
    """Return a JSON value with its files and signatures replaced by what they are."""
    if is_object(value):
        if isinstance(value.get("data"), str):
            return {**value, "data": _file(value["data"], value.get("mimeType"))}
        return {name: _field(name, item) for name, item in value.items()}
    if is_array(value):
        return [shortened(item) for item in value]
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]}… <{len(value):,} chars>"
    return value


def _field(name: str, value: Any) -> Any:
    if name == "thoughtSignature" and isinstance(value, str):
        return f"<signature {len(value):,} chars, sha256 {_digest(value.encode())}…>"
    return shortened(value)


def _file(encoded: str, mime_type: Any) -> str:
    try:
        data = pybase64.b64decode(encoded, validate=True)
    except ValueError:
        return f"<{mime_type}, {len(encoded):,} chars that are no base64>"
    if not str(mime_type).startswith("image/"):
        return f"<{mime_type}, {len(data):,} bytes>"
    width, height = measure(data, whole=False) or (0, 0)
    return f"<{mime_type} {width}x{height}, {len(data):,} bytes, sha256 {_digest(data)}…>"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
