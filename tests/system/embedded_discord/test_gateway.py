"""The gateway: who may connect, what is told, and what survives a cut."""

import asyncio
import contextlib
import json
import zlib
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from demo.discord import EmbeddedDiscord
from tests.system.embedded_discord.painter import Painter, point_at
from tests.system.embedded_discord.stage import (
    TOKEN,
    WITHIN,
    Stage,
    content_intents,
    png,
    running,
    until,
)


class RawClient:
    """Speak to the gateway without discord.py."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.inflate = zlib.decompressobj()

    async def send(self, op: int, data: object) -> None:
        await self.socket.send_str(json.dumps({"op": op, "d": data}))

    async def identify(self, **fields: object) -> None:
        intents = discord.Intents.all().value
        await self.send(2, {"token": TOKEN, "intents": intents, "properties": {}, **fields})

    async def receive(self) -> dict:
        message = await self.socket.receive(timeout=5)
        if message.type is aiohttp.WSMsgType.BINARY:
            return json.loads(self.inflate.decompress(message.data))
        return json.loads(message.data)

    async def until(self, event: str) -> dict:
        while True:
            message = await self.receive()
            if message["t"] == event:
                return message

    async def closed_with(self) -> int | None:
        while (await self.socket.receive(timeout=5)).type is not aiohttp.WSMsgType.CLOSE:
            pass
        return self.socket.close_code


@contextlib.asynccontextmanager
async def connected(server: EmbeddedDiscord, query: str = "") -> AsyncIterator[RawClient]:
    """Connect and read HELLO."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{server.gateway.url}?v=10{query}") as socket,
    ):
        client = RawClient(socket)
        assert (await client.receive())["op"] == 10
        yield client


async def test_dropped_connection_resumes_with_what_was_missed(stage: Stage):
    """After a cut discord.py resumes its session and hears what happened meanwhile."""
    stage.discord.gateway.drop()
    await stage.anna.send(stage.channel, "while you were away")
    await until(lambda: stage.bot.resumes == 1)
    await until(lambda: stage.bot.heard)
    assert [m.content for m in stage.bot.heard] == ["while you were away"]
    assert (stage.discord.gateway.identified, stage.discord.gateway.resumed) == (1, 1)


async def test_forgotten_session_identifies_anew(stage: Stage):
    """A session that cannot be resumed is started again, and works."""
    stage.bot.ready.clear()
    stage.discord.gateway.drop(resumable=False)
    await until(lambda: stage.discord.gateway.identified == 2)
    await asyncio.wait_for(stage.bot.ready.wait(), WITHIN)
    await stage.anna.send(stage.channel, "hello")
    await until(lambda: stage.bot.heard)
    assert stage.bot.resumes == 0


async def test_session_is_forgotten_after_its_window():
    """A RESUME that comes too late is an invalid session."""
    async with EmbeddedDiscord(token=TOKEN, resume_window=0.05) as server:
        async with connected(server) as client:
            await client.identify()
            session_id = (await client.until("READY"))["d"]["session_id"]
        await asyncio.sleep(0.1)
        async with connected(server) as client:
            await client.send(6, {"token": TOKEN, "session_id": session_id, "seq": 1})
            assert await client.receive() == {"op": 9, "d": False, "s": None, "t": None}
        assert not server.gateway.connected


async def test_silent_client_is_cut_off():
    """A client that never beats is closed with 4009; one that does gets its ACK."""
    async with (
        EmbeddedDiscord(token=TOKEN, heartbeat_interval=0.1) as server,
        connected(server) as client,
    ):
        await client.send(1, None)
        assert (await client.receive())["op"] == 11
        assert await client.closed_with() == 4009


async def test_wrong_token_cannot_log_in(server: EmbeddedDiscord):
    """Another token fails at login, and at the gateway with 4004."""
    point_at(server.url)
    async with Painter(content_intents()) as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.start("other")
    async with connected(server) as client:
        await client.identify(token="other")
        assert await client.closed_with() == 4004


async def test_intents_need_the_portal():
    """Privileged intents that the portal has not switched on are refused (4014)."""
    plain = discord.Intents.default()
    async with EmbeddedDiscord(token=TOKEN, privileged_intents=plain) as server:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with running(server, content_intents()):
                pass
        async with running(server, plain) as bot:
            flags = (await bot.application_info()).flags
            assert not flags.gateway_message_content_limited
            assert not bot.application_flags.gateway_message_content_limited


async def test_application_flags_show_the_switches(stage: Stage):
    """The application's flags say which privileged intents are switched on."""
    flags = (await stage.bot.application_info()).flags
    assert flags.gateway_message_content_limited
    assert flags.gateway_guild_members_limited
    assert stage.bot.application_flags.gateway_message_content_limited


@pytest.mark.parametrize("query", ["", "&compress=zlib-stream", "&compress=zstd-stream"])
async def test_compression_is_the_clients_choice(server: EmbeddedDiscord, query: str):
    """Both plain text and zlib-stream carry the same events."""
    guild = server.create_guild("Studio")
    async with connected(server, query) as client:
        await client.identify()
        ready = await client.until("READY")
        created = await client.until("GUILD_CREATE")
    assert ready["d"]["resume_gateway_url"] == server.gateway.url
    assert [int(g["id"]) for g in ready["d"]["guilds"]] == [guild.id]
    assert created["d"]["name"] == "Studio"


@pytest.mark.parametrize("text", ["nonsense", "[]", "{}", '{"op": 1}'])
async def test_undecodable_message_closes(server: EmbeddedDiscord, text: str):
    """What is no gateway message ends the connection with 4002."""
    async with connected(server) as client:
        await client.socket.send_str(text)
        assert await client.closed_with() == 4002


async def test_commands_before_identify_close(server: EmbeddedDiscord):
    """A member request without a session ends the connection with 4003."""
    async with connected(server) as client:
        await client.send(8, {"guild_id": "1"})
        assert await client.closed_with() == 4003


async def test_members_are_sent_on_request(stage: Stage):
    """Members are found by name and by id."""
    ben = stage.discord.create_member(stage.guild, "ben")
    guild = stage.bot.get_guild(stage.guild.id)
    by_name = await guild.query_members("BE", limit=5)
    by_id = await guild.query_members(user_ids=[stage.anna.id, 1], limit=5)
    assert [m.id for m in by_name] == [ben.id]
    assert [m.id for m in by_id] == [stage.anna.id]


async def test_presence_is_accepted(stage: Stage):
    """A presence update changes nothing and breaks nothing."""
    await stage.bot.change_presence(activity=discord.Game("painting"))
    await stage.anna.send(stage.channel, "still there?")
    await until(lambda: stage.bot.heard)


async def test_each_shard_hears_its_own_guilds(server: EmbeddedDiscord):
    """Events go to the shard that the guild's id names, direct messages to shard 0."""
    guild = server.create_guild("Studio")
    channel = guild.create_text_channel("art")
    anna = server.create_member(guild, "anna")
    mine = (guild.id >> 22) % 2
    async with connected(server) as own, connected(server) as other:
        await own.identify(shard=[mine, 2])
        await other.identify(shard=[1 - mine, 2])
        await own.until("GUILD_CREATE")
        assert (await other.until("READY"))["d"]["guilds"] == []
        await anna.send(channel, "guild")
        await anna.send(anna.dm, "private")
        assert (await own.until("MESSAGE_CREATE"))["d"]["content"] == "guild"
        hears_private = other if mine else own
        assert (await hears_private.until("MESSAGE_CREATE"))["d"]["content"] == "private"


async def test_automatic_shards_ask_how_many(server: EmbeddedDiscord):
    """The number of shards and the start limit come from /gateway/bot."""
    point_at(server.url)
    async with discord.AutoShardedClient(intents=discord.Intents.default()) as bot:
        await bot.login(TOKEN)
        shards, url, limit = await bot.http.get_bot_gateway()
    assert (shards, limit["max_concurrency"]) == (1, 1)
    assert url.startswith(server.gateway.url)


async def test_new_places_and_people_are_announced(stage: Stage):
    """A server, a channel and a message made while the bot runs are all heard of."""
    later = stage.discord.create_guild("Later")
    channel = later.create_text_channel("new")
    ben = stage.discord.create_member(later, "ben")
    stage.discord.join(later, stage.anna)
    await ben.send(channel, "one", files=[("a.png", png())])
    await stage.anna.send(channel, "two")
    await until(lambda: len(stage.bot.heard) == 2)
    assert stage.bot.heard[0].guild.name == later.name == "Later"
    assert stage.bot.heard[0].channel.name == channel.name
    assert [g.id for g in stage.discord.guilds] == [stage.guild.id, later.id]
