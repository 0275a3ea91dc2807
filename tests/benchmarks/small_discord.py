"""A Discord with many servers and no rules: as quick as can be, so that it is the bot that counts.

It knows what the bot asks it for while members ask for pictures, edit them by reply, and talk; it
says yes to everything, and keeps of it what tells whether and when members were answered.
"""

import asyncio
import json
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import BodyPartReader, WSMsgType, web

from tests.benchmarks import discord_payloads as payloads
from tests.benchmarks.discord_payloads import BOT_ID, Json

TOKEN = "token-of-no-bot"
ACK_SECONDS = 0.02
"""An acknowledgement that comes at once makes discord.py take its next heartbeat for late."""

ENDS = ("atl:2:cancel", "atl:2:stop")
"""What the button begins with that a message has as long as it is not the answer yet."""

PAINTING = "painting …"
"""What a bot without such a button writes until then."""


@dataclass(slots=True, eq=False)
class Asked:
    """Hold what a member asked for, and what the bot did about it; times of `perf_counter`."""

    at: float = field(default_factory=time.perf_counter)
    acknowledged: float | None = None
    answered: float | None = None
    message: Json = field(default_factory=dict[str, Any])
    files: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, body: Json, files: int) -> None:
        """Take what the bot posted or made of its message."""
        text: str = body.get("content") or ""
        self.message |= {"content": text, "components": body.get("components") or []}
        self.files = files
        sent = json.dumps(body)
        if text != PAINTING and not any(end in sent for end in ENDS):
            self.answered = time.perf_counter()
        self._changed.set()

    def note_acknowledged(self) -> None:
        """Take the first sign of the bot."""
        self.acknowledged = time.perf_counter()
        self._changed.set()

    async def until(self, holds: Callable[["Asked"], object], *, within: float = 60.0) -> Self:
        """Return this once it is as it should be."""
        async with asyncio.timeout(within):
            while not holds(self):
                self._changed.clear()
                await self._changed.wait()
        return self


class SmallDiscord:
    """Serve one bot on loopback, for as long as it is entered with `async with`."""

    def __init__(self, *, servers: int = 1) -> None:
        self.url = ""
        self.unknown: list[str] = []
        self._servers = servers
        self._socket: web.WebSocketResponse | None = None
        self._sequence = 0
        self._by_token: dict[str, Asked] = {}
        self._by_message: dict[str, Asked] = {}
        self._files: dict[str, bytes] = {}
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.5)

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=2**25)
        for method, path, handler in (
            ("GET", "/gateway", self._gateway),
            ("GET", "/api/v10/users/@me", self._me),
            ("GET", "/api/v10/oauth2/applications/@me", self._about),
            ("PUT", "/api/v10/applications/{app}/commands", self._commands),
            ("POST", "/api/v10/interactions/{id}/{token}/callback", self._callback),
            ("PATCH", "/api/v10/webhooks/{app}/{token}/messages/@original", self._edit_answer),
            ("POST", "/api/v10/channels/{channel}/messages", self._post),
            ("PATCH", "/api/v10/channels/{channel}/messages/{message}", self._edit),
            ("POST", "/api/v10/channels/{channel}/typing", self._nothing),
            ("GET", "/files/{number}", self._file),
            ("*", "/{path:.*}", self._what),
        ):
            app.router.add_route(method, path, handler)
        return app

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1_024).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket is not None:
            await self._socket.close()
        await self._runner.cleanup()

    def forget(self) -> None:
        """Forget what was asked so far."""
        self._by_token.clear()
        self._by_message.clear()

    # What members do

    async def slash(self, name: str, *, server: int = 0, author: int = 0, **options: str) -> Asked:
        """Give a slash command in a server's first channel."""
        given = payloads.command(
            name, server=server, author=payloads.member_id(author), options=options
        )
        asked = self._by_token[given["token"]] = Asked()
        channel = payloads.channel_id(server)
        asked.message = payloads.message(BOT_ID, channel=channel, server=server)
        self._by_message[asked.message["id"]] = asked
        await self._tell("INTERACTION_CREATE", given)
        return asked

    async def reply(
        self,
        answer: Asked,
        text: str,
        *,
        server: int = 0,
        author: int = 0,
        attachments: Sequence[Json] = (),
    ) -> Asked:
        """Reply to what the bot posted."""
        said = payloads.message(
            payloads.member_id(author),
            channel=int(answer.message["channel_id"]),
            server=server,
            text=text,
        )
        said["attachments"] = list(attachments)
        return await self._say(said | payloads.reply_to(answer.message))

    def attachment(self, data: bytes, kind: str, *, name: str | None = None) -> Json:
        """Put a file into the CDN, and return what a message says of it."""
        number = str(payloads.snowflake())
        self._files[number] = data
        url = f"{self.url}/files/{number}"
        about = {"filename": name or f"file.{kind.partition('/')[2]}", "content_type": kind}
        return {"id": number, "size": len(data), "url": url, "proxy_url": url, **about}

    async def write(self, text: str, *, author: int = 0, attachments: Sequence[Json] = ()) -> Asked:
        """Write to the bot directly."""
        author_id = payloads.member_id(author)
        said = payloads.message(author_id, channel=author_id + 1_000_000, text=text)
        said["attachments"] = list(attachments)
        return await self._say(said)

    async def _say(self, said: Json) -> Asked:
        asked = self._by_message[said["id"]] = Asked()
        await self._tell("MESSAGE_CREATE", said)
        return asked

    # The gateway

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        assert request.query["compress"] == "zlib-stream"
        self._compressor = zlib.compressobj()
        self._socket = socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self._send({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            match json.loads(frame.data)["op"]:
                case 1:
                    await asyncio.sleep(ACK_SECONDS)
                    await self._send({"op": 11})
                case 2:
                    await self._greet()
                case _:
                    pass
        return socket

    async def _greet(self) -> None:
        about = {
            "v": 10,
            "session_id": "session",
            "resume_gateway_url": f"ws{self.url[4:]}/gateway",
        }
        servers = [
            {"id": str(payloads.server_id(number)), "unavailable": True}
            for number in range(self._servers)
        ]
        ready = {"user": payloads.user(BOT_ID), "guilds": servers, "shard": [0, 1]}
        await self._tell("READY", about | ready | {"application": {"id": str(BOT_ID), "flags": 0}})
        for number in range(self._servers):
            await self._tell("GUILD_CREATE", payloads.server(number))

    async def _tell(self, event: str, data: Json) -> None:
        self._sequence += 1
        await self._send({"op": 0, "t": event, "s": self._sequence, "d": data})

    async def _send(self, message: Json) -> None:
        assert self._socket is not None
        # Without a pause between the two: what is compressed first must be sent first.
        data = self._compressor.compress(json.dumps(message).encode())
        await self._socket.send_bytes(data + self._compressor.flush(zlib.Z_SYNC_FLUSH))

    # What the bot asks for

    async def _me(self, _: web.Request) -> web.Response:
        return _json(payloads.user(BOT_ID))

    async def _about(self, _: web.Request) -> web.Response:
        return _json(payloads.application())

    async def _commands(self, request: web.Request) -> web.Response:
        known = {"application_id": str(BOT_ID), "version": "1", "description": ""}
        given = await request.json()
        return _json([{"id": str(payloads.snowflake()), **known, **each} for each in given])

    async def _callback(self, request: web.Request) -> web.Response:
        asked = self._by_token[request.match_info["token"]]
        asked.note_acknowledged()
        await request.read()
        told = {"id": request.match_info["id"], "type": 2, "response_message_loading": True}
        return _json({"interaction": told | {"response_message_id": asked.message["id"]}})

    async def _edit_answer(self, request: web.Request) -> web.Response:
        asked = self._by_token[request.match_info["token"]]
        asked.note(*await _read(request))
        return _json(asked.message)

    async def _post(self, request: web.Request) -> web.Response:
        body, files = await _read(request)
        posted = payloads.message(BOT_ID, channel=int(request.match_info["channel"]))
        answered = body.get("message_reference", {}).get("message_id")
        asked = self._by_message[str(answered)]
        asked.message = posted
        self._by_message[posted["id"]] = asked
        asked.note_acknowledged()
        asked.note(body, files)
        return _json(asked.message)

    async def _edit(self, request: web.Request) -> web.Response:
        asked = self._by_message[request.match_info["message"]]
        asked.note(*await _read(request))
        return _json(asked.message)

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self._files[request.match_info["number"]])

    async def _nothing(self, _: web.Request) -> web.Response:
        return web.Response(status=204)

    async def _what(self, request: web.Request) -> web.Response:
        self.unknown.append(f"{request.method} {request.path}")
        return web.Response(status=404)


async def _read(request: web.Request) -> tuple[Json, int]:
    """Return what a message shall be, and how many files came with it, which are dropped."""
    if request.content_type != "multipart/form-data":
        return await request.json(), 0
    body: Json = {}
    files = 0
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            files += 1
            await part.release()
    return body, files


def _json(body: Json | list[Json]) -> web.Response:
    # Exactly this type: with a charset, discord.py takes it for text.
    return web.Response(body=json.dumps(body).encode(), content_type="application/json")
