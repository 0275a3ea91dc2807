"""Reading the documents of a reply: from JSON of many dialects to parts, or to why there are none.

A reply is read as Google's API reference describes GenerateContentResponse, and as relays really
send it: either spelling of a name, anything missing or null, a picture as a data URI inside
markdown, thoughts among the parts. What models send beside text and pictures is kept as received.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import msgspec

from bot.domain.content import JsonValue
from bot.domain.errors import (
    Billing,
    ConnectionBroke,
    MemoryRejected,
    Refused,
    RelayError,
    ReplyEmpty,
    ReplyUnreadable,
    Stopped,
)
from bot.domain.request import CutShort, Source, TokenCounts
from bot.relay import fields, spoken
from bot.relay.errors import relay_error
from bot.relay.fields import JsonObject
from bot.relay.gemini.documents import ANSWER_FIELDS, candidates_of, parts_of
from bot.relay.gemini.errors import GEMINI
from bot.relay.gemini.reasons import (
    BLOCK_REASONS,
    CUT,
    FINISH_REASONS,
    MISSING_SIGNATURE,
    NO_IMAGE,
    TOLD_IN_WORDS,
)
from bot.relay.gemini.results import file_address
from bot.relay.large_fields import Cut, Kind
from bot.relay.parts import ReceivedPart, at_uris, joined

MOST_SOURCES = 5
LONGEST_EXPLANATION = 500
UNKNOWN = "UNKNOWN"

_KNOWN = fields.both_spellings("text", "inlineData", "thoughtSignature", "thought")
_MARK = re.compile(r"#(\d{1,9})")
_URI_MARK = ";base64,#"
_MARK_ANYWHERE = re.compile(rf"(?:\A|{_URI_MARK[:-1]})#(\d{{1,9}})(?!\d)")


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what a model answered, without thoughts; `lost` counts pictures that can't be read.

    `is_draft`: the only picture was one of its thoughts. `ending` is what went wrong after it.
    """

    parts: tuple[ReceivedPart, ...]
    finish: str
    cut: CutShort | None
    lost: int
    tokens: TokenCounts
    model_version: str
    response_id: str
    sources: tuple[Source, ...]
    is_draft: bool
    ending: RelayError | None


def read_answer(
    documents: Sequence[JsonObject],
    cuts: Sequence[Cut],
    *,
    cut_out: Callable[[str], Cut],
    is_stream: bool = False,
    ending: RelayError | None = None,
) -> Answer:
    """Join documents to one answer; raise a RelayError where there is nothing to show.

    `cut_out` makes a cut of base64 that a model says among its words.
    `ending` is why the body is not whole, if it is not. What came before that, or before an error
    among the documents, is an answer that is cut short; where nothing came, the error is raised.
    """
    if ending and not documents:
        raise ending
    error = _error_among(documents)
    if isinstance(error, Refused):
        raise error
    reading = _Reading(cuts)
    for document in documents:
        reading.add(document)
    said = reading.without_base64(reading.parts, cut_out)
    parts = _with_late_signatures(said)
    parts += reading.strays(parts, documents)
    has_picture = any(part.picture for part in parts)
    if not has_picture and (refused := reading.refusal(parts)):
        raise error or refused
    is_broken_off = (is_stream or error is not None) and not reading.finish
    broke = None if reading.finish else error or ending or (_unfinished() if is_stream else None)
    if broke and not isinstance(broke, Stopped) and not has_picture and reading.has_begun_picture:
        # It may be painted and billed: neither words beside it nor drafts are what was asked for.
        raise broke
    is_draft = not has_picture and reading.draft is not None
    if is_draft:
        # Unsigned: as an answer it would have another signature than as a thought.
        parts.append(ReceivedPart(picture=reading.draft))
        has_picture = True
    if not has_picture and not any(part.text or file_address(part.extra) for part in parts):
        raise error or broke or reading.nothing()
    finish = reading.finish or "STOP"
    if is_broken_off:
        cut = CutShort.STOPPED if isinstance(ending, Stopped) else CutShort.BROKEN_OFF
    else:
        cut = CutShort.BY_MODEL if finish in CUT or finish in FINISH_REASONS else None
    return Answer(
        parts=tuple(parts),
        finish=finish,
        cut=cut,
        lost=reading.lost,
        tokens=_tokens(reading.usage),
        model_version=_last_label(documents, "modelVersion"),
        response_id=_last_label(documents, "responseId"),
        sources=tuple(reading.sources.values()),
        is_draft=is_draft,
        ending=error or ending,
    )


def texts(document: JsonObject) -> Iterator[str]:
    """Yield what the model says in one document, to be shown while the rest is still coming."""
    for candidate in fields.objects(fields.field(document, "candidates"))[:1]:
        for raw in parts_of(candidate):
            if raw.get("thought") is not True:
                split = at_uris(fields.a_string(raw.get("text")))
                yield from filter(None, (words for words, _ in split))


class _Reading:
    """Collect what the documents of one reply say."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self.lost = 0
        self.draft: Cut | None = None
        self.usage: JsonObject = {}
        self.sources: dict[str, Source] = {}
        self._cuts = cuts
        # The parts of each candidate, document by document.
        self._parts: dict[int, list[list[ReceivedPart]]] = {}
        self._finishes: dict[int, str] = {}
        self._explanation = ""
        self._block = ""

    @property
    def parts(self) -> list[ReceivedPart]:
        """Return the parts of all candidates, one candidate after the other."""
        return [part for index in sorted(self._parts) for part in joined(self._parts[index])]

    @property
    def finish(self) -> str:
        """Return how the first candidate that says so ended."""
        return self._finishes[min(self._finishes)] if self._finishes else ""

    def add(self, document: JsonObject) -> None:
        """Take one document: the whole answer, or the next piece of a stream."""
        usage = fields.an_object(fields.field(document, "usageMetadata"))
        self.usage |= {name: value for name, value in usage.items() if value is not None}
        feedback = fields.an_object(fields.field(document, "promptFeedback"))
        self._block = _reason(feedback, "blockReason") or self._block
        self._explain(feedback, "blockReasonMessage")
        for index, candidate in candidates_of(document):
            self._add_candidate(index, candidate)

    def without_base64(
        self, parts: Sequence[ReceivedPart], cut_out: Callable[[str], Cut]
    ) -> list[ReceivedPart]:
        """Return the parts with the pictures that are base64 in their words, and no other such."""
        found: list[ReceivedPart] = []
        for part in parts:
            if part.picture and not part.picture.usable:
                self.lost += 1
                continue
            if not part.text or part.picture:
                found.append(part)
                continue
            fresh: list[ReceivedPart] = []
            for words, data in spoken.split(part.text):
                if words.strip() or words == part.text:
                    fresh.append(ReceivedPart(text=words))
                if data and (cut := cut_out(data)).usable:
                    fresh.append(ReceivedPart(picture=cut))
                elif data:
                    self.lost += 1
            if fresh:
                fresh[-1] = replace(fresh[-1], token=part.token, extra=part.extra)
            found += fresh
        return found

    def strays(
        self, parts: Sequence[ReceivedPart], documents: Sequence[JsonObject]
    ) -> list[ReceivedPart]:
        """Return the pictures at other places, where there is none among the parts.

        What a relay puts where another wire has it, or into a field that nobody knows, is paid.
        """
        if any(part.picture for part in parts):
            return []
        return [ReceivedPart(picture=stray) for stray in self._strays([*documents])]

    def _strays(self, value: object) -> Iterator[Cut]:
        if isinstance(value, str):
            for number in _MARK_ANYWHERE.findall(value):
                if cut := self._cut(f"#{number}", Kind.PICTURE):
                    yield cut
        elif isinstance(value, list):
            for inner in cast("list[object]", value):
                yield from self._strays(inner)
        elif isinstance(value, dict):
            item = cast("JsonObject", value)
            if item.get("thought") is not True:
                yield from self._strays([item[name] for name in item if name != "text"])

    @property
    def has_begun_picture(self) -> bool:
        """Tell whether there is a picture of which not all came, or a draft."""
        return self.lost > 0 or self.draft is not None

    def refusal(self, parts: Sequence[ReceivedPart]) -> RelayError | None:
        """Return why there can be no answer, as far as the relay says so; `parts` are words.

        A draft is better than no picture, but nothing that rules forbid.
        """
        if self.finish == MISSING_SIGNATURE:
            # Unlike the 400 it is an answer, and answers without a picture may be billed.
            error = MemoryRejected(self.finish)
            error.billing = Billing.POSSIBLE
            return error
        if self._block:
            return self._refused(self._block, BLOCK_REASONS)
        if self.finish == NO_IMAGE and (
            self.draft or any(file_address(part.extra) for part in parts)
        ):
            return None
        if self.finish in FINISH_REASONS:
            if self.finish in TOLD_IN_WORDS:
                self._explain_in("".join(part.text or "" for part in parts))
            return self._refused(self.finish, FINISH_REASONS)
        return None

    def nothing(self) -> RelayError:
        """Return what it means that there is neither picture nor text, and no known refusal."""
        if self.lost:
            return ReplyUnreadable("no picture of the answer could be read")
        if self.finish in {"", "STOP", *CUT}:
            reason = self.finish or "no finishReason"
            return ReplyEmpty(f"neither picture nor text, and {reason}", key=CUT.get(reason))
        return self._refused(self.finish, FINISH_REASONS)

    def _refused(self, reason: str, keys: Mapping[str, str]) -> Refused:
        return Refused(reason, key=keys.get(reason), explanation=self._explanation)

    def _explain(self, container: JsonObject, name: str) -> None:
        self._explain_in(fields.a_string(fields.field(container, name)))

    def _explain_in(self, words: str) -> None:
        said = " ".join(words[: 2 * LONGEST_EXPLANATION].split())[:LONGEST_EXPLANATION]
        self._explanation = said or self._explanation

    def _add_candidate(self, index: int, candidate: JsonObject) -> None:
        if reason := _reason(candidate, "finishReason"):
            self._finishes[index] = reason
        self._explain(candidate, "finishMessage")
        self._add_sources(fields.an_object(fields.field(candidate, "groundingMetadata")))
        read = [part for raw in parts_of(candidate) for part in self._read_part(raw)]
        self._parts.setdefault(index, []).append(read)

    def _read_part(self, raw: JsonObject) -> Iterator[ReceivedPart]:
        if raw.get("thought") is True:
            inline = fields.an_object(fields.field(raw, "inlineData"))
            self.draft = self._cut(inline.get("data"), Kind.PICTURE) or self.draft
            return
        signature = self._signature(fields.field(raw, "thoughtSignature"))
        # What was cut out of a field that nobody knows can't go back, so no such field does.
        extra = {name: raw[name] for name in raw if name not in _KNOWN}
        extra = {} if _marked(extra) else extra
        inline = fields.an_object(fields.field(raw, "inlineData"))
        shown = list(self._read_text(fields.a_string(raw.get("text"))))
        picture = self._picture(inline.get("data")) if inline else None
        if picture:
            shown.append(ReceivedPart(picture=picture))
        elif url := self._address(inline):
            extra["fileData"] = {"fileUri": url}
        if not shown and (extra or (signature and not inline)):
            shown = [ReceivedPart(text="" if "text" in raw or not extra else None)]
        yield from shown[:-1]
        for last in shown[-1:]:
            yield replace(last, token=signature, extra=extra)

    def _read_text(self, text: str) -> Iterator[ReceivedPart]:
        for words, number in at_uris(text):
            if words.strip() or (words and words == text):
                yield ReceivedPart(text=words)
            cut = self._cuts[int(number)] if number and int(number) < len(self._cuts) else None
            if cut and cut.kind is Kind.PICTURE:
                yield ReceivedPart(picture=cut)
            elif number:
                self.lost += 1

    def _picture(self, value: JsonValue) -> Cut | None:
        cut = self._cut(value, Kind.PICTURE)
        self.lost += cut is None
        return cut

    def _address(self, inline: JsonObject) -> str:
        """Return where a picture lies whose address stands in its place."""
        mark = _MARK.fullmatch(fields.a_string(inline.get("data")))
        cut = self._cuts[int(mark[1])] if mark and int(mark[1]) < len(self._cuts) else None
        return (cut.address if cut else "") or file_address({"fileData": inline})

    def _signature(self, value: JsonValue) -> str | Cut | None:
        if not isinstance(value, str) or not value:
            return None
        return self._cut(value, Kind.SIGNATURE) if _MARK.fullmatch(value) else value

    def _cut(self, value: JsonValue, kind: Kind) -> Cut | None:
        mark = _MARK.fullmatch(value) if isinstance(value, str) else None
        if mark is None or int(mark[1]) >= len(self._cuts):
            return None
        cut = self._cuts[int(mark[1])]
        return cut if cut.kind is kind and cut.usable else None

    def _add_sources(self, grounding: JsonObject) -> None:
        for chunk in fields.objects(fields.field(grounding, "groundingChunks")):
            page = fields.an_object(chunk.get("web")) or fields.an_object(chunk.get("image"))
            url = fields.a_string(fields.field(page, "sourceUri") or page.get("uri"))
            if url.startswith(("https://", "http://")) and len(self.sources) < MOST_SOURCES:
                title = " ".join(fields.a_string(page.get("title")).split())
                self.sources.setdefault(url, Source(title=title[:200] or url, url=url))


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


def _reason(container: JsonObject, name: str) -> str:
    value = fields.field(container, name)
    reason = fields.a_name(value).upper() or (UNKNOWN if value else "")
    return "" if reason.endswith("_UNSPECIFIED") else reason


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


def _marked(value: JsonValue) -> bool:
    if isinstance(value, str):
        return bool(_MARK.fullmatch(value)) or _URI_MARK in value
    if isinstance(value, dict):
        return any(map(_marked, value.values()))
    return isinstance(value, list) and any(map(_marked, value))


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
    )


def _last_label(documents: Sequence[JsonObject], name: str) -> str:
    labels = [fields.a_name(fields.field(document, name)) for document in documents]
    return next(filter(None, reversed(labels)), "")
