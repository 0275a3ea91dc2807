"""What stands around a picture never costs the picture, beside Python's own parser of JSON."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import ConnectionBroke, RelayError, ReplyUnreadable
from bot.domain.request import CutShort
from bot.relay.gemini.reader import ReplyReader
from bot.relay.gemini.reply import ParsedReply, parse_reply
from tests.unit.relay.support import PNG, MemorySpool, Shelf

DATA = base64.b64encode(PNG).decode()
PICTURE = {"inlineData": {"mimeType": "image/png", "data": DATA}}
BEGIN = '{"candidates": [{"content": {"parts": ['
END = ']}, "finishReason": "STOP", "index": 0'


def read(body: str | bytes) -> ParsedReply:
    """Read a body whole, as the wire does."""
    reader = ReplyReader(Shelf(Path()).open_spool)
    ending: RelayError | None = None
    try:
        reader.feed(body if isinstance(body, bytes) else body.encode())
        documents = reader.close()
    except (ConnectionBroke, ReplyUnreadable) as error:
        ending, documents = error, reader.rest()
    return parse_reply(
        documents,
        reader.cuts,
        cut_out=reader.cut_out,
        is_stream=reader.is_stream,
        has_gap=reader.has_gap,
        ending=ending,
    )


def pictures(found: ParsedReply) -> list[bytes]:
    """Return the pictures of an answer."""
    spools = [part.picture._spool for part in found.parts if part.picture]
    assert all(isinstance(spool, MemorySpool) for spool in spools)
    return [bytes(spool.data) for spool in spools if isinstance(spool, MemorySpool)]


def escaped(text: str, places: list[int]) -> str:
    """Write some of the letters and figures of a JSON text's strings as escapes."""
    pieces = re.split(r'("(?:[^"\\]|\\.)*")', text)
    for place in places:
        index = place % (len(pieces) // 2) * 2 + 1
        plain = pieces[index]
        at = place % len(plain)
        # Not the inside of an escape that is there already.
        if plain[at].isascii() and plain[at].isalnum() and "\\" not in plain:
            pieces[index] = f"{plain[:at]}\\u{ord(plain[at]):04x}{plain[at + 1 :]}"
    return "".join(pieces)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["\ud83d", "a \ude00 b", "\ud83d\ud83d", "\x7f"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet="xyz", max_size=2), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def answers(draw: st.DrawFn) -> str:
    """Draw an answer with one picture, in any way in which Python writes it."""
    part: dict[str, Any] = PICTURE | {"x": draw(anything)}
    deep = draw(st.sampled_from([0, 0, 60, 90]))
    candidate = {
        "content": {"parts": [part], "role": "model"},
        "finishReason": "STOP",
        "avgLogprobs": draw(anything),
    }
    answer = {"y": draw(anything), "candidates": [candidate], "z": draw(anything)}
    text = json.dumps(answer, indent=draw(st.sampled_from([None, 1])))
    text = text[:-1] + f', "deep": [{"[" * deep}{"]" * deep}]' + "}"
    if not deep and draw(st.booleans()):
        text = escaped(text, draw(st.lists(st.integers(0, 10**4), max_size=4)))
    return text


@settings(max_examples=200, deadline=None)
@given(answers())
def test_what_json_reads_is_read(text: str) -> None:
    """Every answer with a picture that Python's parser takes gives its picture, and that alone."""
    [candidate] = json.loads(text)["candidates"]
    assert base64.b64decode(candidate["content"]["parts"][0]["inlineData"]["data"]) == PNG
    assert pictures(read(text)) == [PNG]
    event = "".join(f"data: {line}\n" for line in text.split("\n")) + "\n"
    assert pictures(read(event)) == [PNG]


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="abnu {}[],:\"'\\+-.#07", max_size=8),
    st.integers(0, len(END)),
    st.integers(0, 8),
    st.booleans(),
)
def test_what_nobody_reads_costs_no_picture(
    rubbish: str,
    place: int,
    gone: int,
    in_event: bool,  # noqa: FBT001 (drawn)
) -> None:
    """Whatever stands behind a picture, or is missing there, the picture is the answer."""
    body = BEGIN + json.dumps(PICTURE) + END[:place] + rubbish + END[place + gone :] + "}]}"
    assert pictures(read(f"data: {body}\n\n" if in_event else body)) == [PNG]


@pytest.mark.parametrize(
    "token", ["undefined", "None", "+1", "007", ".5", "'a'", '"\\x41"', "1 2", "[" * 70 + "]" * 70]
)
@pytest.mark.parametrize(
    "form",
    [
        '{"n": TOKEN, ' + BEGIN[1:] + "PICTURE" + END + "}]}",
        BEGIN + "PICTURE" + END + ', "n": TOKEN}]}',
        BEGIN + '{"text": "a"}, {"n": TOKEN}, PICTURE' + END + "}]}",
    ],
)
def test_a_picture_stands_by_itself(token: str, form: str) -> None:
    """Where no parser reads the rest it is the answer, and the answer says so."""
    found = read(form.replace("TOKEN", token).replace("PICTURE", json.dumps(PICTURE)))
    assert pictures(found) == [PNG]
    assert found.cut is CutShort.UNREADABLE


def test_a_draft_stands_behind_a_picture() -> None:
    """What says that it is a thought is one, also where nobody can read what else it says."""
    draft = PICTURE | {"thought": True}
    before = {"thought": True, **PICTURE}
    for drafts in ([draft], [before], [draft, before]):
        parts = ", ".join(map(json.dumps, drafts))
        found = read(BEGIN + parts + END + ', "n": undefined}]}')
        assert (pictures(found), found.is_draft) == ([PNG], True)
        found = read(f"{BEGIN}{parts}, {json.dumps(PICTURE)}{END}, " + '"n": undefined}]}')
        assert (pictures(found), found.is_draft) == ([PNG], False)


@pytest.mark.parametrize("keys", [("text", "thought"), ("thought", "text")])
def test_a_draft_among_the_words_of_a_thought_is_one(keys: tuple[str, str]) -> None:
    """Wherever in its part the picture stands, and whichever is said first."""
    said = {"thought": True, "text": f"So: ![](data:image/png;base64,{DATA})"}
    draft = json.dumps({key: said[key] for key in keys})
    found = read(f"{BEGIN}{draft}, {json.dumps(PICTURE)}{END}, " + '"n": undefined}]}')
    assert (pictures(found), found.is_draft) == ([PNG], False)
    said_aloud = json.dumps(said | {"thought": False})
    found = read(f"{BEGIN}{said_aloud}, {json.dumps(PICTURE | {'thought': True})}{END}, u}}]}}")
    assert (pictures(found), found.is_draft) == ([PNG], False)


@pytest.mark.parametrize("words", ["#0", "#0 wins", '"#0"', '"data": "#0"'])
def test_what_a_model_says_of_a_draft_makes_it_no_answer(words: str) -> None:
    """Its words may look like what stands for a picture."""
    parts = [PICTURE | {"thought": True}, {"text": words}]
    found = read(f"{BEGIN}{', '.join(map(json.dumps, parts))}{END}, " + '"n": undefined}]}')
    assert (pictures(found), found.is_draft) == ([PNG], True)


@pytest.mark.parametrize("broken", ['{"n": undefined}', '{"n": ', "[1, {}]", '{"data": "QUJD'])
def test_a_broken_event_costs_no_other(broken: str) -> None:
    """What comes before it and after it is read, and that something is missing is said."""
    words = f'{BEGIN}{{"text": "One "}}]}}}}]}}'
    whole = f"{BEGIN}{json.dumps(PICTURE)}{END}}}]}}"
    found = read(f"data: {words}\n\ndata: {broken}\n\ndata: {whole}\n\n")
    assert pictures(found) == [PNG]
    assert [part.text for part in found.parts] == ["One ", None]
    assert (found.finish, found.cut) == ("STOP", CutShort.UNREADABLE)


def test_words_that_look_like_a_mark_show_no_earlier_picture() -> None:
    """In an event that nobody can read, too, a model's words point to nothing."""
    draft = f"{BEGIN}{json.dumps(PICTURE | {'thought': True})}]}}}}]}}"
    found = read(f'data: {draft}\n\ndata: {{"text": "#0", "n": undefined}}\n\n')
    assert (pictures(found), found.is_draft) == ([PNG], True)


def test_what_follows_a_whole_answer_is_no_gap() -> None:
    """Rubbish behind the end takes nothing away from it."""
    found = read(f"{BEGIN}{json.dumps(PICTURE)}{END}}}]}}}} <br>")
    assert (pictures(found), found.cut) == ([PNG], None)


@pytest.mark.parametrize("body", ['{"n": undefined}', '{"text": "#0 \\"#0\\"", "n": undefined}'])
def test_where_there_is_no_picture_nothing_stands(body: str) -> None:
    """What no parser reads, and what only looks like a mark, is no answer."""
    with pytest.raises(ReplyUnreadable):
        read(body)
