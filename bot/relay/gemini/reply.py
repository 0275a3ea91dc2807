"""Reading the documents of a reply: from JSON of many dialects to parts, or to why there are none.

A reply is read as Google's API reference describes GenerateContentResponse, and as relays really
send it: either spelling of a name, anything missing or null, a picture as a data URI inside
markdown, thoughts among the parts. What models send beside text and pictures is kept as received.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from bot.domain.errors import (
    Billing,
    ConnectionBroke,
    Refused,
    RelayError,
    Stopped,
)
from bot.domain.grounding import Grounding
from bot.domain.request import CutShort, TokenCounts
from bot.relay import fields
from bot.relay.errors import relay_error
from bot.relay.fields import JsonObject
from bot.relay.gemini.documents import ANSWER_FIELDS, parts_of
from bot.relay.gemini.errors import GEMINI
from bot.relay.gemini.reading import Reading
from bot.relay.gemini.reasons import (
    CUT,
    FINISH_REASONS,
)
from bot.relay.gemini.results import file_address
from bot.relay.large_fields import Cut
from bot.relay.parts import ReceivedPart, at_uris


@dataclass(frozen=True, slots=True)
class ParsedReply:
    """Hold what a model answered; `lost` counts pictures that can't be read.

    `is_draft`: the only picture was one of its thoughts. `ending` is what went wrong after it.
    """

    parts: tuple[ReceivedPart, ...]
    finish: str
    cut: CutShort | None
    lost: int
    tokens: TokenCounts
    model_version: str
    response_id: str
    grounding: Grounding
    is_draft: bool
    thoughts: str
    ending: RelayError | None


def parse_reply(
    documents: Sequence[JsonObject],
    cuts: Sequence[Cut],
    *,
    cut_out: Callable[[str], Cut],
    is_stream: bool = False,
    has_gap: bool = False,
    ending: RelayError | None = None,
) -> ParsedReply:
    """Join documents to one answer; raise a RelayError where there is nothing to show.

    `cut_out` makes a cut of base64 that a model says among its words. `has_gap`: something beside
    these documents could not be read.
    `ending` is why the body is not whole, if it is not. What came before that, or before an error
    among the documents, is an answer that is cut short; where nothing came, the error is raised.
    """
    if ending and not documents:
        raise ending
    error = _error_among(documents)
    if isinstance(error, Refused):
        raise error
    reading = Reading(cuts, cut_out)
    for document in documents:
        reading.add(document)
    said = reading.without_base64(reading.parts)
    parts = _with_late_signatures(said)
    parts += reading.strays(parts, documents)
    has_picture = any(part.picture for part in parts)
    if not has_picture and (refused := reading.refusal(parts)):
        raise error or refused
    is_broken_off = (is_stream or error is not None) and not reading.finish
    broke = None if reading.finish else error or ending or (_unfinished() if is_stream else None)
    is_worth_it = isinstance(broke, Stopped) or (has_gap and reading.draft is not None)
    if broke and not is_worth_it and not has_picture and reading.has_begun_picture:
        # It may be painted and billed: neither words beside it nor drafts are what was asked for.
        raise broke
    is_draft = not has_picture and reading.draft is not None
    if is_draft:
        # Unsigned: as an answer it would have another signature than as a thought.
        parts.append(ReceivedPart(picture=reading.draft))
        has_picture = True
    if not has_picture and not any(map(_says_something, parts)):
        raise error or broke or reading.nothing()
    finish = reading.finish or "STOP"
    if has_gap and not isinstance(ending, Stopped):
        cut = CutShort.UNREADABLE
    elif is_broken_off:
        cut = CutShort.STOPPED if isinstance(ending, Stopped) else CutShort.BROKEN_OFF
    else:
        cut = CutShort.BY_MODEL if finish in CUT or finish in FINISH_REASONS else None
    return ParsedReply(
        parts=tuple(parts),
        finish=finish,
        cut=cut,
        lost=reading.lost,
        tokens=_tokens(reading.usage),
        model_version=_last_label(documents, "modelVersion"),
        response_id=_last_label(documents, "responseId"),
        grounding=reading.found.grounding,
        is_draft=is_draft,
        thoughts=reading.thoughts,
        ending=error or ending,
    )


def texts(document: JsonObject) -> Iterator[str]:
    """Yield what the model says in one document, to be shown while the rest is still coming."""
    for candidate in fields.objects(fields.field(document, "candidates"))[:1]:
        for raw in parts_of(candidate):
            if raw.get("thought") is not True:
                split = at_uris(fields.a_string(raw.get("text")))
                yield from filter(None, (words for words, _ in split))


def _says_something(part: ReceivedPart) -> bool:
    return bool(part.text or part.call or file_address(part.extra))


def _error_among(documents: Sequence[JsonObject]) -> RelayError | None:
    error = next(filter(None, map(_error_in, documents)), None)
    if error and (not isinstance(error, Refused) or any(map(_is_begun, documents))):
        # It was taken, and maybe worked on, whatever the relay says of that afterwards.
        error.billing = Billing.POSSIBLE
    return error


def _error_in(document: JsonObject) -> RelayError | None:
    # Some relays answer 200, or end a stream, with the body of an error. Words alone are none: a
    # relay that took the request as a task says so in a message.
    error = document.get("error")
    codes = (fields.an_object(error).get("code"), document.get("code"), document.get("status"))
    status = next((code for code in map(fields.a_count, codes) if code in range(400, 600)), None)
    if not error and (_is_begun(document) or not (status or document.get("success") is False)):
        return None
    return relay_error(status or 500, {}, msgspec.json.encode(document), GEMINI, inside=True)


def _is_begun(document: JsonObject) -> bool:
    return bool(ANSWER_FIELDS & document.keys())


def _with_late_signatures(parts: Sequence[ReceivedPart]) -> list[ReceivedPart]:
    """Move the signature of an empty text to the text before it.

    A stream of a chat model ends like this; Google refuses an empty text that is sent back.
    """
    kept: list[ReceivedPart] = []
    for part in parts:
        if part.text != "":
            kept.append(part)
            continue
        texts_before = [index for index, before in enumerate(kept) if before.text]
        if texts_before and not kept[texts_before[-1]].token:
            last = texts_before[-1]
            kept[last] = replace(kept[last], token=part.token)
    return kept


def _unfinished() -> ConnectionBroke:
    return ConnectionBroke("the stream ended without a finishReason")


def _tokens(usage: JsonObject) -> TokenCounts:
    def count(name: str) -> int:
        return fields.a_count(fields.field(usage, name))

    return TokenCounts(
        prompt=count("promptTokenCount"),
        answer=count("candidatesTokenCount"),
        thoughts=count("thoughtsTokenCount"),
        total=count("totalTokenCount"),
        cached=count("cachedContentTokenCount"),
        sound=_of_modality(usage, "promptTokensDetails", "AUDIO"),
        pictures=_of_modality(usage, "candidatesTokensDetails", "IMAGE"),
    )


def _of_modality(usage: JsonObject, name: str, modality: str) -> int:
    return sum(
        fields.a_count(fields.field(detail, "tokenCount"))
        for detail in fields.objects(fields.field(usage, name))
        if detail.get("modality") == modality
    )


def _last_label(documents: Sequence[JsonObject], name: str) -> str:
    labels = [fields.a_name(fields.field(document, name)) for document in documents]
    return next(filter(None, reversed(labels)), "")
