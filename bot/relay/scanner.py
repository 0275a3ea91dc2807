"""Finding the long strings in JSON that arrives in pieces, without looking at every byte.

JSON itself makes this safe: inside a string every quotation mark has a backslash before it, so
`"data"` with both its marks, the first one not escaped, is a whole string wherever it occurs, and
followed by another string it is a key. So one search for a few names finds all there is to cut;
the rest, a few kilobytes, is left to an ordinary parser, which also judges whether it is JSON.

What was cut leaves `#` and its number behind. No base64 holds a `#`, and everything that could
stand in that place is cut, so nothing that a model writes can pass for such a mark.
"""

import re
from collections.abc import Callable, Collection

from bot.domain.errors import ReplyUnreadable
from bot.relay.large_fields import Cut, Kind

SHORT_SIGNATURE = 4096
"""Characters up to which a signature stays in the JSON."""

SHORT_LINE = 20
"""Characters of base64 behind a gap that are still words."""

# With or without a type and parameters: a text of another type is words, which stay.
_DATA_URI = re.compile(
    rb"(?i:data:(?:image\\?/[\w.+-]{1,40}|application\\?/octet-stream)?"
    rb"(?:;[\w.+-]{1,20}=[\w.+-]{0,40}){0,2});base64,\Z"
)
_LONGEST_URI = 200
_COLON = re.compile(rb"[ \t\r\n:]*+")
_LONGEST_ESCAPE = len(rb"\u002b")
_ESCAPE = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|([^u]))")
_STRING = re.compile(rb'(?:[A-Za-z0-9+/=_-]++|\\(?:u[0-9a-fA-F]{4}|[^u])|[^"\\])*+')
_PADDING = rb"(?:=|\\u003[dD])*+"
_BASE64_RUN = re.compile(rb"(?:[A-Za-z0-9+/_-]++|\\/|\\u00(?:2[bBdDfF]|5[fF]))*+" + _PADDING)
_PADDING_RUN = re.compile(_PADDING)
_GAP = re.compile(rb"(?:[ ]|\\[nrt]){1,64}+")
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_QUOTE = ord('"')

_Step = Callable[[bytes, int, int], int]


class Landmarks:
    """The names in a wire's JSON behind which long strings are, and what these hold."""

    def __init__(self, *, pictures: Collection[str], signatures: Collection[str]) -> None:
        names = "|".join((*pictures, *signatures))
        self.pattern = re.compile(f'"(?:{names})"|;base64,'.encode())
        self.longest = max(len(f'"{name}"') for name in names.split("|"))
        self._signatures = frozenset(f'"{name}"'.encode() for name in signatures)

    def kind(self, landmark: bytes) -> Kind:
        """Return what the string behind this name holds, which stands in quotation marks."""
        return Kind.SIGNATURE if landmark in self._signatures else Kind.PICTURE


class Scanner:
    """Take the JSON of one document after another; `open_cut` makes where a long string goes."""

    def __init__(
        self,
        open_cut: Callable[[Kind], tuple[int, Cut]],
        rest_cap: int,
        landmarks: Landmarks,
    ) -> None:
        self._open_cut = open_cut
        self._rest_cap = rest_cap
        self._landmarks = landmarks
        self._rest = bytearray()
        self._held = b""
        self._step: _Step = self._outside
        self._kind = Kind.PICTURE
        self._cut: Cut | None = None

    def feed(self, data: bytes, start: int, stop: int) -> None:
        """Scan `data[start:stop]`, the bytes that follow those of the last call."""
        if self._held:
            data = self._held + data[start:stop]
            start, stop = 0, len(data)
            self._held = b""
        while start < stop:
            start = self._step(data, start, stop)

    def so_far(self, most: int) -> bytes:
        """Return what there is of a document that may be whole; nothing inside a cut.

        Nor of more than `most` bytes.
        """
        is_open = self._cut is not None or len(self._rest) > most
        return b"" if is_open else bytes(self._rest) + self._held

    def finish(self) -> bytes:
        """End the document and return what is left of it; raise ReplyUnreadable inside a cut."""
        if self._cut is not None:
            raise ReplyUnreadable("the answer breaks off inside a picture or signature")
        self._keep(self._held)
        self._held = b""
        return self.abandon()

    def abandon(self) -> bytes:
        """End a document wherever it breaks off, and return what is left of it.

        What was cut out of it and is not whole is broken.
        """
        rest = bytes(self._rest)
        if self._cut:
            self._cut.broken = True
        else:
            rest += self._held
        self._rest.clear()
        self._held = b""
        self._cut = None
        self._step = self._outside
        return rest

    # Each step takes what it can from `start` on, and returns where the next step goes on. What
    # can only be judged together with bytes that are still to come is held back for them.

    def _outside(self, data: bytes, start: int, stop: int) -> int:
        landmark = self._landmarks.pattern.search(data, start, stop)
        if landmark is None:
            return self._hold(data, max(start, stop - self._landmarks.longest + 1), stop, start)
        self._keep(data[start : landmark.start()])
        escaped = self._rest.endswith(b"\\")
        self._keep(landmark[0])
        if landmark[0].startswith(b";"):
            if _DATA_URI.search(self._rest, max(0, len(self._rest) - _LONGEST_URI)):
                self._begin(Kind.PICTURE, b"#%d")
                self._step = self._uri_start
        elif not escaped:
            self._kind = self._landmarks.kind(landmark[0])
            self._step = self._after_key
        return landmark.end()

    def _after_key(self, data: bytes, start: int, stop: int) -> int:
        colon = _COLON.match(data, start, stop)
        end = colon.end() if colon else start
        self._keep(data[start:end])
        if end == stop:
            return stop
        if data[end] != _QUOTE:
            self._step = self._outside
            return end
        if self._kind is Kind.SIGNATURE:
            self._step = self._signature
            return end
        self._begin(Kind.PICTURE, b'"#%d"')
        self._step = self._string
        return end + 1

    def _signature(self, data: bytes, start: int, stop: int) -> int:
        end = data.find(b'"', start + 1, min(stop, start + SHORT_SIGNATURE + 2))
        if end >= 0:
            self._keep(data[start : end + 1])
            self._step = self._outside
            return end + 1
        if stop - start < SHORT_SIGNATURE + 2:
            return self._hold(data, start, stop, start)
        self._begin(Kind.SIGNATURE, b'"#%d"')
        self._step = self._string
        return start + 1

    def _string(self, data: bytes, start: int, stop: int) -> int:
        quote = data.find(b'"', start, stop)
        end = stop if quote < 0 else quote
        if data.find(b"\\", start, end) < 0:
            self._fill(memoryview(data)[start:end])
        else:
            run = _STRING.match(data, start, stop)
            end = run.end() if run else start
            self._fill(_unescaped(data[start:end]))
        if end == stop:
            return stop
        if data[end] == _QUOTE:
            self._end_cut()
            return end + 1
        if stop - end < _LONGEST_ESCAPE:
            return self._hold(data, end, stop, end)
        raise ReplyUnreadable("an escape in the answer is broken")

    def _uri_start(self, data: bytes, start: int, stop: int) -> int:
        """Pass over white space between the head of a data URI and its base64."""
        gap = _GAP.match(data, start, stop)
        begin = gap.end() if gap else start
        end = _end_of_run(data, begin, stop)
        if end - begin < SHORT_LINE:
            if _may_go_on(data, end, stop):
                return self._hold(data, start, stop, start)
            # So little behind a gap is words about data URIs.
            begin = start
        self._step = self._data_uri
        return begin

    def _data_uri(self, data: bytes, start: int, stop: int) -> int:
        assert self._cut is not None
        end = _end_of_run(data, start, stop, padded=self._cut.padded)
        self._fill(_unescaped(data[start:end]))
        if end == stop:
            return stop
        if _may_go_on(data, end, stop):
            return self._hold(data, end, stop, end)
        gap = None if self._cut.padded else _GAP.match(data, end, stop)
        if gap:
            # Some write base64 in lines. What is no line of it is the words that come next.
            begin = gap.end()
            line = _end_of_run(data, begin, stop)
            if line - begin >= SHORT_LINE:
                return begin
            if _may_go_on(data, line, stop):
                return self._hold(data, end, stop, end)
            if begin < line and (data[line - 1] == ord("=") or data[line] == ord(")")):
                return begin
        # It stays open: in a stream the text may go on in the next document.
        self._cut = None
        self._step = self._outside
        return end

    def _hold(self, data: bytes, held: int, stop: int, start: int) -> int:
        self._keep(data[start:held])
        self._held = data[held:stop]
        return stop

    def _keep(self, data: bytes) -> None:
        self._rest += data
        if len(self._rest) > self._rest_cap:
            raise ReplyUnreadable(f"more than {self._rest_cap} bytes of JSON besides pictures")

    def _begin(self, kind: Kind, mark: bytes) -> None:
        number, self._cut = self._open_cut(kind)
        self._keep(mark % number)

    def _fill(self, text: bytes | memoryview) -> None:
        assert self._cut is not None
        self._cut.feed(text)

    def _end_cut(self) -> None:
        assert self._cut is not None
        self._cut.close()
        self._cut = None
        self._step = self._outside


def _end_of_run(data: bytes, start: int, stop: int, *, padded: bool = False) -> int:
    run = (_PADDING_RUN if padded else _BASE64_RUN).match(data, start, stop)
    return run.end() if run else start


def _may_go_on(data: bytes, end: int, stop: int) -> bool:
    """Tell whether only bytes that are still to come show if base64 ends here."""
    if end == stop:
        return True
    if data[end] != ord("\\"):
        return False
    if data.startswith(rb"\u", end):
        return stop - end < _LONGEST_ESCAPE
    return stop - end == 1


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text
    # A relay in PHP escapes every slash, one in 64 characters: too many for one call each.
    if rb"\\" not in text:
        text = text.replace(rb"\/", b"/")
    return _ESCAPE.sub(_character, text) if b"\\" in text else text


def _character(escape: re.Match[bytes]) -> bytes:
    code, character = escape.groups()
    if code is None:
        return _CONTROL.get(character, character)
    return chr(int(code, 16)).encode("utf-8", "surrogatepass")
