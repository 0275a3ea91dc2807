"""Reading a reply while it arrives: JSON and server-sent events with one reader.

Memory stays at one batch however large the pictures are. Google streams a JSON array without
`alt=sse`, events with it, and an error as plain JSON under either media type, so the first bytes
decide and not the `Content-Type`. Relays that keep a connection alive put comments before plain
JSON, and others a warning: the line that begins a document begins it, whatever comes before.
"""

import asyncio
import json
import re
from collections.abc import Callable
from itertools import takewhile
from typing import cast

import msgspec

from bot.domain.errors import ConnectionBroke, ReplyUnreadable
from bot.relay.fields import JsonObject, JsonValue, an_object, deeper_than
from bot.relay.fragments import ended
from bot.relay.gemini.documents import (
    PICTURES,
    candidates_of,
    is_last,
    parts_of,
    stranded,
    unwrapped,
)
from bot.relay.gemini.pieces import Pieces
from bot.relay.large_fields import Caps, Cut, Kind
from bot.relay.scanner import Landmarks, Scanner
from bot.relay.spool import Spool
from bot.relay.transfer import BATCH

_LANDMARKS = Landmarks(
    pictures=PICTURES,
    signatures=("thoughtSignature", "thought_signature"),
)
_BLANK = b" \t\r\n\xef\xbb\xbf"  # a byte order mark counts as blank
_EVENT_STARTS = b":deir"  # a comment, or the fields data, event, id and retry
_LINE_END = re.compile(rb"\r(?=[^\n])|\n")
_DATA = b"data:"
_DOCUMENT_STARTS = (b"{", b"[")
_DONE = b"[DONE]"
# What some send to keep a connection alive, as the data of an event.
_WORDS = re.compile(rb"\[[\w .-]{0,40}\]|(?![{\[]).*", re.DOTALL)
# How the lines of an event go on that holds JSON in lines, of which only the first says `data:`.
_GOES_ON = b' \t"{}[],-0123456789'
_BETWEEN = re.compile(r"[\s,\[]*")
# One search that ends at the first of them: looking at every byte would cost more than decoding.
_CONTENT = re.compile(rb"[^ \t\r\n]")
_parse_all = msgspec.json.Decoder().decode_lines
# What is no JSON and meant as such: line breaks inside of strings, NaN, and half a character.
_parse_next = json.JSONDecoder(strict=False, parse_constant=lambda _: None).raw_decode
_HALF = re.compile(
    r"(\\[^u]|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u(?![dD][89a-fA-F]))"
    r"|\\u[dD][89a-fA-F][\da-fA-F]{2}"
)


class ReplyReader:
    """Take a reply in pieces: pictures and long signatures to spools, the rest to documents.

    In a document `#3` stands for `cuts[3]` (see `bot.relay.scanner`). `on_document` is called with
    each document as it completes. Raises ReplyUnreadable for what is neither JSON nor events, for
    what breaks off, and over a cap; `rest` then tells what came beside that. The owner discards the
    reader whatever happens.

    `has_gap`: something in the middle, or around a picture, could not be read.
    """

    def __init__(
        self,
        open_spool: Callable[[], Spool],
        caps: Caps | None = None,
        on_document: Callable[[JsonObject], None] | None = None,
    ) -> None:
        self.cuts: list[Cut] = []
        self.received = 0
        self.is_stream = False
        self.has_gap = False
        self._open_spool = open_spool
        self._caps = caps or Caps()
        self._on_document = on_document
        self._documents: list[JsonObject] = []
        self._pieces: dict[int, Pieces] = {}
        self._scanner = Scanner(self._open_cut, self._caps.rest, _LANDMARKS)
        self._drained = 0
        # How many cuts there were before the current document.
        self._cuts_before = 0
        self._started = False
        self._in_lines = False
        self._line_end = self._held = b""
        # The current line of an event stream: its first bytes, and whether it is `data:`.
        self._head = b""
        self._is_data: bool | None = None
        # Whether the lines are a document as it is, which ends with the body.
        self._is_bare = False
        self._is_finished = False
        self._is_in_event = False
        self._broken: ReplyUnreadable | None = None

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes of the body, and tell whether they carry any of its content.

        White space, comments and empty lines carry none: whatever sends them may be dead.
        """
        self.received += len(chunk)
        if self.received > self._caps.body:
            raise ReplyUnreadable(f"an answer of more than {self._caps.body} bytes")
        if not self._started:
            chunk = chunk.lstrip(_BLANK)
            if not chunk:
                return False
            self._in_lines = chunk[0] not in b"{["
            self._started = True
        if self._in_lines and not self._line_end:
            chunk = self._with_line_end(chunk)
        take = self._events if self._in_lines else self._json
        has_content = False
        for start in range(0, len(chunk), BATCH):
            has_content |= take(chunk, start, min(start + BATCH, len(chunk)))
        return has_content

    @property
    def is_whole(self) -> bool:
        """Tell whether the answer came to its end, though the body may not have."""
        if self._is_finished or self.is_stream:
            return self._is_finished
        text = self._scanner.so_far(BATCH).strip(_BLANK)
        if not text.endswith((b"}", b"]")):
            return False
        try:
            return any(map(is_last, self._parsed(text)))
        except ReplyUnreadable:
            return False

    def close(self) -> list[JsonObject]:
        """End the body and return its documents.

        Raise ReplyUnreadable where there is none, or ConnectionBroke for a stream that ends in the
        middle of one.
        """
        was_stream = self.is_stream
        try:
            self._end_document()
        except ReplyUnreadable as broken:
            if not was_stream:
                raise
            raise ConnectionBroke(broken.detail) from None
        if self._broken:
            raise self._broken
        if not self._documents:
            raise ReplyUnreadable("an answer that is neither JSON nor events, or has no document")
        self._end_texts()
        return self._documents

    def rest(self) -> list[JsonObject]:
        """End a body that is not whole, and return its documents: of the last, what came whole.

        What breaks off inside a document or an array is a stream that did not end. A picture in
        what nobody can read is a document by itself.
        """
        self._salvage(self._scanner.abandon())
        self._end_texts(is_whole=False)
        return self._documents

    def cut_out(self, text: str) -> Cut:
        """Return a cut of a picture's base64 that is no string of its own."""
        _, cut = self._open_cut(Kind.PICTURE)
        cut.feed(text.encode())
        cut.close()
        return cut

    async def drain(self) -> None:
        """Wait until the spools can take more."""
        for cut in self.cuts[self._drained :]:
            await cut.drain()
        while self._drained < len(self.cuts) and self.cuts[self._drained].closed:
            self._drained += 1

    async def discard(self) -> None:
        """Forget every cut that was not committed."""
        # Together: one that can't be, or a caller who stops waiting, must not keep the others.
        await asyncio.gather(*(cut.discard() for cut in self.cuts))

    def _json(self, data: bytes, start: int, stop: int) -> bool:
        self._scanner.feed(data, start, stop)
        return _CONTENT.search(data, start, stop) is not None

    def _events(self, data: bytes, start: int, stop: int) -> bool:
        has_content = False
        while start < stop:
            newline = data.find(self._line_end or b"\n", start, stop)
            end = stop if newline < 0 else newline + 1
            if self._is_data is None:
                used = min(end - start, len(_DATA) - len(self._head))
                self._head += data[start : start + used]
                start += used
                if self._head == _DATA:
                    self._is_data = self.is_stream = self._is_in_event = True
                elif not _DATA.startswith(self._head):
                    self._is_data = self._is_of_document(self._head)
                    if self._is_data:
                        has_content |= self._json(self._head, 0, len(self._head))
            if self._is_data is not None:
                if self._is_data:
                    has_content |= self._json(data, start, end)
                start = end
            if newline >= 0 and start == end:
                if not self._head.strip() and not self._is_data and not self._is_bare:
                    self._end_event()
                self._head, self._is_data = b"", None
        return has_content

    def _with_line_end(self, chunk: bytes) -> bytes:
        """Learn from the first line how all of them end, and return what can be read of it."""
        chunk = self._held + chunk
        found = _LINE_END.search(chunk)
        self._line_end = found[0] if found else b""
        # Only the next byte tells what this one is.
        self._held = b"\r" if not found and chunk.endswith(b"\r") else b""
        return chunk.removesuffix(self._held)

    def _is_of_document(self, head: bytes) -> bool:
        """Tell whether a line is JSON as it is, and not a line of an event."""
        if self._is_in_event and head[0] in _GOES_ON:
            return True
        self._is_bare |= head.startswith(_DOCUMENT_STARTS)
        return self._is_bare and head[0] not in _EVENT_STARTS

    def _end_event(self) -> None:
        """End a document among others: that it can't be read costs none of those to come."""
        try:
            self._end_document()
        except ReplyUnreadable as broken:
            self._salvage(self._scanner.abandon())
            self._broken = self._broken or broken
            self.has_gap = True

    def _end_document(self) -> None:
        rest = self._scanner.finish().strip(_BLANK)
        self._is_in_event = False
        if self.is_stream:
            # One relay before another may each write its own.
            rest = rest.removeprefix(_DATA).strip(_BLANK)
            self._is_finished |= rest == _DONE and bool(self._documents)
            if _WORDS.fullmatch(rest):
                return
        try:
            documents = self._parsed(rest.removesuffix(_DONE))
        except ReplyUnreadable:
            self._salvage(rest)
            raise
        for document in documents:
            self._take(document)
        self._cuts_before = len(self.cuts)

    def _salvage(self, rest: bytes) -> None:
        """Take the documents that a text begins with, and the pictures in what nobody can read."""
        text = rest.decode("utf-8", "replace")
        found, end = _whole_ones(text)
        begun = [begun for begun in _whole_ones(ended(text[end:], self._caps.nesting))[0] if begun]
        self.is_stream |= bool(begun) or (bool(found) and text.startswith("["))
        readable = [*takewhile(self._is_answer, found + begun)]
        # A mark of an earlier one is what a model wrote.
        own = range(self._cuts_before, len(self.cuts))
        pictures = [number for number in own if self.cuts[number].is_picture]
        if alone := stranded(text, readable, pictures):
            self.has_gap = True
            readable.append(alone)
        for document in readable:
            self._take(document)
        self._cuts_before = len(self.cuts)

    def _take(self, document: JsonObject) -> None:
        document = unwrapped(document)
        self._is_finished |= is_last(document)
        for index, candidate in candidates_of(document):
            if index not in self._pieces:
                self._pieces[index] = Pieces(self.cuts, lambda: self._open_cut(Kind.PICTURE)[0])
            self._pieces[index].take(parts_of(candidate))
        self._documents.append(document)
        if self._on_document:
            self._on_document(document)

    def _end_texts(self, *, is_whole: bool = True) -> None:
        for pieces in self._pieces.values():
            pieces.end(is_whole=is_whole)
        for cut in self.cuts:
            cut.close()

    def _is_answer(self, document: JsonValue) -> bool:
        return isinstance(document, dict) and not deeper_than(document, self._caps.nesting)

    def _parsed(self, rest: bytes) -> list[JsonObject]:
        # More than one document is what a relay makes that leaves out the empty lines of events.
        try:
            documents = cast("list[JsonValue]", _parse_all(rest))
        except RecursionError:
            raise ReplyUnreadable("an answer nested too deeply") from None
        except msgspec.DecodeError as broken:
            text = rest.decode("utf-8", "replace")
            found, end = _whole_ones(text)
            is_closed = text.endswith("]") or not text.startswith("[")
            if not found or not is_closed or text[end:].strip("] \r\n"):
                raise ReplyUnreadable(f"an answer of broken JSON: {broken}") from None
            documents = [*found]
        listed = [each if isinstance(each, list) else [each] for each in documents]
        items = [item for items in listed for item in items]
        if not all(map(self._is_answer, items)):
            raise ReplyUnreadable("an answer that is no object, or nested too deeply")
        return [*map(an_object, items)]

    def _open_cut(self, kind: Kind) -> tuple[int, Cut]:
        if sum(cut.kind is kind for cut in self.cuts) >= self._caps.pictures:
            raise ReplyUnreadable(f"an answer of more than {self._caps.pictures} pictures")
        cap = self._caps.picture if kind is Kind.PICTURE else self._caps.signature
        cut = Cut(kind, self._open_spool, cap)
        self.cuts.append(cut)
        return len(self.cuts) - 1, cut


def _whole_ones(text: str) -> tuple[list[JsonObject], int]:
    """Return the documents that a text begins with, and where what follows them begins."""
    text = _HALF.sub(lambda half: half[1] or r"\ufffd", text)
    start = at = 0
    found: list[JsonObject] = []
    try:
        while True:
            begin = _BETWEEN.match(text, at)
            start = begin.end() if begin else at
            document: JsonValue
            document, at = _parse_next(text, start)
            if not isinstance(document, dict):
                return found, start
            found.append(document)
    except (ValueError, RecursionError):
        return found, start
