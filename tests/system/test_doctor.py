"""`python -m bot doctor`: each broken set-up is a line that says what is wrong and what to do."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import discord
import pytest
from aiohttp import web

from bot.operations.doctor.secrets_shape import secrets_look_right
from demo.discord.wire import Portal
from demo.stack import KEY, TOKEN, Stack
from tests.commands import PROJECT
from tests.examining import Examine, run_once, told, typed
from tests.unit.relay.support import serving

ALL_THERE = ["configuration", "secrets", "Discord token", "application", "intents", "invitation"]
ALL_THERE += ["commands", "clock", "data folder", "database", "blobs", "pictures", "own relays"]
ALL_THERE += ["relay main"]
ALL_THERE += ["image model", "chat model", "title model"]
SHAPED = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789AB"
"""What a token looks like; it opens nothing."""


async def test_beside_a_bot_that_serves_all_is_well(world: Stack) -> None:
    """Its status is 0, nothing is paid for, no session begun, and the bot goes on."""
    async with world.bot() as bot:
        await world.ready()
        status, out, err = await typed(world)
        assert (status, err) == (0, "")
        lines = out.splitlines()
        assert [line[8:26].strip() for line in lines] == ALL_THERE
        verdicts = {line[8:26].strip(): line[:8].strip() for line in lines}
        # How much room there is, is this machine's affair.
        assert verdicts.pop("data folder") in {"ok", "warns"}
        assert set(verdicts.values()) == {"ok"}
        assert KEY not in out
        assert TOKEN not in out
        assert world.discord.gateway.identified == 1
        assert not world.relay.requests
        assert await bot.stop() == 0


async def test_machines_get_json(world: Stack) -> None:
    """With the version and each finding; what fails makes the status 1."""
    status, out, _ = await typed(world, "--json", ATELIER_RELAY_KEY="another-key")
    told = json.loads(out)
    assert status == 1
    assert told["version"]
    assert [each["about"] for each in told["findings"]] == ALL_THERE
    (relay,) = [each for each in told["findings"] if each["about"] == "relay main"]
    assert relay.keys() == {"about", "verdict", "said", "cure", "seconds"}
    assert relay["verdict"] == "fails"
    assert "another-key" not in out


async def test_it_gives_the_invitation(world: Stack, examine: Examine) -> None:
    """With the application's id and just the permissions that the README names."""
    await run_once(world)
    said = await examine()
    readme = (PROJECT / "README.md").read_text("utf-8")
    (link,) = [
        line for line in readme.splitlines() if line.startswith("https://discord.com/oauth2")
    ]
    app_id = said["application"].rpartition("id ")[2]
    assert said["invitation"] == f"ok: {link.replace('YOUR_APPLICATION_ID', app_id)}"
    assert said["commands"].startswith("ok: Discord lists the ")


async def test_a_wrong_token(examine: Examine) -> None:
    """What only the token opens is left out; the clock is compared all the same."""
    said = await examine(ATELIER_DISCORD_TOKEN="not-the-token")
    assert said["Discord token"] == (
        "fails: ATELIER_DISCORD_TOKEN: Discord does not accept it. Make a new one in the developer"
        " portal: your application, Bot, Reset Token"
    )
    assert said["intents"] == "skipped: needs the application"
    assert said["clock"] == "ok: goes as Discord's does"


async def test_a_missing_intent(world: Stack, examine: Examine) -> None:
    """The bot asks for it, and would be turned away."""
    world.discord._rest._portal = Portal(TOKEN, discord.Intents.none())
    assert (await examine())["intents"] == (
        "fails: Message Content is not granted, and Discord turns the bot away. Switch it on in the"
        " developer portal: your application, Bot, Message Content Intent"
    )


@pytest.fixture
async def portal() -> AsyncIterator[Callable[..., Awaitable[str]]]:
    """Give a function that serves an application as it is set in the portal."""
    app: dict[str, Any] = {"id": "7", "name": "Atelier\u202e\n", "flags": 1 << 18}

    async def handle(request: web.Request) -> web.Response:
        if request.path.endswith("/commands"):
            return web.json_response([])
        return web.json_response({"username": "a"} | app)

    async with serving(handle) as url:

        async def serve(**fields: Any) -> str:
            app.update(fields)
            return url

        yield serve


async def test_commands_that_go_elsewhere(portal: Any, examine: Examine) -> None:
    """An address in the portal takes them from the gateway, and the bot hears of none."""
    url = await portal(interactions_endpoint_url="https://else.example")
    assert (await examine(ATELIER_DISCORD_URL=url))["application"] == (
        "fails: commands and presses go to an Interactions Endpoint URL, and not to the bot. Empty"
        " that field in the developer portal: your application, General Information"
    )


async def test_a_bot_that_nobody_can_add(portal: Any, examine: Examine) -> None:
    """The portal's switch for a code grant spoils every invitation; names are shown harmlessly."""
    said = await examine(ATELIER_DISCORD_URL=await portal(bot_require_code_grant=True))
    assert said["invitation"] == (
        "fails: Discord wants a code grant, so that nobody can add the bot. Switch it off in the"
        " developer portal: your application, Bot, Requires OAuth2 Code Grant"
    )
    assert said["application"] == "ok: Atelier??, id 7"


async def test_what_is_no_discord(world: Stack, examine: Examine) -> None:
    """A page of somebody else's behind a status that is good."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<html>", content_type="text/html")

    async with serving(page) as url:
        said = await examine(ATELIER_DISCORD_URL=url)
    assert said["Discord token"] == (
        f"fails: what answers at {url} is no Discord. Correct ATELIER_DISCORD_URL, or leave it out"
    )


async def test_a_discord_that_is_not_there(examine: Examine) -> None:
    """The rest is looked at all the same."""
    said = await examine(ATELIER_DISCORD_URL="http://127.0.0.1:9")
    assert said["Discord token"] == (
        "fails: nothing answers at http://127.0.0.1:9: ClientConnectorError. See whether this"
        " machine reaches it: a firewall, a proxy (HTTPS_PROXY), DNS"
    )
    assert said["relay main"].startswith("ok: ")


async def test_a_discord_in_trouble(world: Stack, examine: Examine) -> None:
    """It is theirs to mend."""
    world.discord.faults.add("GET", "/users/@me", status=503)
    assert (await examine())["Discord token"] == (
        "fails: Discord answers with status 503. Try again later; discordstatus.com tells of"
        " trouble"
    )


async def test_a_discord_that_hangs(
    world: Stack, examine: Examine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for it for ever."""
    monkeypatch.setattr("bot.operations.doctor.discord_side.CONNECT_SECONDS", 0.05)
    world.discord.faults.add("GET", "/users/@me", delay=10)
    said = (await examine())["Discord token"]
    assert said.startswith(f"fails: nothing answers at {world.discord.url}: ")


async def test_a_clock_that_is_off(examine: Examine, monkeypatch: pytest.MonkeyPatch) -> None:
    """It warns, and the bot can serve."""
    monkeypatch.setattr(
        "aiohttp.web_response.rfc822_formatted_time", lambda: "Tue, 01 Jan 2030 00:00:00 GMT"
    )
    said = (await examine())["clock"]
    assert said.startswith("warns: ")
    assert said.endswith(" s behind Discord's. Set it by the network: timedatectl set-ntp true")


async def test_commands_that_were_never_told(examine: Examine) -> None:
    """Before the first start that is how it is."""
    assert (await examine())["commands"] == (
        "warns: Discord lists 0, and was told none from this data folder. Start the bot, which"
        " tells it"
    )


async def test_commands_of_another_program(world: Stack, examine: Examine) -> None:
    """Somebody else used the token, and the bot does not know."""
    await run_once(world)
    file = world.folder / "data" / "commands.sha256"
    file.write_text(f"{file.read_text('utf-8')}\n1 another", "utf-8")
    said = (await examine())["commands"]
    assert said.startswith("fails: Discord lists ")
    assert said.endswith(
        "that it was told: another program told it others. Stop that, delete"
        f" {file}, and start the bot again"
    )


async def test_a_wrong_key(examine: Examine) -> None:
    """Models can't be looked up then."""
    said = await examine(ATELIER_RELAY_KEY="not-the-key")
    assert said["relay main"] == (
        "fails: ATELIER_RELAY_KEY: the relay main does not accept this key. Copy it from the relay"
        " again; for Google itself, it is sent as x-goog-api-key"
    )
    assert said["image model"] == "skipped: needs the lists of all relays"


async def test_a_relay_that_is_not_there(examine: Examine) -> None:
    """Its address is named by its setting."""
    said = await examine(ATELIER_RELAY_URL="http://127.0.0.1:9")
    assert said["relay main"].startswith(
        "fails: ATELIER_RELAY_URL: the relay main can't be reached: ClientConnectorError: "
    )
    assert said["relay main"].endswith(
        ". See whether this machine reaches it: the address, a firewall, a proxy, DNS"
    )


async def test_a_relay_at_another_address(world: Stack, examine: Examine) -> None:
    """Something answers there, and it is no relay."""
    said = await examine(ATELIER_RELAY_URL=f"{world.relay.url}/elsewhere")
    assert said["relay main"].startswith("fails: ATELIER_RELAY_URL: no list of models and no count")
    assert said["relay main"].endswith(
        ". Set it to the relay's address, without anything of an endpoint"
    )


async def test_a_model_that_no_relay_lists(world: Stack, examine: Examine) -> None:
    """One that the operator named has to be there, others are stood in for."""
    world.relay.shut.add("gemini-3.1-pro")
    said = await examine(ATELIER_IMAGE_MODEL="gemini-3-pro-image-previev")
    assert said["image model"].startswith(
        "fails: ATELIER_IMAGE_MODEL: no relay lists gemini-3-pro-image-previev. Set it to one that"
        " is listed: gemini-3-pro-image-preview"
    )
    assert said["chat model"].startswith("warns: ATELIER_CHAT_MODEL: no relay lists gemini-3.1-pro")


@pytest.mark.parametrize(
    ("token", "key", "problem"),
    [
        ("a-client-secret", "key", "ATELIER_DISCORD_TOKEN has not the shape of a bot's token"),
        ("-".join(SHAPED.split(".")), "key", "ATELIER_DISCORD_TOKEN has not the shape"),
        (f"word{SHAPED}", "key", "ATELIER_DISCORD_TOKEN has not the shape of a bot's token"),
        (SHAPED, SHAPED, "ATELIER_RELAY_KEY is the same as the token"),
        (SHAPED, "the-key-of-your-relay", "ATELIER_RELAY_KEY is what stands in an example"),
        (SHAPED, "{your-key}", "ATELIER_RELAY_KEY is what stands in an example"),
        (SHAPED, "sk-yours-0123", ""),
    ],
)
def test_secrets_in_the_wrong_place(token: str, key: str, problem: str):
    """None of them is shown."""
    said = told(secrets_look_right(token, {"ATELIER_RELAY_KEY": key}, is_discords=True))
    assert said.startswith(f"warns: {problem}" if problem else "ok: ")
    assert not problem or said.endswith("Copy each again: the token is on the portal's page Bot")
    assert token not in said
    assert key not in said


async def test_settings_that_are_wrong(world: Stack, examine: Examine) -> None:
    """Each is a line as at the start; the data is looked at all the same."""
    said = await examine(ATELIER_RELAY_KEY="", ATELIER_DATA_DIR=str(world.folder / "data"))
    assert said["configuration"] == (
        "fails: ATELIER_RELAY_KEY: missing. Set it to the key that the relay gave you"
    )
    assert said["relays"] == "skipped: needs the settings"
    assert said["database"].startswith("ok: revision ")
