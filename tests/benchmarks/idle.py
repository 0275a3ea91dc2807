"""What each server costs that the bot is in and where nothing happens.

A server has 25 roles, 40 channels and 30 emoji; Discord tells of the bot and of one more member.
"""

from statistics import median
from typing import Any, Final

from tests.benchmarks.bot_process import WATCHED, running
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB
from tests.benchmarks.small_discord import SmallDiscord

KIB_A_SERVER: Final = 60
NOT_KEPT: Final = ("members", "messages", "presences", "emojis")
"""What discord.py can keep of servers and the bot never asks for; the bot itself does not count."""


async def goals(*, light: bool) -> list[Goal]:
    """Measure with one server and with many, in turns, and return what was reached."""
    many = 250 if light else 1_000
    costs: list[float] = []
    for _ in range(1 if light else 3):
        few, _ = await _at_rest(1)
        all_of_them, seen = await _at_rest(many)
        costs.append((all_of_them - few) / (many - 1))
        assert seen["servers"] == many
        whole = f"with {many:,} servers the process holds {all_of_them / MIB:.0f} MiB"
    return [
        Goal("idle memory a server", median(costs) / 1024, KIB_A_SERVER, "KiB", note=whole),
        *(Goal(f"{what} kept of {many:,} servers", seen[what], 0, "") for what in NOT_KEPT),
    ]


async def _at_rest(servers: int) -> tuple[int, dict[str, Any]]:
    """Return the bytes that the bot holds in so many servers once it is ready, and what it sees."""
    async with (
        SmallDiscord(servers=servers) as discord,
        running(WATCHED, discord=discord.url) as bot,
    ):
        await bot.ready()
        held = bot.held
        return held, await bot.seen()
