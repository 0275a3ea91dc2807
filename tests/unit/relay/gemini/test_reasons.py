import json
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.domain.errors import Billing, MemoryRejected, Refused, RelayError, ReplyEmpty
from bot.interface.texts import FOLDER, LOCALES, Texts
from bot.relay.errors import relay_error
from bot.relay.gemini.errors import GEMINI
from bot.relay.gemini.reader import ReplyReader
from bot.relay.gemini.reasons import BLOCK_REASONS, CUT, FINISH_REASONS
from bot.relay.gemini.reply import parse_reply
from bot.relay.refusals import RELAY_REASONS
from tests.unit.relay.support import Shelf, google, new_api

FINISHES = {
    "BLOCKLIST",
    "CONTINUATION",
    "ESCALATION",
    "FINISH_REASON_UNSPECIFIED",
    "IMAGE_OTHER",
    "IMAGE_PROHIBITED_CONTENT",
    "IMAGE_RECITATION",
    "IMAGE_SAFETY",
    "LANGUAGE",
    "MALFORMED_FUNCTION_CALL",
    "MALFORMED_RESPONSE",
    "MAX_TOKENS",
    "MISSING_THOUGHT_SIGNATURE",
    "MODEL_ARMOR",
    "NO_IMAGE",
    "OTHER",
    "PROHIBITED_CONTENT",
    "PUP_LIMITED_DISABLED",
    "RECITATION",
    "SAFETY",
    "SPII",
    "STOP",
    "TOO_MANY_TOOL_CALLS",
    "UNEXPECTED_TOOL_CALL",
}
BLOCKS = {
    "BLOCK_REASON_UNSPECIFIED",
    "BLOCKLIST",
    "IMAGE_SAFETY",
    "JAILBREAK",
    "MODEL_ARMOR",
    "OTHER",
    "PROHIBITED_CONTENT",
    "SAFETY",
}
"""All values of Google's API reference, GenerateContentResponse."""

NAMED = {*BLOCK_REASONS.values(), *FINISH_REASONS.values(), *RELAY_REASONS.values()}


def finished(reason: str, message: str | None = None) -> dict[str, Any]:
    """Write an answer that ends for this reason, without content."""
    candidate = {"content": {}, "finishReason": reason, "finishMessage": message, "index": 0}
    return {"candidates": [candidate]}


def blocked(reason: str, **feedback: Any) -> dict[str, Any]:
    """Write the feedback on a prompt that was blocked for this reason."""
    return {"promptFeedback": {"blockReason": reason, **feedback}}


def ending(document: dict[str, Any]) -> RelayError:
    """Return the error that a document ends in."""
    with pytest.raises(RelayError) as caught:
        parse_reply([document], [], cut_out=ReplyReader(Shelf(Path()).open_spool).cut_out)
    return caught.value


def http_error(status: int, body: Any) -> RelayError:
    """Return the error that an answer other than 200 stands for."""
    return relay_error(status, {}, json.dumps(body).encode(), GEMINI)


def catalogue(locale: str) -> set[str]:
    """Return the keys of a catalogue."""
    resource = FluentParser().parse((FOLDER / f"{locale}.ftl").read_text(encoding="utf-8"))
    return {entry.id.name for entry in resource.body if isinstance(entry, ftl.Message)}


def test_every_value_is_known() -> None:
    """No value that Google documents is missing from the tables, and none is made up."""
    fine = {"STOP", "FINISH_REASON_UNSPECIFIED", "MISSING_THOUGHT_SIGNATURE"}
    assert FINISH_REASONS.keys() | CUT.keys() | fine == FINISHES
    assert BLOCK_REASONS.keys() | {"BLOCK_REASON_UNSPECIFIED"} == BLOCKS


@pytest.mark.parametrize("locale", LOCALES)
def test_every_value_has_a_sentence_of_its_own(locale: str) -> None:
    """In each language no two values share a sentence, and no sentence is without a value."""
    assert len(NAMED) == len(BLOCK_REASONS) + len(FINISH_REASONS) + len(RELAY_REASONS)
    assert {key for key in catalogue(locale) if key.startswith("refused-")} == NAMED
    others = {Refused.key, MemoryRejected.key, ReplyEmpty.key, *CUT.values()}
    texts = Texts()
    sentences = {texts.get(key, locale) for key in NAMED | others}
    assert len(sentences) == len(NAMED) + 5


@pytest.mark.parametrize(("reason", "key"), FINISH_REASONS.items())
def test_each_finish_reason_is_read_from_a_reply(reason: str, key: str) -> None:
    """The reason, its sentence and the model's explanation are in the error, and it is free."""
    error = ending(finished(reason, "Try\nanother."))
    assert isinstance(error, Refused)
    assert (error.reason, error.message_key) == (reason, key)
    assert error.explanation == "Try another."
    assert error.billing is Billing.NONE


@pytest.mark.parametrize(("reason", "key"), BLOCK_REASONS.items())
@pytest.mark.parametrize("candidates", [{}, {"candidates": None}, {"candidates": []}])
def test_each_block_reason_is_read_from_a_reply(
    reason: str, key: str, candidates: dict[str, Any]
) -> None:
    """A block without candidates, in each of its shapes, is told apart from a blocked answer."""
    error = ending({**blocked(reason, blockReasonMessage=" Try\nanother. "), **candidates})
    assert isinstance(error, Refused)
    assert (error.reason, error.message_key) == (reason, key)
    assert error.explanation == "Try another."
    assert error.billing is Billing.NONE


def test_a_block_goes_before_how_the_answer_ended() -> None:
    """Where both are said, what was asked is what there is to change."""
    assert ending({**finished("OTHER"), **blocked("SAFETY")}).message_key == "refused-prompt-safety"


def test_both_spellings_are_read() -> None:
    """A relay that writes snake_case is understood."""
    error = ending({"prompt_feedback": {"block_reason": "OTHER", "block_reason_message": "No."}})
    assert isinstance(error, Refused)
    assert (error.message_key, error.explanation) == ("refused-prompt-other", "No.")


@pytest.mark.parametrize(("reason", "key"), FINISH_REASONS.items())
@pytest.mark.parametrize("status", [400, 403, 429, 500, 503])
def test_each_finish_reason_is_read_from_an_http_error(status: int, reason: str, key: str) -> None:
    """In brackets, as a field, and as JSON inside a message: a refusal, whatever the status."""
    for body in (
        new_api(f"Gemini image generation blocked [{reason}]: no", "channel:image_failed"),
        new_api(f"finish_reason={reason}", "channel:image_failed"),
        new_api(f"upstream said {json.dumps(finished(reason))}"),
        google(status, "UNKNOWN", f"finishReason: {reason}"),
    ):
        error = http_error(status, body)
        assert isinstance(error, Refused)
        assert (error.reason, error.message_key) == (reason, key)


@pytest.mark.parametrize(("reason", "key"), BLOCK_REASONS.items())
@pytest.mark.parametrize("status", [400, 403, 429, 500, 503])
def test_each_block_reason_is_read_from_an_http_error(status: int, reason: str, key: str) -> None:
    """A blocked prompt stays one, also where a relay or two have packed it up."""
    packed = json.dumps(new_api(json.dumps(blocked(reason))))
    for body in (
        new_api(f"request blocked by Gemini API: {reason}", "prompt_blocked"),
        new_api(f"block_reason: {reason}"),
        new_api(f"upstream said {packed}"),
    ):
        error = http_error(status, body)
        assert isinstance(error, Refused)
        assert (error.reason, error.message_key) == (reason, key)


@pytest.mark.parametrize(("code", "key"), RELAY_REASONS.items())
@pytest.mark.parametrize("status", [400, 403, 429, 500, 503])
def test_each_refusal_of_a_relay_is_read(status: int, code: str, key: str) -> None:
    """The relay's own code is a refusal as an HTTP error and as the body of a 200."""
    for error in (
        http_error(status, new_api("no", code)),
        http_error(status, {"message": f"error: {code}"}),
        ending(new_api("no", code)),
    ):
        assert isinstance(error, Refused)
        assert (error.reason, error.message_key) == (code, key)


@pytest.mark.parametrize(
    "text", ["the SAFETY of OTHER people", "LANGUAGE", "for safety reasons", "SPII", "[SAFETYNET]"]
)
def test_a_word_that_nobody_marks_names_no_reason(text: str) -> None:
    """A message that happens to hold such a word is no refusal."""
    assert not isinstance(http_error(500, {"message": text}), Refused)


@pytest.mark.parametrize("name", ["IMAGE_SAFETY", "PROHIBITED_CONTENT", "NO_IMAGE"])
def test_a_name_that_is_no_word_needs_no_mark(name: str) -> None:
    """Where a relay says no more than the bare name, it is understood."""
    error = http_error(500, {"message": f"generation failed: {name}."})
    assert error.message_key == FINISH_REASONS[name]


def test_a_refusal_keeps_its_reason_and_nothing_of_the_relays_words() -> None:
    """Members read the sentence for the reason, and no text that a relay made up."""
    error = http_error(500, new_api("blocked [IMAGE_SAFETY]: buy at evil.example"))
    assert isinstance(error, Refused)
    assert (error.reason, error.explanation) == ("IMAGE_SAFETY", "")


@pytest.mark.parametrize("document", [finished("TOO_SILLY"), blocked("TOO_SILLY")])
def test_an_unknown_reason_is_refused_by_its_name(document: dict[str, Any]) -> None:
    """A reason that is newer than this program is named, with the general sentence."""
    error = ending(document)
    assert isinstance(error, Refused)
    assert (error.reason, error.message_key) == ("TOO_SILLY", Refused.key)


@pytest.mark.parametrize(("reason", "key"), CUT.items())
def test_what_was_cut_off_before_it_began_says_so(reason: str, key: str) -> None:
    """An answer that ran out before anything came is empty, with a sentence of its own."""
    error = ending(finished(reason))
    assert isinstance(error, ReplyEmpty)
    assert error.message_key == key
    assert error.billing is Billing.POSSIBLE


@pytest.mark.parametrize(
    "document",
    [
        finished("STOP"),
        finished("FINISH_REASON_UNSPECIFIED"),
        blocked("BLOCK_REASON_UNSPECIFIED"),
    ],
)
def test_no_reason_at_all_is_an_empty_answer(document: dict[str, Any]) -> None:
    """Values that say nothing are no refusal."""
    error = ending(document)
    assert isinstance(error, ReplyEmpty)
    assert error.message_key == ReplyEmpty.key


def test_a_missing_signature_is_told_apart() -> None:
    """The reason that asks for a rebuilt request is the error that does so."""
    error = ending(finished("MISSING_THOUGHT_SIGNATURE"))
    assert isinstance(error, MemoryRejected)
    assert error.message_key == MemoryRejected.key
