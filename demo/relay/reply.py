"""An answer in Gemini's form: as one document, or as the chunks of a stream."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from demo.jsons import JSON
from demo.relay.conversation import Conversation

_INPUT_PICTURE_TOKENS = 560
_LETTERS_PER_TOKEN = 4
_PIECES = 6


@dataclass(frozen=True, slots=True)
class Reply:
    """What the relay answers to a conversation; `parts` are parts as they stand on the wire.

    So is `grounding`, which says what was searched for and found.
    """

    conversation: Conversation
    parts: tuple[JSON, ...] = ()
    finish_reason: str = "STOP"
    finish_message: str | None = None
    grounding: JSON | None = None
    response_id: str = field(default_factory=lambda: secrets.token_urlsafe(16))

    def document(self) -> JSON:
        """Return the answer to `generateContent`."""
        return self._document(self.parts, self.parts, last=True)

    def chunks(self) -> list[JSON]:
        """Return the documents of a stream: one a picture, several for a long text.

        The last one says how it finished, and what the answer stands on. A chat's signature comes
        there, with an empty text; the signatures of an image model stay with their parts.
        """
        if not self.parts:
            return [self.document()]
        paints = self.conversation.model.paints
        streamed = (*self.parts, {"text": ""}) if paints else _pieces(self.parts)
        return [
            self._document((part,), streamed[:count], last=count == len(streamed))
            for count, part in enumerate(streamed, start=1)
        ]

    def _document(self, parts: Sequence[JSON], so_far: Sequence[JSON], *, last: bool) -> JSON:
        content: JSON = {"parts": list(parts), "role": "model"} if parts else {}
        candidate: JSON = {"content": content, "index": 0}
        if last:
            candidate["finishReason"] = self.finish_reason
            if self.finish_message:
                candidate["finishMessage"] = self.finish_message
            if self.grounding:
                candidate["groundingMetadata"] = self.grounding
        return {
            "candidates": [candidate],
            "usageMetadata": self._usage(so_far),
            "modelVersion": self.conversation.model.name,
            "responseId": self.response_id,
        }

    def _usage(self, parts: Sequence[JSON]) -> JSON:
        asked = self.conversation
        letters = len(asked.system) + sum(len(turn.text) for turn in asked.turns)
        seen = sum(1 for _ in asked.all_pictures()) * _INPUT_PICTURE_TOKENS
        read = _tokens(letters)
        answered = [part for part in parts if not part.get("thought")]
        written = _tokens(sum(len(part.get("text", "")) for part in answered))
        pictures = sum(1 for part in answered if "inlineData" in part)
        painted = pictures * asked.model.tokens(asked.size)
        thoughts = _tokens(sum(len(part.get("text", "")) for part in parts)) - written
        usage: JSON = {
            "promptTokenCount": read + seen,
            "candidatesTokenCount": written + painted,
            "totalTokenCount": read + seen + written + painted + thoughts,
            "promptTokensDetails": [{"modality": "TEXT", "tokenCount": read}],
        }
        if seen:
            usage["promptTokensDetails"].append({"modality": "IMAGE", "tokenCount": seen})
        if painted:
            usage["candidatesTokensDetails"] = [{"modality": "IMAGE", "tokenCount": painted}]
        if thoughts:
            usage["thoughtsTokenCount"] = thoughts
        return usage


def _tokens(letters: int) -> int:
    return -(-letters // _LETTERS_PER_TOKEN)


def _pieces(parts: Sequence[JSON]) -> tuple[JSON, ...]:
    """Return texts in pieces, with the signature of each on an empty text after them."""
    pieces: list[JSON] = []
    for part in parts:
        text = part.get("text")
        if text is None or part.get("thought"):
            pieces.append(part)
            continue
        step = max(1, -(-len(text) // _PIECES))
        pieces += [{"text": text[start : start + step]} for start in range(0, len(text), step)]
        if "thoughtSignature" in part:
            pieces.append({**part, "text": ""})
    return tuple(pieces)
