import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import (
    Billing,
    ConnectionBroke,
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
    Stopped,
    WrongAddress,
)
from bot.relay.errors import relay_error
from bot.relay.gemini.errors import GEMINI
from bot.relay.retry import RetryRules, another_relay_may_help, delay_before_retry
from tests.unit.relay.support import google, new_api

RULES = RetryRules()
HALF = 0.5
"""What the jitter returns: the first delay is then one second, the second two."""


def delay(
    error: RelayError, *, attempt: int = 1, patience: float = 90.0, before: Billing = Billing.NONE
) -> float | None:
    """Decide as the route does: on a first failure, unless a test says otherwise."""
    if not before.then(error.billing).allows_another:
        return None
    return delay_before_retry(
        error, attempt=attempt, patience=patience, rules=RULES, jitter=lambda: HALF
    )


def asks(seconds: str) -> dict[str, str]:
    """Write the detail in which Google says how long to wait."""
    return {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": seconds}


def quota(name: str) -> dict[str, Any]:
    """Write the detail in which Google names the quota that is used up."""
    kind = "type.googleapis.com/google.rpc.QuotaFailure"
    return {"@type": kind, "violations": [{"quotaId": name}]}


ASKING = json.dumps(google(429, "RESOURCE_EXHAUSTED", "Quota exceeded", asks("48s")))
NESTED = json.dumps(google(503, "UNAVAILABLE", "The model is overloaded."))

ANSWERS: list[tuple[int, dict[str, str], Any, float | None]] = [
    # Refused for now: repeated after what the answer asks for, else after the jittered delay.
    (429, {}, google(429, "RESOURCE_EXHAUSTED", "Quota exceeded", asks("48s")), 48.0),
    (429, {}, google(429, "RESOURCE_EXHAUSTED", "Please retry in 48.939935699s."), 48.939935699),
    (429, {}, new_api("Please retry in 12.5s. (request id: 1)", 429, "upstream_error"), 12.5),
    (429, {}, new_api("x, Please retry in 361.5ms.", 429, ""), 0.3615),
    (429, {}, google(429, "", "Please retry in 9s.", asks("48s")), 48.0),
    (429, {"Retry-After": "7"}, new_api("Please retry in 9s."), 9.0),
    (429, {"Retry-After": "7"}, b"", 7.0),
    (429, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, b"", 0.0),
    (429, {"Retry-After": "soon"}, b"", 1.0),
    (429, {}, google(429, "", "x", asks("48s"), quota("RequestsPerMinutePerProject")), 48.0),
    (429, {}, [google(429, "RESOURCE_EXHAUSTED", "x", asks("3s"))], 3.0),
    (429, {}, new_api(f"upstream: {ASKING}", 429, "upstream_error"), 48.0),
    (429, {}, new_api("Quota exceeded for requests, limit: 20. Please retry in 48.9s."), 48.9),
    (429, {}, google(429, "", "No capacity available for model m on the server"), 1.0),
    (429, {}, new_api("您已达到请求数限制：1分钟内最多请求10次"), 1.0),
    (429, {}, new_api("您已达到总请求数限制：1分钟内最多请求10次"), 1.0),
    (429, {}, new_api("当前分组上游负载已饱和，请稍后再试"), 1.0),
    (429, {}, {"message": "slow down"}, 1.0),
    (503, {}, google(503, "UNAVAILABLE", "The model is overloaded. Please try again later."), 1.0),
    (503, {}, google(503, "UNAVAILABLE", "This model is experiencing high demand."), 1.0),
    (503, {}, google(503, "", "No capacity available for model m on the server"), 1.0),
    (503, {"retry-after": "20"}, b"<html><title>503</title></html>", 20.0),
    (500, {}, new_api(f"litellm.ServerError: geminiException - {NESTED}", "500"), 1.0),
    (500, {}, new_api("bad response status code 503", "bad_response_status_code"), 1.0),
    (503, {}, b"", 1.0),
    (529, {}, b"", 1.0),
    # Refused for longer than anybody waits here.
    (429, {"Retry-After": "99999"}, b"", None),
    (429, {"Retry-After": "Wed, 21 Oct 2099 07:28:00 GMT"}, b"", None),
    (429, {}, google(429, "", "x", asks("99999s")), None),
    (503, {}, new_api("Please retry in 19h1m8.4s."), None),
    # A fault: once, where it came at once.
    (500, {}, google(500, "INTERNAL", "An internal error has occurred."), 1.0),
    (500, {}, new_api("do request failed", "do_request_failed"), 1.0),
    (500, {}, new_api("x", "bad_response_body"), 1.0),
    (500, {}, new_api("litellm.APIError: geminiException - boom", "500", ""), 1.0),
    (500, {}, {"code": 500, "msg": "内部错误"}, 1.0),
    (500, {}, b"", 1.0),
    (502, {}, b"<html><title>502 Bad Gateway</title></html>", 1.0),
    (520, {}, b"", 1.0),
    (521, {}, b"", 1.0),
    (522, {}, b"", 1.0),
    (523, {}, b"", 1.0),
    (504, {}, google(504, "DEADLINE_EXCEEDED", "Deadline expired"), 1.0),
    (504, {}, b"<html><title>504 Gateway Time-out</title></html>", 1.0),
    (524, {}, b"<title>relay.example | 524: A timeout occurred</title>", 1.0),
    (524, {}, {"error": {"message": "", "param": "524", "code": "bad_response_status_code"}}, 1.0),
    (500, {}, new_api("bad response status code 524", "bad_response_status_code"), 1.0),
    # The relay waited for this side: what it had taken by then, nobody knows.
    (408, {}, b"", None),
    # A 200 that had nothing in it, told as a fault.
    (500, {}, new_api("empty response from Gemini API", "empty_response"), None),
    # Quota and balance, whatever the status and the language.
    (402, {}, b"", None),
    (429, {}, google(429, "", "x", asks("48s"), quota("RequestsPerDayPerProject")), None),
    (429, {}, google(429, "", "limit of generate_requests_per_model_per_day"), None),
    (429, {}, new_api("Requests per day exceeded. Please retry in 9s."), None),
    (403, {}, new_api("用户额度不足, 剩余额度: 0.00", "insufficient_user_quota"), None),
    (403, {}, new_api("x", "pre_consume_token_quota_failed"), None),
    (429, {}, new_api("账户余额不足，请充值"), None),
    (429, {"Retry-After": "5"}, new_api("账号已欠费"), None),
    (500, {}, new_api("当前分组配额已用完"), None),
    (500, {}, new_api("积分不足"), None),
    (503, {}, new_api("该令牌额度已用尽"), None),
    (503, {}, new_api("bad response status code 402", "bad_response_status_code"), None),
    # No such model, also where it looks like load.
    (404, {}, google(404, "NOT_FOUND", "models/x is not found for API version v1beta"), None),
    (404, {}, new_api("Invalid URL (POST /v1beta/x)", "", "invalid_request_error"), None),
    (404, {}, b"<html></html>", None),
    (403, {}, new_api("该令牌无权访问模型 m"), None),
    (503, {}, new_api("no channel", "model_not_found"), None),
    (503, {"Retry-After": "5"}, new_api("分组 default 下模型 m 无可用渠道"), None),
    # The key.
    (400, {}, google(400, "INVALID_ARGUMENT", "x", {"reason": "API_KEY_INVALID"}), None),
    (401, {}, new_api("无效的令牌"), None),
    (401, {}, b"", None),
    (403, {}, new_api("用户已被封禁", "access_denied"), None),
    (403, {}, google(403, "PERMISSION_DENIED", "Your API key was reported as leaked."), None),
    # The request.
    (400, {}, google(400, "INVALID_ARGUMENT", "missing a thought_signature"), None),
    (400, {}, google(400, "INVALID_ARGUMENT", 'Invalid JSON payload. Unknown name "x"'), None),
    (400, {}, google(400, "INVALID_ARGUMENT", "MIME type must be image/png"), None),
    (400, {}, google(400, "INVALID_ARGUMENT", "Provided image is not valid"), None),
    (400, {}, google(400, "INVALID_ARGUMENT", "Unable to process input image"), None),
    (400, {}, google(400, "", "The input token count (4) exceeds the maximum number"), None),
    (400, {}, google(400, "INVALID_ARGUMENT", "aspect_ratio must be one of '1:1'"), None),
    (400, {}, google(400, "FAILED_PRECONDITION", "User location is not supported."), None),
    (409, {}, b"", None),
    (413, {}, new_api("x", "read_request_body_failed"), None),
    (413, {"Retry-After": "5"}, b"<html></html>", None),
    (500, {}, new_api("contents is required", "invalid_request"), None),
    (422, {}, {"detail": "field required"}, None),
    (425, {}, b"", None),
    # A refusal that looks like a fault.
    (500, {}, new_api("Gemini image generation blocked [IMAGE_SAFETY]: no", "channel:x"), None),
    (500, {}, new_api("x", "sensitive_words_detected"), None),
    (503, {}, new_api("request blocked by Gemini API: SAFETY", "prompt_blocked"), None),
    (429, {"Retry-After": "5"}, new_api("x", "content_policy_violation"), None),
]


@pytest.mark.parametrize(("status", "headers", "body", "expected"), ANSWERS)
def test_each_answer_gets_its_delay(
    status: int, headers: dict[str, str], body: Any, expected: float | None
) -> None:
    """From a status, headers and a body to whether, and after how long, the request is repeated."""
    if not isinstance(body, bytes):
        body = json.dumps(body, ensure_ascii=False).encode()
    assert delay(relay_error(status, headers, body, GEMINI)) == expected


@pytest.mark.parametrize("status", [500, 502, 504, 520, 524])
def test_what_came_too_soon_for_a_picture_is_repeated(status: int) -> None:
    """Within five seconds, a first 5xx is sent once more."""
    assert delay(relay_error(status, {}, b"", GEMINI, took=5.0)) == 1.0


@pytest.mark.parametrize("status", [500, 502, 504, 520, 524])
@pytest.mark.parametrize(("took", "before"), [(5.1, Billing.NONE), (1.0, Billing.UNLIKELY)])
def test_what_may_have_been_billed_is_not_repeated(
    status: int, took: float, before: Billing
) -> None:
    """No 5xx is repeated that came late enough for a picture, or for the second time."""
    assert delay(relay_error(status, {}, b"", GEMINI, took=took), before=before) is None


@pytest.mark.parametrize(
    "error",
    [
        RelayTimeout(),
        ConnectionBroke(),
        Stopped(),
        RequestRejected(),
        MemoryRejected(),
        RequestTooLarge(),
        Refused("SAFETY"),
        ReplyEmpty(),
        ReplyUnreadable(),
    ],
)
def test_what_was_taken_is_neither_repeated_nor_passed_on(error: RelayError) -> None:
    """An answer or a silence after sending ends the request, however soon it came."""
    assert delay(error) is None
    assert not another_relay_may_help(error)


@pytest.mark.parametrize(
    "error", [KeyRejected(), RelayBalanceUsedUp(), WrongAddress(), ModelUnavailable()]
)
def test_what_this_relay_will_go_on_refusing_is_for_another(error: RelayError) -> None:
    """Key, balance, address and model are no better a second later, but elsewhere."""
    assert delay(error) is None
    assert another_relay_may_help(error)


@pytest.mark.parametrize("error", [RelayBusy(), RelayUnreachable()])
def test_what_was_surely_refused_is_repeated_twice(error: RelayError) -> None:
    """The third failure of the same relay is its last."""
    assert [delay(error, attempt=n) for n in (1, 2, 3)] == [1.0, 2.0, None]
    assert another_relay_may_help(error)


def test_a_date_is_waited_for() -> None:
    """A Retry-After that is a date is a delay from now."""
    header = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert delay(relay_error(429, {"Retry-After": header}, b"", GEMINI)) == pytest.approx(30, abs=3)


@pytest.mark.parametrize(("patience", "expected"), [(48.0, 48.0), (47.9, None)])
def test_a_wait_that_does_not_fit_is_not_begun(patience: float, expected: float | None) -> None:
    """The wait that the relay asks for is kept in full or not at all."""
    assert delay(RelayBusy(retry_after=48.0), patience=patience) == expected


def test_delays_double_up_to_a_cap() -> None:
    """With full jitter, the longest possible delay is twice the one before, a minute at most."""
    rules = RetryRules(repeats=99)
    longest = [
        delay_before_retry(RelayBusy(), attempt=n, patience=90.0, rules=rules, jitter=lambda: 1.0)
        for n in (1, 2, 3, 6, 99)
    ]
    assert longest == [2.0, 4.0, 8.0, 60.0, 60.0]


@given(
    st.sampled_from([RelayBusy(), RelayBusy(retry_after=50.0), RelayUnreachable(), RelayFault()]),
    st.integers(1, 5),
    st.floats(0, 200),
    st.floats(0, 1),
)
def test_no_delay_breaks_a_bound(
    error: RelayError, attempt: int, patience: float, jitter: float
) -> None:
    """Whatever happens, a repeat is within the count and the patience, and not before now."""
    found = delay_before_retry(
        error, attempt=attempt, patience=patience, rules=RULES, jitter=lambda: jitter
    )
    if found is not None:
        assert attempt <= RULES.repeats
        assert 0 <= found <= patience
