"""Ways in which relays and models misbehave, each to be asked for once.

`EmbeddedRelay.next` queues a fault for the next request to a model. A fault may answer in the
place of the relay, change the documents of the answer, or cut the connection under it.
"""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from aiohttp import web

from demo.jsons import JSON, rebuilt
from demo.relay.errors import google
from demo.relay.redrawing import redrawn_base64

Documents: TypeAlias = list[JSON]
"""An answer: one document for `generateContent`, any number for a stream."""

_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one answer; by default nothing does."""

    name: str = ""
    seconds: float = 0.0
    """How much later it comes; infinity for never."""
    instead: Callable[[], web.Response] | None = None
    """What makes another response."""
    change: Callable[[Documents], Documents] = list
    cuts: bool = False
    """Whether the connection is closed in the middle of the body."""
    bills: bool = True
    """Whether a picture that was made is paid for."""

    async def wait(self) -> None:
        """Wait as long as it says; for ever, until one side closes the connection."""
        if self.seconds == float("inf"):
            await asyncio.Event().wait()
        await asyncio.sleep(self.seconds)


def slow(seconds: float = 5.0) -> Fault:
    """Take some seconds more."""
    return Fault("slow", seconds)


def hang() -> Fault:
    """Never answer."""
    return Fault("hang", float("inf"))


def http(
    status: int,
    body: str | bytes = "",
    content_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
    *,
    name: str = "http",
) -> Fault:
    """Answer with a status and a body of any kind."""
    sent = body.encode() if isinstance(body, str) else body
    headers = {"Content-Type": content_type, **(headers or {})}
    return Fault(name, instead=lambda: web.Response(status=status, body=sent, headers=headers))


def too_many() -> Fault:
    """Answer as Google does to more requests than the quota has room for."""
    error = google("Resource has been exhausted (e.g. check quota).", 429)
    return http(error.status, error.body, name="too many")


def overloaded() -> Fault:
    """Answer as Google does while a model has more to do than it can."""
    error = google("The model is overloaded. Please try again later.", 503)
    return http(error.status, error.body, name="overloaded")


def bad_gateway() -> Fault:
    """Answer with the HTML page of a proxy whose upstream is gone."""
    return http(502, _BAD_GATEWAY, "text/html", name="bad gateway")


def cut() -> Fault:
    """Close the connection in the middle of the body."""
    return Fault("cut", cuts=True)


def _in_place_of_parts(name: str, **fields: Any) -> Fault:
    """Answer with one document that has these fields and no picture."""

    def change(documents: Documents) -> Documents:
        kept = {key: value for key, value in documents[-1].items() if key != "candidates"}
        return [fields | kept]

    return Fault(name, change=change, bills=False)


def _candidate(reason: str | None, *texts: str, **more: Any) -> JSON:
    content = {"role": "model", "parts": [{"text": text} for text in texts]} if texts else {}
    finish = {"finishReason": reason} if reason else {}
    return {"content": content, **finish, "index": 0, **more}


def refuse(
    finish_reason: str = "IMAGE_OTHER",
    finish_message: str | None = "Unable to show the generated image. Try rephrasing the prompt.",
) -> Fault:
    """Finish without content, for a reason; only the message explains it."""
    explained = {} if finish_message is None else {"finishMessage": finish_message}
    return _in_place_of_parts("refuse", candidates=[_candidate(finish_reason, **explained)])


def block(block_reason: str = "PROHIBITED_CONTENT") -> Fault:
    """Block the prompt: no candidates at all."""
    return _in_place_of_parts("block", promptFeedback={"blockReason": block_reason})


def text_only(text: str = "Here is your picture.") -> Fault:
    """Announce a picture that does not come."""
    return _in_place_of_parts("text only", candidates=[_candidate("STOP", text)])


def thinks_aloud(thought: str) -> Fault:
    """Answer in words, before which a thought of one's own stands."""
    parts = [{"text": thought, "thought": True}, {"text": "Hello."}]
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}
    return _in_place_of_parts("thinks aloud", candidates=[candidate])


def no_candidates(*, null: bool = True) -> Fault:
    """Answer 200 with `candidates` null, or empty, and no word why."""
    return _in_place_of_parts("no candidates", candidates=None if null else [])


def says(pieces: tuple[str, ...]) -> Fault:
    """Say words of one's own, in a stream piece by piece."""

    def change(documents: Documents) -> Documents:
        texts = pieces if len(documents) > 1 else ("".join(pieces),)
        reasons = [*[None] * (len(texts) - 1), "STOP"]
        said = (_candidate(why, text) for why, text in zip(reasons, texts, strict=True))
        return [{**documents[-1], "candidates": [candidate]} for candidate in said]

    return Fault("says", change=change, bills=False)


def fails_late() -> Fault:
    """End with an error, behind or beside what was answered; a stream has no reason then."""

    def change(documents: Documents) -> Documents:
        error = google("The model is overloaded. Please try again later.", 503).body
        failed: JSON = json.loads(error)
        if len(documents) == 1:
            return [documents[0] | failed]
        return [*documents[:-1], failed]

    return Fault("fails late", change=change)


def snake_case() -> Fault:
    """Spell every field in snake_case, as old relays do."""
    return Fault("snake case", change=lambda documents: rebuilt(documents, name=_snake))


def each_document(alter: Callable[[JSON], None], name: str = "each document") -> Fault:
    """Alter every document of the answer in place, in one way."""

    def change(documents: Documents) -> Documents:
        for document in documents:
            alter(document)
        return documents

    return Fault(name, change=change)


def redrawn(
    *, shift: tuple[int, int] = (0, 0), zoom: float = 1.0, scale: float = 1.0, quality: int = 85
) -> Fault:
    """Draw each picture once more: moved by pixels, grown from its middle, in other sides."""

    def redraw(document: JSON) -> None:
        for inline in _pictures(document):
            inline["data"] = redrawn_base64(
                inline["data"], shift=shift, zoom=zoom, scale=scale, quality=quality
            )

    return each_document(redraw, "redrawn")


def _altering(alter: Callable[[JSON], None]) -> Callable[[], Fault]:
    """Turn an alteration into what makes the fault of its name."""
    return lambda: each_document(alter, alter.__name__.replace("_", " "))


@_altering
def enveloped(document: JSON) -> None:
    """Put the answer into an envelope, as relays do that work in tasks."""
    inner = dict(document)
    document.clear()
    document.update({"code": 200, "message": "success", "data": inner})


@_altering
def unsigned(document: JSON) -> None:
    """Drop the signatures, as relays that re-marshal do."""
    for part in _parts(document):
        part.pop("thoughtSignature", None)


@_altering
def markdown_picture(document: JSON) -> None:
    """Write pictures into the text as data URIs, unsigned."""
    for part in _parts(document):
        if inline := part.pop("inlineData", None):
            part.pop("thoughtSignature", None)
            part["text"] = f"![image](data:{inline['mimeType']};base64,{inline['data']})"


@_altering
def url_safe(document: JSON) -> None:
    """Encode pictures in the URL-safe base64 alphabet."""
    for inline in _pictures(document):
        inline["data"] = inline["data"].replace("+", "-").replace("/", "_")


@_altering
def wrong_type(document: JSON) -> None:
    """Declare pictures to be of a type that they are not."""
    for inline in _pictures(document):
        inline["mimeType"] = "image/webp"


@_altering
def drafts(document: JSON) -> None:
    """Send each picture twice, as models send a draft and then the final."""
    for candidate in document["candidates"]:
        content = candidate["content"]
        pictures = [part for part in content["parts"] if "inlineData" in part]
        content["parts"] = [*content["parts"], *pictures]


@_altering
def thoughts_alone(document: JSON) -> None:
    """Make each picture a thought; no final one comes."""
    for part in _parts(document):
        if "inlineData" in part:
            part["thought"] = True


@_altering
def data_uri(document: JSON) -> None:
    """Write whole data URIs where base64 alone should be."""
    for inline in _pictures(document):
        inline["data"] = f"data:{inline['mimeType']};base64,{inline['data']}"


@_altering
def half_pictures(document: JSON) -> None:
    """Leave out the second half of each picture's bytes."""
    for inline in _pictures(document):
        # Whole groups of four characters are whole bytes.
        inline["data"] = inline["data"][: len(inline["data"]) // 8 * 4]


@_altering
def unfinished(document: JSON) -> None:
    """Leave `finishReason` out, as a stream that broke off looks."""
    for candidate in document["candidates"]:
        candidate.pop("finishReason", None)


def _parts(document: JSON) -> Iterator[JSON]:
    for candidate in document["candidates"]:
        yield from candidate["content"].get("parts", ())


def _pictures(document: JSON) -> Iterator[JSON]:
    for part in _parts(document):
        if inline := part.get("inlineData"):
            yield inline


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
