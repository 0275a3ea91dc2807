"""One message costs Discord a handful of requests, whoever would try again."""

from typing import Any

import pytest

from bot.interface.client import AtelierClient
from bot.interface.jobs import recovery
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, at_work, png, until
from tests.discord.test_recovery import AT_ONCE

FOR_EVER: Any = 10**6
BROKEN = ({"status": 503}, {"status": 500}, {"cut": True})


async def command(world: Stack, fault: dict[str, Any]) -> Message:
    """Ask by a command, and let Discord break down over the answer for good."""
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", "/webhooks/*", times=FOR_EVER, **fault)
    return line


async def message(world: Stack, fault: dict[str, Any]) -> Message:
    """Ask by a message, and let Discord break down over the answer for good."""
    words = f"{world.discord.bot_mention} blur it"
    asked = await world.anna.send(world.art, words, files=[("a.png", png())])
    line = await world.art.wait_for_message(after=asked, within=WITHIN)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", times=FOR_EVER, **fault)
    return line


async def words(world: Stack, fault: dict[str, Any]) -> Message:
    """Ask for words, and let Discord break down over the answer for good."""
    asked = await world.anna.send(world.art, f"{world.discord.bot_mention} hello")
    line = await world.art.wait_for_message(after=asked, within=WITHIN)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", times=FOR_EVER, **fault)
    return line


@pytest.mark.parametrize("fault", BROKEN, ids=["503", "500", "cut"])
@pytest.mark.parametrize("ask", [command, message, words])
async def test_a_broken_discord_is_asked_a_handful_of_times(
    world: Stack,
    client: AtelierClient,
    monkeypatch: pytest.MonkeyPatch,
    ask: Any,
    fault: dict[str, Any],
) -> None:
    """Four requests for the answer and one for the word about it; as many at each later look."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", (0.0, 0.0, 0.0))
    world.relay.next(faults.slow(1.0))
    await ask(world, fault)
    await at_work(world)

    def edits() -> int:
        return sum(call.method == "PATCH" for call in world.discord.calls)

    before = edits()
    generation = client.services.generation
    await world.discord.wait_for(lambda: edits() - before >= 5, within=WITHIN)
    await until(lambda: 1 not in generation._cancellation)
    assert edits() - before <= 6
    before = edits()
    await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert 1 <= edits() - before <= 5


async def test_what_nobody_can_end_is_given_up(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a number of looks what was made is kept for its author, and looked after no more."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    world.relay.next(faults.slow(1.0))
    await command(world, {"status": 503})
    await at_work(world)
    generation = client.services.generation
    await until(lambda: 1 not in generation._cancellation)
    world.discord.faults.add("GET", "/users/*", times=FOR_EVER, status=503)
    for _ in range(recovery.LOOKS):
        assert await generation.left_behind()
        await client.services.recovery.look_again(client, idle=AT_ONCE)
    assert await generation.left_behind() == []
    assert await client.services.jobs.newest_kept(world.anna.id) == 1
