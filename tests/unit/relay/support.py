"""What tests of the relay's package share: spools in memory, small servers, and recordings."""

import asyncio
import contextlib
import gzip
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from aiohttp import web

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.errors import UnusablePicture
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import GenerationOptions

RECORDINGS = Path(__file__).parents[4] / "shared" / "fixtures" / "gemini"
ABSENT = "no recorded replies beside this repository (../shared/fixtures/gemini)"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
    "789c63fcffc3500f000485018084a98c210000000049454e44ae426082"
)

IMAGE_MODEL = ModelProfile("gemini-3-pro-image", ModelKind.IMAGE, timeout=5.0)


def recordings(pattern: str) -> list[pytest.ParameterSet]:
    """Return the recorded files as parameters; one that skips where there are none."""
    found = sorted(RECORDINGS.glob(pattern))
    if not found:
        return [pytest.param(Path(), marks=pytest.mark.skip(reason=ABSENT), id="absent")]
    return [pytest.param(path, id=path.name) for path in found]


def recorded(path: Path) -> bytes:
    """Read a recording, packed or not."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


class MemorySpool:
    """Keep a blob in memory; `shelf` is where it ends when it is committed."""

    def __init__(self, shelf: "Shelf") -> None:
        self.data = bytearray()
        self.ended = ""
        self._shelf = shelf

    def write(self, data: bytes) -> None:
        assert not self.ended
        self.data += data

    async def drain(self) -> None:
        await asyncio.sleep(0)

    async def commit(self) -> BlobRef:
        assert self.data
        assert not self.ended
        self.ended = "committed"
        return self._shelf.keep(bytes(self.data))

    async def discard(self) -> None:
        self.ended = self.ended or "discarded"


class Shelf:
    """Stand in for the blob store: what was spooled, what was kept, and where it lies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spools: list[MemorySpool] = []
        self.kept: dict[str, bytes] = {}

    def open_spool(self) -> MemorySpool:
        self.spools.append(MemorySpool(self))
        return self.spools[-1]

    def keep(self, data: bytes) -> BlobRef:
        key = f"b3-{hashlib.sha256(data).hexdigest()}"
        self.kept[key] = data
        self.path(BlobRef(key, len(data))).write_bytes(data)
        return BlobRef(key, len(data))

    def path(self, blob: BlobRef) -> Path:
        return self.folder / blob.key

    async def examine(self, blob: BlobRef) -> Picture:
        data = self.kept[blob.key]
        for magic, media_type in ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg")):
            if data.startswith(magic):
                return Picture(blob, media_type, 1, 1)
        raise UnusablePicture(name="answer")

    @property
    def all_ended(self) -> bool:
        return all(spool.ended for spool in self.spools)


class Asking(NamedTuple):
    """Hold what a relay is called with."""

    model: ModelProfile
    path: TurnPath
    asked: tuple[Part, ...]
    options: GenerationOptions


def ask(*parts: Part, model: ModelProfile = IMAGE_MODEL, **options: Any) -> Asking:
    """Return a request of one user turn."""
    how = GenerationOptions(**{"budget": 2**30} | options)
    return Asking(model, TurnPath(), parts or (Part(text="a fox"),), how)


def google(code: int, status: str, message: str, *details: Any) -> dict[str, Any]:
    """Write an error as Google does."""
    return {"error": {"code": code, "message": message, "status": status, "details": details}}


def new_api(message: str, code: Any = "", kind: str = "new_api_error") -> dict[str, Any]:
    """Write an error as new-api does."""
    return {"error": {"message": message, "type": kind, "param": "", "code": code}}


@asynccontextmanager
async def serving(
    handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[str]:
    """Serve every path on loopback and yield the server's address."""
    app = web.Application(client_max_size=2**30)
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def speaking(
    behaviour: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[str]:
    """Serve raw connections on loopback; each is closed when `behaviour` returns."""
    ended: list[asyncio.Event] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended.append(asyncio.Event())
        this = ended[-1]
        with contextlib.suppress(OSError):
            await behaviour(reader, writer)
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
        this.set()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for event in ended:
            await event.wait()
        await server.wait_closed()
