"""What the documents of a reply say: the parts of each candidate, and how all of it ended."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from bot.domain.errors import (
    Billing,
    MemoryRejected,
    Refused,
    RelayError,
    ReplyEmpty,
    ReplyUnreadable,
)
from bot.relay import fields, spoken
from bot.relay.fields import JsonObject, JsonValue
from bot.relay.gemini.documents import candidates_of, parts_of
from bot.relay.gemini.grounding import Found
from bot.relay.gemini.reasons import (
    BLOCK_REASONS,
    CUT,
    FINISH_REASONS,
    MISSING_SIGNATURE,
    NO_IMAGE,
    TOLD_IN_WORDS,
)
from bot.relay.gemini.results import file_address
from bot.relay.gemini.tools import called
from bot.relay.large_fields import Cut, Kind
from bot.relay.parts import ReceivedPart, at_uris, joined

LONGEST_EXPLANATION = 500
MOST_THOUGHTS = 2_000
UNKNOWN = "UNKNOWN"

_KNOWN = fields.both_spellings("text", "inlineData", "thoughtSignature", "thought")
_MARK = re.compile(r"#(\d{1,9})")
_URI_MARK = ";base64,#"
_MARK_ANYWHERE = re.compile(rf"(?:\A|{_URI_MARK[:-1]})#(\d{{1,9}})(?!\d)")


class Reading:
    """Collect what the documents of one reply say."""

    def __init__(self, cuts: Sequence[Cut], cut_out: Callable[[str], Cut]) -> None:
        self.lost = 0
        self.draft: Cut | None = None
        self.thoughts = ""
        self.usage: JsonObject = {}
        self.found = Found()
        self._cuts = cuts
        self._cut_out = cut_out
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

    def without_base64(self, parts: Sequence[ReceivedPart]) -> list[ReceivedPart]:
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
                if data and (cut := self._cut_out(data)).usable:
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
        self.found.add(fields.an_object(fields.field(candidate, "groundingMetadata")))
        read = [part for raw in parts_of(candidate) for part in self._read_part(raw)]
        self._parts.setdefault(index, []).append(read)

    def _read_part(self, raw: JsonObject) -> Iterator[ReceivedPart]:
        if raw.get("thought") is True:
            inline = fields.an_object(fields.field(raw, "inlineData"))
            self.draft = self._cut(inline.get("data"), Kind.PICTURE) or self.draft
            words = "".join(words for words, _ in at_uris(fields.a_string(raw.get("text"))))
            self.thoughts = (self.thoughts + words)[:MOST_THOUGHTS]
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
            yield replace(last, token=signature, extra=extra, call=called(raw) if extra else None)

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
        if cut is None and isinstance(value, str) and not _MARK.fullmatch(value):
            # Its name was written with escapes, so that nothing was cut out behind it.
            cut = self._cut_out(value)
            cut = cut if cut.usable else None
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


def _reason(container: JsonObject, name: str) -> str:
    value = fields.field(container, name)
    reason = fields.a_name(value).upper() or (UNKNOWN if value else "")
    return "" if reason.endswith("_UNSPECIFIED") else reason


def _marked(value: JsonValue) -> bool:
    if isinstance(value, str):
        return bool(_MARK.fullmatch(value)) or _URI_MARK in value
    if isinstance(value, dict):
        return any(map(_marked, value.values()))
    return isinstance(value, list) and any(map(_marked, value))
