"""Ways in which relays and models misbehave, each to be asked for once.

`EmbeddedRelay.next` queues a mood for the next request to a model. A mood may answer in the
place of the relay, change the documents of the answer, or cut the connection under it.
"""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from aiohttp import web

from demo.relay.errors import google
from demo.relay.reply import Json

_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>"
)


class Mood:
    """A good mood: the relay answers as it should. The others each change one thing."""

    cuts: ClassVar[bool] = False
    """Whether the connection is closed in the middle of the body."""
    bills: ClassVar[bool] = True
    """Whether a picture that was made is paid for."""

    async def instead(self) -> web.Response | None:
        """Return a response to send instead of an answer, or nothing."""
        return None

    def documents(self, documents: list[Json]) -> list[Json]:
        """Return the documents to send: one for `generateContent`, any number for a stream."""
        return documents


@dataclass(frozen=True, slots=True)
class Slow(Mood):
    """Takes some seconds more."""

    seconds: float = 5.0

    async def instead(self) -> web.Response | None:
        """Wait, then let the relay answer."""
        await asyncio.sleep(self.seconds)
        return None


@dataclass(frozen=True, slots=True)
class Hang(Mood):
    """Never answers; the connection stays open until one side closes it."""

    async def instead(self) -> web.Response | None:
        """Wait for ever."""
        await asyncio.Event().wait()
        return None


@dataclass(frozen=True, slots=True)
class Http(Mood):
    """Answers with a status and a body of any kind."""

    status: int
    body: str | bytes = ""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    async def instead(self) -> web.Response | None:
        """Return that response."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        return web.Response(
            status=self.status,
            body=body,
            headers={"Content-Type": self.content_type, **self.headers},
        )


def too_many() -> Http:
    """Return Google's answer to more requests than the quota has room for."""
    error = google("Resource has been exhausted (e.g. check quota).", 429)
    return Http(error.status, error.body)


def overloaded() -> Http:
    """Return Google's answer while a model has more to do than it can."""
    error = google("The model is overloaded. Please try again later.", 503)
    return Http(error.status, error.body)


def bad_gateway() -> Http:
    """Return the HTML page of a proxy whose upstream is gone."""
    return Http(502, _BAD_GATEWAY, "text/html")


@dataclass(frozen=True, slots=True)
class Cut(Mood):
    """Closes the connection in the middle of the body."""

    cuts: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Refuse(Mood):
    """Finishes without content, for a reason; only the message explains it."""

    bills: ClassVar[bool] = False
    finish_reason: str = "IMAGE_OTHER"
    finish_message: str | None = "Unable to show the generated image. Try rephrasing the prompt."

    def documents(self, documents: list[Json]) -> list[Json]:
        """Replace the answer by the refusal."""
        candidate: Json = {"content": {}, "finishReason": self.finish_reason, "index": 0}
        if self.finish_message is not None:
            candidate["finishMessage"] = self.finish_message
        return [{**documents[-1], "candidates": [candidate]}]


@dataclass(frozen=True, slots=True)
class Block(Mood):
    """Blocks the prompt: no candidates at all."""

    bills: ClassVar[bool] = False
    block_reason: str = "PROHIBITED_CONTENT"

    def documents(self, documents: list[Json]) -> list[Json]:
        """Replace the answer by the feedback on the prompt."""
        return [_without(documents[-1], promptFeedback={"blockReason": self.block_reason})]


@dataclass(frozen=True, slots=True)
class TextOnly(Mood):
    """Announces a picture that does not come."""

    bills: ClassVar[bool] = False
    text: str = "Here is your picture."

    def documents(self, documents: list[Json]) -> list[Json]:
        """Replace the parts by the text."""
        content = {"role": "model", "parts": [{"text": self.text}]}
        candidate = {"content": content, "finishReason": "STOP", "index": 0}
        return [{**documents[-1], "candidates": [candidate]}]


@dataclass(frozen=True, slots=True)
class Says(Mood):
    """Says words of one's own, in a stream piece by piece."""

    bills: ClassVar[bool] = False
    pieces: tuple[str, ...]

    def documents(self, documents: list[Json]) -> list[Json]:
        """Replace the parts by the pieces, or by all of them at once where nothing streams."""
        streams = len(documents) > 1
        said: list[Json] = []
        for text in self.pieces if streams else ("".join(self.pieces),):
            content = {"role": "model", "parts": [{"text": text}]}
            said.append({**documents[-1], "candidates": [{"content": content, "index": 0}]})
        said[-1]["candidates"][0]["finishReason"] = "STOP"
        return said


@dataclass(frozen=True, slots=True)
class NoCandidates(Mood):
    """Answers 200 with `candidates` null, or empty, and no word why."""

    bills: ClassVar[bool] = False
    null: bool = True

    def documents(self, documents: list[Json]) -> list[Json]:
        """Replace the candidates."""
        return [_without(documents[-1], candidates=None if self.null else [])]


@dataclass(frozen=True, slots=True)
class EachDocument(Mood):
    """Changes every document of the answer in place, in one way."""

    change: Callable[[Json], None]

    def documents(self, documents: list[Json]) -> list[Json]:
        """Apply the change to each."""
        for document in documents:
            self.change(document)
        return documents


@dataclass(frozen=True, slots=True)
class FailsLate(Mood):
    """Ends with an error, behind or beside what it answered; a stream has no reason then."""

    def documents(self, documents: list[Json]) -> list[Json]:
        """Put the error where a relay has room for it."""
        error = google("The model is overloaded. Please try again later.", 503).body
        failed = cast("Json", json.loads(error))
        if len(documents) == 1:
            return [documents[0] | failed]
        return [*documents[:-1], failed]


def enveloped() -> EachDocument:
    """Return the mood that puts answers into an envelope, as relays do that work in tasks."""

    def change(document: Json) -> None:
        inner = dict(document)
        document.clear()
        document.update({"code": 200, "message": "success", "data": inner})

    return EachDocument(change)


@dataclass(frozen=True, slots=True)
class SnakeCase(Mood):
    """Spells every field in snake_case, as old relays do."""

    def documents(self, documents: list[Json]) -> list[Json]:
        """Rename the fields at every depth."""
        return [_snake(document) for document in documents]


def unsigned() -> EachDocument:
    """Return the mood that drops the signatures, as relays that re-marshal do."""

    def change(document: Json) -> None:
        for part in _parts(document):
            part.pop("thoughtSignature", None)

    return EachDocument(change)


def markdown_picture() -> EachDocument:
    """Return the mood that writes pictures into the text as data URIs, unsigned."""

    def change(document: Json) -> None:
        for part in _parts(document):
            if inline := part.pop("inlineData", None):
                part.pop("thoughtSignature", None)
                part["text"] = f"![image](data:{inline['mimeType']};base64,{inline['data']})"

    return EachDocument(change)


def url_safe() -> EachDocument:
    """Return the mood that encodes pictures in the URL-safe base64 alphabet."""

    def change(document: Json) -> None:
        for inline in _pictures(document):
            inline["data"] = inline["data"].replace("+", "-").replace("/", "_")

    return EachDocument(change)


def wrong_type(mime_type: str = "image/webp") -> EachDocument:
    """Return the mood that declares pictures to be of a type that they are not."""

    def change(document: Json) -> None:
        for inline in _pictures(document):
            inline["mimeType"] = mime_type

    return EachDocument(change)


def drafts() -> EachDocument:
    """Return the mood that sends each picture twice, as models send a draft and then the final."""

    def change(document: Json) -> None:
        for candidate in document["candidates"]:
            content = candidate["content"]
            pictures = [part for part in content["parts"] if "inlineData" in part]
            content["parts"] = [*content["parts"], *pictures]

    return EachDocument(change)


def thoughts_alone() -> EachDocument:
    """Return the mood in which each picture is a thought, and no final one comes."""

    def change(document: Json) -> None:
        for part in _parts(document):
            if "inlineData" in part:
                part["thought"] = True

    return EachDocument(change)


def data_uri() -> EachDocument:
    """Return the mood that writes whole data URIs where base64 alone should be."""

    def change(document: Json) -> None:
        for inline in _pictures(document):
            inline["data"] = f"data:{inline['mimeType']};base64,{inline['data']}"

    return EachDocument(change)


def half_pictures() -> EachDocument:
    """Return the mood in which of each picture the second half of its bytes is not sent."""

    def change(document: Json) -> None:
        for inline in _pictures(document):
            # Whole groups of four characters are whole bytes.
            inline["data"] = inline["data"][: len(inline["data"]) // 8 * 4]

    return EachDocument(change)


def unfinished() -> EachDocument:
    """Return the mood that leaves `finishReason` out, as a stream that broke off looks."""

    def change(document: Json) -> None:
        for candidate in document["candidates"]:
            candidate.pop("finishReason", None)

    return EachDocument(change)


MENU: Mapping[str, Callable[[], Mood]] = {
    "slow": Slow,
    "hang": Hang,
    "too many": too_many,
    "overloaded": overloaded,
    "bad gateway": bad_gateway,
    "cut": Cut,
    "refuse": Refuse,
    "block": Block,
    "text only": TextOnly,
    "no candidates": NoCandidates,
    "unsigned": unsigned,
    "markdown picture": markdown_picture,
    "snake case": SnakeCase,
    "url-safe base64": url_safe,
    "wrong type": wrong_type,
    "drafts": drafts,
    "thoughts alone": thoughts_alone,
    "data URI": data_uri,
    "half pictures": half_pictures,
    "unfinished": unfinished,
}
"""Every mood that needs no argument, by a name that a person reads."""


def _without(document: Json, **instead: Any) -> Json:
    kept = {key: value for key, value in document.items() if key != "candidates"}
    return {**instead, **kept}


def _parts(document: Json) -> Iterator[Json]:
    for candidate in document["candidates"]:
        yield from candidate["content"].get("parts", ())


def _pictures(document: Json) -> Iterator[Json]:
    for part in _parts(document):
        if inline := part.get("inlineData"):
            yield inline


def _snake(value: Any) -> Any:
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return {_snake_name(name): _snake(item) for name, item in fields.items()}
    if isinstance(value, list):
        return [_snake(item) for item in cast("list[Any]", value)]
    return value


def _snake_name(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
