"""`python -m bot doctor`: each broken set-up is a line that says what is wrong and what to do."""

import asyncio
import ctypes
import json
import os
import resource
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest
from aiohttp import web

from bot.doctor import examined
from bot.operations.doctor import data_side
from bot.operations.doctor.findings import Finding
from bot.operations.doctor.secrets_shape import secrets_look_right
from demo.discord.wire import Portal
from demo.stack import KEY, TOKEN, Stack
from tests.commands import PROJECT
from tests.unit.relay.support import serving

ALL_THERE = ["configuration", "secrets", "Discord token", "application", "intents", "invitation"]
ALL_THERE += ["commands", "clock", "data folder", "database", "blobs", "pictures", "relay main"]
ALL_THERE += ["image model", "chat model", "title model"]
MEND = "Set ATELIER_DATA_DIR to a folder of the bot's alone that this user may write to, with room"
SHAPED = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789AB"
"""What a token looks like; it opens nothing."""

CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24

Examine = Callable[..., Awaitable[dict[str, str]]]


def settings_of(world: Stack) -> dict[str, str]:
    """Return what lets the bot join the world, as its operator sets it."""
    return {
        "ATELIER_DISCORD_TOKEN": TOKEN,
        "ATELIER_DISCORD_URL": world.discord.url,
        "ATELIER_RELAY_URL": world.relay.url,
        "ATELIER_RELAY_KEY": KEY,
        "ATELIER_DATA_DIR": str(world.folder / "data"),
    }


def told(finding: Finding) -> str:
    """Return the line of a finding, without how long it took."""
    verdict, about = finding.line[:8].strip(), finding.line[8:26].strip()
    assert about == finding.about
    return f"{verdict}: {finding.line[26:].partition(' s  ')[2]}"


@pytest.fixture
def examine(world: Stack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Examine:
    """Give a function that looks at the world with settings, and returns what it says of what."""
    monkeypatch.chdir(tmp_path)

    async def look(**settings: str) -> dict[str, str]:
        for name, value in (settings_of(world) | settings).items():
            monkeypatch.setenv(name, value)
        findings, _ = await examined()
        return {each.about: told(each) for each in findings}

    return look


async def typed(world: Stack, *words: str, limit: Callable[[], object] | None = None, **more: str):
    """Run `python -m bot doctor` as a process of its own; return its status and what it wrote."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "doctor", *words),
        cwd=world.folder,
        env={**os.environ, **settings_of(world), **more, "PYTHONPATH": str(PROJECT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=limit,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode, out.decode(), err.decode()


async def run_once(world: Stack) -> None:
    """Let a bot come, tell its commands, and leave."""
    async with world.bot():
        await world.ready()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=60)


async def test_beside_a_bot_that_serves_all_is_well(world: Stack) -> None:
    """Its status is 0, nothing is paid for, no session begun, and the bot goes on."""
    async with world.bot() as bot:
        await world.ready()
        status, out, err = await typed(world)
        assert (status, err) == (0, "")
        lines = out.splitlines()
        assert [line[8:26].strip() for line in lines] == ALL_THERE
        assert {line[:8].strip() for line in lines} == {"ok"}
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
    assert said["intents"] == "skipped: needs a token that works"
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


def change(world: Stack, revision: str) -> None:
    """Let the database be of another version."""
    with closing(sqlite3.connect(world.database)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", [revision])
        database.commit()


async def test_a_newer_database(world: Stack, examine: Examine) -> None:
    """Nothing is changed in it."""
    change(world, "9999")
    said = (await examine())["database"]
    assert said.startswith("fails: revision 9999 is newer than this version, which works with 0")
    assert said.endswith(". Run the version that wrote it, or restore a backup")


async def test_an_older_database(world: Stack, examine: Examine) -> None:
    """It is left as it is: the start brings it up to date."""
    change(world, "0001")
    said = (await examine())["database"]
    assert said.startswith("warns: revision 0001, and this version works with 0")
    assert said.endswith(". The next start brings it there; `python -m bot migrate` does now")


async def test_what_is_no_database(world: Stack, examine: Examine) -> None:
    """Somebody put a letter there."""
    world.database.write_bytes(b"Dear reader, this is a letter. " * 100)
    said = (await examine())["database"]
    assert said.startswith("fails: ")
    assert f"can't be used: database: file is not a database. {MEND}" in said


async def test_a_restore_that_broke_off(world: Stack, examine: Examine) -> None:
    """A bot that starts there would begin from nothing."""
    (world.folder / "new" / "restoring").mkdir(parents=True)
    said = await examine(ATELIER_DATA_DIR="new")
    assert said["database"].startswith("fails: A restore into new broke off. Restore again, or, ")


async def test_a_data_folder_that_is_a_file(world: Stack, examine: Examine) -> None:
    """And one that is not there yet, which is no fault."""
    (world.folder / "letter").write_text("Dear reader")
    said = await examine(ATELIER_DATA_DIR="letter")
    assert said["data folder"].startswith(f"fails: letter is no folder, or in none. {MEND}")
    said = await examine(ATELIER_DATA_DIR="new")
    assert said["data folder"].endswith("; it is made at the first start")
    assert not (world.folder / "new").exists()


def without_rights() -> None:
    """Give up what lets root write where nobody may."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="root's rights are given up by prctl")
async def test_a_data_folder_that_is_read_only(world: Stack) -> None:
    """The disk's own word comes with it."""
    await run_once(world)
    data = world.folder / "data"
    folders = [data, data / "blobs", data / "blobs" / "spool"]
    for folder in folders:
        folder.chmod(0o500)
    world.database.chmod(0o400)
    try:
        status, out, _ = await typed(world, limit=without_rights)
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert status == 1
    assert f"{data} can't be written to: disk: Permission denied. {MEND}" in out
    assert f"{world.database} can't be used: database: " in out
    assert f"{data / 'blobs'} can't be written to: disk: Permission denied. {MEND}" in out


def with_no_room() -> None:
    """Let no file grow beyond what is there, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


async def test_a_disk_that_takes_no_more(world: Stack) -> None:
    """A write that fails is what tells; no figure does."""
    await run_once(world)
    status, out, _ = await typed(world, limit=with_no_room)
    assert status == 1
    assert "blobs can't be written to: disk: File too large. " in out
    assert "atelier.db can't be used: database: " in out


async def test_a_disk_with_little_room(world: Stack) -> None:
    """It warns before anything fails."""
    found, *_ = await data_side.data_findings(world.folder / "data", free=lambda _: 3 * 2**27)
    assert told(found) == (
        f"warns: {world.folder / 'data'}, 0.4 GiB free. Make room, or set ATELIER_RETENTION_DAYS"
    )


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
