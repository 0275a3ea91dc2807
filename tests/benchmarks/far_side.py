"""The other end of every wire, in a process of its own so that its work is not measured.

It answers with bodies that are ready before they are asked for, and drops what it is sent.
"""

import asyncio
import json
import random
import secrets
import sys
import zlib
from base64 import b64encode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache

from aiohttp import web

from tests.benchmarks import discord_payloads as payloads

PIECE = 256 * 1024
SIZE = web.AppKey("size", list[int])
"""How large the pictures are that models of no special name make; set by a post to `/sizes`."""


def png(size: int, *, side: int = 64) -> bytes:
    """Return a real PNG of exactly so many bytes: a plain picture and a chunk that nobody reads."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data).to_bytes(4)
        return len(data).to_bytes(4) + kind + data + crc

    header = side.to_bytes(4) * 2 + bytes([8, 2, 0, 0, 0])
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    start += chunk(b"IDAT", zlib.compress(bytes((1 + 3 * side) * side)))
    end = chunk(b"IEND", b"")
    rest = random.Random(size).randbytes(size - len(start) - len(end) - 12)
    return start + chunk(b"raNd", rest) + end


def signature_of(size: int) -> int:
    """Return how many characters of signature a picture of so many bytes comes with here."""
    return min(size // 10, 2_500_000) // 4 * 4


@cache
def reply(size: int) -> bytes:
    """Return a whole answer with a picture of so many bytes and a signature."""
    signature = random.Random(1).randbytes(signature_of(size) // 4 * 3)
    picture = {
        "inlineData": {"mimeType": "image/png", "data": b64encode(png(size)).decode()},
        "thoughtSignature": b64encode(signature).decode(),
    }
    answer = {
        "candidates": [
            {"content": {"role": "model", "parts": [picture]}, "finishReason": "STOP", "index": 0}
        ],
        "usageMetadata": {"promptTokenCount": 9, "totalTokenCount": 1299},
        "modelVersion": "painter",
        "responseId": "answer",
    }
    return json.dumps(answer).encode()


@cache
def file(size: int) -> bytes:
    """Return a picture as it lies at Discord's CDN."""
    return png(size)


@asynccontextmanager
async def far_side() -> AsyncGenerator[str]:
    """Run it, and yield its origin."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.terminate()
        await process.wait()


async def _reply(request: web.Request) -> web.StreamResponse:
    await _drop(request)
    return await _send(request, reply(int(request.match_info["size"])), "application/json")


async def _sized(request: web.Request) -> web.StreamResponse:
    await _drop(request)
    # No two pictures are the same: a few characters, well inside the chunk that nobody reads.
    body = bytearray(reply(request.app[SIZE][0]))
    start = body.index(b'"data": "') + 600
    body[start : start + 12] = b64encode(secrets.token_bytes(9))
    return await _send(request, body, "application/json")


async def _set_size(request: web.Request) -> web.Response:
    request.app[SIZE][0] = size = int(request.match_info["size"])
    reply(size)
    return web.Response()


async def _file(request: web.Request) -> web.StreamResponse:
    return await _send(request, file(int(request.match_info["size"])), "image/png")


async def _send(request: web.Request, body: bytes | bytearray, kind: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": kind})
    response.content_length = len(body)
    await response.prepare(request)
    for start in range(0, len(body), PIECE):
        await response.write(body[start : start + PIECE])
    return response


async def _swallow(request: web.Request) -> web.Response:
    part = {"text": str(await _drop(request))}
    content = {"role": "model", "parts": [part]}
    return _json({"candidates": [{"content": content, "finishReason": "STOP"}]})


async def _drop(request: web.Request) -> int:
    size = 0
    async for piece in request.content.iter_any():
        size += len(piece)
    return size


async def _me(_: web.Request) -> web.Response:
    return _json(payloads.user(payloads.BOT_ID))


async def _application(_: web.Request) -> web.Response:
    return _json(payloads.application())


async def _post(request: web.Request) -> web.Response:
    await _drop(request)
    return _json(payloads.message(payloads.BOT_ID, channel=int(request.match_info["channel"])))


def _json(body: dict[str, object]) -> web.Response:
    # Exactly this type: with a charset, discord.py takes it for text.
    return web.Response(body=json.dumps(body).encode(), content_type="application/json")


async def _serve() -> None:
    app = web.Application()
    app[SIZE] = [0]
    app.router.add_post("/v1beta/models/reply-{size:\\d+}:generateContent", _reply)
    app.router.add_post("/v1beta/models/sink:generateContent", _swallow)
    app.router.add_post("/v1beta/models/{model}:generateContent", _sized)
    app.router.add_post("/sizes/{size:\\d+}", _set_size)
    app.router.add_get("/files/{size:\\d+}", _file)
    app.router.add_get("/api/v10/users/@me", _me)
    app.router.add_get("/api/v10/oauth2/applications/@me", _application)
    app.router.add_post("/api/v10/channels/{channel:\\d+}/messages", _post)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"http://127.0.0.1:{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
