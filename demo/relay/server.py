"""The embedded relay's HTTP side: routes, the key, caps, and how an answer is sent."""

import asyncio
import hmac
import itertools
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
from aiohttp import web

from demo.jsons import JSON
from demo.relay import checks, generation
from demo.relay.errors import WireError, google, new_api
from demo.relay.faults import Fault
from demo.relay.models import MODELS, Model
from demo.relay.record import Pictures, RecordedRequest, shortened
from demo.relay.reply import Reply
from demo.relay.signatures import Signer
from demo.serving import LocalServer

MAX_BODY = 32 * 1024 * 1024
"""new-api's default limit for a request body, in bytes."""

_REMEMBERED = 200
_PICTURE_BYTES = 64 * 1024 * 1024
_THREADS = 2
_CLIENT_LEFT = 499
_METHODS = ("generateContent", "streamGenerateContent")

_Result = TypeVar("_Result")


class EmbeddedRelay(LocalServer):
    """A Gemini-native relay on 127.0.0.1 for as long as it is entered with `async with`.

    `delay` is how long a picture takes and `chunk_delay` the pause between the events of a
    stream, in seconds. `signature_bytes` is the size of a thought signature before base64. A
    relay started again with the same `secret` knows the signatures of the one before it. For
    somebody who looks on (`watched`) the answers and the newest pictures are kept too; where
    nobody does, `sketches` are painted faster.

    `fault` is what every request meets for which `next` has queued no other. The models in `shut`
    are neither listed nor served.
    """

    def __init__(
        self,
        *,
        key: str,
        port: int = 0,
        delay: float = 0.3,
        chunk_delay: float = 0.05,
        signature_bytes: int = 2048,
        secret: bytes | None = None,
        watched: bool = False,
        sketches: bool = False,
    ) -> None:
        self.fault = Fault()
        self.shut: set[str] = set()
        self.pictures = Pictures(_PICTURE_BYTES if watched else 0)
        self.requests: deque[RecordedRequest] = deque(maxlen=_REMEMBERED)
        super().__init__(port=port)
        self._watched = watched
        self._sketches = sketches
        self._received = 0
        self._variants: dict[str, Iterator[int]] = {}
        self._key = key
        self._delay = delay
        self._chunk_delay = chunk_delay
        self._signer = Signer(secret or secrets.token_bytes(32), signature_bytes)
        self._queued: deque[Fault] = deque()
        self._threads = asyncio.Semaphore(_THREADS)

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[_answer_errors], client_max_size=MAX_BODY)
        application.router.add_get("/v1beta/models", self._list)
        application.router.add_post("/v1beta/models/{model}:{method}", self._post)
        return application

    def next(self, *faults: Fault) -> None:
        """Queue faults: each is taken by one request to a model, in order of arrival."""
        self._queued.extend(faults)

    async def _list(self, http: web.Request) -> web.StreamResponse:
        self._authorise(http)
        served = [_describe(model) for model in MODELS.values() if model.name not in self.shut]
        return web.json_response({"models": served})

    async def _post(self, http: web.Request) -> web.StreamResponse:
        self._authorise(http)
        self._received += 1
        record = RecordedRequest(
            number=self._received,
            method=http.match_info["method"],
            model=http.match_info["model"],
            received_at=datetime.now(UTC),
        )
        self.requests.append(record)
        started = time.monotonic()
        try:
            response = await self._answer(http, record)
            record.status = response.status
        except WireError as error:
            record.status = error.status
            record.answer = error.document
            raise
        finally:
            record.seconds = time.monotonic() - started
        return response

    async def _answer(self, http: web.Request, record: RecordedRequest) -> web.StreamResponse:
        raw = await _read(http)
        fault = record.fault = self._queued.popleft() if self._queued else self.fault
        document, record.body = await self._on_thread(lambda: self._taken_in(raw))
        await fault.wait()
        if fault.instead is not None:
            substitute = fault.instead()
            if self._watched and isinstance(substitute.body, bytes):
                record.answer = shortened(substitute.body.decode(errors="replace"))
            return substitute
        model = MODELS.get(record.model)
        if model is None or model.name in self.shut or record.method not in _METHODS:
            raise _not_found(record)
        streaming = record.method == "streamGenerateContent"
        sse = http.query.get("alt") == "sse"

        def drawn() -> tuple[Reply, Any, tuple[list[bytes], str]]:
            reply = self._reply(document, model)
            documents = fault.change(reply.chunks() if streaming else [reply.document()])
            noted = self._note(documents) if self._watched else None
            return reply, noted, _frames(documents, streaming=streaming, sse=sse)

        reply, noted, (frames, content_type) = await self._on_thread(drawn)
        if model.paints:
            await asyncio.sleep(self._delay)
        record.billed = fault.bills and any("inlineData" in part for part in reply.parts)
        record.answer = noted
        return await self._send(http, frames, content_type, cut=fault.cuts)

    def _taken_in(self, raw: bytes) -> tuple[Any, Any]:
        """Return the document of a body, and what is remembered of it."""
        document = checks.parse(raw)
        return document, self._note(document)

    def _note(self, document: object) -> Any:
        """Return what is remembered of a body, and keep its pictures for who looks on."""
        if self._watched:
            self.pictures.keep_all(document)
        return shortened(document)

    def _reply(self, document: object, model: Model) -> Reply:
        conversation = checks.read(document, model)
        self._signer.check(conversation)
        variants = self._variants.setdefault(conversation.prompt, itertools.count())
        variant = next(variants)  # on several threads, each gets another one
        return generation.answer(
            conversation, self._signer, sketches=self._sketches, variant=variant
        )

    async def _send(
        self, http: web.Request, frames: Sequence[bytes], content_type: str, *, cut: bool
    ) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": content_type})
        if len(frames) == 1:
            response.content_length = len(frames[0])
        await response.prepare(http)
        for number, frame in enumerate(frames):
            if number:
                await asyncio.sleep(self._chunk_delay)
            if cut and number == len(frames) // 2:
                await response.write(frame[: len(frame) // 2])
                assert http.transport is not None
                http.transport.close()
                break
            await response.write(frame)
        return response

    async def _on_thread(self, work: Callable[[], _Result]) -> _Result:
        """Run decoding, drawing and encoding off the event loop, a few at a time.

        A sketch takes no longer than to hand it to a thread and back.
        """
        if self._sketches:
            return work()
        async with self._threads:
            return await asyncio.to_thread(work)

    def _authorise(self, http: web.Request) -> None:
        bearer = http.headers.get("Authorization", "").removeprefix("Bearer ")
        key = bearer or http.headers.get("x-goog-api-key", "")
        if not hmac.compare_digest(key.encode(), self._key.encode()):
            raise new_api("Invalid token", HTTPStatus.UNAUTHORIZED)


@web.middleware
async def _answer_errors(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        return await handler(request)
    except WireError as error:
        refusal = error
    except (web.HTTPNotFound, web.HTTPMethodNotAllowed):
        refusal = new_api(f"Invalid URL ({request.method} {request.path})", HTTPStatus.NOT_FOUND)
    except ConnectionResetError:
        # The client left before the end; what is returned reaches nobody.
        return web.Response(status=_CLIENT_LEFT)
    return web.Response(
        status=refusal.status, body=refusal.body, content_type="application/json", charset="utf-8"
    )


async def _read(http: web.Request) -> bytes:
    try:
        return await http.read()
    except web.HTTPRequestEntityTooLarge:
        raise new_api(
            f"request body too large, the limit is {MAX_BODY} bytes",
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "read_request_body_failed",
        ) from None


def _not_found(record: RecordedRequest) -> WireError:
    return google(
        f"models/{record.model} is not found for API version v1beta, or is not supported for"
        f" {record.method}. Call ListModels to see the list of available models and their"
        " supported methods.",
        HTTPStatus.NOT_FOUND,
    )


def _describe(model: Model) -> JSON:
    return {
        "name": f"models/{model.name}",
        "displayName": model.name,
        "inputTokenLimit": model.input_limit,
        "outputTokenLimit": model.output_limit,
        "supportedGenerationMethods": list(_METHODS),
    }


def _frames(documents: Sequence[JSON], *, streaming: bool, sse: bool) -> tuple[list[bytes], str]:
    """Return an answer as the pieces to send, and their content type."""
    bodies = [msgspec.json.encode(document) for document in documents]
    if streaming and sse:
        return [b"data: " + body + b"\r\n\r\n" for body in bodies], "text/event-stream"
    if streaming:
        opening = [b"[" + bodies[0], *(b",\r\n" + body for body in bodies[1:])]
        return [*opening, b"]"], "application/json; charset=UTF-8"
    return bodies, "application/json; charset=UTF-8"
