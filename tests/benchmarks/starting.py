"""How long the bot takes from its start to the handler of READY, and what it has loaded by then.

Cold is the first start of all, which makes the database; warm is every other. Beside it stands a
bot of discord.py alone, which waits for more servers as long as ours does.
"""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.bot_process import BOT, WATCHED, running
from tests.benchmarks.fresh import fresh
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB, Figures, held_now
from tests.benchmarks.small_discord import SmallDiscord

HEAVY: Final = frozenset({"alembic", "google", "mako", "numpy", "PIL", "pillow_heif", "pyvips"})
"""What is only needed once there is something to do with it."""

BARE: Final = ("tests.benchmarks.bare_bots", "deferring")
SECONDS: Final = 1.5
BESIDE_BARE: Final = 2.5
HELD_MIB: Final = 100


async def libraries() -> Figures:
    """Import what the bot is built on, and nothing else."""
    import aiohttp  # noqa: F401, PLC0415 (imported to be measured)
    import discord  # noqa: F401, PLC0415
    import pydantic  # noqa: F401, PLC0415
    import sqlalchemy  # noqa: F401, PLC0415

    return Figures(held=held_now())


async def goals(*, light: bool) -> list[Goal]:
    """Start each a few times in turns, and return what was reached."""
    seconds: dict[str, list[float]] = {"bare": [], "cold": [], "warm": []}
    cpu: dict[str, list[float]] = {name: [] for name in seconds}
    held: dict[str, list[float]] = {name: [] for name in seconds}
    async with SmallDiscord() as discord:
        for _ in range(3 if light else 7):
            with TemporaryDirectory() as name:
                for kind, module in (("bare", BARE), ("cold", BOT), ("warm", BOT)):
                    async with running(module, discord=discord.url, folder=Path(name)) as bot:
                        seconds[kind].append(await bot.ready())
                        cpu[kind].append(bot.cpu)
                        held[kind].append(bot.held)
        loaded = await _heavy(discord.url)
    reached: list[Goal] = []
    for kind in ("warm", "cold"):
        took, bare = median(seconds[kind]), median(seconds["bare"])
        work = f"CPU {median(cpu[kind]):.2f} s, beside {median(cpu['bare']):.2f} s"
        limit = None if light else SECONDS
        reached += [
            Goal(f"{kind} start to READY", took, limit, "s", note=work),
            Goal(
                f"{kind} start / a bot of discord.py alone",
                took / bare,
                BESIDE_BARE if light and kind == "warm" else None,
                note=f"that one: {bare:.2f} s",
            ),
        ]
    imported = (await fresh(libraries))["held"]
    beside = f"discord.py, aiohttp, SQLAlchemy and pydantic alone: {imported / MIB:.0f} MiB"
    return [
        *reached,
        Goal("heavy modules at READY", len(loaded), 0, "modules", note=", ".join(loaded)),
        Goal("held at READY", median(held["warm"]) / MIB, HELD_MIB, "MiB", note=beside),
        Goal("held at READY, cold", median(held["cold"]) / MIB, HELD_MIB, "MiB"),
    ]


async def _heavy(discord: str) -> list[str]:
    """Return the heavy modules that a warm start has loaded when READY is handled."""
    with TemporaryDirectory() as name:
        async with running(BOT, discord=discord, folder=Path(name)) as bot:
            await bot.ready()
        async with running(WATCHED, discord=discord, folder=Path(name)) as bot:
            await bot.ready()
            seen = await bot.seen()
    return sorted(HEAVY & {module.partition(".")[0] for module in seen["modules"]})
