"""Read the bodies of the bot's REST calls: JSON, or JSON with files."""

import json
import re
from collections.abc import AsyncIterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from aiohttp import web
from simcord.backend.errors import BackendError

from demo.discord.cdn import clean_filename
from demo.discord.checks import files_in, messages_in
from demo.discord.wire import Upload

_JSON_LIMIT = 1024 * 1024
_CHUNK = 64 * 1024
_MOST_FILES = 10
"""Discord docs, Create Message: the attachments of a message."""

_BOUNDARY = re.compile(r'boundary="?([^";]+)')
_FIELD = re.compile(r'; (name|filename)="((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_NUMBERED = re.compile(r"files\[(\d+)\]")


@dataclass(slots=True)
class Body:
    """A call's JSON and its files, in the order of their numbers."""

    json: Any
    uploads: list[Upload]


async def read_body(request: web.Request, upload_limit: int) -> Body:
    """Read a body; raise ``BackendError`` 40005 if a file has more than ``upload_limit`` bytes.

    A refused body is still read to its end (and thrown away): a client that is cut off while
    it sends would see a broken connection in place of the answer.
    """
    # Not aiohttp's content_type, which reads the boundary too, as slowly as mail is read.
    if request.headers.get("Content-Type", "").lower().startswith("multipart/form-data"):
        return await _read_multipart(request, upload_limit)
    raw = await _read_capped(request.content.iter_chunked(_CHUNK), _JSON_LIMIT)
    return Body(_parse(raw) if raw else None, [])


async def _read_multipart(request: web.Request, upload_limit: int) -> Body:
    boundary = _BOUNDARY.search(request.headers["Content-Type"])
    if boundary is None:
        raise BackendError(400, 50035, "Invalid Form Body: no boundary")
    whole = _MOST_FILES * upload_limit + 2 * _JSON_LIMIT
    form = b"\r\n" + await _read_capped(request.content.iter_chunked(_CHUNK), whole)
    body: Any = None
    files: dict[int, tuple[str, bytes]] = {}
    # As aiohttp reads a form it takes most of what answering the call takes.
    for part in form.split(b"\r\n--" + boundary[1].encode())[1:-1]:
        head, _, raw = part.partition(b"\r\n\r\n")
        fields = {name: _ESCAPED.sub(r"\1", value) for name, value in _FIELD.findall(_text(head))}
        name = fields.get("name", "")
        numbered = _NUMBERED.fullmatch(name)
        if len(raw) > (upload_limit if numbered else _JSON_LIMIT):
            raise _too_large()
        if name == "payload_json":
            body = _parse(raw)
        elif numbered:
            files[int(numbered[1])] = (fields.get("filename", "unknown"), raw)
    declared = (file for message in messages_in(body) for file in files_in(message))
    described = {str(file.get("id")): file for file in declared}
    uploads = [
        Upload(
            clean_filename(name), described.get(str(number), {}).get("description"), BytesIO(raw)
        )
        for number, (name, raw) in sorted(files.items())
    ]
    return Body(body, uploads)


def _text(head: bytes) -> str:
    return head.decode("utf-8", "replace")


def _too_large() -> BackendError:
    return BackendError(413, 40005, "Request entity too large")


async def _read_capped(chunks: AsyncIterable[bytes], limit: int) -> bytes:
    data = bytearray()
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size <= limit:
            data += chunk
    if size > limit:
        raise _too_large()
    return bytes(data)


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise BackendError(400, 50109, "The request body contains invalid JSON.") from None
