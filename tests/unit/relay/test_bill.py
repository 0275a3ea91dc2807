"""Whether a failed request may be sent again: every error, by where it came from."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.domain.attempts import Attempts
from bot.domain.errors import (
    AllRelaysDown,
    Billing,
    ConnectionBroke,
    Interrupted,
    KeyRejected,
    MemoryRejected,
    ModelUnavailable,
    Refused,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    ReplyEmpty,
    ReplyUnreadable,
    RequestRejected,
    RequestTooLarge,
    ResultBarred,
    Stopped,
    WrongAddress,
)
from bot.relay.connection import _failure
from bot.relay.errors import relay_error
from bot.relay.gemini.errors import GEMINI
from bot.relay.gemini.reader import ReplyReader
from bot.relay.gemini.reply import parse_reply
from bot.relay.retry import RetryRules, another_relay_may_help, delay_before_retry
from bot.services.fallback import another_may_help
from tests.unit.relay.support import Shelf, google

SOON, LATE, TOO_LATE = 1.0, 6.0, 21.0
"""Seconds after which a status came."""

TEXT = {"candidates": [{"content": {"parts": [{"text": "One "}]}}]}
THOUGHTS = {"candidates": [{"content": {"parts": [{"text": "hm", "thought": True}]}}]}
USAGE = {"usageMetadata": {"promptTokenCount": 9, "thoughtsTokenCount": 40}}


def status(code: int, took: float, body: Any = b"") -> RelayError:
    """Return what a status means that came after so many seconds."""
    said = body if isinstance(body, bytes) else json.dumps(body).encode()
    return relay_error(code, {}, said, GEMINI, took=took)


def inside(*documents: Any, ending: RelayError | None = None) -> RelayError:
    """Return what a 200 means whose body holds these documents, as a stream or in one piece."""
    reader = ReplyReader(Shelf(Path()).open_spool)
    for document in documents:
        reader.feed(f"data: {json.dumps(document)}\n\n".encode())
    with caught() as error:
        parse_reply(
            reader.rest(), reader.cuts, cut_out=reader.cut_out, is_stream=True, ending=ending
        )
    return error[0]


@contextmanager
def caught() -> Iterator[list[RelayError]]:
    """Yield where the error of the block is put."""
    found: list[RelayError] = []
    with pytest.raises(RelayError) as info:
        yield found
    found.append(info.value)


def says(code: int, message: str = "x") -> dict[str, Any]:
    """Write an error as Google does."""
    return google(code, "", message)


AGAIN, ELSEWHERE, MODEL, NEVER = "here again", "another relay", "another model", "never"
"""What may become of a request, the most that is allowed."""

TABLE: list[tuple[str, RelayError, type[RelayError], Billing, str]] = [
    # Before anything was sent
    ("sending", _failure(aiohttp.InvalidURL("x")), RelayUnreachable, Billing.NONE, AGAIN),
    ("sending", _failure(aiohttp.ConnectionTimeoutError()), RelayUnreachable, Billing.NONE, AGAIN),
    ("sending", AllRelaysDown(retry=1), AllRelaysDown, Billing.NONE, MODEL),
    # The status line says no
    ("status", status(429, SOON), RelayBusy, Billing.NONE, AGAIN),
    ("status", status(503, LATE), RelayBusy, Billing.NONE, AGAIN),
    ("status", status(529, 20.0), RelayBusy, Billing.NONE, AGAIN),
    ("status", status(429, TOO_LATE), RelayBusy, Billing.POSSIBLE, NEVER),
    ("status", status(503, TOO_LATE), RelayBusy, Billing.POSSIBLE, NEVER),
    ("status", status(301, SOON), WrongAddress, Billing.NONE, ELSEWHERE),
    ("status", status(401, SOON), KeyRejected, Billing.NONE, ELSEWHERE),
    ("status", status(402, SOON), RelayBalanceUsedUp, Billing.NONE, ELSEWHERE),
    ("status", status(404, SOON), WrongAddress, Billing.NONE, ELSEWHERE),
    (
        "status",
        status(503, TOO_LATE, says(503, "model_not_found")),
        ModelUnavailable,
        Billing.NONE,
        ELSEWHERE,
    ),
    ("status", status(400, SOON), RequestRejected, Billing.NONE, NEVER),
    ("status", status(413, SOON), RequestTooLarge, Billing.NONE, NEVER),
    (
        "status",
        status(400, SOON, says(400, "thought_signature")),
        MemoryRejected,
        Billing.NONE,
        NEVER,
    ),
    ("status", status(500, SOON, says(500, "[IMAGE_SAFETY]")), Refused, Billing.NONE, NEVER),
    ("status", status(500, SOON), RelayFault, Billing.UNLIKELY, AGAIN),
    ("status", status(502, LATE), RelayFault, Billing.POSSIBLE, NEVER),
    ("status", status(524, 100.0), RelayFault, Billing.POSSIBLE, NEVER),
    ("status", status(500, SOON, says(500, "high demand")), RelayFault, Billing.UNLIKELY, AGAIN),
    ("status", status(500, LATE, says(500, "high demand")), RelayFault, Billing.POSSIBLE, NEVER),
    ("status", status(408, SOON), RelayTimeout, Billing.POSSIBLE, NEVER),
    ("status", status(500, SOON, says(500, "empty_response")), ReplyEmpty, Billing.POSSIBLE, NEVER),
    # Nothing came, or no more
    ("silence", _failure(TimeoutError()), RelayTimeout, Billing.POSSIBLE, NEVER),
    (
        "silence",
        _failure(aiohttp.ServerDisconnectedError()),
        ConnectionBroke,
        Billing.POSSIBLE,
        NEVER,
    ),
    ("silence", _failure(aiohttp.ClientPayloadError()), ConnectionBroke, Billing.POSSIBLE, NEVER),
    ("silence", Interrupted(), Interrupted, Billing.POSSIBLE, NEVER),
    ("silence", Stopped(), Stopped, Billing.POSSIBLE, NEVER),
    # Inside a 200, before any content of an answer
    ("begun", inside(says(503)), RelayBusy, Billing.POSSIBLE, NEVER),
    ("begun", inside(says(429)), RelayBusy, Billing.POSSIBLE, NEVER),
    ("begun", inside(says(500)), RelayFault, Billing.POSSIBLE, NEVER),
    ("begun", inside(says(401)), KeyRejected, Billing.POSSIBLE, NEVER),
    ("begun", inside(says(404)), ModelUnavailable, Billing.POSSIBLE, NEVER),
    ("begun", inside(says(402)), RelayBalanceUsedUp, Billing.POSSIBLE, NEVER),
    ("begun", inside({"code": 429, "msg": "x"}), RelayBusy, Billing.POSSIBLE, NEVER),
    ("begun", inside({"success": False, "message": "x"}), RelayFault, Billing.POSSIBLE, NEVER),
    ("begun", inside(says(500, "sensitive_words_detected")), Refused, Billing.NONE, NEVER),
    ("begun", inside({"promptFeedback": {"blockReason": "SAFETY"}}), Refused, Billing.NONE, NEVER),
    (
        "begun",
        inside({"code": 200, "message": "submitted"}),
        ConnectionBroke,
        Billing.POSSIBLE,
        NEVER,
    ),
    (
        "begun",
        _failure(aiohttp.ClientResponseError(None, ())),
        ReplyUnreadable,
        Billing.POSSIBLE,
        NEVER,
    ),  # type: ignore[arg-type]
    ("begun", ResultBarred(), ResultBarred, Billing.POSSIBLE, NEVER),
    # After thoughts, usage, or the first words
    ("worked", inside(THOUGHTS, says(503)), RelayBusy, Billing.POSSIBLE, NEVER),
    ("worked", inside(USAGE, says(429)), RelayBusy, Billing.POSSIBLE, NEVER),
    ("worked", inside({**THOUGHTS, **says(503)}), RelayBusy, Billing.POSSIBLE, NEVER),
    ("worked", inside({"candidates": [], **says(429)}), RelayBusy, Billing.POSSIBLE, NEVER),
    ("worked", inside(THOUGHTS, says(500)), RelayFault, Billing.POSSIBLE, NEVER),
    ("worked", inside(THOUGHTS, says(404)), ModelUnavailable, Billing.POSSIBLE, NEVER),
    ("worked", inside(TEXT, says(500, "content_filter")), Refused, Billing.POSSIBLE, NEVER),
    ("worked", inside(THOUGHTS), ConnectionBroke, Billing.POSSIBLE, NEVER),
    ("worked", inside(THOUGHTS, ending=RelayTimeout()), RelayTimeout, Billing.POSSIBLE, NEVER),
    ("worked", inside(USAGE, ending=Stopped()), Stopped, Billing.POSSIBLE, NEVER),
]


def allowed(error: RelayError, attempts: Attempts) -> str:
    """Return what the route and the asker would do at most, as they decide it."""
    attempts.begin()
    attempts.failed(error)
    delay = delay_before_retry(
        error, attempt=1, patience=attempts.patience, rules=RetryRules(), jitter=lambda: 0.5
    )
    if attempts.may_go_on and delay is not None:
        return AGAIN
    if attempts.may_go_on and another_relay_may_help(error):
        return ELSEWHERE
    return MODEL if attempts.may_go_on and another_may_help(error) else NEVER


@pytest.mark.parametrize(
    ("error", "kind", "bill", "most"),
    [pytest.param(*row[1:], id=f"{row[0]}-{row[2].__name__}") for row in TABLE],
)
def test_what_is_known_of_the_bill_decides(
    error: RelayError, kind: type[RelayError], bill: Billing, most: str
) -> None:
    """Each error knows its bill from where it was made, and all who repeat go by that."""
    error = copy(error)
    assert type(error) is kind
    assert error.billing is bill
    assert allowed(error, Attempts()) == most
    assert error.billing in {Billing.NONE, Billing.POSSIBLE}


def test_the_table_names_every_error() -> None:
    """An error that is new needs a row here."""

    def below(kind: type[RelayError]) -> set[type[RelayError]]:
        return {kind}.union(*map(below, kind.__subclasses__()))

    assert {row[2] for row in TABLE} == below(RelayError) - {RelayError}


@pytest.mark.parametrize("error", [row[1] for row in TABLE])
def test_nothing_is_sent_after_a_possible_bill(error: RelayError) -> None:
    """A request that may have been billed is not sent again, however harmless the last failure."""
    attempts, error = Attempts(), copy(error)
    attempts.failed(RelayTimeout())
    assert allowed(error, attempts) == NEVER
    assert error.billing is Billing.POSSIBLE


@pytest.mark.parametrize(
    "later", [RelayBusy(), RelayUnreachable(), KeyRejected(), ModelUnavailable()]
)
def test_an_unlikely_bill_leaves_one_more_request(later: RelayError) -> None:
    """After a fault that came too soon for a picture, the one repeat is the last request."""
    attempts = Attempts()
    later = copy(later)
    assert allowed(status(500, SOON), attempts) == AGAIN
    assert allowed(later, attempts) == NEVER
    assert later.billing is Billing.POSSIBLE
