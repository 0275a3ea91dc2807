"""A client that asks a relay, and bodies to ask with."""

import base64
import io
import json
from dataclasses import dataclass
from typing import Any

import aiohttp
from PIL import Image

from demo.relay import EmbeddedRelay

KEY = "a-demo-key"
SECRET = b"the secret of the tests"


@dataclass(frozen=True)
class Answer:
    """An HTTP answer, read whole."""

    status: int
    content_type: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def message(self) -> str:
        return self.json["error"]["message"]

    @property
    def parts(self) -> list[Any]:
        return self.json["candidates"][0]["content"]["parts"]

    @property
    def picture(self) -> Image.Image:
        """The last picture that is no thought."""
        inline = [p["inlineData"] for p in self.parts if "inlineData" in p and "thought" not in p]
        return Image.open(io.BytesIO(base64.b64decode(inline[-1]["data"])))

    @property
    def events(self) -> list[Any]:
        lines = self.body.split(b"\r\n\r\n")
        assert lines.pop() == b""
        return [json.loads(line.removeprefix(b"data: ")) for line in lines]


class Client:
    """Posts documents to a relay, as `Authorization: Bearer` unless told otherwise."""

    def __init__(self, relay: EmbeddedRelay) -> None:
        self._url = relay.url

    async def post(
        self,
        document: Any,
        model: str = "gemini-3-pro-image",
        method: str = "generateContent",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        raw = document if isinstance(document, bytes) else json.dumps(document).encode()
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self._url}/v1beta/models/{model}:{method}",
                data=io.BytesIO(raw),
                headers={"Authorization": f"Bearer {KEY}"} if headers is None else headers,
            ) as response,
        ):
            return Answer(response.status, response.content_type, await response.read())

    async def get(self, path: str, key: str = KEY) -> Answer:
        headers = {"Authorization": f"Bearer {key}"}
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"{self._url}{path}", headers=headers) as response,
        ):
            return Answer(response.status, response.content_type, await response.read())


def quick_relay(**options: Any) -> EmbeddedRelay:
    """Return a relay without delays that sketches, with the key and the secret of the tests."""
    quick: dict[str, Any] = {"delay": 0, "chunk_delay": 0, "sketches": True}
    return EmbeddedRelay(**{"key": KEY, "secret": SECRET} | quick | options)


def picture_part(
    size: tuple[int, int] = (64, 32), colour: str = "red", kind: str = "png"
) -> dict[str, Any]:
    """Return a part with a picture of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind)
    return inline(buffer.getvalue(), f"image/{kind}")


def inline(data: bytes, mime_type: str = "image/png") -> dict[str, Any]:
    """Return a part with these bytes, declared as this type."""
    return {"inlineData": {"mimeType": mime_type, "data": base64.b64encode(data).decode()}}


def said(*parts: Any, **config: Any) -> dict[str, Any]:
    """Return a body with one user turn of texts and parts, and a `generationConfig`."""
    turn = {"role": "user", "parts": [{"text": p} if isinstance(p, str) else p for p in parts]}
    return {"contents": [turn]} | ({"generationConfig": config} if config else {})
