"""What a failed request means: a status, headers and a body of any shape become one domain error.

The body goes before the status where it knows better: a relay answers 503 for a model that it
has no channel for, Google answers 400 for a wrong key, and forks report a refusal as a 500.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec
from yarl import URL

from bot.domain.errors import (
    Billing,
    KeyRejected,
    ModelUnavailable,
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
from bot.relay.fields import JsonObject, JsonValue, a_string, objects
from bot.relay.refusals import Reasons, refusal_in

LONGEST_WAIT = 3600.0
LONGEST_WORD = 4_000
LONGEST_SAID = 16_000
"""Characters of one field, and of all that a body says, that are looked at: relays repeat prompts.
"""
_DEEPEST = 4
_WORDS = ("status", "type", "code", "reason", "quotaId", "message", "error", "msg", "detail")

_BODY_RULES: dict[type[RelayError], str] = {
    RelayBalanceUsedUp: (
        r"insufficient_(user_)?quota|pre_consume_token_quota_failed|额度|余额|配额|欠费|积分不足"
        r"|(quota|balance|credits?) (is |are )?not enough"
        r"|insufficient (account )?(balance|quota|credits?|funds)|payment required"
        r"|(balance|credits?) (is |are |has been |have been )?"
        r"(insufficient|exhausted|depleted|used up|too low)"
        r"|per[ _-]?day|arrearage|account is in good standing"
    ),
    KeyRejected: (
        r"API_KEY_INVALID|API key (not valid|expired)|无效的令牌|令牌(状态不可用|已过期)"
        r"|(invalid|incorrect|expired) (api[ _]?)?(key|token)\b|invalid_api_key"
        r"|(key|令牌|密钥) ?(无效|错误|不存在|已失效)"
        # LiteLLM, proxy/auth/user_api_key_auth.py: without a database no other key can be right
        r"|no connected db"
    ),
    # Google, error model; OpenAI and its likes.
    ModelUnavailable: (
        r"is not found for API version|models?\b.{0,80} (does not exist|not found|not exist)"
        # new-api, middleware/distributor.go and i18n/locales/en.yaml, zh-CN.yaml
        r"|model_not_found|model_not_allowed|no available channel|无可用渠道|无权访问模型"
        r"|failed to get available channels? for model|token has no access to (model|any models)"
        # one-api, middleware/auth.go and distributor.go (the latter's words are new-api's, too)
        r"|无权使用模型"
        # LiteLLM, proxy/route_llm_request.py, router.py and proxy/auth/auth_checks.py: it sends the
        # second as a 500 on this route (issue 25466)
        r"|invalid model name passed in model|no healthy deployments for this model"
        r"|model_access_denied|not allowed to access model"
        # OpenRouter, 404 and 400
        r"|no endpoints found for|is not a valid model id"
        r"|unsupported model\b|models?\b.{0,80} (no longer available|been (retired|shut down))"
        r"|模型.{0,40}(不存在|已下线|已下架)|不支持(的|该|此)?模型"
    ),
    RequestTooLarge: (
        r"token count.{0,40} exceeds|exceeds the maximum number of tokens"
        r"|context_length_exceeded|(body|payload|entity|request)( is)? too large"
    ),
}
"""Words that decide whatever the status is; the first that is found does."""

_FAULT_RULES: dict[type[RelayError], str] = {
    # new-api calls both its own fault: a 200 that had nothing in it, and a body it can't take.
    ReplyEmpty: r"\bempty_response\b",
    RequestRejected: r"\binvalid_request\b",
}
"""Words that tell what a 5xx really is."""

_LOAD = (
    r"overloaded|high demand|no capacity|负载已饱和|请求数限制|rate.?limit|too many requests"
    r"|no deployments available for selected model"  # LiteLLM, types/router.py
    r"|RESOURCE_EXHAUSTED|resource has been exhausted|\bUNAVAILABLE\b"
)
"""Words of a 5xx that members read as load. They prove nothing about the bill: gateways write them
over a picture that took too long."""

_BY_STATUS: dict[int, type[RelayError]] = {
    401: KeyRejected,
    402: RelayBalanceUsedUp,
    403: KeyRejected,
    404: WrongAddress,
    405: WrongAddress,
    410: WrongAddress,
    408: RelayTimeout,
    413: RequestTooLarge,
    429: RelayBusy,
    501: WrongAddress,
    503: RelayBusy,
    504: RelayFault,
    524: RelayFault,
    529: RelayBusy,
}
_BY_HUNDREDS: dict[int, type[RelayError]] = {3: WrongAddress, 4: RequestRejected}
_REDIRECTS = range(300, 400)
_GATEWAY_TIMEOUTS = frozenset({504, 524})
"""Faults that members read as what they are: somebody between here and the model gave up."""

_LONGEST_ORIGIN = 60
# The word, and not a part of an address: new-api repeats that.
_MODEL = re.compile(r"(?<![/\w])models?\b(?!/)|模型", re.IGNORECASE)
_HIDDEN_STATUS = re.compile(r"bad response status code (\d{3})")
# Google writes durations as Go does: 48.9s, 361.5ms, 19h1m8.4s.
_SPAN = r"(\d+(?:\.\d+)?) ?(h|ms?|s(?:ec(?:ond)?s?)?|秒|分|小时)(?![a-z])"
_WAIT = re.compile(
    rf"(?:(?:retry(?:ing)?|try again) (?:in|after)|wait(?: for)?) (?:{_SPAN})+|{_SPAN}钟?[之以]?后",
    re.IGNORECASE,
)
_SPANS = re.compile(_SPAN, re.IGNORECASE)
_UNITS = {"h": 3600.0, "m": 60.0, "ms": 0.001, "小时": 3600.0, "分": 60.0}
_CUT_MESSAGE = re.compile(r'"(?:message|msg|detail|error)"\s*:\s*"((?:[^"\\]|\\.)*)')
# Neither looks beyond the next tag, so that many that never end cost no more than their length.
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_REQUEST_IDS = ("x-request-id", "x-oneapi-request-id", "x-litellm-call-id", "cf-ray")
_REQUEST_ID = re.compile(r"[\w.:-]{4,80}", re.ASCII)
# new-api writes its own behind the message: the time, and some characters.
_WRITTEN_ID = re.compile(r"\(request id: (\d{14,}\w{0,40})\)", re.ASCII)

TOO_SOON = 5.0
"""Seconds: a fault that came sooner came before any picture could have been made."""

TOO_LATE = 20.0
"""Seconds: who says that there is no room only then may have made something of it meanwhile."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """Name the words of one wire's models, which go before those of relays."""

    reasons: Reasons
    rules: Mapping[type[RelayError], str]
    """Words that decide whatever the status is."""


def relay_error(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    dialect: Dialect,
    *,
    took: float = 0.0,
    inside: bool = False,
) -> RelayError:
    """Return the error that a status other than 2xx stands for, whatever the body looks like.

    `took` is how many seconds it took to come, which is part of what is known of the bill. One that
    stands `inside` a good answer says nothing of the address.
    """
    error = _error(status, headers, body, dialect, inside=inside)
    if isinstance(error, RelayFault) and took <= TOO_SOON:
        error.billing = Billing.UNLIKELY
    if isinstance(error, RelayBusy) and took > TOO_LATE:
        error.billing = Billing.POSSIBLE
    return error


def _error(
    status: int, headers: Mapping[str, str], body: bytes, dialect: Dialect, *, inside: bool
) -> RelayError:
    said = _read(body)
    hidden = _HIDDEN_STATUS.search(said.text)
    # What the relay says may hold the prompt, so its words decide and are not repeated.
    detail = f"status={status} id={_request_id(said, headers)} length={len(body)}"
    status = int(hidden[1]) if hidden else status
    if refused := refusal_in(said.text, dialect.reasons):
        return refused
    named = _ruled(dialect.rules, said.text) or _ruled(_BODY_RULES, said.text)
    kind = (
        named
        or _BY_STATUS.get(status)
        or _BY_HUNDREDS.get(status // 100)
        or _ruled(_FAULT_RULES, said.text)
        or RelayFault
    )
    if kind is WrongAddress and (hidden or inside or (said.is_api and _MODEL.search(said.text))):
        # A status that the relay passes on is of the address behind it, which is its own.
        kind = ModelUnavailable
    if kind is RelayBusy:
        return RelayBusy(detail, retry_after=_retry_after(said, headers))
    if kind is WrongAddress and status in _REDIRECTS:
        return WrongAddress(f"{detail} location={_origin(headers)}", is_redirect=True)
    if kind is RelayFault and status in _GATEWAY_TIMEOUTS:
        return RelayFault(detail, key=RelayTimeout.key)
    if kind is RelayFault and re.search(_LOAD, said.text, re.IGNORECASE):
        return RelayFault(detail, key=RelayBusy.key)
    return kind(detail)


def _origin(headers: Mapping[str, str]) -> str:
    """Return where a redirect points, without what may be a secret in it."""
    location = next((headers[name] for name in headers if name.lower() == "location"), "")
    try:
        return str(URL(location).origin())[:_LONGEST_ORIGIN]
    except ValueError:
        return "unknown"


def _request_id(said: "_Said", headers: Mapping[str, str]) -> str:
    """Return what the operator can ask the relay about, if it is a name and nothing else."""
    named = {name.lower(): value for name, value in headers.items()}
    found = (named.get(name, "") for name in _REQUEST_IDS)
    written = _WRITTEN_ID.search(said.text)
    return next(filter(_REQUEST_ID.fullmatch, found), written[1] if written else "unknown")


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold what a body says: all its words, and the delay if it is named as a field.

    `is_api`: it is no page for people, where any word may stand.
    """

    text: str
    delay: float | None = None
    is_api: bool = True


def _read(body: bytes) -> _Said:
    text = body.decode("utf-8", "replace").strip().removeprefix("data:").strip()
    try:
        document: JsonValue = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return _Said(_plain(text)[:LONGEST_SAID], is_api=not text.startswith("<"))
    if isinstance(document, str):
        return _Said(document[:LONGEST_SAID])
    found = list(_objects_within(document))
    words = [word[:LONGEST_WORD] for item in found for word in _words(item)]
    delays = [float(delay[1]) for item in found if (delay := _delay(item))]
    return _Said(" ".join(dict.fromkeys(words))[:LONGEST_SAID], max(delays, default=None))


def _plain(text: str) -> str:
    title = _TITLE.search(text)
    if title:
        return title[1]
    cut = _CUT_MESSAGE.search(text)
    return cut[1] if cut else _TAG.sub(" ", text)


def _objects_within(value: JsonValue, level: int = 0) -> Iterator[JsonObject]:
    """Find the objects that speak of the error: wrapped, nested, or as JSON inside a message."""
    if level > _DEEPEST:
        return
    for item in [value] if isinstance(value, dict) else objects(value):
        yield item
        for name in ("error", "details", "message", "metadata", "violations"):
            inner = item.get(name)
            if isinstance(inner, str):
                inner = _embedded(inner)
            yield from _objects_within(inner, level + 1)


def _embedded(message: str) -> JsonValue:
    start, end = message.find("{"), message.rfind("}")
    if start < 0 or end < start:
        return None
    try:
        return msgspec.json.decode(message[start : end + 1])
    except (msgspec.DecodeError, RecursionError):
        return None


def _ruled(rules: Mapping[type[RelayError], str], text: str) -> type[RelayError] | None:
    # The re module keeps the few patterns of the tables compiled.
    return next((kind for kind in rules if re.search(rules[kind], text, re.IGNORECASE)), None)


def _words(item: JsonObject) -> Iterator[str]:
    for name in _WORDS:
        value = item.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            yield str(value)
        elif word := a_string(value):
            yield word


def _delay(item: JsonObject) -> re.Match[str] | None:
    named = item.get("retryDelay") or item.get("retry_after")
    return re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)s?", str(named))


def _retry_after(said: _Said, headers: Mapping[str, str]) -> float | None:
    """Return the longest delay that any field names, for who comes sooner is refused again."""
    # LiteLLM passes on what its own provider names as `llm_provider-retry-after`.
    header = next((headers[name] for name in headers if name.lower().endswith("retry-after")), "")
    named = _WAIT.search(said.text)
    spans = _SPANS.findall(named[0]) if named else []
    spoken = sum(float(count) * _UNITS.get(unit.lower(), 1.0) for count, unit in spans)
    delays = (said.delay, spoken if spans else None, _header_seconds(header.strip()))
    seconds = max((delay for delay in delays if delay is not None), default=None)
    return None if seconds is None else min(max(seconds, 0.0), LONGEST_WAIT)


def _header_seconds(header: str) -> float | None:
    if re.fullmatch(r"\d{1,9}(\.\d+)?", header):
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (moment - datetime.now(UTC)).total_seconds()
