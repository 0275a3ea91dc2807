"""The real bot, which prints what it holds when it is asked with SIGUSR1.

The first SIGUSR2 starts a profile of the event loop's CPU; the second one prints it. Each
SIGRTMIN prints the CPU of the longest callback since the one before.

Run it as `python -m tests.benchmarks.watched_bot`; nothing in it is other than in `python -m bot`
until it is asked.
"""

import asyncio
import cProfile
import gc
import json
import pstats
import signal
import sys
import threading
import time
from contextlib import ExitStack

import bot.__main__
from tests.benchmarks.bot_process import PROFILED, SEEN, TIMED
from tests.benchmarks.meter import give_back, held_now, timed_callbacks


def see() -> dict[str, object]:
    """Return what is held once all is given back that is free, and how much of what it is."""
    from bot.interface.client import AtelierClient  # noqa: PLC0415 (loaded by the bot by now)

    (client,) = (each for each in gc.get_objects() if isinstance(each, AtelierClient))
    assert client.user is not None
    members = [member for guild in client.guilds for member in guild.members]
    others = [member for member in members if member.id != client.user.id]
    give_back()
    return {
        "held": held_now(),
        "modules": sorted(sys.modules),
        "threads": {str(each.native_id): each.name for each in threading.enumerate()},
        "tasks": len(asyncio.all_tasks()),
        "servers": len(client.guilds),
        "members": len(others),
        "messages": len(client.cached_messages),
        "presences": len([member for member in others if member.activities]),
        "users": len(client.users),
        "emojis": len(client.emojis),
    }


def where(file: str, function: str) -> str:
    """Say to which part of the bot a line of a profile belongs."""
    if file == "~":
        of_kernel = any(f"'{name}' of '_socket" in function for name in ("recv", "send"))
        of_kernel = of_kernel or "'poll'" in function
        return "sockets, in the kernel" if of_kernel else "all else"
    for part, name in PARTS.items():
        if part in file:
            return name
    return "all else"


PARTS = {
    "/aiohttp/": "aiohttp",
    "/discord/": "discord.py",
    "/asyncio/": "asyncio",
    "selectors": "asyncio",
    "/concurrent/": "handing over to threads",
    "/threading": "handing over to threads",
    "/bot/relay/": "reading and writing JSON",
    "/bot/storage/": "filling buffers",
    "/bot/": "all else of the bot",
}

_profile = cProfile.Profile(timer=time.thread_time)
_profiling = False


def _tell(told: str, what: object) -> None:
    sys.stdout.write(f"{told}{json.dumps(what)}\n")
    sys.stdout.flush()


def _on_see(*_: object) -> None:
    _tell(SEEN, see())


def _on_profile(*_: object) -> None:
    global _profiling  # noqa: PLW0603 (a signal handler has nowhere else to keep it)
    _profiling = not _profiling
    if _profiling:
        _profile.enable()
        _tell(PROFILED, {})
        return
    _profile.disable()
    seconds: dict[str, float] = {}
    for (file, _line, function), line in pstats.Stats(_profile).stats.items():  # type: ignore[attr-defined]
        name = where(file, function)
        seconds[name] = seconds.get(name, 0.0) + line[2]
    _tell(PROFILED, seconds)


_timing = ExitStack()
_callbacks: list[float] = []


def _on_time(*_: object) -> None:
    global _callbacks  # noqa: PLW0603 (a signal handler has nowhere else to keep it)
    longest = max(_callbacks, default=0.0)
    _timing.close()
    _callbacks = _timing.enter_context(timed_callbacks())
    _tell(TIMED, longest)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _on_see)
    signal.signal(signal.SIGUSR2, _on_profile)
    signal.signal(signal.SIGRTMIN, _on_time)
    sys.exit(bot.__main__.main([]))
