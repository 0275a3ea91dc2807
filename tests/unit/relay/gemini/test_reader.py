import base64
import json
import re
import string
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import ConnectionBroke, ReplyUnreadable, StorageFailed
from bot.relay.gemini.reader import ReplyReader
from bot.relay.large_fields import Caps, Kind
from bot.relay.scanner import SHORT_SIGNATURE
from tests.unit.relay.support import PNG, Shelf, recorded, recordings

BROKEN = "(broken)"
SIGNATURES = ("thoughtSignature", "thought_signature")
URI = re.compile(r"(data:image/[\w.+-]{1,40};base64,)([A-Za-z0-9+/=_-]*)", re.ASCII)
MARKED = re.compile(r"(data:image/[\w.+-]{1,40};base64,)#(\d+)", re.ASCII)
DATA = base64.b64encode(PNG).decode()


class Reading:
    """Read a body in pieces, and put back into the documents what was cut out of them."""

    def __init__(self, caps: Caps | None = None) -> None:
        self.shelf = Shelf(Path())
        self.seen: list[Any] = []
        self.reader = ReplyReader(self.shelf.open_spool, caps, self.seen.append)

    def read(self, pieces: Iterable[bytes]) -> list[Any]:
        for piece in pieces:
            self.reader.feed(piece)
        return [self._restored(document) for document in self.reader.close()]

    def rest(self, piece: bytes) -> list[Any]:
        self.reader.feed(piece)
        return [self._restored(document) for document in self.reader.rest()]

    def _restored(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._restored(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._restored(inner) for inner in value]
        if not isinstance(value, str):
            return value
        if key == "data" or (key in SIGNATURES and value.startswith("#")):
            return self._spooled(int(value.removeprefix("#")))
        return MARKED.sub(lambda uri: f"{uri[1]}{self._spooled(int(uri[2]))}", value)

    def _spooled(self, number: int) -> bytes | str:
        cut = self.reader.cuts[number]
        if cut.broken:
            return BROKEN
        written = bytes(cut._spool.data) if cut._spool else b""
        return written.decode() if cut.kind is Kind.SIGNATURE else written


def whole(value: Any, key: str = "") -> Any:
    """Do the same to a document that an ordinary parser has read whole."""
    if isinstance(value, dict):
        return {name: whole(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [whole(inner) for inner in value]
    if not isinstance(value, str) or key in SIGNATURES:
        return value
    if key == "data":
        return unbased(value)
    return URI.sub(lambda uri: f"{uri[1]}{unbased(uri[2])}", value)


def unbased(text: str) -> bytes | str:
    """Decode base64 in any form; say so where it is none."""
    text = re.sub(r"[ \t\r\n]", "", text).replace("-", "+").replace("_", "/").rstrip("=")
    if not re.fullmatch(r"[A-Za-z0-9+/]*", text) or len(text) % 4 == 1:
        return BROKEN
    return base64.b64decode(text + "=" * (-len(text) % 4))


def pieces(body: bytes, sizes: list[int]) -> Iterable[bytes]:
    """Cut a body into pieces of these sizes, over and over."""
    start = turn = 0
    while start < len(body):
        size = sizes[turn % len(sizes)]
        yield body[start : start + size]
        start += size
        turn += 1


def based(data: bytes, form: int) -> str:
    """Write base64 in one of eight forms."""
    text = (base64.urlsafe_b64encode if form & 1 else base64.b64encode)(data).decode()
    text = text.rstrip("=") if form & 2 else text
    return re.sub("(.{20})", "\\1\n", text) if form & 4 else text


pictures = st.builds(based, st.binary(max_size=120), st.integers(0, 7))
prose = st.text(max_size=30) | st.text(alphabet='ab"\\/\n#:;,{}[]data', max_size=30)
uris = st.builds(
    lambda before, data, form, after: f"{before}data:image/png;base64,{based(data, form)}){after}",
    prose,
    st.binary(max_size=60),
    st.integers(0, 3),
    prose,
)
signatures = st.builds(
    lambda data, times: base64.b64encode(data * times).decode(),
    st.binary(min_size=1, max_size=60),
    st.sampled_from([1, 130]),
)
scalars = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | prose
names = st.sampled_from(["text", "mimeType", "data2", "inline_data", 'x"data', "x\\"]) | prose


def objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw objects that hold what is cut out, beside anything else."""
    special = st.fixed_dictionaries(
        {},
        optional={
            "data": pictures | prose | inner,
            "thoughtSignature": signatures | st.integers(),
            "thought_signature": signatures,
            "text": uris | prose,
        },
    )
    free = names.filter(lambda name: name not in ("data", *SIGNATURES))
    return st.builds(lambda a, b: {**a, **b}, st.dictionaries(free, inner, max_size=3), special)


trees = objects(
    st.recursive(scalars, lambda inner: objects(inner) | st.lists(inner, max_size=3), max_leaves=8)
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[bytes, list[Any]]:
    """Draw a body as some relay might write it, and its documents as a whole parser reads them."""
    documents = draw(st.lists(trees, min_size=1, max_size=3))
    indent = draw(st.sampled_from([None, 1]))
    ascii_only = draw(st.booleans())
    texts = [json.dumps(tree, indent=indent, ensure_ascii=ascii_only) for tree in documents]
    if draw(st.booleans()):
        texts = [text.replace("/", "\\/") for text in texts]
    if draw(st.booleans()):
        texts = [text.replace("=", "\\u003d").replace("+", "\\u002B") for text in texts]
    form = draw(st.sampled_from(["json", "array", "events"]))
    if form == "json":
        texts, documents = texts[:1], documents[:1]
        body = f"{draw(st.sampled_from(['', ' ', chr(0xFEFF)]))}{texts[0]}\n"
    elif form == "array":
        body = "[" + ",\r\n".join(texts) + "]"
    else:
        end = draw(st.sampled_from(["\n", "\r\n"]))
        prefix = draw(st.sampled_from(["data:", "data: "]))
        body = draw(st.sampled_from(["", f": PING{end}{end}", f"event: x{end}", f"id{end}"]))
        for text in texts:
            body += "".join(f"{prefix}{line}{end}" for line in text.split("\n")) + end
        body += draw(st.sampled_from(["", f"data: [DONE]{end}{end}"]))
    return body.encode(), [whole(json.loads(text)) for text in texts]


@settings(max_examples=200, deadline=None)
@given(bodies(), st.lists(st.integers(1, 400), min_size=1, max_size=4))
def test_a_reply_reads_as_a_whole_parser_reads_it(
    case: tuple[bytes, list[Any]], sizes: list[int]
) -> None:
    """Any document, written in any way and cut anywhere, is what json and base64 make of it."""
    body, expected = case
    reading = Reading()
    assert reading.read(pieces(body, sizes)) == expected
    assert len(reading.seen) == len(expected)


@settings(max_examples=60, deadline=None)
@given(bodies(), st.data())
def test_a_reply_that_breaks_off_is_unreadable_or_whole(
    case: tuple[bytes, list[Any]], data: st.DataObject
) -> None:
    """A body cut short gives documents that are whole, or an error that says so."""
    body, expected = case
    cut = body[: data.draw(st.integers(0, len(body)))]
    try:
        documents = Reading().read([cut])
    except (ReplyUnreadable, ConnectionBroke):
        return
    assert documents == expected[: len(documents)]


@settings(max_examples=60, deadline=None)
@given(bodies(), st.data())
def test_what_is_whole_of_a_reply_that_breaks_off_is_kept(
    case: tuple[bytes, list[Any]], data: st.DataObject
) -> None:
    """Wherever a body breaks off, what came before that place is there, and nothing else."""
    body, expected = case
    documents = Reading().rest(body[: data.draw(st.integers(0, len(body)))])
    assert begins(documents, expected), documents


def begins(part: Any, whole: Any, *, is_last: bool = True) -> bool:
    """Tell whether a value is what a whole one begins with, up to where its last value breaks."""
    if not is_last or isinstance(part, int | None):
        return bool(part == whole)
    if isinstance(part, str) and isinstance(whole, str):
        return whole.startswith(part.removesuffix(BROKEN).rstrip("\ufffd"))
    if isinstance(part, dict) and isinstance(whole, dict):
        return list(part) == list(whole)[: len(part)] and begins(
            [*part.values()], [*whole.values()]
        )
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) <= len(whole) and all(
            begins(value, whole[place], is_last=place == len(part) - 1)
            for place, value in enumerate(part)
        )
    return part in (BROKEN, whole)


@pytest.mark.parametrize(
    ("body", "document"),
    [
        ('{"a": [{"data": "%s"}, {"data": "QUJD', {"a": [{"data": PNG}, {"data": BROKEN}]}),
        ('{"a": {"data": "%s", "thoughtSignature": "QUJD', {"a": {"data": PNG}}),
        ('{"a": {"data": "%s", "thoughtSignature": "' + "A" * 9000, ...),
        ('{"a": {"data": "%s"}, "finishReason": "STO', {"a": {"data": PNG}}),
        ('{"a": {"data": "%s"}, "index": 1', {"a": {"data": PNG}}),
        ('{"a": {"data": "%s"}, "index": 1,', {"a": {"data": PNG}, "index": 1}),
        ('{"a": {"data": "%s"}, "index', {"a": {"data": PNG}}),
        ('{"a": {"data": "%s"}, "b": [', {"a": {"data": PNG}, "b": []}),
        ('{"text": "Once \\u00e', {"text": "Once "}),
        ('{"text": "Once \\', {"text": "Once "}),
        ('{"text": "', {"text": ""}),
    ],
)
def test_what_came_whole_of_a_document_that_breaks_off_is_kept(body: str, document: Any) -> None:
    """A picture is there though its signature breaks off, and words as far as they came."""
    body = body.replace("%s", DATA)
    if document is ...:
        document = {"a": {"data": PNG, "thoughtSignature": BROKEN}}
    for head in ("", "data: ", '[{"n": 1}, '):
        reading = Reading()
        before = [{"n": 1}] if head.startswith("[") else []
        assert reading.rest((head + body).encode()) == [*before, document]
        assert reading.reader.is_stream


@pytest.mark.parametrize("body", ['{"a": ', "{", "[", '{"a": 1} trailing "words"', '{"tex'])
def test_where_nothing_came_whole_there_is_nothing(body: str) -> None:
    """What has only begun is no document."""
    assert Reading().rest(body.encode()) in ([], [{"a": 1}])


EXAMPLE = (
    '{"candidates" : [{"content": {"parts": [{"text": "caf\\u00e9 \\"data\\": \\"no\\""},'
    '{"inlineData": {"data" \n:\t"' + DATA.replace("/", "\\/") + '", "mimeType": "image\\/png"},'
    f'"thoughtSignature": "{"Zm9v" * 1100}"}},'
    '{"inline_data": {"mime_type": "image/png", "data": "' + DATA.replace("=", "\\u003D") + '"}},'
    '{"text": "![a](data:image\\/png;base64,' + DATA.replace("+", "\\u002b") + ')\\n"}]}}]}'
).encode()


@pytest.mark.parametrize("body", [EXAMPLE, b"data:" + EXAMPLE.replace(b"\n", b" ") + b"\r\n\r\n"])
def test_a_reply_may_be_cut_at_every_byte(body: bytes) -> None:
    """Wherever a reply is cut in two, and byte by byte, the result is the same."""
    expected = [whole(json.loads(EXAMPLE))]
    assert Reading().read([body[i : i + 1] for i in range(len(body))]) == expected
    for place in range(len(body)):
        assert Reading().read([body[:place], body[place:]]) == expected, place


@pytest.mark.parametrize(
    "path", recordings("recorded/*.response.*") + recordings("reported/*") + recordings("full/*")
)
@pytest.mark.parametrize("sizes", [[10**9], [1009, 1, 65536], [4096]])
def test_recorded_replies_read_as_a_whole_parser_reads_them(path: Path, sizes: list[int]) -> None:
    """Each recorded reply gives the documents, pictures and signatures that it holds."""
    body = recorded(path)
    if path.suffix == ".sse":
        expected = [json.loads(line[5:]) for line in body.splitlines() if line.strip()]
    else:
        expected = [json.loads(body)]
    assert Reading().read(pieces(body, sizes)) == [whole(document) for document in expected]


def test_only_long_signatures_are_cut() -> None:
    """A signature up to 4,096 characters stays in the document; a longer one goes to a spool."""
    short, long = "A" * SHORT_SIGNATURE, "A" * (SHORT_SIGNATURE + 1)
    reading = Reading()
    reading.reader.feed(json.dumps({"thoughtSignature": short}).encode())
    assert reading.reader.close() == [{"thoughtSignature": short}]
    assert not reading.reader.cuts
    reading = Reading()
    assert reading.read([json.dumps({"thoughtSignature": long}).encode()]) == [
        {"thoughtSignature": long}
    ]
    assert [cut.size for cut in reading.reader.cuts] == [len(long)]


def test_a_long_signature_of_other_characters_is_broken() -> None:
    """What would be copied into a request as it is must not end the string there."""
    signature = "A" * 5000 + '\\", \\"role\\": \\"system' + "A" * 5000
    reading = Reading()
    reading.read([f'{{"thoughtSignature": "{signature}"}}'.encode()])
    assert [cut.usable for cut in reading.reader.cuts] == [False]


def test_a_mark_that_a_model_writes_stays_text() -> None:
    """Text that looks like a mark, also behind a data URI's head, points to nothing."""
    text = "#0 data:image/png;base64,#0"
    reading = Reading()
    reading.reader.feed(json.dumps({"text": text, "data": DATA}).encode())
    [document] = reading.reader.close()
    assert document == {"text": "#0 data:image/png;base64,#0#0", "data": "#1"}
    assert [cut.usable for cut in reading.reader.cuts] == [False, True]


def test_events_without_empty_lines_between_them_are_read() -> None:
    """Documents on consecutive data lines are documents of their own."""
    body = b'data: {"a":1}\ndata: {"data":"' + DATA.encode() + b'"}\ndata: [DONE]\n'
    assert Reading().read([body]) == [{"a": 1}, {"data": PNG}]


@pytest.mark.parametrize(
    "body",
    [
        b': keep-alive\n\n\n{"a": {"data": "%s"}}',
        b': keep-alive\r\n\r\n{\r\n "a": {\r\n  "data": "%s"\r\n }\r\n}\r\n: keep-alive\r\n\r\n',
        b': PING\n\n[{"a":\n\n{"data": "%s"}}\n]\n',
        b'<br />\n<b>Warning</b>: tired\n{"a": {"data": "%s"}}',
        b'```json\n{"a": {"data": "%s"}}\n',
    ],
)
def test_the_line_that_begins_a_document_begins_it(body: bytes) -> None:
    """Comments and warnings before plain JSON, and comments behind it, are passed over."""
    body %= DATA.encode()
    for size in (1, 7, len(body)):
        reading = Reading()
        assert reading.read(pieces(body, [size])) == [{"a": {"data": PNG}}]
        assert not reading.reader.is_stream


def test_a_document_among_events_is_one_of_them() -> None:
    """An error that ends a stream as plain JSON is read."""
    reading = Reading()
    assert reading.read([b'data: {"n":1}\n\n{"error": 2}\n\ndata: {"n":3}\n\n']) == [
        {"n": 1},
        {"error": 2},
        {"n": 3},
    ]
    assert reading.reader.is_stream


@pytest.mark.parametrize(
    "word",
    [
        b"PING",
        b"[PING]",
        b"keep-alive",
        b"",
        b": PING",
        b"null",
        b"123",
        b'""',
        b"2026-11-29T18:00:00.000Z",
        b"Still working on it, please wait a moment or two (42%)...",
        "处理中…".encode(),
    ],
)
def test_words_as_the_data_of_an_event_are_no_document(word: bytes) -> None:
    """What keeps a connection alive does not end the answer."""
    assert Reading().read([b'data: %s\n\ndata: {"n":1}\n\n' % word]) == [{"n": 1}]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("head", ["", "\ufeff", "data: "])
@pytest.mark.parametrize("indent", [None, 1, 8])
def test_events_are_read_in_every_form(end: str, head: str, indent: int | None) -> None:
    """Lines end in three ways; some relays say `data:` twice, or of many lines only once."""
    documents = [{"a": {"n": [1, {"data": DATA}]}}, {"b": [["c"], -1]}]
    texts = [json.dumps(each, indent=indent).replace("\n", end) for each in documents]
    body = "".join(f"data: {head}{text}{end}{end}" for text in texts).encode()
    for size in (1, 7, len(body)):
        reading = Reading()
        assert reading.read(pieces(body, [size])) == [whole(each) for each in documents]
        assert len(reading.seen) == 2


def test_what_is_no_json_behind_an_event_is_passed_over() -> None:
    """A page of an error in the middle of a stream is nobody's document."""
    body = b'data: {"n":1}\n<html>502</html>\n\ndata: {"n":3}\n\n'
    assert Reading().read([body]) == [{"n": 1}, {"n": 3}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NaN", None),
        ("-Infinity", None),
        ('"a\n\tb"', "a\n\tb"),
        (r'"a \ud83d"', "a \ufffd"),
        (r'"\ude00 \\ud83d \ud83d\ude00"', "\ufffd \\ud83d \U0001f600"),
        ('"\xff"', "\xff"),
    ],
)
@pytest.mark.parametrize(
    "form", ['{"v": %s}', '[{"v": %s}]', 'data: {"v": %s}\n\n', '{"v": %s}\n{}']
)
def test_what_is_nearly_json_is_read(text: str, value: str | None, form: str) -> None:
    """Figures that are none and characters that JSON forbids lose no picture beside them."""
    documents = Reading().read([(form % text).encode()])
    assert documents[0] == {"v": value}


def test_an_array_that_is_nearly_json_and_not_closed_broke_off() -> None:
    """It is a stream, whose end is missing."""
    reading = Reading()
    with pytest.raises(ReplyUnreadable):
        reading.read([b'[{"a": NaN}, {"b": 1}'])
    assert reading.reader.rest() == [{"a": None}, {"b": 1}]
    assert reading.reader.is_stream


@pytest.mark.parametrize(
    ("body", "whole_ones", "is_stream"),
    [
        (b'{"a": 1} trailing', [{"a": 1}], False),
        (b'{"a": "\xff"}<html>', [{"a": "\ufffd"}], False),
        (b'[{"a": 1},\r\n{"a": 2},\r\n{"a": ', [{"a": 1}, {"a": 2}], True),
        (b'[{"a": 1}, {"data": "QUJD', [{"a": 1}, {"data": "#0"}], True),
        (b'[{"a": 1}, {"b": 2, "c": {', [{"a": 1}, {"b": 2, "c": {}}], True),
        (b'data: {"a": 1}\n\ndata: {"b\n\n', [{"a": 1}], True),
        (b'data: {"a": 1}\ndata: {"b\n\n', [{"a": 1}], True),
        (b'{"a": 1} [2]', [{"a": 1}], False),
        (b'{"a": 1} {"a":%s1%s}' % (b'{"a":' * 90, b"}" * 90), [{"a": 1}], False),
        (b'{"a":' * 10_000, [], False),
        (b"[" * 10_000, [], False),
        (b'{"a": one} ', [], False),
        (b'data: {"a": 1}\n\ndata: {"b": one}\n\n', [{"a": 1}], True),
    ],
)
def test_the_documents_before_what_is_broken_are_kept(
    body: bytes, whole_ones: list[Any], *, is_stream: bool
) -> None:
    """What is no JSON, or breaks off, ends an answer and does not undo what came before."""
    reading = Reading()
    with pytest.raises((ReplyUnreadable, ConnectionBroke)):
        reading.read([body])
    assert reading.reader.rest() == whole_ones
    assert reading.reader.is_stream == is_stream


def test_documents_before_a_cap_are_kept() -> None:
    """An answer that goes on over a cap is one up to there."""
    reading = Reading(Caps(rest=100))
    reading.reader.feed(b'data: {"a": 1}\n\n')
    with pytest.raises(ReplyUnreadable):
        reading.reader.feed(b'data: {"a": "%s"}\n\n' % (b"x" * 200))
    assert reading.reader.rest() == [{"a": 1}]


def test_documents_are_handed_out_as_they_complete() -> None:
    """Each event is there before the next one has arrived."""
    reading = Reading()
    for number in range(3):
        reading.reader.feed(b'data: {"n":%d}\n\n' % number)
        assert reading.seen[-1] == {"n": number}


def test_bytes_that_are_no_text_cost_no_answer() -> None:
    """They are marked where they stand, and all around them is read."""
    body = b'{"candidates": [{"content": {"parts": [{"text": "so \xff far"}]}}]}'
    (read,) = Reading().read([body])
    assert read == json.loads(body.decode("utf-8", "replace"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"  \n ",
        b"<html>busy</html>",
        b"Internal error",
        b"no",
        b'"text"',
        b'{"a": ',
        b'{"a": 1} trailing',
        b"[1, 2]",
        b"[]",
        b'{"data": "QUJD',
        b'{"data": "QUJD\\',
        b'{"data": "QU\\uZZZZZZZ"}',
        b'{"text": "data:image/png;base64,QUJD',
        b'data: {"a": \n\n',
        b": only a comment\n\n",
        b"data: [DONE]\n\n",
        b"[" * 100_000,
        b'{"a":' * 90 + b"1" + b"}" * 90,
    ],
)
def test_what_is_no_reply_is_unreadable(body: bytes) -> None:
    """HTML, plain text, cut or broken JSON, bottomless nesting and nothing at all are refused."""
    with pytest.raises(ReplyUnreadable):
        Reading().read([body])


@pytest.mark.parametrize(
    ("caps", "body"),
    [
        (Caps(body=99), lambda: b"{}" + b" " * 100),
        (Caps(picture=len(PNG) - 1), lambda: json.dumps({"data": DATA}).encode()),
        (Caps(signature=4999), lambda: json.dumps({"thoughtSignature": "A" * 5000}).encode()),
        (Caps(pictures=2), lambda: json.dumps([{"data": DATA}] * 3).encode()),
        (Caps(rest=999), lambda: json.dumps({"text": "x" * 1000}).encode()),
        (Caps(nesting=3), lambda: b'{"a":[[[[1]]]]}'),
    ],
)
def test_each_cap_holds(caps: Caps, body: Callable[[], bytes]) -> None:
    """More than a cap allows is refused."""
    with pytest.raises(ReplyUnreadable):
        Reading(caps).read([body()])


def test_a_cap_holds_while_the_body_arrives() -> None:
    """A picture over its cap is refused before its end has come."""
    reading = Reading(Caps(picture=1000))
    reading.reader.feed(b'{"data": "')
    for _ in range(3):
        reading.reader.feed(b"QUJD" * 100)
    with pytest.raises(ReplyUnreadable):
        reading.reader.feed(b"QUJD" * 100)


def test_caps_take_what_they_allow() -> None:
    """Exactly as much as the caps allow is read."""
    caps = Caps(picture=len(PNG), pictures=2, nesting=3)
    body = json.dumps([{"a": {"data": DATA}}] * 2).encode()
    assert len(Reading(caps).read([body])) == 2


async def test_drain_reaches_every_spool_and_discard_ends_them() -> None:
    """Each spool is waited for until its picture is whole, and none survives a discard."""
    reading = Reading()
    reading.reader.feed(f'{{"a": {{"data": "{DATA}"}}, "b": {{"data": "QUJD'.encode())
    await reading.reader.drain()
    assert reading.reader._drained == 1
    await reading.reader.discard()
    assert [spool.ended for spool in reading.shelf.spools] == ["discarded"] * 2


async def test_what_can_not_be_discarded_keeps_nothing_else() -> None:
    """The disk may refuse to delete one file; the others go."""
    reading = Reading()
    reading.reader.feed(f'[{{"data": "{DATA}"}}, {{"data": "{DATA}"}}, '.encode())
    first, second = reading.shelf.spools

    async def refuse() -> None:
        raise StorageFailed("disk: Read-only file system")

    first.discard = refuse
    with pytest.raises(StorageFailed):
        await reading.reader.discard()
    assert second.ended == "discarded"


def test_prose_is_scanned_whatever_it_holds() -> None:
    """A long text that is full of near misses comes through unchanged."""
    text = (string.printable + '"data": "x" ;base64, \\"data\\"') * 3000
    assert Reading().read(pieces(json.dumps({"text": text}).encode(), [5000])) == [{"text": text}]
