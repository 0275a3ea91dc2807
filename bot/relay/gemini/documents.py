"""The documents of a reply: what is in each, whatever a relay wraps it in."""

from collections.abc import Iterator

from bot.relay.fields import JsonObject, an_object, both_spellings, field, objects

ANSWER_FIELDS = both_spellings("candidates", "promptFeedback", "usageMetadata")
_ENVELOPES = ("response", "data", "result")


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
