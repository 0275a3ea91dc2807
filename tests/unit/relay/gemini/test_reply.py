import base64
import json
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from bot.domain.errors import (
    Billing,
    ConnectionBroke,
    KeyRejected,
    Refused,
    RelayBusy,
    RelayFault,
    ReplyEmpty,
    ReplyUnreadable,
)
from bot.domain.grounding import Link
from bot.domain.request import CutShort, TokenCounts
from bot.relay.frames import without_frames
from bot.relay.gemini.reader import ReplyReader
from bot.relay.gemini.reply import ParsedReply, parse_reply, texts
from bot.relay.large_fields import Cut
from tests.unit.relay.support import PNG, Shelf

DATA = "iVBORw0KGgo="
LONG_DATA = base64.b64encode(PNG).decode()
IN_LINES = "\n".join(textwrap.wrap(LONG_DATA, 64))
PICTURE: dict[str, Any] = {"inlineData": {"mimeType": "image/png", "data": DATA}}


def answer(*documents: Any, stream: bool = False) -> ParsedReply:
    """Read documents as they come over the wire."""
    reader = ReplyReader(Shelf(Path()).open_spool)
    reader.feed(json.dumps(list(documents)).encode())
    return parse_reply(reader.close(), reader.cuts, cut_out=reader.cut_out, is_stream=stream)


def candidate(*parts: Any, finish: str | None = "STOP", **more: Any) -> dict[str, Any]:
    """Write one candidate."""
    return {"content": {"role": "model", "parts": list(parts)}, "finishReason": finish} | more


def document(*parts: Any, finish: str | None = "STOP", **more: Any) -> dict[str, Any]:
    """Write a document of one candidate."""
    return {"candidates": [candidate(*parts, finish=finish)]} | more


def shapes(found: ParsedReply) -> list[str | None]:
    """Return the texts of the parts, with `*` for a picture."""
    return ["*" if part.picture else part.text for part in found.parts]


def unframed(found: ParsedReply) -> ParsedReply:
    """Return the answer without the markdown around its pictures, which is another step."""
    return replace(found, parts=tuple(without_frames(found.parts)))


def test_parts_keep_their_order_and_signatures() -> None:
    """Texts and pictures come as the model ordered them, each with its own signature."""
    found = answer(document({"text": "A fox", "thoughtSignature": "c2ln"}, PICTURE, PICTURE))
    assert shapes(found) == ["A fox", "*", "*"]
    assert [part.token for part in found.parts] == ["c2ln", None, None]


def test_a_long_signature_is_a_cut() -> None:
    """A signature of more than some kilobytes stays a cut beside its picture."""
    found = answer(document({**PICTURE, "thoughtSignature": "A" * 9000}))
    [part] = found.parts
    assert isinstance(part.token, Cut)
    assert part.token.size == 9000


def test_snake_case_is_read_everywhere() -> None:
    """A relay that spells all names with underscores is read the same."""
    found = answer(
        {
            "candidates": [
                {
                    "content": {
                        "parts": [
                            {"inline_data": {"mime_type": "image/png", "data": DATA}},
                            {"text": "t", "thought_signature": "c2ln"},
                        ]
                    },
                    "finish_reason": "MAX_TOKENS",
                    "grounding_metadata": {
                        "grounding_chunks": [{"image": {"source_uri": "https://a.example/"}}]
                    },
                }
            ],
            "usage_metadata": {"prompt_token_count": 3, "total_token_count": 5},
            "model_version": "m",
            "response_id": "r",
        }
    )
    assert shapes(found) == ["*", "t"]
    assert found.parts[1].token == "c2ln"
    assert (found.finish, found.cut) == ("MAX_TOKENS", CutShort.BY_MODEL)
    assert found.tokens == TokenCounts(prompt=3, total=5)
    assert (found.model_version, found.response_id) == ("m", "r")
    assert found.grounding.sources == (Link("", "https://a.example/"),)


def test_no_picture_stands_among_the_words_of_a_thought() -> None:
    """Nor what stands for one here; the words are kept."""
    thought = {"text": f"So: ![a](data:image/png;base64,{DATA}) or so", "thought": True}
    found = answer(document(thought, PICTURE))
    assert found.thoughts.split() == ["So:", "or", "so"]
    assert shapes(found) == ["*"]


def test_thoughts_are_dropped() -> None:
    """Neither the words nor the drafts of a thinking model are part of the answer."""
    thoughts = [{"text": "hm", "thought": True}, {**PICTURE, "thought": True}]
    assert shapes(answer(document(*thoughts, PICTURE, {"text": "done"}))) == ["*", "done"]


@pytest.mark.parametrize("finish", ["STOP", None, "MAX_TOKENS", "NO_IMAGE"])
def test_the_last_draft_is_the_picture_where_there_is_no_other(finish: str | None) -> None:
    """What was thought in pictures is paid for; it goes back unsigned, as nobody's answer."""
    drafts = [{**PICTURE, "thought": True, "thoughtSignature": "c2ln"} for _ in range(2)]
    broken = {"inlineData": {"data": "%"}, "thought": True}
    reader = ReplyReader(Shelf(Path()).open_spool)
    reader.feed(json.dumps(document(*drafts, broken, {"text": "hm"}, finish=finish)).encode())
    found = parse_reply(reader.close(), reader.cuts, cut_out=reader.cut_out)
    assert shapes(found) == ["hm", "*"]
    assert found.is_draft
    assert found.parts[1].picture is reader.cuts[1]
    assert found.parts[1].token is None


def test_a_draft_is_not_what_an_answer_that_breaks_off_was_about() -> None:
    """Its picture may have been painted and billed: that is told, and can be tried again."""
    draft = document({"text": "Here it is"}, {**PICTURE, "thought": True}, finish=None)
    with pytest.raises(ConnectionBroke) as caught:
        answer(draft, stream=True)
    assert caught.value.billing is Billing.POSSIBLE


def test_words_are_not_the_answer_where_their_picture_breaks_off() -> None:
    """Else a member would have a sentence for a picture, and no word about the bill."""
    reader = ReplyReader(Shelf(Path()).open_spool)
    reader.feed(
        json.dumps(document({"text": "Here it is"}, PICTURE)).encode().partition(b"Rw0K")[0]
    )
    with pytest.raises(ConnectionBroke):
        parse_reply(
            reader.rest(), reader.cuts, cut_out=reader.cut_out, ending=ConnectionBroke("cut")
        )


def test_a_draft_is_no_way_around_a_refusal() -> None:
    """What rules hold back stays back; and beside a picture nobody speaks of drafts."""
    draft = {**PICTURE, "thought": True}
    with pytest.raises(Refused):
        answer(document(draft, finish="IMAGE_SAFETY"))
    assert not answer(document(draft, PICTURE)).is_draft


@pytest.mark.parametrize(
    ("finish", "explanation"),
    [("NO_IMAGE", "I see a kite."), ("IMAGE_OTHER", "I see a kite."), ("SAFETY", "")],
)
def test_what_a_model_says_of_no_picture_explains_it(finish: str, explanation: str) -> None:
    """Words beside the reason are quoted, unless they may be what was stopped."""
    with pytest.raises(Refused) as caught:
        answer(document({"text": "I see\n"}, {"text": "a kite."}, finish=finish))
    assert caught.value.explanation == explanation
    with pytest.raises(Refused) as caught:
        answer(document({"text": "a " * 9000}, finish="NO_IMAGE"))
    assert len(caught.value.explanation) == 500


def test_unknown_fields_of_a_part_are_kept() -> None:
    """What nobody here knows goes back to the model as it came."""
    found = answer(document({"text": "t", "partMetadata": {"a": [1]}}, {"executableCode": {}}))
    assert [dict(part.extra) for part in found.parts] == [
        {"partMetadata": {"a": [1]}},
        {"executableCode": {}},
    ]


def test_an_unknown_field_that_lost_its_bytes_is_not_kept() -> None:
    """A field whose long string was cut out is dropped, for it can't be sent back whole."""
    found = answer(
        document(
            {"text": "t", "blobs": [{"data": DATA}], "uri": f"data:image/png;base64,{DATA}"},
            PICTURE,
        )
    )
    assert [dict(part.extra) for part in found.parts] == [{}, {}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"![image](data:image/png;base64,{DATA})", ["*"]),
        (f"Here: ![a b](data:image/png;base64,{DATA}) done", ["Here: ", "*", " done"]),
        (f"data:image/jpeg;base64,{DATA}\n", ["*"]),
        (f"![a](data:image/png;base64, {LONG_DATA})", ["*"]),
        (f"![a](data:image/png;base64,\r\n{LONG_DATA} )", ["*"]),
        (f"data:image/png;base64,{IN_LINES}\nHere it is", ["*", "\nHere it is"]),
        (f"![a](data:image/png;base64,{IN_LINES.replace(chr(10), '  ')}) so", ["*", " so"]),
        (f"data:image/png;base64,{DATA}Here it is", ["*", "Here it is"]),
        (f"data:image/png;base64,{DATA}\n{'Rindfleisch' * 3}", ["*", "\n" + "Rindfleisch" * 3]),
        (f"![a](DATA:application/octet-stream;base64,{IN_LINES})", ["*"]),
        (f"![a](data:image/png;name=a.png;base64,{DATA})", ["*"]),
        (f"![a](data:;base64,{DATA})", ["*"]),
        (f"Here: iVBORw0KGgo{'A' * 101} done", ["Here: ", "*", " done"]),
        (f"{'iVBORw0KGgo' + 'A' * 41}\n{'A' * 52}\nAAA=", ["*"]),
        (f"Here: {quote(LONG_DATA, safe='')} done", ["Here: ", "*", " done"]),
        (f"[x](data:image/webp;base64,{DATA})![y](data:image/png;base64,{DATA})", ["*", "*"]),
        ("no picture [link](https://a.example/)", ["no picture [link](https://a.example/)"]),
    ],
)
def test_pictures_in_markdown_become_parts(text: str, expected: list[str]) -> None:
    """A data URI in a text is a picture of its own; the words around it stay."""
    assert shapes(answer(document({"text": text}))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Done: " + "QUJD" * 300 + " so", "Done: … so"),
        ("Done: " + "QUJD%2B%2f" * 200 + "%3D so", "Done: … so"),
        (
            "https://a.example/i?token=" + "QUJD%2B" * 300,
            "https://a.example/i?token=" + "QUJD%2B" * 300,
        ),
        ("data:text/plain;base64," + "QUJD" * 300, "…"),
        ("Long: " + ("QUJD" * 16 + "\n") * 20 + "\nEnd", "Long: …\n\nEnd"),
        ("Key: " + "QUJD" * 200, "Key: " + "QUJD" * 200),
        ("https://a.example/i?token=" + "QUJD" * 300, "https://a.example/i?token=" + "QUJD" * 300),
        ("In data:image/png;base64, the words follow", "In  the words follow"),
        ("iVBORw0KGgo= is how PNG begins", "iVBORw0KGgo= is how PNG begins"),
    ],
)
def test_long_base64_is_not_part_of_what_a_model_says(text: str, expected: str) -> None:
    """Nobody reads it, and it would be sent back; keys and addresses are words."""
    assert "".join(part.text or "" for part in answer(document({"text": text})).parts) == expected


def test_a_picture_among_words_that_is_none_is_lost() -> None:
    """What begins as a picture and is no base64 is neither shown as words nor as a picture."""
    found = answer(document({"text": "iVBORw0KGgo" + "A" * 602}, {"text": "a"}))
    assert (shapes(found)[-1], found.lost) == ("a", 1)


def test_base64_in_pieces_is_not_part_of_what_a_model_says() -> None:
    """Also where each piece of a stream is short, nothing of it is left when they are joined."""
    pieces = [document({"text": "QUJD" * 10}, finish=None) for _ in range(30)]
    found = answer(document({"text": "Here: "}, finish=None), *pieces, document(), stream=True)
    assert shapes(found) == ["Here: …"]


PICTURES = f"One ![a]( data:image/png;base64,{LONG_DATA}) two"
SPLITS = {
    "in the word data": (PICTURES, 14),
    "in the head": (PICTURES, 26),
    "before the comma": (PICTURES, 34),
    "behind the comma": (PICTURES, 35),
    "in the base64": (PICTURES, 48),
    "before the end of the link": (PICTURES, 35 + len(LONG_DATA)),
    "in the link": (PICTURES, 7),
    "behind the mark of a link": (PICTURES, 5),
    "between lines": (PICTURES.replace(LONG_DATA, IN_LINES), 35 + 64),
    "behind a line break": (PICTURES.replace(LONG_DATA, IN_LINES), 35 + 65),
}


@pytest.mark.parametrize("place", SPLITS)
def test_a_data_uri_that_a_stream_cuts_is_a_picture(place: str) -> None:
    """Wherever it is cut, none of it and of its markdown stays among the words."""
    text, cut = SPLITS[place]
    found = answer(
        document({"text": text[:cut]}, finish=None), document({"text": text[cut:]}), stream=True
    )
    found = unframed(found)
    assert shapes(found) == ["One ", "*", " two"]
    assert [part.picture.size for part in found.parts if part.picture] == [len(PNG)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 19, 20, 21, 64])
def test_a_data_uri_in_many_pieces_is_a_picture(size: int) -> None:
    """However short they are, in lines or not."""
    for text in (PICTURES, PICTURES.replace(LONG_DATA, IN_LINES.replace("\n", "\r\n"))):
        pieces = [text[start : start + size] for start in range(0, len(text), size)]
        found = answer(
            *[document({"text": piece}, finish=None) for piece in pieces], document(), stream=True
        )
        found = unframed(found)
        assert ("".join(part.text or "" for part in found.parts), found.lost) == ("One  two", 0)
        assert [part.picture.size for part in found.parts if part.picture] == [len(PNG)]


def test_what_only_might_have_become_a_picture_is_words() -> None:
    """What was held back stands where it stood, and what is signed stays as it was signed."""
    found = answer(
        document({"text": "It is made of data"}, finish=None),
        document({"text": ": all of it!"}, finish=None),
        document({"text": " See da", "thoughtSignature": "c2ln"}, finish=None),
        document({"text": "data:image/p"}),
        stream=True,
    )
    assert shapes(found) == ["It is made of data: all of it!", " See da", "data:image/p"]


def test_a_picture_in_pieces_of_another_part_is_its_own() -> None:
    """Base64 goes on in the next document of its candidate alone, and ends with its part."""
    begun = f"data:image/png;base64,{LONG_DATA[:40]}"
    found = answer(
        {"candidates": [candidate({"text": begun}, finish=None, index=0)]},
        {"candidates": [candidate({"text": "Other"}, index=1)]},
        {"candidates": [candidate({"text": LONG_DATA[40:]}, {"text": "AAAA"}, index=0)]},
        stream=True,
    )
    assert shapes(found) == ["*", "AAAA", "Other"]
    assert found.parts[0].picture.size == len(PNG)


def test_thoughts_in_between_do_not_end_a_picture() -> None:
    """They are left out, and so is what says nothing."""
    found = answer(
        document({"text": f"data:image/png;base64,{LONG_DATA[:41]}"}, finish=None),
        document({"text": "Hm", "thought": True}, {"text": ""}, finish=None),
        document({"text": LONG_DATA[41:]}),
        stream=True,
    )
    assert [part.picture.size for part in found.parts if part.picture] == [len(PNG)]


def test_a_picture_that_breaks_off_leaves_no_base64() -> None:
    """Not even the line that it broke off in."""
    begun = PICTURES.replace(LONG_DATA, IN_LINES)[: 35 + 64 + 12]
    found = answer(document({"text": begun[:60]}, finish=None), document({"text": begun[60:]}))
    found = unframed(found)
    assert shapes(found) == ["One ", "*"]


def test_pieces_of_a_stream_become_one_text() -> None:
    """Texts that a stream cut anywhere are joined, up to a picture or a signature."""
    found = answer(
        document({"text": "One "}, finish=None),
        document({"text": "two"}, finish=None),
        document(PICTURE, {"text": "thr"}, finish=None),
        document({"text": "ee", "thoughtSignature": "c2ln"}),
        stream=True,
    )
    assert shapes(found) == ["One two", "*", "thr", "ee"]


def test_texts_of_one_document_stay_apart() -> None:
    """Parts that a model made as two are sent back as two."""
    assert shapes(answer(document({"text": "a"}, {"text": "b"}))) == ["a", "b"]


def test_a_late_signature_goes_to_the_last_text() -> None:
    """The signature of an empty last text is kept on the text before it."""
    found = answer(
        document({"text": "8 x 2"}, finish=None),
        document({"text": " = 16"}, finish=None),
        document({"text": "", "thoughtSignature": "c2ln"}),
        stream=True,
    )
    assert [(part.text, part.token) for part in found.parts] == [("8 x 2 = 16", "c2ln")]


@pytest.mark.parametrize(
    "parts",
    [
        [PICTURE, {"text": "", "thoughtSignature": "bGF0ZQ=="}],
        [PICTURE, {"thoughtSignature": "bGF0ZQ=="}],
        [{"text": "a", "thoughtSignature": "Zmlyc3Q="}, {"text": "", "thoughtSignature": "bGF0"}],
    ],
)
def test_a_late_signature_without_an_unsigned_text_is_dropped(parts: list[Any]) -> None:
    """An empty text is never kept, and no signature is put in another's place."""
    found = answer(document(*parts))
    assert len(found.parts) == 1
    assert found.parts[0].token in {None, "Zmlyc3Q="}


def test_several_candidates_are_joined_in_order() -> None:
    """The pictures of all candidates are there, also where a stream mixes them."""
    found = answer(
        {"candidates": [candidate({"text": "a"}, index=0), candidate(PICTURE, index=1)]},
        {"candidates": [candidate({"text": "b"}, index=0)]},
    )
    assert shapes(found) == ["ab", "*"]


def test_usage_is_cumulative() -> None:
    """The last word on each count holds; what is no count is none."""
    found = answer(
        document({"text": "a"}, usageMetadata={"promptTokenCount": 55, "thoughtsTokenCount": 9}),
        document(usageMetadata={"promptTokenCount": 257, "totalTokenCount": None}),
        document(usageMetadata={"candidatesTokenCount": "many"}),
        document(usageMetadata={"totalTokenCount": "275"}),
    )
    assert found.tokens == TokenCounts(prompt=257, thoughts=9, total=275)
    floats = {"totalTokenCount": 7.0, "promptTokenCount": 7.5, "thoughtsTokenCount": -1}
    assert answer(document(PICTURE, usageMetadata=floats)).tokens == TokenCounts(total=7)


def test_what_costs_something_else_is_told_apart() -> None:
    """Known before, heard, and painted: in either spelling, and nothing that is no count."""
    usage: dict[str, Any] = {
        "promptTokenCount": 900,
        "cachedContentTokenCount": 300,
        "prompt_tokens_details": [
            {"modality": "TEXT", "tokenCount": 100},
            {"modality": "AUDIO", "token_count": 400},
            {"modality": "AUDIO", "tokenCount": 100},
            {"modality": "AUDIO", "tokenCount": "many"},
        ],
        "candidatesTokenCount": 1216,
        "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1120}, None],
    }
    assert answer(document(PICTURE, usageMetadata=usage)).tokens == TokenCounts(
        prompt=900, answer=1216, cached=300, sound=500, pictures=1120
    )


def test_labels_are_fit_for_a_log() -> None:
    """What a relay says about itself is a name, or is not repeated at all."""
    for odd in ("m\nERROR x", "y" * 101, "a fox on a hill", 7, None):
        found = answer(document({"text": "a"}, modelVersion=odd, responseId="r-1_2:3/4@5"))
        assert (found.model_version, found.response_id) == ("", "r-1_2:3/4@5")


def test_a_reason_that_is_no_name_is_not_repeated() -> None:
    """Words where a reason should be end the answer for no reason that is known."""
    found = answer(document({"text": "a"}, finish="a fox on a hill"))
    assert (found.finish, found.cut) == ("UNKNOWN", None)


def test_an_unknown_reason_with_content_is_an_answer() -> None:
    """What came is good, whatever a new reason means."""
    found = answer(document({"text": "a"}, finish="END_TURN"))
    assert (found.finish, found.cut) == ("END_TURN", None)


def test_a_picture_is_an_answer_whatever_the_reason() -> None:
    """A picture that came is not thrown away for how the model ended."""
    found = answer(document(PICTURE, finish="OTHER"))
    assert (shapes(found), found.cut) == (["*"], CutShort.BY_MODEL)


def test_text_that_ends_in_a_refusal_is_a_refusal() -> None:
    """Half a sentence before a safety stop is no answer."""
    with pytest.raises(Refused):
        answer(document({"text": "How to"}, finish="SAFETY"))


@pytest.mark.parametrize(
    "empty",
    [
        {},
        {"candidates": None},
        {"candidates": [None]},
        {"candidates": [{"content": {}, "finishReason": "STOP"}]},
        {"candidates": [{"content": {"parts": None}}]},
        {"candidates": [{"content": None, "finishReason": "MAX_TOKENS"}]},
        {"candidates": [{"finishReason": "FINISH_REASON_UNSPECIFIED"}]},
        document({"text": ""}),
        document({"text": "hm", "thought": True}),
        document({"executableCode": {"code": "x"}}),
        document({"text": "", "thoughtSignature": "c2ln"}),
    ],
)
def test_an_answer_without_picture_or_text_is_empty(empty: dict[str, Any]) -> None:
    """Each way of saying nothing is an empty reply that says why."""
    with pytest.raises(ReplyEmpty, match="neither picture nor text"):
        answer(empty)


def test_a_stream_that_never_finished_is_cut_short() -> None:
    """A stream that ends without a reason broke off; what came before is kept."""
    found = answer(document({"text": "How"}, finish=None), stream=True)
    assert (shapes(found), found.cut) == (["How"], CutShort.BROKEN_OFF)
    with pytest.raises(ConnectionBroke):
        answer(document({"text": "hm", "thought": True}, finish=None), stream=True)


def test_a_document_without_a_reason_is_whole() -> None:
    """A relay that drops the reason from a single document is believed."""
    found = answer(document({"text": "a"}, finish=None))
    assert (found.finish, found.cut) == ("STOP", None)


@pytest.mark.parametrize(
    "head", ["data:image/png;base64,", " data:image/png;base64, ", "DATA:;base64,\n", "data:x,"]
)
def test_a_data_uri_in_place_of_base64_is_the_picture(head: str) -> None:
    """A relay that writes a whole data URI as the data of a part has sent a picture."""
    inline = {"mimeType": "image/png", "data": head + DATA}
    assert shapes(answer(document({"inlineData": inline}))) == ["*"]


@pytest.mark.parametrize("data", ["", "%%%", None, 7, "data:image/png;base64", "data:" * 99])
def test_a_picture_without_bytes_is_lost(data: Any) -> None:
    """An empty or garbled picture is dropped; alone it makes the reply unreadable."""
    lost = {"inlineData": {"mimeType": "image/png", "data": data}}
    found = answer(document(lost, {"text": "a"}))
    assert (shapes(found), found.lost) == (["a"], 1)
    with pytest.raises(ReplyUnreadable):
        answer(document(lost))


@pytest.mark.parametrize("forged", ["#7", "#0", "#x"])
def test_a_forged_mark_points_to_nothing_wrong(forged: str) -> None:
    """A signature that looks like a mark is no picture, and nothing out of range."""
    found = answer(document({**PICTURE, "thoughtSignature": forged}))
    assert found.parts[0].token in {None, "#x"}


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"error": {"code": 429, "status": "RESOURCE_EXHAUSTED", "message": "x"}}, RelayBusy),
        ({"error": {"code": "", "message": "boom"}}, RelayFault),
        ({"error": "boom", "candidates": []}, RelayFault),
        ({"code": 401, "msg": "无效的令牌"}, KeyRejected),
        ({"code": "429", "message": "slow down"}, RelayBusy),
        ({"status": 503, "message": "no room"}, RelayBusy),
        ({"success": False, "message": "boom"}, RelayFault),
    ],
)
def test_an_error_inside_a_good_answer_is_that_error(
    body: dict[str, Any], error: type[Exception]
) -> None:
    """The body of an error behind a 200, or inside a stream, is not taken for an answer."""
    with pytest.raises(error) as caught:
        answer(document({"text": "a", "thought": True}, finish=None), body, stream=True)
    assert getattr(caught.value, "billing", None) is Billing.POSSIBLE


FAILED = {"error": {"code": 503, "message": "overloaded"}}


@pytest.mark.parametrize(
    ("documents", "expected", "cut"),
    [
        ([document(PICTURE), FAILED], ["*"], None),
        ([document(PICTURE, finish=None), FAILED], ["*"], CutShort.BROKEN_OFF),
        ([document({"text": "How"}, finish=None), FAILED], ["How"], CutShort.BROKEN_OFF),
        ([document(PICTURE) | FAILED], ["*"], None),
        ([document({**PICTURE, "thought": True}), FAILED], ["*"], None),
    ],
)
@pytest.mark.parametrize("stream", [True, False])
def test_what_came_before_an_error_is_kept(
    documents: list[Any], expected: list[str], cut: CutShort | None, *, stream: bool
) -> None:
    """It is paid for: a relay that fails afterwards has cut the answer short, and no more."""
    found = answer(*documents, stream=stream)
    assert (shapes(found), found.cut) == (expected, cut)
    assert isinstance(found.ending, RelayBusy)


def test_what_came_before_a_refusal_stays_back() -> None:
    """What a relay's rules stop halfway is not shown up to there."""
    blocked = {"error": {"code": 400, "message": "content_filter"}}
    for part in ({"text": "How to"}, PICTURE):
        with pytest.raises(Refused):
            answer(document(part, finish=None), blocked, stream=True)


@pytest.mark.parametrize(
    "body",
    [
        {"code": 200, "message": "submitted", "data": {"task_id": "t-1"}},
        {"code": 200, "data": {"status": "processing"}},
        {"code": "0", "msg": "ok", "data": {"id": "1", "state": "pending"}},
        {"code": "success", "data": {"task_id": "t-1", "status": "SUBMITTED"}},
        {"task_id": "t-1", "status": "queued"},
        {"name": "operations/t-1", "done": False},
        {"error": {}, "task_id": "t-1"},
        {"error": None, "task_id": "t-1"},
        {"error": False, "message": "submitted"},
    ],
)
def test_a_task_that_was_taken_may_be_billed(body: dict[str, Any]) -> None:
    """A 200 that says in words that it took the request is no failure to be repeated."""
    with pytest.raises(ReplyEmpty) as caught:
        answer(body)
    assert caught.value.billing is Billing.POSSIBLE


def in_response(inner: Any) -> Any:
    """Wrap an answer as Google's Code Assist does."""
    return {"response": inner, "traceId": "x"}


def in_data(inner: Any) -> Any:
    """Wrap an answer as relays do that have a form for all they send."""
    return {"code": 200, "message": "success", "data": inner}


def in_both(inner: Any) -> Any:
    """Wrap an answer that is wrapped."""
    return {"code": 0, "result": in_response(inner)}


@pytest.mark.parametrize("wrapped", [in_response, in_data, in_both])
def test_an_envelope_around_an_answer_is_taken_off(wrapped: Callable[[Any], Any]) -> None:
    """Pictures, words, counts and reasons are where they are without it, in a stream too."""
    found = answer(
        wrapped(document({"text": "a "}, finish=None)),
        wrapped(document({"text": "b"}, PICTURE, usageMetadata={"totalTokenCount": 7})),
        stream=True,
    )
    assert (shapes(found), found.cut, found.tokens.total) == (["a b", "*"], None, 7)
    with pytest.raises(Refused):
        answer(wrapped({"candidates": [], "promptFeedback": {"blockReason": "SAFETY"}}))


URI = f"data:image/png;base64,{DATA}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (document({"fileData": {"mimeType": "image/png", "fileUri": URI}}), ["*"]),
        (document({"type": "image_url", "image_url": {"url": URI}}), ["*"]),
        (document({"image": {"mimeType": "image/png", "imageBytes": DATA}}), ["*"]),
        (document({"inlineData": [{"mimeType": "image/png", "data": DATA}]}), ["*"]),
        (document({"codeExecutionResult": {"output": URI}}, {"text": "Done"}), ["Done", "*"]),
        ({"candidates": {"content": {"parts": PICTURE}}}, ["*"]),
        ({"candidates": [{"content": [PICTURE], "finishReason": "STOP"}]}, ["*"]),
        ({"created": 1, "data": [{"b64_json": DATA}, {"b64_json": DATA}]}, ["*", "*"]),
        ({"predictions": [{"bytesBase64Encoded": DATA, "mimeType": "image/png"}]}, ["*"]),
        ({"choices": [{"message": {"content": f"![a]({URI})"}, "finish_reason": "stop"}]}, ["*"]),
    ],
)
def test_a_picture_is_found_wherever_it_stands(body: Any, expected: list[str]) -> None:
    """A relay that mixes up two wires has sent what was paid for; nothing odd goes back."""
    found = answer(body)
    assert shapes(found) == expected
    assert not any(part.extra for part in found.parts)


def test_no_picture_is_looked_for_beside_one() -> None:
    """What stands in fields of its own is the model's matter, and a thought is none elsewhere."""
    stray = {"functionResponse": {"response": {"data": DATA}}}
    thought = {"image": {"data": DATA}, "thought": True}
    assert shapes(answer(document(PICTURE, stray, thought))) == ["*"]
    assert shapes(answer(document({"text": "a"}, thought))) == ["a"]


def test_a_message_beside_candidates_is_no_error() -> None:
    """An answer may carry a message of its own."""
    assert shapes(answer(document({"text": "a"}, message="ok"))) == ["a"]


def test_texts_leave_out_thoughts_pictures_and_other_candidates() -> None:
    """What is shown while it comes is what the first candidate says."""
    shown = texts(
        {
            "candidates": [
                candidate(
                    {"text": "a"},
                    {"text": "hm", "thought": True},
                    {"text": "b ![x](data:image/png;base64,#0) c"},
                    {"text": ""},
                ),
                candidate({"text": "other"}),
            ]
        }
    )
    assert list(shown) == ["a", "b ", " c"]
