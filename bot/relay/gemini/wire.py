"""The wire of Gemini's `generateContent`: asked in one piece or streamed, read while it arrives."""

import asyncio
import logging
import time
from collections.abc import Sequence
from functools import partial
from urllib.parse import quote

import msgspec

from bot.domain.content import Memory, Part
from bot.domain.conversation import TurnPath
from bot.domain.counting import counted
from bot.domain.errors import (
    AtelierError,
    ConnectionBroke,
    RelayError,
    RelayTimeout,
    ReplyUnreadable,
    ResultBarred,
    Stopped,
    UnusablePicture,
    WrongAddress,
)
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import Fit, GenerationOptions, Reply
from bot.relay.connection import Connection
from bot.relay.fields import JsonObject, JsonValue, a_string, an_object, objects
from bot.relay.frames import without_frames
from bot.relay.gemini.contents import compose, fit
from bot.relay.gemini.errors import GEMINI
from bot.relay.gemini.reader import ReplyReader
from bot.relay.gemini.reply import ParsedReply, parse_reply, texts
from bot.relay.gemini.request import request_tree
from bot.relay.gemini.results import Fetcher, Results
from bot.relay.large_fields import Caps, Cut
from bot.relay.parts import ReceivedPart
from bot.relay.spoken import Growing
from bot.relay.spool import Files
from bot.relay.writer import RequestBody

log = logging.getLogger(__name__)

MODELS_TIMEOUT = 30.0
"""Seconds without progress while models are listed."""

MODELS_BODY = 4 * 1024 * 1024

LINGER = 30.0
"""Seconds that the end of a body may take once the answer in it is whole: some relays leave the
connection open for ever."""

_MODELS = "/v1beta/models"


class GeminiWire:
    """Ask the models of one relay that speak Gemini's language.

    Pictures that come as addresses are fetched by `fetcher`, from the hosts that the setting
    `hosts_setting` allows.
    """

    def __init__(
        self,
        connection: Connection,
        files: Files,
        caps: Caps,
        *,
        fetcher: Fetcher | None,
        hosts_setting: str,
    ) -> None:
        self._exchange = partial(connection.exchange, dialect=GEMINI)
        self._files = files
        self._caps = caps
        self._streams = True
        self._results = Results(
            fetcher, hosts_setting, files.open_spool, files.examine, caps.picture
        )

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes."""
        return fit(path, asked, model, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask one model to answer to this; with `options.on_text`, stream.

        The model says how long may pass without a sign of life, and in all. What came before the
        connection broke, or before `attempts.stop`, is a reply that is cut short. A relay that
        can't stream is asked without, from then on. Raises a RelayError, or Gone where a stored
        picture of the request is missing.
        """
        composed = compose(path, asked, model, budget=options.budget, signed=options.with_memory)
        tree = request_tree(model, composed.contents, options)
        body = RequestBody(tree, self._files.blob_path)
        await body.check()
        streams = options.on_text is not None and self._streams
        try:
            return await self._ask(model, options, body, streams=streams)
        except WrongAddress as error:
            if not streams or error.is_redirect or not options.attempts.may_go_on:
                raise
        options.attempts.begin()
        reply = await self._ask(model, options, body, streams=False)
        self._streams = False
        log.warning("relay: it does not stream, and is asked without from now on")
        return reply

    async def _ask(
        self, model: ModelProfile, options: GenerationOptions, body: RequestBody, *, streams: bool
    ) -> Reply:
        path = f"{_MODELS}/{quote(model.id, safe='')}"
        path += ":streamGenerateContent?alt=sse" if streams else ":generateContent"
        on_text = options.on_text
        growing = Growing()

        def on_document(document: JsonObject) -> None:
            for text in texts(document):
                if on_text and (shown := growing.shown(text)):
                    on_text(shown)

        reader = ReplyReader(self._files.open_spool, self._caps, on_document)

        idle = model.patience(options.size)

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
                    path,
                    take,
                    idle=idle,
                    total=model.limit(options.size),
                    stop=options.attempts.stop,
                    body=body,
                )
                documents = reader.close()
            except (ConnectionBroke, RelayTimeout, ReplyUnreadable, Stopped) as error:
                ending, documents = error, reader.rest()
            answer = parse_reply(
                documents,
                reader.cuts,
                cut_out=reader.cut_out,
                is_stream=reader.is_stream,
                has_gap=reader.has_gap,
                ending=ending,
            )
            reply = await self._settle(answer, model.kind)
        except AtelierError as error:
            _log_failure(model, error, began, reader.received)
            raise
        finally:
            await reader.discard()
        if answer.ending:
            log.warning(
                "relay: an answer that came, but did not end well: %s", answer.ending.detail
            )
        log.info(
            "relay answered: model=%s status=200 ms=%d bytes=%d pictures=%d %sversion=%s id=%s",
            model.id,
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

        await self._exchange(
            "GET",
            f"{_MODELS}?pageSize=1000",
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
            f"{_MODELS}/{quote(model_id, safe='')}:countTokens",
            take,
            idle=MODELS_TIMEOUT,
            total=2 * MODELS_TIMEOUT,
            stop=asyncio.Event(),
            body=RequestBody(tree, self._files.blob_path),
        )

    async def _settle(self, answer: ParsedReply, kind: ModelKind) -> Reply:
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
        if not any(part.picture or part.text or part.call for part in parts):
            raise ResultBarred() if is_barred else ReplyUnreadable("no picture of it opens")
        return Reply(
            parts=tuple(parts),
            cut=answer.cut,
            tokens=answer.tokens,
            model_version=answer.model_version,
            response_id=answer.response_id,
            grounding=answer.grounding,
            barred=is_barred,
            is_draft=answer.is_draft,
            thoughts=answer.thoughts,
        )

    async def _part(self, received: ReceivedPart) -> Part | None:
        picture = None
        if received.picture is not None:
            try:
                picture = await self._files.examine(await received.picture.commit())
            except UnusablePicture:
                return None
        token = received.token
        signature = await token.commit() if isinstance(token, Cut) else token
        return Part(received.text, picture, Memory(signature, received.extra), received.call)


def _log_failure(model: ModelProfile, error: AtelierError, began: float, received: int) -> None:
    log.info(
        "relay failed: model=%s error=%s ms=%d bytes=%d detail=%s",
        model.id,
        type(error).__name__,
        (time.monotonic() - began) * 1000,
        received,
        error.detail,
    )
