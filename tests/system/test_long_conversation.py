"""Thirty edits in a row, over a restart and three models, as one conversation."""

import itertools
from typing import Any

from demo.discord import Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, imagine, say

EDITS = ("flip it", "make it sepia", "blur it", "invert it", "rotate it", "brighten it")
SETTINGS = {"ATELIER_DAILY_PICTURES": "100"}
TURNS = 30


async def edit(world: Stack, picture: Message, words: str, model: str | None) -> Message:
    """Edit a picture by a reply, or with another model by `/edit`, and return the answer."""
    if model is None:
        return await say(world, words, reply_to=picture)
    asked = await world.anna.slash(world.art, "edit", prompt=words, model=model)
    return await answered(world, asked)


def signed(content: dict[str, Any]) -> list[bool]:
    """Tell of each picture of a content whether it carries a signature."""
    return ["thoughtSignature" in part for part in content["parts"] if "inlineData" in part]


async def test_thirty_edits_keep_their_signatures(world: Stack) -> None:
    """The relay, which checks every signature, never finds one amiss, and is asked once a turn."""
    models = {12: "gemini-2.5-flash-image", 18: "gemini-3.1-flash-image-preview"}
    words = itertools.cycle(EDITS)
    async with world.bot(**SETTINGS) as bot:
        await world.ready()
        picture = await imagine(world, "a red kite", aspect="4:3", size="1K")
        for turn in range(2, 16):
            picture = await edit(world, picture, next(words), models.get(turn))
            assert picture.pictures, picture.text
        assert await bot.stop() == 0
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    async with world.bot(**SETTINGS) as bot:
        await world.ready()
        for turn in range(16, TURNS + 1):
            picture = await edit(world, picture, next(words), models.get(turn))
            assert picture.pictures, picture.text
        assert await bot.stop() == 0

    requests = world.relay.requests
    assert [request.status for request in requests] == [200] * TURNS
    used = [request.model for request in requests]
    assert used[:11] == ["gemini-3-pro-image-preview"] * 11
    assert used[11:17] == ["gemini-2.5-flash-image"] * 6
    assert used[17:] == ["gemini-3.1-flash-image-preview"] * 13
    # Its own turns come back signed; those of the other models are in user turns, unsigned.
    last = contents(world)
    own = [content for content in last if content["role"] == "model"]
    assert len(own) == 12
    assert all(all(signed(content)) for content in own)
    others = [content for content in last if content["role"] == "user"]
    assert not any(any(signed(content)) for content in others)
