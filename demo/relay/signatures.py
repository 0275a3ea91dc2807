"""Thought signatures: made for the parts of an answer, checked when they come back.

A signature is a keyed hash of the part and of the model's family, stretched to the size that
real ones have. Nothing is stored: a relay that was restarted with the same secret still knows
what it signed.
"""

import hashlib
import hmac
import json

import pybase64

from demo.jsons import JSON
from demo.relay.conversation import Conversation, Part, Turn
from demo.relay.errors import google
from demo.relay.models import MODELS

_MAC_BYTES = 32
_HELP = (
    "Please refer to https://ai.google.dev/gemini-api/docs/thought-signatures#model-behavior"
    " for more details."
)
_FAMILIES = frozenset(model.family for model in MODELS.values() if model.signs)


class Signer:
    """Sign parts with one secret; `length` is the size of a signature in bytes before base64."""

    def __init__(self, secret: bytes, length: int) -> None:
        if length < _MAC_BYTES:
            raise ValueError(f"a signature has at least {_MAC_BYTES} bytes")
        self._secret = secret
        self._length = length

    def sign(self, family: str, content: str | bytes) -> str:
        """Return the signature (base64) of a picture's bytes or of a text."""
        mac = self._mac(family, content)
        return pybase64.b64encode(mac + _stretch(mac, self._length)).decode("ascii")

    def check(self, conversation: Conversation) -> None:
        """Raise `WireError` 400 for a signature that is missing, altered or of another part.

        An image model insists on signatures and reads its own family's alone. A chat model needs
        none and reads every family's, but one that is there has to be true.
        """
        model = conversation.model
        if not model.signs:
            return
        families = frozenset({model.family}) if model.paints else _FAMILIES
        for position, turn in enumerate(conversation.turns, start=1):
            if turn.role == "model":
                if model.paints:
                    _check_presence(turn, position)
                _check_calls(turn, position)
                self._check_truth(turn, families)

    def _check_truth(self, turn: Turn, families: frozenset[str]) -> None:
        for part in turn.parts:
            if part.signature is not None and not self._is_true(part, turn, families):
                raise google("Corrupted thought signature.")

    def _is_true(self, part: Part, turn: Turn, families: frozenset[str]) -> bool:
        signature = _decode(part.signature or "")
        mac, rest = signature[:_MAC_BYTES], signature[_MAC_BYTES:]
        if not hmac.compare_digest(rest, _stretch(mac, len(signature))):
            return False
        # A streamed answer is signed once, at its end and as a whole; whether the client keeps
        # its pieces apart or joins them, the signature stands for the turn's whole text.
        contents = (part.picture.data,) if part.picture else (part.text, turn.text)
        if part.call is not None:
            contents = (call_text(part.call),)
        return any(
            hmac.compare_digest(mac, self._mac(family, content))
            for family in families
            for content in contents
        )

    def _mac(self, family: str, content: str | bytes) -> bytes:
        kind, data = ("text", content.encode()) if isinstance(content, str) else ("data", content)
        digest = hashlib.sha256(data).hexdigest()
        return hmac.digest(self._secret, f"{family}\0{kind}\0{digest}".encode(), "sha256")


def call_text(arguments: JSON) -> str:
    """Return what is signed of a call."""
    return json.dumps(arguments, sort_keys=True)


def _check_calls(turn: Turn, position: int) -> None:
    """Raise where the first call of a turn is unsigned."""
    calls = [part for part in turn.parts if part.call is not None]
    if calls and calls[0].signature is None:
        raise google(
            "Function call is missing a thought_signature in functionCall parts. This is required"
            " for tools to work correctly, and missing thought_signature may lead to degraded model"
            f" performance. Additional data, position {position}. {_HELP}"
        )


def _check_presence(turn: Turn, position: int) -> None:
    """Raise when a picture, or a text that opens the turn before a picture, is unsigned."""
    parts = [(index, part) for index, part in enumerate(turn.parts, start=1) if not part.thought]
    opening = parts[:1] if turn.pictures else []
    due = [(index, part) for index, part in parts if part.picture is not None]
    for index, part in sorted({*opening, *due}, key=lambda pair: pair[0]):
        if part.signature is None:
            kind = "Image" if part.picture else "Text"
            raise google(
                f"{kind} part is missing a thought_signature in content position {position},"
                f" part position {index}. {_HELP}"
            )


def _stretch(mac: bytes, length: int) -> bytes:
    return hashlib.shake_256(mac).digest(max(0, length - _MAC_BYTES))


def _decode(signature: str) -> bytes:
    """Return the bytes of a signature in either base64 alphabet; nothing when it is neither."""
    try:
        return pybase64.b64decode(signature.replace("-", "+").replace("_", "/"), validate=True)
    except ValueError:
        return b""
