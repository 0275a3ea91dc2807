"""Answer the bot's REST calls."""

import asyncio
import logging
import time
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from aiohttp import web
from simcord import http as routes  # importing it registers simcord's REST routes
from simcord.backend.errors import BackendError
from simcord.backend.serializers import channel_payload

from demo.discord.bodies import read_body
from demo.discord.faults import Fault, Faults
from demo.discord.limits import Limits, Request
from demo.discord.model import Model
from demo.discord.payloads import complete
from demo.discord.wire import Portal, Upload, copied, encode
from demo.jsons import JSON, is_object

log = logging.getLogger(__name__)

_PREFIX = "/api/v10"
_MOST_CALLS = 1_000
_NOT_MODELLED = (routes.RouteNotImplemented, routes.UnsupportedField, NotImplementedError)
# discord.py runs calls of a bucket one by one unless told that more may go at once; it takes a
# 429 without Via for a ban.
_HEADERS = {
    "Via": "1.1 embedded",
    "X-RateLimit-Limit": "1000",
    "X-RateLimit-Remaining": "999",
    "X-RateLimit-Reset-After": "1.000",
}


_START_LIMIT = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}


@dataclass(frozen=True, slots=True)
class Call:
    """One REST call of the bot: ``at`` in seconds since the epoch, ``ms`` it took."""

    method: str
    path: str
    status: int
    at: float
    ms: float
    body: Any


class _Body(dict[str, Any]):
    """A call's JSON object, of which simcord's log gets no copy: it is emptied anyway."""

    def __deepcopy__(self, _: object) -> "_Body":
        return self


class Rest:
    """Serve ``/api/v10`` from the modelled Discord."""

    def __init__(self, model: Model, portal: Portal, faults: Faults) -> None:
        self.gateway_url = ""
        self.calls: deque[Call] = deque(maxlen=_MOST_CALLS)
        self.unknown_routes: list[str] = []
        self._model = model
        self._portal = portal
        self._limits = Limits(model)
        self._faults = faults

    async def handle(self, http: web.Request) -> web.Response:
        """Answer one call and keep a record of it."""
        started = time.perf_counter()
        at = time.time()
        request = Request(http.method, http.rel_url.raw_path.removeprefix(_PREFIX))
        fault = self._faults.take(request.method, request.path)
        body: Any = None
        try:
            if fault is not None:
                await asyncio.sleep(fault.delay)
            self._authenticate(http, request)
            read = await read_body(http, self._limits.upload_limit_of(request))
            body = read.json
            if fault is not None and fault.prevents:
                answer = None
            else:
                answer = self._run(http, request, body, read.uploads)
            response = _answer(answer)
        except _NOT_MODELLED as error:
            log.warning("Not modelled: %s %s (%s)", request.method, request.path, error)
            self.unknown_routes.append(f"{request.method} {request.path}: {error}")
            response = _answer({"code": 0, "message": "404: Not Found"}, 404)
        except BackendError as error:
            response = _answer({"code": error.code, "message": error.message}, error.status)
        if fault is not None and fault.status is not None:
            response = _faulty(fault, fault.status)
        if fault is not None and fault.hold:
            self._model.changes.notify()
            await asyncio.sleep(fault.hold)
        if fault is not None and fault.cut and http.transport is not None:
            http.transport.abort()
        ms = (time.perf_counter() - started) * 1000
        self.calls.append(Call(request.method, request.path, response.status, at, ms, body))
        self._model.changes.notify()
        return response

    def _authenticate(self, http: web.Request, request: Request) -> None:
        """Raise 401 unless the call has the bot's token, or the path one of its own."""
        if request.interaction_token is None and http.headers.get("Authorization") != (
            f"Bot {self._portal.token}"
        ):
            raise BackendError(401, 0, "401: Unauthorized")

    def _run(self, http: web.Request, request: Request, body: Any, uploads: list[Upload]) -> Any:
        match request.method, request.segments:
            case "GET", ["gateway"]:
                return {"url": self.gateway_url}
            case "GET", ["gateway", "bot"]:
                return {"url": self.gateway_url, "shards": 1, "session_start_limit": _START_LIMIT}
            case "PATCH", ["channels", channel_id] if self._renames(channel_id, body):
                return self._renamed(int(channel_id), body["name"])
            case _:
                pass
        self._limits.check(request, body, uploads)
        answer: Any = self._limits.earlier_message(request, body)
        if answer is None:
            answer = self._dispatched(http, request, body, uploads)
            self._limits.remember_nonce(request, body, answer)
        return self._completed(request, body, answer)

    def _renames(self, channel_id: str, body: Any) -> bool:
        """Tell whether a call gives a thread another name, and does nothing else."""
        known = self._model.channels.get(int(channel_id)) if channel_id.isdecimal() else None
        names_alone = is_object(body) and body.keys() == {"name"}
        return known is not None and known.is_thread and names_alone

    def _renamed(self, thread_id: int, name: object) -> JSON:
        """Rename a thread, as who opened it may do: simcord lets nobody do so."""
        named = self._limits.checked_name(thread_id, name)
        return dict(channel_payload(self._model, self._model.edit_channel(thread_id, named)))

    def _dispatched(
        self, http: web.Request, request: Request, body: Any, uploads: list[Upload]
    ) -> Any:
        """Let the model run a call, and return its JSON answer (``None`` for 204)."""
        reason = http.headers.get("X-Audit-Log-Reason")
        try:
            answer = routes.dispatch(
                self._model,
                request.method,
                request.path,
                json=_Body(copied(body)) if is_object(body) else body,
                params=dict(http.query),
                files=uploads,
                reason=unquote(reason) if reason is not None else None,
                message_content_access=self._portal.intents.message_content,
            )
        except (KeyError, TypeError, ValueError) as error:
            # simcord's handlers index the body without asking; Discord says "Invalid Form Body".
            raise BackendError(400, 50035, f"Invalid Form Body: {error}") from error
        finally:
            # simcord's own logs keep every body for ever.
            self._model.http_requests.clear()
            self._model.transcript.clear()
        complete(self._model, answer)
        return answer

    def _completed(self, request: Request, body: Any, answer: Any) -> Any:
        if is_object(answer) and is_object(body) and request.creates_message:
            return {**answer, "nonce": body.get("nonce")}
        if is_object(answer) and request.path == "/oauth2/applications/@me":
            return {**answer, "flags": self._portal.flags}
        return answer


def _answer(payload: JSON | list[Any] | None, status: int = 200) -> web.Response:
    if payload is None:
        return web.Response(status=204, headers=_HEADERS)
    # discord.py parses a body only if the content type is exactly this, without a charset.
    return web.Response(
        body=encode(payload),
        status=status,
        headers={**_HEADERS, "Content-Type": "application/json"},
    )


def _faulty(fault: Fault, status: int) -> web.Response:
    if status == web.HTTPTooManyRequests.status_code:
        message = "You are being rate limited."
        limited = {"message": message, "retry_after": fault.retry_after, "global": False}
        response = _answer(limited, status)
        response.headers["Retry-After"] = str(fault.retry_after)
        response.headers["X-RateLimit-Scope"] = "user"
        return response
    if status == web.HTTPBadGateway.status_code:
        page = "<html><head><title>502 Bad Gateway</title></head></html>"
        return web.Response(text=page, status=status, content_type="text/html")
    return _answer({"code": fault.code, "message": f"{status}: planned fault"}, status)
