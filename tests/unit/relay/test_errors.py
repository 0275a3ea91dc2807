import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import (
    Billing,
    KeyRejected,
    MemoryRejected,
    ModelUnavailable,
    Refused,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayTimeout,
    ReplyEmpty,
    RequestRejected,
    RequestTooLarge,
    WrongAddress,
)
from bot.relay.errors import relay_error
from bot.relay.gemini.errors import GEMINI
from tests.unit.relay.support import google, new_api, recorded, recordings


def error(status: int, body: Any = b"", headers: dict[str, str] | None = None) -> RelayError:
    """Read an error whose body is bytes, text, or JSON to be written."""
    if isinstance(body, str):
        body = body.encode()
    if not isinstance(body, bytes):
        body = json.dumps(body, ensure_ascii=False).encode()
    return relay_error(status, headers or {}, body, GEMINI)


KEY_INVALID = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
PER_DAY = {"violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]}
PER_MINUTE = {"violations": [{"quotaId": "GenerateRequestsPerMinutePerProjectPerModel"}]}

TABLE: list[tuple[int, Any, type[RelayError]]] = [
    # Google's error model
    (400, google(400, "INVALID_ARGUMENT", "API key not valid.", KEY_INVALID), KeyRejected),
    (400, google(400, "INVALID_ARGUMENT", "x", KEY_INVALID), KeyRejected),
    (
        400,
        google(
            400,
            "INVALID_ARGUMENT",
            "Image part is missing a thought_signature in content position 2, part position 1.",
        ),
        MemoryRejected,
    ),
    (400, google(400, "INVALID_ARGUMENT", "Corrupted thought signature"), MemoryRejected),
    (
        400,
        google(400, "INVALID_ARGUMENT", "aspect_ratio must be one of '1:1', '2:3'"),
        RequestRejected,
    ),
    (400, google(400, "INVALID_ARGUMENT", "Unable to process input image"), RequestRejected),
    (
        400,
        google(
            400,
            "INVALID_ARGUMENT",
            "The input token count (40000) exceeds the maximum number of tokens allowed (32768)",
        ),
        RequestTooLarge,
    ),
    (
        400,
        google(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
        RequestRejected,
    ),
    (403, google(403, "PERMISSION_DENIED", "Your API key was reported as leaked."), KeyRejected),
    (
        404,
        google(404, "NOT_FOUND", "models/x is not found for API version v1beta"),
        ModelUnavailable,
    ),
    (429, google(429, "RESOURCE_EXHAUSTED", "Quota exceeded", PER_MINUTE), RelayBusy),
    (429, google(429, "RESOURCE_EXHAUSTED", "Quota exceeded", PER_DAY), RelayBalanceUsedUp),
    (
        429,
        google(
            429,
            "RESOURCE_EXHAUSTED",
            "You exceeded your current quota, please check your plan and billing details.",
        ),
        RelayBusy,
    ),
    (500, google(500, "INTERNAL", "An internal error has occurred."), RelayFault),
    (503, google(503, "UNAVAILABLE", "The model is overloaded."), RelayBusy),
    (504, google(504, "DEADLINE_EXCEEDED", "Deadline expired"), RelayFault),
    (400, [google(400, "INVALID_ARGUMENT", "API key not valid.", KEY_INVALID)], KeyRejected),
    # new-api and its forks
    (401, new_api("无效的令牌 (request id: 2025)", ""), KeyRejected),
    (
        503,
        new_api("分组 default 下模型 m 无可用渠道", "model_not_found"),
        ModelUnavailable,
    ),
    (503, new_api("no way", "model_not_found"), ModelUnavailable),
    (403, new_api("该令牌无权访问模型 m", ""), ModelUnavailable),
    (403, new_api("用户额度不足, 剩余额度: $0.00", "insufficient_user_quota"), RelayBalanceUsedUp),
    (403, new_api("x", "pre_consume_token_quota_failed"), RelayBalanceUsedUp),
    (401, new_api("该令牌额度已用尽", None), RelayBalanceUsedUp),
    (500, new_api("账户余额不足", "500"), RelayBalanceUsedUp),
    (403, new_api("user quota is not enough", ""), RelayBalanceUsedUp),
    (429, new_api("您已达到请求数限制", ""), RelayBusy),
    (429, new_api("当前分组上游负载已饱和", None), RelayBusy),
    (
        429,
        new_api("Resource has been exhausted (e.g. check quota).", 429, "upstream_error"),
        RelayBusy,
    ),
    # What other relays say, and pages in front of them
    (400, {"message": "API Key 无效"}, KeyRejected),
    (400, {"code": "Arrearage", "message": "Access denied."}, RelayBalanceUsedUp),
    (400, {"message": "模型 m 不存在"}, ModelUnavailable),
    (400, new_api("不支持的模型: m"), ModelUnavailable),
    (400, new_api("unsupported model m"), ModelUnavailable),
    (410, {"error": {"message": "The model m has been retired"}}, ModelUnavailable),
    (410, b"", WrongAddress),
    (501, new_api("not implemented"), WrongAddress),
    (404, "<html><title>Our models</title></html>", WrongAddress),
    (404, new_api("Invalid URL 'models/m:generateContent'"), WrongAddress),
    (400, new_api("内容违规，请修改提示词"), Refused),
    (400, {"message": "您的输入包含敏感词"}, Refused),
    (500, {"message": "图片审核未通过"}, Refused),
    (413, new_api("request body too large", "read_request_body_failed"), RequestTooLarge),
    (500, new_api("do request failed", "do_request_failed"), RelayFault),
    (500, new_api("bad response status code 524", "bad_response_status_code"), RelayFault),
    (500, new_api("empty response from Gemini API", "empty_response"), ReplyEmpty),
    (500, new_api("contents is required", "invalid_request"), RequestRejected),
    (401, new_api("no", "invalid_request"), KeyRejected),
    (500, new_api("x", "sensitive_words_detected"), Refused),
    (500, new_api("Gemini image generation blocked [IMAGE_SAFETY]: no", "channel:x"), Refused),
    (
        404,
        new_api("Invalid URL (POST /v1/v1beta/models/x:generateContent)", "", "x_error"),
        WrongAddress,
    ),
    (403, new_api("This token has no access to model m"), ModelUnavailable),
    (403, new_api("This token has no access to any models"), ModelUnavailable),
    (
        503,
        new_api("No available channel for model m under group g (distributor)"),
        ModelUnavailable,
    ),
    (
        503,
        new_api("Failed to get available channel for model m under group g (distributor): x"),
        ModelUnavailable,
    ),
    # one-api
    (403, new_api("该令牌无权使用模型：m", "", "one_api_error"), ModelUnavailable),
    (503, new_api("当前分组 default 下对于模型 m 无可用渠道"), ModelUnavailable),
    # LiteLLM
    (
        400,
        {"error": "/v1beta: Invalid model name passed in model=m. Call `/v1/models` to view"},
        ModelUnavailable,
    ),
    (
        500,
        new_api("litellm.BadRequestError: There are no healthy deployments for this model."),
        ModelUnavailable,
    ),
    (
        403,
        {
            "error": {
                "message": "key not allowed to access model.",
                "type": "key_model_access_denied",
            }
        },
        ModelUnavailable,
    ),
    (
        429,
        new_api("No deployments available for selected model, Try again in 5 seconds."),
        RelayBusy,
    ),
    # OpenRouter
    (
        404,
        {"error": {"message": "No endpoints found for google/m.", "code": 404}},
        ModelUnavailable,
    ),
    (400, {"error": {"message": "google/m is not a valid model ID"}}, ModelUnavailable),
    # Google's JSON inside a message
    (
        500,
        new_api("upstream: " + json.dumps(google(400, "", "x", KEY_INVALID)), 500),
        KeyRejected,
    ),
    (
        500,
        {
            "error": {
                "message": "litellm.ServerError: geminiException - "
                + json.dumps(google(503, "UNAVAILABLE", "high demand")),
                "type": None,
                "param": None,
                "code": "500",
            }
        },
        RelayFault,
    ),
    # other shapes
    (500, {"error": "insufficient balance"}, RelayBalanceUsedUp),
    (500, {"error": {"error": {"message": "The model is overloaded"}}}, RelayFault),
    (400, {"message": "Incorrect API key provided"}, KeyRejected),
    (400, {"code": 1, "msg": "payload too large"}, RequestTooLarge),
    (422, {"detail": "finishReason: SAFETY"}, Refused),
    (422, {"detail": [{"loc": ["body"], "msg": "field required"}]}, RequestRejected),
    (400, '{"error": {"message": "Corrupted thought signat', RequestRejected),
    (400, '{"error": {"message": "Corrupted thought signature", "sta', MemoryRejected),
    (400, 'data: {"error": {"message": "Corrupted thought signature"}}\n\n', MemoryRejected),
    (500, '"The model is overloaded"', RelayFault),
    (429, "slow down", RelayBusy),
    (401, "", KeyRejected),
    (402, "", RelayBalanceUsedUp),
    (404, "", WrongAddress),
    (405, "", WrongAddress),
    (404, {"error": {"message": "This model is gone"}}, ModelUnavailable),
    (404, {"error": {"message": "没有这个模型"}}, ModelUnavailable),
    (404, {"error": {"message": "bad response status code 404"}}, ModelUnavailable),
    (404, "<title>404 Not Found</title>", WrongAddress),
    (408, "", RelayTimeout),
    (413, "<html><title>413 Request Entity Too Large</title></html>", RequestTooLarge),
    (418, "null", RequestRejected),
    (500, "[]", RelayFault),
    (502, "<html><head><title>502 Bad Gateway</title></head></html>", RelayFault),
    (503, "", RelayBusy),
    (504, "<html></html>", RelayFault),
    (504, "The model is overloaded", RelayFault),
    (524, "<title>relay.example | 524: A timeout occurred</title>", RelayFault),
    (529, "", RelayBusy),
    (301, "", WrongAddress),
    (308, "", WrongAddress),
    (500, b"\xff\xfe\x00", RelayFault),
    (500, b"[" * 60_000, RelayFault),
]


@pytest.mark.parametrize(("status", "body", "expected"), TABLE)
def test_each_shape_becomes_its_error(status: int, body: Any, expected: type[RelayError]) -> None:
    """A status and a body, in each shape that is known of, become exactly one error."""
    assert type(error(status, body)) is expected


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (504, ""),
        (524, ""),
        (500, new_api("bad response status code 504", "bad_response_status_code")),
    ],
)
def test_a_time_out_on_the_way_is_told_as_one(status: int, body: Any) -> None:
    """A gateway's time-out is a fault that reads as what it is, and may have been billed."""
    found = error(status, body)
    assert isinstance(found, RelayFault)
    assert found.message_key == RelayTimeout.key
    assert found.billing is not Billing.NONE


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        (google(429, "", "x", {"retryDelay": "48s"}), {}, 48.0),
        (google(429, "", "Please retry in 48.9s."), {"Retry-After": "7"}, 48.9),
        (google(429, "", "Please retry in 48.94s.", {"retryDelay": "48s"}), {}, 48.94),
        (google(429, "", "Please retry in 47.9s.", {"retryDelay": "48s"}), {}, 48.0),
        (google(429, "", "Please retry in 5s."), {"Retry-After": "7"}, 7.0),
        (new_api("No deployments available, Try again in 5 seconds. Passed model=m"), {}, 5.0),
        (new_api("Please retry in 12.5s. (request id: 1)", 429), {}, 12.5),
        (new_api("Please retry in 500ms."), {}, 0.5),
        (new_api("Please retry in 2m3.5s."), {}, 123.5),
        (new_api("Please retry in 19h1m8.4s."), {}, 3600.0),
        (new_api("retry after 30 seconds"), {}, 30.0),
        (new_api("Please wait for 30 seconds before trying"), {}, 30.0),
        (new_api("请求过于频繁，请 30 秒后重试"), {}, 30.0),
        (new_api("请在2分钟之后再试"), {}, 120.0),
        ({"error": {"message": "x", "retry_after": 30}}, {}, 30.0),
        ({"message": "x", "retry_after": "1.5"}, {}, 1.5),
        ({"message": "x", "retry_after": "a while"}, {}, None),
        (new_api("Please retry in 5 apples."), {"Retry-After": "7"}, 7.0),
        (google(429, "", "x", {"retryDelay": "99999s"}), {}, 3600.0),
        (b"", {"Retry-After": " 30 "}, 30.0),
        (b"", {"retry-after": "1.5"}, 1.5),
        (b"", {"llm_provider-retry-after": "37"}, 37.0),
        (b"", {"Retry-After": "99999"}, 3600.0),
        (b"", {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        (b"", {"Retry-After": "Wed, 21 Oct 2015 07:28:00 -0000"}, 0.0),
        (b"", {"Retry-After": "soon"}, None),
        (b"", {}, None),
    ],
)
def test_the_delay_is_read_wherever_it_is_said(
    body: Any, headers: dict[str, str], seconds: float | None
) -> None:
    """Of several delays the longest is meant; an hour at most."""
    found = error(429, body, headers)
    assert isinstance(found, RelayBusy)
    assert found.retry_after == seconds


def test_a_date_is_a_delay_from_now() -> None:
    """A date in Retry-After is as many seconds as are left until then."""
    header = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    found = error(503, b"", {"Retry-After": header})
    assert isinstance(found, RelayBusy)
    assert found.retry_after == pytest.approx(90, abs=3)


@pytest.mark.parametrize(
    ("headers", "message", "expected"),
    [
        ({}, "no", "unknown"),
        ({"X-Request-Id": "req_01-a:b.c"}, "no", "req_01-a:b.c"),
        ({"X-Oneapi-Request-Id": "2025112910300112345678AbCd"}, "no", "2025112910300112345678AbCd"),
        ({"X-Request-Id": "two words", "CF-Ray": "8f1a-FRA"}, "no", "8f1a-FRA"),
        ({}, "no (request id: 2025112910300112345678AbCd)", "2025112910300112345678AbCd"),
        ({}, "no (request id: a secret)", "unknown"),
    ],
)
def test_the_detail_names_the_request(headers: dict[str, str], message: str, expected: str) -> None:
    """The operator reads the status, the relay's number for it, and how long the body was."""
    body = json.dumps(new_api(message)).encode()
    detail = error(400, body, headers).detail
    assert detail == f"status=400 id={expected} length={len(body)}"


@given(st.integers(300, 599), st.binary(max_size=300) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["error", "message", "code", "details", "detail", "msg"]), inner, max_size=4
    ),
    max_leaves=12,
))  # fmt: skip
def test_any_body_becomes_an_error(status: int, body: Any) -> None:
    """No body is too odd to be reported."""
    found = error(status, body)
    assert isinstance(found, RelayError)
    assert len(found.detail) <= 120


EXPECTED = {
    "err_400_api_key_invalid": KeyRejected,
    "err_404_model_event_stream_content_type": ModelUnavailable,
    "google_400_missing_signature": MemoryRejected,
    "google_503_overloaded": RelayBusy,
    "newapi_invalid_token_401": KeyRejected,
    "newapi_model_not_found_503": ModelUnavailable,
    "newapi_upstream_error_429": RelayBusy,
}


@pytest.mark.parametrize(
    "path",
    recordings("recorded/err_*.response.json") + recordings("reported/*_[0-9][0-9][0-9]*.json"),
)
def test_recorded_errors_become_theirs(path: Path) -> None:
    """Each recorded and reported error is the one that its name says."""
    name = path.name.partition(".")[0]
    status = next(int(word) for word in name.split("_") if word.isdigit())
    assert type(error(status, recorded(path))) is EXPECTED[name]
