"""Which language a member reads where nobody else does: their own, as they last told it."""

import asyncio

import pytest

from bot.interface.client import AtelierClient
from bot.interface.texts import LOCALES, Texts
from demo.stack import Stack
from tests.acting import WITHIN, answered, finished, png, say
from tests.worlds import Join


async def known(world: Stack, client: AtelierClient) -> None:
    """Let ben do something that tells his language, and return once that is written."""
    await answered(world, await world.ben.slash(world.art, "history"))
    for _ in range(int(WITHIN * 100)):
        if await client.services.locales.of(world.ben.id) is not None:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_direct_messages_are_answered_in_ones_own_language(world: Stack, join: Join) -> None:
    """In English as long as nothing is known; then as the last command told it."""
    client = await join(daily_messages=1)
    await say(world, "hello", by=world.ben, channel=world.ben.dm)
    told = await say(world, "hello", by=world.ben, channel=world.ben.dm)
    assert "answer of today is used up" in told.text
    await known(world, client)
    told = await say(world, "hello", by=world.ben, channel=world.ben.dm)
    assert "次文字回答已用完" in told.text


async def test_a_channel_is_answered_in_the_servers_language(
    world: Stack, client: AtelierClient
) -> None:
    """What all can read is not for one member alone."""
    await known(world, client)
    words = f"{world.discord.bot_mention} refuse this please"
    assert "safety rules" in (await say(world, words, by=world.ben)).text


async def test_what_comes_directly_is_in_its_authors_language(
    world: Stack, client: AtelierClient
) -> None:
    """Where a closed channel takes no answer to a message, the author alone reads it."""
    await known(world, client)
    world.discord.faults.add("POST", f"/channels/{world.art.id}/messages", status=403)
    await world.ben.send(world.art, f"{world.discord.bot_mention} refuse this please")
    found = await world.ben.dm.wait_for_message(lambda each: each.from_bot, within=WITHIN)
    assert "安全规则" in (await finished(world, found)).text


async def test_typing_tells_no_language(world: Stack, client: AtelierClient) -> None:
    """What is offered while somebody types comes with every letter, and writes nothing."""
    assert await world.ben.autocomplete(world.art, "imagine", "model", "g")
    assert await client.services.locales.of(world.ben.id) is None


async def test_a_picture_that_comes_directly_is_in_its_authors_language(
    world: Stack, client: AtelierClient
) -> None:
    """Its buttons too, where the place that it was asked for in is closed."""
    await known(world, client)
    world.discord.faults.add("POST", f"/channels/{world.art.id}/messages", status=403)
    words = f"{world.discord.bot_mention} blur it"
    await world.ben.send(world.art, words, files=[("cat.png", png())])
    found = await world.ben.dm.wait_for_message(lambda each: each.pictures, within=WITHIN)
    assert "重画" in [button.label for button in found.buttons]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("locale", LOCALES)
async def test_everybody_reads_their_own_language(world: Stack, locale: str) -> None:
    """What a command says to its caller alone, with the command's name as their client shows it."""
    member = world.discord.create_member(world.guild, "carla", locale=locale)
    told = await answered(world, await member.slash(world.art, "history"))
    texts = Texts()
    assert texts.get("version-none", locale) in told.text
    assert f"`/{texts.get('imagine-name', locale)}`" in told.text
