"""The real bot, which prints what it holds when it is asked with SIGUSR1.

Run it as `python -m tests.benchmarks.watched_bot`; nothing in it is other than in `python -m bot`
until it is asked.
"""

import asyncio
import gc
import json
import signal
import sys

import bot.__main__
from tests.benchmarks.bot_process import SEEN
from tests.benchmarks.meter import give_back, held_now


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
        "tasks": len(asyncio.all_tasks()),
        "servers": len(client.guilds),
        "members": len(others),
        "messages": len(client.cached_messages),
        "presences": len([member for member in others if member.activities]),
        "users": len(client.users),
        "emojis": len(client.emojis),
    }


def _print(*_: object) -> None:
    sys.stdout.write(f"{SEEN}{json.dumps(see())}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _print)
    sys.exit(bot.__main__.main([]))
