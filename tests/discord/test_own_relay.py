"""A server's own relay: entered in a form, asked for all of that server, and removed."""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Any

import pytest
from aiohttp import web

from bot.domain.own_relay import AuthStyle, RelayKey
from bot.interface.messages import log_posts
from bot.services.listing import Answer
from demo.discord import Interaction, Message
from demo.relay import EmbeddedRelay
from demo.stack import SECRET_KEY, Stack
from tests.acting import WITHIN, Held, answered, finished, imagine, say, until
from tests.discord.test_settings import page
from tests.unit.relay.support import serving
from tests.worlds import Join, decide, joined

KEY = "sk-of-this-server-0123456789"


@pytest.fixture
async def own() -> AsyncIterator[EmbeddedRelay]:
    """Serve the relay of the server."""
    async with EmbeddedRelay(key=KEY, delay=0.0, chunk_delay=0.0, sketches=True) as relay:
        yield relay


def settings(own: EmbeddedRelay, **more: Any) -> dict[str, Any]:
    """Let the server's relay be on this machine: in a demo, where the operator has one as well."""
    second = {"name": "second", "url": own.url, "key": "sk-not-the-servers-0123456789"}
    return {"relays": (second,), **more}


def panel(world: Stack, *, verb: str = "own-relay") -> Message:
    """Post the button that stands on the server's panel."""
    button = {"type": 2, "style": 2, "label": verb, "custom_id": f"atl:2:{verb}"}
    model = world.discord.model
    row = {"type": 1, "components": [button]}
    message_id = model.post(world.art.id, world.discord.bot_id, "", components=[row])
    return world.art.message(message_id)


async def opened(world: Stack) -> Interaction:
    """Open the form."""
    pressed = await world.anna.press(panel(world), "atl:2:own-relay")
    await pressed.response(within=WITHIN)
    return pressed


async def enter(world: Stack, own: EmbeddedRelay, *, url: str = "", key: str = KEY) -> Message:
    """Enter a relay, and return what is told."""
    form = await opened(world)
    values = {"address": url or own.url, "key": key, "auth": ["bearer"]}
    return await answered(world, await world.anna.submit(form, values))


async def removed(world: Stack) -> Message:
    """Remove it, and return what is told."""
    message = panel(world, verb="own-relay-remove")
    return await answered(world, await world.anna.press(message, "atl:2:own-relay-remove"))


def asked(relay: EmbeddedRelay) -> int:
    """Return how often a relay was asked for something."""
    return len(relay.requests)


async def test_all_of_a_server_goes_to_its_own_relay(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """Pictures, words, names of threads, better words and descriptions; the operator pays none."""
    await join(**settings(own, thread_titles=True))
    told = await enter(world, own)
    assert told.ephemeral
    port = own.url.rpartition(":")[2]
    assert f"127\\.0.0.1\\:{port}**" in told.text
    assert KEY not in told.text
    await imagine(world)
    await imagine(world, improve=True)
    await say(world, f"{world.discord.bot_mention} hello")
    await world.anna.slash(world.art, "chat", message="hello")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    await until(lambda: asked(own) == 5)
    assert asked(world.relay) == 0


async def test_other_servers_and_direct_messages_stay_with_the_operator(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """Whoever may manage one server pays for that alone."""
    await join(**settings(own))
    await enter(world, own)
    other = world.discord.create_guild("Another server")
    world.discord.join(other, world.anna)
    abroad = other.create_text_channel("abroad")
    for room in (abroad, world.anna.dm):
        await answered(world, await world.anna.slash(room, "imagine", prompt="a kite"))
    assert (asked(own), asked(world.relay)) == (0, 2)


async def test_what_is_removed_goes_to_the_operator_again(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """From the next request on."""
    await join(**settings(own))
    await enter(world, own)
    told = await removed(world)
    assert "no picture service of its own" in told.text
    await imagine(world)
    assert (asked(own), asked(world.relay)) == (0, 1)


async def test_a_job_that_a_restart_left_goes_the_same_way(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """What was written down and not sent is sent to the server's relay at the next start."""
    async with joined(world, **settings(own, max_concurrent=1, shutdown_seconds=1)):
        await enter(world, own)
        held = Held()
        own.next(held)
        await world.anna.slash(world.art, "imagine", prompt="a first kite")
        await until(lambda: asked(own) == 1)
        waiting = await world.ben.slash(world.art, "imagine", prompt="a second kite")
        await waiting.result(within=WITHIN)
        await until(lambda: jobs(world) == 2)
    await join(**settings(own))
    await until(lambda: asked(own) == 2)
    held.let_go()
    assert asked(world.relay) == 0


async def test_what_the_server_was_to_pay_ends_where_its_relay_is_removed(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """It waited its turn: it is told why, costs nothing, and asked anew it is the operator's."""
    await join(**settings(own))
    await enter(world, own)
    held = Held()
    own.next(*[held] * 4)  # as many as run at once for a server that pays itself
    await world.anna.slash(world.art, "imagine", prompt="a first kite", count=4)
    await until(lambda: asked(own) == 4)
    waiting = await world.ben.slash(world.art, "imagine", prompt="a second kite")
    await waiting.result(within=WITHIN)
    await until(lambda: jobs(world) == 2)
    await removed(world)
    held.let_go()
    told = await answered(world, waiting)
    assert "own picture service was removed before it was your turn" in told.text
    assert "It cost you nothing" in told.text
    assert (asked(own), asked(world.relay)) == (4, 0)
    await answered(world, await world.ben.press(told, label="Try again"))
    assert (asked(own), asked(world.relay)) == (4, 1)


def jobs(world: Stack) -> int:
    """Return how many were written down."""
    with closing(sqlite3.connect(world.database)) as database:
        ((count,),) = database.execute("SELECT count(*) FROM jobs").fetchall()
    return int(count)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"key": "sk-another-0123456789"}, "does not accept this key"),
        ({"url": "http://relay.example"}, "I can't use this address"),
        ({"url": "https://127.0.0.1:4711"}, "Nothing answers at this address"),
    ],
)
async def test_what_does_not_work_is_not_kept(
    world: Stack, join: Join, own: EmbeddedRelay, values: dict[str, str], said: str
) -> None:
    """It is told to whoever entered it, and what was there stays."""
    client = await join(**settings(own))
    told = await enter(world, own, **values)
    assert said in told.text
    assert told.ephemeral
    assert not client.services.own_relays.has_own_relay(world.guild.id)
    await imagine(world)
    assert (asked(own), asked(world.relay)) == (0, 1)


async def test_the_panel_tells_where_it_is_and_since_when(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """Not the key, and what can be done; before, that there is none."""
    await join(**settings(own))
    none = await page(world, "service")
    assert "This server has no picture service of its own" in none.text
    assert [each.label for each in none.buttons] == ["Use our own service"]
    await enter(world, own)
    there = await page(world, "service")
    assert "127" in there.text
    assert "<t:" in there.text
    assert KEY not in str(there.payload)
    assert [each.label for each in there.buttons] == ["Enter it anew", "Remove it"]


async def test_moderators_are_told_who_did_it(
    world: Stack, join: Join, own: EmbeddedRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In their log channel: what was entered without its key, and that it was removed."""
    monkeypatch.setattr(log_posts, "GATHERED_SECONDS", 0.1)
    client = await join(**settings(own))
    await decide(world, client, log_channel=world.art.id)
    await enter(world, own)
    entered = await world.art.wait_for_message(
        lambda message: "entered this server's own" in message.text, within=WITHIN
    )
    assert world.anna.mention in entered.text
    assert KEY not in entered.text
    await removed(world)
    gone = await world.art.wait_for_message(
        lambda message: "removed this server's own" in message.text, within=WITHIN
    )
    assert world.anna.mention in gone.text


async def test_what_its_relay_lists_is_what_is_offered(world: Stack, join: Join) -> None:
    """In that server alone, and no more than that."""

    async def one_model(request: web.Request) -> web.Response:
        assert request.path == "/v1beta/models"
        return web.json_response({"models": [{"name": "models/gemini-3-pro-image-preview"}]})

    async with serving(one_model) as url:
        second = {"name": "second", "url": url, "key": "sk-not-the-servers-0123456789"}
        client = await join(relays=(second,))
        everywhere = await world.anna.autocomplete(world.art, "imagine", "model", "")
        await client.services.own_relays.enter(
            world.guild.id, url, KEY, AuthStyle.BEARER, author_id=world.anna.id
        )
        here = await world.anna.autocomplete(world.art, "imagine", "model", "")
        direct = await world.anna.autocomplete(world.anna.dm, "imagine", "model", "")
    assert len(here) == 1
    assert len(direct) == len(everywhere) > 1


async def test_it_says_who_can_switch_it_on(world: Stack, join: Join) -> None:
    """Where the operator has no secret for it, no form is opened."""
    await join(secret_key=())
    told = await answered(world, await opened(world))
    assert "Whoever runs this bot can switch that on" in told.text


async def test_who_does_not_manage_the_server_opens_nothing(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """Nor removes what is there."""
    client = await join(**settings(own))
    await enter(world, own)
    for verb in ("own-relay", "own-relay-remove"):
        pressed = await world.ben.press(panel(world, verb=verb), f"atl:2:{verb}")
        assert "管理" in (await answered(world, pressed)).text
    assert client.services.own_relays.has_own_relay(world.guild.id)


async def test_a_server_that_is_left_has_no_key_left(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """Neither in memory nor in the database."""
    client = await join(**settings(own))
    await enter(world, own)
    world.discord.model.remove_guild(world.guild.id)
    await until(lambda: not client.services.own_relays.has_own_relay(world.guild.id))
    with closing(sqlite3.connect(world.database)) as database:
        assert database.execute("SELECT * FROM guild_relays").fetchall() == []


async def test_a_server_that_is_left_while_its_relay_is_tried_has_no_key(
    world: Stack, join: Join, own: EmbeddedRelay
) -> None:
    """What was entered just before is kept for nobody."""
    client = await join(**settings(own))
    own_relays = client.services.own_relays
    kept: list[int] = []
    note = own_relays._note

    async def left(key: RelayKey) -> Answer:
        world.discord.model.remove_guild(world.guild.id)
        await until(lambda: client.get_guild(world.guild.id) is None)
        return Answer()

    def noted(guild_id: int, answer: Answer) -> None:
        note(guild_id, answer)
        kept.append(guild_id)

    own_relays._tried, own_relays._note = left, noted
    form = await opened(world)
    values = {"address": own.url, "key": KEY, "auth": ["bearer"]}
    await world.anna.submit(form, values)
    await until(lambda: kept)
    await until(lambda: not own_relays.has_own_relay(world.guild.id))
    with closing(sqlite3.connect(world.database)) as database:
        assert database.execute("SELECT * FROM guild_relays").fetchall() == []


async def test_no_key_is_in_the_log_or_the_database(
    world: Stack, join: Join, own: EmbeddedRelay, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever is done with it."""
    for name in ("bot", "cogs"):
        caplog.set_level(logging.DEBUG, name)
    await join(**settings(own))
    await enter(world, own, key="sk-wrong-0123456789")
    await enter(world, own)
    await imagine(world)
    own._key = "sk-changed-0123456789"
    await imagine(world)
    kept = b"".join(file.read_bytes() for file in world.database.parent.glob("atelier.db*"))
    for secret in (KEY, "sk-wrong-0123456789", SECRET_KEY):
        assert secret not in caplog.text
        assert secret.encode() not in kept
