"""Failures on demand, and what is answered to calls that make no sense."""

import time
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from demo.discord import EmbeddedDiscord
from tests.system.embedded_discord.stage import TOKEN, Stage

Lonely = tuple[EmbeddedDiscord, aiohttp.ClientSession]

MESSAGES = "/channels/*/messages"


def bot_channel(stage: Stage) -> discord.TextChannel:
    """Return the channel as the bot has it."""
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel


def statuses(stage: Stage) -> list[int]:
    """Return how the bot's sends were answered."""
    return [call.status for call in stage.discord.calls if call.path.endswith("/messages")]


async def test_rate_limit_is_waited_out(stage: Stage):
    """After a 429 discord.py waits for retry_after and sends again."""
    stage.discord.faults.add("POST", MESSAGES, status=429, retry_after=0.2)
    started = time.perf_counter()
    await bot_channel(stage).send("patient")
    assert time.perf_counter() - started >= 0.2
    assert statuses(stage) == [429, 200]
    assert len(stage.channel.messages) == 1


async def test_bad_gateway_is_html_and_repeated(stage: Stage):
    """A 502 is a page, as from a proxy, and the call did not take effect."""
    stage.discord.faults.add("POST", MESSAGES, status=502)
    await bot_channel(stage).send("again")
    assert statuses(stage) == [502, 200]
    assert len(stage.channel.messages) == 1


async def test_fault_hits_only_what_it_names(stage: Stage):
    """Other methods and paths go through, and a cleared fault is gone."""
    stage.discord.faults.add("DELETE", MESSAGES, status=503, times=3)
    stage.discord.faults.add("POST", "/channels/1/messages", status=503)
    await bot_channel(stage).send("fine")
    stage.discord.faults.add("*", MESSAGES, status=503)
    stage.discord.faults.clear()
    await bot_channel(stage).send("fine")
    assert statuses(stage) == [200, 200]


async def test_plain_server_error(stage: Stage):
    """Another status is given as JSON and is not retried by discord.py."""
    stage.discord.faults.add("POST", MESSAGES, status=503)
    with pytest.raises(discord.DiscordServerError):
        await bot_channel(stage).send("no")
    assert stage.channel.messages == []


@pytest.mark.parametrize("applied", [True, False])
async def test_cut_connection_leaves_it_open_what_happened(stage: Stage, *, applied: bool):
    """A cut call gets no answer and is not repeated by discord.py; it may have happened."""
    stage.discord.faults.add("POST", MESSAGES, cut=True, applied=applied)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await bot_channel(stage).send("hello?")
    assert len(stage.channel.messages) == applied


async def test_delay_alone_lets_the_call_pass(stage: Stage):
    """A delayed call is slow and succeeds; the record says how slow."""
    stage.discord.faults.add("POST", MESSAGES, delay=0.15)
    began = time.time()
    await bot_channel(stage).send("slow", nonce="n")
    call = stage.discord.calls[-1]
    assert (call.method, call.status, call.body["content"]) == ("POST", 200, "slow")
    assert call.ms >= 150
    assert began <= call.at <= time.time()


@pytest.fixture
async def lonely() -> AsyncIterator[Lonely]:
    """Serve nobody, with a session that holds the bot's token."""
    async with (
        EmbeddedDiscord(token=TOKEN) as embedded,
        aiohttp.ClientSession(headers={"Authorization": f"Bot {TOKEN}"}) as session,
    ):
        yield embedded, session


async def test_unknown_route_is_404_and_recorded(lonely: Lonely):
    """What is not modelled fails and can be seen."""
    embedded, session = lonely
    async with session.get(f"{embedded.url}/api/v10/quests/1") as response:
        assert response.status == 404
        assert response.headers["Content-Type"] == "application/json"
        assert await response.json() == {"code": 0, "message": "404: Not Found"}
    [line] = embedded.unknown_routes
    assert line.startswith("GET /quests/1")


async def test_unmodelled_field_is_recorded_too(lonely: Lonely):
    """A field that the model would ignore is no silent success."""
    embedded, session = lonely
    channel = embedded.create_guild("Studio").create_text_channel("art")
    url = f"{embedded.url}/api/v10/channels/{channel.id}/messages"
    async with session.post(url, json={"content": "x", "sparkles": True}) as response:
        assert response.status == 404
    assert "sparkles" in embedded.unknown_routes[0]
    assert channel.messages == []


async def test_wrong_token_and_broken_bodies(lonely: Lonely):
    """Calls without the token are 401, bodies that are no JSON 400, incomplete ones 50035."""
    embedded, session = lonely
    channel = embedded.create_guild("Studio").create_text_channel("art")
    url = f"{embedded.url}/api/v10/channels/{channel.id}"
    async with session.get(url, headers={"Authorization": "Bot other"}) as response:
        assert response.status == 401
    async with session.post(f"{url}/messages", data=b"{") as response:
        assert (response.status, (await response.json())["code"]) == (400, 50109)
    async with session.post(f"{url}/threads", json={}) as response:
        assert (response.status, (await response.json())["code"]) == (400, 50035)
    async with session.get(f"{embedded.url}/api/v10/gateway") as response:
        assert await response.json() == {"url": embedded.gateway.url}


@pytest.mark.parametrize("path", ["/cdn/avatars/1/a.png", "/cdn/attachments/1/2/a.png"])
async def test_cdn_answers_404(lonely: Lonely, path: str):
    """Files that are not there are a plain 404."""
    embedded, session = lonely
    async with session.get(embedded.url + path) as response:
        assert response.status == 404
