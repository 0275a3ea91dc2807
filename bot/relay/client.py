"""One relay over HTTP: a request streamed out, a reply read while it arrives."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from urllib.parse import quote

import aiohttp
import msgspec
from yarl import URL

from bot.domain.attempts import Attempts
from bot.domain.blob import BlobRef
from bot.domain.content import JsonValue, Part, Signature
from bot.domain.counting import counted
from bot.domain.errors import (
    AtelierError,
    ConnectionBroke,
    RelayError,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
    ResultBarred,
    Stopped,
    UnusablePicture,
    WrongAddress,
)
from bot.domain.model import ModelKind
from bot.domain.picture import Picture
from bot.domain.request import GenerateRequest, Reply
from bot.relay.deadline import deadline
from bot.relay.errors import relay_error
from bot.relay.fields import JsonObject, a_string, an_object, objects
from bot.relay.frames import without_frames
from bot.relay.gemini.answer import Answer, read_answer, texts
from bot.relay.gemini.errors import GEMINI
from bot.relay.gemini.reader import ReplyReader
from bot.relay.gemini.request import request_tree
from bot.relay.gemini.results import Fetcher, Results
from bot.relay.large_fields import Caps, Cut
from bot.relay.packing import unpacked
from bot.relay.parts import ReceivedPart
from bot.relay.spoken import Growing
from bot.relay.spool import Spool
from bot.relay.writer import RequestBody

log = logging.getLogger(__name__)

MODELS_TIMEOUT = 30.0
"""Seconds without progress while models are listed."""

MODELS_BODY = 4 * 1024 * 1024

LINGER = 30.0
"""Seconds that the end of a body may take once the answer in it is whole: some relays leave the
connection open for ever."""

_LONGEST_FIELD = 64 * 1024


class AuthStyle(StrEnum):
    """Name how a relay takes its key; never in the address, which ends up in logs."""

    BEARER = "bearer"
    GOOGLE = "x-goog-api-key"


def relay_session() -> aiohttp.ClientSession:
    """Open the connections to all relays: each is used once.

    A kept connection that the relay has closed meanwhile fails only after sending, when nobody can
    tell whether it was billed; one new connection costs nothing beside that. A header of our own is
    not enough: aiohttp goes by what the answer says, and some relays say keep-alive and close.
    """
    # How many are asked at once is decided by Admission; more than aiohttp's hundred may be.
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, force_close=True),
        # aiohttp gives up where it can't unpack, and where nothing was packed: see `packing`.
        auto_decompress=False,
        # Gateways write policies, costs and traces into fields that are longer than its 8 KiB.
        max_line_size=_LONGEST_FIELD,
        max_field_size=_LONGEST_FIELD,
    )


class RelayClient:
    """Ask the models of one relay, in a session that `relay_session` opened.

    `open_spool` opens where bytes of a reply go, `blob_path` names the file of a stored blob, and
    `examine` reads what picture a blob really is or raises UnusablePicture. `fetcher` fetches
    pictures that come as addresses, from the hosts that the setting `hosts_setting` allows. The
    relay is reached through `proxy`, if there is one; where pictures lie never is.
    """

    def __init__(  # noqa: PLR0913  all that it depends on, so that it can be tested alone
        self,
        session: aiohttp.ClientSession,
        base_url: str,
        key: str,
        auth: AuthStyle = AuthStyle.BEARER,
        *,
        open_spool: Callable[[], Spool],
        blob_path: Callable[[BlobRef], Path],
        examine: Callable[[BlobRef], Awaitable[Picture]],
        fetcher: Fetcher | None = None,
        hosts_setting: str = "",
        proxy: URL | None = None,
        connect_timeout: float = 10.0,
        caps: Caps | None = None,
    ) -> None:
        self._session = session
        self._models_url = base_url.rstrip("/").removesuffix("/v1beta") + "/v1beta/models"
        self._headers = {
            # Base64 shrinks by a quarter at most, for more work than all the rest of the reading.
            "Accept-Encoding": "identity",
        }
        if auth is AuthStyle.BEARER:
            self._headers["Authorization"] = f"Bearer {key}"
        else:
            self._headers["x-goog-api-key"] = key
        self._open_spool = open_spool
        self._blob_path = blob_path
        self._examine = examine
        self._proxy = proxy
        self._connect_timeout = connect_timeout
        self._caps = caps or Caps()
        self._streams = True
        self._results = Results(fetcher, hosts_setting, open_spool, examine, self._caps.picture)

    async def generate(
        self,
        request: GenerateRequest,
        *,
        on_text: Callable[[str], None] | None = None,
        attempts: Attempts | None = None,
    ) -> Reply:
        """Send one request; with `on_text`, stream and call it with each piece of text.

        The model says how long may pass without a sign of life, and in all. What came before the
        connection broke, or before `attempts.stop`, is a reply that is cut short. A relay that
        can't stream is asked without, from then on. Raises a RelayError, or Gone where a stored
        picture of the request is missing.
        """
        attempts = attempts or Attempts()
        body = RequestBody(request_tree(request), self._blob_path)
        await body.check()
        streams = on_text is not None and self._streams
        try:
            return await self._ask(request, body, on_text, attempts.stop, streams=streams)
        except WrongAddress as error:
            if not streams or error.is_redirect or not attempts.may_go_on:
                raise
        attempts.begin()
        reply = await self._ask(request, body, on_text, attempts.stop, streams=False)
        self._streams = False
        log.warning("relay: it does not stream, and is asked without from now on")
        return reply

    async def _ask(
        self,
        request: GenerateRequest,
        body: RequestBody,
        on_text: Callable[[str], None] | None,
        stop: asyncio.Event,
        *,
        streams: bool,
    ) -> Reply:
        url = self._models_url + "/" + quote(request.model.id, safe="")
        url += ":streamGenerateContent?alt=sse" if streams else ":generateContent"

        growing = Growing()

        def on_document(document: JsonObject) -> None:
            for text in texts(document):
                if on_text and (shown := growing.shown(text)):
                    on_text(shown)

        reader = ReplyReader(self._open_spool, self._caps, on_document)

        idle = request.model.patience(request.size)

        async def take(chunk: bytes) -> float | None:
            has_content = reader.feed(chunk)
            await reader.drain()
            if not has_content:
                return None
            return min(idle, LINGER) if reader.is_whole else idle

        began = time.monotonic()
        try:
            ending: RelayError | None = None
            try:
                await self._exchange(
                    "POST",
                    url,
                    take,
                    idle=idle,
                    total=request.model.limit(request.size),
                    stop=stop,
                    body=body,
                )
                documents = reader.close()
            except (ConnectionBroke, RelayTimeout, ReplyUnreadable, Stopped) as error:
                ending, documents = error, reader.rest()
            answer = read_answer(
                documents,
                reader.cuts,
                cut_out=reader.cut_out,
                is_stream=reader.is_stream,
                ending=ending,
            )
            reply = await self._settle(answer, request.model.kind)
        except AtelierError as error:
            _log_failure(request, error, began, reader.received)
            raise
        finally:
            await reader.discard()
        if answer.ending:
            log.warning(
                "relay: an answer that came, but did not end well: %s", answer.ending.detail
            )
        log.info(
            "relay answered: model=%s status=200 ms=%d bytes=%d pictures=%d %sversion=%s id=%s",
            request.model.id,
            (time.monotonic() - began) * 1000,
            reader.received,
            sum(part.picture is not None for part in reply.parts),
            f"cut={reply.cut} " if reply.cut else "",
            reply.model_version,
            reply.response_id,
        )
        return reply

    async def models(self) -> list[str]:
        """Return the ids of the models that the relay says it serves; raise a RelayError."""
        body = bytearray()

        async def take(chunk: bytes) -> float | None:
            body.extend(chunk)
            if len(body) > MODELS_BODY:
                raise ReplyUnreadable("a list of models without end")
            return None if chunk.isspace() else MODELS_TIMEOUT

        url = f"{self._models_url}?pageSize=1000"
        await self._exchange(
            "GET",
            url,
            take,
            idle=MODELS_TIMEOUT,
            total=2 * MODELS_TIMEOUT,
            stop=asyncio.Event(),
        )
        try:
            listed: JsonValue = msgspec.json.decode(body)
        except (msgspec.DecodeError, RecursionError):
            raise ReplyUnreadable("a list of models that is no JSON") from None
        # Google's form names `models/<id>`; relays also list in OpenAI's.
        listing = an_object(listed)
        names = [a_string(model.get("name")) for model in objects(listing.get("models"))]
        names += [a_string(model.get("id")) for model in objects(listing.get("data"))]
        return [name.removeprefix("models/") for name in names if name]

    async def check(self, model_id: str) -> None:
        """Have the tokens of one letter counted, which costs nothing; raise a RelayError.

        Google's API reference, Counting tokens: `countTokens` is not billed.
        """
        tree: dict[str, object] = {"contents": [{"role": "user", "parts": [{"text": "a"}]}]}

        async def take(_: bytes) -> float | None:
            return None

        await self._exchange(
            "POST",
            f"{self._models_url}/{quote(model_id, safe='')}:countTokens",
            take,
            idle=MODELS_TIMEOUT,
            total=2 * MODELS_TIMEOUT,
            stop=asyncio.Event(),
            body=RequestBody(tree, self._blob_path),
        )

    async def _exchange(
        self,
        method: str,
        url: str,
        take: Callable[[bytes], Awaitable[float | None]],
        *,
        idle: float,
        total: float,
        stop: asyncio.Event,
        body: RequestBody | None = None,
    ) -> None:
        """Send a request and give `take` the body of a good answer; all else is a RelayError.

        Each byte of the request is a sign of life, and then what `take` says to be one, and how
        many seconds the next may take; neither the head of an answer nor the body of an error is.
        """
        loop = asyncio.get_running_loop()
        headers = dict(self._headers)
        if body is not None:
            headers["Content-Type"] = "application/json"
            headers["Content-Length"] = str(body.length)
        began = loop.time()
        try:
            async with (
                deadline(begin=self._connect_timeout + idle, total=total, stop=stop) as alive,
                self._session.request(
                    method,
                    URL(url, encoded=True),
                    headers=headers,
                    data=None if body is None else _reported(body, partial(alive, idle)),
                    allow_redirects=False,
                    proxy=self._proxy,
                    timeout=aiohttp.ClientTimeout(connect=self._connect_timeout),
                ) as response,
            ):
                if response.status not in range(200, 300):
                    took = loop.time() - began
                    said = await _at_most(response, self._caps.error_body)
                    raise relay_error(response.status, response.headers, said, GEMINI, took=took)
                async for chunk in unpacked(response):
                    if next_within := await take(chunk):
                        alive(next_within)
                return
        except (aiohttp.ClientError, TimeoutError) as caught:
            failure = Stopped() if stop.is_set() else _failure(caught)
        # Raised out here it has no context: aiohttp's errors hold the request with its key.
        raise failure

    async def _settle(self, answer: Answer, kind: ModelKind) -> Reply:
        """Commit what the answer is made of, and learn what its pictures really are."""
        parts = [part for received in answer.parts if (part := await self._part(received))]
        lost = answer.lost + len(answer.parts) - len(parts)
        if lost:
            log.warning("relay sent %s not to be opened", counted(lost, "picture"))
        is_barred = False
        # A chat model that shows a picture of the web did not make it, unless that is all it says.
        links = kind is ModelKind.IMAGE or not any(part.text for part in parts)
        if links and not any(part.picture for part in parts):
            parts, is_barred = await self._results.fetched(parts)
        parts = without_frames(parts)
        if not any(part.picture or part.text for part in parts):
            raise ResultBarred() if is_barred else ReplyUnreadable("no picture of it opens")
        return Reply(
            parts=tuple(parts),
            finish=answer.finish,
            cut=answer.cut,
            tokens=answer.tokens,
            model_version=answer.model_version,
            response_id=answer.response_id,
            sources=answer.sources,
            barred=is_barred,
            is_draft=answer.is_draft,
        )

    async def _part(self, received: ReceivedPart) -> Part | None:
        picture: Picture | None = None
        if received.picture is not None:
            try:
                picture = await self._examine(await received.picture.commit())
            except UnusablePicture:
                return None
        signature: Signature | None
        if isinstance(received.signature, Cut):
            signature = await received.signature.commit()
        else:
            signature = received.signature
        return Part(text=received.text, picture=picture, signature=signature, extra=received.extra)


async def _reported(body: RequestBody, progress: Callable[[], None]) -> AsyncIterator[bytes]:
    async for piece in body:
        yield piece
        progress()


async def _at_most(response: aiohttp.ClientResponse, cap: int) -> bytes:
    body = bytearray()
    # Its status says all that counts, also where the rest of it breaks off.
    with contextlib.suppress(aiohttp.ClientError, ReplyUnreadable):
        async for chunk in unpacked(response):
            body += chunk
            if len(body) >= cap:
                break
    return bytes(body[:cap])


def _failure(caught: Exception) -> RelayError:
    """Say what a broken exchange means: before anything was sent, or after."""
    # Its words may be the relay's, or hold the address: the names of the errors have to do.
    detail = type(caught).__name__
    if isinstance(caught, aiohttp.ClientConnectorError):
        detail += f": {type(caught.os_error).__name__} {caught.os_error.errno}"
    if isinstance(caught, aiohttp.ClientHttpProxyError):
        detail += f": {caught.status}"
    if isinstance(
        caught,
        aiohttp.ClientConnectorError
        | aiohttp.ClientHttpProxyError
        | aiohttp.ConnectionTimeoutError
        | aiohttp.ServerFingerprintMismatch
        | aiohttp.InvalidURL,
    ):
        return RelayUnreachable(detail)
    if isinstance(caught, TimeoutError):
        return RelayTimeout(detail)
    if isinstance(caught, aiohttp.ClientConnectionError | aiohttp.ClientPayloadError):
        return ConnectionBroke(detail)
    return ReplyUnreadable(detail)


def _log_failure(
    request: GenerateRequest, error: AtelierError, began: float, received: int
) -> None:
    log.info(
        "relay failed: model=%s error=%s ms=%d bytes=%d detail=%s",
        request.model.id,
        type(error).__name__,
        (time.monotonic() - began) * 1000,
        received,
        error.detail,
    )
