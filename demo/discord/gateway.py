"""Serve the gateway: one websocket a session, zlib-stream, heartbeats, RESUME."""

import asyncio
import json
import secrets
import zlib
from collections import deque
from contextlib import suppress
from enum import IntEnum
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord.backend.serializers import user_payload
from simcord.intents import missing_privileged_intents

from demo.discord.model import Model
from demo.discord.payloads import as_seen, guild_payload
from demo.discord.wire import Portal, encode
from demo.jsons import JSON

# An ACK that comes at once makes discord.py's next heartbeat look late.
_ACK_DELAY_S = 0.02
# A client may miss one heartbeat and some network time.
_PATIENCE = 1.5
_REPLAY_EVENTS = 1_000


class _Op(IntEnum):
    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class _Close(IntEnum):
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    SESSION_TIMED_OUT = 4009
    DISALLOWED_INTENTS = 4014


class _Socket:
    """Send messages down one websocket in order, compressed if the client asked for it."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self._request = request
        self._outbox: asyncio.Queue[JSON] = asyncio.Queue()
        # Text frames are read uncompressed by discord.py, so other compressions may be ignored.
        zlib_stream = request.query.get("compress") == "zlib-stream"
        self._compressor = zlib.compressobj(level=1) if zlib_stream else None

    def put(self, message: JSON) -> None:
        """Queue a message."""
        self._outbox.put_nowait(message)

    def tell(self, op: _Op, data: Any) -> None:
        """Queue a message that is no event."""
        self.put({"op": op, "d": data, "s": None, "t": None})

    async def write(self) -> None:
        """Send what is queued until cancelled or cut off."""
        while True:
            text = encode(await self._outbox.get())
            with suppress(ConnectionError):
                if self._compressor is None:
                    await self.socket.send_str(text.decode())
                else:
                    data = self._compressor.compress(text)
                    await self.socket.send_bytes(data + self._compressor.flush(zlib.Z_SYNC_FLUSH))

    def cut(self) -> None:
        """Drop the connection without a goodbye."""
        if self._request.transport is not None:
            self._request.transport.abort()


class _Session:
    """What RESUME needs: identity, intents, and the latest events."""

    def __init__(self, intents: discord.Intents, shard: tuple[int, int]) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.shard = shard
        self.socket: _Socket | None = None
        self.left_at: float | None = None
        self._sequence = 0
        self._sent: deque[JSON] = deque(maxlen=_REPLAY_EVENTS)

    def dispatch(self, event: str, data: JSON) -> None:
        """Send an event, or keep it for a RESUME while nobody is connected."""
        self._sequence += 1
        message: JSON = {"op": _Op.DISPATCH, "t": event, "s": self._sequence, "d": data}
        self._sent.append(message)
        if self.socket is not None:
            self.socket.put(message)

    def missed_since(self, sequence: int) -> list[JSON] | None:
        """Return the events after a sequence number, ``None`` if some are forgotten."""
        missed = [message for message in self._sent if message["s"] > sequence]
        return missed if len(missed) == self._sequence - sequence else None

    def takes(self, guild_id: int | None) -> bool:
        """Tell whether events of a guild (``None``: direct messages) belong to this shard."""
        shard_id, shard_count = self.shard
        return shard_id == ((guild_id or 0) >> 22) % shard_count


class Gateway:
    """Accept the bot's connections and tell them what happens."""

    def __init__(
        self, model: Model, portal: Portal, heartbeat_interval: float, resume_window: float
    ) -> None:
        self.url = ""
        self.identified = 0
        self.resumed = 0
        self.refuses = False
        self._model = model
        self._portal = portal
        self._heartbeat_interval = heartbeat_interval
        self._resume_window = resume_window
        self._sessions: dict[str, _Session] = {}

    @property
    def connected(self) -> bool:
        """Tell whether a bot is listening."""
        return any(session.socket is not None for session in self._sessions.values())

    def drop(self, *, resumable: bool = True) -> None:
        """Cut every connection; forget the sessions too unless they may RESUME."""
        for session in self._sessions.values():
            if session.socket is not None:
                session.socket.cut()
        if not resumable:
            self._sessions.clear()

    async def close(self) -> None:
        """Say goodbye to every connection."""
        for session in self._sessions.values():
            if session.socket is not None:
                await session.socket.socket.close(code=1001)

    def send(self, event: str, payload: JSON) -> None:
        """Tell an event to every session whose shard and intents it concerns."""
        guild_id = self._guild_of(event, payload)
        uninstalled = guild_id is not None and not self._model.is_installed(guild_id)
        if uninstalled and event not in ("INTERACTION_CREATE", "GUILD_DELETE"):
            return
        self._forget_lost_sessions()
        for session in self._sessions.values():
            if not session.takes(guild_id):
                continue
            view = as_seen(self._model, event, payload, session.intents)
            if view is not None:
                session.dispatch(event, view)

    @staticmethod
    def _guild_of(event: str, payload: JSON) -> int | None:
        raw = payload.get("guild_id")
        if raw is None and event in ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE"):
            raw = payload["id"]
        return int(raw) if raw is not None else None

    def _forget_lost_sessions(self) -> None:
        now = asyncio.get_running_loop().time()
        for session in list(self._sessions.values()):
            if session.left_at is not None and now - session.left_at > self._resume_window:
                del self._sessions[session.id]

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection from HELLO to its end; none while it `refuses`."""
        if self.refuses:
            raise web.HTTPServiceUnavailable
        response = web.WebSocketResponse(max_msg_size=64 * 1024)
        await response.prepare(request)
        socket = _Socket(response, request)
        writer = asyncio.create_task(socket.write())
        interval = round(self._heartbeat_interval * 1000)
        socket.tell(_Op.HELLO, {"heartbeat_interval": interval})
        try:
            await self._converse(socket)
        finally:
            writer.cancel()
            self._leave(socket)
        return response

    def _leave(self, socket: _Socket) -> None:
        for session in self._sessions.values():
            if session.socket is socket:
                session.socket = None
                session.left_at = asyncio.get_running_loop().time()
        self._model.changes.notify()

    async def _converse(self, socket: _Socket) -> None:
        session: _Session | None = None
        patience = self._heartbeat_interval * _PATIENCE
        while True:
            try:
                frame = await socket.socket.receive(timeout=patience)
            except TimeoutError:
                await socket.socket.close(code=_Close.SESSION_TIMED_OUT)
                return
            if frame.type is not WSMsgType.TEXT:
                return
            try:
                message: JSON = json.loads(frame.data)
                op: int = message["op"]
                data: Any = message["d"]
            except (ValueError, TypeError, KeyError):
                await socket.socket.close(code=_Close.DECODE_ERROR)
                return
            match op:
                case _Op.HEARTBEAT:
                    self._acknowledge_later(socket)
                case _Op.IDENTIFY:
                    session = await self._identify(socket, data)
                    self._model.changes.notify()
                case _Op.RESUME:
                    session = self._resume(socket, data)
                    self._model.changes.notify()
                case _ if session is None:
                    await socket.socket.close(code=_Close.NOT_AUTHENTICATED)
                    return
                case _Op.REQUEST_MEMBERS:
                    self._send_members(session, data)
                case _:
                    pass  # presence and voice change nothing that is modelled

    @staticmethod
    def _acknowledge_later(socket: _Socket) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(_ACK_DELAY_S, socket.tell, _Op.HEARTBEAT_ACK, None)

    async def _identify(self, socket: _Socket, data: JSON) -> _Session | None:
        if data["token"] != self._portal.token:
            await socket.socket.close(code=_Close.AUTHENTICATION_FAILED)
            return None
        intents = discord.Intents.none()
        intents.value = data["intents"]
        if missing_privileged_intents(intents, self._portal.intents):
            await socket.socket.close(code=_Close.DISALLOWED_INTENTS)
            return None
        shard: list[int] = data.get("shard") or [0, 1]
        session = _Session(intents, (shard[0], shard[1]))
        session.socket = socket
        self._sessions[session.id] = session
        self.identified += 1
        self._greet(session)
        return session

    def _greet(self, session: _Session) -> None:
        installed = filter(self._model.is_installed, self._model.guilds)
        guilds = [guild_id for guild_id in installed if session.takes(guild_id)]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": user_payload(self._model.bot_user),
                "guilds": [{"id": str(guild_id), "unavailable": True} for guild_id in guilds],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "shard": list(session.shard),
                "application": {"id": str(self._model.application_id), "flags": self._portal.flags},
            },
        )
        for guild_id in guilds:
            payload = guild_payload(self._model, guild_id)
            view = as_seen(self._model, "GUILD_CREATE", payload, session.intents)
            if view is not None:
                session.dispatch("GUILD_CREATE", view)

    def _resume(self, socket: _Socket, data: JSON) -> _Session | None:
        self._forget_lost_sessions()
        session = self._sessions.get(data["session_id"])
        missed = session.missed_since(data["seq"]) if session is not None else None
        if session is None or missed is None or data["token"] != self._portal.token:
            socket.tell(_Op.INVALID_SESSION, False)
            return None
        session.socket = socket
        session.left_at = None
        for message in missed:
            socket.put(message)
        session.dispatch("RESUMED", {})
        self.resumed += 1
        return session

    def _send_members(self, session: _Session, data: JSON) -> None:
        """Answer a member request in one chunk; servers here are small."""
        guild_id = int(data["guild_id"])
        members = [
            self._model.member_payload(guild_id, user_id)
            for user_id in self._model.get_guild(guild_id).members
        ]
        if wanted := {str(user_id) for user_id in data.get("user_ids") or ()}:
            members = [member for member in members if member["user"]["id"] in wanted]
        elif prefix := str(data.get("query") or "").casefold():
            members = [m for m in members if m["user"]["username"].casefold().startswith(prefix)]
        found = {member["user"]["id"] for member in members}
        chunk: JSON = {
            "guild_id": str(guild_id),
            "members": members[: data.get("limit") or None],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": sorted(wanted - found),
            "nonce": data.get("nonce"),
        }
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)
