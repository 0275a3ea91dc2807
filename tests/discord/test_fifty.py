"""Fifty commands at once: all are acknowledged before any is painted, and all are answered."""

import asyncio

from demo.stack import Stack
from tests.acting import WITHIN, Held, answered
from tests.worlds import Join

MEMBERS, EACH = 10, 5


async def test_fifty_commands_are_acknowledged_before_any_is_painted(
    world: Stack, join: Join
) -> None:
    """Who waits for the relay keeps nobody from being told that their picture is coming."""
    await join(max_concurrent=8)
    held = [Held() for _ in range(MEMBERS * EACH)]
    world.relay.next(*held)
    members = [world.discord.create_member(world.guild, f"member {n}") for n in range(MEMBERS)]
    asked = [
        await member.slash(world.art, "imagine", prompt=f"kite {number}")
        for member in members
        for number in range(EACH)
    ]
    lines = await asyncio.gather(*(each.result(within=WITHIN) for each in asked))
    assert all("is painting" in line.text or "in the queue" in line.text for line in lines)
    for each in held:
        each.let_go()
    answers = await asyncio.gather(*(answered(world, each) for each in asked))
    assert [len(answer.pictures) for answer in answers] == [1] * len(asked)
