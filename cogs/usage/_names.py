import asyncio
from collections.abc import Sequence
from typing import Final

import discord

from bot.interface.lookup import TROUBLE

_WITHIN: Final = 3.0
"""Seconds that a panel waits for names."""


async def member_names(guild: discord.Guild, ids: Sequence[int]) -> dict[int, str]:
    """Return what a few members are called; not those whom Discord does not name in time."""
    if not ids:
        return {}
    asked = {number: asyncio.create_task(_name(guild, number)) for number in ids}
    done, late = await asyncio.wait(asked.values(), timeout=_WITHIN)
    for task in late:
        task.cancel()
    found = {number: task.result() for number, task in asked.items() if task in done}
    return {number: name for number, name in found.items() if name}


async def _name(guild: discord.Guild, member_id: int) -> str:
    try:
        return (guild.get_member(member_id) or await guild.fetch_member(member_id)).display_name
    except TROUBLE:
        return ""
