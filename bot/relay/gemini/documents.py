"""The documents of a reply: what is in each, whatever a relay wraps it in."""

import json
import re
from collections.abc import Collection, Iterator, Sequence

from bot.relay.fields import JsonObject, JsonValue, an_object, both_spellings, field, objects

ANSWER_FIELDS = both_spellings("candidates", "promptFeedback", "usageMetadata")
_ENVELOPES = ("response", "data", "result")

PICTURES = ("data", "b64_json", "bytesBase64Encoded", "imageBytes")
"""Names of pictures: Gemini's own, and those of wires that relays mix up with it."""

# As `bot.relay.scanner` leaves it; what a model says may look like it elsewhere.
_MARK = re.compile(rf'(?:"(?:{"|".join(PICTURES)})"[\s:]*"|;base64,)#(\d{{1,9}})(?!\d)')
# Of a picture that is a thought, that is said in the same part, before its data or after them; the
# data are in an object of their own, or among the words of the part.
_NEAR = 1000
_THOUGHT_BEFORE = re.compile(r'"thought"\s*:\s*[tT]rue[^{}]*\{?[^{}]*\Z')
_THOUGHT_AFTER = re.compile(r'[^{}]*\}?[^{}]*"thought"\s*:\s*[tT]rue')


def unwrapped(document: JsonObject) -> JsonObject:
    """Return an answer without the envelopes around it: what stands beside it stays.

    Google's Code Assist puts one into `response`, relays that work in tasks into `data`.
    """
    for name in _ENVELOPES:
        wrapped = document.get(name)
        inner = unwrapped(wrapped) if isinstance(wrapped, dict) else {}
        if ANSWER_FIELDS & inner.keys():
            return {outer: document[outer] for outer in document if outer != name} | inner
    return document


def is_last(document: JsonObject) -> bool:
    """Tell whether a document says how the answer ended."""
    candidates = objects(field(unwrapped(document), "candidates"))
    return any(field(candidate, "finishReason") for candidate in candidates)


def candidates_of(document: JsonObject) -> Iterator[tuple[int, JsonObject]]:
    """Yield the candidates of one document with their indexes."""
    for position, candidate in enumerate(objects(field(document, "candidates"))):
        index = candidate.get("index")
        yield index if isinstance(index, int) else position, candidate


def parts_of(candidate: JsonObject) -> list[JsonObject]:
    """Return the parts of a candidate."""
    return objects(an_object(candidate.get("content")).get("parts"))


def stranded(
    text: str, documents: Sequence[JsonObject], pictures: Collection[int]
) -> JsonObject | None:
    """Return a document of the pictures in a text that are in none of its documents.

    That is all which can be said of a text that no parser reads. `pictures` are the numbers of all
    there are.
    """
    read = {int(mark[1]) for mark in _MARK.finditer(json.dumps(documents))}
    marks = {int(mark[1]): mark for mark in _MARK.finditer(text)}
    parts: list[JsonValue] = [
        {"inlineData": {"data": f"#{number}"}, "thought": _is_thought(text, mark)}
        for number, mark in marks.items()
        if number in pictures and number not in read
    ]
    return {"candidates": [{"content": {"parts": parts}}]} if parts else None


def _is_thought(text: str, mark: re.Match[str]) -> bool:
    before = text[max(0, mark.start() - _NEAR) : mark.start()]
    after = text[mark.end() : mark.end() + _NEAR]
    return bool(_THOUGHT_BEFORE.search(before) or _THOUGHT_AFTER.match(after))
